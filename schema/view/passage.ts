import type { Spot } from '../proposal/change.ts'
import type { ParagraphStatus } from '../record/deed.ts'
import type { ParagraphKind, Run } from '../text/token.ts'

/** A proposal as it is named in a bracket. */
export interface Attribution {
  readonly proposal: number
  /** Codes in order of sponsorship; empty when names are hidden. */
  readonly sponsors: readonly string[]
  /** True for the live overlay of a draft opened to everyone: not tabled. */
  readonly drafting?: true | undefined
}

/** Words that stand in no further bracket; a break among them is a new paragraph that is asked for here. `origin` is the token the first unit came from. */
export interface Plain {
  readonly type: 'words'
  readonly run: Run
  readonly origin: Spot
}

/**
 * One pair of brackets.
 * `standing`: words of the text that somebody asks to strike (`deletedBy`), to replace (the proposed
 * wordings that follow in the same contest) or holds (`heldBy`).
 * `proposed`: words that `by` ask for.
 */
export interface Wording {
  readonly role: 'standing' | 'proposed'
  readonly by: readonly Attribution[]
  readonly deletedBy: readonly Attribution[]
  readonly heldBy: readonly Attribution[]
  readonly passages: readonly Passage[]
}

/** Wordings side by side, printed as adjacent brackets: `[shall][EU: should][US: may]`. */
export interface Contest {
  readonly type: 'contest'
  readonly wordings: readonly Wording[]
}

/** What a paragraph of a view is made of, in order. */
export type Passage = Plain | Contest

/** What is asked of a paragraph as a whole. */
export type HeadRequest =
  | { readonly type: 'delete'; readonly by: Attribution }
  | { readonly type: 'join'; readonly by: Attribution }
  | { readonly type: 'place'; readonly by: Attribution; readonly after: string | null }
  | {
      readonly type: 'set'
      readonly by: Attribution
      readonly kind: ParagraphKind | null
      readonly level: number | null
    }

/** A paragraph as one lens shows it. */
export interface ParagraphView {
  readonly id: string
  readonly kind: ParagraphKind
  readonly level: number
  /** "OP3", "PP2 bis", "12", "(a)", "I."; empty for titles, unnumbered headings and prose. */
  readonly label: string
  /** What its number is counted under, "Article 3"; empty where numbers run through the whole text. */
  readonly under: string
  /** Set when the paragraph exists only in proposals: who asks for it. */
  readonly proposedBy: readonly Attribution[]
  /** The paragraph this one is an alternative to, when it is ("OP4 alt"). */
  readonly alternativeTo: string | null
  readonly requests: readonly HeadRequest[]
  readonly passages: readonly Passage[]
  readonly status: ParagraphStatus
  readonly pending: readonly string[]
  /** Open proposals that touch it, in order of their number. */
  readonly proposals: readonly number[]
  /** Pairs of brackets printed in it. */
  readonly pairs: number
}

/** How sponsors are printed, each way more discreet than the one before. `groups` names a group in place of all its members. */
export const namings = ['shown', 'groups', 'hidden'] as const
export type Names = (typeof namings)[number]

/** A way of reading a text. */
export type Lens =
  | { readonly type: 'base' }
  | { readonly type: 'clean' }
  /** `only` leaves out the open proposals of everybody but one party, and what these do not rest on. */
  | { readonly type: 'compilation'; readonly names: Names; readonly only?: string | undefined }
  /** The text one delegation asks for: accepted words and its own open proposals, no brackets. */
  | { readonly type: 'preferred'; readonly party: string }
  /** The text if these proposals were accepted too, no brackets. */
  | { readonly type: 'asIf'; readonly proposals: readonly number[] }
  /** What was accepted since the last revision, as brackets on the words of that revision. */
  | { readonly type: 'since'; readonly names: Names }

/** A text as a lens shows it. */
export interface View {
  readonly lens: Lens
  /** Act up to which the state was folded. */
  readonly n: number
  readonly paragraphs: readonly ParagraphView[]
  /** Pairs of brackets in the whole text. */
  readonly pairs: number
}
