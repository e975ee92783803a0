import type { Notation, OptionBlock, OptionNode } from './notation.ts'
import { walk } from './walk.ts'

interface Mark {
  readonly node: OptionNode
  /** End of the innermost bracket it stands in, or of the text. */
  readonly within: number
}

/**
 * Blocks to choose from. A block runs up to the next option of its group or an outer one, to the end of the
 * bracket it stands in, and at the latest, for the last of a group, to the end of its paragraph; of the
 * paragraph after it, when the mark stands alone on its line.
 */
export function optionBlocks(text: string, notation: Omit<Notation, 'options'>): OptionBlock[] {
  const marks = marksIn(text, notation)
  const depths = depthsOf(marks)
  const groups = groupsOf(marks, depths)
  let [inner, outer] = [marks.length, marks.length]
  const nexts = marks.map((_, i) => i)
  for (let i = marks.length - 1; i >= 0; i--) {
    nexts[i] = depths[i] === 0 ? outer : Math.min(inner, outer)
    if (depths[i] === 0) outer = i
    inner = i
  }
  return marks.map(({ node, within }, i) => {
    const next = nexts[i]!
    const follows = next < marks.length && (groups[next] === groups[i] || depths[next]! < depths[i]!)
    const last = next - 1
    const behind = marks[last]!.node.at + marks[last]!.node.text.length
    const end = Math.min(
      within,
      follows ? marks[next]!.node.at : paragraphEnd(text, notation.paragraphs, behind),
    )
    const words = text.slice(node.at + node.text.length, end)
    const noText = wantsNone.test(words)
    return { at: node.at, end, name: node.name, depth: depths[i]!, group: groups[i]!, noText }
  })
}

/** "No text", and behind it at most who asks for none. */
const wantsNone =
  /^[\s[*_:.]*no (?:text|article|paragraph|provision)[\s\]*_.;]*(?:\([^()]{1,200}\)[\s\]*_.;]*|[-–—][^[\]]{1,200}\]?[\s*_.;]*)*$/i

function marksIn(text: string, notation: Pick<Notation, 'nodes'>): Mark[] {
  const marks: Mark[] = []
  const ends: { depth: number; end: number }[] = []
  walk(notation, ({ node, depth }) => {
    while (ends.length > 0 && ends.at(-1)!.depth >= depth) ends.pop()
    if (node.type === 'bracket') ends.push({ depth, end: node.end - 1 })
    if (node.type === 'option') marks.push({ node, within: ends.at(-1)?.end ?? text.length })
  })
  return marks
}

const isInner = (name: string): boolean => /^(?:\(|\p{Ll}|\d+(?:\.\d|\(?[a-z]))/u.test(name)

/** "Option (a)" and "Option 2.1" lie within the "Option 2" before them. */
function depthsOf(marks: readonly Mark[]): number[] {
  let numbered = false
  return marks.map(({ node }) => {
    if (isInner(node.name)) return numbered ? 1 : 0
    numbered = true
    return 0
  })
}

/** A first number begins a new group; so does a lettered option behind a numbered one. */
function groupsOf(marks: readonly Mark[], depths: readonly number[]): number[] {
  let count = -1
  const open: (number | undefined)[] = []
  return marks.map(({ node }, i) => {
    const depth = depths[i]!
    open.length = Math.min(open.length, depth + 1)
    const first = /^(?:\(?(?:1|a|i|A|I)\)?|\d+(?:\.1|\(?a\)?))$/.test(node.name)
    if (first || open[depth] === undefined) open[depth] = ++count
    return open[depth]
  })
}

function paragraphEnd(text: string, paragraphs: readonly number[], at: number): number {
  const alone = /^[ \t*_]*(?:[\r\n]|$)/.test(text.slice(at, at + 40))
  const next = firstAfter(paragraphs, at)
  const end = paragraphs[next + (alone ? 1 : 0)]
  return end ?? text.length
}

/** Index of the first of some rising offsets beyond `at`. */
export function firstAfter(offsets: readonly number[], at: number): number {
  let [low, high] = [0, offsets.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (offsets[middle]! > at) high = middle
    else low = middle + 1
  }
  return low
}
