import { describe, expect, it } from 'vitest'
import type { BracketStanding } from '../../schema/party/holdouts.ts'
import { bracketStanding, jointStanding } from '../../schema/party/holdouts.ts'
import type { Holdout } from '../../schema/party/once.ts'
import type { Stance } from '../../schema/party/position.ts'
import { currentVersion } from '../../schema/proposal/proposal.ts'
import { view } from '../../schema/view/view.ts'
import { actor, chair } from '../laws/negotiation.ts'
import { Scene } from './scene.ts'

const report = 'Parties shall report annually'

/** "EU (opposes; FR: rival)": a holdout as a note-taker would write it down. */
function written(scene: Scene, { party, ways, members }: Holdout): string {
  const by = (its: Holdout['ways']) =>
    its
      .map((way) =>
        way.by === 'position'
          ? way.position.stance
          : way.by === 'pending'
            ? 'pending'
            : `${way.by} ${scene.nameOf(way.proposal)}`,
      )
      .join(', ')
  const inside = members.map((member) => `; ${member.party}: ${by(member.ways)}`).join('')
  return `${party} (${by(ways)}${inside})`
}

const standing = (scene: Scene, name: string): BracketStanding =>
  bracketStanding(scene.it.now, scene.id(name))
const against = (scene: Scene, name: string) =>
  standing(scene, name).adopting.holdouts.map((one) => written(scene, one))
const keeping = (scene: Scene, name: string) =>
  standing(scene, name).dropping.holdouts.map((one) => written(scene, one))
const paragraph = (scene: Scene, label = 'OP1') => {
  const views = view(scene.it.now, { type: 'compilation', names: 'shown' }).paragraphs
  const { id, proposals } = views.find((one) => one.label === label)!
  const { holdouts, alone } = jointStanding(scene.it.now, proposals, [id])
  return { holdouts: holdouts.map((one) => written(scene, one)), alone }
}

function says(scene: Scene, party: string, stance: Stance, name: string, condition = ''): void {
  const proposal = scene.id(name)
  const { version } = currentVersion(scene.it.now.proposals.get(proposal)!)
  const on = { proposal, version }
  const refusal = scene.it.act(actor('delegate', party), {
    type: 'position',
    on,
    stance,
    reason: '',
    condition,
  })
  expect(refusal).toBeNull()
}

