import type { Range, Spot } from '../../../schema/proposal/change.ts'
import type { Run } from '../../../schema/text/token.ts'
import type { ParagraphView, Passage, Plain } from '../../../schema/view/passage.ts'
import type { SelectedWords } from './ask.ts'

/** One drawn stretch of words, or what stands for a unit that is no words, with where it came from. */
interface Leaf {
  readonly node: Node
  /** Offset of its first unit among the words drawn in the row. */
  readonly at: number
  readonly length: number
}

/** What stands in a row for the eye or the ear alone, and is no word of the text. */
const apparatus = '.said, [aria-hidden="true"], button'
const standIns = 'br, .note, .pilcrow'

const signOf = (run: Run): string => ('text' in run ? run.text : 'line' in run ? '\n' : '\u{fffc}')

/** The words of a view in the order in which they are drawn. */
const plainOf = (passages: readonly Passage[]): Plain[] =>
  passages.flatMap((passage) =>
    passage.type === 'words'
      ? [passage]
      : passage.wordings.flatMap(({ passages: inside }) => plainOf(inside)),
  )

/** What is drawn in a row, leaf by leaf; null when it is not what the view says, so that no word is mistaken. */
function leavesOf(row: Element, view: ParagraphView): readonly Leaf[] | null {
  const holder = row.querySelector('.paragraph-words')
  if (!holder) return null
  const leaves: Leaf[] = []
  let drawn = ''
  const walk = (node: Node): void => {
    const isUnit = node instanceof Element && node.matches(standIns)
    if (node instanceof Element && !isUnit && node.matches(apparatus)) return
    if (!isUnit && !(node instanceof Text)) return node.childNodes.forEach(walk)
    const sign = node instanceof Text ? node.data : (node as Element).matches('br') ? '\n' : '\u{fffc}'
    leaves.push({ node, at: drawn.length, length: sign.length })
    drawn += sign
  }
  holder.childNodes.forEach(walk)
  const said = plainOf(view.passages)
    .map(({ run }) => signOf(run))
    .join('')
  return drawn === said ? leaves : null
}

/** Units `from` up to `to` of what is drawn in a row, as ranges of their sources. */
function rangesAt(view: ParagraphView, from: number, to: number): Range[] {
  const ranges: Range[] = []
  let at = 0
  for (const { run, origin } of plainOf(view.passages)) {
    const end = at + signOf(run).length
    const [first, last] = [Math.max(from, at), Math.min(to, end)]
    if (first < last)
      ranges.push({ source: origin.source, from: origin.at + first - at, to: origin.at + last - at })
    at = end
  }
  return ranges
}

/** Where a boundary of a selection lies among a leaf's units. */
const within = ({ node, length }: Leaf, container: Node, offset: number, otherwise: number): number =>
  node === container && node instanceof Text ? Math.min(offset, length) : otherwise

/** The words a selection holds, of all the rows it crosses; null when it holds none. */
export function selectedWords(
  list: HTMLElement,
  paragraphs: ReadonlyMap<string, ParagraphView>,
  selection: Selection | null,
): SelectedWords | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const found: { id: string; ranges: Range[]; words: string }[] = []
  for (const row of rowsIn(list)) {
    const view = paragraphs.get(row.dataset['paragraph'] ?? '')
    if (!view || !range.intersectsNode(row)) continue
    const leaves = leavesOf(row, view)
    if (!leaves) continue
    const touched = leaves.filter(({ node }) => range.intersectsNode(node))
    const [first, last] = [touched[0], touched.at(-1)]
    if (!first || !last) continue
    const from = first.at + within(first, range.startContainer, range.startOffset, 0)
    const to = last.at + within(last, range.endContainer, range.endOffset, last.length)
    const words = plainOf(view.passages).map(({ run }) => signOf(run))
    if (from < to) found.push({ id: view.id, ...trimmed(view, words.join(''), from, to) })
  }
  const rows = found.filter(({ ranges }) => ranges.length > 0)
  if (rows.length === 0) return null
  return {
    ranges: rows.flatMap(({ ranges }) => ranges),
    words: rows.map(({ words }) => words).join(' … '),
    rows: rows.map(({ id }) => id),
  }
}

/** Without the spaces that a hand takes along at both ends. */
function trimmed(view: ParagraphView, words: string, from: number, to: number) {
  const text = words.slice(from, to)
  const [before, after] = [text.length - text.trimStart().length, text.length - text.trimEnd().length]
  return text.trim() === ''
    ? { ranges: [], words: '' }
    : { ranges: rangesAt(view, from + before, to - after), words: text.trim() }
}

/** The token before which the caret was left in a row by a press; null when it was not. */
export function caretIn(
  row: Element,
  view: ParagraphView,
  selection: Pick<Selection, 'focusNode' | 'focusOffset'> | null,
): Spot | null {
  const { focusNode: node, focusOffset: offset } = selection ?? { focusNode: null, focusOffset: 0 }
  const leaf = node && leavesOf(row, view)?.find((one) => one.node === node)
  if (!leaf || leaf.length === 0) return null
  const at = Math.min(leaf.at + offset, leaf.at + leaf.length - 1)
  const [range] = rangesAt(view, at, at + 1)
  return range ? { source: range.source, at: range.from } : null
}

/** Where units of a source are drawn in a row, as ranges of the page; none where they are not. */
export function drawnAt(row: Element, view: ParagraphView, { source, from, to }: Range): globalThis.Range[] {
  const plain = plainOf(view.passages)
  const leaves = plain.some(({ origin }) => origin.source === source) ? leavesOf(row, view) : null
  if (!leaves) return []
  const found: globalThis.Range[] = []
  let at = 0
  for (const { run, origin } of plain) {
    const length = signOf(run).length
    const [first, last] = [Math.max(from, origin.at), Math.min(to, origin.at + length)]
    if (origin.source === source && first < last)
      found.push(...onPage(leaves, at + first - origin.at, at + last - origin.at))
    at += length
  }
  return found
}

/** Units `from` up to `to` of what is drawn in a row, as ranges of the page, leaf by leaf. */
function onPage(leaves: readonly Leaf[], from: number, to: number): globalThis.Range[] {
  return leaves.flatMap(({ node, at, length }) => {
    const [first, last] = [Math.max(from - at, 0), Math.min(to - at, length)]
    if (first >= last || !(node instanceof Text)) return []
    const range = document.createRange()
    range.setStart(node, first)
    range.setEnd(node, last)
    return [range]
  })
}

/** The rows of a list in order. */
const rowsIn = (list: HTMLElement): readonly HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('.paragraph[data-paragraph]'),
]
