import type { Node } from 'prosemirror-model'
import type { Flow, Spot } from '../../schema/draft/flow.ts'
import type { Seg } from '../../schema/draft/seg.ts'
import { headUnits, segUnits } from '../../schema/draft/seg.ts'
import type { Run } from '../../schema/text/token.ts'
import { headOf, runsOf } from './content.ts'
import { isParagraph } from './schema.ts'

/** The gap of the table at a position of the editor's document; between paragraphs, the end of the one before. */
export function spotAt(flow: Flow, position: number): Spot {
  let at = 0
  for (const [index, seg] of flow.shown.entries()) {
    if (!seg.joined) {
      if (index > 0) at++
      if (position <= at) return endOf(flow, index - 1)
      at++
    }
    if (position <= at + seg.length) return { index, offset: position - at }
    at += seg.length
  }
  return endOf(flow, flow.shown.length - 1)
}

/** The gap behind the last unit of a stretch; of none, before everything. */
export const endOf = (flow: Flow, index: number): Spot => ({ index, offset: flow.shown[index]?.length ?? 0 })

/** The editor's position of a gap of the shared text, at `offset` units from its beginning. */
export function positionOf(flow: Flow, offset: number): number {
  let start = 0
  let found = flow.stream[0]
  let inside = 0
  for (const seg of flow.stream) {
    const first = start + headUnits(seg)
    if (offset < first && seg !== flow.stream[0]) break
    found = seg
    inside = Math.max(0, Math.min(offset - first, seg.length))
    start += segUnits(seg)
  }
  let at = 0
  for (const [index, seg] of flow.shown.entries()) {
    if (!seg.joined) at += index > 0 ? 2 : 1
    if (seg === found) return at + inside
    at += seg.length
  }
  return 0
}

/** Where a stretch's words are in the editor's document: in which paragraph, from which unit of it on. */
export interface Placing {
  readonly node: Node
  readonly from: number
  /** The stretches of that paragraph. */
  readonly group: readonly Seg[]
}

/** Where the words of every stretch are in the document that the table describes. */
export function placings(flow: Flow, doc: Node): Map<Seg, Placing> {
  const out = new Map<Seg, Placing>()
  let group: Seg[] = []
  let from = 0
  let paragraph = -1
  for (const seg of flow.shown) {
    if (!seg.joined) {
      group = []
      from = 0
      paragraph++
    }
    group.push(seg)
    out.set(seg, { node: doc.child(paragraph), from, group })
    from += seg.length
  }
  return out
}

/** The tokens of a document between two of its positions; a paragraph's beginning is its break. */
export function tokensBetween(doc: Node, from: number, to: number): Run[] {
  const out: Run[] = []
  if (from < to)
    doc.nodesBetween(from, to, (node, position) => {
      if (!isParagraph(node)) return true
      if (position >= from) out.push({ break: headOf(node) })
      const start = Math.max(0, from - position - 1)
      const end = Math.min(node.content.size, to - position - 1)
      if (end > start) out.push(...runsOf(node.content.cut(start, end)))
      return false
    })
  return out
}
