import { type Run, words } from '../../schema/text/token.ts'
import { type FoundText, plainFound } from './found.ts'
import { readLabel } from './label.ts'
import { type Block, blocksOf } from './lines.ts'

/**
 * Reads plain text. Every character of a line is a word of the text: nothing in it is markup, but for raised
 * numbers that a paragraph of their own explains: those are footnotes.
 */
export function readPlain(text: string): FoundText {
  const blocks = blocksOf(text)
  const notes = notesIn(blocks)
  return {
    // Numbered paragraphs are set with their first line indented, so that their indentation says nothing.
    paragraphs: blocks
      .filter((block) => !notes.has(numberOf(block)))
      .map(({ text: line, depth }) => ({
        ...plainFound(cited(line, notes)),
        depth: readLabel(line)?.form === 'decimal' ? 0 : depth,
      })),
    notes: new Map([...notes].map(([number, line]) => [number, [words(line)]])),
    warnings: [],
  }
}

const raised = /[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g

/** The raised number that a block begins with; empty for none. */
const numberOf = ({ text }: Block): string => /^([⁰¹²³⁴⁵⁶⁷⁸⁹]+)\s/.exec(text)?.[1] ?? ''

/** Words of each footnote by its raised number: of one block alone, and cited behind a word of another. */
function notesIn(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const numbered = blocks.filter((block) => numberOf(block) !== '')
  const count = new Map<string, number>()
  for (const block of numbered) count.set(numberOf(block), (count.get(numberOf(block)) ?? 0) + 1)
  const citations = new Set(
    blocks.flatMap((block) =>
      numberOf(block) === ''
        ? [...block.text.matchAll(/(?<=\S)[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g)].map(([number]) => number)
        : [],
    ),
  )
  return new Map(
    numbered
      .map((block) => [numberOf(block), block.text.slice(numberOf(block).length).trim()] as const)
      .filter(([number, line]) => count.get(number) === 1 && citations.has(number) && line !== ''),
  )
}

/** A line with references in place of the numbers of footnotes. */
function cited(line: string, notes: ReadonlyMap<string, string>): Run[] {
  const out: Run[] = []
  let at = 0
  for (const { 0: number, index } of line.matchAll(raised)) {
    if (!notes.has(number) || index === 0 || /\s/.test(line[index - 1]!)) continue
    out.push(words(line.slice(at, index)), { note: number })
    at = index + number.length
  }
  return [...out, words(line.slice(at))]
}
