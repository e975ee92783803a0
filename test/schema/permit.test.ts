import { describe, expect, it } from 'vitest'
import type { Change } from '../../schema/proposal/change.ts'
import { sourceId, versionKey } from '../../schema/proposal/change.ts'
import type { Role } from '../../schema/party/role.ts'
import { roles } from '../../schema/party/role.ts'
import { permit } from '../../schema/record/permit.ts'
import type { Deed, DeedType } from '../../schema/record/deed.ts'
import { permitRead, rights, seatOf } from '../../schema/record/rights.ts'
import { stateHash } from '../../schema/record/chain.ts'
import { actor } from '../laws/negotiation.ts'
import { Scene } from './scene.ts'

const report = 'Parties shall report 🌍'

const tabled = (...changes: Change[]): Deed => ({
  type: 'table',
  changes: changes as never,
  rationale: '',
  invite: [],
  alternatives: [],
})

/** Code of the refusal that A meets when tabling a change on the scene's text. */
const refusalOf = (scene: Scene, change: Change): string | undefined =>
  permit(scene.it.now, actor('delegate', 'A'), { channel: 'typed', deed: tabled(change) })?.code

const strike = (source: string, from: number, to: number): Change => ({
  type: 'amend',
  strike: [{ source, from, to }],
})
const insert = (source: string, at: number, text = 'so '): Change => ({
  type: 'amend',
  strike: [],
  insert: { anchor: { source, at }, runs: text ? [{ text }] : [] },
})

describe('a new paragraph', () => {
  const added: Change = {
    type: 'amend',
    strike: [],
    insert: {
      anchor: { source: 'p1', at: report.length + 1 },
      runs: [{ break: { id: 'n1', kind: 'operative', level: 0 } }, { text: 'New' }],
    },
  }

  it('[PM9] may be tabled again once it has been withdrawn, and then the withdrawn one stays withdrawn', () => {
    const scene = new Scene(report, [])
    const by = actor('delegate', 'A')
    scene.it.act(by, tabled(added))
    const first = scene.it.now.n
    expect(refusalOf(scene, added)).toBe('paragraph-taken')
    scene.it.act(by, { type: 'withdraw', proposal: first, reason: '' })
    expect(scene.it.act(by, tabled(added))).toBeNull()
    expect(scene.it.now.breaks.get('n1')!.source).toBe(`${scene.it.now.n}.1/0`)
  })

  it('[PM9] of a lapsed proposal cannot come back beside its successor', () => {
    const scene = new Scene(report, [])
    scene.it.act(actor('delegate', 'A'), tabled(added))
    const first = scene.it.now.n
    scene.it.rule(first, 'lapsed')
    scene.it.act(actor('delegate', 'B'), tabled(added))
    expect(scene.it.rule(first, 'open')?.code).toBe('paragraph-taken')
  })
})

describe('places', () => {
  const cases: readonly (readonly [string, Change, string | undefined])[] = [
    ['words that are there', strike('p1', 1, 8), undefined],
    ['a source that is not there', strike('p9', 1, 8), 'unknown-place'],
    ['an empty range', strike('p1', 3, 3), 'unknown-place'],
    ['a range beyond the end', strike('p1', 1, 99), 'unknown-place'],
    ['the half of a character', strike('p1', 1, 23), 'unknown-place'],
    ['a gap within a character', insert('p1', 23), 'unknown-place'],
    ['a gap beyond the end', insert('p1', 99), 'unknown-place'],
    ['words before the beginning of a paragraph', insert('p1', 0), 'unknown-place'],
    ['nothing at all', insert('p1', 3, ''), 'empty-proposal'],
    [
      'a neighbour that is not there',
      {
        type: 'amend',
        strike: [],
        insert: { anchor: { source: 'p1', at: 3, after: '9.1/0' }, runs: [{ text: 'x' }] },
      },
      'unknown-place',
    ],
    ['a kind for no paragraph', { type: 'set', paragraph: 'p9', level: 1 }, 'unknown-paragraph'],
    ['neither kind nor level', { type: 'set', paragraph: 'p1' }, 'empty-proposal'],
    [
      'a move up to a token that is not there',
      { type: 'place', paragraph: 'p1', through: { source: 'p1', at: 99 }, anchor: { source: 'p1', at: 0 } },
      'unknown-place',
    ],
    [
      'a new paragraph under an id in use',
      {
        type: 'amend',
        strike: [],
        insert: {
          anchor: { source: 'p1', at: 24 },
          runs: [{ break: { id: 'p1', kind: 'operative', level: 0 } }],
        },
      },
      'paragraph-taken',
    ],
  ]
  for (const [title, change, expected] of cases)
    it(`[PM7] ${expected ? 'refuse' : 'take'} ${title}`, () => {
      expect(refusalOf(new Scene(report, []), change)).toBe(expected)
    })

  it('[PM7] that were struck meanwhile are refused as overtaken', () => {
    const scene = new Scene(report, ['B: − shall ', 'chair accepts B1'])
    expect(refusalOf(scene, strike('p1', 9, 12))).toBe('overtaken')
    expect(refusalOf(scene, insert('p1', 11))).toBe('overtaken')
    expect(refusalOf(scene, insert('p1', 9))).toBeUndefined()
  })

  it('[PM7] in a proposal that is decided, or in a wording that has passed, are refused', () => {
    const scene = new Scene(report, ['B: shall → should surely', 'B revises B1: surely → duly'])
    const inside = (version: number) => insert(sourceId(versionKey(scene.id('B1'), version), 0), 3)
    expect([refusalOf(scene, inside(1)), refusalOf(scene, inside(2))]).toEqual(['version-passed', undefined])
    scene.it.rule(scene.id('B1'), 'lapsed')
    expect(refusalOf(scene, inside(2))).toBe('proposal-decided')
  })

  it('[PM8] of a revised proposal stay, and so does what kind of change it is', () => {
    const scene = new Scene(`${report}\nDecides`, ['A: shall → should'])
    const revise = (...changes: Change[]) =>
      scene.it.act(actor('delegate', 'A'), {
        type: 'revise',
        proposal: scene.id('A1'),
        changes: changes as never,
        rationale: '',
      })?.code
    expect(revise(strike('p2', 1, 3))).toBe('place-fixed')
    expect(revise({ type: 'hold', ranges: [{ source: 'p1', from: 1, to: 8 }] })).toBe('place-fixed')
    expect(revise({ type: 'set', paragraph: 'p1', level: 1 })).toBe('place-fixed')
    expect(revise(strike('p1', 1, 8))).toBeUndefined()
  })
})

