import { chairCode } from '../party/party.ts'
import type { Actor } from '../party/role.ts'
import { currentVersion } from '../proposal/proposal.ts'
import type { Proposal } from '../proposal/proposal.ts'
import type { Refusal } from '../refusal.ts'
import { refuse } from '../refusal.ts'
import type { Intent } from './deed.ts'
import { permitChanges, permitRevision } from './permit-changes.ts'
import { permitPublish, permitRule, permitStatus } from './permit-ruling.ts'
import { inName, isReserved, rights, servesChair } from './rights.ts'
import type { State } from './state.ts'

/** What is asked, and by whom; the key plays no part in what is right. */
export type Asked = Omit<Intent, 'key'>

/**
 * Refuses what `apply` would refuse: the same function disables a button in the browser and guards the
 * record on the server. `state` null stands for a text not yet opened. Null means: go ahead.
 */
export function permit(state: State | null, actor: Actor, asked: Asked): Refusal | null {
  const { deed } = asked
  if (!rights[actor.role].includes(deed.type))
    return refuse('not-allowed', { role: actor.role, deed: deed.type })
  if (state === null) return deed.type === 'open' ? permitOpen(asked) : refuse('text-not-open')
  return permitVoice(state, actor, asked) ?? permitDeed(state, actor, asked)
}

/** May this person put down that name? Delegates speak for their own; the chair and secretariat enter what others said. */
function permitVoice(state: State, actor: Actor, asked: Asked): Refusal | null {
  const { for: party, onBehalfOf, channel, deed } = asked
  if (!inName(deed.type))
    return party || onBehalfOf ? refuse('other-delegation', { party: party ?? onBehalfOf! }) : null
  const seated = (code: string) => code !== chairCode && state.parties.has(code)
  const speaker = party ?? actor.delegation ?? undefined
  for (const code of [speaker, onBehalfOf])
    if (code !== undefined && !seated(code)) return refuse('unknown-party', { party: code })
  if (servesChair(actor.role)) {
    if (party === undefined && onBehalfOf !== undefined)
      return refuse('not-speaking-for', { party: onBehalfOf })
    const needsName = actor.role === 'secretariat' || deed.type === 'position' || deed.type === 'cosponsor'
    return needsName && party === undefined && deed.type !== 'comment'
      ? refuse('unknown-party', { party: '' })
      : null
  }
  if (speaker === undefined) return refuse('unknown-party', { party: '' })
  if (speaker !== actor.delegation) return refuse('other-delegation', { party: speaker })
  if (onBehalfOf !== undefined && !actor.speaksFor.includes(onBehalfOf))
    return refuse('not-speaking-for', { party: onBehalfOf })
  return channel === 'typed' ? null : refuse('not-allowed', { role: actor.role, deed: channel })
}

