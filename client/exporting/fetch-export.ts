import type { Names } from '../../schema/view/passage.ts'
import { type StyleChoice, usualChoice } from '../../schema/view/style.ts'
import type { Refusal } from '../../schema/refusal.ts'
import { isRefusal, refuse } from '../../schema/refusal.ts'
import { requestFile } from '../api/request.ts'

/** Formats in the order in which they are offered. */
export const exportFormats = ['docx', 'html', 'md', 'txt'] as const

/** What is exported, and how. */
export interface ExportChoice {
  readonly what: 'compilation' | 'clean'
  readonly names: Names
  readonly format: (typeof exportFormats)[number]
  /** How brackets are written, where there are any. */
  readonly style: StyleChoice
  /** Leave out the paragraphs of a compilation that nobody asks to change. */
  readonly omit: boolean
  /** Act up to which the text is taken; null is now. */
  readonly n: number | null
  /** Open brackets may stay in a clean text. */
  readonly keep: boolean
}

/** An exported file and the name the server gave it. */
export interface ExportedFile {
  readonly name: string
  readonly blob: Blob
}

/** Address of an export; the page for printing is opened at it. What is as usual is not said. */
export function exportPath(text: string, choice: ExportChoice): string {
  const { what, names, format, n, keep, style, omit } = choice
  const query = new URLSearchParams({ what, names, format })
  if (style.names !== usualChoice.names) query.set('place', style.names)
  for (const part of ['position', 'labels', 'changes'] as const)
    if (style[part] !== usualChoice[part]) query.set(part, style[part])
  if (style.members) query.set('members', '1')
  if (omit && what === 'compilation') query.set('omit', '1')
  if (n !== null) query.set('n', String(n))
  if (keep) query.set('keep', '1')
  return `/api/texts/${encodeURIComponent(text)}/export?${query}`
}

/** Address of the first page alone of an export. A Word file is shown as the page for printing is. */
export const pagePath = (text: string, choice: ExportChoice): string =>
  `${exportPath(text, choice.format === 'docx' ? { ...choice, format: 'html' } : choice)}&page=1`

/** Fetches an export, or the refusal: `brackets-open` lists what is open. Only an aborted one throws. */
export async function fetchExport(path: string, signal?: AbortSignal): Promise<ExportedFile | Refusal> {
  const response = await requestFile(path, signal)
  if (isRefusal(response)) return response
  const blob = await response.blob().catch(() => null)
  signal?.throwIfAborted()
  const name = nameIn(response.headers.get('content-disposition') ?? '')
  return blob ? { name: name ?? 'text', blob } : refuse('unavailable')
}

/** Hands a file to the browser's downloads. */
export function saveFile({ name, blob }: ExportedFile): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken hold of the blob by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}

/** The file name in a Content-Disposition header; the extended form, with any letters, comes first. */
export function nameIn(disposition: string): string | null {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  if (extended !== undefined) return decodeURIComponent(extended)
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? null
}
