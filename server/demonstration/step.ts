import type { Channel } from '../../schema/proposal/channel.ts'
import type { ParagraphStatus, Ruling } from '../../schema/record/deed.ts'

/**
 * A paragraph as the text opened calls it: "OP3", "OP3 (a)", "12", "Annex 2 (d)". A new paragraph is named
 * by whoever proposes it ("OP4 bis"). Names stay when a revision numbers paragraphs anew.
 */
export type Label = string

/** A proposal as a note-taker would call it: paragraph and sponsor, "OP3 EU"; the second one is "OP3 EU 2". */
export type Name = string

/** The name of a proposal or the label of a paragraph. */
type Subject = string

/** One thing a delegation does to its own copy of the text. Words must stand once in their paragraph. */
export type Edit =
  | { readonly type: 'words'; readonly at: Label; readonly was: string; readonly now: string }
  | { readonly type: 'rewrite'; readonly at: Label; readonly now: string }
  | { readonly type: 'add'; readonly at: Label; readonly after: Label; readonly now: string }
  | { readonly type: 'delete'; readonly at: Label }
  | { readonly type: 'split'; readonly at: Label; readonly before: string; readonly into: Label }
  | { readonly type: 'join'; readonly at: Label }
  | { readonly type: 'move'; readonly at: Label; readonly after: Label }
  | { readonly type: 'level'; readonly at: Label; readonly level: number }
  | { readonly type: 'hold'; readonly at: Label; readonly words: string }

/** One step of a negotiation. `by` is a delegation, a group through its coordinator, or the chair. */
export type Step =
  | { readonly type: 'date'; readonly at: string }
  | { readonly type: 'meet'; readonly meeting: string; readonly title: string }
  | { readonly type: 'rise' }
  | {
      readonly type: 'table'
      readonly name: Name
      readonly by: string
      readonly edits: readonly Edit[]
      readonly says: string
      /** Proposals in whose words it is made. */
      readonly on: readonly Name[]
      /** Co-sponsors: invited by the sponsor, they join at once. */
      readonly with: readonly string[]
      /** Invited to co-sponsor, and not heard from yet. */
      readonly invites: readonly string[]
      /** Declared alternatives. */
      readonly against: readonly Name[]
      readonly channel: Channel
    }
  | { readonly type: 'revise'; readonly name: Name; readonly edits: readonly Edit[]; readonly says: string }
  | { readonly type: 'withdraw'; readonly by: string; readonly name: Name; readonly says: string }
  /** A sponsor announces that it withdraws when the condition is met. */
  | { readonly type: 'undertake'; readonly by: string; readonly name: Name; readonly condition: string }
  /** The facilitator asks parties where they stand on a new wording. */
  | { readonly type: 'ask'; readonly name: Name; readonly parties: readonly string[] }
  | { readonly type: 'package'; readonly title: string; readonly of: readonly Subject[] }
  | { readonly type: 'cosponsor'; readonly by: string; readonly name: Name }
  | { readonly type: 'stand'; readonly on: Subject; readonly stances: string }
  | { readonly type: 'comment'; readonly by: string; readonly on: Subject; readonly says: string }
  | {
      readonly type: 'rule'
      readonly name: Name
      readonly ruling: Ruling
      readonly says: string
      readonly into: Name | null
    }
  | { readonly type: 'pen'; readonly edits: readonly Edit[]; readonly says: string }
  | { readonly type: 'rivals'; readonly names: readonly Name[] }
  | {
      readonly type: 'status'
      readonly at: Label
      readonly status: ParagraphStatus
      readonly says: string
      readonly pending: readonly string[]
    }
  | { readonly type: 'publish'; readonly symbol: string; readonly says: string }

/** A step and where the notes say it, for whoever must mend them. */
export interface Noted {
  readonly where: string
  readonly step: Step
}
