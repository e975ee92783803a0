import type { State } from '../record/state.ts'
import type { Node } from '../text/node.ts'
import type { Piece } from '../text/stream.ts'
import { rootOf } from '../text/stream.ts'
import type { Layout } from '../text/text.ts'
import type { Anchor, Range, SourceId } from './change.ts'

/** A token as it stands in a layout, with the insertions it lies in. */
interface Token {
  readonly source: SourceId
  readonly at: number
  readonly chain: readonly SourceId[]
  readonly root: SourceId
}

/** The first or last token of a piece. */
export const tokenOf = (state: State, piece: Piece, which: 'first' | 'last'): Token => ({
  source: piece.source,
  at: which === 'first' ? piece.from : piece.to - 1,
  chain: piece.chain,
  root: rootOf(state, piece.source),
})

const sharedDepth = (a: readonly SourceId[], b: readonly SourceId[]): number => {
  let depth = 0
  while (depth < a.length && a[depth] === b[depth]) depth++
  return depth
}

/** Where an insertion hangs, as its chain tells. */
function hostOf(state: State, token: Token, depth: number): { source: SourceId; at: number } {
  const source = depth === 0 ? token.root : token.chain[depth - 1]!
  const inner = token.chain[depth]!
  const entry = state.slots.get(source)?.insertions.find((insertion) => insertion.source === inner)
  if (!entry) throw new RangeError(`${inner} does not hang in ${source}`)
  return { source, at: entry.at }
}

/**
 * The anchor of words between two neighbouring tokens of a layout. Beside words of an open proposal that the
 * draft was made on, they amend that proposal and fall with it.
 */
export function seamOfWords(state: State, before: Token, after: Token | null): Anchor {
  if (isOpen(state, before)) {
    const depth = before.chain.length
    const gap = { source: before.source, at: before.at + 1 }
    return nextTo(state, gap, depth, after && sharedDepth(before.chain, after.chain) === depth ? after : null)
  }
  return after && isOpen(state, after) && sharedDepth(before.chain, after.chain) === after.chain.length - 1
    ? { source: after.source, at: after.at }
    : seam(state, before, after)
}

const isOpen = (state: State, { chain }: Token): boolean => {
  const key = chain.length ? state.sources.get(chain.at(-1)!)!.key : null
  return key !== null && !state.accepted.has(key)
}

/**
 * The anchor between two neighbouring tokens of a layout: as far out as the two allow, so that what is
 * put there does not depend on what stands beside it.
 */
function seam(state: State, before: Token, after: Token | null): Anchor {
  const depth = after ? sharedDepth(before.chain, after.chain) : 0
  return nextTo(state, gapBehind(state, before, depth), depth, after)
}

/**
 * The anchor of words at the end of a paragraph: no further out than the paragraph itself (`floor` insertions
 * deep), nor than an insertion that goes on behind it. `next` is the break that follows in the stream.
 */
export function seamAtEnd(state: State, before: Token, next: Token | null, floor: number): Anchor {
  const shared = next ? sharedDepth(before.chain, next.chain) : 0
  const depth = isOpen(state, before) ? before.chain.length : Math.max(floor, shared)
  const within = Math.min(depth, before.chain.length)
  return nextTo(state, gapBehind(state, before, within), within, shared === within ? next : null)
}

function gapBehind(state: State, before: Token, depth: number): Anchor {
  return before.chain.length > depth
    ? { ...hostOf(state, before, depth), after: before.chain[depth]! }
    : { source: before.source, at: before.at + 1 }
}

/** The first break that shows behind a node, in stream order. */
export function breakBehind(state: State, stream: readonly Node[], node: Node): Token | null {
  const next = stream.slice(stream.indexOf(node) + 1).find(({ visible }) => visible)
  return next ? tokenOf(state, next.break, 'first') : null
}

