import { expect, test } from 'vitest'
import { following } from '../../client/record/sequence.ts'
import { recordOf, replacing } from './acts.ts'

const acts = recordOf([
  ['EU', replacing('a', 0, 7, 'Agrees')],
  ['NO', replacing('b', 0, 8, 'Asks for')],
  ['EU', replacing('b', 9, 10, 'one')],
])
const numbers = (known: number, ...delivered: number[]) => {
  const { fresh, gap } = following(
    known,
    delivered.map((n) => acts[n - 1]!),
  )
  return { fresh: fresh.map(({ n }) => n), gap }
}

test('acts out of order are put in order', () => {
  expect(numbers(0, 3, 1, 2)).toEqual({ fresh: [1, 2, 3], gap: false })
})

test('what is known, or comes twice, is dropped', () => {
  expect(numbers(2, 1, 2, 3, 3)).toEqual({ fresh: [3], gap: false })
})

test('a missing act is noticed and nothing behind it is taken', () => {
  expect(numbers(1, 2, 4)).toEqual({ fresh: [2], gap: true })
})
