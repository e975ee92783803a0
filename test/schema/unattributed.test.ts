import { expect, it } from 'vitest'
import { withdrawalsAfter } from '../../schema/record/announced.ts'
import type { Deed } from '../../schema/record/deed.ts'
import { view } from '../../schema/view/view.ts'
import { actor, chair, Negotiation, paragraphs } from '../laws/negotiation.ts'

const imported = { channel: 'imported' } as const
const secretariat = actor('secretariat')
const held = (from: number, to: number, invite: string[] = []): Deed => ({
  type: 'table',
  changes: [{ type: 'hold', ranges: [{ source: 'p1', from, to }] }],
  rationale: '',
  invite,
  alternatives: [],
})

/** "[Parties] [shall] report" in nobody's name: proposals 2 and 3. */
function opened(): Negotiation {
  const it = Negotiation.open(paragraphs('Parties shall report'))
  for (const deed of [held(1, 8), held(9, 14)]) expect(it.act(secretariat, deed, imported)).toBeNull()
  return it
}
const does = (it: Negotiation, party: string, deed: Deed) => it.act(actor('delegate', party), deed)?.code
const adopts = (it: Negotiation, party: string) => does(it, party, { type: 'cosponsor', proposal: 2 })
const leaves = (it: Negotiation, party: string) =>
  does(it, party, { type: 'withdraw', proposal: 2, reason: '' })

it('[PR2] a bracket of an imported text that is adopted and left again is in nobody’s name, and stands', () => {
  const it = opened()
  expect([adopts(it, 'A'), adopts(it, 'B')]).toEqual([undefined, undefined])
  expect([leaves(it, 'A'), leaves(it, 'B')]).toEqual([undefined, undefined])
  expect(it.now.proposals.get(2)).toMatchObject({
    status: 'open',
    sponsors: [],
    formerSponsors: ['A', 'B'],
    outcome: null,
  })
  expect(view(it.now, { type: 'compilation', names: 'shown' }).pairs).toBe(2)
  expect(leaves(it, 'A')).toBe('not-sponsor')
  expect(adopts(it, 'A')).toBeUndefined()
  expect(it.now.proposals.get(2)).toMatchObject({ sponsors: ['A'], formerSponsors: ['B'] })
  expect(leaves(it, 'A')).toBeUndefined()
  expect(it.rule(2, 'lapsed')).toBeNull()
  expect(view(it.now, { type: 'compilation', names: 'shown' }).pairs).toBe(1)
})

it('[PR2] what an imported text says in a delegation’s name is withdrawn with that delegation', () => {
  const it = Negotiation.open(paragraphs('Parties shall report'))
  expect(it.act(secretariat, held(1, 8), { ...imported, for: 'A' })).toBeNull()
  expect(leaves(it, 'A')).toBeUndefined()
  expect(it.now.proposals.get(2)!.status).toBe('withdrawn')
})

it('[PM12] nobody invites to what is in nobody’s name, and nobody declines it', () => {
  const it = Negotiation.open(paragraphs('Parties shall report'))
  expect(it.act(secretariat, held(1, 8, ['A']), imported)?.code).toBe('unknown-party')
  expect(it.act(secretariat, held(1, 8), imported)).toBeNull()
  expect(does(it, 'A', { type: 'decline', proposal: 2 })).toBe('not-invited')
})

it('[PM12] what is in nobody’s name may be declared a rival by those whose words compete, and be merged', () => {
  const it = opened()
  const rivals: Deed = { type: 'rivals', proposals: [2, 3] }
  expect(does(it, 'A', rivals)).toBe('not-sponsor')
  expect(adopts(it, 'A')).toBeUndefined()
  expect(does(it, 'A', rivals)).toBeUndefined()
  const merged = { type: 'rule', proposal: 2, version: 1, ruling: 'merged', into: 3, reason: '' } as const
  expect(it.act(chair, merged)).toBeNull()
  expect(adopts(it, 'B')).toBe('proposal-decided')
  expect(leaves(it, 'A')).toBe('proposal-decided')
  expect(it.rule(2, 'open')).toBeNull()
  expect(leaves(it, 'A')).toBeUndefined()
  expect(it.now.proposals.get(2)!.status).toBe('open')
})

it('[PO8] nothing follows on the withdrawal of what stands without a sponsor', () => {
  const it = opened()
  expect([
    adopts(it, 'A'),
    it.table('C', [{ type: 'amend', strike: [{ source: 'p1', from: 15, to: 21 }] }]),
  ]).toEqual([undefined, 5])
  const waits = (party: string, proposal: number, on: number) =>
    does(it, party, {
      type: 'undertake',
      proposal,
      condition: '',
      when: { proposal: on, becomes: 'withdrawn' },
    })
  expect(does(it, 'B', { type: 'cosponsor', proposal: 3 })).toBeUndefined()
  expect([waits('A', 2, 5), waits('B', 3, 2)]).toEqual([undefined, undefined])
  expect(withdrawalsAfter(it.now, 5)).toEqual({ following: [{ party: 'A', proposal: 2 }], round: null })
})
