import type { VersionKey } from '../proposal/change.ts'
import { sourceId, versionKey } from '../proposal/change.ts'
import type { Proposal } from '../proposal/proposal.ts'
import { currentVersion } from '../proposal/proposal.ts'
import { isMoot } from '../proposal/standing.ts'
import type { State } from '../record/state.ts'
import { roundBase } from '../record/state.ts'
import type { Selection } from '../text/node.ts'
import type { Lens } from './passage.ts'

/** What a lens shows: which words, and which of the changes to them in brackets. */
export interface LensSelection extends Selection {
  /** Versions shown in brackets. */
  readonly open: (key: VersionKey) => boolean
}

const none = () => false

/** The selection of a lens on a state. */
export function selectionOfLens(state: State, lens: Lens): LensSelection {
  switch (lens.type) {
    case 'base': {
      const base = roundBase(state)
      return plain('base', (key) => base.has(key))
    }
    case 'clean':
      return plain('clean', (key) => state.accepted.has(key))
    case 'preferred': {
      const own = keysOf(state, ({ status, sponsors }) => status === 'open' && sponsors.includes(lens.party))
      return plain(`preferred ${lens.party}`, (key) => state.accepted.has(key) || own.has(key))
    }
    case 'asIf': {
      const chosen = keysOf(state, ({ id }) => lens.proposals.includes(id))
      const name = `as if ${lens.proposals.join(' ')}`
      return plain(name, (key) => state.accepted.has(key) || chosen.has(key))
    }
    case 'compilation': {
      const doubtful = insideFallen(state)
      const open = keysOf(
        state,
        ({ id, status }) => status === 'open' && !(doubtful.has(id) && isMoot(state, id)),
      )
      return bracketed('compilation', state.accepted, open)
    }
    case 'since': {
      const base = roundBase(state)
      return bracketed('since', base, new Set([...state.accepted].filter((key) => !base.has(key))))
    }
  }
}

const plain = (name: string, has: (key: VersionKey) => boolean): LensSelection => ({
  name,
  inserted: has,
  struck: has,
  open: none,
})

const bracketed = (
  name: string,
  standing: ReadonlySet<VersionKey>,
  open: ReadonlySet<VersionKey>,
): LensSelection => ({
  name,
  inserted: (key) => standing.has(key) || open.has(key),
  struck: (key) => standing.has(key),
  open: (key) => open.has(key),
})

function keysOf(state: State, wanted: (proposal: Proposal) => boolean): Set<VersionKey> {
  const keys = new Set<VersionKey>()
  for (const proposal of state.proposals.values())
    if (wanted(proposal)) keys.add(versionKey(proposal.id, currentVersion(proposal).version))
  return keys
}

/** Proposals made in the words of fallen ones, however deep: the only ones that can be moot. */
function insideFallen(state: State): Set<number> {
  const inside = new Set<number>()
  const add = (id: number): void => {
    if (inside.has(id)) return
    inside.add(id)
    search(state.proposals.get(id)!)
  }
  const search = ({ id, versions }: Proposal): void => {
    for (const { version, changes } of versions)
      changes.forEach((_, index) => {
        const slot = state.slots.get(sourceId(versionKey(id, version), index))
        if (!slot) return
        for (const { source } of slot.insertions) add(parseInt(source, 10))
        for (const { key } of slot.strikes) add(parseInt(key, 10))
        for (const { key } of slot.holds) add(parseInt(key, 10))
      })
  }
  for (const proposal of state.proposals.values())
    if (proposal.status !== 'open' && proposal.status !== 'accepted') search(proposal)
  return inside
}