describe('a bracket', () => {
  it('[HO1] has nobody in its way while all are silent, and its sponsor alone keeps it up', () => {
    const scene = new Scene(report, ['A: shall → should'])
    const { adopting, dropping, silent, sponsors } = standing(scene, 'A1')
    expect([adopting.holdouts, adopting.alone]).toEqual([[], null])
    expect([keeping(scene, 'A1'), dropping.alone, sponsors]).toEqual([['A (asks A1)'], 'A', ['A']])
    expect(silent).toBe(9)
  })

  it('[HO1] has those in its way who oppose, reserve, retain or want no text; who can live with it is not', () => {
    const scene = new Scene(report, [
      'A: shall → should',
      'B opposes A1',
      'CH reserves A1',
      'US supports A1',
      'RF can live with A1',
    ])
    says(scene, 'C', 'retain', 'A1')
    says(scene, 'D', 'noText', 'A1')
    says(scene, 'FR', 'flexible', 'A1')
    expect(against(scene, 'A1')).toEqual(['B (opposes)', 'C (retain)', 'CH (reserves)', 'D (noText)'])
    expect(standing(scene, 'A1').adopting.alone).toBeNull()
    expect(keeping(scene, 'A1')).toEqual(['A (asks A1)', 'US (supports)'])
    expect(standing(scene, 'A1').silent).toBe(2)
  })

  it('[HO1] has one delegation alone in its way', () => {
    const scene = new Scene(report, ['A: shall → should', 'B supports A1', 'CH opposes A1'])
    expect(standing(scene, 'A1').adopting.alone).toBe('CH')
    expect(standing(scene, 'A1').dropping.alone).toBeNull()
  })

  it('[HO2] has who asks for a rival wording in its way, until they say they can live with this one', () => {
    const scene = new Scene(report, ['A: shall → should', 'B: shall → may', 'C co-sponsors B1'])
    expect(against(scene, 'A1')).toEqual(['B (rival B1)', 'C (rival B1)'])
    says(scene, 'B', 'canLiveWith', 'A1')
    expect(against(scene, 'A1')).toEqual(['C (rival B1)'])
    expect(standing(scene, 'A1').adopting.alone).toBe('C')
    expect(standing(scene, 'B1').adopting.alone).toBe('A')
  })

  it('[HO2] of two rivals that one party sponsors none is in the way of the other', () => {
    const scene = new Scene(report, ['A: shall → should', 'A: shall → may'])
    expect([against(scene, 'A1'), against(scene, 'A2')]).toEqual([[], []])
  })

  it('[HO2] has who asks to change, strike or hold its own words in its way', () => {
    const scene = new Scene(report, [
      'A: annually → annually and in writing',
      'B on A1: writing → full',
      'C on A1: − and in writing',
    ])
    expect(against(scene, 'A1')).toEqual(['B (amends B1)', 'C (strikes C1)'])
  })

  it('[HO2] tells those who strike or hold the same words apart: they can stand with it', () => {
    const scene = new Scene(report, ['A: − annually', 'B: − report annually', 'C: hold “annually”'])
    expect(against(scene, 'A1')).toEqual([])
    expect(standing(scene, 'A1').beside).toEqual([
      { proposal: scene.id('B1'), does: 'strikes' },
      { proposal: scene.id('C1'), does: 'holds' },
    ])
  })

  it('[HO1] that only holds words is lifted or kept up, never adopted', () => {
    const scene = new Scene(report, ['A: hold “annually”'])
    expect(standing(scene, 'A1').holdsOnly).toBe(true)
    expect(paragraph(scene)).toEqual({ holdouts: ['A (asks A1)'], alone: ['A'] })
  })

  it('[HO3] names a group and its members once, and a member that breaks from its group by itself', () => {
    const scene = new Scene(report, ['A: shall → should', 'EU opposes A1', 'FR reserves A1'])
    expect(against(scene, 'A1')).toEqual(['EU (opposes; FR: reserves)'])
    expect(standing(scene, 'A1').adopting.alone).toBe('EU')
    const broken = new Scene(report, ['A: shall → should', 'EU supports A1', 'SE opposes A1'])
    expect(against(broken, 'A1')).toEqual(['SE (opposes)'])
    expect(standing(broken, 'A1').adopting.alone).toBe('SE')
  })

  it('[HO3] counts members whose group is silent one by one, and those a group speaks for as not silent', () => {
    const scene = new Scene(report, ['A: shall → should', 'FR opposes A1', 'DE opposes A1'])
    expect(against(scene, 'A1')).toEqual(['DE (opposes)', 'FR (opposes)'])
    const spoken = new Scene(report, ['A: shall → should', 'EU supports A1'])
    expect(standing(spoken, 'A1').silent).toBe(6)
  })

  it('[HO4] keeps positions on an earlier wording apart: they stand in nobody’s way', () => {
    const scene = new Scene(report, [
      'A: shall → should',
      'B opposes A1',
      'C supports A1',
      'A revises A1: should → may',
    ])
    const { adopting, dropping, stale } = standing(scene, 'A1')
    expect([adopting.holdouts, dropping.alone]).toEqual([[], 'A'])
    expect(stale.map(({ party }) => party)).toEqual(['B', 'C'])
  })

  it('[PO4] lets what was said of an earlier wording be taken back, once', () => {
    const scene = new Scene(report, ['A: shall → should', 'B opposes A1', 'A revises A1: should → may'])
    const on = { proposal: scene.id('A1'), version: 2 }
    const back = { type: 'position', on, stance: null, reason: '', condition: '' } as const
    expect(scene.it.act(actor('delegate', 'C'), back)?.code).toBe('already-so')
    expect(scene.it.act(actor('delegate', 'B'), back)).toBeNull()
    expect(standing(scene, 'A1').stale).toEqual([])
    expect(scene.it.act(actor('delegate', 'B'), back)?.code).toBe('already-so')
  })

  it('[HO4] tells who was asked about this wording and has not answered', () => {
    const scene = new Scene(report, [
      'A: shall → should',
      'B supports A1',
      'C supports A1',
      'A revises A1: should → may',
    ])
    const proposal = scene.id('A1')
    const ask = { type: 'ask', proposal, version: 2, parties: ['B', 'C'] } as const
    expect(scene.it.act(chair, { ...ask, parties: [...ask.parties] })).toBeNull()
    says(scene, 'B', 'supports', 'A1')
    expect(standing(scene, 'A1').asked.map(({ party }) => party)).toEqual(['C'])
  })

  it('[HO5] that nobody named asks for is in no party’s hands: it may be lapsed', () => {
    const scene = new Scene(report, ['B: shall → may'])
    const recorded = scene.it.now
    const unnamed = { ...recorded.proposals.get(scene.id('B1'))!, sponsors: [] }
    const state = { ...recorded, proposals: new Map([[unnamed.id, unnamed]]) }
    expect(bracketStanding(state, unnamed.id).dropping).toEqual({ holdouts: [], alone: null })
    expect(jointStanding(state, [unnamed.id], ['p1'])).toMatchObject({ alone: [], unnamed: [unnamed.id] })
  })

  it('[HO1] counts what is said on a condition as said, and shows the condition', () => {
    const scene = new Scene(report, ['A: shall → should'])
    says(scene, 'B', 'canLiveWith', 'A1', 'if OP2 is kept')
    expect(standing(scene, 'A1').onCondition.map(({ condition }) => condition)).toEqual(['if OP2 is kept'])
    expect(against(scene, 'A1')).toEqual([])
  })

  it('[HO1] shows a condition on something of the record until that has come about', () => {
    const scene = new Scene(report, ['A: shall → should', 'B: annually → monthly'])
    const when = { proposal: scene.id('B1'), becomes: 'accepted' } as const
    const said = scene.it.act(actor('delegate', 'C'), {
      type: 'position',
      on: { proposal: scene.id('A1'), version: 1 },
      stance: 'canLiveWith',
      reason: '',
      condition: '',
      when,
    })
    expect(said).toBeNull()
    expect(standing(scene, 'A1').onCondition.map((one) => [one.party, one.when])).toEqual([['C', when]])
    scene.tellAll(['chair accepts B1'])
    expect(standing(scene, 'A1').onCondition).toEqual([])
  })
})

