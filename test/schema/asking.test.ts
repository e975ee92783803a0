import { describe, expect, it } from 'vitest'
import type { Change, Range } from '../../schema/proposal/change.ts'
import {
  deleteParagraph,
  deleteWords,
  holdWords,
  joinToPrevious,
  offsetOf,
  rangesOfWords,
  rewriteParagraph,
  splitParagraph,
  splitPoints,
  wordsOf,
} from '../../schema/proposal/asking.ts'
import { describe as describeChange } from '../../schema/proposal/describe.ts'
import { paragraphsUnder, placeAfter } from '../../schema/proposal/placing.ts'
import type { State } from '../../schema/record/state.ts'
import { isRefusal } from '../../schema/refusal.ts'
import { textOf } from '../../schema/text/text.ts'
import { printView } from '../../schema/view/print.ts'
import { view } from '../../schema/view/view.ts'
import { checkActs } from '../laws/check.ts'
import { show } from '../laws/negotiation.ts'
import { gapAt } from './drafting.ts'
import { Scene } from './scene.ts'

/** Where words stand, as a selection of them would say. */
function selected(state: State, ...words: string[]): Range[] {
  return words.map((text) => {
    const { source, at } = gapAt(state, text)
    return { source, from: at, to: at + text.length }
  })
}

/** Tables changes as one proposal of A's, and gives the compilation, the text if accepted, and what it is said to do. */
function tabled(scene: Scene, changes: readonly Change[]) {
  const id = scene.it.table('A', changes)
  if (isRefusal(id)) throw new RangeError(JSON.stringify(id))
  checkActs(scene.it.acts)
  const state = scene.it.now
  return {
    prints: printView(view(state, { type: 'compilation', names: 'shown' })),
    accepted: show(textOf(state, new Set([...state.accepted, ...scene.it.with([id])]))),
    said: changes.map((change) => describeChange(state, change)),
  }
}

const three = 'Parties shall report promptly, every year\nDecides to meet; and to report\nInvites all'

describe('asking about words', () => {
  it('[AK1] words are held without another wording, by paragraph where they span several', () => {
    const scene = new Scene(three, [])
    const changes = holdWords(scene.it.now, selected(scene.it.now, 'every year', 'Decides to meet'))
    const { prints, accepted } = tabled(scene, changes)
    expect(changes).toHaveLength(2)
    expect(prints).toBe(
      'OP1. Parties shall report promptly, [every year – A: reserve]\nOP2. [Decides to meet – A: reserve]; and to report\nOP3. Invites all',
    )
    expect(accepted).toBe(show(textOf(scene.it.now, scene.it.now.accepted)))
  })

  it('[AK2] of a selection the words of the text are meant where there are any, else those of the proposal', () => {
    const scene = new Scene(three, ['B: promptly → promptly and in full'])
    const state = scene.it.now
    const [all] = selected(state, 'promptly, every')
    const mixed = deleteWords(state, [all!, ...selected(state, ' and in full')])
    expect(mixed.flatMap((change) => (change.type === 'amend' ? change.strike : []))).toEqual([
      { source: 'p1', from: all!.from - 1, to: all!.to },
    ])
    const nested = tabled(scene, deleteWords(state, selected(state, 'and in full')))
    expect(nested.prints).toContain('[B: [and in full – A: delete]]')
  })

  it('[AK3] words struck leave no two spaces behind, and no space before a comma', () => {
    const scene = new Scene(three, [])
    const changes = deleteWords(scene.it.now, selected(scene.it.now, 'promptly'))
    expect(tabled(scene, changes).accepted).toContain('report, every year')
    const middle = new Scene(three, [])
    expect(tabled(middle, deleteWords(middle.it.now, selected(middle.it.now, 'shall '))).accepted).toContain(
      'Parties report',
    )
    const start = new Scene(three, [])
    expect(tabled(start, deleteWords(start.it.now, selected(start.it.now, 'Invites'))).accepted).toMatch(
      /\nall$/,
    )
  })

  it('[AK3] a paragraph selected whole is struck with its break', () => {
    const scene = new Scene(three, [])
    const { said } = tabled(scene, deleteWords(scene.it.now, selected(scene.it.now, 'Invites all')))
    expect(said).toMatchObject([{ code: 'deletesParagraph', label: 'OP3' }])
  })
})

it('[AK2] words of a paragraph are found where they stand in what was put together', () => {
  const scene = new Scene(three, ['B: promptly → promptly and in full', 'chair accepts B1'])
  const state = scene.it.now
  const ranges = rangesOfWords(state, 'p1', 21, 40)
  expect(tabled(scene, holdWords(state, ranges)).prints).toContain('[promptly and in ful – A: reserve]')
  expect(offsetOf(state, 'p1', { source: ranges[1]!.source, at: ranges[1]!.from })).toBe(29)
  expect(offsetOf(state, 'p2', { source: 'p1', at: 3 })).toBeNull()
})

