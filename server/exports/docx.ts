import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LineNumberRestartFormat,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import { docxNumbering, docxNumbers } from './docx-number.ts'
import { type DocxContext, docxLegend, docxParagraph, docxPieces } from './docx-paragraph.ts'
import { centimetre, docxStyles, tabEvery } from './docx-style.ts'
import type { Sheet } from './sheet.ts'

const page = { width: 11906, height: 16838 }
const margin = Math.round(centimetre * 2.5)

/** The text as an editable Word file: styles, numbering, footnotes; a compilation has its lines numbered. */
export async function printDocx(given: Sheet): Promise<Uint8Array> {
  const sheet = withoutNoncharacters(given)
  const { paragraphs, legend, rightToLeft, symbol, title, phrases, what, changes, caption } = sheet
  const columns = what === 'compilation'
  const context: DocxContext = { rightToLeft, changes, columns, notes: new Map() }
  const referred = new Set(
    paragraphs.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => (piece.type === 'note' ? [piece.note] : [])),
    ),
  )
  const notes = paragraphs.filter(({ id, kind }) => kind === 'footnote' && referred.has(id))
  notes.forEach(({ id }, i) => context.notes.set(id, i + 1))
  const inStream = paragraphs.filter(({ id }) => !context.notes.has(id))
  const numbers = docxNumbers(inStream)
  const titled = title === '' || inStream.some(({ kind }) => kind === 'title')
  const file = new Document({
    title: [symbol, title].filter(Boolean).join(' – '),
    subject: caption,
    creator: 'Adref',
    lastModifiedBy: 'Adref',
    description: phrases.unofficial,
    styles: docxStyles(sheet),
    numbering: docxNumbering,
    defaultTabStop: tabEvery,
    footnotes: Object.fromEntries(
      notes.map(({ id, lead, pieces }) => [
        context.notes.get(id)!,
        {
          children: [
            new Paragraph({
              style: 'FootnoteText',
              bidirectional: rightToLeft,
              children: [
                new TextRun(' '),
                ...docxPieces([...lead, ...pieces.filter(({ type }) => type !== 'gap')], {
                  ...context,
                  notes: new Map(),
                }),
              ],
            }),
          ],
        },
      ]),
    ),
    sections: [
      {
        properties: {
          page: { size: page, margin: { top: margin, bottom: margin, left: margin, right: margin } },
          ...(what === 'compilation'
            ? {
                lineNumbers: {
                  countBy: 5,
                  restart: LineNumberRestartFormat.NEW_PAGE,
                  distance: centimetre / 2,
                },
              }
            : {}),
        },
        headers: { default: header(sheet) },
        footers: { default: footer(sheet) },
        children: [
          ...legend.map((entry) => docxLegend(entry, context)),
          ...(titled ? [] : [new Paragraph({ text: title, style: 'Title', bidirectional: rightToLeft })]),
          ...inStream.map((paragraph, i) => docxParagraph(paragraph, numbers[i]!, context)),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

/** Two code points that XML has no way to write: what a word processor would take for a damaged file. */
const withoutNoncharacters = (sheet: Sheet): Sheet =>
  JSON.parse(JSON.stringify(sheet).replace(/[\ufffe\uffff]/g, '\ufffd')) as Sheet

const ends = [{ type: TabStopType.RIGHT, position: page.width - 2 * margin }]
const small = { size: 16, sizeComplexScript: 16 }

function header({ symbol, caption, rightToLeft }: Sheet): Header {
  return new Header({
    children: [
      new Paragraph({
        bidirectional: rightToLeft,
        tabStops: ends,
        border: { bottom: { style: 'single', size: 4, space: 4, color: '000000' } },
        children: [
          new TextRun({ text: symbol, bold: true, ...small }),
          new TextRun({ text: `\t${caption}`, ...small }),
        ],
      }),
    ],
  })
}

function footer({ provenance, phrases, rightToLeft }: Sheet): Footer {
  return new Footer({
    children: [
      new Paragraph({
        bidirectional: rightToLeft,
        alignment: AlignmentType.START,
        tabStops: ends,
        children: [
          new TextRun({ text: `${[phrases.unofficial, ...provenance].join(' · ')}\t`, ...small }),
          new TextRun({ children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES], ...small }),
        ],
      }),
    ],
  })
}
