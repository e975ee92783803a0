import type { Slot, State } from '../record/state.ts'
import { headsAt } from '../text/stream.ts'
import type { Spot } from './change.ts'
import { parseSource } from './change.ts'
import type { Footprint, Insertion } from './footprint.ts'
import { footprint, hostsOf } from './footprint.ts'

/**
 * Proposals, open or accepted, that cannot stand with this one: struck words overlap and one of the two
 * inserts there; one inserts inside what the other strikes; they give a paragraph different kinds, levels
 * or places; or they were declared alternatives. Two plain strikes of the same words are no rivals.
 */
export function rivalsOf(state: State, proposal: number): number[] {
  const own = footprint(state, proposal)
  const candidates = new Set<number>()
  for (const host of hostsOf(state, proposal)) {
    const slot = state.slots.get(host)
    for (const { key } of slot?.strikes ?? []) candidates.add(parseInt(key, 10))
    for (const { source } of slot?.insertions ?? []) candidates.add(parseSource(source)!.proposal)
  }
  for (const { paragraph } of own.sets)
    for (const { key } of state.sets.get(paragraph) ?? []) candidates.add(parseInt(key, 10))
  for (const paragraph of own.places) {
    for (const { key } of state.places.get(paragraph) ?? []) candidates.add(parseInt(key, 10))
    const spot = state.breaks.get(paragraph)
    for (const { key } of (spot && state.slots.get(spot.source)?.strikes) ?? [])
      candidates.add(parseInt(key, 10))
  }
  for (const { paragraph } of strikesOfBreaks(state, own))
    for (const { key } of state.places.get(paragraph) ?? []) candidates.add(parseInt(key, 10))
  const declared = state.proposals.get(proposal)!.alternatives
  for (const id of declared) candidates.add(id)
  candidates.delete(proposal)
  return [...candidates]
    .filter((id) => {
      const other = state.proposals.get(id)
      if (!other || (other.status !== 'open' && other.status !== 'accepted')) return false
      return declared.includes(id) || clash(state, own, footprint(state, id))
    })
    .sort((a, b) => a - b)
}

/** True when at most one of the two can be accepted. Symmetric. */
function clash(state: State, a: Footprint, b: Footprint): boolean {
  return (
    a.strikes.some((strike) =>
      b.strikes.some(
        (other) =>
          strike.source === other.source &&
          strike.from < other.to &&
          other.from < strike.to &&
          (strike.replaces || other.replaces),
      ),
    ) ||
    a.insertions.some((insertion) => insideStrike(state, insertion, b)) ||
    b.insertions.some((insertion) => insideStrike(state, insertion, a)) ||
    (!settledFirst(state, a, b) &&
      (a.sets.some((set) =>
        b.sets.some(
          (other) =>
            set.paragraph === other.paragraph &&
            ((set.kind !== null && other.kind !== null && set.kind !== other.kind) ||
              (set.level !== null && other.level !== null && set.level !== other.level)),
        ),
      ) ||
        a.places.some((paragraph) => b.places.includes(paragraph)))) ||
    strikesOfBreaks(state, a).some(({ paragraph }) => b.places.includes(paragraph)) ||
    strikesOfBreaks(state, b).some(({ paragraph }) => a.places.includes(paragraph))
  )
}

/** True when one was accepted before the other was tabled: a later kind, level or place takes the earlier's stead. */
function settledFirst(state: State, a: Footprint, b: Footprint): boolean {
  const before = (one: Footprint, other: Footprint) => {
    const { status, outcome } = state.proposals.get(one.proposal)!
    return status === 'accepted' && outcome !== null && outcome.n < other.proposal
  }
  return before(a, b) || before(b, a)
}

/** True when the words on both sides of an insertion are struck: with its paragraph's end counted as a side. */
function insideStrike(state: State, insertion: Insertion, by: Footprint): boolean {
  const { host, at, paragraph } = insertion
  const struck = (spot: Spot) =>
    by.strikes.some(({ source, from, to }) => source === spot.source && from <= spot.at && spot.at < to)
  const { left, right } = neighbours(state, insertion)
  if (!struck(left)) return false
  const behind = state.sources.get(right.source)!
  if (right.at < behind.length && !behind.breaks.includes(right.at)) return struck(right)
  // Words at the end of a deleted paragraph would be left to the paragraph before it.
  const head = state.sources.get(host)!.breaks.findLast((offset) => offset < at)
  return !paragraph && head !== undefined && struck({ source: host, at: head })
}

/** The tokens of the text on both sides of an insertion: what is struck is passed over, what is put in is met. */
function neighbours(state: State, { source, host, at }: Insertion): { left: Spot; right: Spot } {
  const { insertions, strikes } = state.slots.get(host)!
  const inText = (entry: { readonly source: string }) => {
    const { key, portal } = state.sources.get(entry.source)!
    return !portal && key !== null && state.accepted.has(key)
  }
  // Its own strikes are not passed over, or two proposals would be rivals in one order of acceptance only.
  const own = state.sources.get(source)!.key
  const gone = (unit: number) =>
    strikes.find(({ key, from, to }) => key !== own && from <= unit && unit < to && state.accepted.has(key))
  const inGap = (gap: number) => insertions.filter((entry) => entry.at === gap)
  const index = inGap(at).findIndex((entry) => entry.source === source)
  const left = (gap: number, entries: Slot['insertions']): Spot => {
    const inner = entries.findLast(inText)
    if (inner) return { source: inner.source, at: state.sources.get(inner.source)!.length - 1 }
    const mark = gone(gap - 1)
    return mark ? left(mark.from, inGap(mark.from)) : { source: host, at: gap - 1 }
  }
  const right = (gap: number, entries: Slot['insertions']): Spot => {
    const inner = entries.find(inText)
    if (inner) return { source: inner.source, at: 0 }
    const mark = gone(gap)
    return mark ? right(mark.to, inGap(mark.to)) : { source: host, at: gap }
  }
  return { left: left(at, inGap(at).slice(0, index)), right: right(at, inGap(at).slice(index + 1)) }
}

function strikesOfBreaks(state: State, { strikes }: Footprint): { paragraph: string }[] {
  return strikes.flatMap(({ source, from, to }) =>
    [...headsAt(state.sources.get(source)!)]
      .filter(([at]) => from <= at && at < to)
      .map(([, { id }]) => ({ paragraph: id })),
  )
}
