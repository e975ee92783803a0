import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NotationNode } from '../../schema/notation/notation.ts'
import { parseNotation } from '../../schema/notation/parse.ts'
import { isLeaf, printNotation, walk } from '../../schema/notation/walk.ts'
import { figuresOf, known } from './reading.ts'

const numRuns = Number(process.env['RUNS'] ?? 150) * 4

const pieces = [
  [
    '[',
    ']',
    '[',
    ']',
    '][',
    '{',
    '}',
    '(',
    ')',
    '/',
    ' / ',
    ' – ',
    ' - ',
    '-',
    ':',
    ': ',
    ';',
    '; ',
    ',',
    '. ',
  ],
  [
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    '\t',
    '\u2029',
    '\u200f',
    '\u202e',
    '\ufeff',
    '\u0000',
    '\ud83c',
    '\udf0d',
    '🌍',
  ],
  [
    'EU',
    'Norway',
    'G-77/China',
    'Chile',
    'XYZ',
    'Ruritania',
    'delete',
    'retain',
    'reserve',
    'would withdraw if',
  ],
  [
    'supported by',
    'in which case',
    'Option 1:',
    'Option (a)',
    'No text',
    'OP5 alt bis',
    '3.1 bis.',
    '(a)',
    'PP2',
  ],
  [
    'Agreed ad ref',
    'Placeholder for',
    '–18',
    'X',
    '…',
    '[^1]',
    'words',
    'يقرر',
    '各国',
    '"',
    '\\',
    '*',
    '¹ ',
    ' ',
  ],
].flat()
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.nat({ max: 0xffff }), { maxLength: 40 })
    .map((units) => units.map((unit) => String.fromCharCode(unit)).join('')),
)

/** Bracket by bracket, what a person with a pencil would find. */
function penciled(text: string): { pairs: number; orphans: number } {
  let [open, pairs, orphans] = [0, 0, 0]
  for (const char of text) {
    if (char === '[') open++
    if (char === ']' && open > 0) [open, pairs] = [open - 1, pairs + 1]
    else if (char === ']') orphans++
  }
  return { pairs, orphans: orphans + open }
}

test('[NT1] every text is read without an error and printed back, character for character', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const notation = parseNotation(text, known)
      expect(printNotation(notation)).toBe(text)
      let at = 0
      walk(
        notation,
        ({ node }) => {
          expect(node.at).toBe(at)
          at += isLeaf(node) ? node.text.length : 1
        },
        () => at++,
      )
      expect(at).toBe(text.length)
    }),
    { numRuns },
  )
})

test('[NT2] every bracket is of a pair or an orphan, and each orphan stands where it is said to', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const notation = parseNotation(text, known)
      let pairs = 0
      walk(notation, ({ node }) => {
        if (node.type === 'bracket') pairs++
      })
      expect({ pairs, orphans: notation.orphans.length }).toEqual(penciled(text))
      const lines = text.split(/\r\n|\n|\r/)
      for (const { line, column, char } of notation.orphans)
        expect(Array.from(lines[line - 1] ?? '')[column - 1]).toBe(char)
    }),
    { numRuns },
  )
})

test('[NT3] names, options and paragraphs lie within the text they were read from', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { options, paragraphs } = parseNotation(text, known)
      walk(parseNotation(text, known), ({ node }) => {
        for (const { at, text: name } of namesIn(node)) expect(text.slice(at, at + name.length)).toBe(name)
      })
      for (const { at, end } of options) expect(at < end && end <= text.length).toBe(true)
      expect(paragraphs.every((at, i) => i === 0 || at > paragraphs[i - 1]!)).toBe(true)
    }),
    { numRuns },
  )
})

const namesIn = (node: NotationNode) =>
  node.type === 'claims' ? node.claims.flatMap(({ names }) => names) : []

test('[NT1] brackets nested deeper than calls can be are read and printed', () => {
  const depth = 60_000
  const text = '['.repeat(depth) + 'a' + ']'.repeat(depth - 1) + '{'.repeat(depth)
  expect(figuresOf(text)).toMatchObject({ pairs: depth - 1, maxDepth: depth - 1, roundTrip: true })
  expect(figuresOf(text).orphans).toEqual([{ line: 1, column: 1, char: '[' }])
})

test('[NT1] a text of 60,000 words in 2,000 pairs nested ten deep is read whole', () => {
  const words = 'Parties shall take note of the views that were expressed on the matter '
  const nested = Array.from({ length: 10 }).reduce<string>(
    (inner, _, i) =>
      `[${i % 2 ? 'EU, Norway: ' : ''}${words}${inner}${i % 3 ? '' : ' – Chile; Brazil: delete'}]`,
    'X',
  )
  const paragraph = (i: number): string => `${i + 1}. ${words.repeat(10)}${nested} ${words.repeat(3)}`
  const text = Array.from({ length: 200 }, (_, i) => paragraph(i)).join('\n\n')
  const figures = figuresOf(text)
  expect(figures).toMatchObject({ pairs: 2_000, maxDepth: 10, roundTrip: true, orphans: [] })
  expect(figures.words).toBeGreaterThan(60_000)
  expect(figures.names).toEqual({ EU: 1_000, Norway: 1_000, Chile: 800, Brazil: 800 })
})

test('[NT1] a text of nothing but signs is read like any other', () => {
  for (const sign of ['[', ']', '[]', '[a / b] ', ' / EU', '[a]\r\n', '{[}]', '[a](EU) ', 'Option (a):\n']) {
    const text = `[${sign.repeat(150_000 / sign.length)}]`
    expect(printNotation(parseNotation(text)) === text).toBe(true)
  }
}, 60_000)
