import type { Change, Spot } from '../proposal/change.ts'
import { anchorOf, rangesOf } from '../proposal/change.ts'
import { currentSource } from '../proposal/footprint.ts'
import type { Proposal } from '../proposal/proposal.ts'
import { currentVersion } from '../proposal/proposal.ts'
import { isMoot } from '../proposal/standing.ts'
import { rootOf, streamOf } from '../text/stream.ts'
import { fateOfPiece } from './fate.ts'
import type { State } from './state.ts'
import { currentLayout, paragraphAt } from './touches.ts'

const kept = new WeakMap<State, readonly Proposal[]>()

/**
 * Open proposals that no view shows any more: made in the words of one that has fallen, or asking to strike or
 * hold words that have all left the text. They wait for their sponsors, or the chair. Kept for a state.
 */
export function spentProposals(state: State): readonly Proposal[] {
  let found = kept.get(state)
  if (!found) {
    found = [...state.proposals.values()].filter((one) => one.status === 'open' && isSpent(state, one))
    kept.set(state, found)
  }
  return found
}

const isSpent = (state: State, proposal: Proposal): boolean =>
  isMoot(state, proposal.id) || currentVersion(proposal).changes.every((change) => isIdle(state, change))

/** True of a change that puts nothing in, and is made on words or a paragraph that are dropped already. */
function isIdle(state: State, change: Change): boolean {
  if (change.type === 'amend' && change.insert) return false
  const own = state.breaks.get('paragraph' in change ? change.paragraph : '')
  const ranges = own ? [{ source: own.source, from: own.at, to: own.at + 1 }] : rangesOf(change)
  return ranges.every((range) => {
    const source = currentSource(state, range.source)
    return streamOf(state, rootOf(state, source))
      .filter((piece) => piece.source === source && piece.from < range.to && range.from < piece.to)
      .every((piece) => fateOfPiece(state, piece).type === 'dropped')
  })
}

/** The paragraph of the text in which a proposal has, or had, its place; null where there is no text. */
export function homeOf(state: State, proposal: Proposal): string | null {
  for (const change of currentVersion(proposal).changes) {
    const spot = placeOf(state, change)
    if (!spot) continue
    const source = currentSource(state, spot.source)
    const home = paragraphAt(state, { source, at: spot.at })
    if (home !== null) return home
  }
  // What stood before all that is left belongs to the first paragraph, as the words dropped there do.
  return currentLayout(state)[0]?.head.id ?? null
}

/** A token at which a change is made, or beside which. */
function placeOf(state: State, change: Change): Spot | null {
  if (change.type === 'set' || change.type === 'place') return state.breaks.get(change.paragraph) ?? null
  const [range] = rangesOf(change)
  if (range) return { source: range.source, at: range.from }
  const anchor = anchorOf(change)
  return anchor && { source: anchor.source, at: Math.max(0, anchor.at - 1) }
}
