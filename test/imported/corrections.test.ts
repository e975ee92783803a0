import { describe, expect, test } from 'vitest'
import type { Corrections, WrittenParagraph } from '../../schema/imported/written.ts'
import { printView } from '../../schema/view/print.ts'
import { view } from '../../schema/view/view.ts'
import { reading, written } from './reading.ts'

const corrected = (line: string, brackets: Corrections['brackets'], names: Corrections['names'] = {}) => {
  const { printed, base, refused, understood } = reading(written(line), { brackets, names })
  expect(refused).toEqual([])
  return { printed, base, kept: understood.kept.map(({ why }) => why) }
}

describe('a person says otherwise', () => {
  test('[IM10] a bracket without a name: held, asked for, asked to go, or words', () => {
    const line = 'OP1. the [voluntary] rules'
    expect(reading(written(line)).understood.findings).toMatchObject([
      {
        id: 'p1:4',
        reading: 'hold',
        from: 4,
        to: 15,
        through: 'p1',
        words: 'voluntary',
        sponsors: [],
        sure: true,
      },
    ])
    expect(corrected(line, { 'p1:4': { reading: 'optional', sponsors: ['EU'] } })).toEqual({
      printed: 'OP1. the [EU: voluntary] rules',
      base: 'the rules',
      kept: [],
    })
    expect(corrected(line, { 'p1:4': { reading: 'deletion', sponsors: ['CH', 'NO'] } }).printed).toBe(
      'OP1. the [voluntary – CH, NO: delete] rules',
    )
    expect(corrected(line, { 'p1:4': { sponsors: ['BR'] } }).printed).toBe(
      'OP1. the [voluntary – BR: reserve] rules',
    )
    expect(corrected(line, { 'p1:4': { reading: 'words' } })).toMatchObject({ base: 'the [voluntary] rules' })
    expect(corrected(line, { 'p1:4': { reading: 'note' } })).toMatchObject({ base: 'the rules' })
  })

  test('[IM10] a row: alternatives, or optional words, and whose', () => {
    const line = 'OP1. States [shall][should] report'
    expect(reading(written(line)).understood.findings).toMatchObject([
      { id: 'p1:7', reading: 'standing', row: 'p1:7' },
      { id: 'p1:14', reading: 'alternative', row: 'p1:7' },
    ])
    expect(corrected(line, { 'p1:14': { sponsors: ['US', 'JP'] } }).printed).toBe(
      'OP1. States [shall][US, JP: should] report',
    )
    expect(corrected(line, { 'p1:14': { reading: 'hold' } })).toMatchObject({
      printed: 'OP1. States [shall][should] report',
      base: 'States shallshould report',
    })
    expect(corrected(line, { 'p1:7': { reading: 'optional', sponsors: ['EU'] } }).base).toBe(
      'States should report',
    )
    expect(corrected('OP1. a [EU: x][US: y] b', { 'p1:9': { reading: 'optional' } }).base).toBe('a b')
    expect(corrected('OP1. States [EU: shall] report', { 'p1:7': { reading: 'hold' } })).toMatchObject({
      base: 'States shall report',
    })
  })

  test('[IM10] a status that is words, and words that are a status', () => {
    expect(corrected('OP1. One. [Agreed]', { 'p1:5': { reading: 'words' } }).base).toBe('One. [Agreed]')
    const { said } = reading(written('OP1. One. [closed here]'), {
      brackets: { 'p1:5': { reading: 'status' } },
      names: {},
    })
    expect(said).toEqual([
      '– status {"paragraph":"p1","status":"adReferendum","pending":[],"reason":"closed here"}',
    ])
  })

  test('[IM10] a name that nobody bears is somebody’s, and one that is somebody’s nobody’s', () => {
    const line = 'OP1. by [XYZ, EU: May] at last'
    expect(reading(written(line)).understood.names).toEqual([
      { text: 'XYZ', code: null, count: 1 },
      { text: 'EU', code: 'EU', count: 1 },
    ])
    expect(corrected(line, {}).printed).toBe('OP1. by [EU: May] at last')
    expect(corrected(line, {}, { XYZ: 'JP' }).printed).toBe('OP1. by [JP, EU: May] at last')
    expect(corrected(line, {}, { XYZ: 'JP', EU: null }).printed).toBe('OP1. by [JP: May] at last')
    expect(corrected('OP1. by [Atlantis: May]', {}, { Atlantis: 'NO' }).printed).toBe('OP1. by [NO: May]')
  })
})

