import type { State } from '../record/state.ts'
import type { Node } from '../text/node.ts'
import type { Piece } from '../text/stream.ts'
import { rootOf } from '../text/stream.ts'
import type { Layout } from '../text/text.ts'
import type { Anchor, Range, SourceId } from './change.ts'

/** A token as it stands in a layout, with the insertions it lies in. */
export interface Token {
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
 * The anchor between two neighbouring tokens of a layout: as far out as the two allow, so that what is
 * written beside another's words does not depend on them; inside them, it does. `floor` is the insertion
 * depth below which it must not climb (that of the paragraph's own break).
 */
export function seam(state: State, before: Token, after: Token | null, floor = 0): Anchor {
  const depth = after ? sharedDepth(before.chain, after.chain) : Math.min(floor, before.chain.length)
  const climbs = before.chain.length > depth
  const gap = climbs
    ? { ...hostOf(state, before, depth), after: before.chain[depth]! }
    : { source: before.source, at: before.at + 1 }
  return nextTo(state, gap, depth, after)
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
  if (here.portal !== null && next?.portal !== here.portal) return besidePortal(state, here.portal)
  const end = here.nodes.at(-1)!
  const last = here.pieces.at(-1) ?? here.break
  const before = tokenOf(state, last, 'last')
  const following = stream.slice(stream.indexOf(end) + 1).find(({ visible }) => visible)
  const after = following ? tokenOf(state, following.break, 'first') : null
  const anchor = after && after.root === before.root ? seam(state, before, after) : seam(state, before, null)
  if (anchor.after !== undefined || anchor.before !== undefined) return anchor
  const portals = new Set(here.nodes.flatMap((node) => node.portals))
  const portal = state.slots
    .get(anchor.source)
    ?.insertions.find(({ at, source }) => at === anchor.at && portals.has(source))
  return portal ? { ...anchor, before: portal.source } : anchor
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
