import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { deltaToParagraphs, paragraphsToDelta, segsOf } from '../schema/draft/delta.ts'
import type { Delta } from '../schema/draft/delta.ts'
import { Flow } from '../schema/draft/flow.ts'
import { merge3 } from '../schema/draft/merge.ts'
import { rewrite } from '../schema/draft/rewrite.ts'
import type { Paragraph } from '../schema/text/paragraph.ts'
import { plainText } from '../schema/text/token.ts'
import { op } from './draft/cohort.ts'
import { random, seeds } from './draft/random.ts'

const wordsOf = (paragraphs: readonly Paragraph[]): string[] =>
  paragraphs.flatMap(({ content }) => plainText(content).split(' ').filter(Boolean))

/** A text that somebody has edited; new words and paragraphs carry the editor's name. */
function edited(base: readonly Paragraph[], name: string, next: () => number, edits: number): Paragraph[] {
  const pick = (n: number): number => Math.floor(next() * n)
  let text = base.map(({ id, kind, level, content }) => ({
    id,
    kind,
    level,
    words: wordsOf([{ id, kind, level, content }]),
  }))
  for (let i = 0; i < edits; i++) {
    const at = pick(text.length)
    const paragraph = text[at]
    if (!paragraph) continue
    const { words } = paragraph
    const word = pick(words.length + 1)
    const actions = [
      () => words.splice(word, 0, `${name}${i}`),
      () => words.splice(word, 1, `${name}${i}`),
      () => words.splice(word, 1 + pick(2)),
      () => text.splice(at + 1, 0, { ...paragraph, id: `${name}${i}`, words: words.splice(word) }),
      () => at > 0 && text[at - 1]?.words.push(...(text.splice(at, 1)[0]?.words ?? [])),
      () => text.splice(pick(text.length), 0, ...text.splice(at, 1)),
      () => text.length > 2 && text.splice(at, 1),
      () => text.splice(at, 0, { id: `${name}${i}`, kind: 'body', level: 0, words: [`${name}${i}`] }),
      () =>
        (text = text.map((each) =>
          each === paragraph ? { ...each, kind: 'item', level: 1 + pick(2) } : each,
        )),
    ]
    actions[pick(actions.length)]?.()
  }
  return text.map(({ words, ...head }) => ({
    ...head,
    content: words.length > 0 ? [{ text: words.join(' ') }] : [],
  }))
}

const base = Array.from({ length: 6 }, (_, i) =>
  op(`p${i}`, Array.from({ length: 6 }, (__, j) => `b${i}${j}`).join(' ')),
)

test.each(seeds(200))('a draft brought up to date keeps what both sides did (seed %i)', (seed) => {
  const next = random(seed)
  const mine = edited(base, 'm', next, 4)
  const theirs = edited(base, 't', next, 4)
  expect(merge3(base, base, mine)).toEqual({ paragraphs: mine, overtaken: {} })
  expect(merge3(base, theirs, base)).toEqual({ paragraphs: theirs, overtaken: {} })
  expect(merge3(base, mine, mine)).toEqual({ paragraphs: mine, overtaken: {} })

  const { paragraphs, overtaken } = merge3(base, theirs, mine)
  expect(new Set(paragraphs.map(({ id }) => id)).size, 'ids are unique').toBe(paragraphs.length)
  const found = wordsOf(paragraphs)
  for (const word of wordsOf(mine).filter((each) => each.startsWith('m')))
    expect(
      found.filter((each) => each === word),
      `${word} of the draft`,
    ).toEqual([word])
  if (Object.keys(overtaken).length === 0)
    for (const word of wordsOf(theirs).filter((each) => each.startsWith('t')))
      expect(
        found.filter((each) => each === word),
        `${word} of the text`,
      ).toEqual([word])

  const text = new Y.Doc().getText('text')
  text.applyDelta(paragraphsToDelta(mine))
  text.doc?.transact(() => rewrite(new Flow(segsOf(text.toDelta() as Delta), text), mine, paragraphs))
  expect(deltaToParagraphs(text.toDelta() as Delta)).toEqual(paragraphs)
})

