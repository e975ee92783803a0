import type { State } from '../record/state.ts'
import type { VersionKey } from './change.ts'
import { parseSource, sourceId, versionKey } from './change.ts'
import { hostsOf } from './footprint.ts'
import type { Proposal } from './proposal.ts'
import { currentVersion } from './proposal.ts'

/**
 * The proposal in whose words this one was made and which does not stand: open or parked (it must be
 * accepted first) or fallen (this one is moot). Null when it rests on words of the text alone.
 */
export function restsOn(state: State, proposal: number): number | null {
  for (const host of hostsOf(state, proposal)) {
    let at = state.sources.get(host)
    while (at?.key) {
      const parent = parseSource(at.id)!.proposal
      if (parent !== proposal && !state.accepted.has(at.key)) return parent
      at = at.anchor ? state.sources.get(at.anchor.source) : undefined
    }
  }
  return null
}

/** True when it was made in words that a version of another proposal, not accepted, has left out since. */
function isLeftBehind(state: State, proposal: number): boolean {
  return hostsOf(state, proposal).some((host) => {
    const key = state.sources.get(host)?.key
    const owner = key ? state.proposals.get(parseSource(sourceId(key, 0))!.proposal) : undefined
    return (
      key && owner && !state.accepted.has(key) && versionKey(owner.id, currentVersion(owner).version) !== key
    )
  })
}

/**
 * True when it was made inside the words of a proposal that has fallen or has left them out: listed, but out of the
 * text.
 */
export function isMoot(state: State, proposal: number): boolean {
  if (isLeftBehind(state, proposal)) return true
  const parent = restsOn(state, proposal)
  if (parent === null) return false
  const { status } = state.proposals.get(parent)!
  return (status !== 'open' && status !== 'accepted') || isMoot(state, parent)
}

/** True when a proposal stands in the text as brackets: open, and not moot. */
export const isShown = (state: State, proposal: Proposal): boolean =>
  proposal.status === 'open' && !isMoot(state, proposal.id)

/** Proposals, whatever became of them, made inside the words of this one, or inside theirs. */
export function madeInside(state: Pick<State, 'proposals' | 'slots'>, proposal: number): Set<number> {
  const found = new Set<number>()
  const search = (id: number): void => {
    const inside = state.proposals.get(id)!.versions.flatMap(({ version, changes }) =>
      changes.flatMap((_, index) => {
        const slot = state.slots.get(sourceId(versionKey(id, version), index))
        return slot
          ? [...slot.strikes, ...slot.holds]
              .map(({ key }) => key)
              .concat(slot.insertions.map(({ source }) => source))
          : []
      }),
    )
    for (const other of inside.map((name) => parseInt(name, 10)))
      if (!found.has(other)) {
        found.add(other)
        search(other)
      }
  }
  search(proposal)
  return found
}

/** Accepted proposals made inside the words of this one. */
export function borneBy(state: State, proposal: number): number[] {
  const inside = (id: number) =>
    hostsOf(state, id).some((host) => {
      let at = state.sources.get(host)
      while (at?.key) {
        if (parseSource(at.id)!.proposal === proposal && id !== proposal) return true
        at = at.anchor ? state.sources.get(at.anchor.source) : undefined
      }
      return false
    })
  return [...state.proposals.values()]
    .filter(({ id, status }) => status === 'accepted' && inside(id))
    .map(({ id }) => id)
}

/**
 * The set a draft is made on: what is accepted, these proposals, and those in whose words they were made.
 * Throws RangeError for a proposal that is not there.
 */
export function basisOf(state: State, proposals: readonly number[]): Set<VersionKey> {
  const basis = new Set(state.accepted)
  const add = (id: number) => {
    const proposal = state.proposals.get(id)
    if (!proposal) throw new RangeError(`no proposal ${id}`)
    basis.add(versionKey(id, currentVersion(proposal).version))
    for (const host of hostsOf(state, id)) {
      const parent = parseSource(host)
      if (parent && parent.proposal !== id && !basis.has(parent.key)) add(parent.proposal)
    }
  }
  proposals.forEach(add)
  return basis
}
