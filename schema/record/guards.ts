import type { Proposal } from '../proposal/proposal.ts'
import type { Refusal } from '../refusal.ts'
import { refuse } from '../refusal.ts'
import type { State } from './state.ts'

/** The first refusal among some, in their order. */
export function firstOf<T>(items: readonly T[], check: (item: T) => Refusal | null): Refusal | null {
  for (const item of items) {
    const refusal = check(item)
    if (refusal) return refusal
  }
  return null
}

/** Refuses what is not there, decided or parked. */
export function openProposal(state: State, id: number): Refusal | null {
  const proposal = state.proposals.get(id)
  if (!proposal) return refuse('unknown-proposal', { proposal: id })
  return proposal.status === 'open'
    ? null
    : refuse('proposal-decided', { proposal: id, status: proposal.status })
}

/** Refuses what is decided; what is parked may still be withdrawn and have positions taken on it. */
export const undecided = ({ id, status }: Proposal): Refusal | null =>
  status === 'open' || status === 'parked' ? null : refuse('proposal-decided', { proposal: id, status })

/** Refuses whoever does not ask for the proposal. */
export const sponsorOnly = (party: string, { id, sponsors }: Proposal): Refusal | null =>
  sponsors.includes(party) ? null : refuse('not-sponsor', { party, proposal: id })
