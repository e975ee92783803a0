import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Paragraph } from '../schema/text/paragraph.ts'
import { plainText, type Run } from '../schema/text/token.ts'
import { isRefusal } from '../schema/refusal.ts'
import type { State } from '../schema/record/state.ts'
import { textOf } from '../schema/text/text.ts'
import { printView } from '../schema/view/print.ts'
import { usualChoice } from '../schema/view/style.ts'
import { view } from '../schema/view/view.ts'
import { type ExportedFile, exportText } from '../server/exports/export.ts'
import { previewImport } from '../server/imports/preview.ts'
import { Negotiation, chair } from './laws/negotiation.ts'

const at = '2026-11-23T03:15:27.000Z'

const paragraph = (id: string, kind: Paragraph['kind'], content: string | Run[], level = 0): Paragraph => ({
  id,
  kind,
  level,
  content: typeof content === 'string' ? [{ text: content }] : content,
})

const base: Paragraph[] = [
  paragraph('t', 'title', 'Security of systems'),
  paragraph('o', 'heading', 'The General Assembly,'),
  paragraph('pp1', 'preambular', [
    { text: 'Recalling', marks: { em: true } },
    { text: ' its resolution' },
    { note: 'f1' },
    { text: ',' },
  ]),
  paragraph('f1', 'footnote', 'Resolution 73/27.'),
  paragraph('op1', 'operative', [
    { text: 'Decides', marks: { em: true } },
    { text: ' that States shall meet every year;' },
  ]),
  paragraph('op2', 'operative', 'Requests the Secretary-General:'),
  paragraph('a', 'item', 'To report <on> H', 1),
  paragraph('i', 'item', 'the "budget" & staff;', 2),
  paragraph('b', 'item', 'To convene a meeting;', 1),
  paragraph('op3', 'operative', 'Decides to remain seized of the matter.'),
  paragraph('x1', 'annex', 'Terms of reference'),
  paragraph('h', 'heading', 'Membership', 1),
  paragraph('b1', 'body', [
    { text: 'One seat each,' },
    { line: true },
    { text: 'see ' },
    { text: 'the site', marks: { link: 'https://example.org/?a=1&b=2' } },
    { text: '.' },
  ]),
  paragraph('x2', 'annex', 'Questions'),
  paragraph('b2', 'body', 'Who chairs?'),
]

/** The base text with one paragraph's words changed. */
const rewrite = (id: string, change: (text: string) => string): Paragraph[] =>
  base.map((one) =>
    one.id === id
      ? {
          ...one,
          content: one.content.map((run) => ('text' in run ? { ...run, text: change(run.text) } : run)),
        }
      : one,
  )

const options = { names: 'shown', style: usualChoice, omit: false, keep: false, at } as const

async function exported(
  state: State,
  asked: Partial<Parameters<typeof exportText>[1]>,
): Promise<ExportedFile> {
  const file = await exportText(state, { what: 'clean', format: 'txt', ...options, ...asked })
  if (isRefusal(file)) throw new Error(JSON.stringify(file))
  return file
}

const text = async (state: State, asked: Partial<Parameters<typeof exportText>[1]>): Promise<string> => {
  const { body } = await exported(state, asked)
  return typeof body === 'string' ? body : strFromU8(body)
}

