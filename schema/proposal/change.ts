import type { ParagraphKind, Runs } from '../text/token.ts'

/**
 * An immutable stream of tokens: a paragraph of the text as opened (its id is the paragraph's), or
 * what one change of one version of a proposal inserts (`versionKey/changeIndex`, as "1204.2/0").
 */
export type SourceId = string

/** One version of a proposal: "1204.2" is the second wording of the proposal tabled by act 1204. */
export type VersionKey = string

/** One token: the unit `at` of a source. */
export interface Spot {
  readonly source: SourceId
  readonly at: number
}

/**
 * A gap in a source: before its unit `at` (0 … length). What several proposals insert in one gap stands
 * in a fixed order; `before` or `after` names the neighbour in that gap this one was written next to.
 */
export interface Anchor {
  readonly source: SourceId
  readonly at: number
  readonly before?: SourceId | undefined
  readonly after?: SourceId | undefined
}

/** The units `from` up to `to` of a source; never empty. */
export interface Range {
  readonly source: SourceId
  readonly from: number
  readonly to: number
}

/** Strikes words, inserts words, or both (a replacement). New and deleted paragraphs are this too. */
export interface Amend {
  readonly type: 'amend'
  readonly strike: readonly Range[]
  readonly insert?: { readonly anchor: Anchor; readonly runs: Runs } | undefined
}

/** Gives a paragraph another kind or level. */
interface SetHead {
  readonly type: 'set'
  readonly paragraph: string
  readonly kind?: ParagraphKind | undefined
  readonly level?: number | undefined
}

/** Places a paragraph, up to and with the token `through`, at an anchor between two others. */
export interface Place {
  readonly type: 'place'
  readonly paragraph: string
  readonly through: Spot
  readonly anchor: Anchor
}

/** Puts words in brackets without another wording. */
export interface Hold {
  readonly type: 'hold'
  readonly ranges: readonly Range[]
}

/** One change of a proposal. What it names are places in sources, never in a text. */
export type Change = Amend | SetHead | Place | Hold

/** The name under which a version of a proposal is a member of a set. */
export const versionKey = (proposal: number, version: number): VersionKey => `${proposal}.${version}`

/** The source that a change of a version inserts. */
export const sourceId = (key: VersionKey, index: number): SourceId => `${key}/${index}`

/** Proposal, version and change index of an inserted source; null for a paragraph of the opened text. */
export function parseSource(source: SourceId): { proposal: number; key: VersionKey; index: number } | null {
  // An opened paragraph's id has no stroke; asked for every token of a view, this is no place for a pattern.
  const stroke = source.indexOf('/')
  if (stroke < 0) return null
  const key = source.slice(0, stroke)
  return { proposal: parseInt(key, 10), key, index: Number(source.slice(stroke + 1)) }
}

/** The ranges a change strikes or holds. */
export const rangesOf = (change: Change): readonly Range[] =>
  change.type === 'amend' ? change.strike : change.type === 'hold' ? change.ranges : []

/** The anchor of what a change inserts or places; null when it does neither. */
export const anchorOf = (change: Change): Anchor | null =>
  change.type === 'amend' ? (change.insert?.anchor ?? null) : change.type === 'place' ? change.anchor : null
