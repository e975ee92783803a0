import { type Piece, pieceText } from '../../schema/view/piece.ts'

/** The pieces without double spaces, also across formatting, and without spaces at either end or beside a line break. */
export function tidyPieces(pieces: readonly Piece[]): Piece[] {
  let before = ' '
  const single = pieces.map((piece): Piece => {
    if (piece.type !== 'words') {
      before = piece.type === 'line' ? ' ' : pieceText(piece).at(-1)!
      return piece
    }
    const text = (before === ' ' ? piece.text.replace(/^ +/, '') : piece.text).replace(/ {2,}/g, ' ')
    before = text.at(-1) ?? before
    return { ...piece, text }
  })
  return single
    .map((piece, i) => {
      const last = i === single.length - 1 || single[i + 1]?.type === 'line'
      return piece.type === 'words' && last ? { ...piece, text: piece.text.trimEnd() } : piece
    })
    .filter((piece) => !('text' in piece) || piece.text !== '')
}
