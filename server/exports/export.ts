import { citations } from '../../schema/text/label.ts'
import { type Refusal, refuse } from '../../schema/refusal.ts'
import type { State } from '../../schema/record/state.ts'
import type { Names, View } from '../../schema/view/passage.ts'
import { view } from '../../schema/view/view.ts'
import { printDocx } from './docx.ts'
import { printHtml } from './html.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { printPlain } from './plain.ts'

/** What to export, and how. */
export interface ExportOptions {
  readonly what: 'clean' | 'compilation'
  readonly format: 'docx' | 'html' | 'txt'
  readonly names: Names
  /** Keep open brackets in a clean text instead of refusing it. */
  readonly keep: boolean
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
  txt: 'text/plain; charset=utf-8',
} as const

/**
 * The text at the act of `state` as a file. A clean text with anything still open in it is refused with
 * the list, unless brackets are kept.
 */
export async function exportText(state: State, options: ExportOptions): Promise<ExportedFile | Refusal> {
  const { what, format, names, keep, at } = options
  const compiled = view(state, { type: 'compilation', names })
  const open = openIn(compiled)
  if (what === 'clean' && !keep && open.labels.length > 0) return refuse('brackets-open', open)
  const shown = what === 'clean' && open.labels.length === 0 ? view(state, { type: 'clean' }) : compiled
  const sheet = sheetOf(state, shown, what, at)
  return {
    fileName: `${fileStem(sheet.symbol)}_${what}.${format}`,
    contentType: contentTypes[format],
    body: await print(sheet, shown, format),
  }
}

async function print(
  sheet: Sheet,
  shown: View,
  format: ExportOptions['format'],
): Promise<Uint8Array | string> {
  if (format === 'docx') return printDocx(sheet)
  return format === 'html' ? printHtml(sheet) : printPlain(sheet, shown)
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
  return stem.slice(0, 100) || 'text'
}
