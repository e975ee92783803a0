import type { Names } from '../../schema/view/passage.ts'
import type { Refusal } from '../../schema/refusal.ts'
import { isRefusal, refuse } from '../../schema/refusal.ts'

/** What is exported, and how. */
export interface ExportChoice {
  readonly what: 'compilation' | 'clean'
  readonly names: Names
  readonly format: 'docx' | 'html' | 'txt'
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

/** Address of an export; the page for printing is opened at it. */
export function exportPath(text: string, { what, names, format, n, keep }: ExportChoice): string {
  const query = new URLSearchParams({ what, names, format })
  if (n !== null) query.set('n', String(n))
  if (keep) query.set('keep', '1')
  return `/api/texts/${encodeURIComponent(text)}/export?${query}`
}

/** Fetches an export, or the refusal: `brackets-open` lists what is open. */
export async function fetchExport(text: string, choice: ExportChoice): Promise<ExportedFile | Refusal> {
  try {
    const response = await fetch(exportPath(text, choice), { credentials: 'same-origin' })
    if (response.ok) {
      const name = nameIn(response.headers.get('content-disposition') ?? '')
      return { name: name ?? `text.${choice.format}`, blob: await response.blob() }
    }
    const answer: unknown = await response.json()
    return isRefusal(answer) ? answer : refuse('unavailable')
  } catch {
    return refuse('unavailable')
  }
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
