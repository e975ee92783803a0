import type { When } from '../party/condition.ts'
import { whenMet } from './conditions.ts'
import type { PositionOn } from '../party/position.ts'
import { chairCode } from '../party/party.ts'
import { currentVersion } from '../proposal/proposal.ts'
import type { Refusal } from '../refusal.ts'
import { refuse } from '../refusal.ts'
import { labelOf } from '../text/label.ts'
import type { DeedOf } from './deed.ts'
import { firstOf, openProposal, sponsorOnly, undecided } from './guards.ts'
import type { State } from './state.ts'

/** Refuses a subject that is not there, or a version there never was. */
export function subjectKnown(state: State, on: PositionOn): Refusal | null {
  if ('paragraph' in on)
    return state.breaks.has(on.paragraph) ? null : refuse('unknown-paragraph', { paragraph: on.paragraph })
  const proposal = state.proposals.get(on.proposal)
  if (!proposal) return refuse('unknown-proposal', { proposal: on.proposal })
  return on.version >= 1 && on.version <= currentVersion(proposal).version
    ? null
    : refuse('version-passed', { ...on, current: currentVersion(proposal).version })
}

/** A position is on the wording in force of what is undecided, and says something new. */
export function permitPosition(state: State, party: string, deed: DeedOf<'position'>): Refusal | null {
  const { on, stance, reason, condition, when = null } = deed
  const unknown = subjectKnown(state, on) ?? permitWhen(state, when, on)
  if (unknown) return unknown
  if ('proposal' in on) {
    const proposal = state.proposals.get(on.proposal)!
    const current = currentVersion(proposal).version
    if (on.version !== current) return refuse('version-passed', { ...on, current })
    const decided = undecided(proposal)
    if (decided) return decided
  }
  const own = (state.positions.get('proposal' in on ? on.proposal : on.paragraph) ?? []).filter(
    (position) => position.party === party,
  )
  const taken = own.findLast(
    (position) => !('proposal' in on) || JSON.stringify(position.on) === JSON.stringify(on),
  )
  // What was said of an earlier wording may be taken back too.
  const same = taken
    ? taken.stance === stance &&
      taken.reason === reason &&
      taken.condition === condition &&
      sameWhen(taken.when, when)
    : stance === null && (own.at(-1)?.stance ?? null) === null
  return same ? refuse('already-so') : null
}

/** A sponsor of what is undecided announces a withdrawal, changes its condition, or takes it back. */
export function permitUndertaking(state: State, party: string, deed: DeedOf<'undertake'>): Refusal | null {
  const { condition, when = null } = deed
  const proposal = state.proposals.get(deed.proposal)
  if (!proposal) return refuse('unknown-proposal', { proposal: deed.proposal })
  const refusal =
    undecided(proposal) ?? sponsorOnly(party, proposal) ?? permitWhen(state, when, { proposal: proposal.id })
  if (refusal) return refusal
  const now = proposal.undertakings.find((one) => one.party === party)
  return (now?.condition ?? '').trim() === condition.trim() && sameWhen(now?.when ?? null, when)
    ? refuse('already-so')
    : null
}

/** The chair, or the secretariat for it, or a sponsor asks, and each party once about one wording. */
export function permitAsking(state: State, party: string, deed: DeedOf<'ask'>): Refusal | null {
  const refusal = openProposal(state, deed.proposal)
  if (refusal) return refusal
  const proposal = state.proposals.get(deed.proposal)!
  const current = currentVersion(proposal).version
  if (deed.version !== current)
    return refuse('version-passed', { proposal: proposal.id, version: deed.version, current })
  const stranger = firstOf(deed.parties, (code) =>
    code !== chairCode && state.parties.has(code) ? null : refuse('unknown-party', { party: code }),
  )
  if (stranger) return stranger
  const asked = deed.parties.every((code) =>
    proposal.asked.some((one) => one.party === code && one.version === current),
  )
  if (asked) return refuse('already-so')
  // In a party's name nobody asks but a sponsor, also when those who serve the chair enter it.
  return party === chairCode ? null : sponsorOnly(party, proposal)
}

/** What a condition waits for must be there, still to come, and not the very thing it is a condition of. */
function permitWhen(
  state: State,
  when: When | null,
  on: { readonly proposal: number } | { readonly paragraph: string },
): Refusal | null {
  if (when === null) return null
  if ('paragraph' in when) {
    const { paragraph } = when
    const own = 'paragraph' in on && on.paragraph === paragraph
    if (own || !state.breaks.has(paragraph)) return refuse('unknown-paragraph', { paragraph })
    if (whenMet(state, when) === null) return null
    return refuse('condition-met', { proposal: 0, label: labelOf(state, paragraph), what: when.becomes })
  }
  const { proposal } = when
  const other = state.proposals.get(proposal)
  if (!other || ('proposal' in on && on.proposal === proposal))
    return refuse('unknown-proposal', { proposal })
  // A position on what was accepted or fell could wait for ever, as well as be met at once.
  return undecided(other) ? refuse('condition-met', { proposal, label: '', what: other.status }) : null
}

const sameWhen = (a: When | null, b: When | null): boolean => JSON.stringify(a) === JSON.stringify(b)
