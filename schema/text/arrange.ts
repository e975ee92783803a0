import type { SourceId, Spot } from '../proposal/change.ts'

/** What arranging needs to know of a stretch from one break to the next, in stream order. */
interface Placeable {
  readonly id: string
  /** False when its break is struck or not inserted: its words then belong to the one before it. */
  readonly visible: boolean
  /** Portals that stand in it. */
  readonly portals: readonly SourceId[]
}

/** A paragraph asked to stand at a portal, with all that follows it up to the node of its last token. */
export interface Move {
  readonly paragraph: string
  readonly portal: SourceId
  readonly through: Spot
}

/** An arranged node: which it is and by which portal it came there (null: in its own place). */
export interface Arranged {
  readonly index: number
  readonly portal: SourceId | null
}

interface Block {
  readonly move: Move
  readonly from: number
  readonly to: number
  /** Node in which its portal stands; −1 when that is before the first break. */
  readonly at: number
}

/**
 * Puts nodes in reading order. A moved paragraph takes along what was split off it and what is joined to
 * it; a move whose paragraph or portal does not show is without effect; of moves that chase each other
 * the last is left out. `leading` are portals before the first break; `holder` finds a token's node.
 */
export function arrange(
  nodes: readonly Placeable[],
  leading: readonly SourceId[],
  moves: readonly Move[],
  holder: (spot: Spot, from: number) => number,
): readonly Arranged[] {
  let blocks = blocksOf(nodes, leading, moves, holder)
  if (blocks.length === 0) return nodes.map((_, index) => ({ index, portal: null }))
  let owner = ownersOf(nodes, blocks)
  for (let cycle = lastInCycle(blocks, owner); cycle !== null; cycle = lastInCycle(blocks, owner)) {
    blocks = blocks.filter((block) => block !== cycle)
    owner = ownersOf(nodes, blocks)
  }
  const at = Map.groupBy(blocks, (block) => block.at)
  const out: Arranged[] = []
  const emit = (unit: Block | null) => {
    const own = unit ? range(unit.from, unit.to + 1) : range(0, nodes.length)
    const seq = own.filter((index) => owner[index] === unit)
    let waiting = unit ? [] : (at.get(-1) ?? [])
    const flush = () => {
      const due = waiting
      waiting = []
      due.forEach(emit)
    }
    for (const index of seq) {
      if (nodes[index]!.visible) flush()
      out.push({ index, portal: unit?.move.portal ?? null })
      waiting = [...waiting, ...(at.get(index) ?? [])]
    }
    flush()
  }
  emit(null)
  return out
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

function blocksOf(
  nodes: readonly Placeable[],
  leading: readonly SourceId[],
  moves: readonly Move[],
  holder: (spot: Spot, from: number) => number,
): Block[] {
  if (moves.length === 0) return []
  const blocks: Block[] = []
  for (const move of moves) {
    const from = nodes.findIndex(({ id, visible }) => visible && id === move.paragraph)
    const at = leading.includes(move.portal)
      ? -1
      : nodes.findIndex(({ portals }) => portals.includes(move.portal))
    if (from < 0 || (at < 0 && !leading.includes(move.portal))) continue
    let to = Math.max(from, holder(move.through, from))
    while (to + 1 < nodes.length && !nodes[to + 1]!.visible) to++
    const same = blocks.findIndex(({ move: { paragraph } }) => paragraph === move.paragraph)
    if (same >= 0) blocks.splice(same, 1)
    blocks.push({ move, from, to, at })
  }
  // Portals in one node are read in stream order.
  const order = new Map([...leading, ...nodes.flatMap(({ portals }) => portals)].map((id, i) => [id, i]))
  return blocks.sort((a, b) => order.get(a.move.portal)! - order.get(b.move.portal)!)
}

/** Of nested blocks a node moves with the innermost. */
function ownersOf(nodes: readonly Placeable[], blocks: readonly Block[]): (Block | null)[] {
  const owner: (Block | null)[] = nodes.map(() => null)
  for (const block of [...blocks].sort((a, b) => a.from - b.from))
    for (let i = block.from; i <= block.to; i++) owner[i] = block
  return owner
}

function lastInCycle(blocks: readonly Block[], owner: readonly (Block | null)[]): Block | null {
  const up = (block: Block) => (block.at < 0 ? null : owner[block.at]!)
  for (const start of blocks) {
    const seen: Block[] = []
    let at: Block | null = start
    while (at && !seen.includes(at)) {
      seen.push(at)
      at = up(at)
    }
    if (at) {
      const ring = seen.slice(seen.indexOf(at))
      return ring.reduce((last, block) => (after(block.move, last.move) ? block : last))
    }
  }
  return null
}

const after = (a: Move, b: Move): boolean => parseInt(a.portal, 10) > parseInt(b.portal, 10)
