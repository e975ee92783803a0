import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Document, LevelFormat, Packer, Paragraph, TextRun } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { replay } from '../../schema/record/apply.ts'
import type { Act } from '../../schema/record/act.ts'
import { verify } from '../../schema/record/chain.ts'
import { textOf } from '../../schema/text/text.ts'
import { view } from '../../schema/view/view.ts'
import { convert as convertFile } from '../../server/cli/convert.ts'
import { Negotiation, paragraphs } from '../laws/negotiation.ts'

const program = fileURLToPath(new URL('../../server/cli/adref.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'adref-notation-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string): string => join(folder, name)
const read = (name: string): string => readFileSync(file(name), 'utf8')
const write = (name: string, content: string | Uint8Array): void => writeFileSync(file(name), content)

const adref = (...words: string[]) => run(words)

function run(
  words: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<{ code: number; out: string; error: string }> {
  const { promise, resolve } = Promise.withResolvers<{ code: number; out: string; error: string }>()
  const child = execFile(
    process.execPath,
    [program, ...words],
    { env: { ...process.env, ...env } },
    (failure, out, error) => resolve({ code: failure ? Number(failure.code) : 0, out, error }),
  )
  child.stdin?.end(input)
  return promise
}

/** In this process, for it takes a second to begin another. */
const convert = async (from: string, to: string, ...options: string[]): Promise<void> => {
  const complained = vi.spyOn(console, 'error')
  expect(await convertFile([file(from), file(to), ...options])).toBe(0)
  expect(complained).not.toHaveBeenCalled()
  complained.mockRestore()
}

const decision = `# Draft decision on rivers

**The General Assembly,**

PP1. *Recalling* its decision 8/2,[^1]

PP2. *Noting* the outlook[^2] and the [rapid][steady][other] change,

OP1. *Decides* to [meet\\](Chile) (EU: delete) [Norway, Japan: in June];

OP2. *Requests* the secretariat:

(a) To report [**yearly**];

(i) On 3 \\* 4 basins;

(b) To keep [the page](<https://example.org/a_b?x=1&y=2>);

OP3. *Decides* to remain seized of the matter.

# Annex I

## Terms of reference

1. One seat each.

# Annex II

## Questions

1. Who chairs, and for how long?

[^1]: Decision 8/2, of 5 May.

[^2]: [Norway reserves its position.]
`

describe('notation', () => {
  test('[NT23] counts what a text file, Markdown and a Word file hold', async () => {
    const text =
      '1. Decides [shall][should] inter[nation]al (EU: delete)\r\n[X] ] – [Norway: [a\r\n\r\n(a) b]'
    write('a.txt', text)
    const { code, out } = await adref('notation', file('a.txt'))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      words: 12,
      pairs: 5,
      maxDepth: 1,
      alternatives: 1,
      placeholders: 1,
      names: { EU: 1 },
      orphans: [
        { line: 2, column: 5, char: ']' },
        { line: 2, column: 9, char: '[' },
      ],
      spanningParagraphs: 1,
      roundTrip: true,
    })
    write('a.md', decision)
    await convert('a.md', 'a.docx')
    const [ofMarkdown, ofWord] = await Promise.all(
      ['a.md', 'a.docx'].map(async (name) => JSON.parse((await adref('notation', file(name))).out)),
    )
    for (const figures of [ofMarkdown, ofWord])
      expect(figures).toMatchObject({
        pairs: 7,
        alternatives: 1,
        names: { Chile: 1, EU: 1, Norway: 1, Japan: 1 },
        orphans: [],
        roundTrip: true,
      })
  })
})

