import { expect, test } from 'vitest'
import type { Change } from '../../schema/proposal/change.ts'
import { replay } from '../../schema/record/apply.ts'
import { printView } from '../../schema/view/print.ts'
import { view } from '../../schema/view/view.ts'
import { Negotiation, paragraphs } from './negotiation.ts'

const inserted = (source: string, at: number, text: string): Change => ({
  type: 'amend',
  strike: [],
  insert: { anchor: { source, at }, runs: [{ text }] },
})

test('a proposal that falls takes along what was made in its words, in every paragraph and on every screen', () => {
  const it = Negotiation.open(paragraphs('Parties shall report.', 'Parties meet annually.'))
  const first = it.table('A', [inserted('p1', 15, 'very promptly ')]) as number
  it.table('B', [inserted(`${first}.1/0`, 5, 'most '), inserted('p2', 14, 'again ')])
  const lens = { type: 'compilation', names: 'shown' } as const
  const before = view(it.now, lens)
  expect(printView(before)).toContain('[B: again]')
  it.rule(Number(first), 'lapsed')
  const followed = printView(view(it.now, lens, before))
  expect(followed).not.toContain('[')
  expect(followed).toBe(printView(view(replay(it.acts), lens)))
})
