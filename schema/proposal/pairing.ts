import { diffArrays } from 'diff'
import type { Node } from '../text/node.ts'
import type { Paragraphs } from '../text/paragraph.ts'
import type { Layout } from '../text/text.ts'
import { paragraphRuns } from '../text/paragraph.ts'
import type { Unit } from './hunks.ts'
import { unitsOf } from './hunks.ts'

/**
 * A paragraph of the text that the draft keeps, with what it was joined with (old side) or split into
 * (new side). Indexes are those of the layout and of the draft.
 */
export interface Pair {
  readonly old: readonly number[]
  readonly now: readonly number[]
  /** True when the draft has it at another place among the paragraphs it keeps. */
  readonly moved: boolean
}

/** How the paragraphs of a draft correspond to those of the text it was made from. */
interface Pairing {
  /** In the order of the draft. */
  readonly pairs: readonly Pair[]
  /** Paragraphs of the text that the draft has not. */
  readonly gone: readonly number[]
  /** Paragraphs of the draft that the text has not. */
  readonly fresh: readonly number[]
}

/** Share of a paragraph's words that must be found in another for it to be a part of that one. */
const partOf = 0.3

/** Pairs paragraphs by identity; what was split off or joined is told by its words. `stream` holds the nodes of the text. */
export function pair(
  text: Layout,
  stream: readonly Node[],
  words: (index: number) => readonly Unit[],
  draft: Paragraphs,
): Pairing {
  const oldIndex = new Map(text.map(({ head }, i) => [head.id, i]))
  const newIndex = new Map(draft.map(({ id }, i) => [id, i]))
  const kept = draft.flatMap(({ id }, now) => {
    const old = oldIndex.get(id)
    return old === undefined || newIndex.get(id) !== now ? [] : [{ old, now }]
  })
  const ascending = longestAscending(kept.map(({ old }) => old)).map((i) => kept[i]!.old)
  const keptOld = new Set(kept.map(({ old }) => old))
  const absent = new Set(indexes(text).filter((i) => !keptOld.has(i)))
  const nowOf = new Map(kept.map(({ old, now }) => [old, now]))
  const between = (host: number, index: number) => {
    const [from, to] = [nowOf.get(host), nowOf.get(index)]
    return from === undefined || to === undefined
      ? []
      : draft.slice(from + 1, to).map(({ id }) => oldIndex.get(id))
  }
  const inPlace = staying(text, new Set(ascending), absent, between)
  const claimed = { old: keptOld, now: new Set(kept.map(({ now }) => now)) }
  const units = (i: number): Unit[] => unitsOf(paragraphRuns(draft[i]!))
  const pairs = kept.map(({ old, now }): Pair => {
    const joined = following(old, text.length, (i) => !claimed.old.has(i) && flowsInto(text, stream, i))
    const split = following(now, draft.length, (i) => !claimed.now.has(i))
    if (!joined.length && !split.length) return { old: [old], now: [now], moved: !inPlace.has(old) }
    const oldParts = [old, ...joined].map(words)
    const newParts = [now, ...split].map(units)
    const { a, b, endsAlike } = shared(oldParts, newParts)
    const oldCount = lastPart(a)
    // What is split off behind the last words that were there does not move along with the paragraph.
    const stays = text[old]!.portal === null && (inPlace.has(old) || endsAlike)
    const newCount = stays ? lastPart(b) : 0
    for (const i of joined.slice(0, oldCount)) claimed.old.add(i)
    for (const i of split.slice(0, newCount)) claimed.now.add(i)
    return {
      old: [old, ...joined.slice(0, oldCount)],
      now: [now, ...split.slice(0, newCount)],
      moved: !inPlace.has(old),
    }
  })
  return {
    pairs,
    gone: indexes(text).filter((i) => !claimed.old.has(i)),
    fresh: indexes(draft).filter((i) => !claimed.now.has(i)),
  }
}

const indexes = (list: readonly object[]): number[] => list.map((_, i) => i)

function following(from: number, length: number, free: (index: number) => boolean): number[] {
  const out: number[] = []
  for (let i = from + 1; i < length && free(i); i++) out.push(i)
  return out
}

