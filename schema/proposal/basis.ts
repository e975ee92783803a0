import type { State } from '../record/state.ts'
import type { Node } from '../text/node.ts'
import { nodesOf, selectionOf } from '../text/node.ts'
import type { Piece } from '../text/stream.ts'
import type { Layout } from '../text/text.ts'
import { layoutOf } from '../text/text.ts'
import type { Run } from '../text/token.ts'
import type { Anchor, Change, Range, VersionKey } from './change.ts'
import { breakBehind, joinRanges, seamAfterStruck, seamAtEnd, seamOfWords, tokenOf } from './seam.ts'

/** A text on which changes are made, with origins. */
export interface Basis {
  readonly state: State
  readonly layout: Layout
  /** Nodes in stream order, for the seams between paragraphs. */
  readonly stream: readonly Node[]
}

/** The text of a set as a basis for changes. */
export const basisOn = (state: State, set: ReadonlySet<VersionKey>): Basis => ({
  state,
  layout: layoutOf(state, set),
  stream: nodesOf(state, selectionOf(set)).nodes,
})

/** The pieces of a laid paragraph, its break first. Throws RangeError for an index outside the text. */
export const piecesOf = ({ layout }: Pick<Basis, 'layout'>, index: number): Piece[] => {
  const laid = layout[index]
  if (!laid) throw new RangeError(`no paragraph ${index} of ${layout.length}`)
  return [laid.break, ...laid.pieces]
}

/** The units of a piece as a range. */
export const rangeOf = ({ source, from, to }: Piece): Range => ({ source, from, to })

/** The part of a row of pieces between two offsets counted over the whole row. */
export function slicePieces(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const out: Piece[] = []
  let at = 0
  for (const piece of pieces) {
    const end = at + piece.to - piece.from
    if (end > from && at < to)
      out.push({
        ...piece,
        from: piece.from + Math.max(0, from - at),
        to: piece.to - Math.max(0, end - to),
      })
    at = end
  }
  return out
}

/**
 * Strikes the units `from` up to `to` of adjoining paragraphs, counted over `pieces` with their breaks, and
 * puts `runs` in their place. `last` is the index of the last of these paragraphs.
 */
export function amendment(
  { state, layout, stream }: Basis,
  last: number,
  pieces: readonly Piece[],
  { from, to }: { readonly from: number; readonly to: number },
  runs: readonly Run[],
): Change {
  const struck = slicePieces(pieces, from, to)
  const strike = joinRanges(struck.map(rangeOf))
  if (!runs.length) return { type: 'amend', strike }
  const next = slicePieces(pieces, to, Infinity)[0]
  const after = next ? tokenOf(state, next, 'first') : null
  const behind = after ?? breakBehind(state, stream, layout[last]!.nodes.at(-1)!)
  if (struck.length)
    return { type: 'amend', strike, insert: { anchor: seamAfterStruck(state, struck, behind), runs } }
  const before = tokenOf(state, slicePieces(pieces, 0, from).at(-1)!, 'last')
  const anchor = after
    ? seamOfWords(state, before, after)
    : seamAtEnd(state, before, behind, pieces[0]!.chain.length)
  return { type: 'amend', strike, insert: { anchor, runs } }
}

/** Strikes a paragraph whole, its break included. */
export const deletion = (basis: Basis, index: number): Change => ({
  type: 'amend',
  strike: joinRanges(piecesOf(basis, index).map(rangeOf)),
})

/** Places paragraphs, from one index up to and with another, at an anchor. */
export function move(basis: Basis, from: number, through: number, anchor: Anchor): Change {
  const last = piecesOf(basis, through).at(-1)!
  return {
    type: 'place',
    paragraph: basis.layout[from]!.head.id,
    through: { source: last.source, at: last.to - 1 },
    anchor,
  }
}
