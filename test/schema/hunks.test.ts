import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hunksOf, offsetsOf, unitsOf } from '../../schema/proposal/hunks.ts'
import { longestAscending } from '../../schema/proposal/pairing.ts'
import { segment } from '../../schema/text/segment.ts'
import { plainText, sliceRuns } from '../../schema/text/token.ts'
import type { Runs } from '../../schema/text/token.ts'

const text = (words: string): Runs => [{ text: words }]

/** What has to change, one change a string: "−was +now". */
function said(was: Runs, now: Runs): string[] {
  const [a, b] = [unitsOf(was), unitsOf(now)]
  const [from, to] = [offsetsOf(a), offsetsOf(b)]
  return hunksOf(a, b).map((hunk) => {
    const struck = plainText(sliceRuns(was, from[hunk.from]!, from[hunk.to]!))
    const put = plainText(sliceRuns(now, to[hunk.start]!, to[hunk.end]!))
    return [struck && `−${struck}`, put && `+${put}`].filter(Boolean).join(' ')
  })
}

describe('changes of words', () => {
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['whole words, never letters', 'States shall report', 'States should report', ['−shall +should']],
    [
      'a hyphenated word is one',
      'the ninety-five States',
      'the ninety-six States',
      ['−ninety-five +ninety-six'],
    ],
    ['an insertion ends with its space', 'States report', 'States promptly report', ['+promptly ']],
    ['a strike too', 'States shall promptly report', 'States shall report', ['−promptly ']],
    ['at the end it begins with it', 'States report', 'States report annually', ['+ annually']],
    [
      'a comma stays with its phrase',
      'and other means',
      'and, where possible, other means',
      ['+, where possible,'],
    ],
    [
      'changes with only “the” between are one',
      'take the big step',
      'make the small step',
      ['−take the big +make the small'],
    ],
    [
      'changes with words between are two',
      'take a first step towards it',
      'take a second step to it',
      ['−first +second', '−towards +to'],
    ],
    [
      'what is mostly rewritten is one new wording',
      'one two three four five six seven',
      'eins zwei three vier funf sechs sieben',
      ['−one two three four five six seven +eins zwei three vier funf sechs sieben'],
    ],
    ['Chinese is read by words', '各国应当合作', '各国应当积极合作', ['+积极']],
    ['Arabic is read by words', 'يقرر مواصلة التعاون', 'يقرر تعزيز التعاون', ['−مواصلة +تعزيز']],
    ['a character of many parts is one', 'with 👩‍🚀 here', 'with 👩‍🚒 here', ['−👩‍🚀 +👩‍🚒']],
    ['the same text needs none', 'as it is', 'as it is', []],
  ]
  for (const [title, was, now, expected] of cases)
    it(`[CM2] ${title}`, () => {
      expect(said(text(was), text(now))).toEqual(expected)
    })

  it('[CM4] formatting alone is a change of the words it is on', () => {
    expect(
      said(text('a plain word'), [{ text: 'a ' }, { text: 'plain', marks: { em: true } }, { text: ' word' }]),
    ).toEqual(['−plain +plain'])
  })

  it('[CM2] among equal places an insertion is put where the draft’s owner was writing', () => {
    const [a, b] = [unitsOf(text('may report')), unitsOf(text('may wish to report'))]
    expect(hunksOf(a, b)).toEqual([{ from: 2, to: 2, start: 2, end: 6 }])
    expect(hunksOf(a, b, (gap) => gap === 1)).toEqual([{ from: 1, to: 1, start: 1, end: 5 }])
  })

  const words = fc
    .array(
      fc.constantFrom('shall', 'may', 'the', ' ', ' ', ', ', '各国', '合作', '👩‍🚀', 'التعاون', 'naïve', '-'),
      { maxLength: 16 },
    )
    .map((parts) => parts.join(''))

  it('[CM1] give the new words when carried out, are apart and in order', () => {
    fc.assert(
      fc.property(words, words, (was, now) => {
        const [a, b] = [unitsOf(text(was)), unitsOf(text(now))]
        let [made, at, end] = ['', 0, -1]
        for (const hunk of hunksOf(a, b)) {
          expect(hunk.from > end && (hunk.from < hunk.to || hunk.start < hunk.end)).toBe(true)
          made += keys(a, at, hunk.from) + keys(b, hunk.start, hunk.end)
          ;[at, end] = [hunk.to, hunk.to]
        }
        expect(made + keys(a, at, a.length)).toBe(now)
      }),
      { numRuns: 500 },
    )
  })

  it('[TK2] segments give the characters back and never part a character', () => {
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: 'grapheme' })), (any) => {
        expect(segment(any).join('')).toBe(any)
        for (const part of segment(any)) expect(part.isWellFormed()).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

const keys = (units: readonly { readonly key: string }[], from: number, to: number): string =>
  units
    .slice(from, to)
    .map(({ key }) => key)
    .join('')

describe('the paragraphs that stay', () => {
  it('[CM3] are a longest ascending run: as few as can be are moved', () => {
    expect(longestAscending([1, 2, 3, 0]).map((i) => [1, 2, 3, 0][i])).toEqual([1, 2, 3])
    expect(longestAscending([])).toEqual([])
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 20 }), { maxLength: 7 }), (values) => {
        const chosen = longestAscending(values)
        const run = chosen.map((i) => values[i]!)
        expect([...chosen].sort((a, b) => a - b)).toEqual(chosen)
        expect([...run].sort((a, b) => a - b)).toEqual(run)
        expect(run.length).toBe(longestByTrial(values))
      }),
      { numRuns: 300 },
    )
  })
})

function longestByTrial(values: readonly number[]): number {
  let best = 0
  for (let set = 0; set < 2 ** values.length; set++) {
    const run = values.filter((_, i) => set & (1 << i))
    if (run.length > best && run.every((value, i) => i === 0 || run[i - 1]! < value)) best = run.length
  }
  return best
}
