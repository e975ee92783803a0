import { describe, expect, it } from 'vitest'
import type { When } from '../../schema/party/condition.ts'
import { metConditions } from '../../schema/record/conditions.ts'
import type { Role } from '../../schema/party/role.ts'
import type { Deed } from '../../schema/record/deed.ts'
import { actor, chair } from '../laws/negotiation.ts'
import { textOf } from '../../schema/text/text.ts'
import { Scene } from './scene.ts'

const report = 'Parties shall report\nParties shall inform'
const scene = () =>
  new Scene(report, ['A: report → report annually', 'B: inform → inform promptly', 'C: Parties → States'])

const undertakes = (party: string, it: Scene, own: string, when?: When) =>
  it.it.act(actor('delegate', party), {
    type: 'undertake',
    proposal: it.id(own),
    condition: when ? '' : 'if our concerns are met',
    ...(when ? { when } : {}),
  })

const waiting = (it: Scene): string[] =>
  metConditions(it.it.now).map(
    ({ type, party, on }) => `${party} ${type} ${'proposal' in on ? it.nameOf(on.proposal) : on.paragraph}`,
  )

describe('conditions', () => {
  it('[PO6] a withdrawal announced on a condition is listed when it is met, and done by its sponsor alone', () => {
    const it = scene()
    expect(undertakes('A', it, 'A1', { proposal: it.id('B1'), becomes: 'accepted' })).toBeNull()
    expect(waiting(it)).toEqual([])
    it.tellAll(['chair accepts B1'])
    expect(waiting(it)).toEqual(['A undertaking A1'])
    expect(it.statusOf('A1')).toBe('open')
    it.tellAll(['A withdraws A1'])
    expect(waiting(it)).toEqual([])
  })

  it('[PO6] what was merged is accommodated when the other is accepted, and falls with it', () => {
    for (const [ruling, met] of [
      ['accepted', ['A undertaking A1']],
      ['lapsed', ['C undertaking C1']],
    ] as const) {
      const it = scene()
      undertakes('A', it, 'A1', { proposal: it.id('B1'), becomes: 'accepted' })
      undertakes('C', it, 'C1', { proposal: it.id('B1'), becomes: 'withdrawn' })
      const [merge] = it.it.propose(
        'D',
        textOf(it.it.now, it.it.now.accepted).map((one) =>
          one.id === 'p2' ? { ...one, content: [{ text: 'Parties shall inform at once' }] } : one,
        ),
      )
      const rule = (proposal: number, how: object): void => {
        expect(
          it.it.act(chair, { type: 'rule', proposal, version: 1, reason: 'in substance', ...how } as Deed),
        ).toBeNull()
      }
      rule(it.id('B1'), { ruling: 'merged', into: merge })
      expect(waiting(it)).toEqual([])
      rule(merge as number, { ruling })
      expect(waiting(it)).toEqual(met)
    }
  })

  it('[PO6] chains: then Mexico also withdraws', () => {
    const it = scene()
    undertakes('A', it, 'A1', { proposal: it.id('B1'), becomes: 'accepted' })
    undertakes('C', it, 'C1', { proposal: it.id('A1'), becomes: 'withdrawn' })
    it.tellAll(['chair accepts B1'])
    expect(waiting(it)).toEqual(['A undertaking A1'])
    it.tellAll(['A withdraws A1'])
    expect(waiting(it)).toEqual(['C undertaking C1'])
  })

  it('[PO6] a position that waits for a paragraph is listed when that is agreed, until it is taken anew', () => {
    const it = scene()
    const on = { proposal: it.id('A1'), version: 1 }
    const supports = (when?: When): Deed => ({
      type: 'position',
      on,
      stance: 'supports',
      reason: '',
      condition: when ? 'if OP2 is agreed' : '',
      ...(when ? { when } : {}),
    })
    expect(it.it.act(actor('delegate', 'D'), supports({ paragraph: 'p2', becomes: 'agreed' }))).toBeNull()
    it.tellAll(['B withdraws B1', 'chair lapses C1', 'chair agrees ad ref OP2'])
    expect(waiting(it)).toEqual(['D position A1'])
    expect(it.it.act(actor('delegate', 'D'), supports())).toBeNull()
    expect(waiting(it)).toEqual([])
  })

  it('[PO6] an announcement is taken back by its sponsor, and goes with their name', () => {
    const it = scene()
    undertakes('A', it, 'A1')
    it.tellAll(['D co-sponsors A1', 'A withdraws A1'])
    expect(it.it.now.proposals.get(it.id('A1'))!.undertakings).toEqual([])
    expect(undertakes('A', it, 'A1')?.code).toBe('not-sponsor')
    expect(undertakes('D', it, 'A1')).toBeNull()
    const back: Deed = { type: 'undertake', proposal: it.id('A1'), condition: '' }
    expect(it.it.act(actor('delegate', 'D'), back)).toBeNull()
    expect(it.it.act(actor('delegate', 'D'), back)?.code).toBe('already-so')
  })

  it('[PO6] nothing waits for itself, for what is not there, or for what has come about', () => {
    const it = scene()
    it.tellAll(['chair accepts B1'])
    const code = (when: When) => undertakes('A', it, 'A1', when)?.code
    expect(code({ proposal: it.id('A1'), becomes: 'accepted' })).toBe('unknown-proposal')
    expect(code({ proposal: 99, becomes: 'accepted' })).toBe('unknown-proposal')
    expect(code({ paragraph: 'p9', becomes: 'agreed' })).toBe('unknown-paragraph')
    expect(code({ proposal: it.id('B1'), becomes: 'accepted' })).toBe('condition-met')
    expect(code({ proposal: it.id('B1'), becomes: 'withdrawn' })).toBe('condition-met')
  })

  it('[PO7] parties are asked once about each wording, by a sponsor or the chair and by nobody else', () => {
    const it = new Scene(report, ['A: shall → should', 'EU supports A1', 'A revises A1: should → may'])
    const ask = (role: Role, delegation: string | null, version = 2, named?: string) =>
      it.it.act(
        actor(role, delegation),
        { type: 'ask', proposal: it.id('A1'), version, parties: ['EU'] },
        named === undefined ? {} : { for: named, channel: 'floor' },
      )?.code
    expect(ask('delegate', 'B')).toBe('not-sponsor')
    expect(ask('secretariat', null, 1)).toBe('version-passed')
    expect(ask('facilitator', null, 2, 'B')).toBe('not-sponsor')
    expect(ask('delegate', 'A')).toBeUndefined()
    expect(ask('facilitator', null)).toBe('already-so')
    expect(it.it.now.proposals.get(it.id('A1'))!.asked).toMatchObject([{ party: 'EU', version: 2, by: 'A' }])
    it.tellAll(['A revises A1: may → might'])
    expect(ask('facilitator', null, 3)).toBeUndefined()
    it.tellAll(['A revises A1: might → must'])
    expect(ask('secretariat', null, 4, 'A')).toBeUndefined()
    expect(it.it.now.proposals.get(it.id('A1'))!.asked).toMatchObject([{ version: 4, by: 'A' }])
  })

  it('[PM11] a package holds what is there, is changed by its name, and dissolved when empty', () => {
    const it = scene()
    const put = (proposals: number[], paragraphs: string[], title = 'Means') =>
      it.it.act(chair, { type: 'package', package: 'k1', title, proposals, paragraphs })?.code
    expect(put([], [])).toBe('unknown-package')
    expect(put([99], [])).toBe('unknown-proposal')
    expect(put([], ['p9'])).toBe('unknown-paragraph')
    expect(put([it.id('A1')], ['p2'])).toBeUndefined()
    expect(put([it.id('A1')], ['p2'])).toBe('already-so')
    expect(put([it.id('A1')], ['p2'], 'Means of implementation')).toBeUndefined()
    expect(it.it.now.packages.get('k1')).toMatchObject({
      title: 'Means of implementation',
      paragraphs: ['p2'],
    })
    expect(put([], [])).toBeUndefined()
    expect(it.it.now.packages.size).toBe(0)
  })
})

