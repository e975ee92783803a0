import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { insertFootnote, setKind, shiftLevel } from '../client/draft/commands.ts'
import { joinBackward, moveParagraph, splitParagraph } from '../client/draft/structure.ts'
import { compare } from '../schema/proposal/compare.ts'
import { apply } from '../schema/record/apply.ts'
import { firstPrev, seal } from '../schema/record/chain.ts'
import type { State } from '../schema/record/state.ts'
import { isRefusal } from '../schema/refusal.ts'
import type { Paragraph } from '../schema/text/paragraph.ts'
import { Cohort, Editor, op, seedUpdate } from './draft/cohort.ts'

/** A text as it stands when it has been opened. */
function opened(paragraphs: readonly Paragraph[]): State {
  const act = seal(
    {
      text: 't',
      n: 1,
      key: 'open-text',
      at: '2026-01-01T00:00:00.000Z',
      by: { person: 'x', name: 'X', role: 'facilitator', delegation: null, speaksFor: [] },
      for: null,
      onBehalfOf: null,
      channel: 'typed',
      meeting: null,
      deed: {
        type: 'open',
        title: 'T',
        symbol: 'S',
        language: 'en',
        paragraphs: [...paragraphs] as never,
        parties: [],
      },
    },
    firstPrev,
  )
  const state = apply(null, act)
  if (isRefusal(state)) throw new Error(state.code)
  return state
}

const fox = [op('op1', 'The quick brown fox')]
const two = [op('op1', 'one two'), op('op2', 'three')]
const strike = (source: string, from: number, to: number) => ({ source, from, to })

// Units of a source count from its break: the first character is unit 1.
const cases: [string, Paragraph[], (editor: Editor) => void, object[]][] = [
  [
    'words typed are one insertion (C01)',
    fox,
    (e) => e.do((tr) => tr.insertText('very ', e.find('quick'))),
    [{ type: 'amend', strike: [], insert: { runs: [{ text: 'very ' }] } }],
  ],
  [
    'Backspace three times strikes three characters, and whole words are tabled (C02)',
    fox,
    (e) => {
      const end = e.find('quick') + 5
      for (const at of [end, end - 1, end - 2]) e.do((tr) => tr.delete(at - 1, at))
    },
    [{ type: 'amend', strike: [strike('op1', 5, 10)], insert: { runs: [{ text: 'qu' }] } }],
  ],
  [
    'typing over a selection is one replacement (C05)',
    fox,
    (e) => e.do((tr) => tr.insertText('slow', e.find('quick'), e.find('quick') + 5)),
    [{ type: 'amend', strike: [strike('op1', 5, 10)], insert: { runs: [{ text: 'slow' }] } }],
  ],
  [
    'going on typing makes the same change longer (C06)',
    fox,
    (e) => {
      e.do((tr) => tr.insertText('very ', e.find('quick')))
      e.do((tr) => tr.insertText('very ', e.find('quick')))
    },
    [{ type: 'amend', strike: [], insert: { runs: [{ text: 'very very ' }] } }],
  ],
  [
    'Enter in the middle inserts one break (C23)',
    two,
    (e) => {
      e.select(e.find('two'))
      e.run(splitParagraph(e.newId))
    },
    [{ type: 'amend', strike: [], insert: { runs: [{ break: { id: 'a1', kind: 'operative', level: 0 } }] } }],
  ],
  [
    'Enter at the end and words are a new paragraph (C24)',
    two,
    (e) => {
      e.select(e.find('two') + 3)
      e.run(splitParagraph(e.newId))
      e.do((tr) => tr.insertText('new'))
    },
    [
      {
        type: 'amend',
        strike: [],
        insert: { runs: [{ break: { id: 'a1', kind: 'operative', level: 0 } }, { text: 'new' }] },
      },
    ],
  ],
  [
    'Backspace at the beginning strikes the break (C25)',
    [op('op1', 'one two '), op('op2', 'three')],
    (e) => {
      e.select(e.find('three'))
      e.run(joinBackward)
    },
    [{ type: 'amend', strike: [strike('op2', 0, 1)] }],
  ],
  [
    'a move is a move, with no words struck (C27)',
    [...two, op('op3', 'four')],
    (e) => {
      e.select(e.find('one'))
      e.run(moveParagraph('down'))
      e.run(moveParagraph('down'))
    },
    [{ type: 'place', paragraph: 'op1' }],
  ],
  [
    'a level is set, the paragraph stays (C28)',
    [op('op1', 'text', 'item', 1)],
    (e) => {
      e.select(e.find('text'))
      e.run(shiftLevel(1))
    },
    [{ type: 'set', paragraph: 'op1', level: 2 }],
  ],
  [
    'words composed over a selection replace it, no letter is left over (C34)',
    [op('op1', 'hello world')],
    (e) => {
      e.composing = true
      e.do((tr) => tr.insertText('せ', e.find('world'), e.find('world') + 5))
      e.do((tr) => tr.insertText('世界', e.find('せ'), e.find('せ') + 1))
      e.composing = false
    },
    [{ type: 'amend', strike: [strike('op1', 7, 12)], insert: { runs: [{ text: '世界' }] } }],
  ],
]

