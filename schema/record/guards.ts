import type { Party } from '../party/party.ts'
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

/** Refuses members that are none of these parties, or groups: who follows whom would go in circles. */
export const permitMembers = ({ members = [] }: Party, parties: readonly Party[]): Refusal | null =>
  firstOf(members, ({ code }) => {
    const member = parties.find((party) => party.code === code)
    if (!member) return refuse('unknown-party', { party: code })
    return member.kind === 'group'
      ? refuse('malformed', { where: 'members', what: `${code} is a group` })
      : null
  })

/** Refuses what is not there, decided or parked. */
export function openProposal(state: State, id: number): Refusal | null {
  const proposal = state.proposals.get(id)
  if (!proposal) return refuse('unknown-proposal', { proposal: id })
  return proposal.status === 'open'
    ? null
    : refuse('proposal-decided', { proposal: id, status: proposal.status })
}

/** Alternatives of one proposal: a floor chooses among a handful, and each is shown beside every other. */
const mostAlternatives = 100

/** Refuses what would give a proposal more alternatives than can be shown. */
export function withinLimit(state: State, id: number, declared: readonly number[]): Refusal | null {
  const all = new Set([...state.proposals.get(id)!.alternatives, ...declared])
  all.delete(id)
  return all.size < mostAlternatives
    ? null
    : refuse('too-large', { what: 'alternatives', limit: mostAlternatives })
}

/** Refuses alternatives that have been declared, or would be too many. */
export function permitRivals(state: State, proposals: readonly number[]): Refusal | null {
  const tooMany = firstOf(proposals, (id) => withinLimit(state, id, proposals))
  if (tooMany) return tooMany
  const declared = proposals.every((id) => {
    const known = new Set(state.proposals.get(id)!.alternatives)
    return proposals.every((other) => other === id || known.has(other))
  })
  return declared ? refuse('already-so') : null
}

/** Refuses what is decided; what is parked may still be withdrawn and have positions taken on it. */
export const undecided = ({ id, status }: Proposal): Refusal | null =>
  status === 'open' || status === 'parked' ? null : refuse('proposal-decided', { proposal: id, status })

/** Refuses whoever does not ask for the proposal. */
export const sponsorOnly = (party: string, { id, sponsors }: Proposal): Refusal | null =>
  sponsors.includes(party) ? null : refuse('not-sponsor', { party, proposal: id })