/** Names the insertion in which the following token lies, when it hangs in the same gap. */
function nextTo(state: State, gap: Anchor, depth: number, after: Token | null): Anchor {
  if (!after || after.chain.length <= depth) return gap
  const host = hostOf(state, after, depth)
  return host.source === gap.source && host.at === gap.at ? { ...gap, before: after.chain[depth]! } : gap
}

/**
 * The anchor of a wording that replaces struck words: behind the last of them that lies furthest out, so
 * that it stands whatever becomes of insertions among them.
 */
export function seamAfterStruck(state: State, struck: readonly Piece[], after: Token | null): Anchor {
  const depth = Math.min(...struck.map(({ chain }) => chain.length))
  const index = struck.findLastIndex(({ chain }) => chain.length === depth)
  const outer = tokenOf(state, struck[index]!, 'last')
  const next = struck[index + 1] ? tokenOf(state, struck[index + 1]!, 'first') : after
  const anchor = { source: outer.source, at: outer.at + 1 }
  const within = next !== null && sharedDepth(outer.chain, next.chain) === depth
  return nextTo(state, anchor, depth, within ? next : null)
}

/** The anchor at which whole paragraphs come to stand behind a paragraph of a layout. */
export function seamBehind(state: State, layout: Layout, stream: readonly Node[], index: number): Anchor {
  const here = layout[index]!
  const next = layout[index + 1]
  if (here.portal !== null && next?.portal !== here.portal) return behindPortal(state, layout, here.portal)
  const end = here.nodes.at(-1)!
  const last = here.pieces.at(-1) ?? here.break
  const before = tokenOf(state, last, 'last')
  const following = stream.slice(stream.indexOf(end) + 1).find(({ visible }) => visible)
  const after = following ? tokenOf(state, following.break, 'first') : null
  const anchor = after && after.root === before.root ? seam(state, before, after) : seam(state, before, null)
  // A paragraph already moved here comes behind the new one: it stood behind this paragraph before.
  const portals = new Set(here.nodes.flatMap((node) => node.portals))
  const gap = state.slots.get(anchor.source)?.insertions.filter(({ at }) => at === anchor.at) ?? []
  const behind = gap.slice(gap.findIndex(({ source }) => source === anchor.after) + 1)
  const portal = behind.find(({ source }) => portals.has(source))
  return portal ? { ...anchor, before: portal.source } : anchor
}

/** Behind all that came through a portal; where that was moved along with others, behind those. */
function behindPortal(state: State, layout: Layout, portal: SourceId): Anchor {
  const holder = layout.find(({ nodes }) => nodes.some(({ portals }) => portals.includes(portal)))
  return holder && holder.portal !== null
    ? behindPortal(state, layout, holder.portal)
    : besidePortal(state, portal)
}

function besidePortal(state: State, portal: SourceId): Anchor {
  const { source } = state.sources.get(portal)!.anchor!
  const at = state.slots.get(source)!.insertions.find((entry) => entry.source === portal)!.at
  return { source, at, after: portal }
}

/** The anchor before everything. */
export function seamAtStart(state: State, layout: Layout, stream: readonly Node[]): Anchor {
  const first = layout[0]
  if (first?.portal) {
    const { source, at } = besidePortal(state, first.portal)
    return { source, at, before: first.portal }
  }
  const head = stream.find(({ visible }) => visible) ?? stream[0]!
  const outer = head.break.chain[0]
  const anchor = { source: head.root, at: 0 }
  if (outer === undefined) return anchor
  const host = hostOf(state, tokenOf(state, head.break, 'first'), 0)
  return { ...host, before: outer }
}

/** Joins adjoining ranges of one source. */
export function joinRanges(ranges: readonly Range[]): Range[] {
  const out: Range[] = []
  for (const range of ranges) {
    const last = out.at(-1)
    if (last && last.source === range.source && last.to === range.from)
      out[out.length - 1] = { ...last, to: range.to }
    else if (range.from < range.to) out.push(range)
  }
  return out
}
