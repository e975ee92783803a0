import type { SourceId, Spot, VersionKey } from '../proposal/change.ts'
import type { ChangeRef, Mark, Slot, Source, State, Touch } from '../record/state.ts'
import type { Head } from './token.ts'
import { isBreak, runLength } from './token.ts'

/**
 * A stretch of one source in the full stream: units `from` up to `to`, all inserted by the same changes
 * and under the same strikes. A break is a piece of its own; a portal is an empty one.
 */
export interface Piece {
  readonly source: SourceId
  readonly from: number
  readonly to: number
  /** Inserted sources it lies in, outermost first. */
  readonly chain: readonly SourceId[]
  /** The versions that bring those in, in the same order. */
  readonly keys: readonly VersionKey[]
  readonly strikes: readonly Mark[]
  readonly holds: readonly Mark[]
  readonly break: Head | null
  /** Set when this is where a `place` change puts its paragraph. */
  readonly portal: (ChangeRef & { readonly source: SourceId }) | null
}

const streams = new WeakMap<Touch, readonly Piece[]>()
const none: readonly Mark[] = []
const emptySlot: Slot = { insertions: [], strikes: none, holds: none }

/**
 * The full stream of one opened paragraph: its own tokens and all that was ever inserted into it, in the
 * one reading order that every set shares. Kept until an act touches the paragraph.
 */
export function streamOf(state: State, root: SourceId): readonly Piece[] {
  const touch = state.touched.get(root)
  if (!touch) throw new RangeError(`no opened paragraph ${root}`)
  let pieces = streams.get(touch)
  if (!pieces) {
    const out: Piece[] = []
    walk(state, state.sources.get(root)!, [], [], out)
    streams.set(touch, (pieces = out))
  }
  return pieces
}

function walk(
  state: State,
  source: Source,
  chain: readonly SourceId[],
  keys: readonly VersionKey[],
  out: Piece[],
): void {
  const slot = state.slots.get(source.id) ?? emptySlot
  const heads = headsAt(source)
  const cuts = cutsOf(source, slot)
  let next = 0
  for (let c = 0; c < cuts.length; c++) {
    const from = cuts[c]!
    for (; next < slot.insertions.length && slot.insertions[next]!.at === from; next++) {
      const inner = state.sources.get(slot.insertions[next]!.source)!
      const innerChain = [...chain, inner.id]
      const innerKeys = [...keys, inner.key!]
      if (inner.portal) out.push(portalPiece(inner, innerChain, innerKeys))
      else walk(state, inner, innerChain, innerKeys, out)
    }
    if (c + 1 === cuts.length) break
    const to = cuts[c + 1]!
    const covers = (mark: Mark) => mark.from <= from && to <= mark.to
    out.push({
      source: source.id,
      from,
      to,
      chain,
      keys,
      strikes: slot.strikes.length ? slot.strikes.filter(covers) : none,
      holds: slot.holds.length ? slot.holds.filter(covers) : none,
      break: heads.get(from) ?? null,
      portal: null,
    })
  }
}

function portalPiece(source: Source, chain: readonly SourceId[], keys: readonly VersionKey[]): Piece {
  const index = Number(source.id.slice(source.id.indexOf('/') + 1))
  const portal = { key: source.key!, index, source: source.id }
  return { source: source.id, from: 0, to: 0, chain, keys, strikes: none, holds: none, break: null, portal }
}

function cutsOf(source: Source, slot: Slot): number[] {
  const cuts = new Set([0, source.length])
  for (const at of source.breaks) cuts.add(at).add(at + 1)
  for (const { at } of slot.insertions) cuts.add(at)
  for (const { from, to } of slot.strikes) cuts.add(from).add(to)
  for (const { from, to } of slot.holds) cuts.add(from).add(to)
  return [...cuts].sort((a, b) => a - b)
}

const headsOfSource = new WeakMap<Source, ReadonlyMap<number, Head>>()

/** The breaks of a source by their offset. */
export function headsAt(source: Source): ReadonlyMap<number, Head> {
  let heads = headsOfSource.get(source)
  if (!heads) {
    const found = new Map<number, Head>()
    let at = 0
    for (const run of source.runs) {
      if (isBreak(run)) found.set(at, run.break)
      at += runLength(run)
    }
    headsOfSource.set(source, (heads = found))
  }
  return heads
}

/** The opened paragraph in whose stream a source lies (following the first place it was inserted at). */
export function rootOf(state: State, source: SourceId): SourceId {
  let at = state.sources.get(source)
  while (at?.anchor) at = state.sources.get(at.anchor.source)
  if (!at) throw new RangeError(`no source ${source}`)
  return at.id
}

/** True when a piece holds the unit of a spot. */
export const holdsSpot = (piece: Piece, spot: Spot): boolean =>
  piece.source === spot.source && piece.from <= spot.at && spot.at < piece.to
