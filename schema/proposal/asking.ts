import type { State } from '../record/state.ts'
import type { Piece } from '../text/stream.ts'
import { holdsSpot } from '../text/stream.ts'
import type { Paragraph } from '../text/paragraph.ts'
import { pieceRuns, textOf } from '../text/text.ts'
import type { Run, Runs } from '../text/token.ts'
import { plainText, runLength, runsLength, sliceRuns } from '../text/token.ts'
import type { Basis } from './basis.ts'
import { amendment, basisOn, deletion, piecesOf, rangeOf, slicePieces } from './basis.ts'
import type { Change, Range, SourceId, Spot, VersionKey } from './change.ts'
import { parseSource } from './change.ts'
import { compare } from './compare.ts'
import { joinRanges } from './seam.ts'
import { basisOf } from './standing.ts'

/** Part of a paragraph that something is asked of: its units `from` up to `to`, without its break. */
interface Part {
  readonly index: number
  readonly from: number
  readonly to: number
  /** True when it is all the paragraph says. */
  readonly whole: boolean
}

/** Open proposals in whose words a source lies, innermost first; none for words of the text. */
function openAround(state: State, source: SourceId): number[] {
  const around: number[] = []
  for (
    let at = state.sources.get(source);
    at?.key;
    at = at.anchor ? state.sources.get(at.anchor.source) : undefined
  )
    if (!state.accepted.has(at.key)) around.push(parseSource(at.id)!.proposal)
  return around
}

/** The text in which a paragraph stands: what is agreed, and for one only proposed that proposal. */
export function basisAt(state: State, paragraph: string): BasisAt {
  const spot = state.breaks.get(paragraph)
  if (!spot) throw new RangeError(`no paragraph ${paragraph}`)
  const set = basisOf(state, openAround(state, spot.source))
  const basis = basisOn(state, set)
  return { ...basis, set, index: basis.layout.findIndex(({ head }) => head.id === paragraph) }
}

/** A text, and where in it a paragraph stands; −1 where it does not show. */
interface BasisAt extends Basis {
  readonly set: ReadonlySet<VersionKey>
  readonly index: number
}

/** True when paragraphs of a text have been moved: what is parted or placed among them is then found by comparing. */
export const hasMoves = ({ layout }: Basis): boolean => layout.some(({ portal }) => portal !== null)

/**
 * What of a selection is asked about: where words of the text are among it these alone, and else those of the
 * proposal that lies furthest out. What others put in between is theirs.
 */
function partsOf(state: State, selected: readonly Range[]): { basis: Basis; parts: Part[] } {
  const depth = (source: SourceId) => openAround(state, source).length
  const outermost = Math.min(...selected.map(({ source }) => depth(source)))
  const asked = selected.filter(({ source }) => depth(source) === outermost)
  const around = new Set(asked.flatMap(({ source }) => openAround(state, source)))
  const basis = basisOn(state, basisOf(state, [...around]))
  const bySource = Map.groupBy(asked, ({ source }) => source)
  const parts: Part[] = []
  basis.layout.forEach(({ pieces }, index) => {
    let at = 0
    let [from, to] = [Infinity, -1]
    for (const piece of pieces) {
      for (const range of bySource.get(piece.source) ?? []) {
        const [first, last] = [Math.max(range.from, piece.from), Math.min(range.to, piece.to)]
        if (first >= last) continue
        from = Math.min(from, at + first - piece.from)
        to = Math.max(to, at + last - piece.from)
      }
      at += piece.to - piece.from
    }
    if (to > from) parts.push({ index, from, to, whole: from === 0 && to === at })
  })
  return { basis, parts }
}

/** Holds the selected words: a change for each paragraph they stand in. Empty when none of them shows any more. */
export function holdWords(state: State, selected: readonly Range[]): Change[] {
  const { basis, parts } = partsOf(state, selected)
  return parts.map(({ index, from, to }) => ({
    type: 'hold',
    ranges: rangesIn(basis.layout[index]!.pieces, from, to),
  }))
}

/**
 * Strikes the selected words: a change for each paragraph. One selected whole goes with its break, and no two
 * spaces are left where words were struck.
 */
export function deleteWords(state: State, selected: readonly Range[]): Change[] {
  const { basis, parts } = partsOf(state, selected)
  return parts.flatMap(({ index, from, to, whole }): Change[] => {
    const { pieces, head } = basis.layout[index]!
    if (whole) return deleteParagraph(state, head.id)
    return [{ type: 'amend', strike: rangesIn(pieces, ...withSpace(charactersOf(state, pieces), from, to)) }]
  })
}

const rangesIn = (pieces: readonly Piece[], from: number, to: number): Range[] =>
  joinRanges(slicePieces(pieces, from, to).map(rangeOf))

/** One character for each unit: other units than words stand as what is no space. */
const charactersOf = (state: State, pieces: readonly Piece[]): string =>
  pieces
    .flatMap((piece) => pieceRuns(state, piece))
    .map((run) => ('text' in run ? run.text : '\u{fffc}'))
    .join('')

