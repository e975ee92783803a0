import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  deleteParagraph,
  deleteWords,
  holdWords,
  rangesOfWords,
  rewriteParagraph,
  splitParagraph,
} from '../../schema/proposal/asking.ts'
import type { Change } from '../../schema/proposal/change.ts'
import { paragraphsUnder, placeAfter } from '../../schema/proposal/placing.ts'
import { isRefusal } from '../../schema/refusal.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import { layoutOf, textOf } from '../../schema/text/text.ts'
import { joinRuns, runsLength, sliceRuns } from '../../schema/text/token.ts'
import { negotiation, numRuns, timeoutMs } from './generate.ts'
import type { Negotiation } from './negotiation.ts'

vi.setConfig({ testTimeout: timeoutMs })

/** The text if these changes were accepted; null where they may not be tabled as things stand. */
function accepted(it: Negotiation, changes: readonly Change[]): Paragraph[] | null {
  const id = it.table('A', changes)
  if (!isRefusal(id)) return textOf(it.now, it.with([id]))
  expect(['paragraph-agreed', 'unknown-place']).toContain(id.code)
  return null
}

/** Holds for any paragraph of the text of any negotiation; `pick` chooses among so many. */
function onAny(
  holds: (it: Negotiation, text: Paragraph[], index: number, pick: (below: number) => number) => void,
): void {
  fc.assert(
    fc.property(negotiation, fc.infiniteStream(fc.nat()), (it, stream) => {
      const text = textOf(it.now, it.now.accepted)
      // A first break that is struck is kept only so that words stand somewhere; such a text is no basis.
      if (text.length === 0 || !layoutOf(it.now, it.now.accepted)[0]?.nodes[0]?.visible) return
      const pick = (below: number) => Number(stream.next().value) % Math.max(1, below)
      holds(it, text, pick(text.length), pick)
    }),
    { numRuns },
  )
}

describe('what is asked for is what the text would say', () => {
  it('[AK1] putting words in brackets changes none of them', () => {
    onAny((it, text, index, pick) => {
      const { id, content } = text[index]!
      const from = pick(runsLength(content))
      const ranges = rangesOfWords(it.now, id, from, from + 1 + pick(runsLength(content) - from))
      if (ranges.length === 0) return
      const after = accepted(it, holdWords(it.now, ranges))
      if (after) expect(after).toEqual(text)
    })
  })

  it('[AK3] words that are struck are gone, and at most a space with them', () => {
    onAny((it, text, index, pick) => {
      const { id, content } = text[index]!
      const length = runsLength(content)
      const from = pick(length)
      const to = Math.min(length, from + 1 + pick(length - from))
      const ranges = rangesOfWords(it.now, id, from, to)
      if (ranges.length === 0 || (from === 0 && to === length)) return
      const after = accepted(it, deleteWords(it.now, ranges))
      if (!after) return
      const kept = after.find((one) => one.id === id)!
      const spaces = length - (to - from) - runsLength(kept.content)
      expect([0, 1]).toContain(spaces)
      const possible = [
        [from, to],
        [from - 1, to],
        [from, to + 1],
      ].filter(([a, b]) => b! - a! === to - from + spaces && a! >= 0 && b! <= length)
      expect(possible.map(([a, b]) => without(content, a!, b!))).toContainEqual(kept.content)
      expect(after.filter((one) => one.id !== id)).toEqual(text.filter((one) => one.id !== id))
    })
  })

  it('[AK4] a paragraph that is deleted is gone with its footnotes, and nothing else', () => {
    onAny((it, text, index) => {
      const changes = deleteParagraph(it.now, text[index]!.id)
      const after = accepted(it, changes)
      if (!after) return
      const gone = text.filter(({ id }) => !after.some((one) => one.id === id))
      expect(gone).toContain(text[index])
      expect(gone.every((one) => one === text[index] || one.kind === 'footnote')).toBe(true)
      expect(after).toEqual(text.filter((one) => !gone.includes(one)))
    })
  })

  it('[AK5] a paragraph that is rewritten says the new words in its place', () => {
    onAny((it, text, index) => {
      const content = [{ text: 'Quite another wording' }]
      const { id } = text[index]!
      if (runsLength(text[index]!.content) === 0) return
      const after = accepted(it, [rewriteParagraph(it.now, id, content)])
      if (after) expect(after).toEqual(text.map((one) => (one.id === id ? { ...one, content } : one)))
    })
  })

  it('[AK6] a paragraph that is split keeps its words in two', () => {
    onAny((it, text, index, pick) => {
      const { content, ...head } = text[index]!
      const at = 1 + pick(runsLength(content) - 1)
      if (at >= runsLength(content)) return
      const after = accepted(it, splitParagraph(it.now, head.id, at, 'fresh-one'))
      if (!after) return
      const length = runsLength(content)
      const halves = [
        { ...head, content: sliceRuns(content, 0, at) },
        { ...head, id: 'fresh-one', content: sliceRuns(content, at, length) },
      ]
      expect(after).toEqual([...text.slice(0, index), ...halves, ...text.slice(index + 1)])
    })
  })

  it('[AK7] a paragraph that is placed goes with all that stands under it, and all else keeps its order', () => {
    onAny((it, text, index, pick) => {
      const { id } = text[index]!
      const to = pick(text.length + 1)
      const after = to === text.length ? null : text[to]!.id
      const changes = placeAfter(it.now, [id], after)
      const now = changes && accepted(it, changes)
      if (!now) return
      const block = [id, ...paragraphsUnder(it.now, id)]
      const rest = (all: Paragraph[]) => all.filter((one) => !block.includes(one.id))
      expect(rest(now)).toEqual(rest(text))
      const start = now.findIndex((one) => one.id === id)
      expect(now.slice(start, start + block.length).map((one) => one.id)).toEqual(block)
      if (after === null) expect(start).toBe(0)
      else expect(now.findIndex((one) => one.id === after)).toBeLessThan(start)
    })
  })
})

const without = (content: Paragraph['content'], from: number, to: number) =>
  joinRuns([...sliceRuns(content, 0, from), ...sliceRuns(content, to, runsLength(content))])
