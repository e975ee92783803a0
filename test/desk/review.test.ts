import { expect, test } from 'vitest'
import {
  divide,
  joinsTo,
  joinUp,
  kindsFor,
  languageOf,
  leaveOut,
  setKind,
  setLevel,
  unitText,
} from '../../client/desk/importing/review.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import { plainText } from '../../schema/text/token.ts'

const text: readonly Paragraph[] = [
  { id: 'p1', kind: 'preambular', level: 0, content: [{ text: 'Recalling its decisions,' }] },
  {
    id: 'p2',
    kind: 'operative',
    level: 0,
    content: [
      { text: 'Decides', marks: { em: true } },
      { text: ' to meet' },
      { note: 'p3' },
      { text: ' again;' },
    ],
  },
  { id: 'p3', kind: 'footnote', level: 0, content: [{ text: 'In May.' }] },
  { id: 'p4', kind: 'item', level: 2, content: [{ text: 'in Nairobi' }] },
]

const ids = (paragraphs: readonly Paragraph[]): string[] => paragraphs.map(({ id }) => id)
const wordsOf = (paragraphs: readonly Paragraph[], id: string): string =>
  plainText(paragraphs.find((paragraph) => paragraph.id === id)!.content)

test('a new kind keeps the level where it has one', () => {
  expect(setKind(text, 'p4', 'heading')[3]).toMatchObject({ kind: 'heading', level: 2 })
  expect(setKind(text, 'p4', 'body')[3]).toMatchObject({ kind: 'body', level: 0 })
  expect(setKind(text, 'p1', 'item')[0]).toMatchObject({ kind: 'item', level: 1 })
})

test('a level that the kind does not have is not taken', () => {
  expect(setLevel(text, 'p4', 3)[3]).toMatchObject({ level: 3 })
  expect(setLevel(text, 'p4', 0)[3]).toMatchObject({ level: 2 })
  expect(setLevel(text, 'p1', 1)[0]).toMatchObject({ level: 0 })
})

test('nothing becomes a footnote, and what was one loses the references to it', () => {
  expect(kindsFor(text[0]!)).not.toContain('footnote')
  const changed = setKind(text, 'p3', 'body')
  expect(unitText(changed[1]!.content)).toBe('Decides to meet again;')
  expect(unitText(setKind(text, 'p3', 'footnote')[1]!.content)).toBe('Decides to meet† again;')
})

test('a paragraph joins the one before it, over footnotes, with a space between', () => {
  expect(joinsTo(text, 'p4')?.id).toBe('p2')
  expect(joinsTo(text, 'p1')).toBeNull()
  const joined = joinUp(text, 'p4')
  expect(ids(joined)).toEqual(['p1', 'p2', 'p3'])
  expect(wordsOf(joined, 'p2')).toBe('Decides to meet again; in Nairobi')
  expect(joined[1]!.content[0]).toEqual({ text: 'Decides', marks: { em: true } })
  expect(joinUp(text, 'p1')).toBe(text)
})

test('Chinese joins without a space', () => {
  const chinese: Paragraph[] = ['回顾其决定，', '决定再次开会。'].map((words, i) => ({
    id: `p${i}`,
    kind: 'body',
    level: 0,
    content: [{ text: words }],
  }))
  expect(wordsOf(joinUp(chinese, 'p1'), 'p0')).toBe('回顾其决定，决定再次开会。')
})

test('a divided paragraph keeps its kind, loses the space at the cut, and its footnote follows the reference', () => {
  const at = unitText(text[1]!.content).indexOf(' to meet')
  const divided = divide(text, 'p2', at, 'p9')
  expect(ids(divided)).toEqual(['p1', 'p2', 'p9', 'p3', 'p4'])
  expect(wordsOf(divided, 'p2')).toBe('Decides')
  expect(wordsOf(divided, 'p9')).toBe('to meet again;')
  expect(divided[2]!.kind).toBe('operative')
})

test('nothing is divided at either end', () => {
  expect(divide(text, 'p1', 0, 'p9')).toEqual(text)
  expect(divide(text, 'p1', 'Recalling its decisions,'.length, 'p9')).toEqual(text)
})

test('leaving a paragraph out takes its footnotes with it, and references to a footnote left out', () => {
  expect(ids(leaveOut(text, 'p2'))).toEqual(['p1', 'p4'])
  const without = leaveOut(text, 'p3')
  expect(ids(without)).toEqual(['p1', 'p2', 'p4'])
  expect(unitText(without[1]!.content)).toBe('Decides to meet again;')
})

test.each([
  ['en', 'Decides to meet again.'],
  ['ar', 'تقرر أن تجتمع مرة أخرى (UNEP).'],
  ['zh', '决定再次开会，并请秘书处（UNEP）报告。'],
  ['ru', 'Постановляет вновь собраться.'],
])('a text in %s is known by its letters', (language, words) => {
  expect(languageOf([{ id: 'p1', kind: 'body', level: 0, content: [{ text: words }] }])).toBe(language)
})
