import type { Contest, Passage, Wording } from './passage.ts'
import {
  type AskedOf,
  claim,
  inRow,
  type Piece,
  piecesText,
  positionPieces,
  runPiece,
  type Setting,
  sign,
  sponsorPieces,
} from './piece.ts'
import type { Asking } from './in-brackets.ts'
import type { NotationStyle } from './style.ts'

/**
 * Passages as an existing instrument is amended: ~~shall~~ **should** (EU) / **may** (US). What `proposed`
 * and `struck` look like is left to each format. Brackets are kept for what neither can say: words that are
 * only held, and amendments to what is itself an amendment (`nested`), whose extent would not be seen.
 */
export function strikePieces(
  passages: readonly Passage[],
  asked: AskedOf,
  nested: boolean,
  setting: Setting,
): Piece[] {
  return passages.flatMap((passage, i) => {
    if (passage.type === 'words') return [runPiece(passage.run, asked, setting)]
    const before = passages[i - 1]
    const apart = before?.type === 'contest' && (asksFor(before) || asksFor(passage))
    return [...(apart ? [sign(' ')] : []), ...contestPieces(passage, asked, nested, setting)]
  })
}

const asksFor = ({ wordings }: Contest): boolean => wordings.some(({ role }) => role === 'proposed')

/** Wordings are parted alike with names and without: new ones by a stroke, a new one from the old by a space. */
function contestPieces({ wordings }: Contest, asked: AskedOf, nested: boolean, setting: Setting): Piece[] {
  return wordings.flatMap((wording, i) => {
    const apart = i === 0 ? [] : [sign(wordings[i - 1]!.role === 'standing' ? ' ' : ' / ')]
    return [...apart, ...wordingPieces(wording, wordings.length > 1, asked, nested, setting)]
  })
}

function wordingPieces(
  { role, by, deletedBy, heldBy, passages }: Wording,
  rivalled: boolean,
  asked: AskedOf,
  nested: boolean,
  setting: Setting,
): Piece[] {
  const isHeld = role === 'standing' && heldBy.length > 0 && deletedBy.length === 0 && !rivalled
  const own = role === 'proposed' ? { ...asked, proposed: true } : isHeld ? asked : { ...asked, struck: true }
  const words = strikePieces(passages, own, true, setting)
  const inBracket = nested || isHeld
  const shown = inBracket ? [sign('['), ...words, sign(']')] : words
  const asking = role === 'proposed' ? { by, deletedBy: [], heldBy: [] } : { by: [], deletedBy, heldBy }
  return [...shown, ...askers(asking, /\s$/.test(piecesText(shown)), setting.style)]
}

/** Who asks, in parentheses behind the words; words that end with a space have it parted from them already. */
export function askers({ by, deletedBy, heldBy }: Asking, spaced: boolean, style: NotationStyle): Piece[] {
  const parts = inRow([sponsorPieces([...by, ...deletedBy], style), positionPieces(heldBy, 'reserve', style)])
  return parts.length === 0 ? [] : [claim(spaced ? '(' : ' ('), ...parts, claim(spaced ? ') ' : ')')]
}
