import type { Placement } from './embed.ts'

/** A paragraph's stretch of the shared text, as far as its place in reading order goes. */
interface Placed {
  readonly id: string
  readonly place: Placement | null
}

/** A stretch in reading order; `joined` continues the paragraph before it instead of beginning one. */
export interface Slot<T> {
  readonly seg: T
  readonly joined: boolean
}

/**
 * Reading order of a draft. Paragraphs stand as in the shared text; then the moves are done again, each
 * paragraph's latest, oldest stamp first. As every move takes one paragraph to behind another, no circle can
 * arise; one whose target is gone is not done. Depends on the shared text alone, so all see the same order.
 */
export function arrange<T extends Placed>(stream: readonly T[]): Slot<T>[] {
  const list = stream.map((seg) => ({ seg, joined: false }))
  const moves = stream
    .map((seg, index) => ({ seg, index }))
    .filter(({ seg }) => seg.place)
    // Of two with one stamp the one that comes first in the shared text is done last, so it stands first.
    .sort((a, b) => (a.seg.place?.stamp ?? 0) - (b.seg.place?.stamp ?? 0) || b.index - a.index)
  for (const { seg } of moves) if (seg.place) move(list, seg, seg.place)
  return list
}

function move<T extends Placed>(list: { seg: T; joined: boolean }[], seg: T, place: Placement): void {
  const from = list.findIndex((slot) => slot.seg === seg)
  const to = place.after === null ? -1 : list.findIndex((slot) => slot.seg.id === place.after)
  const end = groupEnd(list, from)
  if ((place.after !== null && to < 0) || (to >= from && to < end)) return
  const unit = list.splice(from, end - from)
  const target = to < from ? to : to - unit.length
  const first = unit[0]
  if (!first) return
  first.joined = place.join && target >= 0
  list.splice(first.joined || target < 0 ? target + 1 : groupEnd(list, target), 0, ...unit)
}

/** Index behind the paragraph whose stretch stands at `index`. */
function groupEnd<T>(list: readonly Slot<T>[], index: number): number {
  let end = index + 1
  while (list[end]?.joined) end++
  return end
}

/**
 * Which paragraphs of `wanted` must be placed anew so that the order `got` becomes the wanted one: those
 * outside the longest run of paragraphs that already follow each other rightly, and those that begin or
 * continue a paragraph and should not. Ascending indexes into `wanted`.
 */
export function misplaced<T>(got: readonly Slot<T>[], wanted: readonly Slot<T>[]): number[] {
  const at = new Map(got.map((slot, index) => [slot.seg, index]))
  const ranks = wanted.map((slot) => at.get(slot.seg) ?? -1)
  const kept = longestRise(ranks)
  return wanted.flatMap((slot, index) => {
    const now = got[ranks[index] ?? -1]
    return kept.has(index) && now && now.joined === slot.joined ? [] : [index]
  })
}

/** Indexes of a longest rising subsequence. */
function longestRise(ranks: readonly number[]): Set<number> {
  const tails: number[] = []
  const before: number[] = []
  ranks.forEach((rank, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ranks[tails[middle] ?? 0] ?? 0) < rank) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = index
  })
  const kept = new Set<number>()
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) kept.add(index)
  return kept
}
