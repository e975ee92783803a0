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
import type { AskedOf, Piece } from '../../schema/view/piece.ts'
import type { DocxNumber } from './docx-number.ts'
import { centimetre, noteSize, styleOf } from './docx-style.ts'
import { headed, type Sheet, type SheetParagraph } from './sheet.ts'

/** What the whole document knows that its paragraphs need. */
export interface DocxContext {
  readonly rightToLeft: boolean
  readonly changes: Sheet['changes']
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
  const { kind, level, lead, label, pieces } = headed(paragraph)
  const typed = number === null && label !== ''
  const [gap, ...words] = pieces
  const inColumn = typed && lead.length === 0 && kind !== 'annex'
  return new Paragraph({
    style: styleOf(kind, level),
    bidirectional: context.rightToLeft,
    pageBreakBefore: kind === 'annex',
    ...(number ? { numbering: number } : {}),
    ...(context.columns ? columnOf(paragraph) : {}),
    children: [
      ...docxPieces(lead, context),
      ...(typed ? [labelRun({ ...paragraph, label }, context)] : []),
      ...(gap?.type === 'gap' && number === null ? [gapRun(inColumn)] : []),
      ...docxPieces(gap?.type === 'gap' ? words : pieces, context),
    ],
  })
}

/** How the text is to be read, in a frame at its head. */
export function docxLegend({ pieces }: SheetParagraph, context: DocxContext): Paragraph {
  const edge = { style: 'single', size: 4, space: 4, color: '000000' } as const
  return new Paragraph({
    style: 'Legend',
    suppressLineNumbers: true,
    bidirectional: context.rightToLeft,
    border: { top: edge, bottom: edge, left: edge, right: edge },
    children: docxPieces(pieces, context),
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

function labelRun({ kind, label, whole }: SheetParagraph, { columns, changes }: DocxContext): TextRun {
  const look =
    kind === 'annex'
      ? { bold: false, boldComplexScript: false }
      : columns && kind !== 'heading'
        ? { style: 'WorkingLabel' }
        : {}
  return new TextRun({ ...look, ...asked(whole, changes), text: label })
}

const gapRun = (inColumn: boolean): TextRun =>
  inColumn ? new TextRun({ children: [new Tab()] }) : new TextRun({ text: ' ' })

/** Pieces as runs; names in an editor's note are as small as the note. */
export function docxPieces(pieces: readonly Piece[], context: DocxContext): ParagraphChild[] {
  let inNote = false
  return pieces.flatMap((piece) => {
    if (piece.type === 'remark') inNote = !piece.text.endsWith('}')
    return docxRuns(piece, context, inNote)
  })
}

/** The runs of a piece; a second reference to a footnote prints its number only, as Word keeps each note once. */
function docxRuns(
  piece: Piece,
  { rightToLeft, notes, changes }: DocxContext,
  inNote: boolean,
): ParagraphChild[] {
  const direction = rightToLeft ? { rightToLeft: true } : {}
  const plain = inNote ? { ...direction, size: noteSize, sizeComplexScript: noteSize } : direction
  switch (piece.type) {
    case 'words': {
      const run = new TextRun({
        ...plain,
        ...formatting(piece.marks),
        ...asked(piece, changes),
        text: piece.text,
      })
      const { link } = piece.marks
      return [link === undefined ? run : new ExternalHyperlink({ link, children: [run] })]
    }
    case 'note': {
      const number = notes.get(piece.note)
      return [
        number === undefined ? new TextRun({ ...plain, text: piece.text }) : new FootnoteReferenceRun(number),
      ]
    }
    case 'line':
      return [new TextRun({ break: 1 })]
    case 'gap':
      return [new TextRun({ text: ' ' })]
    case 'sign':
      return [new TextRun({ ...plain, text: piece.text, style: 'BracketSign' })]
    case 'remark':
      return [new TextRun({ ...plain, text: piece.text, style: 'EditorialNote' })]
    case 'names':
      return [new TextRun({ ...plain, text: piece.text, style: 'BracketNames' })]
    case 'claim':
      return [new TextRun({ ...plain, text: piece.text, style: 'BracketClaim' })]
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

/** Set over the words' own formatting, so that what the legend says holds of every word. */
function asked({ proposed, struck }: AskedOf, changes: Sheet['changes']): IRunOptions {
  if (changes === 'brackets') return {}
  return {
    ...(proposed ? { bold: true, boldComplexScript: true, underline: {} } : {}),
    ...(struck ? { strike: true } : {}),
  }
}
