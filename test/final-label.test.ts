import { expect, test } from 'vitest'
import type { ParagraphView } from '../schema/view/passage.ts'
import { finalLabels } from '../server/exports/final-label.ts'

const paragraph = (id: string, part: Partial<ParagraphView> = {}): ParagraphView => ({
  id,
  kind: 'operative',
  level: 0,
  label: '',
  under: '',
  proposedBy: [],
  alternativeTo: null,
  requests: [],
  passages: [],
  proposals: [],
  pairs: 0,
  status: 'open',
  pending: [],
  ...part,
})

const asked = [{ proposal: 4, sponsors: ['EU'] }]

test('what is only proposed is called after the number before it, its full stop behind all of it', () => {
  const labels = finalLabels(
    [
      paragraph('one'),
      paragraph('two'),
      paragraph('other', { proposedBy: asked, alternativeTo: 'two' }),
      paragraph('new', { proposedBy: asked }),
      paragraph('three'),
    ],
    new Map(),
  )
  expect([...labels]).toEqual(
    expect.arrayContaining([
      ['one', '1.'],
      ['two', '2.'],
      ['other', '2 alt.'],
      ['new', '2 bis.'],
      ['three', '3.'],
    ]),
  )
})
