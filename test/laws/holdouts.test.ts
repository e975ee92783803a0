import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { BracketStanding } from '../../schema/party/holdouts.ts'
import { bracketStanding, jointStanding } from '../../schema/party/holdouts.ts'
import type { Holdout, Way } from '../../schema/party/once.ts'
import type { Act } from '../../schema/record/act.ts'
import { replay } from '../../schema/record/apply.ts'
import type { State } from '../../schema/record/state.ts'
import { view } from '../../schema/view/view.ts'
import { negotiation, numRuns, timeoutMs } from './generate.ts'

vi.setConfig({ testTimeout: timeoutMs })

const openIn = (state: State): number[] =>
  [...state.proposals.values()].filter(({ status }) => status === 'open').map(({ id }) => id)

/** The same record among delegations of which A and B, or B and C, follow a group that spoke as D did. */
function withGroup(acts: readonly Act[], members: readonly string[]): State {
  const state = replay(acts)
  const group = {
    code: 'D',
    name: 'Group',
    kind: 'group' as const,
    members: members.map((code) => ({ code, from: '2000-01-01' })),
  }
  return { ...state, parties: new Map([...state.parties, ['D', group]]) }
}

/** What a way is, less the number of the act that declared it. */
const said = (way: Way): string =>
  way.by === 'position'
    ? `${way.position.party} ${way.position.stance}`
    : JSON.stringify({ ...way, position: undefined })
const told = (holdouts: readonly Holdout[]) =>
  holdouts.map(({ party, ways, members }) => [
    party,
    ways.map(said).sort(),
    members.map((member) => [member.party, member.ways.map(said).sort()]),
  ])
const whole = (one: BracketStanding) => ({
  adopting: told(one.adopting.holdouts),
  dropping: told(one.dropping.holdouts),
  alone: [one.adopting.alone, one.dropping.alone],
  stale: one.stale.map(({ party, stance }) => `${party} ${stance}`).sort(),
  silent: one.silent,
  unnamed: one.unnamed,
})

const pairs = [
  ['A', 'B'],
  ['B', 'C'],
  ['A', 'B', 'C'],
] as const

describe('who stands in the way', () => {
  it('[HO3] names no group beside a member of it, and loses nobody', () => {
    fc.assert(
      fc.property(negotiation, fc.constantFrom(...pairs), (it, members) => {
        const [alone, together] = [replay(it.acts), withGroup(it.acts, members)]
        for (const id of openIn(together)) {
          const [each, once] = [bracketStanding(alone, id), bracketStanding(together, id)]
          for (const side of ['adopting', 'dropping'] as const) {
            const named = once[side].holdouts.map(({ party }) => party)
            if (named.includes('D')) expect(members.filter((code) => named.includes(code))).toEqual([])
            const all = once[side].holdouts.flatMap((one) => [
              one.party,
              ...one.members.map(({ party }) => party),
            ])
            expect(all.sort()).toEqual(each[side].holdouts.map(({ party }) => party))
          }
        }
      }),
      { numRuns },
    )
  })

  it('[HO3] names apart, over several brackets, a member that faces its group in one of them', () => {
    fc.assert(
      fc.property(negotiation, fc.constantFrom(...pairs), (it, members) => {
        const state = withGroup(it.acts, members)
        const { holdouts } = jointStanding(state, openIn(state), [])
        const flat = (all: readonly Holdout[]) =>
          all.flatMap((one) => [one.party, ...one.members.map(({ party }) => party)])
        for (const id of openIn(state)) {
          const { adopting, dropping, holdsOnly } = bracketStanding(state, id)
          if (holdsOnly) continue
          const [against, keeping] = [flat(adopting.holdouts), flat(dropping.holdouts)]
          for (const { party, members: inside } of holdouts)
            for (const { party: member } of inside) {
              const sides = [party, ...inside.map((one) => one.party)]
              if (against.includes(member)) expect(sides.filter((one) => keeping.includes(one))).toEqual([])
              if (keeping.includes(member)) expect(sides.filter((one) => against.includes(one))).toEqual([])
            }
        }
      }),
      { numRuns },
    )
  })

  it('[HO8] hangs on no name: called otherwise, each delegation stands where it stood', () => {
    const renamed: Readonly<Record<string, string>> = { A: 'Zambia', B: 'Norway', C: 'EU', D: 'Chile' }
    const back = (code: string) => Object.keys(renamed).find((key) => renamed[key] === code) ?? code
    const rename = (value: unknown): unknown =>
      typeof value === 'string'
        ? (renamed[value] ?? value)
        : Array.isArray(value)
          ? value.map(rename)
          : value && typeof value === 'object'
            ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, renameKey(key, inner)]))
            : value
    // Words are not names, though one may be spelt like one.
    const renameKey = (key: string, value: unknown) => (key === 'text' ? value : rename(value))
    fc.assert(
      fc.property(negotiation, (it) => {
        const other = replay(rename(JSON.parse(JSON.stringify(it.acts))) as Act[])
        for (const id of openIn(it.now)) {
          const [mine, theirs] = [bracketStanding(it.now, id), bracketStanding(other, id)]
          for (const side of ['adopting', 'dropping'] as const)
            expect(theirs[side].holdouts.map(({ party }) => back(party)).sort()).toEqual(
              mine[side].holdouts.map(({ party }) => party),
            )
          expect([theirs.silent, theirs.unnamed]).toEqual([mine.silent, mine.unnamed])
        }
        const [shown, hidden] = (['shown', 'hidden'] as const).map((names) =>
          view(it.now, { type: 'compilation', names }).paragraphs.map(({ id, proposals }) =>
            jointStanding(it.now, proposals, [id]),
          ),
        )
        expect(hidden).toEqual(shown)
      }),
      { numRuns },
    )
  })

  it('[HO8] hangs on no order between the acts of different delegations', () => {
    fc.assert(
      fc.property(negotiation, fc.shuffledSubarray(['A', 'B', 'C', 'D'], { minLength: 4 }), (it, order) => {
        const rank = (code: string) => order.indexOf(code)
        const state: State = {
          ...it.now,
          positions: new Map(
            [...it.now.positions].map(([on, all]) => [
              on,
              all.toSorted((a, b) => rank(a.party) - rank(b.party)),
            ]),
          ),
          proposals: new Map(
            [...it.now.proposals].map(([id, one]) => [
              id,
              { ...one, sponsors: one.sponsors.toSorted((a, b) => rank(a) - rank(b)) },
            ]),
          ),
        }
        for (const id of openIn(state))
          expect(whole(bracketStanding(state, id))).toEqual(whole(bracketStanding(it.now, id)))
      }),
      { numRuns },
    )
  })

  it('[HO1] changes by no silence: a delegation that says nothing stands in nobody’s way', () => {
    fc.assert(
      fc.property(negotiation, (it) => {
        const seated = { ...it.now, parties: new Map(it.now.parties) }
        seated.parties.set('E', { code: 'E', name: 'E', kind: 'state' })
        for (const id of openIn(seated)) {
          const [mine, theirs] = [whole(bracketStanding(it.now, id)), whole(bracketStanding(seated, id))]
          expect(theirs).toEqual({ ...mine, silent: mine.silent + 1 })
        }
      }),
      { numRuns },
    )
  })
})
