import type { State } from '../record/state.ts'
import type { Paragraph } from '../text/paragraph.ts'
import type { Layout } from '../text/text.ts'
import { textOf } from '../text/text.ts'
import type { Head } from '../text/token.ts'
import { basisAt, hasMoves } from './asking.ts'
import type { Basis } from './basis.ts'
import { move } from './basis.ts'
import type { Change } from './change.ts'
import { compare } from './compare.ts'
import { seamAtStart, seamBehind } from './seam.ts'

/** True for what stands under a paragraph: the items and footnotes of a chapeau, the section of a heading. */
function isUnder(head: Head, by: Head): boolean {
  if (head.kind === 'footnote') return by.kind !== 'title' && by.kind !== 'annex'
  if (by.kind === 'heading')
    return (
      head.kind !== 'annex' && head.kind !== 'title' && (head.kind !== 'heading' || head.level > by.level)
    )
  if (by.kind === 'item') return head.kind === 'item' && head.level > by.level
  return head.kind === 'item' && by.kind !== 'footnote' && by.kind !== 'title' && by.kind !== 'annex'
}

/** The index of the last paragraph of all that stands under one, or its own. */
function lastUnder(layout: Layout, index: number): number {
  const { head } = layout[index]!
  let last = index
  while (layout[last + 1] && isUnder(layout[last + 1]!.head, head)) last++
  return last
}

/** Ids of the paragraphs that stand under one, in reading order. */
export function paragraphsUnder(state: State, paragraph: string): string[] {
  const { layout, index } = basisAt(state, paragraph)
  return index < 0 ? [] : layout.slice(index + 1, lastUnder(layout, index) + 1).map(({ head }) => head.id)
}

/**
 * Places paragraphs, each with all that stands under it, behind another and all that stands under that one;
 * `after` null is before everything. An item goes right behind the chapeau it is put under. Null where they stand
 * there already, or would be put under themselves.
 */
export function placeAfter(
  state: State,
  paragraphs: readonly string[],
  after: string | null,
): Change[] | null {
  const basis = basisAt(state, paragraphs[0]!)
  const { layout, stream } = basis
  const blocks = blocksOf(layout, paragraphs)
  const [first] = blocks
  if (!first) return null
  const target = layout.findIndex(({ head }) => head.id === after)
  const anchor = after === null ? -1 : behind(layout, target, first.from)
  if (after !== null && anchor < 0) return null
  if (blocks.some(({ from, to }) => anchor >= from && anchor <= to)) return null
  const adjoin = blocks.every(({ from }, i) => i === 0 || from === blocks[i - 1]!.to + 1)
  if (adjoin && anchor === first.from - 1) return null
  if (hasMoves(basis)) return compare(state, basis.set, reordered(textOf(state, basis.set), blocks, anchor))
  const place = anchor < 0 ? seamAtStart(state, layout, stream) : seamBehind(state, layout, stream, anchor)
  const moves = blocks
    .flatMap(({ from, to }) => (isBlock(basis, from, to) ? [{ from, to }] : each(from, to)))
    .map(({ from, to }) => move(basis, from, to, place))
  // What is put right behind one neighbour stands in the reverse order of its coming.
  return place.after === undefined ? moves : moves.reverse()
}

/** A text with some of its stretches behind the paragraph of an index; −1 is before everything. */
function reordered(
  text: readonly Paragraph[],
  blocks: readonly { readonly from: number; readonly to: number }[],
  anchor: number,
): Paragraph[] {
  const goes = (index: number) => blocks.some(({ from, to }) => from <= index && index <= to)
  const stays = text.flatMap((one, index) => (goes(index) ? [] : [{ one, index }]))
  const moved = text.filter((_, index) => goes(index))
  const before = stays.filter(({ index }) => index <= anchor)
  const behind = stays.slice(before.length)
  return [...before.map(({ one }) => one), ...moved, ...behind.map(({ one }) => one)]
}

/** Paragraphs with what stands under them, as stretches of the layout in reading order. */
function blocksOf(layout: Layout, paragraphs: readonly string[]): { from: number; to: number }[] {
  const blocks: { from: number; to: number }[] = []
  layout.forEach(({ head }, index) => {
    if (paragraphs.includes(head.id) && index > (blocks.at(-1)?.to ?? -1))
      blocks.push({ from: index, to: lastUnder(layout, index) })
  })
  return blocks
}

const each = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ from: from + i, to: from + i }))

/** The index behind which a paragraph comes to stand when it is put after another. */
function behind(layout: Layout, target: number, moved: number): number {
  if (target < 0) return -1
  const { head } = layout[moved]!
  let at = target
  while (layout[at + 1] && isUnder(layout[at + 1]!.head, layout[target]!.head)) {
    const next = layout[at + 1]!.head
    if (head.kind === 'item' && next.kind === 'item' && next.level <= head.level) break
    at++
  }
  return at
}

/** True when paragraphs follow one another in the stream too, so that one change moves them all. */
function isBlock({ layout, stream }: Basis, from: number, to: number): boolean {
  const visible = stream.filter((node) => node.visible)
  const at = visible.indexOf(layout[from]!.nodes[0]!)
  return layout
    .slice(from, to + 1)
    .every(({ nodes: [node], portal }, i) => node === visible[at + i] && portal === layout[from]!.portal)
}
