import type { Mark, State } from '../record/state.ts'
import type { SourceId, VersionKey } from './change.ts'
import { parseSource, sourceId, versionKey } from './change.ts'
import { footprint } from './footprint.ts'
import { currentVersion } from './proposal.ts'
import { rivalsOf } from './rivals.ts'
import { isShown } from './standing.ts'

/** Another open proposal that bears on the words of one, and what it does to them. */
export interface Beside {
  readonly proposal: number
  /** `rival`: the two cannot both stand; `amends`, `strikes`, `holds`: what it does in the words or to them. */
  readonly does: 'rival' | 'amends' | 'strikes' | 'holds'
}

/** Open rivals of a proposal. */
export const openRivals = (state: State, id: number): Beside[] =>
  rivalsOf(state, id)
    .filter((other) => isShown(state, state.proposals.get(other)!))
    .map((proposal) => ({ proposal, does: 'rival' }))

/** Open proposals made in the very words a proposal would insert. */
export function nestedIn(state: State, id: number): Beside[] {
  const { version, changes } = currentVersion(state.proposals.get(id)!)
  const found = new Map<number, Beside['does']>()
  changes.forEach((_, index) => {
    const slot = state.slots.get(sourceId(versionKey(id, version), index))
    if (!slot) return
    for (const { key } of slot.strikes) note(found, state, id, key, 'strikes')
    for (const { key } of slot.holds) note(found, state, id, key, 'holds')
    for (const { source } of slot.insertions) note(found, state, id, keyOf(source), 'amends')
  })
  return asList(found)
}

/** Open proposals of others that strike or hold the words this one strikes or holds, and are no rivals of it. */
export function madeOn(state: State, id: number): Beside[] {
  const { strikes, holds } = footprint(state, id)
  const rivals = new Set(rivalsOf(state, id))
  const found = new Map<number, Beside['does']>()
  for (const own of [...strikes, ...holds]) {
    const slot = state.slots.get(own.source)
    const overlaps = (mark: Mark) => mark.from < own.to && own.from < mark.to
    for (const mark of slot?.strikes ?? []) if (overlaps(mark)) note(found, state, id, mark.key, 'strikes')
    for (const mark of slot?.holds ?? []) if (overlaps(mark)) note(found, state, id, mark.key, 'holds')
  }
  return asList(found).filter(({ proposal }) => !rivals.has(proposal))
}

/** What puts words in is told before what only strikes, and that before what only holds. */
const weight = { holds: 0, strikes: 1, amends: 2, rival: 3 } as const

function note(
  found: Map<number, Beside['does']>,
  state: State,
  own: number,
  key: VersionKey,
  does: Beside['does'],
): void {
  const id = parseInt(key, 10)
  const other = state.proposals.get(id)
  if (!other || id === own || !isShown(state, other)) return
  if (key !== versionKey(id, currentVersion(other).version)) return
  const known = found.get(id)
  if (known === undefined || weight[known] < weight[does]) found.set(id, does)
}

const keyOf = (source: SourceId): VersionKey => parseSource(source)!.key

const asList = (found: ReadonlyMap<number, Beside['does']>): Beside[] =>
  [...found].map(([proposal, does]) => ({ proposal, does })).sort((a, b) => a.proposal - b.proposal)