describe('what a draft asks for, once somebody has', () => {
  test.each(cases)('%s', (_name, paragraphs, act, changes) => {
    const editor = new Editor('a', 1, seedUpdate(paragraphs))
    act(editor)
    const found = compare(opened(paragraphs), new Set(), editor.shared())
    expect(found).toHaveLength(changes.length)
    expect(found).toMatchObject(changes)
  })
})

test('a level set by one and words typed by another both stand (C28)', () => {
  const cohort = new Cohort(['a', 'b'], [op('op1', 'text')])
  const [a, b] = cohort.editors as [Editor, Editor]
  a.select(1)
  a.run(setKind('item', 2))
  b.do((tr) => tr.insertText('more ', 1))
  cohort.meet()
  for (const each of [a, b]) expect(each.paragraphs()).toEqual([op('op1', 'more text', 'item', 2)])
})

test('two levels set at once end as one of them, the same for all (C29)', () => {
  const cohort = new Cohort(['a', 'b'], [op('op1', 'text', 'item', 3)])
  const [a, b] = cohort.editors as [Editor, Editor]
  a.run(setKind('item', 1))
  b.run(setKind('item', 2))
  cohort.meet()
  expect(a.paragraphs()).toEqual(b.paragraphs())
  expect([1, 2]).toContain(a.paragraphs()[0]?.level)
})

test('a footnote put in by one leaves what another types behind it (C30)', () => {
  const cohort = new Cohort(['a', 'b'], [op('op1', 'long words'), op('op2', 'next')])
  const [a, b] = cohort.editors as [Editor, Editor]
  a.select(a.find(' words'))
  a.run(insertFootnote(a.newId))
  a.do((tr) => tr.insertText('See above.'))
  b.do((tr) => tr.insertText('indeed ', b.find('words')))
  cohort.meet()
  const wanted = [
    { ...op('op1', ''), content: [{ text: 'long' }, { note: 'a1' }, { text: ' indeed words' }] },
    op('a1', 'See above.', 'footnote'),
    op('op2', 'next'),
  ]
  for (const each of [a, b]) expect(each.paragraphs()).toEqual(wanted)
})

test('undo and redo take back and give again one’s own words only, whatever a colleague wrote in them (C22)', () => {
  const cohort = new Cohort(['a', 'b'], fox)
  const [a, b] = cohort.editors as [Editor, Editor]
  a.do((tr) => tr.insertText('hello ', a.find('quick')))
  cohort.meet()
  b.do((tr) => tr.insertText('XX', b.find('llo')))
  cohort.meet()
  const seen = (): string[] => cohort.editors.map((each) => each.state.doc.textContent)
  for (const [step, words] of [
    ['undo', 'The XXquick brown fox'],
    ['redo', 'The heXXllo quick brown fox'],
    ['undo', 'The XXquick brown fox'],
  ] as const) {
    a.binding[step]()
    cohort.meet()
    expect(seen()).toEqual([words, words])
  }
  expect(b.binding.undo()).toBe(true)
  cohort.meet()
  expect(seen()).toEqual(['The quick brown fox', 'The quick brown fox'])
})