describe('what is not characters', () => {
  const paragraph = (content: WrittenParagraph['content']): WrittenParagraph => ({
    id: 'p1',
    kind: 'operative',
    level: 0,
    label: 'OP1',
    content,
  })

  test('[IM11] formatting, references to footnotes and line breaks stay where they are', () => {
    const note: WrittenParagraph = {
      id: 'p2',
      kind: 'footnote',
      level: 0,
      label: null,
      content: [{ text: 'Decision 8.' }],
    }
    const { understood, state, refused } = reading([
      paragraph([
        { text: 'Recalls', marks: { em: true } },
        { text: ' its [decision' },
        { note: 'p2' },
        { text: '][EU: ' },
        { text: 'bold', marks: { strong: true } },
        { line: true },
        { text: 'words] of old' },
      ]),
      note,
    ])
    expect(refused).toEqual([])
    expect(understood.base).toMatchObject([
      {
        content: [
          { text: 'Recalls', marks: { em: true } },
          { text: ' its decision' },
          { note: 'p2' },
          { text: ' of old' },
        ],
      },
      { kind: 'footnote' },
    ])
    expect(understood.steps[0]!.deed).toMatchObject({
      changes: [
        { insert: { runs: [{ text: 'bold', marks: { strong: true } }, { line: true }, { text: 'words' }] } },
      ],
    })
    expect(printView(view(state, { type: 'compilation', names: 'shown' }))).toBe(
      'OP1. Recalls its [decision¹][EU: bold\nwords] of old\n¹ Decision 8.',
    )
  })

  test('[IM11] a reservation in a footnote is its words in brackets', () => {
    const { printed, base } = reading([
      paragraph([{ text: 'Text' }, { note: 'p2' }]),
      {
        id: 'p2',
        kind: 'footnote',
        level: 0,
        label: '1',
        content: [{ text: '[Norway reserves its position.]' }],
      },
    ])
    expect([base, printed]).toEqual([
      'Text°\nNorway reserves its position.',
      'OP1. Text¹\n¹ [Norway reserves its position.]',
    ])
  })

  test('[IM11] a footnote of nothing but a position stays, and the position is on what cites it', () => {
    const said = reading([
      paragraph([{ text: 'Text' }, { note: 'p2' }]),
      {
        id: 'p2',
        kind: 'footnote',
        level: 0,
        label: '1',
        content: [{ text: 'Norway: scrutiny reservation' }],
      },
    ])
    expect([said.base, said.printed]).toEqual([
      'Text°\nNorway: scrutiny reservation',
      'OP1. Text¹\n¹ Norway: scrutiny reservation',
    ])
    expect(said.understood.steps.map(({ deed }) => deed)).toMatchObject([
      { type: 'position', on: { paragraph: 'p1' }, stance: 'reserves' },
    ])
  })

  test('[IM3] what is said to be done to other words is a remark, also beside a wording', () => {
    const { base, understood } = reading([
      paragraph([{ text: 'States [shall][EU: replace “shall” with “may”] act [Norway: delete “act”]' }]),
    ])
    expect(base).toBe('States shall act')
    expect(understood.steps.flatMap(({ deed }) => (deed.type === 'comment' ? [deed.text] : []))).toEqual([
      'EU: replace “shall” with “may”',
      'Norway: delete “act”',
    ])
  })
})
