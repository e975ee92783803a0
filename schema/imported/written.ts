import type { Asked } from '../notation/notation.ts'
import type { Deed } from '../record/deed.ts'
import type { Count } from '../text/numbering.ts'
import type { Paragraph } from '../text/paragraph.ts'

/** A paragraph as it was imported: its brackets, names and notes are characters still, its number was taken off. */
export interface WrittenParagraph extends Paragraph {
  /** The number as written: "OP1 bis", "(a)", "12"; null where there was none. */
  readonly label: string | null
}

/**
 * What a bracket, option or note is taken for. `hold`: words of the text in brackets, without another wording ·
 * `optional`: words that are asked for · `standing`: words of the text for which the `alternative` brackets
 * behind them are asked · `deletion`: words of the text that are asked to go · `placeholder`: to be filled in ·
 * `status`: how the paragraph stands · `reservation`: of a delegation, in a footnote · `note`: a remark, no
 * part of the text · `words`: characters of the text, brackets included.
 */
export type Reading =
  | 'hold'
  | 'optional'
  | 'alternative'
  | 'standing'
  | 'deletion'
  | 'placeholder'
  | 'status'
  | 'reservation'
  | 'note'
  | 'words'

/** Who asks what there, in the names of the text; `code` is null of a name that nobody seated bears. */
export interface FoundClaim {
  readonly names: readonly { readonly text: string; readonly code: string | null }[]
  readonly asked: Asked
  readonly condition: string
}

/** One bracket, option, note, status or line of positions, as it was understood. */
export interface Finding {
  /** Paragraph and offset of its first character, "p12:34": the same whatever is corrected. */
  readonly id: string
  readonly paragraph: string
  /** Units of the content of `paragraph`, and of `through`, the last paragraph, where it spans several. */
  readonly from: number
  readonly to: number
  readonly through: string
  readonly reading: Reading
  /** What it may be corrected to, its present reading among them. */
  readonly choices: readonly Reading[]
  /** Id of the first of the adjacent wordings it belongs to; null when it stands by itself. */
  readonly row: string | null
  /** Codes of those who ask for it; empty for nobody in particular. */
  readonly sponsors: readonly string[]
  readonly claims: readonly FoundClaim[]
  /** Its words, short and plain. */
  readonly words: string
  /** False where it was a guess that is worth a look. */
  readonly sure: boolean
}

/** What a person said about what was understood. */
export interface Corrections {
  /** By id of a finding. */
  readonly brackets: Readonly<
    Record<
      string,
      { readonly reading?: Reading | undefined; readonly sponsors?: readonly string[] | undefined }
    >
  >
  /** By name as written: the code it stands for, or nobody's. */
  readonly names: Readonly<Record<string, string | null>>
}

/** One deed of the import, done through the channel `imported`. Its act has the number of its index + 2. */
export interface Step {
  readonly for?: string
  /** What it follows from. */
  readonly finding: string | null
  readonly deed: Deed
}

/**
 * Why something could not be recorded as it is written. `same-span`: brackets around the same words are one ·
 * `too-deep`: nested deeper than the record goes; words · `no-words`: nothing stands there to be asked for or
 * struck; a remark · `brackets-open`: a paragraph with brackets is not agreed; a remark · `no-paragraph`: the
 * paragraph it speaks of is not found or not of the text; a remark · `not-sponsor`: who would withdraw asks
 * for nothing there; a remark.
 */
export type KeptReason =
  'same-span' | 'too-deep' | 'no-words' | 'brackets-open' | 'no-paragraph' | 'not-sponsor'

/** A written text as a text to open and what is asked of it. */
export interface Understanding {
  readonly base: Paragraph[]
  /** The numbers it came with, where they are not those that its paragraphs would have by themselves. */
  readonly counts: Count[]
  readonly steps: Step[]
  /** In reading order. */
  readonly findings: Finding[]
  /** Every name that asks for something, by its first mention. */
  readonly names: readonly { readonly text: string; readonly code: string | null; readonly count: number }[]
  /** Brackets without a partner: characters of the text. `at` counts units of the content. */
  readonly orphans: readonly { readonly paragraph: string; readonly at: number; readonly char: '[' | ']' }[]
  readonly kept: readonly { readonly finding: string; readonly why: KeptReason }[]
}
