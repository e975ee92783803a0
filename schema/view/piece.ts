import type { Marks, Run } from '../text/token.ts'
import type { Attribution } from './passage.ts'
import { styledCodes, type NotationStyle } from './style.ts'

/** What is asked of words: that they be put in, that they go, both of an amendment's words, or neither. */
export interface AskedOf {
  readonly proposed: boolean
  readonly struck: boolean
}

/** Words of the text that nobody asks to change. */
export const untouched: AskedOf = { proposed: false, struck: false }

/**
 * A piece of a printed paragraph: what every format sets in its own way, and plain text as characters.
 * `sign`: a bracket, or what parts wordings. `names`: codes of delegations. `claim`: what stands between
 * and behind names. `remark`: an editor's note. `gap`: the space between a label and the words. Only
 * `words`, `note` and `line` are of the text; without `names` and `claim` nobody is named.
 */
export type Piece =
  | ({ readonly type: 'words'; readonly text: string; readonly marks: Marks } & AskedOf)
  /** `text` is the footnote's number, raised. */
  | { readonly type: 'note'; readonly note: string; readonly text: string }
  | { readonly type: 'line' }
  | { readonly type: 'gap' }
  | { readonly type: 'sign'; readonly text: string }
  | { readonly type: 'names'; readonly text: string }
  | { readonly type: 'claim'; readonly text: string }
  | { readonly type: 'remark'; readonly text: string }

/** Names paragraphs by their label: for footnote references and placements. */
export type LabelOf = (paragraph: string) => string

/** What the pieces of a paragraph are made with. */
export interface Setting {
  readonly labelOf: LabelOf
  readonly style: NotationStyle
}

/** A paragraph in pieces: `lead` stands before its label, `body` behind, with the gap where there are words. */
export interface PrintedParagraph {
  readonly lead: readonly Piece[]
  /** In the chosen style, with a full stop where it has no sign of its own; empty for none. */
  readonly label: string
  /** What is asked of the paragraph as a whole, its label included. */
  readonly whole: AskedOf
  readonly body: readonly Piece[]
}

/** A bracket, stroke or other sign of the notation. */
export const sign = (text: string): Piece => ({ type: 'sign', text })
/** Names and what they ask, which hiding names leaves out. */
export const claim = (text: string): Piece => ({ type: 'claim', text })
/** What is said of a paragraph and is none of its words. */
export const remark = (text: string): Piece => ({ type: 'remark', text })

/** Codes as the style names them; nothing where it names nobody. */
export const namePieces = (codes: readonly string[], style: NotationStyle): Piece[] =>
  namesPiece(styledCodes(codes, style).join(', '))

const namesPiece = (text: string): Piece[] => (text ? [{ type: 'names', text }] : [])

/** Sponsors as a style names them, each once; those of a draft that is open to everyone are said to be drafting. */
export function sponsorPieces(by: readonly Attribution[], style: NotationStyle): Piece[] {
  const tabled = by.flatMap(({ sponsors, drafting }) => (drafting ? [] : sponsors))
  const drafts = by.flatMap(({ sponsors, drafting }) => {
    const codes = drafting ? styledCodes(sponsors, style).join(', ') : ''
    return codes === '' ? [] : [`${codes} drafting`]
  })
  return namesPiece([...styledCodes(tabled, style), ...drafts].join(', '))
}

/** "RF: delete"; nothing when nobody is named. */
export function positionPieces(by: readonly Attribution[], what: string, style: NotationStyle): Piece[] {
  const who = sponsorPieces(by, style)
  return who.length > 0 ? [...who, claim(`${style.position === 'colon' ? ':' : ''} ${what}`)] : []
}

/** Names and positions in a row, parted by semicolons; those that name nobody left out. */
export const inRow = (parts: readonly (readonly Piece[])[]): Piece[] =>
  parts.filter((part) => part.length > 0).flatMap((part, i) => (i > 0 ? [claim('; '), ...part] : part))

/** A run as a piece: a proposed break as ¶. */
export function runPiece(run: Run, asked: AskedOf, { labelOf }: Setting): Piece {
  if ('text' in run) return { type: 'words', text: run.text, marks: run.marks ?? {}, ...asked }
  if ('note' in run) return { type: 'note', note: run.note, text: raised(labelOf(run.note)) }
  return 'line' in run ? { type: 'line' } : { type: 'words', text: '¶ ', marks: {}, ...asked }
}

/** Digits raised, as footnotes are cited; other labels as they are. */
export const raised = (label: string): string => label.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!)

/** The characters of pieces. */
export const piecesText = (pieces: readonly Piece[]): string => pieces.map(pieceText).join('')

/** The characters of one piece: a line break is a newline. */
export const pieceText = (piece: Piece): string =>
  'text' in piece ? piece.text : piece.type === 'line' ? '\n' : ' '
