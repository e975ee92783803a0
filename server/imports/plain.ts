import { words } from '../../schema/text/token.ts'
import { type FoundText, plainFound } from './found.ts'
import { readLabel } from './label.ts'
import { blocksOf } from './lines.ts'

/** Reads plain text. Every character of a line is a word of the text: nothing in it is markup. */
export function readPlain(text: string): FoundText {
  return {
    // Numbered paragraphs are set with their first line indented, so that their indentation says nothing.
    paragraphs: blocksOf(text).map(({ text: line, depth }) => ({
      ...plainFound([words(line)]),
      depth: readLabel(line)?.form === 'decimal' ? 0 : depth,
    })),
    notes: new Map(),
    warnings: [],
  }
}
