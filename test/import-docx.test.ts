import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  DeletedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { paragraphSchema } from '../schema/record/deed.ts'
import { isRefusal } from '../schema/refusal.ts'
import { plainText } from '../schema/text/token.ts'
import { previewImport } from '../server/imports/preview.ts'
import type { ImportPreview } from '../server/imports/read.ts'

async function read(bytes: Uint8Array): Promise<ImportPreview> {
  const preview = await previewImport('draft.docx', bytes)
  if (isRefusal(preview)) throw new Error(JSON.stringify(preview))
  preview.paragraphs.forEach(({ id, kind, level, content }) =>
    paragraphSchema.parse({ id, kind, level, content }),
  )
  return preview
}

const outline = ({ paragraphs }: ImportPreview): string[] =>
  paragraphs.map(({ kind, level, content }) => `${kind}${level || ''}: ${plainText(content)}`)

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A Word file around a body written by hand; `parts` are added as they are. */
const handMade = (body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  })

const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

describe('a Word file as word processors write it', () => {
  const numbering = {
    config: [
      {
        reference: 'list',
        levels: [
          { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START },
          { level: 1, format: LevelFormat.LOWER_LETTER, text: '(%2)', alignment: AlignmentType.START },
          { level: 2, format: LevelFormat.LOWER_ROMAN, text: '(%3)', alignment: AlignmentType.START },
        ],
      },
    ],
  }
  const numbered = (
    level: number,
    ...children: (TextRun | FootnoteReferenceRun | ExternalHyperlink)[]
  ): Paragraph => new Paragraph({ children, numbering: { reference: 'list', level } })

  test('styles, numbering, formatting, links, footnotes and line breaks are read', async () => {
    const file = new Document({
      numbering,
      footnotes: {
        1: {
          children: [
            new Paragraph({
              children: [new TextRun('Resolution '), new TextRun({ text: '73/27', italics: true })],
            }),
          ],
        },
      },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('A/AC.292/L.1')] }) },
          children: [
            new Paragraph({ text: 'Security of systems', heading: HeadingLevel.TITLE }),
            new Paragraph('The General Assembly,'),
            new Paragraph({
              children: [new TextRun({ text: 'Recalling', italics: true }), new TextRun(' its resolutions,')],
            }),
            numbered(
              0,
              new TextRun({ text: 'Decides', italics: true }),
              new TextRun(' to meet'),
              new FootnoteReferenceRun(1),
              new TextRun(';'),
            ),
            numbered(0, new TextRun('Requests:')),
            numbered(
              1,
              new TextRun('H'),
              new TextRun({ text: '2', subScript: true }),
              new TextRun('O'),
              new TextRun({ text: 'bold', bold: true, underline: {} }),
            ),
            numbered(2, new TextRun({ text: 'line', break: 1 })),
            numbered(2, new TextRun('one'), new TextRun({ text: 'two', break: 1 })),
            numbered(
              1,
              new ExternalHyperlink({ link: 'https://example.org/', children: [new TextRun('linked')] }),
            ),
            numbered(0, new TextRun('Decides also to remain seized.')),
            new Paragraph({ text: 'Annex', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ text: 'Terms of reference', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ text: 'I. Membership', heading: HeadingLevel.HEADING_1 }),
          ],
        },
      ],
    })
    const preview = await read(await Packer.toBuffer(file))
    expect(outline(preview)).toEqual([
      'title: Security of systems',
      'heading: The General Assembly,',
      'preambular: Recalling its resolutions,',
      'operative: Decides to meet;',
      'footnote: Resolution 73/27',
      'operative: Requests:',
      'item1: H2Obold',
      'item2: line',
      'item2: one\ntwo',
      'item1: linked',
      'operative: Decides also to remain seized.',
      'annex: Terms of reference',
      'heading1: Membership',
    ])
    expect(preview.title).toBe('Security of systems')
    expect(preview.warnings).toEqual([{ code: 'headers-footers', params: {} }])
    const [, , recalling, decides, note, , water, , two, linked] = preview.paragraphs
    expect(recalling!.content[0]).toEqual({ text: 'Recalling', marks: { em: true } })
    expect(decides!.content).toEqual([
      { text: 'Decides', marks: { em: true } },
      { text: ' to meet' },
      { note: 'p5' },
      { text: ';' },
    ])
    expect(note!.content[1]).toEqual({ text: '73/27', marks: { em: true } })
    expect(water!.content).toEqual([
      { text: 'H' },
      { text: '2', marks: { sub: true } },
      { text: 'O' },
      { text: 'bold', marks: { strong: true, underline: true } },
    ])
    expect(two!.content[1]).toEqual({ line: true })
    expect(linked!.content).toEqual([{ text: 'linked', marks: { link: 'https://example.org/' } }])
  })

  test('tracked changes are taken as accepted, tables cell by cell, and both are reported', async () => {
    const by = { author: 'A', date: '2026-01-01T00:00:00Z' }
    const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] })
    const file = new Document({
      sections: [
        {
          children: [
            new Paragraph({
              children: [
                new TextRun('1. Decides that States '),
                new DeletedTextRun({ text: 'shall', id: 1, ...by }),
                new InsertedTextRun({ text: 'should', id: 2, ...by }),
                new TextRun(' meet;'),
              ],
            }),
            new Table({ rows: [new TableRow({ children: [cell('North'), cell('South')] })] }),
          ],
        },
      ],
    })
    const preview = await read(await Packer.toBuffer(file))
    expect(outline(preview)).toEqual([
      'operative: Decides that States should meet;',
      'plain: North',
      'plain: South',
    ])
    expect(preview.warnings).toEqual([
      { code: 'tracked-changes', params: { count: 2 } },
      { code: 'tables', params: { count: 1 } },
    ])
  })
})

