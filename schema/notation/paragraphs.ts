import { labelAt } from './label.ts'

const wrapFrom = 50
const wrapTo = 110

/**
 * Offsets at which paragraphs begin. Blank lines part paragraphs; so does every line end, unless the lines
 * were broken at a margin: then a line goes on from the one above when that one was full and this one does
 * not begin with a label or a bullet. `whole` lines were not broken: each is a paragraph.
 */
export function paragraphStarts(text: string, whole = false): number[] {
  const lines = linesOf(text)
  const longest = lines.reduce((most, line) => Math.max(most, line.text.trimEnd().length), 0)
  const margin = !whole && longest >= wrapFrom && longest <= wrapTo ? longest : null
  const starts = [0]
  let above = ''
  for (const { at, text: line } of lines) {
    const words = line.trim()
    const goesOn = margin !== null && above !== '' && isFull(above, words, margin) && !beginsItem(line)
    if (words !== '' && at > 0 && !goesOn) starts.push(at)
    above = line.trimEnd()
  }
  return starts
}

interface TextLine {
  readonly at: number
  readonly text: string
}

function linesOf(text: string): TextLine[] {
  let at = 0
  return text.split(/(?<=\r\n|\n|\r(?!\n)|\u2029)/).map((line) => {
    const found = { at, text: line.replace(/[\r\n\u2029]+$/, '') }
    at += line.length
    return found
  })
}

/** A line was broken at the margin when the next word had no room left on it. */
const isFull = (above: string, next: string, margin: number): boolean =>
  above.length + 1 + next.split(/\s/, 1)[0]!.length > margin - 6

/** A label, an option or a bullet, also behind opening brackets. */
function beginsItem(line: string): boolean {
  const lead = /^[\s[>]*/.exec(line)![0].length
  return /^(?:[-–—*•◦▪] |#|Option\b)/.test(line.slice(lead, lead + 10)) || labelAt(line, lead) !== null
}