describe('persons', () => {
  const deeds: Readonly<Record<DeedType, Deed>> = {
    open: { type: 'open', title: 't', symbol: 's', language: 'en', paragraphs: [], parties: [] },
    seat: { type: 'seat', party: { code: 'X', name: 'X', kind: 'state' } },
    meet: { type: 'meet', meeting: 'm', title: 'm' },
    rise: { type: 'rise' },
    table: tabled(strike('p1', 1, 8)),
    revise: { type: 'revise', proposal: 2, changes: [strike('p1', 1, 8)] as never, rationale: '' },
    withdraw: { type: 'withdraw', proposal: 2, reason: '' },
    cosponsor: { type: 'cosponsor', proposal: 2 },
    decline: { type: 'decline', proposal: 2 },
    position: { type: 'position', on: { paragraph: 'p1' }, stance: 'retain', reason: '', condition: '' },
    undertake: { type: 'undertake', proposal: 2, condition: 'if B agrees' },
    ask: { type: 'ask', proposal: 2, version: 1, parties: ['B'] },
    comment: { type: 'comment', on: { paragraph: 'p1' }, text: 'Noted.' },
    rule: { type: 'rule', proposal: 2, version: 1, ruling: 'lapsed', reason: '' },
    amend: { type: 'amend', changes: [strike('p1', 1, 8)] as never, rationale: '' },
    rivals: { type: 'rivals', proposals: [2, 3] },
    status: { type: 'status', paragraph: 'p1', status: 'parked', pending: [], reason: '' },
    package: { type: 'package', package: 'k', title: 'Means', proposals: [2], paragraphs: [] },
    publish: { type: 'publish', symbol: 'Rev.1', contentHash: '0'.repeat(64), note: '' },
  }

  it('[PM4] do what their role may, and nothing else, whatever they send', () => {
    const scene = new Scene(report, ['A: shall → should', 'B: report → inform'])
    const before = stateHash(scene.it.now)
    for (const role of roles)
      for (const [type, deed] of Object.entries(deeds) as [DeedType, Deed][]) {
        const allowed = rights[role].includes(type)
        const refusal = permit(scene.it.now, actor(role, seated(role)), { channel: 'typed', deed })
        expect({ role, type, forbidden: refusal?.code === 'not-allowed' }).toEqual({
          role,
          type,
          forbidden: !allowed,
        })
      }
    expect(stateHash(scene.it.now)).toBe(before)
  })

  it('[PM4] do not speak for another delegation, for the chair, or by a channel that is the secretariat’s', () => {
    const scene = new Scene(report, [])
    const deed = deeds.position
    const say = (role: Role, voice: object) =>
      permit(scene.it.now, actor(role, seated(role)), { channel: 'typed', deed, ...voice })?.code
    expect(say('delegate', { for: 'B' })).toBe('other-delegation')
    expect(say('delegate', { for: 'Chair' })).toBe('unknown-party')
    expect(say('delegate', { channel: 'floor' })).toBe('not-allowed')
    expect(say('secretariat', { for: 'B', channel: 'floor' })).toBeUndefined()
    expect(say('secretariat', {})).toBe('unknown-party')
    expect(say('secretariat', { for: 'Nowhere' })).toBe('unknown-party')
    const chairman = { ...actor('delegate', 'Chair') }
    expect(permit(scene.it.now, chairman, { channel: 'typed', deed })?.code).toBe('unknown-party')
  })

  it('[PM4] read texts when they have a seat, and drafts only of their own', () => {
    const members = ['A']
    expect(permitRead(null, { type: 'text' })?.code).toBe('signed-out')
    for (const role of roles) expect(permitRead(actor(role, seated(role)), { type: 'text' })).toBeNull()
    const reads = (role: Role, delegation: string | null) =>
      permitRead(actor(role, delegation), { type: 'draft', members })?.code
    expect(reads('delegate', 'A')).toBeUndefined()
    for (const role of roles)
      expect(reads(role, role === 'facilitator' || role === 'secretariat' ? null : 'B')).toBe('not-found')
    expect([seatOf(actor('observer', 'A')), reads('observer', 'A')]).toEqual([null, 'not-found'])
  })
})

const seated = (role: Role): string | null => (role === 'facilitator' || role === 'secretariat' ? null : 'A')
