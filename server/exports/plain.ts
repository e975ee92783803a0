import { printLine, type Sheet } from './sheet.ts'

/**
 * The text as characters: a compilation in the notation that can be read back, a clean text with the numbers
 * it is issued with. One paragraph a line, a blank line between them.
 */
export const printPlain = (sheet: Sheet): string =>
  `${[headOf(sheet), ...sheet.legend.map((entry) => printLine(entry, sheet)), ...sheet.paragraphs.map((one) => printLine(one, sheet))].join('\n\n')}\n`

/** What a text without a header says of itself in one line. */
export const headOf = ({ symbol, caption, provenance, phrases }: Sheet): string =>
  [symbol, caption, ...provenance, phrases.unofficial].join(' · ')
