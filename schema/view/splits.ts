import type { Node } from '../text/node.ts'
import type { Piece } from '../text/stream.ts'
import type { LensSelection } from './selection.ts'

const inlined = new WeakMap<Node, Node>()

/**
 * A break that is only proposed does not part a paragraph of the text: it is shown inside it, or others'
 * brackets behind it would stand under a label that may never be.
 */
export function withOpenSplits(nodes: readonly Node[], { open }: LensSelection): Node[] {
  const out = [...nodes]
  // What falls to the paragraph of the break before it, up to the next break that shows.
  let behind: readonly Piece[] = []
  for (let i = out.length - 1; i >= 0; i--) {
    const node = out[i]!
    const pieces = [...node.pieces, ...behind]
    const outer = node.break.chain.at(-1)
    const proposed = node.visible && outer !== undefined && open(node.break.keys.at(-1)!)
    if (proposed && pieces.some(({ chain }) => !chain.includes(outer))) out[i] = inlinedNode(node)
    behind = out[i]!.visible ? [] : pieces
  }
  return out
}

function inlinedNode(node: Node): Node {
  let made = inlined.get(node)
  if (!made) inlined.set(node, (made = { ...node, visible: false, pieces: [node.break, ...node.pieces] }))
  return made
}