test('a colleague’s words in a paragraph that is moved, split or joined stay in it', () => {
  const cohort = new Cohort(['a', 'b'], [op('p1', 'one'), op('p2', 'two'), op('p3', 'three')])
  const [a, b] = cohort.editors as [Editor, Editor]
  a.select(a.find('one'))
  a.run(moveParagraph('down'))
  b.do((tr) => tr.insertText(' more', b.find('one') + 3))
  b.select(b.find('three'))
  b.run(joinBackward)
  cohort.meet()
  for (const each of [a, b]) expect(each.lines()).toEqual(['p2: twothree', 'p1: one more'])
  a.select(a.find('one'))
  a.run(joinBackward)
  b.do((tr) => tr.insertText(' still', b.find('more') + 4))
  cohort.meet()
  for (const each of [a, b]) expect(each.lines()).toEqual(['p2: twothreeone more still'])
})

test('paragraphs moved behind each other at once are in the same order for all', () => {
  const cohort = new Cohort(['a', 'b'], [op('p1', 'one'), op('p2', 'two'), op('p3', 'three')])
  const [a, b] = cohort.editors as [Editor, Editor]
  a.select(a.find('one'))
  a.run(moveParagraph('down'))
  b.select(b.find('two'))
  b.run(moveParagraph('down'))
  cohort.meet()
  expect(a.lines()).toEqual(b.lines())
  expect(a.lines()).toHaveLength(3)
})

test('the same paragraph pasted by two at once is there twice, under two ids that all agree on', () => {
  const cohort = new Cohort(['a', 'b'], [op('p1', 'one'), op('p2', 'two')])
  for (const editor of cohort.editors) {
    const node = editor.state.doc.child(0)
    editor.do((tr) => tr.delete(0, node.nodeSize).insert(tr.doc.content.size, node))
  }
  cohort.meet()
  const [a, b] = cohort.editors as [Editor, Editor]
  expect(a.lines()).toEqual(b.lines())
  expect(a.lines()).toEqual(['p2: two', 'p1: one', 'p1-2: one'])
})

test('a caret stays with its words when a colleague splits, types and moves', () => {
  const cohort = new Cohort(['a', 'b'], [op('p1', 'one two'), op('p2', 'three')])
  const [a, b] = cohort.editors as [Editor, Editor]
  a.select(a.find('wo'))
  b.do((tr) => tr.insertText('zero ', 1))
  b.select(b.find('two'))
  b.run(splitParagraph(b.newId))
  b.run(moveParagraph('down'))
  cohort.meet()
  expect(a.lines()).toEqual(['p1: zero one ', 'p2: three', 'b1: two'])
  expect(a.state.selection.head).toBe(a.find('wo'))
})

test('an update that comes while an input method composes waits until it has ended', () => {
  const cohort = new Cohort(['a', 'b'], fox)
  const [a, b] = cohort.editors as [Editor, Editor]
  a.composing = true
  a.do((tr) => tr.insertText('に', a.find('brown')))
  cohort.meet()
  b.do((tr) => tr.insertText('See: ', 1))
  b.do((tr) => tr.delete(b.find('quick'), b.find('に')))
  cohort.meet()
  expect(a.lines()).toEqual(['op1: The quick にbrown fox'])
  a.do((tr) => tr.insertText('日本', a.find('に'), a.find('に') + 1))
  expect(a.lines()).toEqual(['op1: The quick 日本brown fox'])
  a.composing = false
  a.binding.release()
  cohort.meet()
  for (const each of [a, b]) expect(each.lines()).toEqual(['op1: See: The 日本brown fox'])
  expect(Y.encodeStateVector(a.ydoc)).toEqual(Y.encodeStateVector(b.ydoc))
})
