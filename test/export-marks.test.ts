import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { State } from '../schema/record/state.ts'
import { isRefusal } from '../schema/refusal.ts'
import type { Paragraph } from '../schema/text/paragraph.ts'
import type { Names } from '../schema/view/passage.ts'
import { type StyleChoice, styleOf, usualChoice } from '../schema/view/style.ts'
import { view } from '../schema/view/view.ts'
import { type ExportedFile, type ExportOptions, exportText } from '../server/exports/export.ts'
import { type Sheet, sheetOf } from '../server/exports/sheet.ts'
import { charactersOf, plainLines } from './exports.ts'
import { chair, Negotiation, paragraphs, stateOf } from './laws/negotiation.ts'

const at = '2026-11-23T03:15:27.000Z'
const struck: StyleChoice = { ...usualChoice, changes: 'strikeAndBold' }

const sheet = (state: State, style: Partial<StyleChoice> = {}, names: Names = 'shown', omit = false): Sheet =>
  sheetOf(state, view(state, { type: 'compilation', names }), 'compilation', at, {
    style: styleOf({ ...usualChoice, ...style }, state),
    omit,
  })

const lines = (...asked: Parameters<typeof sheet>): string[] => plainLines(sheet(...asked))

async function exported(state: State, asked: Partial<ExportOptions>): Promise<ExportedFile> {
  const usual = {
    what: 'compilation',
    format: 'txt',
    names: 'shown',
    style: struck,
    omit: false,
    keep: false,
    at,
  } as const
  const file = await exportText(state, { ...usual, ...asked })
  if (isRefusal(file)) throw new Error(JSON.stringify(file))
  return file
}

const base = paragraphs(
  'States shall meet every year.',
  'They report on voluntary measures.',
  'They rest on Sundays.',
)

const rewritten = (from: readonly Paragraph[], id: string, text: string): Paragraph[] =>
  from.map((one) => (one.id === id ? { ...one, content: [{ text }] } : one))

let state: State

beforeAll(() => {
  const it = Negotiation.open(base)
  const [should] = it.propose('A', rewritten(base, 'p1', 'States should meet every year.'))
  it.propose('B', rewritten(base, 'p1', 'States may meet every year.'))
  it.propose('C', rewritten(base, 'p2', 'They report on measures.'))
  it.propose('D', [...base, { id: 'n1', kind: 'operative', level: 0, content: [{ text: 'They work.' }] }])
  it.table('B', [{ type: 'hold', ranges: [{ source: 'p3', from: 14, to: 21 }] }])
  it.table('C', [
    {
      type: 'amend',
      strike: [],
      insert: { anchor: { source: `${Number(should)}.1/0`, at: 6 }, runs: [{ text: ' gladly' }] },
    },
  ])
  expect(it.refused).toEqual([])
  state = it.now
})

describe('strike and bold', () => {
  test('[EX4] strikes what is asked to go and makes bold what is asked for', () => {
    expect(lines(state, struck)).toEqual([
      'OP1. States ~~shall~~ **should** [**gladly**] (C) (A) / **may** (B) meet every year.',
      'OP2. They report on ~~voluntary~~ (C) measures.',
      'OP3. They rest on [Sundays] (B: reserve).',
      '**OP3 bis. They work.** (D)',
    ])
  })

  test('[EX4] parts what is asked for from what others strike before it, with names and without', () => {
    const it = Negotiation.open(base)
    it.table('C', [{ type: 'amend', strike: [{ source: 'p2', from: 16, to: 25 }] }])
    it.table('D', [
      {
        type: 'amend',
        strike: [],
        insert: { anchor: { source: 'p2', at: 25 }, runs: [{ text: ', joint' }] },
      },
    ])
    expect(it.refused).toEqual([])
    expect(lines(it.now, struck)[1]).toBe('OP2. They report on ~~voluntary~~ (C) **, joint** (D) measures.')
    expect(lines(it.now, struck, 'hidden')[1]).toBe('OP2. They report on ~~voluntary~~ **, joint** measures.')
  })

  test('[EX4] in Word strikes and underlines the words themselves', async () => {
    const { body } = await exported(state, { format: 'docx' })
    const document = strFromU8(unzipSync(body as Uint8Array)['word/document.xml']!)
    const marked = (sign: string): string[] =>
      [...document.matchAll(/<w:r>.*?<\/w:r>/gs)]
        .map(([xml]) => xml)
        .filter((xml) => xml.includes(sign))
        .map(charactersOf)
    expect(marked('<w:strike/>')).toEqual(['words', 'shall', 'voluntary'])
    expect(marked('<w:u ')).toEqual(['words', 'should', ' ', 'gladly', 'may', 'OP3 bis.', 'They work.'])
  })

  test('[EX5] keeps brackets for what is only held and for amendments to amendments, with names and without', () => {
    expect(lines(state, struck, 'hidden')).toEqual([
      'OP1. States ~~shall~~ **should** [**gladly**] / **may** meet every year.',
      'OP2. They report on ~~voluntary~~ measures.',
      'OP3. They rest on [Sundays].',
      '**OP3 bis. They work.**',
    ])
    expect(lines(state, { ...struck, position: 'plain', labels: 'dotted' }).slice(2)).toEqual([
      'OP3. They rest on [Sundays] (B reserve).',
      '**OP3.bis. They work.** (D)',
    ])
  })

  test('says at its head how it is read, and of names only where there are some', async () => {
    const legend = async (asked: Partial<ExportOptions>): Promise<string> =>
      String((await exported(state, asked)).body).split('\n\n')[1]!
    expect(await legend({})).toMatch(
      /^~~words~~: asked to be deleted · \*\*words\*\*: asked to be added · \(names\)/,
    )
    expect(await legend({ names: 'hidden' })).not.toContain('(names)')
    expect(await legend({ format: 'md' })).toBe(await legend({}))
    expect((await exported(state, { format: 'html' })).body).toContain(
      '<del>words</del>: asked to be deleted',
    )
    expect(await legend({ style: usualChoice })).toMatch(/^OP1/)
  })

  test('in Markdown marks words where its own signs would not be read', async () => {
    const it = Negotiation.open(paragraphs('All internationally agreed goals.'))
    it.table('A', [
      { type: 'amend', strike: [], insert: { anchor: { source: 'p1', at: 18 }, runs: [{ text: '“ly' }] } },
    ])
    const { body } = await exported(it.now, { format: 'md' })
    expect(body).toContain('international<ins>“ly</ins> (A)ly agreed')
  })
})

