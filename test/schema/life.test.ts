import { describe, expect, it } from 'vitest'
import { lifeOf, type Life, type LifeEvent } from '../../schema/record/life.ts'
import { findWords } from '../../schema/record/find.ts'
import { droppedWords } from '../../schema/record/lost.ts'
import { actor } from '../laws/negotiation.ts'
import { Scene } from './scene.ts'

const report = 'Parties shall report annually'

/** The life of the last word of the record that reads so. */
function life(scene: Scene, text: string): Life {
  const found = findWords(scene.it.now, text).at(-1)
  if (!found) throw new RangeError(`no word ${text}`)
  return lifeOf(scene.it.now, scene.it.acts, found.spot)
}

/** Its events as a note-taker would write them down. */
function told(scene: Scene, text: string): string[] {
  const name = (id: number | null) => (id === null ? 'the opened text' : scene.nameOf(id))
  const line = (event: LifeEvent): string => {
    switch (event.type) {
      case 'asked':
        return `${event.asker.party ?? ''} asked in ${name(event.asker.proposal)}`.trim()
      case 'reworded':
        return `${name(event.proposal)} reworded: ${event.words}${event.kept ? '' : ' (not in it)'}`
      case 'joined':
      case 'left':
        return `${event.party} ${event.type} ${name(event.proposal)}`
      case 'position':
        return `${event.position.party} ${event.position.stance} ${
          event.proposal === null ? 'the paragraph' : name(event.proposal)
        }`
      case 'status':
        return `${event.paragraph} ${event.status}`
      case 'contested':
        return `${name(event.proposal)} ${event.does}`
      case 'settled':
        return `${name(event.proposal)} ${event.status}`
      case 'ruled':
        return `${name(event.proposal)} ruled ${event.ruling}`
      case 'issued':
        return event.symbol
      case 'dropped':
        return `dropped: ${event.fate.drop.how} by ${name(event.fate.drop.proposal)}`
    }
  }
  return life(scene, text).events.map(line)
}

const dropped = (scene: Scene, paragraph = 'p1') =>
  droppedWords(scene.it.now, paragraph).map(
    ({ text, fate }) => `${text.trim()}: ${fate.drop.how} ${scene.nameOf(fate.drop.proposal)}`,
  )

