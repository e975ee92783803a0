import type { Undertaking } from '../party/condition.ts'
import type { Change } from './change.ts'
import type { Channel } from './channel.ts'

/** How a proposal stands. `parked` waits outside the reading; all but open and parked are decided. */
export const proposalStatuses = [
  'open',
  'accepted',
  'merged',
  'superseded',
  'withdrawn',
  'lapsed',
  'parked',
] as const
export type ProposalStatus = (typeof proposalStatuses)[number]

/** One wording of a proposal, as tabled or revised by act `n`. */
export interface Version {
  readonly version: number
  readonly n: number
  readonly at: string
  readonly changes: readonly Change[]
  readonly rationale: string
}

/** That a party whose position is on an earlier wording was asked for one on `version`, by act `n`. */
export interface Inquiry {
  readonly party: string
  readonly version: number
  readonly n: number
  readonly at: string
  readonly by: string
}

/** Who ended a proposal's life as open, by which act, and why. */
export interface Outcome {
  readonly n: number
  readonly at: string
  readonly by: string
  readonly reason: string
  /** The proposal it was merged into, or that superseded it. */
  readonly into?: number | undefined
}

/**
 * A change asked for by delegations. `id` is the number of the act that tabled it. Nothing is erased:
 * `versions` keeps every wording, `formerSponsors` who left.
 */
export interface Proposal {
  readonly id: number
  readonly versions: readonly Version[]
  readonly status: ProposalStatus
  /** Empty when an imported text does not say who asks for it, until a delegation adopts it. */
  readonly sponsors: readonly string[]
  /** True when an imported text asks for it in nobody's name: it stands without a sponsor until the chair rules. */
  readonly unattributed: boolean
  /** Asked to co-sponsor by the sponsors, and not yet answered. */
  readonly invited: readonly string[]
  readonly formerSponsors: readonly string[]
  /** The delegation that spoke, when it spoke for a group. */
  readonly spokenBy: string | null
  /** Person who entered it, and delegation or function of that person. */
  readonly enteredBy: { readonly person: string; readonly name: string; readonly delegation: string | null }
  readonly channel: Channel
  readonly meeting: string | null
  /** Declared alternatives: at most one of them can be accepted. */
  readonly alternatives: readonly number[]
  /** Announced withdrawals that wait for something; at most one of each sponsor. */
  readonly undertakings: readonly Undertaking[]
  /** Parties asked to say where they stand on a new wording. */
  readonly asked: readonly Inquiry[]
  readonly outcome: Outcome | null
  /** True when words it was made on have changed since and it was carried over to the new ones. */
  readonly stale: boolean
}

/** The wording in force. */
export const currentVersion = (proposal: Proposal): Version => proposal.versions.at(-1)!
