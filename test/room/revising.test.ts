import { describe, expect, test } from 'vitest'
import { type DeskChange, deskChanges } from '../../client/room/desk/desk-change.ts'
import { asDrafted, nextChanges, withWordsOf } from '../../client/room/desk/revising.ts'
import {
  deleteParagraph,
  deleteWords,
  holdWords,
  joinToPrevious,
  rangesOfWords,
  rewriteParagraph,
  splitParagraph,
} from '../../schema/proposal/asking.ts'
import type { Change } from '../../schema/proposal/change.ts'
import { compare } from '../../schema/proposal/compare.ts'
import { placeAfter } from '../../schema/proposal/placing.ts'
import { replay } from '../../schema/record/apply.ts'
import type { Deed } from '../../schema/record/deed.ts'
import type { State } from '../../schema/record/state.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import { textOf } from '../../schema/text/text.ts'
import { plainText } from '../../schema/text/token.ts'
import { type By, recordOf } from './acts.ts'

const after = (...deeds: (readonly [By, Deed])[]) => replay(recordOf(deeds))
const tabled = (...changes: Change[]): Deed => ({
  type: 'table',
  changes: changes as Extract<Deed, { type: 'table' }>['changes'],
  rationale: '',
  invite: [],
  alternatives: [],
})
const opened = after()

/** The changes of a draft of the EU as its desk shows them. */
const shown = (state: State, draft: readonly Paragraph[]): DeskChange[] =>
  deskChanges(state, compare(state, state.accepted, draft), 'EU', (own) =>
    asDrafted(state, state.accepted, own),
  )
const lines = (draft: readonly Paragraph[]) => draft.map(({ content }) => plainText(content))

/** What may be asked for without a draft, and what a draft then says. */
const asks: Record<string, readonly [readonly Change[], readonly string[]]> = {
  'words deleted': [
    deleteWords(opened, rangesOfWords(opened, 'a', 0, 7)),
    ['that it shall act.', 'Requests a report.'],
  ],
  'an alternative': [
    [rewriteParagraph(opened, 'a', [{ text: 'Decides that all shall act.' }])],
    ['Decides that all shall act.', 'Requests a report.'],
  ],
  'an alternative of two paragraphs': [
    [
      rewriteParagraph(opened, 'a', [
        { text: 'Decides to act;' },
        { break: { id: 'x', kind: 'operative', level: 0 } },
        { text: 'Decides that it shall act.' },
      ]),
    ],
    ['Decides to act;', 'Decides that it shall act.', 'Requests a report.'],
  ],
  'a paragraph deleted': [deleteParagraph(opened, 'b'), ['Decides that it shall act.']],
  'a split': [splitParagraph(opened, 'a', 8, 'x'), ['Decides ', 'that it shall act.', 'Requests a report.']],
  'a join': [[joinToPrevious(opened, 'b')!], ['Decides that it shall act. Requests a report.']],
  'another place': [placeAfter(opened, ['b'], null)!, ['Requests a report.', 'Decides that it shall act.']],
  'another kind': [
    [{ type: 'set', paragraph: 'a', kind: 'body' }],
    ['Decides that it shall act.', 'Requests a report.'],
  ],
}

describe('an own proposal is brought into the draft to be revised', () => {
  test.each(Object.entries(asks))('%s: the draft says it, and knows it as tabled', (_, [changes, words]) => {
    const state = after(['EU', tabled(...changes)])
    const own = state.proposals.get(2)!
    const draft = withWordsOf(state, state.accepted, [], own)
    expect(lines(draft ?? [])).toEqual(words)
    const now = shown(state, draft ?? [])
    expect(now.map(({ tabled: n, revises }) => [n, revises])).toEqual(now.map(() => [2, null]))
    expect(now.length).toBeGreaterThan(0)
    expect(withWordsOf(state, state.accepted, now, own)).toBeNull()
  })

  test('what else the draft changes stays in it, but for what stands in its very place', () => {
    const state = after(
      ['EU', tabled(rewriteParagraph(opened, 'a', [{ text: 'Urges all to act.' }]))],
      ['EU', tabled(...deleteWords(opened, rangesOfWords(opened, 'a', 0, 7)))],
    )
    const draft = textOf(state, state.accepted).map((one): Paragraph => {
      const text = one.id === 'a' ? 'that it shall act.' : 'Requests two reports.'
      return { ...one, content: [{ text }] }
    })
    const brought = withWordsOf(state, state.accepted, shown(state, draft), state.proposals.get(2)!)
    expect(lines(brought ?? [])).toEqual(['Urges all to act.', 'Requests two reports.'])
  })

  test('words that are only held are not brought, and stay held in the next version', () => {
    const hold = holdWords(opened, rangesOfWords(opened, 'a', 0, 7))
    const other = compare(
      opened,
      opened.accepted,
      textOf(opened, opened.accepted).map((one) =>
        one.id === 'b' ? { ...one, content: [{ text: 'Requests two reports.' }] } : one,
      ),
    )
    const held = after(['EU', tabled(...hold)])
    expect(withWordsOf(held, held.accepted, [], held.proposals.get(2)!)).toBeNull()
    const both = after(['EU', tabled(...hold, ...other)])
    expect(nextChanges(both, both.accepted, both.proposals.get(2)!, other)).toEqual([...other, ...hold])
  })

  test('an alternative stays one when a word of it is changed, and others in its paragraph stay out of it', () => {
    const state = after(
      ['EU', tabled(rewriteParagraph(opened, 'a', [{ text: 'Decides that all shall act.' }]))],
      ['NO', tabled(...deleteWords(opened, rangesOfWords(opened, 'a', 0, 7)))],
    )
    const own = state.proposals.get(2)!
    const draft = withWordsOf(state, state.accepted, [], own)!.map((one) =>
      one.id === 'a' ? { ...one, content: [{ text: 'Decides that all should act.' }] } : one,
    )
    const made = shown(state, draft)
    expect(made.map(({ tabled: n, revises }) => n ?? revises)).toEqual(made.map(() => 2))
    const next = nextChanges(
      state,
      state.accepted,
      own,
      made.map(({ change }) => change),
    )
    expect(next).toEqual([rewriteParagraph(state, 'a', [{ text: 'Decides that all should act.' }])])
  })
})