describe('the life of a word', () => {
  it('[ST7] of the text as opened begins with act 1, and holds what was asked about it since', () => {
    const scene = new Scene(report, [
      'A: shall → should',
      'B: − shall ',
      'C: hold “shall”',
      'chair lapses B1',
      'chair publishes Rev.1',
    ])
    expect(told(scene, 'shall')).toEqual([
      'asked in the opened text',
      'A1 replaces',
      'B1 strikes',
      'C1 holds',
      'B1 ruled lapsed',
      'A/TEST/L.1/Rev.1',
    ])
    const { fate, entered, first } = life(scene, 'shall')
    expect([fate.type, entered, first.n, first.person]).toEqual(['standing', 1, 1, 'secretariat '])
  })

  it('[ST7] of a proposal tells who asked, who joined and left, positions, ruling and revision', () => {
    const scene = new Scene(report, [
      'A: shall → should',
      'B co-sponsors A1',
      'US opposes A1',
      'EU: shall → may',
      'B withdraws A1',
      'chair accepts A1',
      'chair publishes Rev.1',
    ])
    expect(told(scene, 'should')).toEqual([
      'A asked in A1',
      'B joined A1',
      'US opposes A1',
      'EU1 rival',
      'B left A1',
      'A1 ruled accepted',
      'EU1 superseded',
      'A/TEST/L.1/Rev.1',
    ])
    const { fate, entered, replaced, issued } = life(scene, 'should')
    expect([fate.type, entered]).toEqual(['standing', 7])
    expect(replaced.map(({ text }) => text)).toEqual(['shall'])
    expect(issued).toEqual(['A/TEST/L.1/Rev.1'])
  })

  it('[ST7] goes back through revisions to the first wording that has the word', () => {
    const scene = new Scene(report, [
      'A: annually → annually and in writing',
      'A revises A1: and in writing → , in good time and in writing',
      'A revises A1: in good time → without delay',
    ])
    expect(told(scene, 'writing')).toEqual([
      'A asked in A1',
      'A1 reworded:  , in good time and in writing',
      'A1 reworded:  , without delay and in writing',
    ])
    expect(told(scene, 'delay')).toEqual([
      'A1 reworded:  and in writing (not in it)',
      'A1 reworded:  , in good time and in writing (not in it)',
      'A asked in A1',
    ])
    expect(life(scene, 'delay').first).toMatchObject({ proposal: scene.id('A1'), version: 3 })
  })

  it('[ST7] goes back behind a version that was without the word, which is then not dropped', () => {
    const scene = new Scene(report, [
      'A: annually → annually and in writing',
      'A revises A1: in writing → orally',
      'A revises A1: orally → in writing',
    ])
    const { first, fate } = life(scene, 'writing')
    expect([first.n, first.version, fate]).toEqual([2, 1, { type: 'proposed', proposal: scene.id('A1') }])
    expect(told(scene, 'writing')).toEqual([
      'A asked in A1',
      'A1 reworded:  and orally (not in it)',
      'A1 reworded:  and in writing',
    ])
    expect(dropped(scene)).toEqual(['orally: revised A1'])
  })

  it('[ST7] put in the words of another proposal is asked for in its own', () => {
    const scene = new Scene(report, ['A: annually → annually and in writing', 'B on A1: writing → full'])
    expect(life(scene, 'full').fate).toEqual({ type: 'proposed', proposal: scene.id('B1') })
  })

  it('[ST7] names who asked for the same words before, when the two were merged', () => {
    const scene = new Scene(report, [
      'A: annually → annually in writing',
      'B: annually → annually and in writing',
      'chair merges A1 into B1',
      'chair accepts B1',
    ])
    const { first, askers } = life(scene, 'writing')
    expect(askers.map(({ party }) => party)).toEqual(['A', 'B'])
    expect(first.proposal).toBe(scene.id('A1'))
    expect(dropped(scene)).toEqual([])
  })

  it('[ST7] names who asked for the very same wording before', () => {
    const scene = new Scene(report, ['A: shall → should', 'B: shall → should', 'chair accepts B1'])
    expect(life(scene, 'should').askers.map(({ party }) => party)).toEqual(['A', 'B'])
  })

  it('[ST9] goes back through a merger into what was merged itself, and tells what was said of each', () => {
    const scene = new Scene(report, [
      'A: annually → annually in writing',
      'US opposes A1',
      'B: annually → annually and in writing',
      'chair merges A1 into B1',
      'C: annually → annually, in writing',
      'FR supports B1',
      'chair merges B1 into C1',
      'chair accepts C1',
    ])
    expect(life(scene, 'writing').first.party).toBe('A')
    expect(told(scene, 'writing')).toEqual([
      'A asked in A1',
      'US opposes A1',
      'B asked in B1',
      'A1 ruled merged',
      'C asked in C1',
      'FR supports B1',
      'B1 ruled merged',
      'C1 ruled accepted',
    ])
  })

  it('[ST9] tells what was said of the same wording of another, and what became of that', () => {
    const scene = new Scene(report, [
      'A: shall → should',
      'B: shall → should',
      'US opposes B1',
      'chair accepts A1',
    ])
    expect(told(scene, 'should')).toEqual([
      'A asked in A1',
      'B asked in B1',
      'US opposes B1',
      'A1 ruled accepted',
      'B1 superseded',
    ])
  })

  it('[ST9] that stands tells what was said and declared of its paragraph since it does', () => {
    const scene = new Scene(report, ['A: shall → should'])
    const on = { paragraph: 'p1' }
    const position = { type: 'position', on, stance: 'reserves', reason: '', condition: '' } as const
    expect(scene.it.act(actor('delegate', 'US'), position)).toBeNull()
    scene.tellAll(['chair accepts A1', 'chair agrees ad ref OP1'])
    expect(told(scene, 'should')).toEqual(['A asked in A1', 'A1 ruled accepted', 'p1 adReferendum'])
    expect(told(scene, 'report')).toEqual([
      'asked in the opened text',
      'US reserves the paragraph',
      'p1 adReferendum',
    ])
  })

  it('[ST9] tells of a paragraph while the word stood in it, also one that was split or joined since', () => {
    const scene = new Scene('one two\n three', ['chair adopts OP1', 'chair reopens OP1 because US asked'])
    scene.tellAll(['chair: split OP1 before “two”', 'chair adopts OP1 bis'])
    const reopened = ['p1 adopted', 'p1 reopened']
    const behind = scene.it.now.statuses.size === 2 ? [...scene.it.now.statuses.keys()].at(-1)! : ''
    expect(told(scene, 'one')).toEqual(['asked in the opened text', ...reopened])
    expect(told(scene, 'two')).toEqual(['asked in the opened text', ...reopened, `${behind} adopted`])
    scene.tellAll(['chair reopens OP1 bis because US asked', 'chair: join OP2', 'chair adopts OP1'])
    expect(told(scene, 'two').slice(1)).toEqual([
      ...reopened,
      `${behind} adopted`,
      `${behind} reopened`,
      'p1 adopted',
    ])
    expect(told(scene, 'three')).toEqual(['asked in the opened text'])
    scene.tellAll(['chair reopens OP1 because US asked', 'chair: join OP2', 'chair adopts OP1'])
    scene.tellAll(['chair reopens OP1 because US asked', 'chair: split OP1 before “three”'])
    expect(told(scene, 'three').slice(1)).toEqual(['p1 adopted', 'p1 reopened'])
  })

  it('[ST9] tells of what struck it all that was said and ruled, also what was taken back', () => {
    const scene = new Scene(report, [
      'A: − annually',
      'B co-sponsors A1',
      'US opposes A1',
      'chair accepts A1',
      'chair reads again A1',
    ])
    expect(told(scene, 'annually')).toEqual([
      'asked in the opened text',
      'A1 strikes',
      'A1 ruled accepted',
      'A1 ruled open',
    ])
    scene.tellAll(['chair accepts A1'])
    expect(told(scene, 'annually')).toEqual([
      'asked in the opened text',
      'A1 strikes',
      'B joined A1',
      'US opposes A1',
      'A1 ruled accepted',
      'A1 ruled open',
      'A1 ruled accepted',
      'dropped: struck by A1',
    ])
  })

  it('[ST9] tells that its paragraph was placed elsewhere, and by whom', () => {
    const scene = new Scene('one\ntwo\nthree', ['A: move OP3 after OP1', 'chair accepts A1'])
    expect(told(scene, 'three')).toEqual(['asked in the opened text', 'A1 moves', 'A1 ruled accepted'])
    expect(told(scene, 'two')).toEqual(['asked in the opened text'])
  })

  it('[ST9] names of what was asked against it who brought it, also when they have left', () => {
    const scene = new Scene(report, ['A: − annually', 'B co-sponsors A1', 'A withdraws A1'])
    expect(life(scene, 'annually').events).toMatchObject([
      { type: 'asked' },
      { type: 'contested', party: 'A' },
    ])
  })

  it('[ST7] tells for whom another spoke, and what was recorded in nobody’s name', () => {
    const scene = new Scene(report, [])
    const insert = { anchor: { source: 'p1', at: 30 }, runs: [{ text: ' soon' }] }
    const deed = {
      type: 'table' as const,
      changes: [{ type: 'amend' as const, strike: [], insert }],
      rationale: '',
      invite: [],
      alternatives: [],
    }
    expect(scene.it.act(actor('secretariat'), deed, { channel: 'imported' })).toBeNull()
    expect(life(scene, 'soon').first).toMatchObject({ party: null, channel: 'imported', spokenBy: null })
    const france = { ...actor('delegate', 'FR'), speaksFor: ['EU'] }
    const late = {
      ...deed,
      changes: [{ ...deed.changes[0]!, insert: { ...insert, runs: [{ text: ' now' }] } }],
    }
    expect(scene.it.act(france, late, { onBehalfOf: 'EU' })).toBeNull()
    expect(life(scene, 'now').first).toMatchObject({ party: 'EU', spokenBy: 'FR' })
  })

  it('[ST7] holds at any act of the record what had happened by then', () => {
    const scene = new Scene(report, ['A: shall → should', 'US opposes A1', 'chair accepts A1'])
    const early = new Scene(report, ['A: shall → should'])
    const { spot } = findWords(early.it.now, 'should')[0]!
    expect(lifeOf(early.it.now, scene.it.acts, spot).events.map(({ type }) => type)).toEqual(['asked'])
    expect(lifeOf(early.it.now, scene.it.acts, spot).fate.type).toBe('proposed')
  })

  it('[ST7] has no answer where there is no word', () => {
    const scene = new Scene(report, [])
    expect(() => lifeOf(scene.it.now, scene.it.acts, { source: 'p1', at: 99 })).toThrow(RangeError)
    expect(() => lifeOf(scene.it.now, scene.it.acts, { source: 'p9', at: 0 })).toThrow(RangeError)
  })
})

