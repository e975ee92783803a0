import type { LeafNode, Notation, NotationNode } from './notation.ts'

/** A node met on the way through a text, and how many pairs of square brackets it stands in. */
interface Met {
  readonly node: NotationNode
  readonly depth: number
  /** The nodes beside it, and its place among them. */
  readonly among: readonly NotationNode[]
  readonly index: number
}

interface Frame {
  readonly nodes: readonly NotationNode[]
  next: number
  readonly depth: number
  readonly close: string
}

/**
 * Visits every node in reading order and calls `closed` with the character behind each pair. A stack of its
 * own, for brackets may nest deeper than calls.
 */
export function walk(
  { nodes }: Pick<Notation, 'nodes'>,
  met: (met: Met) => void,
  closed: (sign: string) => void = () => {},
): void {
  const stack: Frame[] = [{ nodes, next: 0, depth: 0, close: '' }]
  for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
    const node = frame.nodes[frame.next]
    if (!node) {
      if (frame.close) closed(frame.close)
      stack.pop()
      continue
    }
    met({ node, depth: frame.depth, among: frame.nodes, index: frame.next++ })
    if (node.type === 'bracket')
      stack.push({ nodes: node.children, next: 0, depth: frame.depth + 1, close: ']' })
    else if (node.type === 'note')
      stack.push({ nodes: node.children, next: 0, depth: frame.depth, close: '}' })
  }
}

/** Tells leaves, which carry their characters, from pairs, which carry nodes. */
export const isLeaf = (node: NotationNode): node is LeafNode => 'text' in node

/** The text again, character for character. */
export function printNotation(notation: Pick<Notation, 'nodes'>): string {
  const out: string[] = []
  walk(
    notation,
    ({ node }) => out.push(isLeaf(node) ? node.text : node.type === 'bracket' ? '[' : '{'),
    (sign) => out.push(sign),
  )
  return out.join('')
}

/** True of a stroke between two brackets, which makes them wordings of one place: `[shall] / [should]`. */
export const isStroke = (node: NotationNode | undefined): boolean =>
  node?.type === 'words' && /^[ \u00a0\u202f]\/[ \u00a0\u202f]$/.test(node.text)
