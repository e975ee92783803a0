import { expect, test } from 'vitest'
import { dutiesOf } from '../../client/home/duties.ts'
import type { Actor, Role } from '../../schema/party/role.ts'
import type { Deed } from '../../schema/record/deed.ts'
import { replay } from '../../schema/record/apply.ts'
import type { By } from '../room/acts.ts'
import { recordOf, replacing } from '../room/acts.ts'

const person = (role: Role, delegation: string | null, speaksFor: string[] = []): Actor => ({
  person: 'p',
  name: 'P',
  role,
  delegation,
  speaksFor,
})
const norway = person('head', 'NO')
const chair = person('facilitator', null)

const duties = (actor: Actor, ...deeds: (readonly [By, Deed])[]) =>
  dutiesOf(replay(recordOf(deeds)), actor).map(({ type, place, proposal, own, by }) => ({
    type,
    place,
    proposal,
    own,
    by,
  }))

const inviting = { ...replacing('a', 16, 21, 'should'), invite: ['NO'] } as Deed
const supports = (proposal: number, version: number): Deed => ({
  type: 'position',
  on: { proposal, version },
  stance: 'supports',
  reason: '',
  condition: '',
})
const status = (paragraph: string, to: 'informals' | 'adReferendum', pending: string[]): Deed => ({
  type: 'status',
  paragraph,
  status: to,
  pending,
  reason: '',
})

test('an invitation to co-sponsor awaits the delegation invited, until it answers', () => {
  const invited = { type: 'invited', place: 'OP1', proposal: 2, own: null, by: ['EU'] }
  expect(duties(norway, ['EU', inviting])).toEqual([invited])
  expect(duties(norway, ['EU', inviting], ['NO', { type: 'cosponsor', proposal: 2 }])).toEqual([])
  expect(duties(person('head', 'EU'), ['EU', inviting])).toEqual([])
})

test('a position awaits renewal once the wording is revised', () => {
  const { changes } = replacing('a', 16, 21, 'must') as Extract<Deed, { type: 'table' }>
  const revised: Deed = { type: 'revise', proposal: 2, changes, rationale: '' }
  const tabled = ['EU', replacing('a', 16, 21, 'should')] as const
  expect(duties(norway, tabled, ['NO', supports(2, 1)])).toEqual([])
  expect(duties(norway, tabled, ['NO', supports(2, 1)], ['EU', revised])).toEqual([
    { type: 'stale', place: 'OP1', proposal: 2, own: null, by: ['EU'] },
  ])
  expect(duties(norway, tabled, ['NO', supports(2, 1)], ['EU', revised], ['NO', supports(2, 2)])).toEqual([])
})

test('who is asked anew hears by whom, and may renew the position as it was in one deed', () => {
  const { changes } = replacing('a', 16, 21, 'must') as Extract<Deed, { type: 'table' }>
  const before = [
    ['EU', replacing('a', 16, 21, 'should')],
    ['NO', { ...supports(2, 1), reason: 'as in 2024' }],
    ['EU', { type: 'revise', proposal: 2, changes, rationale: '' }],
    ['Chair', { type: 'ask', proposal: 2, version: 2, parties: ['NO'] }],
  ] as [By, Deed][]
  expect(duties(norway, ...before)).toEqual([
    { type: 'asked', place: 'OP1', proposal: 2, own: null, by: ['Chair'] },
  ])
  const [duty] = dutiesOf(replay(recordOf(before)), norway)
  expect(duty!.renewal).toEqual({ ...supports(2, 2), reason: 'as in 2024' })
  const [{ parts } = { parts: [] }] = duty!.changed!.changes
  expect(parts.map(({ type, text }) => `${type} ${text}`)).toEqual(['deleted should', 'inserted must'])
  expect(duties(norway, ...before, ['NO', duty!.renewal!])).toEqual([])
})

test('a condition that has come about awaits the sponsor who set it, and is shown to the chair', () => {
  const before = [
    ['EU', replacing('a', 16, 21, 'should')],
    ['NO', replacing('b', 9, 10, 'an annual')],
    [
      'NO',
      {
        type: 'undertake',
        proposal: 3,
        condition: 'if OP1 is mended',
        when: { proposal: 2, becomes: 'accepted' },
      },
    ],
  ] as [By, Deed][]
  expect(duties(norway, ...before)).toEqual([])
  const accepted: Deed = { type: 'rule', proposal: 2, version: 1, ruling: 'accepted', reason: '' }
  const met = { place: 'OP2', proposal: 3, own: null, by: ['NO'] }
  expect(duties(norway, ...before, ['Chair', accepted])).toEqual([{ type: 'metOwn', ...met }])
  expect(duties(chair, ...before, ['Chair', accepted])).toEqual([{ type: 'met', ...met }])
  const withdrawn: Deed = { type: 'withdraw', proposal: 3, reason: '' }
  expect(duties(chair, ...before, ['Chair', accepted], ['NO', withdrawn])).toEqual([])
})

test('a later rival of the delegation’s own proposal awaits it', () => {
  expect(
    duties(norway, ['NO', replacing('a', 16, 21, 'should')], ['EU', replacing('a', 16, 21, 'may')]),
  ).toEqual([{ type: 'rival', place: 'OP1', proposal: 3, own: 2, by: ['EU'] }])
})

test('a paragraph pending a delegation awaits it, and the chair sees who is left', () => {
  const pending = ['Chair', status('b', 'informals', ['NO'])] as const
  expect(duties(norway, pending)).toEqual([
    { type: 'pending', place: 'OP2', proposal: null, own: null, by: ['NO'] },
  ])
  expect(duties(person('head', 'EU'), pending)).toEqual([])
  expect(duties(chair, pending)).toEqual([
    { type: 'oneAway', place: 'OP2', proposal: null, own: null, by: ['NO'] },
  ])
})

test('a paragraph agreed in informals with nothing open awaits the chair', () => {
  const ripe = { type: 'ripe', place: 'OP2', proposal: null, own: null, by: [] }
  const agreed = ['Chair', status('b', 'informals', [])] as const
  expect(duties(chair, agreed)).toEqual([ripe])
  expect(duties(chair, ['EU', replacing('b', 9, 10, 'an annual')], agreed)).toEqual([])
})

test('who speaks for a group has its duties too; an observer has none', () => {
  const pending = ['Chair', status('b', 'informals', ['EU'])] as const
  expect(duties(person('head', 'NO', ['EU']), pending)).toHaveLength(1)
  expect(duties(person('observer', 'EU'), ['NO', replacing('a', 0, 7, 'Resolves')])).toEqual([])
})
