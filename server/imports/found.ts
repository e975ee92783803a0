import type { ParagraphKind, Run } from '../../schema/text/token.ts'

/** Something the reader of an import should look at. Codes are listed in `warningCodes`. */
export interface Warning {
  readonly code: WarningCode
  readonly params: Readonly<Record<string, string | number | readonly string[]>>
}

const warningCodes = [
  'encoding-assumed', // params: encoding
  'control-characters', // params: count
  'tracked-changes', // params: count: the text as it would be once they are all accepted was taken
  'struck-through', // params: count: put in brackets, as what is asked to go
  'tables', // params: count: their cells became paragraphs
  'headers-footers', // left out
  'comments', // params: count: left out
  'pictures', // params: count: left out
  'text-boxes', // params: count: left out
  'formulas', // params: count: only their characters were kept
  'hidden-text', // params: count: left out
  'symbols', // params: count: characters of a symbol font, kept as □
  'embedded', // params: count: embedded documents, left out
  'bullets', // params: count: they became lettered items
  'provenance-dropped', // params: line: what an export said of itself
  'labels-dropped', // params: labels: "OP3 bis" and the like; what was alternative now follows
  'long-paragraph', // params: paragraph, length
  'formatting-dropped', // params: paragraph: more pieces of formatting than the record takes
  'links-dropped', // params: count: not an address of the web or of mail
  'footnote-missing', // params: count: references to footnotes that the file does not have
  'footnote-unused', // params: count: footnotes nothing refers to, kept at the end
] as const
type WarningCode = (typeof warningCodes)[number]

/** A paragraph as a reader of a format found it, before anything is known about its kind. */
export interface Found {
  /** Words, line breaks, and references to footnotes by their names in `FoundText.notes`. */
  readonly runs: readonly Run[]
  /** What automatic numbering prints before it, as "(a)" or "3."; null when it has none. */
  readonly number: string | null
  /** Depth in lists or of indentation; 0 at the margin. */
  readonly depth: number
  /** What the format itself says it is: a heading of Markdown, a style of Word. */
  readonly style: { readonly kind: ParagraphKind; readonly level: number } | null
  readonly centred: boolean
  readonly inTable: boolean
}

/** What a reader found in a file. */
export interface FoundText {
  readonly paragraphs: readonly Found[]
  readonly notes: ReadonlyMap<string, readonly Run[]>
  readonly warnings: readonly Warning[]
}

/** A paragraph without numbering, style or indentation. */
export const plainFound = (runs: readonly Run[]): Found => ({
  runs,
  number: null,
  depth: 0,
  style: null,
  centred: false,
  inTable: false,
})

/** Counts what was left out or altered; each code is reported once with its number. */
export class Tally {
  readonly #counts = new Map<WarningCode, number>()

  add(code: WarningCode, count = 1): void {
    if (count > 0) this.#counts.set(code, (this.#counts.get(code) ?? 0) + count)
  }

  warnings(): Warning[] {
    return [...this.#counts].map(([code, count]) => ({ code, params: { count } }))
  }
}
