import type { SourceId, VersionKey } from '../proposal/change.ts'
import type { State } from '../record/state.ts'
import type { Node } from './node.ts'
import { arrangedNodes, selectionOf } from './node.ts'
import type { Paragraph } from './paragraph.ts'
import type { Piece } from './stream.ts'
import type { Head, Run } from './token.ts'
import { joinRuns, sliceRuns } from './token.ts'

/** A paragraph of `text(S)` with the origin of every token. */
export interface LaidParagraph {
  readonly head: Head
  readonly break: Piece
  /** Its words, piece by piece in reading order. */
  readonly pieces: readonly Piece[]
  /** The nodes it is made of: its own, and those whose break does not show. */
  readonly nodes: readonly Node[]
  /** The portal that put it here; null when it stands in its own place. */
  readonly portal: SourceId | null
}

type Thawed<T> = { -readonly [K in keyof T]: T[K] }

/** `text(S)` with origins, in reading order. */
export type Layout = readonly LaidParagraph[]

/**
 * The tokens whose insertions are all in the set and which no strike in the set covers, as paragraphs.
 * Depends on the set alone, never on the order in which it came about (law 3).
 */
export function layoutOf(state: State, set: ReadonlySet<VersionKey>): Layout {
  const { nodes, order } = arrangedNodes(state, selectionOf(set))
  return gather(nodes, order)
}

/**
 * Joins nodes without a visible break to the paragraph before them. Words before every break that shows
 * keep the first break that was struck: a text never begins without one.
 */
export function gather(
  nodes: readonly Node[],
  order: readonly { readonly index: number; readonly portal: SourceId | null }[],
): LaidParagraph[] {
  const out: Thawed<LaidParagraph>[] = []
  const leading: Node[] = []
  for (const { index, portal } of order) {
    const node = nodes[index]!
    const last = out.at(-1)
    if (!node.visible && last) {
      last.pieces = [...last.pieces, ...node.pieces]
      last.nodes = [...last.nodes, node]
    } else if (node.visible || node.pieces.length) {
      const first = node.visible ? node : ([...leading, node].find(({ inserted }) => inserted) ?? node)
      const { head, break: piece } = first
      out.push({ head, break: piece, pieces: node.pieces, nodes: [node], portal })
    } else leading.push(node)
  }
  return out
}

/** The tokens of a piece. */
export function pieceRuns(state: State, piece: Pick<Piece, 'source' | 'from' | 'to'>): Run[] {
  return sliceRuns(state.sources.get(piece.source)!.runs, piece.from, piece.to)
}

/** The words of `text(S)`: what law 1 compares byte for byte. */
export function textOf(state: State, set: ReadonlySet<VersionKey>): Paragraph[] {
  return layoutOf(state, set).map(({ head, pieces }) => ({
    ...head,
    content: joinRuns(pieces.flatMap((piece) => pieceRuns(state, piece))),
  }))
}
