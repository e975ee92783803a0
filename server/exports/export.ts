import { type Refusal, refuse } from '../../schema/refusal.ts'
import type { State } from '../../schema/record/state.ts'
import { citations } from '../../schema/text/label.ts'
import type { Names, View } from '../../schema/view/passage.ts'
import { type StyleChoice, styleOf } from '../../schema/view/style.ts'
import { view } from '../../schema/view/view.ts'
import { printApart } from './apart.ts'
import { firstPage } from './first-page.ts'
import { printFirstPage, printHtml } from './html.ts'
import { printMarkdown } from './markdown.ts'
import { headOf, printPlain } from './plain.ts'
import { type Sheet, sheetOf } from './sheet.ts'

/** Formats a view can be exported to, by the ending of the file. */
export const exportFormats = ['docx', 'html', 'md', 'txt'] as const

/** What to export, and how. */
export interface ExportOptions {
  readonly what: 'clean' | 'compilation'
  readonly format: (typeof exportFormats)[number]
  readonly names: Names
  /** How brackets are written; a clean text without brackets is the same in all styles. */
  readonly style: StyleChoice
  /** Leave out the paragraphs of a compilation that nobody asks to change. */
  readonly omit: boolean
  /** Keep open brackets in a clean text instead of refusing it. */
  readonly keep: boolean
  /** Only what stands on the first page, to be looked at before: of HTML as it is printed. */
  readonly page?: boolean
  /** Time of the export, ISO 8601 in UTC. */
  readonly at: string
}

/** A file to be downloaded. */
export interface ExportedFile {
  readonly fileName: string
  readonly contentType: string
  readonly body: Uint8Array | string
}

const contentTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const

/**
 * The text at the act of `state` as a file. A clean text with anything still open in it is refused with
 * the list, unless brackets are kept; a Word file that takes too long is refused as too large.
 */
export async function exportText(state: State, options: ExportOptions): Promise<ExportedFile | Refusal> {
  const { what, format, names, style, omit, keep, page, at } = options
  const compiled = view(state, { type: 'compilation', names })
  const open = openIn(compiled)
  if (what === 'clean' && !keep && open.labels.length > 0) return refuse('brackets-open', open)
  const shown = what === 'clean' && open.labels.length === 0 ? view(state, { type: 'clean' }) : compiled
  const sheet = sheetOf(state, shown, what, at, { style: styleOf(style, state), omit })
  const body = page ? await printPage(sheet, format) : await print(sheet, format)
  if (typeof body === 'object' && 'code' in body) return body
  return { fileName: `${fileStem(sheet.symbol)}_${what}.${format}`, contentType: contentTypes[format], body }
}

const printPage = (sheet: Sheet, format: ExportOptions['format']): ReturnType<typeof print> =>
  format === 'html' ? Promise.resolve(printFirstPage(sheet)) : print(firstPage(sheet), format)

async function print(sheet: Sheet, format: ExportOptions['format']): Promise<Uint8Array | string | Refusal> {
  switch (format) {
    case 'docx':
      return printApart(sheet)
    case 'html':
      return printHtml(sheet)
    case 'md':
      return `*${headOf(sheet)}*\n\n${printMarkdown([...sheet.legend, ...sheet.paragraphs], sheet.changes)}`
    case 'txt':
      return printPlain(sheet)
  }
}

/**
 * What is not settled: open proposals, and square brackets that came as characters with an imported text,
 * which a clean text may not carry either.
 */
export function openIn({ paragraphs }: View): { proposals: string[]; labels: string[] } {
  const names = citations(paragraphs)
  const named = paragraphs.map((paragraph, i) => ({ ...paragraph, label: names[i]! }))
  const open = named.filter(
    ({ proposals, passages }) =>
      proposals.length > 0 ||
      passages.some(
        (passage) => passage.type === 'words' && 'text' in passage.run && /[[\]]/.test(passage.run.text),
      ),
  )
  return {
    proposals: [...new Set(open.flatMap(({ proposals }) => proposals))].map(String),
    labels: open.map(({ label, id }) => label || id),
  }
}

/** "A/AC.292/2024/CRP.1" → "A-AC.292-2024-CRP.1": letters and digits of any script, dots, hyphens. */
function fileStem(symbol: string): string {
  const stem = symbol
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
  // By whole characters: half of one is no file name.
  return Array.from(stem).slice(0, 100).join('') || 'text'
}
