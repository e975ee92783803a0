import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Run } from '../../schema/text/token.ts'
import { joinRuns, plainText, runsLength, sameMarks, sliceRuns } from '../../schema/text/token.ts'
import { paragraphsOf, textRuns } from '../../schema/text/paragraph.ts'
import { carry } from '../../schema/proposal/carry.ts'
import type { Slot, Source } from '../../schema/record/state.ts'

const run: fc.Arbitrary<Run> = fc.oneof(
  fc.record({
    text: fc.constantFrom('', 'a', 'bc', '合作', '🌍'),
    marks: fc.constantFrom(undefined, {}, { em: true as const }),
  }),
  fc.constantFrom<Run>({ line: true }, { note: 'n' }, { break: { id: 'p', kind: 'operative', level: 0 } }),
)
const runs = fc.array(run, { maxLength: 8 })

describe('streams', () => {
  it('[TK1] have one normal form, which is a fixed point and keeps every character', () => {
    fc.assert(
      fc.property(runs, (any) => {
        const normal = joinRuns(any)
        expect(joinRuns(normal)).toEqual(normal)
        expect([plainText(normal), runsLength(normal)]).toEqual([plainText(any), runsLength(any)])
        normal.forEach((one, i) => {
          const next = normal[i + 1]
          if ('text' in one)
            expect(
              one.text === '' || (next && 'text' in next && sameMarks(one.marks, next.marks)),
            ).toBeFalsy()
        })
      }),
    )
  })

  it('[TK2] are cut at units: the parts joined are the whole, and no range goes beyond it', () => {
    fc.assert(
      fc.property(runs, fc.nat({ max: 30 }), (any, cut) => {
        const length = runsLength(any)
        const at = Math.min(cut, length)
        expect(joinRuns([...sliceRuns(any, 0, at), ...sliceRuns(any, at, length)])).toEqual(joinRuns(any))
        expect(() => sliceRuns(any, 0, length + 1)).toThrow(RangeError)
      }),
    )
  })

  it('[TK3] are cut into paragraphs at their breaks, and never begin without one', () => {
    const two = [
      { id: 'p1', kind: 'operative' as const, level: 0, content: [{ text: 'one' }] },
      { id: 'p2', kind: 'item' as const, level: 1, content: [] },
    ]
    expect(paragraphsOf(textRuns(two))).toEqual(two)
    expect(() => paragraphsOf([{ text: 'lost' }])).toThrow(RangeError)
  })
})

describe('what lies in revised words', () => {
  const source = (id: string, text: string): Source => ({
    id,
    runs: [{ text }],
    length: text.length,
    breaks: [],
    key: '2.1',
    anchor: null,
    portal: false,
  })
  const carried = (was: string, now: string, slot: Partial<Slot>): Slot =>
    carry({ insertions: [], strikes: [], holds: [], ...slot }, source('2.1/0', was), source('2.2/0', now))
  const mark = (from: number, to: number) => ({ source: '2.1/0', from, to, key: '3.1', index: 0 })

  it('[PR4] stays on the words that are kept, wherever they now stand', () => {
    const { strikes } = carried('one two three', 'zero one two three', { strikes: [mark(4, 8)] })
    expect(strikes).toEqual([{ ...mark(9, 13), source: '2.2/0' }])
  })

  it('[PR4] is left behind when its words are gone', () => {
    expect(
      carried('one two three', 'one three', { strikes: [mark(4, 7)], holds: [mark(4, 13)] }),
    ).toMatchObject({
      strikes: [],
      holds: [{ from: 4, to: 9 }],
    })
  })

  it('[PR4] is put in behind the words it followed', () => {
    const insertions = [{ at: 3, source: '3.1/0', rank: 1 }]
    expect(carried('one two', 'one and two', { insertions }).insertions).toEqual([
      { at: 3, source: '3.1/0', rank: 1 },
    ])
    expect(carried('one two', 'two', { insertions }).insertions).toEqual([
      { at: 0, source: '3.1/0', rank: 1 },
    ])
  })
})
