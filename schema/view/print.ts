import { citations } from '../text/label.ts'
import { bracketEdges, bracketPieces } from './in-brackets.ts'
import type { HeadRequest, ParagraphView, Passage, View } from './passage.ts'
import {
  type AskedOf,
  claim,
  type LabelOf,
  type Piece,
  piecesText,
  pieceText,
  type PrintedParagraph,
  raised,
  remark,
  type Setting,
  sign,
  sponsorPieces,
  untouched,
} from './piece.ts'
import { askers, strikePieces } from './struck-and-bold.ts'
import { styledLabel, usualStyle, type NotationStyle } from './style.ts'

/** Passages as characters, in the chosen style: `[shall][EU, US: should]`. Brackets always balance. */
export function printPassages(
  passages: readonly Passage[],
  labelOf: LabelOf,
  style: NotationStyle = usualStyle,
): string {
  return printPieces(passagePieces(passages, untouched, false, { labelOf, style }), style)
}

function passagePieces(
  passages: readonly Passage[],
  asked: AskedOf,
  nested: boolean,
  setting: Setting,
): Piece[] {
  return setting.style.changes === 'brackets'
    ? bracketPieces(passages, asked, setting)
    : strikePieces(passages, asked, nested, setting)
}

/** A paragraph in the pieces that every format sets: its label, the words, and the requests on it as a whole. */
export function paragraphPieces(
  paragraph: ParagraphView,
  labelOf: LabelOf,
  style: NotationStyle = usualStyle,
): PrintedParagraph {
  const { kind, passages, requests, proposedBy } = paragraph
  const setting = { labelOf, style }
  const deletedBy = requests.filter(({ type }) => type === 'delete').map(({ by }) => by)
  const whole = { proposed: proposedBy.length > 0, struck: deletedBy.length > 0 }
  const isAsked = whole.proposed || whole.struck
  const words = passagePieces(passages, whole, isAsked, setting)
  const label = printLabel(paragraph, style)
  const gapBefore = (pieces: readonly Piece[]): Piece[] =>
    label !== '' && piecesText(pieces) !== '' ? [{ type: 'gap' }, ...pieces] : [...pieces]
  const notes = requests.flatMap((request) => {
    const note = requestPieces(request, setting)
    return note.length > 0 ? [...note, sign(' ')] : []
  })
  const asking = { by: proposedBy, deletedBy, heldBy: [] }
  const inBracket = isAsked && style.changes === 'brackets'
  const [before, behind] = inBracket
    ? bracketEdges(asking, style)
    : [[], isAsked ? askers(asking, false, style) : []]
  // A label stands in the bracket around its paragraph, but a footnote's number where the reader looks for it.
  if (inBracket && kind !== 'footnote')
    return { lead: [...notes, ...before], label, whole, body: [...gapBefore(words), ...behind] }
  return { lead: [], label, whole, body: [...gapBefore([...notes, ...before, ...words]), ...behind] }
}

/** What is asked of a paragraph as a whole, as an editor's note; empty for a deletion, which the words show. */
function requestPieces(request: HeadRequest, { labelOf, style }: Setting): Piece[] {
  const sponsors = sponsorPieces([request.by], style)
  const who = sponsors.length > 0 ? [...sponsors, claim(': ')] : []
  const what = requestWords(request, labelOf, style)
  return what === '' ? [] : [remark('{'), ...who, remark(`${what}}`)]
}

function requestWords(request: HeadRequest, labelOf: LabelOf, style: NotationStyle): string {
  switch (request.type) {
    case 'place':
      return request.after === null
        ? 'place at the beginning'
        : `place after ${styledLabel(labelOf(request.after), style)}`
    case 'join':
      return 'join to the paragraph before'
    case 'set':
      return `make ${[request.kind, request.level === null ? '' : `level ${request.level}`].filter(Boolean).join(', ')}`
    case 'delete':
      return ''
  }
}

function printLabel({ kind, label }: ParagraphView, style: NotationStyle): string {
  if (kind === 'footnote') return raised(label)
  const styled = styledLabel(label, style)
  return /[.)]$/.test(styled) || styled === '' ? styled : `${styled}.`
}

/** A printed paragraph as characters. */
export function paragraphText(
  { lead, label, whole, body }: PrintedParagraph,
  style: Pick<NotationStyle, 'changes'> = usualStyle,
): string {
  const own: Piece[] = label === '' ? [] : [{ type: 'words', text: label, marks: {}, ...whole }]
  const words = body.map((piece): Piece =>
    piece.type === 'gap' ? { type: 'words', text: ' ', marks: {}, ...whole } : piece,
  )
  return printPieces([...lead, ...own, ...words], style)
}

/** A paragraph as characters, with its label and the requests on it as a whole. */
export const printParagraph = (
  paragraph: ParagraphView,
  labelOf: LabelOf,
  style: NotationStyle = usualStyle,
): string => paragraphText(paragraphPieces(paragraph, labelOf, style), style)

/**
 * Pieces as characters. Characters cannot be struck or bold: strike and bold is written in the signs that
 * correspondents use where there is no formatting, and Markdown reads: ~~shall~~ **should** (EU). It is not
 * refused, for a text that is pasted into a message must say the same as the file it was taken from.
 */
export function printPieces(pieces: readonly Piece[], { changes }: Pick<NotationStyle, 'changes'>): string {
  if (changes === 'brackets') return piecesText(pieces)
  let text = ''
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at]!
    if (piece.type !== 'words' || !(piece.proposed || piece.struck)) {
      text += pieceText(piece)
      at++
      continue
    }
    let end = at
    let words = ''
    for (let next = pieces[end]; next?.type === 'words' && sameAsked(next, piece); next = pieces[++end])
      words += next.text
    text += signed(words, piece)
    at = end
  }
  return text
}

const sameAsked = (a: AskedOf, b: AskedOf): boolean => a.proposed === b.proposed && a.struck === b.struck

/** Words between signs; spaces at the edges stand outside. */
function signed(words: string, { proposed, struck }: AskedOf): string {
  const [, before = '', core = '', behind = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words)!
  if (core === '') return words
  const signs = `${proposed ? '**' : ''}${struck ? '~~' : ''}`
  return `${before}${signs}${core}${Array.from(signs).reverse().join('')}${behind}`
}

/** What the paragraphs of a view are called where its printed words speak of them. */
export function labelsIn({ paragraphs }: Pick<View, 'paragraphs'>): LabelOf {
  const names = citations(paragraphs)
  const labels = new Map(paragraphs.map(({ id }, i) => [id, names[i]!]))
  return (id) => labels.get(id) || id
}

/** A whole view in the chosen style, a paragraph a line. */
export function printView(view: View, style: NotationStyle = usualStyle): string {
  const labelOf = labelsIn(view)
  return view.paragraphs.map((paragraph) => printParagraph(paragraph, labelOf, style)).join('\n')
}