test('[EX6] what stands above a change and what it refers to stays, and a run of the rest is one ellipsis', () => {
  const paragraph = (
    id: string,
    kind: Paragraph['kind'],
    content: Paragraph['content'],
    level = 0,
  ): Paragraph => ({
    id,
    kind,
    level,
    content,
  })
  const text = (words: string) => [{ text: words }]
  const whole: Paragraph[] = [
    paragraph('t', 'title', text('Rivers')),
    paragraph('pp1', 'preambular', text('Recalling,')),
    paragraph('pp2', 'preambular', text('Noting,')),
    paragraph('h1', 'heading', text('Means'), 1),
    paragraph('op1', 'operative', text('Requests:')),
    paragraph('a', 'item', text('a report;'), 1),
    paragraph('b', 'item', [{ text: 'a summary' }, { note: 'f1' }, { text: ';' }], 1),
    paragraph('f1', 'footnote', text('In six languages.')),
    paragraph('f2', 'footnote', text('Of nothing.')),
    paragraph('h2', 'heading', text('Ends'), 1),
    paragraph('op2', 'operative', text('Decides.')),
  ]
  const it = Negotiation.open(whole)
  it.table('A', [{ type: 'amend', strike: [{ source: 'b', from: 1, to: 2 }] }])
  expect(lines(it.now, {}, 'shown', true)).toEqual([
    'Rivers',
    '(…)',
    'I. Means',
    'OP1. Requests:',
    '(…)',
    '(b) [a – A: delete] summary¹;',
    '¹ In six languages.',
    '(…)',
  ])
})

test('[EX7] what was imported without a name prints without one in every style', () => {
  const it = Negotiation.open(base)
  const insert = { anchor: { source: 'p1', at: 13 }, runs: [{ text: 'should' }] }
  const changes = [
    [{ type: 'amend', strike: [{ source: 'p1', from: 8, to: 13 }], insert }],
    [{ type: 'amend', strike: [{ source: 'p2', from: 16, to: 26 }] }],
    [{ type: 'hold', ranges: [{ source: 'p3', from: 14, to: 21 }] }],
  ] as const
  for (const [change] of changes)
    it.act(
      chair,
      { type: 'table', changes: [change] as never, rationale: '', invite: [], alternatives: [] },
      { channel: 'imported' },
    )
  expect(it.refused).toEqual([])
  for (const names of ['before', 'after'] as const)
    for (const shown of ['shown', 'groups', 'hidden'] as const) {
      expect(lines(it.now, { names }, shown)).toEqual([
        'OP1. States [shall][should] meet every year.',
        'OP2. They report on [voluntary] measures.',
        'OP3. They rest on [Sundays].',
      ])
      expect(lines(it.now, { ...struck, names }, shown)).toEqual([
        'OP1. States ~~shall~~ **should** meet every year.',
        'OP2. They report on ~~voluntary~~ measures.',
        'OP3. They rest on [Sundays].',
      ])
    }
})

test('[EX8] a group may be printed by the members it had on the day of the last act', () => {
  const members = [
    { code: 'A', from: '2026-01-01' },
    { code: 'B', from: '2026-01-01', until: '2026-03-02' },
    { code: 'C', from: '2026-03-02' },
  ]
  const it = Negotiation.open(base, [
    ...['A', 'B', 'C'].map(stateOf),
    { code: 'G', name: 'The group', kind: 'group', members },
  ])
  it.act(
    chair,
    {
      type: 'table',
      changes: [{ type: 'amend', strike: [{ source: 'p2', from: 16, to: 26 }] }],
      rationale: '',
      invite: [],
      alternatives: [],
    },
    { for: 'G', channel: 'floor' },
  )
  expect(it.refused).toEqual([])
  expect(it.now.at.slice(0, 10)).toBe('2026-03-02')
  expect(lines(it.now)[1]).toContain('[voluntary – G: delete]')
  expect(lines(it.now, { members: true })[1]).toContain('[voluntary – A, C: delete]')
})
