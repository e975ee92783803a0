import type { Passage, Wording } from './passage.ts'
import {
  type AskedOf,
  claim,
  inRow,
  type Piece,
  positionPieces,
  runPiece,
  type Setting,
  sign,
  sponsorPieces,
} from './piece.ts'
import type { NotationStyle } from './style.ts'

/**
 * Passages in bracket notation: `[shall][EU, US: should]`, `[CH: promptly]`, `[voluntary – RF: delete]`.
 * Brackets always balance. `asked` is what is asked of all of them together.
 */
export function bracketPieces(passages: readonly Passage[], asked: AskedOf, setting: Setting): Piece[] {
  return passages.flatMap((passage) =>
    passage.type === 'words'
      ? [runPiece(passage.run, asked, setting)]
      : passage.wordings.flatMap((wording) => wordingPieces(wording, asked, setting)),
  )
}

function wordingPieces(wording: Wording, asked: AskedOf, setting: Setting): Piece[] {
  const { role, by, deletedBy, heldBy, passages } = wording
  if (role === 'proposed') {
    const words = bracketPieces(passages, { ...asked, proposed: true }, setting)
    const [before, behind] = bracketEdges({ by, deletedBy: [], heldBy: [] }, setting.style)
    return [...before, ...words, ...behind]
  }
  const held = heldBy.length > 0 && deletedBy.length === 0
  const words = bracketPieces(passages, held ? asked : { ...asked, struck: true }, setting)
  const [before, behind] = bracketEdges({ by: [], deletedBy, heldBy }, setting.style)
  return [...before, ...words, ...behind]
}

/** Who asks what of the words in a bracket. */
export type Asking = Pick<Wording, 'by' | 'deletedBy' | 'heldBy'>

/** What stands before the words of a bracket, and what behind. */
export function bracketEdges({ by, deletedBy, heldBy }: Asking, style: NotationStyle): [Piece[], Piece[]] {
  const sponsors = sponsorPieces(by, style)
  const before = style.names === 'before' && sponsors.length > 0 ? [...sponsors, claim(': ')] : []
  const behind = inRow([
    style.names === 'after' ? sponsors : [],
    positionPieces(deletedBy, 'delete', style),
    positionPieces(heldBy, 'reserve', style),
  ])
  return [
    [sign('['), ...before],
    [...(behind.length > 0 ? [claim(' – '), ...behind] : []), sign(']')],
  ]
}
