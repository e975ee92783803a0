import type { VersionKey } from '../proposal/change.ts'
import { versionKey } from '../proposal/change.ts'
import type { Proposal } from '../proposal/proposal.ts'
import { currentVersion } from '../proposal/proposal.ts'
import { isShown } from '../proposal/standing.ts'
import type { State } from '../record/state.ts'
import { roundBase } from '../record/state.ts'
import type { Selection } from '../text/node.ts'
import { asksFor, membersNow, proposalsOf } from './only.ts'
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
      const own = versionsOf(
        state,
        ({ status, sponsors }) => status === 'open' && sponsors.includes(lens.party),
      )
      return plain(`preferred ${lens.party}`, (key) => state.accepted.has(key) || own(key))
    }
    case 'asIf': {
      const chosen = versionsOf(state, ({ id }) => lens.proposals.includes(id))
      const name = `as if ${lens.proposals.join(' ')}`
      return plain(name, (key) => state.accepted.has(key) || chosen(key))
    }
    case 'compilation': {
      if (lens.only !== undefined) return compilationOf(state, lens.only)
      const open = versionsOf(state, (proposal) => isShown(state, proposal))
      return bracketed('compilation', state.accepted, open)
    }
    case 'since': {
      const base = roundBase(state)
      return bracketed('since', base, (key) => state.accepted.has(key) && !base.has(key))
    }
  }
}

/**
 * Brackets of what one party asks for. What its proposals rest on is shown with them, wherever it stands, and
 * is told by name: it may come to be shown by an act on another paragraph than its own.
 */
function compilationOf(state: State, party: string): LensSelection {
  const asks = asksFor(state, party)
  const shown = proposalsOf(state, party)
  const hosts = [...shown].filter((id) => !asks(state.proposals.get(id)!))
  const open = versionsOf(state, (proposal) => shown.has(proposal.id))
  const name = `compilation only ${[party, ...membersNow(state, party)].join(' ')} on ${hosts.join(' ')}`
  return bracketed(name, state.accepted, open)
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
  open: (key: VersionKey) => boolean,
): LensSelection => ({
  name,
  inserted: (key) => standing.has(key) || open(key),
  struck: (key) => standing.has(key),
  open,
})

/** Tells the current versions of the proposals that are wanted. Judged when asked: a screen kept up to date asks of few. */
function versionsOf(state: State, wanted: (proposal: Proposal) => boolean): (key: VersionKey) => boolean {
  const known = new Map<VersionKey, boolean>()
  return (key) => {
    let is = known.get(key)
    if (is === undefined) {
      const proposal = state.proposals.get(parseInt(key, 10))
      is =
        proposal !== undefined &&
        key === versionKey(proposal.id, currentVersion(proposal).version) &&
        wanted(proposal)
      known.set(key, is)
    }
    return is
  }
}
