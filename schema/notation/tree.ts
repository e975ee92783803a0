import type { LeafNode, NotationNode } from './notation.ts'
import type { Delimiter } from './pairs.ts'
import { roleOf } from './role.ts'

type Thawed<T> = { -readonly [K in keyof T]: T[K] }
type Pair = Extract<NotationNode, { children: unknown }>
/** A pair of brackets or braces while its nodes are still being read. */
type OpenPair = Thawed<Pair> & { children: NotationNode[] }

/** The text as pairs, orphans and words, and every pair there is. */
interface Skeleton {
  readonly nodes: NotationNode[]
  readonly pairs: readonly OpenPair[]
}

/** Puts what stands between each opening and closing sign into one node. */
export function skeletonOf(text: string, delimiters: readonly Delimiter[]): Skeleton {
  const nodes: NotationNode[] = []
  const pairs: OpenPair[] = []
  const open: NotationNode[][] = [nodes]
  let at = 0
  const take = (until: number): void => {
    if (until > at) open.at(-1)!.push(wordsAt(text, at, until))
    at = until + 1
  }
  for (const one of delimiters) {
    if (one.partner < 0) {
      if (one.char === '{' || one.char === '}') continue
      take(one.at)
      open.at(-1)!.push({ type: 'orphan', at: one.at, text: one.char })
      continue
    }
    take(one.at)
    if (one.partner < one.at) open.pop()
    else {
      const pair = pairAt(text, one)
      open.at(-1)!.push(pair as NotationNode)
      pairs.push(pair)
      open.push(pair.children)
    }
  }
  take(text.length)
  return { nodes, pairs }
}

function pairAt(text: string, { at, char, partner }: Delimiter): OpenPair {
  const end = partner + 1
  if (char === '{') return { type: 'note', at, end, children: [] }
  return {
    type: 'bracket',
    at,
    end,
    role: roleOf(text, at, end),
    insideWord: joins(text, at) || joins(text, partner),
    children: [],
  }
}

const letter = /\p{L}/u

/** True when the bracket at an offset has a letter on either side. */
const joins = (text: string, at: number): boolean =>
  letter.test(text[at - 1] ?? '') && letter.test(text[at + 1] ?? '')

/** A part of a text as words. */
const wordsAt = (text: string, from: number, to: number): LeafNode => ({
  type: 'words',
  at: from,
  text: text.slice(from, to),
})

/**
 * The words from one offset up to another with the leaves that were found among them. Of two that overlap
 * the first stands.
 */
export function withLeaves(text: string, from: number, to: number, found: readonly LeafNode[]): LeafNode[] {
  const out: LeafNode[] = []
  let at = from
  for (const leaf of [...found].sort((a, b) => a.at - b.at)) {
    if (leaf.at < at) continue
    if (leaf.at > at) out.push(wordsAt(text, at, leaf.at))
    out.push(leaf)
    at = leaf.at + leaf.text.length
  }
  if (at < to) out.push(wordsAt(text, at, to))
  return out
}