/**
 * A paragraph that was moved stays only while what carries it does: the paragraph behind which it was put,
 * and the one it was moved along with. Behind a paragraph that was moved itself, or is joined of several,
 * nothing new may come between. Otherwise it is placed anew. `between` gives what the draft has between two paragraphs, as
 * indexes of the text, undefined for what is new.
 */
function staying(
  text: Layout,
  inPlace: ReadonlySet<number>,
  gone: ReadonlySet<number>,
  between: (host: number, index: number) => readonly (number | undefined)[],
): Set<number> {
  const hosts = new Map(
    text.flatMap(({ nodes }, i) => nodes.flatMap(({ portals }) => portals.map((p) => [p, i]))),
  )
  const out = new Set(inPlace)
  for (let changed = true; changed;) {
    changed = false
    let head = -1
    const othersMove = text.some((_, i) => !gone.has(i) && !out.has(i))
    text.forEach(({ portal }, i) => {
      if (i === 0 || text[i - 1]!.portal !== portal) head = i
      if (portal === null || !out.has(i)) return
      const host = hosts.get(portal)
      const apart =
        host !== undefined &&
        (text[host]!.portal !== null || text[host]!.nodes.length > 1) &&
        between(host, i).some((old) => old === undefined || !out.has(old))
      // What stood behind a paragraph that goes is left to the one before that, and would move with it.
      const alone = text.every((one, j) => one.portal === null || one.portal === portal || gone.has(j))
      const left = host !== undefined && gone.has(host) && !othersMove && alone
      const carried = host === undefined || left || (out.has(host) && !apart)
      if (carried && (i === head || out.has(head))) return
      out.delete(i)
      changed = true
    })
  }
  return out
}

/** True when a paragraph without its break would become part of the one before it in reading order. */
function flowsInto(text: Layout, stream: readonly Node[], index: number): boolean {
  const [before, here] = [text[index - 1]!, text[index]!]
  if (before.portal !== here.portal) return false
  const next = stream.slice(stream.indexOf(before.nodes.at(-1)!) + 1).find(({ visible }) => visible)
  return next !== undefined && next === here.nodes[0]
}

/** How many of the parts after the first hold enough words of the other side: up to the last that does. */
function lastPart(shares: readonly number[]): number {
  return shares.findLastIndex((share, i) => i > 0 && share >= partOf) < 0
    ? 0
    : shares.findLastIndex((share) => share >= partOf)
}

/** For each part on either side the share of its words that the best alignment finds on the other. */
function shared(
  oldParts: readonly (readonly Unit[])[],
  newParts: readonly (readonly Unit[])[],
): { a: number[]; b: number[]; endsAlike: boolean } {
  const tag = (parts: readonly (readonly Unit[])[]) =>
    parts.flatMap((part, index) => part.map((unit) => ({ unit, index })))
  const [a, b] = [tag(oldParts), tag(newParts)]
  const hits = { a: oldParts.map(() => 0), b: newParts.map(() => 0) }
  let [i, j, endsAlike] = [0, 0, false]
  for (const { count, added, removed } of diffArrays(
    a.map(({ unit }) => unit.key),
    b.map(({ unit }) => unit.key),
  )) {
    endsAlike = !added && !removed
    if (endsAlike)
      for (let k = 0; k < count; k++)
        if (a[i + k]!.unit.type === 'word') {
          hits.a[a[i + k]!.index]!++
          hits.b[b[j + k]!.index]!++
        }
    if (!added) i += count
    if (!removed) j += count
  }
  const words = (part: readonly Unit[]) => part.filter(({ type }) => type === 'word').length
  const share = (hit: number, part: readonly Unit[]) => (words(part) ? hit / words(part) : 0)
  return {
    a: hits.a.map((hit, index) => share(hit, oldParts[index]!)),
    b: hits.b.map((hit, index) => share(hit, newParts[index]!)),
    endsAlike,
  }
}

/** Indexes of a longest ascending run of values, in order. */
export function longestAscending(values: readonly number[]): number[] {
  const tails: number[] = []
  const before: number[] = []
  values.forEach((value, i) => {
    let [lo, hi] = [0, tails.length]
    while (lo < hi) {
      const mid = (lo + hi) >> 1
      if (values[tails[mid]!]! < value) lo = mid + 1
      else hi = mid
    }
    before[i] = lo > 0 ? tails[lo - 1]! : -1
    tails[lo] = i
  })
  const out: number[] = []
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]!) out.unshift(i)
  return out
}
