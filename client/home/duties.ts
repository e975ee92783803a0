import type { Actor } from '../../schema/party/role.ts'
import type { Inquiry, Proposal } from '../../schema/proposal/proposal.ts'
import { currentVersion } from '../../schema/proposal/proposal.ts'
import { rewording } from '../../schema/proposal/reworded.ts'
import { rivalsOf } from '../../schema/proposal/rivals.ts'
import type { MetCondition } from '../../schema/record/conditions.ts'
import { metConditions } from '../../schema/record/conditions.ts'
import type { DeedOf } from '../../schema/record/deed.ts'
import { servesChair } from '../../schema/record/rights.ts'
import type { State } from '../../schema/record/state.ts'
import { paragraphsTouched } from '../../schema/record/touches.ts'
import { labelOf, roundLabels } from '../../schema/text/label.ts'
import { view } from '../../schema/view/view.ts'
import { renewalOf } from '../room/standing/renewal.ts'
import type { RewordedBetween } from '../room/standing/reworded-words.tsx'

/** Something in a record that awaits a person: computed, never sent by anybody. */
export interface Duty {
  readonly type: 'invited' | 'stale' | 'asked' | 'pending' | 'rival' | 'met' | 'metOwn' | 'oneAway' | 'ripe'
  /** The delegation it awaits; null for facilitators and the secretariat. */
  readonly party: string | null
  /** Citation of the first paragraph concerned; empty for an unnumbered one. */
  readonly place: string
  readonly proposal: number | null
  /** The party's own proposal that is met. */
  readonly own: number | null
  /** Who brought it about, or on whom it waits. */
  readonly by: readonly string[]
  /** Act that brought it about, and when (ISO 8601 in UTC). */
  readonly n: number
  readonly at: string
  /** The deed that settles it as before in one press: a position on an earlier wording, renewed. */
  readonly renewal: DeedOf<'position'> | null
  /** What became of the words since the position was taken, where it is to be renewed. */
  readonly changed: RewordedBetween | null
}

/** What awaits a person in one text, the latest first. */
export function dutiesOf(state: State, actor: Actor): Duty[] {
  const parties = actor.delegation === null ? [] : [actor.delegation, ...actor.speaksFor]
  const found = servesChair(actor.role)
    ? chairDuties(state)
    : parties.flatMap((party) => [
        ...invitations(state, party),
        ...stalePositions(state, party),
        ...ownConditions(state, party),
        ...rivals(state, party),
        ...pending(state, party),
      ])
  return found.sort((a, b) => b.n - a.n)
}

const openProposals = (state: State): Proposal[] =>
  [...state.proposals.values()].filter(({ status }) => status === 'open')

function invitations(state: State, party: string): Duty[] {
  return openProposals(state)
    .filter(({ invited }) => invited.includes(party))
    .map((proposal) => about(state, 'invited', party, proposal))
}

/**
 * Positions are taken on one wording; after a revision the party has not said how it stands. Who was asked
 * for it hears so, and since when.
 */
function stalePositions(state: State, party: string): Duty[] {
  return openProposals(state).flatMap((proposal) => {
    const last = state.positions.get(proposal.id)?.findLast((position) => position.party === party)
    const { version } = currentVersion(proposal)
    const isStale =
      last?.stance && 'version' in last.on && last.on.version < version && !proposal.sponsors.includes(party)
    const asked = proposal.asked.find((one) => one.party === party && one.version === version)
    const answered = last !== undefined && 'version' in last.on && last.on.version === version
    if (!isStale)
      return asked && !answered && !proposal.sponsors.includes(party)
        ? [inquiry(state, party, proposal, asked)]
        : []
    const renewal = renewalOf(state, proposal.id, version, last)
    const duty = asked ? inquiry(state, party, proposal, asked) : about(state, 'stale', party, proposal)
    const was = 'version' in last.on ? last.on.version : 1
    const changes = rewording(state, proposal, was, version)
    return [{ ...duty, renewal, changed: { was, now: version, language: state.language, changes } }]
  })
}

const inquiry = (state: State, party: string, proposal: Proposal, { n, at, by }: Inquiry): Duty => ({
  ...about(state, 'asked', party, proposal),
  by: [by],
  n,
  at,
})

