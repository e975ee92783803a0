import { expect, test } from 'vitest'
import { pairAccount } from '../../schema/imported/account.ts'
import { view } from '../../schema/view/view.ts'
import { known } from '../notation/reading.ts'
import { reading, written } from './reading.ts'

/** Pairs written and printed, and the reasons: "3 → 4: strokes +1". */
function account(...lines: string[]): string {
  const paragraphs = written(...lines)
  const { state, understood } = reading(paragraphs)
  const shown = view(state, { type: 'compilation', names: 'shown' })
  const told = pairAccount(paragraphs, understood, shown, known)
  expect(told.written + told.because.reduce((sum, { count }) => sum + count, 0)).toBe(told.printed)
  const because = told.because.map(({ why, count }) => `${why} ${count > 0 ? '+' : ''}${count}`)
  return [`${told.written} → ${told.printed}`, ...because].join(', ')
}

test.each([
  ['1 → 1', ['OP1. States [shall] report.']],
  ['2 → 2', ['OP1. [shall][EU: should] report, [US: delete']],
  ['1 → 2, strokes +1', ['OP1. [his / her] office']],
  ['1 → 2, paragraphs +1', ['OP1. Text [one', 'OP2. two] three']],
  ['1 → 1', ['OP1. Text [EU: one', 'OP2. two] three']],
  ['0 → 2, options +2', ['OP1. One.', 'Option 1: Two.', 'Option 2: Three.', 'Option 3: No text']],
  ['2 → 1, remarks -1', ['OP1. [Two] words. [Agreed ad ref]']],
  ['3 → 2, others -1', ['OP1. States [shall][EU: should][CH: should] report.']],
  ['2 → 1, joined -1', ['OP1. a [[EU: b]] c']],
  ['1 → 1', ['OP1. One. [delete – EU]']],
  ['1 → 1', ['OP1. One. [EU: delete; US: retain]']],
  ['1 → 0, remarks -1', ['OP1. One. [EU: reserve]']],
  [
    '0 → 2, others +2',
    ['OP1. Requests a report once a year, in two languages.', 'OP1 alt. Decides to meet.'],
  ],
])('[IM14] pairs of brackets: %s', (expected, lines) => {
  expect(account(...lines)).toBe(expected)
})
