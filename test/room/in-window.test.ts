import { expect, test } from 'vitest'
import { view } from '../../schema/view/view.ts'
import { inWindow } from '../../client/room/rows/use-mounted.ts'
import { Scene } from '../schema/scene.ts'

/** The view of a text of so many paragraphs of so many words. */
const paragraphsOf = (count: number, words: number) => {
  const given = Array.from({ length: count }, () => `${'word '.repeat(words).trim()};`).join('\n')
  return view(new Scene(given, []).it.now, { type: 'base' }).paragraphs
}

const windowPx = 900

test('of long paragraphs only as many are taken to be in sight as a window has room for', () => {
  const [from, to] = inWindow(paragraphsOf(40, 200), 20, windowPx)
  // Fifteen lines each: two before the one in the middle, and three from it on.
  expect([from, to]).toEqual([18, 23])
})

test('of short paragraphs no more are than are drawn between two key presses', () => {
  expect(inWindow(paragraphsOf(60, 2), 30, windowPx)).toEqual([20, 46])
})

test('those in sight lie within the text, and the one in the middle is among them', () => {
  const paragraphs = paragraphsOf(12, 40)
  for (let row = 0; row < paragraphs.length; row++) {
    const [from, to] = inWindow(paragraphs, row, windowPx)
    expect(from).toBeGreaterThanOrEqual(0)
    expect(to).toBeLessThanOrEqual(paragraphs.length)
    expect(row).toBeGreaterThanOrEqual(from)
    expect(row).toBeLessThan(to)
  }
  expect(inWindow([], 0, windowPx)).toEqual([0, 0])
})
