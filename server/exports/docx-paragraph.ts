import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  Tab,
  TabStopType,
  TextRun,
} from 'docx'
import type { Marks } from '../../schema/text/token.ts'
import type { DocxNumber } from './docx-number.ts'
import { centimetre, styleOf } from './docx-style.ts'
import type { Piece } from './piece.ts'
import type { SheetParagraph } from './sheet.ts'

/** What the whole document knows that its paragraphs need. */
export interface DocxContext {
  readonly rightToLeft: boolean
  /** Labels stand in a column of their own beside the words, as in a compilation. */
  readonly columns: boolean
  /** Number of each footnote in the file, by paragraph id; one reference to each. */
  readonly notes: Map<string, number>
}

/** A paragraph of the text; `number` is its place in Word's numbering, null when its label is typed. */
export function docxParagraph(
  paragraph: SheetParagraph,
  number: DocxNumber | null,
  context: DocxContext,
): Paragraph {
  const { kind, level, label, pieces } = paragraph
  const typed = number === null && label !== ''
  return new Paragraph({
    style: styleOf(kind, level),
    bidirectional: context.rightToLeft,
    pageBreakBefore: kind === 'annex',
    ...(number ? { numbering: number } : {}),
    ...(context.columns ? columnOf(paragraph) : {}),
    children: [
      ...(typed ? labelRuns(paragraph, context.columns) : []),
      ...pieces.flatMap((piece) => docxRuns(piece, context)),
    ],
  })
}

/** Working labels ("OP12 quater") need more room than numbers, and what has none keeps to the words. */
function columnOf({ kind, level, label }: SheetParagraph): object {
  if (kind === 'title' || kind === 'annex') return {}
  const [left, hanging] =
    kind === 'heading' && label !== '' ? [1, 1] : kind === 'item' ? [2.5 + level * 1.2, 1.2] : [2.5, 2.5]
  const position = Math.round(centimetre * left)
  return {
    indent: { left: position, hanging: label === '' ? 0 : Math.round(centimetre * hanging) },
    tabStops: [{ type: TabStopType.LEFT, position }],
  }
}

function labelRuns({ kind, label, pieces }: SheetParagraph, columns: boolean): TextRun[] {
  if (kind === 'annex')
    return [
      new TextRun({ text: label, bold: false, boldComplexScript: false }),
      ...(pieces.length > 0 ? [new TextRun({ break: 1 })] : []),
    ]
  const style = columns && kind !== 'heading' ? { style: 'WorkingLabel' } : {}
  return [new TextRun({ text: label, ...style }), new TextRun({ children: [new Tab()] })]
}

/** The runs of a piece; a second reference to a footnote prints its number only, as Word keeps each note once. */
export function docxRuns(piece: Piece, { rightToLeft, notes }: DocxContext): ParagraphChild[] {
  const plain = rightToLeft ? { rightToLeft: true } : {}
  switch (piece.type) {
    case 'words': {
      const run = new TextRun({ ...plain, ...formatting(piece.marks), text: piece.text })
      const { link } = piece.marks
      return [link === undefined ? run : new ExternalHyperlink({ link, children: [run] })]
    }
    case 'note': {
      const number = notes.get(piece.note)
      return number === undefined ? [] : [new FootnoteReferenceRun(number)]
    }
    case 'line':
      return [new TextRun({ break: 1 })]
    case 'sign':
      return [new TextRun({ ...plain, text: piece.text, style: 'BracketSign' })]
    case 'remark':
      return [new TextRun({ ...plain, text: piece.text, style: 'EditorialNote' })]
    case 'names':
      return [new TextRun({ ...plain, text: piece.text, style: 'BracketNames' })]
  }
}

function formatting({ em, strong, underline, sub, sup, link }: Marks): IRunOptions {
  return {
    ...(em ? { italics: true, italicsComplexScript: true } : {}),
    ...(strong ? { bold: true, boldComplexScript: true } : {}),
    ...(underline ? { underline: {} } : {}),
    ...(sub ? { subScript: true } : {}),
    ...(sup ? { superScript: true } : {}),
    ...(link === undefined ? {} : { style: 'Hyperlink' }),
  }
}
