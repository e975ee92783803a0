import type { Range, Spot } from '../../../schema/proposal/change.ts'

/** What may be asked for of a paragraph or of words in it. */
export type AskKind =
  | 'deleteWords'
  | 'deleteParagraph'
  | 'hold'
  | 'place'
  | 'alternative'
  | 'split'
  | 'join'
  | 'kind'
  | 'retain'
  | 'noText'
  | 'conditional'

/** What a menu is opened on. */
export interface Subject {
  /** The row it was opened at; another wording of a paragraph is a row of its own. */
  readonly row: string
  /** The paragraph itself. */
  readonly paragraph: string
  readonly label: string
  /** The words that are selected; null when none are. */
  readonly selected: SelectedWords | null
  /** Where the caret was left in the paragraph; null when it was not. */
  readonly caret: Spot | null
  /** Words selected in the draft the menu was opened from, empty when none are; null outside of a draft. */
  readonly drafted: string | null
}

/** Words selected in the reading view, and where they came from. */
export interface SelectedWords {
  readonly ranges: readonly Range[]
  readonly words: string
  /** Rows it begins and ends in, and all between. */
  readonly rows: readonly string[]
}

/** One choice of the menu, about to be made. */
export interface Ask {
  readonly kind: AskKind
  readonly subject: Subject
}
