import type { Actor } from '../../schema/party/role.ts'
import type { Proposal } from '../../schema/proposal/proposal.ts'
import { currentVersion } from '../../schema/proposal/proposal.ts'
import { rivalsOf } from '../../schema/proposal/rivals.ts'
import { servesChair } from '../../schema/record/rights.ts'
import type { State } from '../../schema/record/state.ts'
import { paragraphsTouched } from '../../schema/record/touches.ts'
import { roundLabels } from '../../schema/text/label.ts'
import { view } from '../../schema/view/view.ts'

/** Something in a record that awaits a person: computed, never sent by anybody. */
export interface Duty {
  readonly type: 'invited' | 'stale' | 'pending' | 'rival' | 'oneAway' | 'ripe'
  /** The delegation it awaits; null for facilitators and the secretariat. */
  readonly party: string | null
  /** Label of the first paragraph concerned; empty for an unnumbered one. */
  readonly place: string
  readonly proposal: number | null
  /** The party's own proposal that is met. */
  readonly own: number | null
  /** Who brought it about, or on whom it waits. */
  readonly by: readonly string[]
  /** Act that brought it about, and when (ISO 8601 in UTC). */
  readonly n: number
  readonly at: string
}

/** What awaits a person in one text, the latest first. */
export function dutiesOf(state: State, actor: Actor): Duty[] {
  const parties = actor.delegation === null ? [] : [actor.delegation, ...actor.speaksFor]
  const found = servesChair(actor.role)
    ? chairDuties(state)
    : parties.flatMap((party) => [
        ...invitations(state, party),
        ...stalePositions(state, party),
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

/** Positions are taken on one wording; after a revision the party has not said how it stands. */
function stalePositions(state: State, party: string): Duty[] {
  return openProposals(state).flatMap((proposal) => {
    const last = state.positions.get(proposal.id)?.findLast((position) => position.party === party)
    const isStale =
      last?.stance &&
      'version' in last.on &&
      last.on.version < currentVersion(proposal).version &&
      !proposal.sponsors.includes(party)
    return isStale ? [about(state, 'stale', party, proposal)] : []
  })
}

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

function about(state: State, type: Duty['type'], party: string, proposal: Proposal): Duty {
  const { n, at, changes } = currentVersion(proposal)
  const paragraph = changes.flatMap((change) => paragraphsTouched(state, change))[0]
  const place = roundLabels(state).get(paragraph ?? '') ?? ''
  return { type, party, place, proposal: proposal.id, own: null, by: proposal.sponsors, n, at }
}

function atParagraph(state: State, type: Duty['type'], paragraph: string): Omit<Duty, 'n' | 'at'> {
  return {
    type,
    party: null,
    place: roundLabels(state).get(paragraph) ?? '',
    proposal: null,
    own: null,
    by: [],
  }
}
