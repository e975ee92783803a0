import { describe, expect, it } from 'vitest'
import { tally, lastPositions } from '../../schema/party/tally.ts'
import { membersOn } from '../../schema/party/party.ts'
import { view } from '../../schema/view/view.ts'
import { printView } from '../../schema/view/print.ts'
import { asGroups } from '../../schema/view/names.ts'
import { compare } from '../../schema/proposal/compare.ts'
import { actor, chair } from '../laws/negotiation.ts'
import { Scene } from './scene.ts'

const report = 'Parties shall report'

describe('positions', () => {
  it('[PO1] are on one version: a new wording leaves them stale, shown and not counted', () => {
    const scene = new Scene(report, ['A: shall → should', 'EU supports A1', 'A revises A1: should → may'])
    const { byStance, stale } = tally(scene.it.now, scene.id('A1'))
    expect(byStance.supports).toEqual([])
    expect(stale.map(({ party, on }) => ({ party, on }))).toEqual([
      { party: 'EU', on: { proposal: scene.id('A1'), version: 1 } },
    ])
  })

  it('[PO1] given anew on the new wording count again', () => {
    const scene = new Scene(report, [
      'A: shall → should',
      'EU supports A1',
      'A revises A1: should → may',
      'EU opposes A1',
    ])
    const { byStance, stale } = tally(scene.it.now, scene.id('A1'))
    expect([byStance.opposes, stale]).toEqual([['EU'], []])
  })

  it('[PO2] of a group and of members that follow it count once', () => {
    const scene = new Scene(report, [
      'A: shall → should',
      'FR supports A1',
      'EU supports A1',
      'US supports A1',
    ])
    const { byStance, standings } = tally(scene.it.now, scene.id('A1'))
    expect(byStance.supports).toEqual(['EU', 'US'])
    expect(standings.map(({ party, through }) => [party, through])).toEqual([
      ['FR', null],
      ['EU', null],
      ['US', null],
      ['DE', 'EU'],
      ['SE', 'EU'],
    ])
  })

  it('[PO3] of a member may differ from its group’s', () => {
    const scene = new Scene(report, ['A: shall → should', 'EU supports A1', 'SE opposes A1'])
    const { byStance, standings } = tally(scene.it.now, scene.id('A1'))
    expect([byStance.supports, byStance.opposes]).toEqual([['EU'], ['SE']])
    expect(standings.filter(({ party }) => party === 'SE').map(({ stance }) => stance)).toEqual(['opposes'])
  })

  it('[PO4] are the last a party took, and may be taken back', () => {
    const scene = new Scene(report, ['A: shall → should', 'US supports A1', 'US can live with A1'])
    expect(tally(scene.it.now, scene.id('A1')).byStance).toMatchObject({ supports: [], canLiveWith: ['US'] })
    const on = { proposal: scene.id('A1'), version: 1 }
    scene.it.act(actor('delegate', 'US'), { type: 'position', on, stance: null, reason: '', condition: '' })
    expect(lastPositions(scene.it.now, scene.id('A1'))).toEqual([])
    expect(scene.it.now.positions.get(scene.id('A1'))).toHaveLength(3)
  })

  it('[PO4] may be taken on a paragraph as a whole', () => {
    const scene = new Scene(report, [])
    const position = {
      type: 'position',
      on: { paragraph: 'p1' },
      stance: 'retain',
      reason: '',
      condition: 'if OP2 is kept',
    } as const
    expect(scene.it.act(actor('delegate', 'US'), position)).toBeNull()
    expect(tally(scene.it.now, 'p1').byStance.retain).toEqual(['US'])
    expect(scene.it.act(actor('delegate', 'US'), position)?.code).toBe('already-so')
    expect(scene.it.act(actor('delegate', 'US'), { ...position, on: { paragraph: 'p9' } })?.code).toBe(
      'unknown-paragraph',
    )
  })

  it('[PO1] on a wording that has passed are refused, with the one in force', () => {
    const scene = new Scene(report, ['A: shall → should', 'A revises A1: should → may'])
    const on = { proposal: scene.id('A1'), version: 1 }
    const late = { type: 'position', on, stance: 'supports', reason: '', condition: '' } as const
    expect(scene.it.act(actor('delegate', 'B'), late)).toMatchObject({
      code: 'version-passed',
      params: { current: 2 },
    })
  })
})