describe('what is read', () => {
  test('[NT23] in a Word file a line is a paragraph: no line break begins one, no automatic number has a column', async () => {
    const numbering = {
      config: [{ reference: 'n', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }] }],
    }
    const children = [
      new Paragraph({ children: [new TextRun('[a'), new TextRun({ text: 'b]', break: 1 })] }),
      new Paragraph(''),
      new Paragraph({ numbering: { reference: 'n', level: 0 }, children: [new TextRun('𝒜 ] c')] }),
      new Paragraph({ children: [new TextRun('[d')] }),
      new Paragraph({ children: [new TextRun('e]')] }),
    ]
    const document = new Document({ numbering, sections: [{ children }] })
    write('lines.docx', new Uint8Array(await Packer.toBuffer(document)))
    expect(JSON.parse((await adref('notation', file('lines.docx'))).out)).toMatchObject({
      pairs: 2,
      spanningParagraphs: 1,
      orphans: [{ line: 3, column: 3, char: ']' }],
    })
  })

  test('[NT23] standard input, a web page, and a file named from where npm was called', async () => {
    write('page2.html', '<p>[a][b]</p><p>c ]</p>')
    const [piped, ofPage, called] = await Promise.all([
      run(['notation', '-'], { input: '[a][b]\nc ]' }),
      adref('notation', file('page2.html')),
      run(['notation', 'page2.html'], { env: { npm_lifecycle_event: 'adref', INIT_CWD: folder } }),
    ])
    for (const { out } of [piped, ofPage, called])
      expect(JSON.parse(out)).toMatchObject({
        pairs: 2,
        alternatives: 1,
        orphans: [{ line: 2, column: 3, char: ']' }],
      })
  })
})

