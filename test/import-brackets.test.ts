import { describe, expect, test } from 'vitest'
import { isRefusal } from '../schema/refusal.ts'
import { plainText } from '../schema/text/token.ts'
import { type ImportPreview, readImport } from '../server/imports/read.ts'

function read(name: string, text: string): ImportPreview {
  const preview = readImport(name, new TextEncoder().encode(text))
  if (isRefusal(preview)) throw new Error(JSON.stringify(preview))
  return preview
}

describe('text in brackets', () => {
  /** Kind, label and words of every paragraph; a footnote reference as the id of its footnote. */
  const written = ({ paragraphs }: ImportPreview): string[] =>
    paragraphs.map(({ kind, label, content }) => {
      const words = content.map((run) => ('text' in run ? run.text : 'note' in run ? `<${run.note}>` : ' / '))
      return `${kind} ${label ?? '-'}: ${words.join('')}`
    })

  test('a number is taken off behind brackets, names and notes, which stay', () => {
    const text = `PP1. Recalling its decisions,

[EU: PP1 bis. Recalling also the report,]

OP1. Decides to meet;

{EU: place after OP3} OP2. Invites all:

(a) To attend;

[– (a) bis. To write;]

[[OP5 alt. Requests a report [annually – US: delete];]

[EU, US drafting: OP6. Thanks the Secretariat;]

[Friends of the Process: OP6 bis. Thanks the host;]

{Pending} [OP7. Closes the item;]`
    expect(written(read('rolling.txt', text))).toEqual([
      'preambular PP1: Recalling its decisions,',
      'preambular PP1 bis: [EU: Recalling also the report,]',
      'operative OP1: Decides to meet;',
      'operative OP2: {EU: place after OP3} Invites all:',
      'item (a): To attend;',
      'item (a) bis: [– To write;]',
      'operative OP5 alt: [[Requests a report [annually – US: delete];]',
      'operative OP6: [EU, US drafting: Thanks the Secretariat;]',
      'operative OP6 bis: [Friends of the Process: Thanks the host;]',
      'operative OP7: {Pending} [Closes the item;]',
    ])
  })

  test('a number stands behind names of which one is known', () => {
    const text = 'Report\n\n1. We met.\n\n[EU, Ruritania: 1 bis. We spoke.]\n\n[Ruritania: 1 ter. We left.]'
    expect(written(read('rolling.txt', text)).slice(2)).toEqual([
      'body 1 bis: [EU, Ruritania: We spoke.]',
      'plain -: [Ruritania: 1 ter. We left.]',
    ])
  })

  test('what only looks like a number stays in the words', () => {
    const text = `1. Decides to act;

[OP5 alt] Requests a report;

[12.5 per cent of the fund;]

[Requests as follows: (a) a report;]

Note: OP7 remains open;`
    expect(written(read('rolling.txt', text))).toEqual([
      'operative 1: Decides to act;',
      'plain -: [OP5 alt] Requests a report;',
      'plain -: [12.5 per cent of the fund;]',
      'plain -: [Requests as follows: (a) a report;]',
      'plain -: Note: OP7 remains open;',
    ])
  })

  test('a paragraph in brackets is of the kind of its neighbours, unless these have numbers and it has none', () => {
    const { paragraphs } = read(
      'rolling.txt',
      `The General Assembly,

[US: Recalling the report,]

[Recognizing the host, – RF: delete]

1. Decides to meet;

[EU: The States shall cooperate.] (US: oppose)

[Stresses this; [Agreed ad ref]

(a) To attend;

[CH: To write;]

(b) To answer.`,
    )
    expect(paragraphs.map(({ kind, guess }) => `${kind}: ${guess}`)).toEqual([
      'heading: organ',
      'preambular: opens-with-participle',
      'preambular: opens-with-participle',
      'operative: numbered',
      'plain: neighbours',
      'plain: neighbours',
      'item: lettered',
      'plain: neighbours',
      'item: lettered',
    ])
  })

  test('an option alone on its line stays, over the paragraphs of its own', () => {
    const text =
      'OP1. Decides this;\n\nOption 1:\n\nOP2. Decides that;\n\nOption 2: No text\n\nOption (a)\n\nOP3. Decides so.'
    expect(written(read('rolling.txt', text))).toEqual([
      'operative OP1: Decides this;',
      'heading -: Option 1:',
      'operative OP2: Decides that;',
      'plain -: Option 2: No text',
      'heading -: Option (a)',
      'operative OP3: Decides so.',
    ])
  })

  test('lines broken at a margin end before a number in brackets and before an option', () => {
    const text = `1. Decides to convene, under the auspices of the United
Nations, a working group that meets each year in New York
[EU: OP1 bis. Decides also that it reports to the Assembly
at its next session;]
Option 2:
2. Requests the Secretary-General to provide what is needed;`
    expect(
      read('wrapped.txt', text).paragraphs.map(({ kind, content }) =>
        `${kind}: ${plainText(content)}`.slice(0, 32),
      ),
    ).toEqual([
      'body: Decides to convene, under ',
      'operative: [EU: Decides also tha',
      'heading: Option 2:',
      'body: Requests the Secretary-Gen',
    ])
  })

  test('footnotes of a printed compilation come back with their references, in brackets too', () => {
    const text = `1. Decides[EU: ¹ bis] to [meet¹][convene¹] often;

¹ See resolution 75/240.

[EU: ¹ bis. See also [the] report.]

2. Has 10² reasons.`
    expect(written(read('printed.txt', text))).toEqual([
      'body 1: Decides[EU: <p2>] to [meet<p3>][convene<p3>] often;',
      'footnote -: [EU: See also [the] report.]',
      'footnote -: See resolution 75/240.',
      'body 2: Has 10² reasons.',
    ])
  })

  test('Markdown is read alike, with its formatting', () => {
    const { paragraphs } = read('rolling.md', '[EU: OP1 bis. The *States* [agreed](Mexico);]\n(a) To do.')
    expect(paragraphs.map(({ label }) => label)).toEqual(['OP1 bis', '(a)'])
    expect(paragraphs[0]!.content).toEqual([
      { text: '[EU: The ' },
      { text: 'States', marks: { em: true } },
      { text: ' [agreed](Mexico);]' },
    ])
  })
})

