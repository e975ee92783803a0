import { chairCode } from '../party/party.ts'
import type { Actor } from '../party/role.ts'
import type { Refusal } from '../refusal.ts'
import { refuse } from '../refusal.ts'
import type { DeedType, Intent } from './deed.ts'
import {
  firstOf,
  openProposal,
  permitMembers,
  permitRivals,
  sponsorOnly,
  undecided,
  withinLimit,
} from './guards.ts'
import { permitChanges, permitRevision } from './permit-changes.ts'
import { permitAsking, permitPosition, permitUndertaking, subjectKnown } from './permit-position.ts'
import { permitPackage, permitPublish, permitRule, permitStatus } from './permit-ruling.ts'
import { inName, isReserved, recordable, rights, servesChair } from './rights.ts'
import type { State } from './state.ts'

/** What is asked, and by whom; the key plays no part in what is right. */
export type Asked = Omit<Intent, 'key'>

/**
 * Refuses what `apply` would refuse: the same function disables a button in the browser and guards the
 * record on the server. `state` null stands for a text not yet opened. Null means: go ahead.
 */
export function permit(state: State | null, actor: Actor, asked: Asked): Refusal | null {
  const { deed } = asked
  const imports = asked.channel === 'imported' && servesChair(actor.role) && recordable.includes(deed.type)
  if (!imports && !rights[actor.role].includes(deed.type))
    return refuse('not-allowed', { role: actor.role, deed: deed.type })
  if (asked.channel === 'imported' && deed.type !== 'open') {
    if (!imports) return refuse('not-allowed', { role: actor.role, deed: 'imported' })
    if (state && !state.importing) return refuse('import-over')
  }
  if (state === null) return deed.type === 'open' ? permitOpen(asked) : refuse('text-not-open')
  return permitVoice(state, actor, asked) ?? permitDeed(state, actor, asked)
}

/** May this person put down that name? Delegates speak for their own; the chair and secretariat enter what others said. */
function permitVoice(state: State, actor: Actor, asked: Asked): Refusal | null {
  const { for: party, onBehalfOf, channel, deed } = asked
  if (!inName(deed.type))
    return party || onBehalfOf ? refuse('other-delegation', { party: party ?? onBehalfOf! }) : null
  // What an imported text says the chair asks for was asked for; the chair takes no positions.
  const asChair = channel === 'imported' && (deed.type === 'table' || deed.type === 'cosponsor')
  const seated = (code: string) => (asChair || code !== chairCode) && state.parties.has(code)
  const speaker = party ?? actor.delegation ?? undefined
  for (const code of [speaker, onBehalfOf])
    if (code !== undefined && !seated(code)) return refuse('unknown-party', { party: code })
  if (servesChair(actor.role)) {
    if (party === undefined && onBehalfOf !== undefined)
      return refuse('not-speaking-for', { party: onBehalfOf })
    const needsName =
      alwaysNamed.includes(deed.type) ||
      (actor.role === 'secretariat' && channel !== 'imported' && !nameless.includes(deed.type))
    return needsName && party === undefined ? refuse('unknown-party', { party: '' }) : null
  }
  if (speaker === undefined) return refuse('unknown-party', { party: '' })
  if (speaker !== actor.delegation) return refuse('other-delegation', { party: speaker })
  if (onBehalfOf !== undefined && !actor.speaksFor.includes(onBehalfOf))
    return refuse('not-speaking-for', { party: onBehalfOf })
  return channel === 'typed' ? null : refuse('not-allowed', { role: actor.role, deed: channel })
}

/** Only a delegation can do these, whoever enters them. */
const alwaysNamed: readonly DeedType[] = ['position', 'cosponsor', 'decline', 'undertake']
/** The secretariat does these in no delegation's name. */
const nameless: readonly DeedType[] = ['comment', 'ask']

function permitOpen({ deed }: Asked): Refusal | null {
  if (deed.type !== 'open') return refuse('text-not-open')
  const ids = deed.paragraphs.map(({ id }) => id)
  const twice = ids.find((id, i) => ids.indexOf(id) !== i)
  if (twice !== undefined) return refuse('paragraph-taken', { paragraph: twice })
  const stranger = deed.counts?.find(({ paragraph }) => !ids.includes(paragraph))
  if (stranger) return refuse('unknown-paragraph', { paragraph: stranger.paragraph })
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
      return permitMembers(deed.party, [...state.parties.values()])
    }
    case 'meet':
      if (state.meeting !== null) return refuse('meeting-sits', { meeting: state.meeting })
      return state.meetings.has(deed.meeting) ? refuse('code-taken', { code: deed.meeting }) : null
    case 'rise':
      return state.meeting === null ? refuse('no-meeting') : null
    case 'table': {
      const nobodys = asked.channel === 'imported' && asked.for === undefined
      const stranger = deed.invite.find((code) => nobodys || code === chairCode || !state.parties.has(code))
      if (stranger !== undefined) return refuse('unknown-party', { party: stranger })
      return (
        firstOf(deed.alternatives, (id) => openProposal(state, id)) ??
        firstOf(deed.alternatives, (id) => withinLimit(state, id, [...deed.alternatives, state.n + 1])) ??
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
    case 'undertake':
      return permitUndertaking(state, party, deed)
    case 'ask':
      return permitAsking(state, party, deed)
    case 'position':
      return permitPosition(state, party, deed)
    case 'comment':
      return subjectKnown(state, deed.on)
    case 'rule':
      return permitRule(state, deed)
    case 'rivals': {
      const closed = firstOf(deed.proposals, (id) => openProposal(state, id))
      if (closed) return closed
      const own = deed.proposals.some((id) => state.proposals.get(id)!.sponsors.includes(party))
      if (actor.role !== 'facilitator' && asked.channel !== 'imported' && !own)
        return refuse('not-sponsor', { party, proposal: deed.proposals[0]! })
      return permitRivals(state, deed.proposals)
    }
    case 'status':
      return permitStatus(state, deed)
    case 'package':
      return permitPackage(state, deed)
    case 'publish':
      return permitPublish(state, deed)
  }
}

/** The party whose name the act will carry. */
const partyOf = (actor: Actor, { for: party, onBehalfOf }: Asked): string =>
  onBehalfOf ?? party ?? actor.delegation ?? chairCode