function permitOpen({ deed }: Asked): Refusal | null {
  if (deed.type !== 'open') return refuse('text-not-open')
  const ids = deed.paragraphs.map(({ id }) => id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  if (twice !== undefined) return refuse('paragraph-taken', { paragraph: twice })
  const codes = deed.parties.map(({ code }) => code)
  const taken = codes.find((code, i) => isReserved(code) || codes.indexOf(code) !== i)
  return taken === undefined ? null : refuse('code-taken', { code: taken })
}

function permitDeed(state: State, actor: Actor, asked: Asked): Refusal | null {
  const { deed } = asked
  const party = partyOf(actor, asked)
  switch (deed.type) {
    case 'open':
      return refuse('text-open')
    case 'seat': {
      if (isReserved(deed.party.code)) return refuse('code-taken', { code: deed.party.code })
      const stranger = deed.party.members?.find(({ code }) => !state.parties.has(code))
      return stranger ? refuse('unknown-party', { party: stranger.code }) : null
    }
    case 'meet':
      if (state.meeting !== null) return refuse('meeting-sits', { meeting: state.meeting })
      return state.meetings.has(deed.meeting) ? refuse('code-taken', { code: deed.meeting }) : null
    case 'rise':
      return state.meeting === null ? refuse('no-meeting') : null
    case 'table': {
      const stranger = deed.invite.find((code) => code === chairCode || !state.parties.has(code))
      if (stranger !== undefined) return refuse('unknown-party', { party: stranger })
      return (
        firstOf(deed.alternatives, (id) => openProposal(state, id)) ??
        permitChanges(state, party, deed.changes, null)
      )
    }
    case 'amend':
      return permitChanges(state, party, deed.changes, null)
    case 'revise': {
      const proposal = state.proposals.get(deed.proposal)
      return (
        openProposal(state, deed.proposal) ??
        sponsorOnly(party, proposal!) ??
        permitChanges(state, party, deed.changes, proposal!) ??
        permitRevision(state, proposal!, deed.changes)
      )
    }
    case 'withdraw': {
      const proposal = state.proposals.get(deed.proposal)
      if (!proposal) return refuse('unknown-proposal', { proposal: deed.proposal })
      return undecided(proposal) ?? sponsorOnly(party, proposal)
    }
    case 'cosponsor': {
      const missing = openProposal(state, deed.proposal)
      if (missing) return missing
      return state.proposals.get(deed.proposal)!.sponsors.includes(party)
        ? refuse('already-sponsor', { party, proposal: deed.proposal })
        : null
    }
    case 'decline': {
      const missing = openProposal(state, deed.proposal)
      if (missing) return missing
      return state.proposals.get(deed.proposal)!.invited.includes(party)
        ? null
        : refuse('not-invited', { party, proposal: deed.proposal })
    }
    case 'position':
      return permitPosition(state, party, asked)
    case 'comment':
      return subjectKnown(state, deed.on)
    case 'rule':
      return permitRule(state, deed)
    case 'rivals': {
      const closed = firstOf(deed.proposals, (id) => openProposal(state, id))
      if (closed) return closed
      const own = deed.proposals.some((id) => state.proposals.get(id)!.sponsors.includes(party))
      if (actor.role !== 'facilitator' && !own)
        return refuse('not-sponsor', { party, proposal: deed.proposals[0]! })
      const declared = deed.proposals.every((id) =>
        deed.proposals.every(
          (other) => other === id || state.proposals.get(id)!.alternatives.includes(other),
        ),
      )
      return declared ? refuse('already-so') : null
    }
    case 'status':
      return permitStatus(state, deed)
    case 'publish':
      return permitPublish(state, deed)
  }
}

/** The party whose name the act will carry. */
export const partyOf = (actor: Actor, { for: party, onBehalfOf }: Asked): string =>
  onBehalfOf ?? party ?? actor.delegation ?? chairCode

function firstOf<T>(items: readonly T[], check: (item: T) => Refusal | null): Refusal | null {
  for (const item of items) {
    const refusal = check(item)
    if (refusal) return refusal
  }
  return null
}

function openProposal(state: State, id: number): Refusal | null {
  const proposal = state.proposals.get(id)
  if (!proposal) return refuse('unknown-proposal', { proposal: id })
  return proposal.status === 'open'
    ? null
    : refuse('proposal-decided', { proposal: id, status: proposal.status })
}

const undecided = ({ id, status }: Proposal): Refusal | null =>
  status === 'open' || status === 'parked' ? null : refuse('proposal-decided', { proposal: id, status })

const sponsorOnly = (party: string, { id, sponsors }: Proposal): Refusal | null =>
  sponsors.includes(party) ? null : refuse('not-sponsor', { party, proposal: id })

function subjectKnown(
  state: State,
  on: { proposal: number; version: number } | { paragraph: string },
): Refusal | null {
  if ('paragraph' in on)
    return state.breaks.has(on.paragraph) ? null : refuse('unknown-paragraph', { paragraph: on.paragraph })
  const proposal = state.proposals.get(on.proposal)
  if (!proposal) return refuse('unknown-proposal', { proposal: on.proposal })
  return on.version >= 1 && on.version <= currentVersion(proposal).version
    ? null
    : refuse('version-passed', { ...on, current: currentVersion(proposal).version })
}

function permitPosition(state: State, party: string, { deed }: Asked): Refusal | null {
  if (deed.type !== 'position') return null
  const { on, stance, reason, condition } = deed
  const unknown = subjectKnown(state, on)
  if (unknown) return unknown
  if ('proposal' in on) {
    const proposal = state.proposals.get(on.proposal)!
    const current = currentVersion(proposal).version
    if (on.version !== current) return refuse('version-passed', { ...on, current })
    const decided = undecided(proposal)
    if (decided) return decided
  }
  const taken = (state.positions.get('proposal' in on ? on.proposal : on.paragraph) ?? []).findLast(
    (position) =>
      position.party === party && (!('proposal' in on) || JSON.stringify(position.on) === JSON.stringify(on)),
  )
  const same = taken
    ? taken.stance === stance && taken.reason === reason && taken.condition === condition
    : stance === null
  return same ? refuse('already-so') : null
}