test('the line in which an export says what it is is left out, and that it was', () => {
  const line =
    'A/AC.340/L.4 · Compilation of proposals · Act 7 · 14 April 2026 · 0a1b2c · Not an official document'
  const { paragraphs, warnings } = read('rolling.txt', `${line}\n\nOP1. Decides [shall][EU: should];`)
  expect(paragraphs).toHaveLength(1)
  expect(warnings).toContainEqual({ code: 'provenance-dropped', params: { line } })
})

test('a number like OP3 alt is missed only where no bracket says what it is', () => {
  const dropped = (text: string) =>
    read('rolling.txt', text).warnings.flatMap(({ code, params }) =>
      code === 'labels-dropped' ? params['labels'] : [],
    )
  expect(dropped('OP3. Decides;\nOP3 bis. [EU: Requests a report;]')).toEqual([])
  expect(dropped('OP3. Decides;\nOP3 bis. Requests a report;')).toEqual([])
  expect(dropped('OP3. Decides;\nOP3 alt. Requests a report;')).toEqual(['OP3 alt'])
})

test('in an annex "Annex 2." is the number of a paragraph, and before one it begins an annex', () => {
  const labels = (text: string) =>
    read('rolling.txt', text).paragraphs.map(({ kind, label, content }) => [kind, label, plainText(content)])
  expect(
    labels(
      '1. We met.\n\nAnnex. Guidelines\n\nAnnex 1. Each State reports.\n\n[EU: Annex 1 alt. States report.]',
    ),
  ).toEqual([
    ['body', '1', 'We met.'],
    ['annex', 'Annex', 'Guidelines'],
    ['body', 'Annex 1', 'Each State reports.'],
    ['body', 'Annex 1 alt', '[EU: States report.]'],
  ])
  expect(labels('1. We met.\n\nAnnex 1. Guidelines')[1]![0]).toBe('annex')
})
