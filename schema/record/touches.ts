import type { Change, Spot } from '../proposal/change.ts'
import { anchorOf, rangesOf } from '../proposal/change.ts'
import { currentSource } from '../proposal/footprint.ts'
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
      if (from < at && at < to) touched.add(paragraphAt(state, { source: host, at }))
  }
  const anchor = change.type === 'amend' ? anchorOf(change) : null
  if (anchor && !addsParagraph(state, change)) touched.add(paragraphAt(state, spotBefore(state, anchor)))
  if (change.type === 'set' || change.type === 'place') touched.add(change.paragraph)
  touched.delete(null)
  return [...touched] as string[]
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
