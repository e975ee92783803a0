import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { understand } from '../../schema/imported/understand.ts'
import type { Corrections, Reading, WrittenParagraph } from '../../schema/imported/written.ts'
import { deedSchema } from '../../schema/record/deed.ts'
import { reading } from '../imported/reading.ts'
import { numRuns, timeoutMs } from './generate.ts'

vi.setConfig({ testTimeout: timeoutMs })

/** What a text in brackets is made of, in any order; `w` stands for a word of its own. */
const pieces = [
  ['w ', 'w', ' w', 'w, ', ' ', '. ', 'w\u2028w', '的', '🌍', '[', ']', '[', ']', '][', '{', '}', '(', ')'],
  ['[EU: ', '[EU, US: ', '[EU: add “w”]', '[w – US: delete]', ' – CH: reserve]', ' – XYZ]', '[del – NO]'],
  [' / ', '; ', '(CL)', ' (G77: retain)', 'EU: reserve', '[Agreed ad ref]', ' (Agreed, placement tbd)'],
  [' (EU: would withdraw if OP2 bis is kept, in which case US also withdraws its words)', '\n', '\n', '\n'],
  ['¶ ', 'Option 1: ', 'Option 2: No text', 'Option (a): ', '[No text]', '[XX]', '[…]', '[ ]', '[]', '[12]'],
  ['{EU: place after OP2} ', '{place at the beginning} ', '{US: make item, level 1} ', '{w w}'],
  ['{join to the paragraph before} ', '[Article 3 bis]', '[^1]', '[w](https://example.org/)'],
].flat()
const labels = [null, null, 'OP1', 'OP2 bis', 'OP1 alt', 'OP1 alt bis', 'alt', '(a)', '3']
const kinds = ['operative', 'operative', 'item', 'preambular', 'footnote', 'heading'] as const

interface Wild {
  readonly paragraphs: readonly WrittenParagraph[]
  readonly words: readonly string[]
}

const wild: fc.Arbitrary<Wild> = fc
  .tuple(
    fc.array(fc.constantFrom(...pieces), { maxLength: 60, size: 'max' }),
    fc.array(fc.nat({ max: 997 }), { minLength: 20, maxLength: 20 }),
  )
  .map(([chosen, numbers]) => {
    const words: string[] = []
    const text = chosen.join('').replace(/w/g, () => {
      words.push(`q${words.length + 1}z`)
      return words.at(-1)!
    })
    const paragraphs = text.split('\n').map((line, i): WrittenParagraph => {
      const number = numbers[i % 20]!
      const content = line
        .split('\u2028')
        .flatMap((part, j) => [
          ...(j > 0 ? [{ line: true } as const] : []),
          ...(part === '' ? [] : [{ text: part }]),
        ])
      return {
        id: `p${i + 1}`,
        kind: kinds[number % kinds.length]!,
        level: number % kinds.length === 2 ? 1 : 0,
        label: labels[number % labels.length]!,
        content,
      }
    })
    return {
      paragraphs,
      words,
      [fc.toStringMethod]: () => JSON.stringify(paragraphs.map(({ label, content }) => [label, content])),
    }
  })

const readings: readonly Reading[] = [
  'hold',
  'optional',
  'alternative',
  'standing',
  'deletion',
  'words',
  'note',
  'status',
]
const corrections: fc.Arbitrary<readonly (readonly [number, Reading, string | null])[]> = fc.array(
  fc.tuple(fc.nat({ max: 40 }), fc.constantFrom(...readings), fc.constantFrom(null, 'EU', 'JP', 'ZZ')),
  { maxLength: 4 },
)

describe('any text in brackets that is imported', () => {
  it('[IM2] is understood without an error, with deeds that the record takes', () => {
    fc.assert(
      fc.property(wild, corrections, ({ paragraphs }, said) => {
        const { findings } = understand(paragraphs, [], new Map())
        const brackets: Record<string, Corrections['brackets'][string]> = {}
        for (const [which, what, by] of said) {
          const id = findings[which % Math.max(1, findings.length)]?.id
          if (id) brackets[id] = { reading: what, ...(by ? { sponsors: [by] } : {}) }
        }
        for (const how of [undefined, { brackets, names: { XYZ: 'JP', EU: null } }]) {
          const { refused, understood } = reading(paragraphs, how)
          expect(refused).toEqual([])
          for (const { deed } of understood.steps) expect(deedSchema.safeParse(deed).error).toBeUndefined()
          const ids = understood.findings.map(({ id }) => id)
          expect(new Set(ids).size).toBe(ids.length)
          for (const { finding } of understood.kept) expect(ids).toContain(finding)
        }
      }),
      { numRuns: numRuns * 4 },
    )
  })

  it('[IM3] loses no word: each is of the base, of one proposal, or of a remark', () => {
    fc.assert(
      fc.property(wild, ({ paragraphs, words }) => {
        const unnumbered = paragraphs.map((one) => ({ ...one, label: null }))
        const { understood } = reading(unnumbered)
        const all = JSON.stringify([understood.base, understood.steps])
        const count = new Map<string, number>()
        for (const [word] of all.matchAll(/q\d+z/g)) count.set(word, (count.get(word) ?? 0) + 1)
        // A footnote of nothing but a note is cited, so that the note stays its words too.
        const isCited = paragraphs.some(
          ({ kind, content }) =>
            kind === 'footnote' && content.some((run) => 'text' in run && /[{}]/.test(run.text)),
        )
        const told = words.map((word) => [word, count.get(word) ?? 0] as const)
        expect(told.filter(([, times]) => times !== 1 && !(isCited && times === 2))).toEqual([])
      }),
      { numRuns: numRuns * 4 },
    )
  })
})
