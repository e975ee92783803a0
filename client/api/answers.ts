import type { Party, PartyKind } from '../../schema/party/party.ts'
import type { Actor, Role } from '../../schema/party/role.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'

/** A negotiation as one person takes part in it. */
export interface Part {
  readonly id: string
  readonly title: string
  readonly role: Role
  readonly delegation: string | null
  readonly speaksFor: readonly string[]
}

/** Who is signed in. */
export interface Me {
  readonly person: { readonly id: string; readonly name: string; readonly email: string | null }
  readonly negotiations: readonly Part[]
  /** May start a negotiation. */
  readonly mayCreate?: boolean | undefined
}

/** A text in a list. `updatedAt` is ISO 8601 in UTC; `revision` null before the first one is published. */
export interface TextRow {
  readonly id: string
  readonly title: string
  readonly symbol: string
  readonly n: number
  readonly revision: string | null
  readonly paragraphs: number
  readonly agreed: number
  readonly openPairs: number
  readonly updatedAt: string
}

/** A negotiation in the list of one's own. */
export interface NegotiationRow {
  readonly id: string
  readonly title: string
  readonly role: Role
  readonly delegation: string | null
  readonly texts: readonly TextRow[]
}

export interface Member {
  readonly person: string
  readonly name: string
  readonly email: string | null
  readonly role: Role
  readonly delegation: string | null
  readonly speaksFor: readonly string[]
}

/** A one-use link not yet used. Times are ISO 8601 in UTC. */
export interface Invitation {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly role: Role
  readonly delegation: string | null
  readonly speaksFor: readonly string[]
  readonly expires: string
}

/** `members` and `invitations` are sent to those only who manage people. */
export interface Negotiation extends Part {
  readonly parties: readonly Party[]
  readonly texts: readonly TextRow[]
  readonly members?: readonly Member[] | undefined
  readonly invitations?: readonly Invitation[] | undefined
}

/** A delegation of the maintained list. */
export interface CatalogueEntry {
  readonly code: string
  readonly name: string
  readonly kind: PartyKind
}

/** A link just made: the address is given once and never again. */
export interface IssuedInvitation {
  readonly id: string
  readonly url: string
  readonly expires: string
}

/** A paragraph as an import understood it; `guess` says by what it was recognized. */
export interface ImportedParagraph extends Paragraph {
  readonly guess: string
}

export interface ImportPreview {
  readonly paragraphs: readonly ImportedParagraph[]
  readonly warnings: readonly string[]
}

/** A text as one opens it. */
export interface TextHead {
  readonly id: string
  readonly negotiation: string
  readonly title: string
  readonly symbol: string
  readonly n: number
  readonly me: Actor
}

/** What a sign-in link is, before it is used. Only of a usable one is said for whom it is. */
export interface LinkLook {
  readonly state: 'usable' | 'used' | 'expired' | 'revoked' | 'unknown'
  readonly name?: string | undefined
  readonly negotiation?: { readonly id: string; readonly title: string } | null | undefined
  readonly role?: Role | null | undefined
  readonly delegation?: string | null | undefined
  readonly expires?: string | null | undefined
}
