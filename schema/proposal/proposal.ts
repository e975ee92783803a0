import type { Change } from './change.ts'

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

/** How words came to the record: typed by their delegation, said from the floor, or sent by letter. */
export const channels = ['typed', 'floor', 'letter'] as const
export type Channel = (typeof channels)[number]

/** One wording of a proposal, as tabled or revised by act `n`. */
export interface Version {
  readonly version: number
  readonly n: number
  readonly at: string
  readonly changes: readonly Change[]
  readonly rationale: string
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
  readonly sponsors: readonly string[]
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
  readonly outcome: Outcome | null
  /** True when words it was made on have changed since and it was carried over to the new ones. */
  readonly stale: boolean
}

/** The wording in force. */
export const currentVersion = (proposal: Proposal): Version => proposal.versions.at(-1)!
