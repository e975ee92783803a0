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
  /** Its record does not hold: nothing else of this row but its names means anything. */
  readonly unreadable?: true | undefined
}

/** A negotiation in the list of one's own. */
export interface NegotiationRow {
  readonly id: string
  readonly title: string
  readonly role: Role
  readonly delegation: string | null
  readonly texts: readonly TextRow[]
}

/** A person with a seat in a negotiation. */
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

/** A paragraph as an import understood it; `guess` says by what it was recognized, `label` is the number taken off. */
interface ImportedParagraph extends Paragraph {
  readonly guess: string
  readonly label: string | null
}

/** What was read of words or of a file; nothing of it is kept on the server. */
export interface ImportPreview {
  /** The title found in it, or the name of the file. */
  readonly title: string
  readonly paragraphs: readonly ImportedParagraph[]
  readonly warnings: readonly ImportWarning[]
}

/** Something to look at before accepting an import; `client/lang/en/import.ts` has the words. */
interface ImportWarning {
  readonly code: string
  readonly params: Readonly<Record<string, string | number | readonly string[]>>
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

/** A sign-in link before it is used. `expires` is null for one that does not. */
export interface UsableLink {
  readonly state: 'usable'
  readonly name: string
  readonly negotiation: { readonly id: string; readonly title: string } | null
  readonly role: Role | null
  readonly delegation: string | null
  readonly expires: string | null
}

/** What a known sign-in link is. */
export type LinkLook = UsableLink | { readonly state: 'used' | 'expired' | 'revoked' }
