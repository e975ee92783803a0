import type { Party } from '../party/party.ts'
import type { Position } from '../party/position.ts'
import type { Anchor, Range, SourceId, VersionKey } from '../proposal/change.ts'
import type { Proposal } from '../proposal/proposal.ts'
import type { Counts } from '../text/numbering.ts'
import type { Runs } from '../text/token.ts'
import type { ParagraphStatus } from './deed.ts'

/** A stream of tokens that never changes. `anchor` is null for a paragraph of the text as opened. */
export interface Source {
  readonly id: SourceId
  readonly runs: Runs
  readonly length: number
  /** Offsets of the breaks in it, ascending. */
  readonly breaks: readonly number[]
  /** Member of a set that brings it in; null when it is there from the start. */
  readonly key: VersionKey | null
  readonly anchor: Anchor | null
  /** True for what a `place` change puts at its anchor: no tokens, the paragraph comes there. */
  readonly portal: boolean
}

/** A strike or a hold on units of a source, by change `index` of a version. */
export interface Mark extends Range {
  readonly key: VersionKey
  readonly index: number
}

/** All that lies in a source: what is inserted in its gaps (in reading order), struck and held. */
export interface Slot {
  readonly insertions: readonly { readonly at: number; readonly source: SourceId; readonly rank: number }[]
  readonly strikes: readonly Mark[]
  readonly holds: readonly Mark[]
}

/** A change of a version as found by what it bears on. */
export interface ChangeRef {
  readonly key: VersionKey
  readonly index: number
}

/** Where a paragraph stands; `since` is the act that said so. */
export interface StatusEntry {
  readonly status: ParagraphStatus
  readonly pending: readonly string[]
  readonly reason: string
  readonly n: number
  readonly at: string
}

/** Proposals and paragraphs that are to be agreed together, as act `n` put them. */
export interface Package {
  readonly id: string
  readonly title: string
  readonly proposals: readonly number[]
  readonly paragraphs: readonly string[]
  readonly n: number
  readonly at: string
}

/** A comment as recorded. `n` is its act, `at` ISO 8601 in UTC. */
export interface Remark {
  readonly n: number
  readonly at: string
  readonly by: string
  readonly party: string | null
  readonly text: string
}

interface Meeting {
  readonly id: string
  readonly title: string
  readonly opened: string
  readonly rose: string | null
}

/** An immutable issue of the text: what had been accepted by act `n`. */
interface Revision {
  readonly symbol: string
  readonly n: number
  readonly at: string
  readonly contentHash: string
  readonly note: string
  readonly accepted: ReadonlySet<VersionKey>
}

/** Everything that follows from the acts of one text up to `n`. Values in the maps are never changed. */
export interface State {
  readonly text: string
  readonly title: string
  readonly symbol: string
  readonly language: string
  readonly n: number
  readonly at: string
  readonly hash: string
  /** True while nothing has been done since the text was opened but to record what it says in brackets. */
  readonly importing: boolean
  readonly parties: ReadonlyMap<string, Party>
  readonly meetings: ReadonlyMap<string, Meeting>
  /** The meeting that sits now. */
  readonly meeting: string | null
  /** Paragraphs of the text as opened, in order; each is its own source. */
  readonly opened: readonly SourceId[]
  /** How paragraphs are counted that have other numbers than their places give them. */
  readonly counts: Counts
  readonly sources: ReadonlyMap<SourceId, Source>
  readonly slots: ReadonlyMap<SourceId, Slot>
  /** Source and offset of every paragraph's break, by paragraph id. */
  readonly breaks: ReadonlyMap<string, { readonly source: SourceId; readonly at: number }>
  readonly sets: ReadonlyMap<string, readonly ChangeRef[]>
  readonly places: ReadonlyMap<string, readonly ChangeRef[]>
  readonly proposals: ReadonlyMap<number, Proposal>
  /** Versions ruled accepted, whenever: the set S of `text(S)` that is the text under negotiation. */
  readonly accepted: ReadonlySet<VersionKey>
  readonly positions: ReadonlyMap<number | string, readonly Position[]>
  readonly remarks: ReadonlyMap<number | string, readonly Remark[]>
  readonly statuses: ReadonlyMap<string, StatusEntry>
  readonly packages: ReadonlyMap<string, Package>
  readonly revisions: readonly Revision[]
  /**
   * Per opened paragraph the last act that bore on it or on anything inserted into it. A new object at
   * every touch, so that what was computed from a paragraph can be kept by identity.
   */
  readonly touched: ReadonlyMap<SourceId, Touch>
}

/** The act that last bore on a paragraph; told apart by identity. */
export interface Touch {
  readonly n: number
}

/** What was accepted when the current round began: the base of this round is `text` of this set. */
export const roundBase = (state: State): ReadonlySet<VersionKey> =>
  state.revisions.at(-1)?.accepted ?? noVersions

const noVersions: ReadonlySet<VersionKey> = new Set()
