import { membersOn } from '../party/party.ts'
import type { ChangeRef, State } from '../record/state.ts'
import type { Attribution, Names } from './passage.ts'

/** The sponsors of a change, as this way of naming prints them. */
export function attributionOf(state: State, names: Names, { key }: ChangeRef): Attribution {
  const proposal = parseInt(key, 10)
  const { sponsors } = state.proposals.get(proposal)!
  if (names === 'hidden') return { proposal, sponsors: [] }
  return { proposal, sponsors: names === 'groups' ? asGroups(state, sponsors) : sponsors }
}

/** A group in place of its members where all of them, or it itself, sponsor. */
export function asGroups(state: State, sponsors: readonly string[]): string[] {
  const day = state.at.slice(0, 10)
  const groups = [...state.parties.values()].filter((party) => {
    const members = membersOn(party, day)
    return members.length > 0 && (sponsors.includes(party.code) || members.every((m) => sponsors.includes(m)))
  })
  const covered = new Set(groups.flatMap((group) => membersOn(group, day)))
  const codes = groups.map(({ code }) => code)
  return [...codes, ...sponsors.filter((code) => !covered.has(code) && !codes.includes(code))]
}