test('what the draft has not touched follows the text', () => {
  const { paragraphs, overtaken } = merge3(
    [op('a', 'States shall report'), op('b', 'every year')],
    [op('a', 'States should report'), op('b', 'every year')],
    [op('a', 'States shall report'), op('b', 'every two years')],
  )
  expect(paragraphs).toEqual([op('a', 'States should report'), op('b', 'every two years')])
  expect(overtaken).toEqual({})
})

test('different words of one paragraph are both changed', () => {
  const { paragraphs, overtaken } = merge3(
    [op('a', 'States shall report annually')],
    [op('a', 'States should report annually')],
    [op('a', 'States shall report promptly')],
  )
  expect(paragraphs).toEqual([op('a', 'States should report promptly')])
  expect(overtaken).toEqual({})
})

test('a word changed on both sides stays as drafted and is reported with both wordings', () => {
  const { paragraphs, overtaken } = merge3(
    [op('a', 'States shall report')],
    [op('a', 'States should report')],
    [op('a', 'States may report')],
  )
  expect(paragraphs).toEqual([op('a', 'States may report')])
  expect(overtaken).toEqual({ a: { was: 'States shall report', now: 'States should report' } })
})

test('a paragraph deleted from the text stays in a draft that changed it', () => {
  const { paragraphs, overtaken } = merge3(
    [op('a', 'one'), op('b', 'two words'), op('c', 'three')],
    [op('a', 'one'), op('c', 'three')],
    [op('a', 'one'), op('b', 'two new words'), op('c', 'three')],
  )
  expect(paragraphs.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(overtaken).toEqual({ b: { was: 'two words', now: '' } })
})

test('a proposal of the draft that was accepted is not made twice', () => {
  const tabled = [op('a', 'one'), op('n', 'a new paragraph'), op('b', 'two')]
  const drafted = [op('a', 'one'), op('n', 'a new paragraph, amended'), op('b', 'two')]
  expect(merge3([op('a', 'one'), op('b', 'two')], tabled, drafted)).toEqual({
    paragraphs: drafted,
    overtaken: {},
  })
})

test('a paragraph split in the text is split under the words of the draft', () => {
  const { paragraphs } = merge3(
    [op('a', 'one two three four')],
    [op('a', 'one two '), op('n', 'three four')],
    [op('a', 'one two three new four')],
  )
  expect(paragraphs).toEqual([op('a', 'one two '), op('n', 'three new four')])
})

test('new paragraphs added in one place by both are both there', () => {
  const { paragraphs, overtaken } = merge3(
    [op('a', 'one')],
    [op('a', 'one'), op('t', 'theirs')],
    [op('a', 'one more'), op('m', 'mine')],
  )
  expect(paragraphs).toEqual([op('a', 'one more'), op('m', 'mine'), op('t', 'theirs')])
  expect(overtaken).toEqual({})
})

test('bringing a draft up to date leaves carets with their words', () => {
  const ydoc = new Y.Doc()
  const text = ydoc.getText('text')
  const before = [op('a', 'one two three'), op('b', 'four five six')]
  text.applyDelta(paragraphsToDelta(before))
  const caret = Y.createRelativePositionFromTypeIndex(text, 20, -1)
  rewrite(new Flow(segsOf(text.toDelta() as Delta), text), before, [
    op('n', 'zero'),
    op('b', 'four five six seven'),
    op('a', 'one three'),
  ])
  const at = Y.createAbsolutePositionFromRelativePosition(caret, ydoc)
  const stream = (text.toDelta() as { insert: string | object }[]).map(({ insert }) =>
    typeof insert === 'string' ? insert : '¶',
  )
  expect(stream.join('').slice(0, at?.index)).toMatch(/four $/)
})
