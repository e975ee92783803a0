import type { Contest, Passage, Wording } from './passage.ts'
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
  return passages.flatMap((passage, i) => {
    if (passage.type === 'words') return [runPiece(passage.run, asked, setting)]
    const wordings = passage.wordings.flatMap((wording) => wordingPieces(wording, asked, setting))
    return isParted(passages, i) ? [sign(' '), ...wordings] : wordings
  })
}

/** True of brackets that a space parts from what stands before them, though the text has none: `data [, if any,]`. */
export function isParted(passages: readonly Passage[], i: number): boolean {
  const passage = passages[i]
  return passage?.type === 'contest' && beginsWithStop(passage) && isWritten(passages[i - 1])
}

/** True of words before which no space stands: a comma, a semicolon or the full stop. */
export const isStop = (words: string): boolean => /^(?:[,;]|\.(?![.\p{N}]))/u.test(words)

const beginsWithStop = ({ wordings }: Contest): boolean =>
  wordings.every(({ passages: [first] }) => {
    if (first?.type === 'contest') return beginsWithStop(first)
    return first !== undefined && 'text' in first.run && isStop(first.run.text)
  })

/** True of what ends without a space, where there is anything. */
function isWritten(before: Passage | undefined): boolean {
  if (before?.type !== 'words') return before !== undefined
  const { run } = before
  return 'text' in run ? /\S$/.test(run.text) : 'note' in run
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