describe('a paragraph', () => {
  it('[HO6] is held open by who asks for something in it and who stands in its way', () => {
    const scene = new Scene(report, ['A: shall → should', 'B supports A1', 'CH opposes A1'])
    expect(paragraph(scene)).toEqual({
      holdouts: ['A (asks A1)', 'B (supports)', 'CH (opposes)'],
      alone: ['CH'],
    })
  })

  it('[HO6] is one delegation away where one by itself could settle all that is contested', () => {
    const scene = new Scene(report, [
      'A: shall → should',
      'B: shall → may',
      'B: annually → every year',
      'C opposes B2',
    ])
    expect(paragraph(scene).alone).toEqual(['B'])
  })

  it('[HO6] is nobody’s alone where two ask for what nobody contests', () => {
    const scene = new Scene(report, ['A: shall → should', 'B: annually → yearly'])
    expect(paragraph(scene)).toEqual({ holdouts: ['A (asks A1)', 'B (asks B1)'], alone: [] })
  })

  it('[HO6] is nobody’s alone where nobody contests what a single one asks for', () => {
    const scene = new Scene(report, ['A: shall → should'])
    expect(paragraph(scene)).toEqual({ holdouts: ['A (asks A1)'], alone: [] })
    expect(paragraph(new Scene(report, ['A: hold “annually”'])).alone).toEqual(['A'])
  })

  it('[HO6] is contested where something asked has somebody in its way, and not while all are silent', () => {
    const contested = (...lines: string[]) => {
      const scene = new Scene(report, lines)
      return jointStanding(scene.it.now, [...scene.names.values()], ['p1']).contested
    }
    expect(contested('A: shall → should')).toBe(false)
    expect(contested('A: shall → should', 'B opposes A1')).toBe(true)
    expect(contested('A: hold “annually”')).toBe(true)
  })

  it('[HO6] is held open by reservations on it and by those its status is pending', () => {
    const scene = new Scene(report, ['chair agrees OP1 in informals pending US, RF'])
    expect(paragraph(scene)).toEqual({ holdouts: ['RF (pending)', 'US (pending)'], alone: [] })
    const one = new Scene(report, ['chair agrees OP1 in informals pending US'])
    const on = { paragraph: 'p1' }
    const reserves = { type: 'position', on, stance: 'reserves', reason: '', condition: '' } as const
    expect(one.it.act(actor('delegate', 'US'), reserves)).toBeNull()
    expect(paragraph(one)).toEqual({ holdouts: ['US (pending, reserves)'], alone: ['US'] })
    expect(one.it.act(actor('delegate', 'CH'), { ...reserves, stance: 'retain' })).toBeNull()
    expect(paragraph(one).alone).toEqual(['US'])
  })

  it('[HO6] names a group once over all its brackets', () => {
    const scene = new Scene(report, [
      'A: shall → should',
      'EU opposes A1',
      'B: annually → yearly',
      'FR opposes B1',
    ])
    for (const party of ['C', 'D']) {
      says(scene, party, 'supports', 'A1')
      says(scene, party, 'supports', 'B1')
    }
    expect(paragraph(scene).alone).toEqual(['EU'])
  })
})

