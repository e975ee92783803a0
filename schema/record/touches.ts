import type { Amend, Change, Spot } from '../proposal/change.ts'
import { anchorOf, rangesOf } from '../proposal/change.ts'
import { currentSource } from '../proposal/footprint.ts'
import { nodesOf, selectionOf } from '../text/node.ts'
import type { Piece } from '../text/stream.ts'
import { holdsSpot } from '../text/stream.ts'
import type { Layout } from '../text/text.ts'
import { layoutOf } from '../text/text.ts'
import { isBreak } from '../text/token.ts'
import type { State } from './state.ts'

const layouts = new WeakMap<State, Layout>()

/** The text under negotiation with origins; computed once for a state. */
export function currentLayout(state: State): Layout {
  let layout = layouts.get(state)
  if (!layout) layouts.set(state, (layout = layoutOf(state, state.accepted)))
  return layout
}

/** The paragraph of the text under negotiation in which a token stands, or stood before it was struck. */
export function paragraphAt(state: State, spot: Spot): string | null {
  const here = currentLayout(state).find(({ nodes }) =>
    nodes.some((node) => holdsSpot(node.break, spot) || node.hidden.some((piece) => holdsSpot(piece, spot))),
  )
  return here?.head.id ?? null
}

/** Paragraphs whose words, place or kind a change bears on. A new paragraph bears on none but itself. */
export function paragraphsTouched(state: State, change: Change): string[] {
  const touched = new Set<string | null>()
  for (const { source, from, to } of rangesOf(change)) {
    const host = currentSource(state, source)
    touched.add(paragraphAt(state, { source: host, at: from }))
    for (const at of state.sources.get(host)?.breaks ?? [])
      if (from <= at && at < to) {
        touched.add(paragraphAt(state, { source: host, at }))
        if (change.type === 'amend') touched.add(joinedTo(state, change, { source: host, at }))
      }
  }
  const anchor = change.type === 'amend' ? anchorOf(change) : null
  if (anchor && !addsParagraph(state, change)) touched.add(paragraphAt(state, spotBefore(state, anchor)))
  if (change.type === 'set' || change.type === 'place') touched.add(change.paragraph)
  touched.delete(null)
  return [...touched] as string[]
}

/** The paragraph to which a struck break leaves the words behind it; null when they are struck with it. */
function joinedTo(state: State, { strike }: Amend, spot: Spot): string | null {
  const layout = currentLayout(state)
  const here = layout.find((laid) => holdsSpot(laid.break, spot))
  if (!here) return null
  const struck = (piece: Piece) =>
    strike.some(
      ({ source, from, to }) =>
        currentSource(state, source) === piece.source && from <= piece.from && piece.to <= to,
    )
  if (here.pieces.every(struck)) return null
  const { nodes } = nodesOf(state, selectionOf(state.accepted))
  const before = nodes.slice(0, nodes.indexOf(here.nodes[0]!)).findLast(({ visible }) => visible)
  return layout.find((laid) => laid.nodes.some((node) => node === before))?.head.id ?? null
}

/** True when a change inserts whole paragraphs behind another, rather than words into it. */
function addsParagraph(state: State, change: Change): boolean {
  if (change.type !== 'amend' || !change.insert) return false
  const { anchor, runs } = change.insert
  const source = state.sources.get(currentSource(state, anchor.source))
  const atEnd = anchor.at === source?.length || source?.breaks.includes(anchor.at)
  return runs[0] !== undefined && isBreak(runs[0]) && atEnd === true
}

/** The token before a gap; of a gap at the beginning of inserted words, the one before those. */
function spotBefore(state: State, { source, at }: { source: string; at: number }): Spot {
  const host = currentSource(state, source)
  if (at > 0) return { source: host, at: at - 1 }
  const anchor = state.sources.get(host)?.anchor
  return anchor ? spotBefore(state, anchor) : { source: host, at: 0 }
}