/** The parts of a Word file as text. */
async function parts(
  state: State,
  asked: Partial<Parameters<typeof exportText>[1]>,
): Promise<Record<string, string>> {
  const { body } = await exported(state, { ...asked, format: 'docx' })
  if (typeof body === 'string') throw new Error('bytes expected')
  return Object.fromEntries(Object.entries(unzipSync(body)).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** The characters of every paragraph of a part; a tab as one, a line break as a newline. */
const paragraphTexts = (xml: string): string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([whole]) =>
    whole
      .replace(/<w:tab\/>/g, '\t')
      .replace(/<w:br\/>/g, '\n')
      .replace(/<[^>]*>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&amp;/g, '&'),
  )

let settled: State
let open: State

beforeAll(() => {
  settled = Negotiation.open(base).now
  const negotiation = Negotiation.open(base)
  negotiation.propose(
    'A',
    rewrite('op1', (words) => words.replace('shall', 'should')),
  )
  negotiation.propose(
    'B',
    rewrite('op1', (words) => words.replace('every year', 'every second year')),
  )
  negotiation.propose(
    'C',
    base.filter(({ id }) => id !== 'b'),
  )
  const added = paragraph('n1', 'operative', 'Invites all States to contribute;')
  negotiation.propose(
    'D',
    base.flatMap((one) => (one.id === 'op3' ? [added, one] : [one])),
  )
  open = negotiation.now
  expect(negotiation.refused).toEqual([])
})

describe('the clean text', () => {
  test('has the numbers it is issued with', async () => {
    const lines = (await text(settled, {})).split('\n\n')
    expect(lines[0]).toMatch(
      /^A\/TEST\/L\.1 · Clean text · Act 1 · 2026-11-23 03:15 UTC · [0-9a-f]{12} · Not an official document$/,
    )
    expect(lines.slice(1)).toEqual([
      'Security of systems',
      'The General Assembly,',
      'Recalling its resolution¹,',
      '¹ Resolution 73/27.',
      '1. Decides that States shall meet every year;',
      '2. Requests the Secretary-General:',
      '(a) To report <on> H',
      '(i) the "budget" & staff;',
      '(b) To convene a meeting;',
      '3. Decides to remain seized of the matter.',
      'Annex I\nTerms of reference',
      'I. Membership',
      '1. One seat each,\nsee the site.',
      'Annex II\nQuestions',
      '1. Who chairs?\n',
    ])
  })

  test('is refused with the list while brackets are open', async () => {
    const refusal = await exportText(open, { what: 'clean', format: 'docx', ...options })
    expect(refusal).toMatchObject({ code: 'brackets-open' })
    const ids = [...open.proposals.keys()].map(String)
    const labels = ['OP1', 'OP2 (b)', 'OP2 bis']
    expect(refusal).toMatchObject({ params: { proposals: expect.arrayContaining(ids), labels } })
  })

  test('with brackets kept numbers only what is in the text', async () => {
    const lines = (await text(open, { keep: true })).split('\n\n')
    expect(lines).toContain('1. Decides that States [shall][A: should] meet every [B: second] year;')
    expect(lines).toContain('(b) [To convene a meeting; – C: delete]')
    expect(lines).toContain('2 bis. [D: Invites all States to contribute;]')
    expect(lines).toContain('3. Decides to remain seized of the matter.')
    expect(lines.join('')).not.toMatch(/\bOP\d|\bPP\d/)
  })

  test('square brackets that came as characters are open brackets too', async () => {
    const state = Negotiation.open([paragraph('op1', 'operative', 'Decides [shall][should] meet;')]).now
    expect(await exportText(state, { what: 'clean', format: 'txt', ...options })).toEqual({
      code: 'brackets-open',
      params: { proposals: [], labels: ['OP1'] },
    })
  })

  test('a single operative paragraph has no number, and no space is doubled', async () => {
    const state = Negotiation.open([
      paragraph('op1', 'operative', [
        { text: 'Decides', marks: { em: true } },
        { text: '  to meet ' },
        { text: ' now. ', marks: { strong: true } },
      ]),
    ]).now
    expect((await text(state, {})).split('\n\n').slice(1)).toEqual(['Decides to meet now.\n'])
  })

  test('once all is decided the compilation says what the clean text says', async () => {
    const negotiation = Negotiation.open(base)
    const [proposal] = negotiation.propose(
      'A',
      rewrite('op1', (words) => words.replace('shall', 'should')),
    )
    negotiation.act(chair, {
      type: 'rule',
      proposal: proposal as number,
      version: 1,
      ruling: 'accepted',
      reason: '',
    })
    const words = ([, ...lines]: string[]): string[] =>
      lines.map((line) => line.replace(/^(?:[IV]+\/|A\/)?(?:[OP]P)?\S{1,5}\.? (?=\S)/, ''))
    const [clean, compilation] = await Promise.all(
      (['clean', 'compilation'] as const).map(async (what) =>
        (await text(negotiation.now, { what })).split('\n\n'),
      ),
    )
    expect(clean).toContain('1. Decides that States should meet every year;')
    expect(words(compilation!).filter((line) => /Decides|Requests|convene/.test(line))).toEqual(
      words(clean!).filter((line) => /Decides|Requests|convene/.test(line)),
    )
  })
})

describe('the compilation', () => {
  test('as plain text is the notation that can be read back', async () => {
    const lines = (await text(open, { what: 'compilation' })).split('\n\n').slice(1)
    const notation = printView(view(open, { type: 'compilation', names: 'shown' }))
    expect(lines.join('\n').trimEnd()).toBe(notation.trimEnd())
  })

  test('in Word and HTML carries the same words, brackets and names', async () => {
    const document = (await parts(open, { what: 'compilation' }))['word/document.xml']!
    const expected = [
      'OP1.\tDecides that States [shall][A: should] meet every [B: second] year;',
      '[(b) To convene a meeting; – C: delete]',
      '[D: OP2 bis. Invites all States to contribute;]',
    ]
    expect(paragraphTexts(document)).toEqual(expect.arrayContaining(expected))
    const html = await text(open, { what: 'compilation', format: 'html' })
    const lines = html.split('\n').map((line) => line.replace(/<[^>]*>/g, ''))
    expect(lines).toEqual(expect.arrayContaining(expected.map((line) => line.replace('\t', ' '))))
    expect(html).toContain('<ins>should</ins>')
    expect(html).toContain('<del>shall</del>')
  })

  test('without names balances and names nobody', async () => {
    const lines = await text(open, { what: 'compilation', names: 'hidden' })
    expect(lines).toContain('[shall][should] meet every [second] year;')
    expect(lines).not.toMatch(/\b[ABCD]:/)
  })

  test('says how a paragraph stands, and who is waited for only where names are shown', async () => {
    const negotiation = Negotiation.open(base)
    const status = {
      type: 'status',
      paragraph: 'op3',
      status: 'informals',
      pending: ['B'],
      reason: '',
    } as const
    expect(negotiation.act(chair, { ...status, pending: ['B'] })).toBeNull()
    const stated = async (names: 'shown' | 'hidden'): Promise<string | undefined> =>
      paragraphTexts(
        (await parts(negotiation.now, { what: 'compilation', names }))['word/document.xml']!,
      ).find((line) => line.startsWith('OP3'))
    expect(await stated('shown')).toMatch(/matter\. \{agreed in informals, pending B\}$/)
    expect(await stated('hidden')).toMatch(/matter\. \{agreed in informals\}$/)
  })

  test('numbers its lines and none of its paragraphs by itself', async () => {
    const document = (await parts(open, { what: 'compilation' }))['word/document.xml']!
    expect(document).toContain('<w:lnNumType')
    expect(document).not.toContain('<w:numPr>')
  })
})

describe('the Word file', () => {
  test('has styles, numbering of its own, real footnotes, a header and a footer', async () => {
    const files = await parts(settled, {})
    const document = files['word/document.xml']!
    for (const style of [
      'Title',
      'Opening',
      'Preambular',
      'Operative',
      'Item1',
      'Item2',
      'Annex',
      'Heading1',
      'NumberedParagraph',
    ])
      expect(document).toContain(`<w:pStyle w:val="${style}"/>`)
    expect(document.match(/<w:numPr>/g)).toHaveLength(9)
    expect(document).toContain('<w:footnoteReference')
    expect(files['word/footnotes.xml']).toContain('Resolution 73/27.')
    expect(paragraphTexts(document)).not.toContain('Resolution 73/27.')
    const running = Object.entries(files)
      .filter(([name]) => /word\/(?:header|footer)\d/.test(name))
      .map(([, xml]) => xml)
      .join('')
    for (const fact of [
      'A/TEST/L.1',
      'Not an official document',
      'Act 1',
      '2026-11-23 03:15 UTC',
      'NUMPAGES',
    ])
      expect(running).toContain(fact)
  })

  test('read again gives the same words, kinds and formatting', async () => {
    const { body, fileName } = await exported(settled, { format: 'docx' })
    expect(fileName).toBe('A-TEST-L.1_clean.docx')
    const preview = await previewImport(fileName, body as Uint8Array)
    if (isRefusal(preview)) throw new Error(JSON.stringify(preview))
    const outline = (paragraphs: readonly Paragraph[]): unknown[] =>
      paragraphs.map(({ kind, level, content }) => [
        kind,
        level,
        content.map((run) => ('note' in run ? 'note' : run)),
      ])
    expect(outline(preview.paragraphs)).toEqual(outline(textOf(settled, settled.accepted)))
    expect(preview.warnings).toEqual([{ code: 'headers-footers', params: {} }])
  })

  test('a right-to-left text is set from the right', async () => {
    const negotiation = new Negotiation()
    negotiation.act(chair, {
      type: 'open',
      title: 'مشروع مقرر',
      symbol: 'A/TEST/L.1',
      language: 'ar',
      parties: [],
      paragraphs: [{ id: 'p1', kind: 'operative', level: 0, content: [{ text: 'تقرر عقد اجتماع' }] }],
    })
    const files = await parts(negotiation.now, {})
    expect(files['word/document.xml']).toContain('<w:bidi/>')
    expect(files['word/document.xml']).toContain('<w:rtl/>')
    expect(files['word/styles.xml']).toContain('w:bidi="ar-SA"')
    const html = await text(negotiation.now, { format: 'html' })
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).toContain('وثيقة غير رسمية')
    // Without the marks the date would be read from its day on, and the hash begin with its letters.
    const footer = Object.entries(files).find(([name]) => /footer\d*\.xml$/.test(name))![1]
    expect(footer).toMatch(/ · \u200e2026-11-23 03:15 UTC\u200e · \u200e\w{12}\u200e/)
  })
})

test.each([
  ['A/AC.292/2024/CRP.1', 'A-AC.292-2024-CRP.1'],
  ['../../etc/passwd', 'etc-passwd'],
  ['"; rm -rf', 'rm-rf'],
  ['草案/1', '草案-1'],
  ['///', 'text'],
])('the symbol %s names the file %s', async (symbol, stem) => {
  const negotiation = new Negotiation()
  negotiation.act(chair, {
    type: 'open',
    title: 'T',
    symbol,
    language: 'en',
    parties: [],
    paragraphs: [{ id: 'p1', kind: 'body', level: 0, content: [{ text: 'Words.' }] }],
  })
  expect((await exported(negotiation.now, { what: 'compilation' })).fileName).toBe(`${stem}_compilation.txt`)
  expect(plainText(textOf(negotiation.now, new Set())[0]!.content)).toBe('Words.')
})