/** Takes the space before the words along where they would leave one too many. */
function withSpace(text: string, from: number, to: number): [number, number] {
  if (text[to - 1] === ' ' || text[from] === ' ') return [from, to]
  const behind = text[to]
  if (text[from - 1] === ' ' && (behind === undefined || /[\s\p{P}]/u.test(behind))) return [from - 1, to]
  return from === 0 && behind === ' ' ? [from, to + 1] : [from, to]
}

/**
 * Strikes a paragraph whole, and with it what is named of those that stand under it, and the footnotes that
 * nothing else refers to.
 */
export function deleteParagraph(state: State, paragraph: string, under: readonly string[] = []): Change[] {
  const basis = basisAt(state, paragraph)
  const { layout } = basis
  const struck = new Set([paragraph, ...under])
  const kept = new Set<string>()
  const notes = new Set<string>()
  for (const { head, pieces } of layout)
    for (const run of pieces.flatMap((piece) => pieceRuns(state, piece)))
      if ('note' in run) (struck.has(head.id) ? notes : kept).add(run.note)
  const gone = layout.flatMap(({ head: { id, kind } }, index) =>
    struck.has(id) || (kind === 'footnote' && notes.has(id) && !kept.has(id)) ? [index] : [],
  )
  if (hasMoves(basis))
    return compare(
      state,
      basis.set,
      textOf(state, basis.set).filter((_, index) => !gone.includes(index)),
    )
  return gone.map((index) => deletion(basis, index))
}

/** Puts another wording beside a paragraph's: all its words are replaced, whatever the two have in common. */
export function rewriteParagraph(state: State, paragraph: string, words: Runs): Change {
  const basis = basisAt(state, paragraph)
  const pieces = piecesOf(basis, basis.index)
  return amendment(basis, basis.index, pieces, { from: 1, to: unitsIn(pieces) }, words)
}

/** Begins a new paragraph before the unit `at` of a paragraph's words; `id` is the new paragraph's. */
export function splitParagraph(state: State, paragraph: string, at: number, id: string): Change[] {
  const basis = basisAt(state, paragraph)
  const { kind, level } = basis.layout[basis.index]!.head
  if (hasMoves(basis))
    return compare(state, basis.set, splitText(textOf(state, basis.set), basis.index, at, id))
  const gap = { from: at + 1, to: at + 1 }
  return [amendment(basis, basis.index, piecesOf(basis, basis.index), gap, [{ break: { id, kind, level } }])]
}

function splitText(text: readonly Paragraph[], index: number, at: number, id: string): Paragraph[] {
  const here = text[index]!
  const [before, after] = [
    sliceRuns(here.content, 0, at),
    sliceRuns(here.content, at, runsLength(here.content)),
  ]
  return [
    ...text.slice(0, index),
    { ...here, content: before },
    { ...here, id, content: after },
    ...text.slice(index + 1),
  ]
}

/** The offsets in a paragraph's words at which it could be split: behind a mark that ends a clause. */
export function splitPoints(words: Runs): number[] {
  const points: number[] = []
  const length = runsLength(words)
  let at = 0
  for (const run of words) {
    if ('text' in run)
      for (const { index, 0: mark } of run.text.matchAll(/[.;:,؛،。；]["”’)]*\s+/gu))
        points.push(at + index + mark.length)
    at += runLength(run)
  }
  return points.filter((point) => point > 0 && point < length)
}

/** The words of a paragraph as it stands, or as it is proposed. */
export function wordsOf(state: State, paragraph: string): Run[] {
  const { layout, index } = basisAt(state, paragraph)
  return (layout[index]?.pieces ?? []).flatMap((piece) => pieceRuns(state, piece))
}

/** Where the units `from` up to `to` of a paragraph's words stand, as a selection of them would say. */
export function rangesOfWords(state: State, paragraph: string, from: number, to: number): Range[] {
  const { layout, index } = basisAt(state, paragraph)
  return rangesIn(layout[index]?.pieces ?? [], from, to)
}

/** The offset of a token among a paragraph's words; null when it is none of them. */
export function offsetOf(state: State, paragraph: string, spot: Spot): number | null {
  const { layout, index } = basisAt(state, paragraph)
  let at = 0
  for (const piece of layout[index]?.pieces ?? []) {
    if (holdsSpot(piece, spot)) return at + spot.at - piece.from
    at += piece.to - piece.from
  }
  return null
}

/** Joins a paragraph to the one before it, with a space where there is none; null where none is before it. */
export function joinToPrevious(state: State, paragraph: string): Change | null {
  const basis = basisAt(state, paragraph)
  const before = basis.layout[basis.index - 1]
  if (!before) return null
  const ending = plainText(before.pieces.slice(-1).flatMap((piece) => pieceRuns(state, piece)))
  const beginning = plainText(
    basis.layout[basis.index]!.pieces.slice(0, 1).flatMap((piece) => pieceRuns(state, piece)),
  )
  const apart = /\s$/.test(ending) || /^\s/.test(beginning) || ending === '' || beginning === ''
  const pieces = piecesOf(basis, basis.index)
  return amendment(basis, basis.index, pieces, { from: 0, to: 1 }, apart ? [] : [{ text: ' ' }])
}

const unitsIn = (pieces: readonly Piece[]): number => pieces.reduce((sum, { from, to }) => sum + to - from, 0)