describe('convert', () => {
  test('[NT24] a text without a title gets none on its way', async () => {
    write('untitled.txt', 'PP1. Recalling its decision,\n\nOP1. Decides to [meet][rest];\n')
    for (const ending of ['md', 'html', 'docx']) {
      await convert('untitled.txt', `untitled.${ending}`)
      await convert(`untitled.${ending}`, 'again.txt')
      expect([ending, read('again.txt')]).toEqual([ending, read('untitled.txt')])
    }
  }, 60_000)

  test('[NT24] a text goes through every format and comes back the same', async () => {
    write('d.md', decision)
    for (const ending of ['md', 'txt', 'html', 'docx', 'json']) await convert('d.md', `d1.${ending}`)
    expect(read('d1.md')).toBe(decision)
    for (const ending of ['html', 'docx']) {
      await convert(`d1.${ending}`, 'd2.md')
      expect([ending, read('d2.md')]).toEqual([ending, decision])
    }
    // The model knows what brackets say, and prints them in one way: here without EU's position on Chile's word.
    await convert('d1.json', 'd2.md')
    expect(read('d2.md')).toBe(decision.replace('[meet\\](Chile) (EU: delete)', '[Chile: meet]'))
    await convert('d1.txt', 'd2.txt')
    expect(read('d2.txt')).toBe(read('d1.txt'))
    expect(read('d1.txt').split('\n\n').slice(2, 7)).toEqual([
      'PP1. Recalling its decision 8/2,¹',
      '¹ Decision 8/2, of 5 May.',
      'PP2. Noting the outlook² and the [rapid][steady][other] change,',
      '² [Norway reserves its position.]',
      'OP1. Decides to [meet](Chile) (EU: delete) [Norway, Japan: in June];',
    ])
  }, 60_000)

  test('[NT24] a number stays as it is written, though an alternative takes none and counting begins elsewhere', async () => {
    const numbered = [
      'OP5. Urges States to meet;',
      'OP5 alt. Urges States to [rest];',
      'OP5 alt bis. Urges States to go;',
      'OP6. Decides to report;',
      '41.bis. We agree.',
      '(a) At once;',
    ].join('\n\n')
    write('numbered.txt', `${numbered}\n`)
    for (const ending of ['txt', 'md', 'html', 'docx']) {
      await convert('numbered.txt', `numbered1.${ending}`)
      await convert(`numbered1.${ending}`, 'numbered2.txt')
      expect([ending, read('numbered2.txt')]).toEqual([ending, read('numbered.txt')])
    }
  }, 60_000)

  test('[NT24] a status goes with its paragraph, and what is kept otherwise than it is written is told', async () => {
    write('s.txt', 'OP1. Decides to meet. [Agreed ad ref]\n\nOP2. Decides to [rest]; [Agreed ad ref]\n')
    const { code, out, error } = await adref('convert', file('s.txt'), file('s.json'))
    expect([code, out, error.replace(file('s.txt'), 's.txt')]).toEqual([
      0,
      '',
      'adref: s.txt has statuses where brackets are open (1): the record keeps these as words or remarks.\n',
    ])
    for (const ending of ['txt', 'md']) {
      await convert('s.json', `s2.${ending}`)
      expect(read(`s2.${ending}`)).toContain(
        'OP1. Decides to meet. {agreed ad referendum}\n\nOP2. Decides to [rest];\n',
      )
    }
  }, 60_000)

  test('[NT24] .json is the record of a text: its acts, sealed', async () => {
    write('r.txt', 'Draft\n\n1. الدول تجتمع [كل سنة] في جنيف.')
    await convert('r.txt', 'r.json')
    const acts = JSON.parse(read('r.json')) as Act[]
    expect(verify(acts)).toMatchObject({ ok: true, n: 2 })
    expect(acts[0]!.deed).toMatchObject({ type: 'open', symbol: 'r', language: 'ar' })
  })

  test('[NT24] a record is read with its proposals, by view and with or without names', async () => {
    const negotiation = Negotiation.open(paragraphs('States shall meet every year.', 'They report.'))
    const base = textOf(negotiation.now, new Set())
    negotiation.propose('A', [
      { ...base[0]!, content: [{ text: 'States should meet every year.' }] },
      base[1]!,
    ])
    write('n.json', JSON.stringify(negotiation.acts))
    await convert('n.json', 'n.txt')
    expect(read('n.txt')).toBe('OP1. States [shall][A: should] meet every year.\n\nOP2. They report.\n')
    await convert('n.json', 'n.md', '--names', 'hidden')
    expect(read('n.md')).toBe('OP1. States [shall][should] meet every year.\n\nOP2. They report.\n')
    await convert('n.json', 'n.html', '--view', 'base')
    expect(read('n.html')).toContain('States shall meet every year.')
    expect(read('n.html')).toContain('Text without amendments')
    await convert('n.json', 'n.docx', '--view=compilation')
    const { ['word/document.xml']: document } = unzipSync(readFileSync(file('n.docx')))
    expect(strFromU8(document!)).toContain('should')
    expect(await adref('convert', file('n.json'), file('c.txt'), '--view', 'clean')).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^adref: .* brackets are open in OP1\.\n$/),
    })
    await convert('n.json', 'n2.json')
    expect(replay(JSON.parse(read('n2.json')) as Act[]).hash).toBe(negotiation.now.hash)
    const { pairs } = view(negotiation.now, { type: 'compilation', names: 'shown' })
    expect(JSON.parse((await adref('notation', file('n.txt'))).out)).toMatchObject({ pairs })
  }, 60_000)

  test('[NT24] a printed compilation becomes acts, and the acts the same compilation', async () => {
    const compilation = [
      'Draft decision on lakes',
      'PP1. Recalling its decision on [the matter][EU: that matter],',
      '[G77: PP1 bis. Noting the report [of the experts – US: delete],]',
      'OP1. Decides that States [shall][EU, Norway: should][US: may] meet [CH: promptly [EU: and often]], [if asked];',
      'OP2. {US: place after OP3} Requests [a report on the outlook for rivers, lakes and seas in all regions of the world];',
      '[CH: OP2 alt. Requests what States may wish to say of their lakes;]',
      '[OP3. Calls upon States to pay. – US: delete]',
    ]
    write('c.txt', `${compilation.join('\n\n')}\n`)
    await convert('c.txt', 'c.json')
    const acts = JSON.parse(read('c.json')) as Act[]
    expect(verify(acts)).toMatchObject({ ok: true })
    const state = replay(acts)
    expect([...state.proposals.values()].map(({ sponsors }) => sponsors.join())).toEqual([
      'EU',
      'G77',
      'US',
      'EU,Norway',
      'US',
      'CH',
      'EU',
      '',
      'CH',
      'US',
      'US',
    ])
    expect(state.parties.get('Norway')).toMatchObject({ name: 'Norway', kind: 'state' })
    await convert('c.json', 'c2.txt')
    expect(read('c2.txt')).toBe(read('c.txt'))
    await convert('c.txt', 'c3.txt', '--names', 'hidden')
    expect(read('c3.txt')).toContain('States [shall][should][may] meet [promptly [and often]], [if asked];')
    await convert('c.txt', 'c4.txt', '--view', 'base')
    expect(read('c4.txt')).toContain('Decides that States shall meet, if asked;')
    expect(await adref('convert', file('c.txt'), file('c5.txt'), '--view', 'clean')).toMatchObject({
      code: 1,
    })
  }, 60_000)

  test('[NT24] a web page is read by its blocks, lists and emphasis', async () => {
    write(
      'page.html',
      `<!doctype html><title>x</title><nav>Home</nav><h1>Notes</h1><h2>Aims</h2>
       <p>To <em>meet</em> &amp; <b>agree</b>,<br>soon.</p><ol start=3><li>One<li><p>Two [a][b]</p></ol>
       <script>alert(1)</script><ul><li>Dot</ul>`,
    )
    await convert('page.html', 'page.md')
    expect(read('page.md')).toBe(
      '# Notes\n\n**Aims**\n\nTo *meet* & **agree**,\\\nsoon.\n\n3. One\n\n4. Two [a][b]\n\n(a) Dot\n',
    )
  })

  test('[NT25] what cannot be done is said in one line', async () => {
    write('a.pdf', '%PDF')
    write('bad.docx', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9, 9]))
    write('bad.json', '[{"n":1}]')
    write('no.json', '{')
    write('empty.txt', '')
    write('ok.txt', 'Words.')
    const negotiation = Negotiation.open(paragraphs('States shall meet.'))
    write('altered.json', JSON.stringify(negotiation.acts).replace('shall', 'could'))
    const commands = [
      ['notation', 'a.pdf'],
      ['notation', 'missing.txt'],
      ['notation', 'bad.docx'],
      ['convert', 'a.pdf', 'a.txt'],
      ['convert', 'ok.txt', 'a.odt'],
      ['convert', 'missing.md', 'a.txt'],
      ['convert', 'bad.docx', 'a.txt'],
      ['convert', 'bad.json', 'a.txt'],
      ['convert', 'no.json', 'a.txt'],
      ['convert', 'altered.json', 'a.txt'],
      ['convert', 'empty.txt', 'a.txt'],
      ['convert', 'ok.txt', 'nowhere/a.txt'],
    ]
    const answers = await Promise.all(commands.map(([verb, ...names]) => adref(verb!, ...names.map(file))))
    for (const [i, answer] of answers.entries())
      expect([commands[i], answer]).toEqual([
        commands[i],
        { code: 1, out: '', error: expect.stringMatching(/^adref: [^\n]+\.\n$/) },
      ])
  }, 60_000)

  test('[NT25] a command without its words, or with others, says what is wrong and how it is used', async () => {
    const misused = [
      [['notation'], 'name one file.'],
      [['notation', 'a.txt', '--json'], 'there is no option --json.'],
      [['convert', 'a.txt'], 'where to write is missing.'],
      [['convert', 'a', 'b', '--view', 'both'], '--view is base, compilation or clean, not “both”.'],
      [['convert', 'a', 'b', '--names'], '--names needs a value.'],
      [['convert', 'a', 'b', '--x=1'], 'there is no option --x.'],
    ] as const
    const answers = await Promise.all(misused.map(([words]) => adref(...words)))
    for (const [i, { code, out, error }] of answers.entries()) {
      const [sentence, usage = ''] = error.split('\n')
      expect([code, out, sentence]).toEqual([2, '', `adref: ${misused[i]![1]}`])
      expect(usage).toMatch(/^Usage: adref (?:notation FILE|convert IN OUT \[--view)/)
    }
  }, 60_000)

  test('[NT25] help is asked for, and no error', async () => {
    const answers = await Promise.all(['notation', 'convert'].map((verb) => adref(verb, '--help')))
    for (const { code, out, error } of answers)
      expect([code, out.split('\n')[0], error]).toEqual([
        0,
        expect.stringMatching(/^Usage: adref (?:notation FILE|convert IN OUT)$/),
        '',
      ])
  })
})