describe('asking about a paragraph', () => {
  it('[AK4] its deletion takes along the footnotes that nothing else refers to', () => {
    const scene = new Scene('A plan\nAnother', [
      'A: footnote after “plan”: See annex',
      'chair accepts A1',
      'chair accepts A2',
    ])
    const changes = deleteParagraph(scene.it.now, 'p1')
    expect(changes).toHaveLength(2)
    expect(tabled(scene, changes).accepted).toBe('Another')
  })

  it('[AK4] a chapeau is deleted alone or with the items under it', () => {
    const scene = new Scene('Calls upon States:\n(a) to report;\n(a) to meet.\nInvites all', [])
    const alone = tabled(scene, deleteParagraph(scene.it.now, 'p1')).accepted
    expect(alone).toContain('to report;')
    const along = deleteParagraph(scene.it.now, 'p1', paragraphsUnder(scene.it.now, 'p1'))
    expect(along).toHaveLength(3)
    expect(tabled(scene, along).accepted).toBe('Invites all')
  })

  it('[AK5] another wording stands beside it whatever the two have in common', () => {
    const scene = new Scene('Decides to convene the group every second year in Geneva\nInvites all', [])
    const words = [{ text: 'Decides to convene the group every year in Geneva' }]
    const { prints } = tabled(scene, [rewriteParagraph(scene.it.now, 'p1', words)])
    expect(prints).toContain('OP1 alt. Decides to convene the group every year in Geneva')
  })

  it('[AK6] it is split at a place, and joined to the one before with a space between', () => {
    const scene = new Scene(three, [])
    const [, at] = splitPoints(wordsOf(scene.it.now, 'p1'))
    expect(at).toBeUndefined()
    const [point] = splitPoints(wordsOf(scene.it.now, 'p2'))
    const split = tabled(scene, splitParagraph(scene.it.now, 'p2', point!, 'n1'))
    expect(split.accepted).toContain('Decides to meet; \nand to report')
    expect(split.said).toMatchObject([{ code: 'splits', label: 'OP2' }])
    const joined = new Scene(three, [])
    const { accepted, said, prints } = tabled(joined, [joinToPrevious(joined.it.now, 'p3')!])
    expect(accepted).toContain('and to report Invites all')
    expect(said).toMatchObject([{ code: 'joins', label: 'OP3' }])
    expect(prints).toContain('OP3. {A: join to the paragraph before} Invites all')
    expect(joinToPrevious(joined.it.now, 'p1')).toBeNull()
  })
})

describe('asking where a paragraph stands', () => {
  const list = 'One\n(a) first\n(a) second\nTwo\nThree'

  it('[AK7] it moves with all that stands under it, in one change', () => {
    const scene = new Scene(list, [])
    expect(paragraphsUnder(scene.it.now, 'p1')).toEqual(['p2', 'p3'])
    const changes = placeAfter(scene.it.now, ['p1'], 'p4')!
    const { accepted, said } = tabled(scene, changes)
    expect(accepted).toBe('Two\nOne\nfirst\nsecond\nThree')
    expect(said).toMatchObject([{ code: 'moves', label: 'OP1', after: 'OP2' }])
  })

  it('[AK7] it comes behind all that stands under the other, but an item right behind its chapeau', () => {
    const scene = new Scene(list, [])
    expect(tabled(scene, placeAfter(scene.it.now, ['p5'], 'p1')!).accepted).toBe(
      'One\nfirst\nsecond\nThree\nTwo',
    )
    const item = new Scene(list, [])
    expect(tabled(item, placeAfter(item.it.now, ['p3'], 'p1')!).accepted).toBe(
      'One\nsecond\nfirst\nTwo\nThree',
    )
  })

  it('[AK7] several go together and keep their order', () => {
    const scene = new Scene(list, [])
    const { accepted, said } = tabled(scene, placeAfter(scene.it.now, ['p4', 'p5'], null)!)
    expect(accepted).toBe('Two\nThree\nOne\nfirst\nsecond')
    expect(said).toMatchObject([
      { code: 'moves', label: 'OP2' },
      { code: 'moves', label: 'OP3' },
    ])
    const back = new Scene('One\nTwo\nThree\nFour', [])
    expect(tabled(back, placeAfter(back.it.now, ['p1', 'p2'], 'p4')!).accepted).toBe('Three\nFour\nOne\nTwo')
  })

  it('[AK7] where it stands already, or under itself, it is not placed', () => {
    const { now } = new Scene(list, []).it
    expect(placeAfter(now, ['p4'], 'p1')).toBeNull()
    expect(placeAfter(now, ['p1'], 'p2')).toBeNull()
    expect(placeAfter(now, ['p1'], null)).toBeNull()
    expect(placeAfter(now, ['p5'], null)).toHaveLength(1)
  })
})
