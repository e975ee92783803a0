import type { Position } from '../party/position.ts'
import type { Spot, VersionKey } from '../proposal/change.ts'
import { versionKey } from '../proposal/change.ts'
import { holdsSpot, rootOf, streamOf } from '../text/stream.ts'
import { type Layout, layoutOf } from '../text/text.ts'
import type { Act } from './act.ts'
import type { ParagraphStatus } from './deed.ts'
import type { State } from './state.ts'
import type { Word } from './word.ts'

/** What was said of a paragraph as a whole, or declared of it by the chair, by act `n`. */
export type SaidThere = { readonly n: number; readonly at: string } & (
  | { readonly type: 'position'; readonly proposal: null; readonly position: Position }
  | {
      readonly type: 'status'
      readonly paragraph: string
      readonly status: ParagraphStatus
      readonly pending: readonly string[]
      readonly reason: string
    }
)

/**
 * Positions on the paragraph in which a word stood by then, as a whole, and what was declared of it: also of those from
 * which it came by a split or a join, and of what it stood in before it was struck.
 */
export function saidWhereItStood(state: State, acts: readonly Act[], word: Word): SaidThere[] {
  const spot = { source: word.source, at: word.from }
  const stoodIn = (paragraph: string, n: number) => standsIn(layoutBy(state, acts, n), spot) === paragraph
  const paragraphs = paragraphsOf(state, spot)
  const positions = [...paragraphs].flatMap((paragraph) =>
    (state.positions.get(paragraph) ?? [])
      .filter(({ n }) => stoodIn(paragraph, n))
      .map((position): SaidThere => ({
        type: 'position',
        n: position.n,
        at: position.at,
        proposal: null,
        position,
      })),
  )
  const statuses = acts.slice(0, state.n).flatMap(({ n, at, deed }): SaidThere[] => {
    if (deed.type !== 'status' || !paragraphs.has(deed.paragraph) || !stoodIn(deed.paragraph, n)) return []
    const { paragraph, status, pending, reason } = deed
    return [{ type: 'status', n, at, paragraph, status, pending, reason }]
  })
  return [...positions, ...statuses]
}

/**
 * Paragraphs in which a word may have stood: those that were ever made of the one it came in. Where one of their breaks
 * was struck the word may have been joined to whichever stood before it: then any.
 */
function paragraphsOf(state: State, spot: Spot): ReadonlySet<string> {
  const breaks = streamOf(state, rootOf(state, spot.source)).filter((piece) => piece.break)
  if (breaks.some(({ strikes }) => strikes.length > 0)) return new Set(state.breaks.keys())
  return new Set(breaks.map((piece) => piece.break!.id))
}

const standsIn = (layout: Layout, spot: Spot): string | null =>
  layout.find((laid) => [laid.break, ...laid.pieces].some((piece) => holdsSpot(piece, spot)))?.head.id ?? null

/** Earlier texts kept of one state: those of one word and the next, not of a whole negotiation. */
const mostKept = 16
const layouts = new WeakMap<State, Map<string, Layout>>()

/** The text under negotiation as it was right after act `n`. */
function layoutBy(state: State, acts: readonly Act[], n: number): Layout {
  const accepted = acceptedBy(acts, n)
  const name = [...accepted].join(' ')
  let known = layouts.get(state)
  if (!known) layouts.set(state, (known = new Map()))
  let layout = known.get(name)
  if (!layout) {
    if (known.size >= mostKept) known.delete(known.keys().next().value!)
    known.set(name, (layout = layoutOf(state, accepted)))
  }
  return layout
}

/** What had been accepted, and not been taken back, by act `n`. */
function acceptedBy(acts: readonly Act[], n: number): Set<VersionKey> {
  const accepted = new Set<VersionKey>()
  for (const { n: now, deed } of acts.slice(0, n)) {
    if (deed.type === 'amend') accepted.add(versionKey(now, 1))
    if (deed.type !== 'rule') continue
    const key = versionKey(deed.proposal, deed.version)
    if (deed.ruling === 'accepted') accepted.add(key)
    else accepted.delete(key)
  }
  return accepted
}
