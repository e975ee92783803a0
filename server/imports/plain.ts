import { type Run, words } from '../../schema/text/token.ts'
import { type FoundText, plainFound } from './found.ts'
import { labelIn, leadOf } from './lead.ts'
import { blocksOf } from './lines.ts'

/**
 * Reads plain text. Every character of a line is a word of the text: nothing in it is markup, but for raised
 * numbers that a paragraph of their own explains: those are footnotes, also in brackets: `[EU: ² bis. See …]`.
 */
export function readPlain(text: string): FoundText {
  const blocks = blocksOf(text).map((block) => ({ ...block, mark: markOf(block.text) }))
  const cited = new Set(
    blocks.flatMap(({ text: line, mark }) => citationsIn(line, mark).map(({ number }) => number)),
  )
  const count = new Map<string, number>()
  for (const { mark } of blocks) if (mark) count.set(mark.number, (count.get(mark.number) ?? 0) + 1)
  const isNote = (mark: Mark | null): mark is Mark =>
    mark !== null && count.get(mark.number) === 1 && cited.has(mark.number)
  const notes = new Map(
    blocks.flatMap(({ text: line, mark }) =>
      isNote(mark) && line.length > mark.end
        ? [[mark.number, [words(line.slice(0, mark.at) + line.slice(mark.end))]] as const]
        : [],
    ),
  )
  return {
    // Numbered paragraphs are set with their first line indented, so that their indentation says nothing.
    paragraphs: blocks
      .filter(({ mark }) => !mark || !notes.has(mark.number))
      .map(({ text: line, depth }) => ({
        ...plainFound(withReferences(line, notes)),
        depth: labelIn(line)?.label.form === 'decimal' ? 0 : depth,
      })),
    notes,
    warnings: [],
  }
}

/** A raised number in a line, from `at` up to `end`; behind a mark that begins a line, its full stop and space too. */
interface Mark {
  readonly number: string
  readonly at: number
  readonly end: number
}

const ordinal =
  '(?: (?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|\\+\\d{1,3})(?![\\p{L}\\p{N}]))?'
const raised = new RegExp(`([⁰¹²³⁴⁵⁶⁷⁸⁹]+)(${ordinal})`, 'gu')
const first = new RegExp(`([⁰¹²³⁴⁵⁶⁷⁸⁹]+${ordinal})\\.?\\s+`, 'uy')

/** The raised number that a line begins with, also behind brackets and names. */
function markOf(line: string): Mark | null {
  const at = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]/u.test(line) ? 0 : leadOf(line)
  first.lastIndex = at
  const match = first.exec(line)
  return match ? { number: match[1]!, at, end: at + match[0].length } : null
}

/** Raised numbers behind a word, or by themselves in a bracket; not the one the line begins with. */
function citationsIn(line: string, mark: Mark | null): Mark[] {
  return [...line.matchAll(raised)].flatMap(({ 0: number, 1: digits, index }) => {
    const stands = index === 0 ? false : !/\s/.test(line[index - 1]!) || /[[:]\s$/.test(line.slice(0, index))
    if (!stands || index === mark?.at) return []
    const end = index + number.length
    return number === digits
      ? [{ number, at: index, end }]
      : [
          { number, at: index, end },
          { number: digits!, at: index, end: index + digits!.length },
        ]
  })
}

/** A line with references in place of the numbers of footnotes. */
function withReferences(line: string, notes: ReadonlyMap<string, unknown>): Run[] {
  const out: Run[] = []
  let at = 0
  for (const { number, at: from, end } of citationsIn(line, null)) {
    if (!notes.has(number) || from < at) continue
    out.push(words(line.slice(at, from)), { note: number })
    at = end
  }
  return [...out, words(line.slice(at))]
}
