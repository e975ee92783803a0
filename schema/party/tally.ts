import { currentVersion } from '../proposal/proposal.ts'
import type { State } from '../record/state.ts'
import { membersOn } from './party.ts'
import type { Position, Stance } from './position.ts'

/** How a party stands on the current wording, and through whom. */
interface Standing {
  readonly party: string
  readonly stance: Stance
  readonly position: Position
  /** Group whose position this is for the party; null when it took its own. */
  readonly through: string | null
}

/** Who stands where. A group and its members count once; a member with a position of its own breaks from its group. */
export interface Tally {
  readonly standings: readonly Standing[]
  /** Positions on an earlier wording that nobody has renewed: shown, never counted. */
  readonly stale: readonly Position[]
  /** Parties by stance: groups in place of the members that follow them. */
  readonly byStance: Readonly<Record<Stance, readonly string[]>>
}

/** The last position each party took, on a proposal or on a paragraph as a whole. */
export function lastPositions(state: State, subject: number | string): Position[] {
  const last = new Map<string, Position>()
  for (const position of state.positions.get(subject) ?? []) last.set(position.party, position)
  return [...last.values()].filter(({ stance }) => stance !== null)
}

/** Counts positions on the current wording of a proposal (by number) or on a paragraph (by id). */
export function tally(state: State, subject: number | string): Tally {
  const proposal = typeof subject === 'number' ? state.proposals.get(subject) : undefined
  const version = proposal && currentVersion(proposal).version
  const all = lastPositions(state, subject)
  const fresh = all.filter(({ on }) => !('version' in on) || on.version === version)
  const stale = all.filter((position) => !fresh.includes(position))
  const day = state.at.slice(0, 10)
  const own = new Map(fresh.map((position) => [position.party, position]))
  const standings: Standing[] = fresh.map((position) => ({
    party: position.party,
    stance: position.stance!,
    position,
    through: null,
  }))
  for (const position of fresh) {
    const group = state.parties.get(position.party)
    for (const member of group ? membersOn(group, day) : [])
      if (!own.has(member) && !standings.some(({ party }) => party === member))
        standings.push({ party: member, stance: position.stance!, position, through: position.party })
  }
  const byStance = {
    supports: [],
    canLiveWith: [],
    flexible: [],
    reserves: [],
    opposes: [],
    retain: [],
    noText: [],
  } as Record<Stance, string[]>
  for (const { party, stance, through } of standings) {
    if (through !== null) continue
    const group = [...own.values()].find(
      (position) =>
        position.party !== party &&
        position.stance === stance &&
        membersOn(state.parties.get(position.party) ?? none, day).includes(party),
    )
    if (!group) byStance[stance].push(party)
  }
  return { standings, stale, byStance }
}

const none = { code: '', name: '', kind: 'state' } as const
