import { Fragment, Slice } from 'prosemirror-model'
import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'
import type { Delta, Piece } from '../../schema/draft/delta.ts'
import { receive } from '../../schema/draft/delta.ts'
import type { Flow } from '../../schema/draft/flow.ts'
import type { Seg } from '../../schema/draft/seg.ts'
import { insertedFragment, remarked } from './content.ts'
import type { Placing } from './layout.ts'
import { placings } from './layout.ts'
import { draftSchema } from './schema.ts'

/**
 * Does to a document, in steps of `tr`, what a change did to the shared text. The table must describe
 * `tr.doc`; afterwards it describes the new one. Paragraphs not concerned stay the same nodes.
 */
export function follow(flow: Flow, tr: Transaction, delta: Delta): void {
  const before = placings(flow, tr.doc)
  const { stream, touched, structural } = receive(flow.stream, delta)
  flow.stream = stream
  if (structural) flow.arrange()
  else if (touched.size === 0) return
  redraw(tr, nodesOf(flow, before, touched))
}

/** The paragraphs that the table describes, old nodes where nothing changed. */
function nodesOf(
  flow: Flow,
  before: ReadonlyMap<Seg, Placing>,
  touched: ReadonlyMap<Seg, readonly Piece[]>,
): Node[] {
  const wordsOf = (seg: Seg): Fragment => {
    const pieces = touched.get(seg)
    if (pieces) return pieces.reduce((all, piece) => all.append(pieceOf(piece, before)), Fragment.empty)
    const placing = before.get(seg)
    return placing ? placing.node.content.cut(placing.from, placing.from + seg.length) : Fragment.empty
  }
  return groupsOf(flow).map((group) => {
    const [head] = group
    if (!head) throw new RangeError('a paragraph without a beginning')
    const { id, kind, level } = head
    const old = before.get(head)
    const sameWords =
      old?.from === 0 &&
      old.group.length === group.length &&
      group.every((seg, index) => seg === old.group[index] && !touched.has(seg))
    if (sameWords) {
      const { attrs } = old.node
      if (attrs['id'] === id && attrs['kind'] === kind && attrs['level'] === level) return old.node
      return draftSchema.node('paragraph', { id, kind, level }, old.node.content)
    }
    const words = group.reduce((all, seg) => all.append(wordsOf(seg)), Fragment.empty)
    return draftSchema.node('paragraph', { id, kind, level }, words)
  })
}

function groupsOf(flow: Flow): Seg[][] {
  const groups: Seg[][] = []
  for (const seg of flow.shown) {
    if (seg.joined) groups.at(-1)?.push(seg)
    else groups.push([seg])
  }
  return groups
}

function pieceOf(piece: Piece, before: ReadonlyMap<Seg, Placing>): Fragment {
  if ('insert' in piece) return insertedFragment(piece.insert, piece.attributes)
  const placing = before.get(piece.seg)
  if (!placing) throw new RangeError(`the change speaks of an unknown paragraph: ${piece.seg.id}`)
  const words = placing.node.content.cut(placing.from + piece.from, placing.from + piece.to)
  return piece.attributes ? remarked(words, piece.attributes) : words
}

/** Turns the document into these paragraphs with steps as small as their identity allows. */
export function redraw(tr: Transaction, nodes: readonly Node[]): void {
  const { doc } = tr
  let start = 0
  let position = 0
  while (start < nodes.length && start < doc.childCount && doc.child(start) === nodes[start])
    position += doc.child(start++).nodeSize
  let end = nodes.length
  let oldEnd = doc.childCount
  while (end > start && oldEnd > start && doc.child(oldEnd - 1) === nodes[end - 1]) {
    end--
    oldEnd--
  }
  const fresh = nodes.slice(start, end)
  const old = Array.from({ length: oldEnd - start }, (_, i) => doc.child(start + i))
  if (old.length === fresh.length && old.every((node, i) => node.attrs['id'] === fresh[i]?.attrs['id'])) {
    // Last first, so that positions of the paragraphs in front hold.
    let at = position + old.reduce((sum, node) => sum + node.nodeSize, 0)
    for (let i = old.length - 1; i >= 0; i--) {
      const [from, to] = [old[i], fresh[i]]
      if (!from || !to) continue
      at -= from.nodeSize
      if (from !== to) redrawParagraph(tr, at, from, to)
    }
    return
  }
  const size = old.reduce((sum, node) => sum + node.nodeSize, 0)
  tr.step(new ReplaceStep(position, position + size, new Slice(Fragment.from(fresh), 0, 0)))
}

function redrawParagraph(tr: Transaction, at: number, from: Node, to: Node): void {
  for (const name of ['kind', 'level'])
    if (from.attrs[name] !== to.attrs[name]) tr.setNodeAttribute(at, name, to.attrs[name])
  const start = from.content.findDiffStart(to.content)
  const ends = from.content.findDiffEnd(to.content)
  if (start === null || !ends) return
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
  const words = to.content.cut(start, ends.b + overlap)
  tr.step(new ReplaceStep(at + 1 + start, at + 1 + ends.a + overlap, new Slice(words, 0, 0)))
}