describe('parts of the format', () => {
  test('a paragraph whose mark is deleted joins the next', async () => {
    const body = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Decides </w:t></w:r></w:p>${paragraph('to meet.')}`
    expect(outline(await read(handMade(body)))).toEqual(['operative: Decides to meet.'])
  })

  test('field instructions, hidden text, comments and page breaks are no words of the text', async () => {
    const run = (inner: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr>${inner}</w:r>`
    const body = `<w:p>${[
      run('<w:t xml:space="preserve">Decides </w:t>'),
      run('<w:fldChar w:fldCharType="begin"/>'),
      run('<w:instrText>PAGEREF secret</w:instrText>'),
      run('<w:fldChar w:fldCharType="separate"/>'),
      run('<w:t>12</w:t>'),
      run('<w:fldChar w:fldCharType="end"/>'),
      run('<w:t>unseen</w:t>', '<w:vanish/>'),
      run('<w:br w:type="page"/><w:commentReference w:id="0"/>'),
      run('<w:noBreakHyphen/><w:t>x</w:t>', '<w:i w:val="0"/>'),
    ].join('')}</w:p>`
    const preview = await read(handMade(body))
    expect(preview.paragraphs[0]!.content).toEqual([{ text: 'Decides 12\u2011x' }])
    expect(preview.warnings).toEqual([
      { code: 'hidden-text', params: { count: 1 } },
      { code: 'comments', params: { count: 1 } },
    ])
  })

  test('the strict edition, styles on styles and numbering of styles are read', async () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    const preview = await read(
      zipSync({
        'word/document.xml': strToU8(
          `<x:document xmlns:x="${strict}"><x:body><x:p><x:pPr><x:pStyle x:val="Mine"/></x:pPr><x:r><x:t>Membership</x:t></x:r></x:p>
           <x:p><x:pPr><x:pStyle x:val="Num"/></x:pPr><x:r><x:t>Each State has one seat.</x:t></x:r></x:p></x:body></x:document>`,
        ),
        'word/styles.xml': strToU8(
          `<x:styles xmlns:x="${strict}"><x:style x:type="paragraph" x:styleId="H"><x:name x:val="heading 2"/></x:style>
           <x:style x:type="paragraph" x:styleId="Mine"><x:name x:val="Mine"/><x:basedOn x:val="H"/></x:style>
           <x:style x:type="paragraph" x:styleId="Num"><x:name x:val="Num"/><x:pPr><x:numPr><x:numId x:val="7"/></x:numPr></x:pPr></x:style></x:styles>`,
        ),
        'word/numbering.xml': strToU8(
          `<x:numbering xmlns:x="${strict}"><x:abstractNum x:abstractNumId="3"><x:lvl x:ilvl="0"><x:numFmt x:val="lowerLetter"/><x:lvlText x:val="(%1)"/></x:lvl></x:abstractNum>
           <x:num x:numId="7"><x:abstractNumId x:val="3"/></x:num></x:numbering>`,
        ),
      }),
    )
    expect(outline(preview)).toEqual(['heading: Membership', 'item1: Each State has one seat.'])
  })

  test('words struck through stand in brackets, and a number that is not counted stays in the words', async () => {
    const strike = (words: string) =>
      `<w:r><w:rPr><w:strike/></w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
    const number = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    const preview = await read(
      zipSync({
        'word/document.xml': strToU8(
          `<w:document xmlns:w="urn:w"><w:body><w:p>${number}<w:r><w:t>Scope</w:t></w:r></w:p>
           <w:p><w:r><w:t xml:space="preserve">1. States </w:t></w:r>${strike('shall ')}${strike('not ')}<w:r><w:t>meet.</w:t></w:r></w:p></w:body></w:document>`,
        ),
        'word/numbering.xml': strToU8(
          `<w:numbering xmlns:w="urn:w"><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="Article %1"/></w:lvl></w:abstractNum>
           <w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num></w:numbering>`,
        ),
      }),
    )
    expect(outline(preview)).toEqual(['heading: Article 1 Scope', 'body: States [shall not] meet.'])
    expect(preview.warnings).toEqual([{ code: 'struck-through', params: { count: 1 } }])
  })

  test('paragraphs of an article lie deeper in its list, and items deeper still', async () => {
    const numbered = (depth: number, words: string) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`
    const level = (depth: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const preview = await read(
      zipSync({
        'word/document.xml': strToU8(
          `<w:document xmlns:w="urn:w"><w:body>${numbered(0, 'Terms')}${numbered(1, 'These are terms.')}${numbered(1, 'They are:')}
           ${numbered(2, 'long;')}${numbered(2, 'short.')}${numbered(1, 'They end.')}${numbered(0, 'Scope')}${numbered(1, 'It is wide.')}</w:body></w:document>`,
        ),
        'word/numbering.xml': strToU8(
          `<w:numbering xmlns:w="urn:w"><w:abstractNum w:abstractNumId="3">${level(0, 'decimal', 'Article %1')}${level(1, 'decimal', '%2.')}${level(2, 'lowerLetter', '(%3)')}</w:abstractNum>
           <w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num></w:numbering>`,
        ),
      }),
    )
    expect(
      preview.paragraphs.map(({ kind, level: at, label }) => `${kind}${at || ''} ${label ?? '-'}`),
    ).toEqual(['heading -', 'body 1', 'body 2', 'item1 (a)', 'item1 (b)', 'body 3', 'heading -', 'body 1'])
  })

  test('a reference to a footnote that is not there is dropped and reported', async () => {
    const body = `<w:p><w:r><w:t>Text.</w:t></w:r><w:r><w:footnoteReference w:id="9"/></w:r></w:p>`
    const preview = await read(handMade(body))
    expect(preview.paragraphs[0]!.content).toEqual([{ text: 'Text.' }])
    expect(preview.warnings).toEqual([{ code: 'footnote-missing', params: { count: 1 } }])
  })
})

