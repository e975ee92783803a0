import { attribute } from './attribute.ts'
import { leavesAmong } from './leaves.ts'
import type { Lexicon, LeafNode, Notation, NotationNode } from './notation.ts'
import { firstAfter, optionBlocks } from './options.ts'
import { delimitersOf, orphansOf } from './pairs.ts'
import { paragraphStarts } from './paragraphs.ts'
import { skeletonOf, withLeaves } from './tree.ts'

/**
 * Reads any text in bracket notation. It never throws and loses no character: printing what was read gives
 * the text back. `known` names delegations and groups; without it only what looks like a code is a name.
 * `wholeLines` says that every line is a paragraph, where otherwise lines broken at a margin are told by their length.
 * Time is linear in the length of the text.
 */
export function parseNotation(text: string, known: Lexicon = new Map(), wholeLines = false): Notation {
  const delimiters = delimitersOf(text)
  const { nodes, pairs } = skeletonOf(text, delimiters)
  const paragraphs = paragraphStarts(text, wholeLines)
  const starts = new Set(paragraphs)
  const read = (children: NotationNode[], within: 'text' | 'bracket' | 'note'): void => {
    const found = attribute(text, children, within, known)
    const refined = children.flatMap((node, index): NotationNode[] => {
      if (node.type !== 'words') return [node]
      const end = node.at + node.text.length
      const own = found.get(index) ?? []
      const others = leavesAmong({ text, node, before: children[index - 1], starts, within, known })
      return withLeaves(text, node.at, end, [...own, ...apart(own, others)])
    })
    // Too many to be arguments of one call.
    children.length = 0
    for (const node of refined) children.push(node)
  }
  read(nodes, 'text')
  // A reservation is said in words, its names among them.
  for (const pair of pairs)
    read(pair.children, pair.type === 'bracket' && pair.role === 'reservation' ? 'text' : pair.type)
  const notation = { nodes, orphans: orphansOf(text, delimiters), paragraphs }
  return { ...notation, options: optionBlocks(text, notation) }
}

/** What does not overlap with what was found first. */
function apart(first: readonly LeafNode[], others: readonly LeafNode[]): LeafNode[] {
  const taken = [...first].sort((a, b) => a.at - b.at)
  const starts = taken.map(({ at }) => at)
  return others.filter(({ at, text }) => {
    const next = firstAfter(starts, at)
    const before = taken[next - 1]
    const behind = taken[next]
    return (!before || before.at + before.text.length <= at) && (!behind || at + text.length <= behind.at)
  })
}
