/**
 * What a delegation asks of words, in the vocabulary of the floor. `propose` is a name without a verb;
 * `instruct` says what to do to words elsewhere: “replace ‘shall’ with ‘may’”.
 */
export type Asked =
  | 'propose'
  | 'add'
  | 'delete'
  | 'retain'
  | 'reserve'
  | 'support'
  | 'oppose'
  | 'flexible'
  | 'accept'
  | 'unchanged'
  | 'reflect'
  | 'withdraw'
  | 'pending'
  | 'drafting'
  | 'instruct'

/** A delegation or group as it is written. `at` is its offset in the whole text; `code` is null when the lexicon lacks it. */
export interface Name {
  readonly at: number
  readonly text: string
  readonly code: string | null
}

/** One thing asked by some: "US, Canada delete", "G77: would withdraw if PP3 bis is kept". */
export interface Claim {
  readonly names: readonly Name[]
  readonly asked: Asked
  /** "if PP3 bis is kept" without its full stop; empty when unconditional. */
  readonly condition: string
}

/** A number under construction: `OP5 alt bis` has the stem "OP5" and the suffixes "alt" and "bis". */
export interface LabelParts {
  readonly stem: string
  /** In lower case, without dots: "alt1", "bis". */
  readonly suffixes: readonly string[]
}

interface Leaf {
  /** Offset in the whole text, in UTF-16 units. */
  readonly at: number
  readonly text: string
}

/** Words of the text, with the spaces and line ends around them. */
export interface WordsNode extends Leaf {
  readonly type: 'words'
}

/** The stroke between two wordings in one bracket, with the spaces around it. */
export interface SlashNode extends Leaf {
  readonly type: 'slash'
}

/** A square bracket without a partner; a character of the text. */
interface OrphanNode extends Leaf {
  readonly type: 'orphan'
}

/** The number a paragraph begins with. */
interface LabelNode extends Leaf {
  readonly type: 'label'
  readonly label: LabelParts
}

/** "Option 2:", "Option 2 (EU):" */
export interface OptionNode extends Leaf {
  readonly type: 'option'
  readonly name: string
  /** Who asks for it. */
  readonly claims: readonly Claim[]
}

/** "(Agreed, placement tbd)": how a paragraph stands. */
export interface StatusNode extends Leaf {
  readonly type: 'status'
}
/**
 * Who asks what. `before` and `after` stand in the bracket they speak of, `behind` in parentheses behind it,
 * `apart` by themselves.
 */
export interface ClaimsNode extends Leaf {
  readonly type: 'claims'
  readonly place: 'before' | 'after' | 'behind' | 'apart'
  readonly claims: readonly Claim[]
}

/** What a pair of square brackets is there for. `reference` and `link` are Markdown, not notation. */
export type BracketRole =
  'words' | 'placeholder' | 'noText' | 'omitted' | 'status' | 'label' | 'reservation' | 'reference' | 'link'

/** A pair of square brackets. `end` is the offset behind the closing one. */
export interface BracketNode {
  readonly type: 'bracket'
  readonly at: number
  readonly end: number
  readonly role: BracketRole
  /** It begins or ends in the middle of a word: `international[ly agreed]`. */
  readonly insideWord: boolean
  readonly children: readonly NotationNode[]
}

/** An editor's note in braces: not text. */
export interface NoteNode {
  readonly type: 'note'
  readonly at: number
  readonly end: number
  readonly children: readonly NotationNode[]
}

/** What holds no other nodes. */
export type LeafNode = WordsNode | SlashNode | OrphanNode | LabelNode | OptionNode | StatusNode | ClaimsNode
/** A stretch of a text that was read; nodes side by side leave no gap. */
export type NotationNode = LeafNode | BracketNode | NoteNode

/** An orphan bracket and its place: line and column from 1, columns in code points. */
export interface OrphanPlace {
  readonly line: number
  readonly column: number
  readonly char: '[' | ']'
}

/** One of several blocks to choose from, from its "Option 2:" up to `end`; `depth` 0, and 1 for "Option (a)" within. */
export interface OptionBlock {
  readonly at: number
  readonly end: number
  readonly name: string
  readonly depth: number
  /** Options of the same number are alternatives to one another. */
  readonly group: number
  readonly noText: boolean
}

/** A text in brackets, read. Leaves in order, with the brackets and braces around them, are the text character for character. */
export interface Notation {
  readonly nodes: readonly NotationNode[]
  readonly orphans: readonly OrphanPlace[]
  readonly options: readonly OptionBlock[]
  /** Offsets at which paragraphs begin, the first at 0. */
  readonly paragraphs: readonly number[]
}

/** Names, codes and usual abbreviations of delegations and groups, each with its code. Case counts. */
export type Lexicon = ReadonlyMap<string, string>