describe('what is not read', () => {
  const bomb = (): Uint8Array => zipSync({ 'word/document.xml': new Uint8Array(60 << 20) }, { level: 9 })
  /** The bomb with a false size in its directory. */
  const lyingBomb = (): Uint8Array => {
    const bytes = bomb()
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    const directory = view.getUint32(bytes.length - 6, true)
    view.setUint32(directory + 24, 1000, true)
    return bytes
  }
  const sound = handMade(paragraph('Decides to meet.'))
  const deep = (tag: string, times: number): string =>
    `${`<w:${tag}>`.repeat(times)}${paragraph('x')}${`</w:${tag}>`.repeat(times)}`

  test.each([
    ['a spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'malformed', 'spreadsheet'],
    ['another archive', zipSync({ 'a.txt': strToU8('a') }), 'malformed', 'not-a-document'],
    ['an OpenDocument text', zipSync({ 'content.xml': strToU8('<x/>') }), 'malformed', 'open-document'],
    ['a file cut short', sound.subarray(0, sound.length - 40), 'malformed', 'damaged'],
    [
      'a file with damaged content',
      sound.map((byte, i) => (i > 120 && i < 400 ? byte ^ 0x55 : byte)),
      'malformed',
      undefined,
    ],
    ['XML cut short', zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') }), 'malformed', 'xml'],
    ['no body', zipSync({ 'word/document.xml': strToU8('<a/>') }), 'malformed', 'xml'],
    [
      'a document type',
      handMade('', { 'word/styles.xml': '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>' }),
      'malformed',
      'doctype',
    ],
    ['endless nesting', handMade(deep('sdt', 100_000)), 'malformed', 'nesting'],
    ['no words', handMade('<w:p/>'), 'malformed', 'empty'],
    ['a zip bomb', bomb(), 'too-large', 'unpacked'],
    ['a zip bomb that lies', lyingBomb(), 'malformed', undefined],
    [
      'an archive of very many parts',
      zipSync(Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`word/${i}`, new Uint8Array()]))),
      'too-large',
      'entries',
    ],
  ])('%s is refused', { timeout: 20_000 }, async (_, bytes, code, what) => {
    const answer = await previewImport('draft.docx', bytes)
    expect(answer).toMatchObject({ code, params: what === undefined ? {} : { what } })
  })

  test('styles based on each other in a circle end nowhere', async () => {
    const style = (id: string, base: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${base}"/></w:style>`
    const preview = await read(
      handMade(`<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Decides to meet.</w:t></w:r></w:p>`, {
        'word/styles.xml': `<w:styles xmlns:w="${word}">${style('A', 'B')}${style('B', 'A')}</w:styles>`,
      }),
    )
    expect(outline(preview)).toEqual(['operative: Decides to meet.'])
  })

  test('a long report is read well within the deadline', async () => {
    const body = Array.from({ length: 3000 }, (_, i) =>
      paragraph(`${i + 1}. ${'States noted the views of others. '.repeat(6)}`),
    ).join('')
    expect((await read(handMade(body))).paragraphs).toHaveLength(3000)
  })
})
