import type { SourceId, Spot, VersionKey } from '../proposal/change.ts'
import { sourceId } from '../proposal/change.ts'
import type { State, Touch } from '../record/state.ts'
import type { Arranged, Move } from './arrange.ts'
import { arrange } from './arrange.ts'
import type { Piece } from './stream.ts'
import { holdsSpot, streamOf } from './stream.ts'
import type { Head } from './token.ts'

/**
 * Which versions count. A token shows when all it lies in is `inserted` and nothing on it is `struck`;
 * paragraphs are `placed` and patched by the struck set alone. For `text(S)` both sets are S; a compilation
 * shows the insertions of open proposals too, and all they would strike.
 * Two selections with the same `name` on the same state are the same.
 */
export interface Selection {
  readonly name: string
  readonly inserted: (key: VersionKey) => boolean
  readonly struck: (key: VersionKey) => boolean
}

/** The selection of `text(S)`. */
export function selectionOf(set: ReadonlySet<VersionKey>): Selection {
  const has = (key: VersionKey) => set.has(key)
  return { name: [...set].join(' '), inserted: has, struck: has }
}

/** A stretch of the full stream from one break to the next. */
export interface Node {
  readonly id: string
  readonly head: Head
  readonly break: Piece
  /** The opened paragraph in whose stream it lies. */
  readonly root: SourceId
  readonly visible: boolean
  /** True when all it lies in is inserted, struck or not. */
  readonly inserted: boolean
  /** What follows the break and shows. */
  readonly pieces: readonly Piece[]
  /** All that follows the break, shown or not. */
  readonly hidden: readonly Piece[]
  readonly portals: readonly SourceId[]
}

interface RootNodes {
  /** What stands before the first break of this stream: it belongs to the paragraph before. */
  readonly leading: readonly Piece[]
  readonly nodes: readonly Node[]
}

const shows = (piece: Piece, { inserted, struck }: Selection): boolean =>
  piece.keys.every(inserted) && !piece.strikes.some(({ key }) => struck(key))

const kept = new WeakMap<Touch, Map<string, RootNodes>>()

function rootNodes(state: State, root: SourceId, selection: Selection): RootNodes {
  const touch = state.touched.get(root)!
  let byName = kept.get(touch)
  if (!byName) kept.set(touch, (byName = new Map()))
  let found = byName.get(selection.name)
  if (!found) {
    // Sets named by their members come and go; only the last few are worth keeping.
    if (byName.size > 8) byName.clear()
    byName.set(selection.name, (found = cutAtBreaks(state, root, selection)))
  }
  return found
}

function cutAtBreaks(state: State, root: SourceId, selection: Selection): RootNodes {
  const leading: Piece[] = []
  const nodes: Node[] = []
  let portals: SourceId[] = []
  let pieces: Piece[] = []
  let hidden = leading
  for (const piece of streamOf(state, root)) {
    if (piece.break) {
      portals = []
      pieces = []
      hidden = []
      nodes.push({
        id: piece.break.id,
        head: patched(state, piece.break, selection),
        break: piece,
        root,
        visible: shows(piece, selection),
        inserted: piece.keys.every(selection.inserted),
        pieces,
        hidden,
        portals,
      })
      continue
    }
    hidden.push(piece)
    if (piece.portal) {
      if (selection.struck(piece.portal.key) && piece.keys.every(selection.inserted))
        portals.push(piece.source)
    } else if (nodes.length && shows(piece, selection)) pieces.push(piece)
  }
  return { leading, nodes }
}

/** The head as the kind and level changes of a selection leave it. */
function patched(state: State, head: Head, { struck }: Selection): Head {
  let { kind, level } = head
  for (const { key, index } of state.sets.get(head.id) ?? []) {
    const change = struck(key) ? changeOf(state, key, index) : null
    if (change?.type !== 'set') continue
    kind = change.kind ?? kind
    level = change.level ?? level
  }
  return kind === head.kind && level === head.level ? head : { id: head.id, kind, level }
}

/** A change of a version, by its index. Throws RangeError when there is none. */
export function changeOf(state: State, key: VersionKey, index: number) {
  const [proposal, version] = key.split('.').map(Number)
  const change = state.proposals.get(proposal!)?.versions[version! - 1]?.changes[index]
  if (!change) throw new RangeError(`no change ${key}/${index}`)
  return change
}

/** The nodes of the whole text in stream order. Words before a first break join the node before. */
export function nodesOf(state: State, selection: Selection): { leading: readonly Piece[]; nodes: Node[] } {
  const nodes: Node[] = []
  let leading: readonly Piece[] = []
  for (const root of state.opened) {
    const part = rootNodes(state, root, selection)
    if (part.leading.length) {
      const before = nodes.at(-1)
      if (before) nodes[nodes.length - 1] = joined(before, part.leading, selection)
      else leading = part.leading
    }
    for (const node of part.nodes) nodes.push(node)
  }
  return { leading, nodes }
}

function joined(node: Node, pieces: readonly Piece[], selection: Selection): Node {
  const active = (piece: Piece) =>
    piece.portal !== null && selection.struck(piece.portal.key) && piece.keys.every(selection.inserted)
  return {
    ...node,
    pieces: [...node.pieces, ...pieces.filter((piece) => !piece.portal && shows(piece, selection))],
    hidden: [...node.hidden, ...pieces],
    portals: [...node.portals, ...pieces.filter(active).map(({ source }) => source)],
  }
}

/** The moves a selection asks for, in order of their proposals. */
function movesOf(state: State, selection: Selection): Move[] {
  const moves: Move[] = []
  for (const [paragraph, refs] of state.places)
    for (const { key, index } of refs)
      if (selection.struck(key)) {
        const change = changeOf(state, key, index)
        if (change.type === 'place')
          moves.push({ paragraph, portal: sourceId(key, index), through: change.through })
      }
  return moves
}

/** Nodes in reading order, with the portal each came through. */
export function arrangedNodes(
  state: State,
  selection: Selection,
): { leading: readonly Piece[]; nodes: readonly Node[]; order: readonly Arranged[] } {
  const { leading, nodes } = nodesOf(state, selection)
  const moves = movesOf(state, selection)
  const before = leading.filter((piece) => piece.portal).map(({ source }) => source)
  const order = arrange(nodes, before, moves, (spot: Spot, from: number) => {
    for (let i = from; i < nodes.length; i++)
      if (holdsSpot(nodes[i]!.break, spot) || nodes[i]!.hidden.some((piece) => holdsSpot(piece, spot)))
        return i
    return -1
  })
  return { leading, nodes, order }
}
