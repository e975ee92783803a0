import type { Marks, Run } from '../../schema/text/token.ts'
import type { Attribution, ParagraphView, Passage, Wording } from '../../schema/view/passage.ts'
import { requestWords } from '../../schema/view/print.ts'

/** What words are in the text and its brackets: agreed, asked for, asked to go, or held. */
export type Standing = 'plain' | 'proposed' | 'struck' | 'held'

/**
 * A piece of a printed paragraph. `sign` is a bracket or the punctuation of brackets, `names` are codes of
 * delegations, `remark` is an editor's note in braces: none of them is a word of the text.
 */
export type Piece =
  | { readonly type: 'words'; readonly text: string; readonly marks: Marks; readonly standing: Standing }
  | { readonly type: 'note'; readonly note: string }
  | { readonly type: 'line' }
  | { readonly type: 'sign'; readonly text: string }
  | { readonly type: 'names'; readonly text: string }
  | { readonly type: 'remark'; readonly text: string }

/** The passage tree laid out flat, brackets and names between the words: the notation of `schema/view/print.ts`. */
export const piecesOf = (passages: readonly Passage[]): Piece[] =>
  passages.flatMap((passage) => passagePieces(passage, 'plain'))

/**
 * A whole paragraph: what is asked of its place or kind, and the bracket around it where it is proposed or
 * asked to go as a whole. `label` names other paragraphs.
 */
export function paragraphPieces(
  { passages, proposedBy, requests }: ParagraphView,
  label: (id: string) => string,
): Piece[] {
  const deletedBy = requests.filter(({ type }) => type === 'delete').map(({ by }) => by)
  const asked = requests.map((request) => requestWords(request, label)).filter((text) => text !== '')
  const notes = asked.flatMap((text): Piece[] => [{ type: 'remark', text }, sign(' ')])
  if (proposedBy.length === 0 && deletedBy.length === 0) return [...notes, ...piecesOf(passages)]
  const standing = proposedBy.length > 0 ? 'proposed' : 'struck'
  const words = passages.flatMap((passage) => passagePieces(passage, standing))
  return [...notes, ...bracket(proposedBy, words, deletedBy, [])]
}

function passagePieces(passage: Passage, standing: Standing): Piece[] {
  return passage.type === 'words' ? runPieces(passage.run, standing) : passage.wordings.flatMap(wordingPieces)
}

function wordingPieces({ role, by, deletedBy, heldBy, passages }: Wording): Piece[] {
  const held = heldBy.length > 0 && deletedBy.length === 0
  const standing = role === 'proposed' ? 'proposed' : held ? 'held' : 'struck'
  const words = passages.flatMap((passage) => passagePieces(passage, standing))
  return role === 'proposed' ? bracket(by, words, [], []) : bracket([], words, deletedBy, heldBy)
}

function bracket(
  by: readonly Attribution[],
  words: readonly Piece[],
  deletedBy: readonly Attribution[],
  heldBy: readonly Attribution[],
): Piece[] {
  const before = names(by)
  const asked = [
    { who: names(deletedBy), what: ': delete' },
    { who: names(heldBy), what: ': reserve' },
  ].filter(({ who }) => who !== '')
  return [
    sign('['),
    ...(before === '' ? [] : [named(before), sign(': ')]),
    ...words,
    ...asked.flatMap(({ who, what }, i) => [sign(i === 0 ? ' – ' : '; '), named(who), sign(what)]),
    sign(']'),
  ]
}

const sign = (text: string): Piece => ({ type: 'sign', text })
const named = (text: string): Piece => ({ type: 'names', text })

const names = (by: readonly Attribution[]): string => by.flatMap(({ sponsors }) => sponsors).join(', ')

function runPieces(run: Run, standing: Standing): Piece[] {
  if ('text' in run) return [{ type: 'words', text: run.text, marks: run.marks ?? {}, standing }]
  if ('note' in run) return [{ type: 'note', note: run.note }]
  return 'line' in run ? [{ type: 'line' }] : [{ type: 'words', text: '¶ ', marks: {}, standing }]
}

/** The characters of a printed paragraph; a reference to a footnote as nothing, a line break as a newline. */
export const piecesText = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => ('text' in piece ? piece.text : piece.type === 'line' ? '\n' : '')).join('')
