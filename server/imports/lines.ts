import { labelIn } from './lead.ts'
import { openingOf } from './openings.ts'

/** A paragraph of plain text: its words on one line, and how far it is indented. */
interface Block {
  readonly text: string
  /** Steps of indentation: four columns or one tab each. */
  readonly depth: number
}

const wrapFrom = 50
const wrapTo = 110

/**
 * Finds the paragraphs of plain text. Blank lines part them. Lines broken at a margin are joined again;
 * where lines are longer than any margin (text pasted from a word processor) each is a paragraph.
 */
export function blocksOf(text: string): Block[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?|\u2028|\u0085|\v/g, '\n')
    .replace(/\f|\u2029/g, '\n\n')
    .split('\n')
  const width = marginOf(lines)
  const out: { lines: string[]; depth: number }[] = []
  let fresh = true
  for (const line of lines) {
    const words = line.trim()
    if (words === '') fresh = true
    else {
      const last = out.at(-1)
      if (!last || fresh || begins(last.lines.at(-1)!, words, width))
        out.push({ lines: [words], depth: depthOf(line) })
      else last.lines.push(words)
      fresh = false
    }
  }
  return out.map(({ lines: parts, depth }) => ({ text: parts.reduce(join), depth }))
}

/** Columns at which the lines were broken; null when every line stands for itself. */
function marginOf(lines: readonly string[]): number | null {
  const longest = lines.reduce((most, line) => Math.max(most, line.trimEnd().length), 0)
  return longest >= wrapFrom && longest <= wrapTo ? longest : null
}

/** True when a line, not parted from the one above by a blank one, begins a paragraph nevertheless. */
function begins(above: string, line: string, margin: number | null): boolean {
  if (margin === null || labelIn(line) !== null || /^\W*Option\s+\S{1,5}$/u.test(line)) return true
  const opens = openingOf(line) !== null
  if (/^\p{Ll}/u.test(line) && !opens) return false
  // A line was broken at the margin when the next word had no room left on it.
  const broken = above.length + 1 + line.split(/\s/, 1)[0]!.length > margin - 6
  const ended = /[.,;:،؛。，；：]["”»)]?$/.test(above)
  return !broken || (ended && opens)
}

const cjk = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/

function join(above: string, line: string): string {
  return cjk.test(above.at(-1)!) && cjk.test(line[0]!) ? above + line : `${above} ${line}`
}

function depthOf(line: string): number {
  const indent = /^[ \t\u3000]*/.exec(line)![0]
  const columns = Array.from(indent).reduce(
    (sum, char) => sum + (char === '\t' ? 4 : char === '\u3000' ? 2 : 1),
    0,
  )
  return Math.min(8, Math.floor(columns / 4))
}