describe('what an imported text says', () => {
  it('[PM12] may be asked for by the chair, who takes no positions', () => {
    const { it: negotiation } = new Scene(words, [])
    expect(negotiation.act(secretariat, held, { channel: 'imported', for: 'Chair' })).toBeNull()
    expect(negotiation.now.proposals.get(2)!.sponsors).toEqual(['Chair'])
    expect(negotiation.act(secretariat, held, { channel: 'floor', for: 'Chair' })?.code).toBe('unknown-party')
  })

  const words = 'Parties shall report'
  const held: Deed = {
    type: 'table',
    changes: [{ type: 'hold', ranges: [{ source: 'p1', from: 9, to: 14 }] }],
    rationale: '',
    invite: [],
    alternatives: [],
  }
  const secretariat = actor('secretariat')

  it('[PM12] is recorded directly after the text was opened, and nobody’s until a delegation adopts it', () => {
    const { it: negotiation } = new Scene(words, [])
    expect(negotiation.act(secretariat, held, { channel: 'imported' })).toBeNull()
    expect(negotiation.now.proposals.get(2)!.sponsors).toEqual([])
    expect(negotiation.act(actor('delegate', 'B'), { type: 'withdraw', proposal: 2, reason: '' })?.code).toBe(
      'not-sponsor',
    )
    expect(negotiation.act(actor('delegate', 'B'), { type: 'cosponsor', proposal: 2 })).toBeNull()
    expect(negotiation.now.proposals.get(2)!.sponsors).toEqual(['B'])
    expect(negotiation.act(secretariat, held, { channel: 'imported' })?.code).toBe('import-over')
  })

  it('[PM12] includes positions and statuses, each in its own name, and no more than a text can say', () => {
    const { it: negotiation } = new Scene(words, [])
    const position: Deed = {
      type: 'position',
      on: { paragraph: 'p1' },
      stance: 'noText',
      reason: '',
      condition: '',
    }
    const status: Deed = { type: 'status', paragraph: 'p1', status: 'adReferendum', pending: [], reason: '' }
    const imported = (deed: Deed, party?: string) =>
      negotiation.act(secretariat, deed, { channel: 'imported', ...(party ? { for: party } : {}) })?.code
    expect(imported(position)).toBe('unknown-party')
    expect(imported(position, 'EU')).toBeUndefined()
    expect(imported(status)).toBeUndefined()
    expect(imported(held, 'Chair')).toBe('paragraph-agreed')
    expect(imported({ ...position, reason: 'as the chair' }, 'Chair')).toBe('unknown-party')
    expect(imported({ type: 'rule', proposal: 2, version: 1, ruling: 'accepted', reason: '' })).toBe(
      'not-allowed',
    )
    expect(negotiation.act(secretariat, status)?.code).toBe('not-allowed')
    expect(negotiation.act(actor('delegate', 'B'), held, { channel: 'imported' })?.code).toBe('not-allowed')
  })
})