describe('a member on the other side', () => {
  it('[HO3] of a bracket in a paragraph stands by itself beside its group', () => {
    const scene = new Scene(report, ['EU: shall → should', 'FR opposes EU1'])
    expect(paragraph(scene)).toEqual({ holdouts: ['EU (asks EU1)', 'FR (opposes)'], alone: ['EU', 'FR'] })
  })

  it('[HO3] than another member of the group stands by itself too', () => {
    const scene = new Scene(report, [
      'FR: shall → should',
      'DE opposes FR1',
      'US: annually → yearly',
      'EU opposes US1',
    ])
    expect(paragraph(scene)).toEqual({
      holdouts: ['DE (opposes)', 'EU (opposes)', 'FR (asks FR1)', 'US (asks US1)'],
      alone: [],
    })
  })

  it('[HO6] keeps its group from settling alone what the member holds up', () => {
    const scene = new Scene(report, [
      'EU: shall → should',
      'FR opposes EU1',
      'US: annually → yearly',
      'EU opposes US1',
      'FR opposes US1',
      'C supports US1',
    ])
    expect(paragraph(scene).alone).toEqual([])
    scene.tellAll(['chair lapses EU1'])
    expect(paragraph(scene).alone).toEqual(['EU'])
  })
})

describe('a package', () => {
  const text = `${report}\nParties shall meet`

  it('[HO7] is held up by whoever holds one of its items', () => {
    const scene = new Scene(text, [
      'A: report → report in writing',
      'B: meet → meet yearly',
      'C supports A1',
      'C supports B1',
      'US opposes A1',
      'RF opposes B1',
    ])
    const both = [scene.id('A1'), scene.id('B1')]
    expect(jointStanding(scene.it.now, both, []).alone).toEqual([])
    expect(jointStanding(scene.it.now, both, []).holdouts.map(({ party }) => party)).toEqual([
      'A',
      'B',
      'C',
      'RF',
      'US',
    ])
    says(scene, 'RF', 'canLiveWith', 'B1')
    expect(jointStanding(scene.it.now, both, []).alone).toEqual(['US'])
  })

  it('[HO7] leaves out what is decided', () => {
    const scene = new Scene(text, [
      'A: report → report in writing',
      'B: meet → meet yearly',
      'chair lapses A1',
    ])
    const { proposals, holdouts } = jointStanding(scene.it.now, [scene.id('A1'), scene.id('B1')], ['p2'])
    expect([proposals, holdouts.map(({ party }) => party)]).toEqual([[scene.id('B1')], ['B']])
  })
})
