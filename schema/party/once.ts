import type { State } from '../record/state.ts'
import { membersOn } from './party.ts'
import type { Position } from './position.ts'

/** By what a party stands in the way of something. `position` is a stance it declared; `pending` a status that names it. */
export type Way =
  | { readonly by: 'position'; readonly position: Position }
  | { readonly by: 'asks' | 'rival' | 'amends' | 'strikes' | 'holds'; readonly proposal: number }
  | { readonly by: 'pending'; readonly paragraph: string }

/** A party in the way, with the members of that group that are so too: they count once. */
export interface Holdout {
  readonly party: string
  readonly ways: readonly Way[]
  readonly members: readonly { readonly party: string; readonly ways: readonly Way[] }[]
}

/** What each party does, while it is being gathered. */
export type Ways = Map<string, Way[]>

/** Adds one way of a party. */
export function addWay(ways: Ways, party: string, way: Way): void {
  const its = ways.get(party)
  if (its) its.push(way)
  else ways.set(party, [way])
}

/**
 * Parties on one side, a group and those of its members that are on it too as one. A member whose group is
 * not on this side stands by itself, and so, of parties of several sides, does one that is `opposed` to its group
 * or to another member of it. In order of their codes, so that whose act came first does not show.
 */
export function countedOnce(
  state: State,
  ways: ReadonlyMap<string, readonly Way[]>,
  opposed: (a: string, b: string) => boolean = () => false,
): Holdout[] {
  const codes = [...ways.keys()].sort()
  const follows = (member: string, group: string): boolean => {
    const members = memberOf(state, group)
    return (
      members.has(member) &&
      !opposed(member, group) &&
      !codes.some((other) => members.has(other) && opposed(member, other))
    )
  }
  const rootOf = (code: string): string => {
    const seen = new Set<string>()
    let at = code
    for (;;) {
      seen.add(at)
      const member = at
      const group = codes.find((other) => !seen.has(other) && follows(member, other))
      if (group === undefined) return at
      at = group
    }
  }
  const roots = new Map(codes.map((code) => [code, rootOf(code)]))
  return codes
    .filter((code) => roots.get(code) === code)
    .map((party) => ({
      party,
      ways: ways.get(party)!,
      members: codes
        .filter((code) => code !== party && roots.get(code) === party)
        .map((code) => ({ party: code, ways: ways.get(code)! })),
    }))
}

const none: ReadonlySet<string> = new Set()
const known = new WeakMap<State['parties'], Map<string, ReadonlySet<string>>>()

/** Members of a group on the day of the last act; none of what is no group. */
export function memberOf(state: State, code: string): ReadonlySet<string> {
  const group = state.parties.get(code)
  if (!group?.members) return none
  const day = state.at.slice(0, 10)
  let byDay = known.get(state.parties)
  if (!byDay) known.set(state.parties, (byDay = new Map()))
  const key = `${day} ${code}`
  let members = byDay.get(key)
  if (!members) byDay.set(key, (members = new Set(membersOn(group, day))))
  return members
}
