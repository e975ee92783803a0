import { describe, expect, test } from 'vitest'
import { previewImport } from '../server/imports/preview.ts'
import type { ImportPreview } from '../server/imports/read.ts'
import { paragraphSchema } from '../schema/record/deed.ts'
import { isRefusal } from '../schema/refusal.ts'
import { plainText } from '../schema/text/token.ts'

/** A file read, or the test fails with the refusal; what it gives is fit for the record. */
async function read(name: string, content: string | Uint8Array): Promise<ImportPreview> {
  const preview = await previewImport(name, typeof content === 'string' ? utf8(content) : content)
  if (isRefusal(preview)) throw new Error(JSON.stringify(preview))
  preview.paragraphs.forEach(({ id, kind, level, content }) =>
    paragraphSchema.parse({ id, kind, level, content }),
  )
  expect(preview.paragraphs.map(({ id }) => id)).toEqual(preview.paragraphs.map((_, i) => `p${i + 1}`))
  return preview
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Kind, level where it has one, and words of every paragraph, one a line. */
const outline = ({ paragraphs }: ImportPreview): string[] =>
  paragraphs.map(({ kind, level, content }) => `${kind}${level || ''}: ${plainText(content)}`)

const codes = ({ warnings }: ImportPreview): string[] => warnings.map(({ code }) => code)

const resolution = `Security of information systems

The General Assembly,

Recalling its resolutions 73/27 of 5 December 2018 and
75/240 of 31 December 2020,
Deeply concerned about the malicious use of technologies,
Also recalling that a working group was established
pursuant to resolution 75/240,

1. Decides to convene, under the auspices of the United Nations,
a working group;
2. Also requests the Secretary-General:
(a) To provide the necessary services;
(b) To report on:
(i) The budget;
(ii) The staff;
(c) To invite all States.

Annex II. Guiding questions

1. Who will chair the group?
`

describe('plain text', () => {
  test('a resolution is recognized by its openings, numbers and letters', async () => {
    expect(outline(await read('draft.txt', resolution))).toEqual([
      'title: Security of information systems',
      'heading: The General Assembly,',
      'preambular: Recalling its resolutions 73/27 of 5 December 2018 and 75/240 of 31 December 2020,',
      'preambular: Deeply concerned about the malicious use of technologies,',
      'preambular: Also recalling that a working group was established pursuant to resolution 75/240,',
      'operative: Decides to convene, under the auspices of the United Nations, a working group;',
      'operative: Also requests the Secretary-General:',
      'item1: To provide the necessary services;',
      'item1: To report on:',
      'item2: The budget;',
      'item2: The staff;',
      'item1: To invite all States.',
      'annex: Guiding questions',
      'body: Who will chair the group?',
    ])
  })

  test('the reason of each guess is given', async () => {
    const { paragraphs } = await read('draft.txt', resolution)
    const guesses = new Set(paragraphs.map(({ guess }) => guess))
    expect([...guesses]).toEqual([
      'first-line',
      'organ',
      'opens-with-participle',
      'numbered',
      'lettered',
      'annex-word',
    ])
  })

  test('a report has headings and numbered paragraphs', async () => {
    const report = `Progress report

I. Introduction

1. The Working Group held its first session in June.
2. It welcomed the contributions of all.

A. Existing threats

3. States noted the following.
`
    expect(outline(await read('report.txt', report))).toEqual([
      'title: Progress report',
      'heading1: Introduction',
      'body: The Working Group held its first session in June.',
      'body: It welcomed the contributions of all.',
      'heading2: Existing threats',
      'body: States noted the following.',
    ])
  })

  test.each([
    ['(h) (i) (j) are one list', '1. Decides:\n(g) g;\n(h) h;\n(i) i;\n(j) j.', [1, 1, 1, 1]],
    ['(a) (i) (ii) (b) are two', '1. Decides:\n(a) a;\n(i) i;\n(ii) ii;\n(b) b.', [1, 2, 2, 1]],
    [
      '(c) (i) … (vi) (d)',
      '1. Decides:\n(c) c;\n(i) i;\n(ii) i;\n(iii) i;\n(iv) i;\n(v) v;\n(vi) v;\n(d) d.',
      [1, 2, 2, 2, 2, 2, 2, 1],
    ],
    ['a. within (i)', '1. Decides:\n(a) a;\n(i) i:\na. x;\nb. y;\n(ii) ii.', [1, 2, 3, 3, 2]],
  ])('levels of items: %s', async (_, text, levels) => {
    const { paragraphs } = await read('items.txt', text)
    expect(paragraphs.filter(({ kind }) => kind === 'item').map(({ level }) => level)).toEqual(levels)
  })

  test('labels of negotiation are taken off and what cannot be kept of them is reported', async () => {
    const preview = await read(
      'rolling.txt',
      'PP1 Recalling X,\n\nOP1. Decides A;\n\nOP1 bis. Welcomes B;\n\nOP2 alt Notes C.',
    )
    expect(outline(preview)).toEqual([
      'preambular: Recalling X,',
      'operative: Decides A;',
      'operative: Welcomes B;',
      'operative: Notes C.',
    ])
    expect(preview.warnings).toEqual([{ code: 'labels-dropped', params: { labels: ['OP2 alt'] } }])
  })

  test('brackets of an imported compilation stay as they were typed', async () => {
    const text = '1. Decides [shall][should] meet [in [early] 2026 - EU; US delete;'
    expect(outline(await read('c.txt', text))).toEqual([
      'operative: Decides [shall][should] meet [in [early] 2026 - EU; US delete;',
    ])
  })
})

describe('languages', () => {
  test.each([
    [
      'French',
      "L'Assemblée générale,\n\nRappelant sa résolution 73/27,\nConsciente de la question,\n\n1. Décide ceci;\n2. Prie le Secrétaire général:\na) De faire;\ni) Ceci;\nb) D'agir.",
      'heading preambular preambular operative operative item1 item2 item1',
    ],
    [
      'Spanish',
      'La Asamblea General,\n\nRecordando su resolución 73/27,\nProfundamente preocupada por todo,\n\n1. Decide esto;\n2. Pide más.',
      'heading preambular preambular operative operative',
    ],
    [
      'Russian',
      'Генеральная Ассамблея,\n\nссылаясь на свою резолюцию,\nбудучи обеспокоена,\n\n1. постановляет созвать;\n2. просит:\na) доложить;\nb) пригласить.',
      'heading preambular preambular operative operative item1 item1',
    ],
    [
      'Arabic',
      'الجمعية العامة،\n\nإذ تشير إلى قرارها 73/27،\nوإذ يساورها القلق،\n\n١ - تقرر عقد اجتماع؛\n٢ - تطلب:\n(أ) تقريرا؛\n(ب) اجتماعا.',
      'heading preambular preambular operative operative item1 item1',
    ],
    [
      'Chinese',
      '大会，\n\n回顾其第73/27号决议，\n\n1. 决定召开会议；\n2．请秘书长：\n（a）提交报告；\n(b) 通知各国。',
      'heading preambular operative operative item1 item1',
    ],
  ])('%s', async (_, text, kinds) => {
    const { paragraphs } = await read('text.txt', text)
    expect(paragraphs.map(({ kind, level }) => `${kind}${level || ''}`).join(' ')).toBe(kinds)
    expect(paragraphs.map(({ content }) => plainText(content)).join(' ')).not.toMatch(/^[\d(]|\uFFFD/)
  })

  const arabic = 'تقرر عقد اجتماع'
  const utf16 = (text: string, little: boolean): Uint8Array => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
    return little ? bytes : bytes.swap16()
  }
  test.each([
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${arabic}`), []],
    ['UTF-16, low byte first', utf16(arabic, true), []],
    ['UTF-16, high byte first', utf16(arabic, false), []],
    ['UTF-16 without a mark', utf16(`1. ${arabic} 2026`, true).subarray(2), []],
  ])('%s is read', async (_, bytes, expected) => {
    const preview = await read('text.txt', bytes)
    expect(plainText(preview.paragraphs[0]!.content)).toContain(arabic)
    expect(codes(preview)).toEqual(expected)
  })

  test('Windows-1252 is read and reported', async () => {
    const preview = await read(
      'text.txt',
      Buffer.from('Decides to r\u00e9form the \x93system\x94 of today', 'latin1'),
    )
    expect(outline(preview)).toEqual(['operative: Decides to réform the “system” of today'])
    expect(preview.warnings).toEqual([{ code: 'encoding-assumed', params: { encoding: 'Windows-1252' } }])
  })
})

describe('Markdown', () => {
  test('headings, numbers, lists, emphasis, links and footnotes', async () => {
    const preview = await read(
      'report.md',
      `# Progress report

## Introduction

1. The Group held its *first* session.[^one]
2. It **adopted** [its agenda](https://example.org/agenda):
   - one
     - deeper

3. Third.
(a) First\\
   second line
(b) Other

[^one]: See *resolution* 75/240.
`,
    )
    expect(outline(preview)).toEqual([
      'title: Progress report',
      'heading: Introduction',
      'body: The Group held its first session.',
      'footnote: See resolution 75/240.',
      'body: It adopted its agenda:',
      'item1: one',
      'item2: deeper',
      'body: Third.',
      'item1: First\nsecond line',
      'item1: Other',
    ])
    expect(preview.paragraphs[2]!.content).toEqual([
      { text: 'The Group held its ' },
      { text: 'first', marks: { em: true } },
      { text: ' session.' },
      { note: 'p4' },
    ])
    expect(preview.paragraphs[4]!.content).toEqual([
      { text: 'It ' },
      { text: 'adopted', marks: { strong: true } },
      { text: ' ' },
      { text: 'its agenda', marks: { link: 'https://example.org/agenda' } },
      { text: ':' },
    ])
  })

  test('bullets under a number lie beside one another', async () => {
    const preview = await read(
      'text.md',
      '1. We shall:\n   - alpha;\n   - beta;\n     - gamma;\n   - delta.\n',
    )
    expect(outline(preview)).toEqual([
      'body: We shall:',
      'item1: alpha;',
      'item1: beta;',
      'item2: gamma;',
      'item1: delta.',
    ])
  })

  test('HTML and scripts stay characters, and links lead only to the web and to mail', async () => {
    const preview = await read(
      'x.md',
      'Text <script>alert(1)</script> [a](javascript:alert(1)) [b](/local) ~~kept~~.',
    )
    expect(outline(preview)).toEqual([
      'plain: Text <script>alert(1)</script> [a](javascript:alert(1)) b ~~kept~~.',
    ])
    expect(preview.warnings).toEqual([{ code: 'links-dropped', params: { count: 1 } }])
  })
})

describe('what is not read', () => {
  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['only spaces', utf8(' \n\t\n '), 'empty'],
    ['a PDF', utf8('%PDF-1.7\n'), 'pdf'],
    ['RTF', utf8('{\\rtf1 hello}'), 'rtf'],
    ['an old or encrypted Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'old-word'],
    ['bytes', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256), 'not-text'],
    [
      'Arabic in Windows-1256',
      Uint8Array.from({ length: 200 }, (_, i) => (i % 6 ? 0xc7 + (i % 20) : 0x20)),
      'encoding',
    ],
  ])('%s is refused', async (_, bytes, what) => {
    expect(await previewImport('f.txt', bytes)).toEqual({
      code: 'malformed',
      params: { where: 'f.txt', what },
    })
  })

  test('100 MB are refused', async () => {
    expect(await previewImport('f.txt', new Uint8Array(100 << 20))).toMatchObject({
      code: 'too-large',
      params: { what: 'file' },
    })
  })

  test('more paragraphs than the record takes are refused', async () => {
    expect(await previewImport('f.txt', utf8('word\n\n'.repeat(6000)))).toMatchObject({
      code: 'too-large',
      params: { what: 'paragraphs' },
    })
  })

  test('control and broken characters are removed and counted', async () => {
    const preview = await read('f.txt', `One\u0000 two\u0007 three\uFFFC four ${'and so on '.repeat(40)}`)
    expect(plainText(preview.paragraphs[0]!.content)).toMatch(/^One two three four and so on/)
    expect(preview.warnings).toEqual([{ code: 'control-characters', params: { count: 3 } }])
  })

  test('what is not seen hides no number, and is no part of the title', async () => {
    const preview = await read('text.txt', '\u200b\u00adThe \u2060lakes\u3164\n\n\u200bOP1. Decides to meet.')
    expect(outline(preview)).toEqual(['title: The lakes\u3164', 'operative: Decides to meet.'])
    expect(preview.title).toBe('The lakes')
  })

  test('a paragraph too long to be negotiated is kept and reported', async () => {
    const preview = await read('f.txt', 'word '.repeat(4000))
    expect(preview.warnings).toEqual([
      { code: 'long-paragraph', params: { paragraph: 'p1', length: 19_999 } },
    ])
  })

  test.each([
    ['brackets in Markdown', 'f.md', '['.repeat(300_000)],
    ['emphasis in Markdown', 'f.md', '*a **b '.repeat(60_000)],
    ['quotations in Markdown', 'f.md', '>'.repeat(300_000)],
    ['lists in Markdown', 'f.md', '- '.repeat(100_000)],
    ['labels', 'f.txt', '(i) '.repeat(300_000)],
    ['spaces', 'f.txt', `a${' '.repeat(1_000_000)}b`],
    ['adverbs', 'f.txt', 'Also further '.repeat(100_000)],
    ['short lines', 'f.txt', 'a\n'.repeat(900_000)],
  ])('no text holds the server up: %s', { timeout: 20_000 }, async (_, name, text) => {
    const answer = await previewImport(name, utf8(text))
    expect(isRefusal(answer) ? answer.code : 'read').toMatch(/^(?:read|too-large|malformed)$/)
  })
})
