import type { LabelOf, Piece } from '../../schema/view/piece.ts'
import type { ParagraphView, Passage, View } from '../../schema/view/passage.ts'
import { labelsIn, paragraphPieces } from '../../schema/view/print.ts'
import type { NotationStyle } from '../../schema/view/style.ts'

/** A contested paragraph of the text from which the ways of writing brackets are best told apart. */
export interface Sample {
  readonly paragraph: ParagraphView
  readonly labelOf: LabelOf
}

/** The paragraph that shows most in the fewest words; null where nothing is in brackets. */
export function sampleOf(view: View): Sample | null {
  let best: { paragraph: ParagraphView; worth: number } | null = null
  for (const paragraph of view.paragraphs) {
    if (paragraph.pairs === 0) continue
    const worth = worthOf(paragraph)
    if (!best || worth > best.worth) best = { paragraph, worth }
  }
  return best && { paragraph: best.paragraph, labelOf: labelsIn(view) }
}

/** Rivals, deletions and suffixes of labels are written differently from style to style; length hides them. */
function worthOf({ passages, proposedBy, requests, label, pairs }: ParagraphView): number {
  const contests = passages.filter((passage) => passage.type === 'contest')
  const rivals = contests.some(({ wordings }) => wordings.length > 1)
  const deletes = contests.some(({ wordings }) => wordings.some(({ deletedBy }) => deletedBy.length > 0))
  const suffixed = / (?:bis|ter|alt)\b/.test(label)
  const named = proposedBy.some(({ sponsors }) => sponsors.length > 0) || passages.some(isNamed)
  return (
    (rivals ? 3 : 0) +
    (deletes ? 2 : 0) +
    (suffixed ? 2 : 0) +
    (named ? 4 : 0) -
    pairs / 3 -
    requests.length * 3
  )
}

const isNamed = (passage: Passage): boolean =>
  passage.type === 'contest' &&
  passage.wordings.some(({ by, deletedBy, heldBy }) =>
    [...by, ...deletedBy, ...heldBy].some(({ sponsors }) => sponsors.length > 0),
  )

/** Characters of words shown before the first bracket, and characters after which the line ends. */
const [before, enough] = [48, 170]

/** Fewer characters than these are not worth an ellipsis. */
const least = 16

/** The sample as this style prints it, cut to about a line or two around its first bracket; brackets stay whole. */
export function samplePieces({ paragraph, labelOf }: Sample, style: NotationStyle): Piece[] {
  const { lead, label, whole, body } = paragraphPieces(paragraph, labelOf, style)
  const space = { type: 'words', text: ' ', marks: {}, ...whole } as const
  const own: Piece[] = label === '' ? [] : [{ ...space, text: label }]
  const words = body.map((piece) => (piece.type === 'gap' || piece.type === 'line' ? space : piece))
  const first = words.findIndex(isOfBrackets)
  const opening = words.slice(0, Math.max(0, first))
  const cut = lengthOf(opening) > before ? [ellipsis, ...lastOf(opening, before)] : opening
  return [
    ...lead,
    ...own,
    ...(cut === opening ? cut : [space, ...cut]),
    ...ended(words.slice(Math.max(0, first))),
  ]
}

const isOfBrackets = (piece: Piece): boolean =>
  piece.type === 'words' ? piece.proposed || piece.struck : piece.type === 'sign' || piece.type === 'names'

const ellipsis: Piece = { type: 'remark', text: '…' }

const lengthOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, piece) => sum + ('text' in piece ? piece.text.length : 1), 0)

/** The last words among pieces, about so many characters, from the beginning of a word. */
function lastOf(pieces: readonly Piece[], count: number): Piece[] {
  const kept: Piece[] = []
  let left = count
  for (const piece of pieces.toReversed()) {
    if (left <= 0) break
    const text = 'text' in piece ? piece.text : ' '
    const part = text.length <= left ? text : text.slice(-left).replace(/^\S*\s/, '')
    kept.unshift(piece.type === 'words' ? { ...piece, text: part } : piece)
    left -= text.length
  }
  return kept
}

/** Pieces up to the end of the first bracket behind which there are enough of them. */
function ended(pieces: readonly Piece[]): Piece[] {
  let [depth, length] = [0, 0]
  for (const [i, piece] of pieces.entries()) {
    if (piece.type === 'sign') depth += piece.text === '[' ? 1 : piece.text === ']' ? -1 : 0
    length += 'text' in piece ? piece.text.length : 1
    if (length <= enough || depth > 0) continue
    const isLast = i === pieces.length - 1
    if (piece.type !== 'words' || piece.proposed || piece.struck)
      return isLast ? [...pieces] : [...pieces.slice(0, i + 1), ellipsis]
    const kept = Math.max(least, piece.text.length - (length - enough))
    if (isLast && kept + least >= piece.text.length) return [...pieces]
    const text = piece.text.slice(0, kept).replace(/\s\S*$/, ' ')
    return [...pieces.slice(0, i), { ...piece, text }, ellipsis]
  }
  return [...pieces]
}
