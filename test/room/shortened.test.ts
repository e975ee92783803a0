import { expect, test } from 'vitest'
import { shortened } from '../../client/room/wording/sentence.tsx'

test('long words keep both ends, and no part of a word', () => {
  const long = 'on a voluntary basis and without delay, together with civil society at all levels'
  expect(shortened(long, 60)).toBe('on a voluntary basis and … civil society at all levels')
  expect(shortened(long, long.length)).toBe(long)
  expect(shortened(long, 48)).toBe('on a voluntary basis and … society at all levels')
})

test('words that no space parts are cut where the length says', () => {
  expect(shortened('强调各国在海岸预警方面开展合作的重要性', 10)).toBe('强调各国在 … 作的重要性')
})