describe('groups', () => {
  it('[PO5] have the members of the day: from a date on, and up to but not on another', () => {
    const group = {
      code: 'G',
      name: 'G',
      kind: 'group',
      members: [
        { code: 'A', from: '2026-01-01', until: '2026-03-01' },
        { code: 'B', from: '2026-03-01' },
      ],
    } as const
    expect(membersOn(group, '2025-12-31')).toEqual([])
    expect(membersOn(group, '2026-02-28')).toEqual(['A'])
    expect(membersOn(group, '2026-03-01')).toEqual(['B'])
    expect(membersOn({ code: 'A', name: 'A', kind: 'state' }, '2026-03-01')).toEqual([])
  })

  it('[PO5] have no group as a member, so that nobody follows whom they lead', () => {
    const scene = new Scene(report, [])
    const seat = (code: string, member: string) =>
      scene.it.act(chair, {
        type: 'seat',
        party: { code, name: code, kind: 'group', members: [{ code: member, from: '2026-01-01' }] },
      })?.code
    expect(seat('G', 'EU')).toBe('malformed')
    expect(seat('G', 'nobody')).toBe('unknown-party')
    expect(seat('G', 'US')).toBeUndefined()
    expect(seat('EU', 'G')).toBe('malformed')
  })

  it('[PM10] are asked to co-sponsor, and put on the record only by their own yes; a no is recorded too', () => {
    const scene = new Scene(report, [])
    const [change] = compare(scene.it.now, new Set(), [
      { id: 'p1', kind: 'operative', level: 0, content: [{ text: 'Parties should report' }] },
    ])
    const invite = {
      type: 'table',
      changes: [change] as never,
      rationale: '',
      invite: ['US'],
      alternatives: [],
    }
    scene.it.act(actor('delegate', 'A'), invite as never)
    const id = scene.it.now.n
    const proposal = () => scene.it.now.proposals.get(id)!
    expect(proposal()).toMatchObject({ sponsors: ['A'], invited: ['US'] })
    expect(scene.it.act(actor('delegate', 'FR'), { type: 'decline', proposal: id })?.code).toBe('not-invited')
    expect(scene.it.act(actor('delegate', 'US'), { type: 'decline', proposal: id })).toBeNull()
    expect(proposal()).toMatchObject({ sponsors: ['A'], invited: [] })
  })

  it('[VW2] stand for their members where all of them, or the group itself, sponsor', () => {
    const scene = new Scene(report, [
      'FR: shall → should',
      'DE co-sponsors FR1',
      'US co-sponsors FR1',
      'EU: report → report annually',
      'FR co-sponsors EU1',
    ])
    const grouped = () => printView(view(scene.it.now, { type: 'compilation', names: 'groups' }))
    expect(grouped()).toBe('OP1. Parties [shall][FR, DE, US: should] report [EU: annually]')
    scene.it.act(actor('delegate', 'SE'), { type: 'cosponsor', proposal: scene.id('FR1') })
    expect(grouped()).toBe('OP1. Parties [shall][EU, US: should] report [EU: annually]')
    expect(asGroups(scene.it.now, ['US'])).toEqual(['US'])
  })

  it('[PM4] are spoken for by their coordinator alone', () => {
    const scene = new Scene(report, ['A: shall → should'])
    const deed = { type: 'cosponsor', proposal: scene.id('A1') } as const
    const asked = (speaksFor: string[]) => ({ ...actor('delegate', 'FR'), speaksFor })
    const say = (speaksFor: string[]) => scene.it.act(asked(speaksFor), deed, { onBehalfOf: 'EU' })
    expect(say([])).toMatchObject({ code: 'not-speaking-for', params: { party: 'EU' } })
    expect(say(['EU'])).toBeNull()
    expect(scene.it.now.proposals.get(scene.id('A1'))!.sponsors).toEqual(['A', 'EU'])
  })
})
