import { bareVerb } from '../notation/attribute.ts'
import type { BracketNode, Claim, ClaimsNode, NotationNode } from '../notation/notation.ts'

/** One of the wordings in a bracket: its words from `from` up to `to`, and who asks what of them. */
export interface Part {
  /** Offset of the bracket or stroke before it. */
  readonly start: number
  readonly from: number
  readonly to: number
  readonly claims: readonly Claim[]
  /** The claims as they are written. */
  readonly said: readonly string[]
}

const blank = /[\s\u00a0\u202f]/

/** The wordings of a bracket, without names, strokes, and the spaces that part these from the words. */
export function partsOf(text: string, { at, end, children }: BracketNode): Part[] {
  const cuts = children.flatMap((node) => (node.type === 'slash' ? [node.at] : []))
  const edges = [at, ...cuts, end - 1]
  return edges.slice(1).map((to, i) => {
    const from = edges[i]! + 1
    const own = children.filter(
      (node): node is ClaimsNode =>
        node.type === 'claims' && node.at >= from && node.at < to && node.place !== 'behind',
    )
    const part = withoutNames(text, { start: edges[i]!, from, to, claims: [], said: [] }, own)
    return cuts.length > 0 ? trimmed(text, part) : part
  })
}

function withoutNames(text: string, part: Part, own: readonly ClaimsNode[]): Part {
  let { from, to } = part
  const claims: Claim[] = []
  const said: string[] = []
  for (const node of own) {
    if (node.place === 'before' && node.at === from) {
      from = Math.min(to, node.at + node.text.length - spacesOver(node.text))
      if (!/[:：][ \u00a0\u202f]*$/.test(node.text)) [from, to] = unquoted(text, from, to)
    } else if (node.place === 'after') {
      to = /[ \u00a0\u202f]/.test(text[node.at - 1] ?? '') && node.at > from ? node.at - 1 : node.at
      // "[delete – EU]" says so in words.
      if (bareVerb.test(text.slice(from, to))) from = to
    } else continue
    claims.push(...node.claims)
    said.push(node.text)
  }
  return { start: part.start, from, to: Math.max(from, to), claims, said }
}

/** One space belongs to the colon, what there is more of to the words. */
function spacesOver(sign: string): number {
  const behind = /[:：]([ \t\u00a0\u202f]*)$/.exec(sign)?.[1] ?? ''
  return Math.max(0, behind.length - 1)
}

const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '‘': '’', "'": "'" }

/** `[EU: add “promptly”]` quotes the words it asks for. */
function unquoted(text: string, from: number, to: number): [number, number] {
  const close = quotes[text[from] ?? '']
  return close !== undefined && to - from > 1 && text[to - 1] === close ? [from + 1, to - 1] : [from, to]
}

function trimmed(text: string, { start, from, to, claims, said }: Part): Part {
  while (from < to && blank.test(text[from]!)) from++
  while (to > from && blank.test(text[to - 1]!)) to--
  return { start, from, to, claims, said }
}

/** A bracket with the parentheses behind it that say who asks what. */
export interface Row {
  readonly bracket: BracketNode
  readonly claims: readonly Claim[]
  readonly said: readonly string[]
  /** Offset behind the bracket and those parentheses. */
  readonly end: number
  /** Index of the node behind them. */
  readonly next: number
}

/** Reads the parentheses behind the bracket at an index. */
export function rowAt(nodes: readonly NotationNode[], index: number): Row {
  const bracket = nodes[index] as BracketNode
  const claims: Claim[] = []
  const said: string[] = []
  let [end, next] = [bracket.end, index + 1]
  for (;;) {
    const node = nodes[next]
    const gap = node?.type === 'words' && /^[ \t\u00a0\u202f]+$/.test(node.text) ? 1 : 0
    const behind = nodes[next + gap]
    if (behind?.type !== 'claims' || behind.place !== 'behind') return { bracket, claims, said, end, next }
    claims.push(...behind.claims)
    said.push(behind.text)
    end = behind.at + behind.text.length
    next += gap + 1
  }
}

/** Nodes that lie in a range. What is cut at its ends is words; pairs are never cut. */
export function nodesWithin(nodes: readonly NotationNode[], from: number, to: number): NotationNode[] {
  return nodes.flatMap((node): NotationNode[] => {
    const end = 'end' in node ? node.end : node.at + node.text.length
    if (end <= from || node.at >= to) return []
    if (node.at >= from && end <= to) return [node]
    if (!('text' in node)) return []
    const [first, last] = [Math.max(from, node.at), Math.min(to, end)]
    return [{ type: 'words', at: first, text: node.text.slice(first - node.at, last - node.at) }]
  })
}
