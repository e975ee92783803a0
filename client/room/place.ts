import { anchorOf, type Change, rangesOf } from '../../schema/proposal/change.ts'
import { currentVersion, type Proposal } from '../../schema/proposal/proposal.ts'
import type { State } from '../../schema/record/state.ts'
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

const kept = new WeakMap<State['proposals'], ReadonlyMap<string, readonly Proposal[]>>()

/** Proposals that are not open any more, by the opened paragraph they were made in, oldest first. */
export function decidedByParagraph(state: State): ReadonlyMap<string, readonly Proposal[]> {
  let found = kept.get(state.proposals)
  if (!found) {
    const byParagraph = new Map<string, Proposal[]>()
    for (const proposal of state.proposals.values()) {
      const paragraph = proposal.status === 'open' ? null : paragraphOf(state, proposal)
      if (paragraph !== null) byParagraph.set(paragraph, [...(byParagraph.get(paragraph) ?? []), proposal])
    }
    kept.set(state.proposals, (found = byParagraph))
  }
  return found
}
