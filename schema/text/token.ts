/** Character formatting a run of words may carry. `link` is an http(s) or mailto address. */
export interface Marks {
  readonly em?: true | undefined
  readonly strong?: true | undefined
  readonly underline?: true | undefined
  readonly sub?: true | undefined
  readonly sup?: true | undefined
  readonly link?: string | undefined
}

/**
 * What a paragraph is. `body` is numbered prose and `plain` prose without a number, as a quotation between
 * numbered paragraphs. `footnote` paragraphs follow the paragraph that refers to them.
 */
export const paragraphKinds = [
  'title',
  'heading',
  'preambular',
  'operative',
  'body',
  'plain',
  'item',
  'annex',
  'footnote',
] as const
export type ParagraphKind = (typeof paragraphKinds)[number]

/**
 * The beginning of a paragraph. `level` is 0 but for headings (1–3; 0 is a heading without a number, as the
 * name of the organ that speaks) and items (1 = (a), 2 = (i), 3 = a.).
 */
export interface Head {
  readonly id: string
  readonly kind: ParagraphKind
  readonly level: number
}

/** A run of characters with one formatting; as long as its UTF-16 code units. */
export interface Words {
  readonly text: string
  readonly marks?: Marks | undefined
}

/** Begins a paragraph; one unit long. */
interface Break {
  readonly break: Head
}

/** Refers to the footnote paragraph of this id; one unit long. */
export interface Note {
  readonly note: string
}

/** A line break inside a paragraph; one unit long. */
export interface Line {
  readonly line: true
}

/**
 * A run of tokens. A text is a flat stream of them: every character, break, footnote reference
 * and line break is one unit (a character beyond U+FFFF is two), and offsets count units.
 */
export type Run = Words | Break | Note | Line
/** Runs in the order of a text. */
export type Runs = readonly Run[]

/** Tells words from signs that are one unit. */
export const isWords = (run: Run): run is Words => 'text' in run
/** Tells where a paragraph begins. */
export const isBreak = (run: Run): run is Break => 'break' in run

/** Length of a run in units. */
export const runLength = (run: Run): number => ('text' in run ? run.text.length : 1)

/** Length of a stream in units. */
export const runsLength = (runs: Runs): number => runs.reduce((sum, run) => sum + runLength(run), 0)

/** Formatting that characters may have, in the order in which it is kept. */
export const markNames = ['em', 'strong', 'underline', 'sub', 'sup', 'link'] as const

/** True when both carry the same formatting; no marks and empty marks are the same. */
export function sameMarks(a: Marks | undefined, b: Marks | undefined): boolean {
  return a === b || markNames.every((name) => a?.[name] === b?.[name])
}

/** True when two one-unit tokens, or two runs of words, are alike in words, marks and attributes. */
export function sameRun(a: Run, b: Run): boolean {
  if ('text' in a) return 'text' in b && a.text === b.text && sameMarks(a.marks, b.marks)
  if ('break' in a)
    return (
      'break' in b &&
      a.break.id === b.break.id &&
      a.break.kind === b.break.kind &&
      a.break.level === b.break.level
    )
  if ('note' in a) return 'note' in b && a.note === b.note
  return 'line' in b
}

/** Adjacent words with the same formatting joined and empty runs dropped: the one normal form of a stream. */
export function joinRuns(runs: Runs): Run[] {
  const out: Run[] = []
  for (const run of runs) {
    if ('text' in run) {
      if (run.text === '') continue
      const last = out.at(-1)
      if (last && 'text' in last && sameMarks(last.marks, run.marks)) {
        out[out.length - 1] = words(last.text + run.text, last.marks)
        continue
      }
      out.push(words(run.text, run.marks))
    } else out.push(run)
  }
  return out
}

/** A run of words; formatting without a single mark is left out. */
export function words(text: string, marks?: Marks): Words {
  return marks && markNames.some((name) => marks[name] !== undefined) ? { text, marks } : { text }
}

/** The part of a stream from one offset up to another. Throws RangeError outside 0 ≤ from ≤ to ≤ length. */
export function sliceRuns(runs: Runs, from: number, to: number): Run[] {
  if (from < 0 || from > to) throw new RangeError(`no such range: ${from}–${to}`)
  const out: Run[] = []
  if (from === to) return out
  let at = 0
  for (const run of runs) {
    if (at >= to) break
    const end = at + runLength(run)
    if (end > from)
      out.push(
        'text' in run && (from > at || to < end)
          ? words(run.text.slice(Math.max(0, from - at), to - at), run.marks)
          : run,
      )
    at = end
  }
  if (to > at) throw new RangeError(`no such range: ${from}–${to} of ${at}`)
  return out
}

/** Plain characters of a stream: a line break reads as a newline, breaks and references as nothing. */
export function plainText(runs: Runs): string {
  return runs.map((run) => ('text' in run ? run.text : 'line' in run ? '\n' : '')).join('')
}
