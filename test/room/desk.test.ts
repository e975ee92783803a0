import { describe, expect, test } from 'vitest'
import { isChosen, join, noChoice, proposalsOf, tick } from '../../client/room/desk/choice.ts'
import { type DeskChange, deskChanges } from '../../client/room/desk/desk-change.ts'
import { textWith } from '../../client/room/desk/restore.ts'
import { tablingDeed } from '../../client/room/desk/use-tabling.ts'
import { noCompany } from '../../client/room/desk/tabling.tsx'
import { compare } from '../../schema/proposal/compare.ts'
import type { Deed } from '../../schema/record/deed.ts'
import { replay } from '../../schema/record/apply.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import { textOf } from '../../schema/text/text.ts'
import { plainText } from '../../schema/text/token.ts'
import { type By, recordOf } from './acts.ts'

const after = (...deeds: (readonly [By, Deed])[]) => replay(recordOf(deeds))

/** The changes of a draft in which words of a paragraph were replaced by others. */
function drafted(state: ReturnType<typeof after>, edits: readonly (readonly [string, string])[]) {
  const draft = textOf(state, state.accepted).map((paragraph): Paragraph => {
    const text = edits.reduce((words, [was, now]) => words.replace(was, now), plainText(paragraph.content))
    return { ...paragraph, content: [{ text }] }
  })
  return compare(state, state.accepted, draft)
}
const tabled = (changes: ReturnType<typeof drafted>): Deed => ({
  type: 'table',
  changes: changes as Extract<Deed, { type: 'table' }>['changes'],
  rationale: '',
  invite: [],
  alternatives: [],
})
const none: ReadonlySet<string> = new Set()

describe('a change of a draft is set against what is tabled', () => {
  const opened = after()
  const should = drafted(opened, [['shall', 'should']])
  const state = after(['EU', tabled(should)])

  test('what one has tabled is known again', () => {
    expect(deskChanges(state, should, 'EU')).toMatchObject([{ tabled: 2, revises: null, like: null }])
  })

  test('other words at the place of one’s own proposal are its next version', () => {
    const may = drafted(state, [['shall', 'may']])
    expect(deskChanges(state, may, 'EU')).toMatchObject([{ tabled: null, revises: 2 }])
  })

  test('the same words, but for capitals, are met with the proposal of others', () => {
    const loud = drafted(state, [['shall', 'SHOULD']])
    expect(deskChanges(state, loud, 'NO')).toMatchObject([{ tabled: null, revises: null, like: 2 }])
  })

  test('other words at the place of another’s proposal are simply a proposal', () => {
    const may = drafted(state, [['shall', 'may']])
    expect(deskChanges(state, may, 'NO')).toMatchObject([{ tabled: null, revises: null, like: null }])
  })

  test('a change keeps its name while words are typed into it', () => {
    const names = ['s', 'sh', 'should'].map(
      (now) => deskChanges(opened, drafted(opened, [['shall', now]]), 'EU')[0]?.name,
    )
    expect(new Set(names).size).toBe(1)
  })
})

describe('what is chosen to be tabled', () => {
  const state = after()
  const changes = deskChanges(
    state,
    drafted(state, [
      ['shall', 'should'],
      ['a report', 'two reports'],
    ]),
    'EU',
  )
  const [first, second] = changes as [DeskChange, DeskChange]

  test('changes are proposals of their own until they are joined', () => {
    expect(proposalsOf(changes, noChoice, none)).toEqual([[first], [second]])
    expect(proposalsOf(changes, join(noChoice, second.name, true), none)).toEqual([[first, second]])
  })

  test('what was in the draft before one came is tabled only when ticked', () => {
    const before = new Set([first.name])
    expect(isChosen(first, noChoice, before)).toBe(false)
    expect(isChosen(first, tick(noChoice, first.name, true), before)).toBe(true)
    expect(proposalsOf(changes, noChoice, before)).toEqual([[second]])
  })

  test('joining to a change that is not chosen joins nothing', () => {
    const choice = tick(join(noChoice, second.name, true), first.name, false)
    expect(proposalsOf(changes, choice, none)).toEqual([[second]])
  })

  test('a revision carries over what the draft leaves as it was tabled', () => {
    const both = after([
      'EU',
      tabled(
        drafted(state, [
          ['shall', 'should'],
          ['a report', 'two reports'],
        ]),
      ),
    ])
    const revised = deskChanges(
      both,
      drafted(both, [
        ['shall', 'may'],
        ['a report', 'two reports'],
      ]),
      'EU',
    )
    const [unit] = proposalsOf(revised, noChoice, none)
    expect(unit).toHaveLength(1)
    const deed = tablingDeed(unit ?? [], revised, noCompany)
    expect(deed).toMatchObject({ type: 'revise', proposal: 2 })
    expect(deed.type === 'revise' && deed.changes).toHaveLength(2)
  })
})

test('a draft less one of its changes is the text with the others', () => {
  const state = after()
  const changes = drafted(state, [
    ['shall', 'should'],
    ['a report', 'two reports'],
  ])
  const words = (without: number) =>
    textWith(
      state,
      state.accepted,
      changes.filter((_, i) => i !== without),
    ).map(({ content }) => plainText(content))
  expect(words(0)).toEqual(['Decides that it shall act.', 'Requests two reports.'])
  expect(words(1)).toEqual(['Decides that it should act.', 'Requests a report.'])
  expect(textWith(state, state.accepted, [])).toEqual(textOf(state, state.accepted))
})
