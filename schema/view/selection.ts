import type { VersionKey } from '../proposal/change.ts'
import { namedSources } from '../proposal/footprint.ts'
import { parseSource, versionKey } from '../proposal/change.ts'
import type { Proposal, Version } from '../proposal/proposal.ts'
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
      const open = keysOf(
        state,
        (proposal) => proposal.status === 'open' && !fallsWithParent(state, proposal),
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

const nested = new WeakMap<Version, boolean>()

/** Only what was made in another's words can fall with it; most proposals were not, and are told apart once. */
function fallsWithParent(state: State, proposal: Proposal): boolean {
  const version = currentVersion(proposal)
  let inside = nested.get(version)
  if (inside === undefined) {
    inside = version.changes.some((change) => namedSources(change).some((source) => parseSource(source)))
    nested.set(version, inside)
  }
  return inside && isMoot(state, proposal.id)
}
