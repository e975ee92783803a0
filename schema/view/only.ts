import { membersOn } from '../party/party.ts'
import { hostsOf } from '../proposal/footprint.ts'
import { parseSource } from '../proposal/change.ts'
import type { Proposal } from '../proposal/proposal.ts'
import { isShown } from '../proposal/standing.ts'
import type { State } from '../record/state.ts'

/** Members of a group on the day of the last act; none of a State. */
export function membersNow(state: State, party: string): readonly string[] {
  const found = state.parties.get(party)
  return found ? membersOn(found, state.at.slice(0, 10)) : []
}

/** Tells what a party sponsors; what all members of a group sponsor is the group's too. */
export function asksFor(state: State, party: string): (proposal: Proposal) => boolean {
  const members = membersNow(state, party)
  return ({ sponsors }) =>
    sponsors.includes(party) || (members.length > 0 && members.every((member) => sponsors.includes(member)))
}

/** The open proposals shown when only one party's are: its own, and those in whose words it made them. */
export function proposalsOf(state: State, party: string): ReadonlySet<number> {
  const asks = asksFor(state, party)
  const found = new Set<number>()
  const add = (id: number): void => {
    if (found.has(id)) return
    found.add(id)
    openHosts(state, id).forEach(add)
  }
  for (const proposal of state.proposals.values())
    if (asks(proposal) && isShown(state, proposal)) add(proposal.id)
  return found
}

/** Open proposals in whose words, however deep, one was made. */
function openHosts(state: State, id: number): number[] {
  const found: number[] = []
  for (const host of hostsOf(state, id))
    for (let at = state.sources.get(host); at?.key;) {
      const { proposal } = parseSource(at.id)!
      if (proposal !== id && state.proposals.get(proposal)?.status === 'open') found.push(proposal)
      at = at.anchor ? state.sources.get(at.anchor.source) : undefined
    }
  return found
}

const counted = new WeakMap<State['proposals'], number>()

/** How many open proposals stand in the text as brackets, whoever asks for them. */
export function countShown(state: State): number {
  let count = counted.get(state.proposals)
  if (count === undefined) {
    count = [...state.proposals.values()].filter((proposal) => isShown(state, proposal)).length
    counted.set(state.proposals, count)
  }
  return count
}
