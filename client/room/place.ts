import { anchorOf, type Change, rangesOf } from '../../schema/proposal/change.ts'
import { currentVersion, type Proposal } from '../../schema/proposal/proposal.ts'
import type { State } from '../../schema/record/state.ts'
import { homeOf, spentProposals } from '../../schema/record/spent.ts'
import { rootOf } from '../../schema/text/stream.ts'

/** The opened paragraph in or after which a change stands; null when its place is not known. */
export function paragraphOfChange(state: State, change: Change): string | null {
  const source =
    change.type === 'set' || change.type === 'place'
      ? state.breaks.get(change.paragraph)?.source
      : (rangesOf(change)[0]?.source ?? anchorOf(change)?.source)
  return source !== undefined && state.sources.has(source) ? rootOf(state, source) : null
}

/** The opened paragraph a proposal belongs to. */
export function paragraphOf(state: State, proposal: Proposal): string | null {
  const [first] = currentVersion(proposal).changes
  return first ? paragraphOfChange(state, first) : null
}

const kept = new WeakMap<State, ReadonlyMap<string, readonly Proposal[]>>()

/**
 * Proposals that no row shows in brackets, by the paragraph of the text in which they have, or had, their place:
 * those decided, and open ones whose words have left the text. Oldest first.
 */
export function unshownByParagraph(state: State): ReadonlyMap<string, readonly Proposal[]> {
  let found = kept.get(state)
  if (!found) {
    const spent = new Set(spentProposals(state))
    const byParagraph = new Map<string, Proposal[]>()
    for (const proposal of state.proposals.values()) {
      if (proposal.status === 'open' && !spent.has(proposal)) continue
      const paragraph = homeOf(state, proposal)
      if (paragraph !== null) byParagraph.set(paragraph, [...(byParagraph.get(paragraph) ?? []), proposal])
    }
    kept.set(state, (found = byParagraph))
  }
  return found
}