/** Conditions that have come about await the party that set them: nothing is done by itself. */
const ownConditions = (state: State, party: string): Duty[] =>
  metConditions(state)
    .filter((met) => met.party === party)
    .map((met) => conditionMet(state, 'metOwn', met))

function conditionMet(state: State, type: 'met' | 'metOwn', { party, on, met }: MetCondition): Duty {
  const proposal = 'proposal' in on ? state.proposals.get(on.proposal) : undefined
  const duty =
    proposal || !('paragraph' in on)
      ? about(state, type, party, proposal!)
      : { ...atParagraph(state, type, on.paragraph), at: state.at }
  return { ...duty, party, by: [party], n: met, at: timeOf(state, met) ?? duty.at }
}

/** When the act was done that decided a proposal or gave a paragraph its status. */
const timeOf = (state: State, n: number): string | undefined =>
  [...state.proposals.values()].find(({ outcome }) => outcome?.n === n)?.outcome?.at ??
  [...state.statuses.values()].find((entry) => entry.n === n)?.at

/** Later proposals of others on the words of the party's own: of two rivals one at most is accepted. */
function rivals(state: State, party: string): Duty[] {
  return openProposals(state)
    .filter(({ sponsors }) => sponsors.includes(party))
    .flatMap((own) =>
      rivalsOf(state, own.id)
        .map((id) => state.proposals.get(id))
        .filter((other) => other !== undefined)
        .filter((other) => other.status === 'open' && other.id > own.id && !other.sponsors.includes(party))
        .map((other) => ({ ...about(state, 'rival', party, other), own: own.id })),
    )
}

function pending(state: State, party: string): Duty[] {
  return waiting(state)
    .filter(([, { pending: on }]) => on.includes(party))
    .map(([paragraph, { n, at }]) => ({
      ...atParagraph(state, 'pending', paragraph),
      party,
      by: [party],
      n,
      at,
    }))
}

/** Paragraphs one delegation away, and those agreed in informals that nothing holds any more. */
function chairDuties(state: State): Duty[] {
  const oneAway = waiting(state).filter(([, { pending: on }]) => on.length === 1)
  const unopposed = waiting(state).filter(
    ([, { status, pending: on }]) => status === 'informals' && on.length === 0,
  )
  // The whole view is worked out only where a paragraph may be ripe.
  const settled = unopposed.length === 0 ? new Set<string>() : settledParagraphs(state)
  return [
    ...metConditions(state).map((met) => conditionMet(state, 'met', met)),
    ...oneAway.map(([id, { pending: by, n, at }]) => ({ ...atParagraph(state, 'oneAway', id), by, n, at })),
    ...unopposed
      .filter(([id]) => settled.has(id))
      .map(([id, { n, at }]) => ({ ...atParagraph(state, 'ripe', id), n, at })),
  ]
}

/** Paragraphs without an open proposal. */
function settledParagraphs(state: State): ReadonlySet<string> {
  const { paragraphs } = view(state, { type: 'compilation', names: 'hidden' })
  return new Set(paragraphs.filter(({ proposals }) => proposals.length === 0).map(({ id }) => id))
}

const waiting = (state: State) =>
  [...state.statuses].filter(([, { status }]) => status !== 'adReferendum' && status !== 'adopted')

/** Of what no press settles as before. */
const noRenewal = { renewal: null, changed: null } as const

function about(state: State, type: Duty['type'], party: string, proposal: Proposal): Duty {
  const { n, at, changes } = currentVersion(proposal)
  const paragraph = changes.flatMap((change) => paragraphsTouched(state, change))[0]
  const place = placeOf(state, paragraph ?? '')
  return { type, party, place, proposal: proposal.id, own: null, by: proposal.sponsors, n, at, ...noRenewal }
}

function atParagraph(state: State, type: Duty['type'], paragraph: string): Omit<Duty, 'n' | 'at'> {
  return {
    type,
    party: null,
    place: placeOf(state, paragraph),
    proposal: null,
    own: null,
    by: [],
    ...noRenewal,
  }
}

/** How a paragraph is cited; empty for one without a number. */
const placeOf = (state: State, paragraph: string): string =>
  roundLabels(state).get(paragraph) ? labelOf(state, paragraph) : ''