describe('words that were dropped', () => {
  it('[ST8] were struck by what was accepted, and say by whose proposal and act', () => {
    const scene = new Scene(report, ['A: shall → should', 'B supports A1', 'chair accepts A1'])
    expect(dropped(scene)).toEqual(['shall: struck A1'])
    const { fate, entered } = life(scene, 'shall')
    expect([fate.type === 'dropped' && fate.drop.n, entered]).toEqual([4, 1])
  })

  it('[ST8] fell with their proposal: withdrawn, lapsed, superseded or revised away', () => {
    const scene = new Scene(`${report}\nParties shall meet`, [
      'A: shall report → should report',
      'B: shall report → may report',
      'C: annually → each year',
      'C revises C1: each year → every second year',
      'C withdraws C1',
      'D: meet → meet yearly',
      'chair accepts A1',
      'chair lapses D1',
    ])
    expect(dropped(scene)).toEqual([
      'shall: struck A1',
      'may: superseded B1',
      'every second year: withdrawn C1',
      'each: revised C1',
    ])
    expect(dropped(scene, 'p2')).toEqual(['yearly: lapsed D1'])
  })

  it('[ST8] fell with what they lay in, and are back when it is', () => {
    const scene = new Scene(report, [
      'A: annually → annually and in writing',
      'B on A1: writing → full writing',
      'chair lapses A1',
    ])
    expect(dropped(scene).sort()).toEqual(['and in writing: lapsed A1', 'full: lapsed A1'])
    scene.tellAll(['chair reads again A1'])
    expect(dropped(scene)).toEqual([])
    expect(life(scene, 'full').fate.type).toBe('proposed')
  })

  it('[ST8] are not those that are parked: they wait', () => {
    const scene = new Scene(report, ['A: shall → should', 'chair parks A1'])
    expect([dropped(scene), life(scene, 'should').fate.type]).toEqual([[], 'parked'])
  })

  it('[ST8] are found with the others, whatever their case and accents', () => {
    const scene = new Scene('Les États décident', ['A: décident → choisissent', 'chair accepts A1'])
    const found = (sought: string) =>
      findWords(scene.it.now, sought).map(({ text, start, end, fate }) => [text.slice(start, end), fate.type])
    expect(found('etats')).toEqual([['États', 'standing']])
    expect(found('DECIDENT')).toEqual([['décident', 'dropped']])
    expect(found('  ')).toEqual([])
  })

  it('[ST8] are found as they stood together, when only some of them were dropped', () => {
    const scene = new Scene('Parties shall establish a legally binding mechanism', [
      'A: − binding ',
      'B: legally → voluntary',
      'chair accepts A1',
    ])
    const found = () =>
      findWords(scene.it.now, 'legally binding').map(({ text, start, end, fate, spot }) => [
        text.slice(start, end),
        fate.type === 'dropped' && scene.nameOf(fate.drop.proposal),
        lifeOf(scene.it.now, scene.it.acts, spot).word.text,
      ])
    expect(found()).toEqual([['legally binding', 'A1', 'binding']])
    scene.tellAll(['chair accepts B1', 'chair publishes Rev.1'])
    expect(found()).toEqual([['legally binding', 'B1', 'legally']])
  })

  it('[ST8] are found among the others also where several asked for parts of the words', () => {
    const scene = new Scene(report, ['A: annually → annually in writing', 'chair accepts A1'])
    const [found] = findWords(scene.it.now, 'report annually in')
    expect(found?.fate.type).toBe('standing')
    expect(lifeOf(scene.it.now, scene.it.acts, found!.spot).word.text).toBe('report')
  })
})
