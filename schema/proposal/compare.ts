import type { State } from '../record/state.ts'
import type { Paragraph, Paragraphs } from '../text/paragraph.ts'
import { paragraphRuns } from '../text/paragraph.ts'
import type { Piece } from '../text/stream.ts'
import { pieceRuns } from '../text/text.ts'
import type { Run } from '../text/token.ts'
import { joinRuns, sameRun, sliceRuns } from '../text/token.ts'
import type { Basis } from './basis.ts'
import { amendment, basisOn, deletion, move, piecesOf } from './basis.ts'
import type { Anchor, Change, VersionKey } from './change.ts'
import type { Unit } from './hunks.ts'
import { hunksOf, offsetsOf, unitsOf } from './hunks.ts'
import type { Pair } from './pairing.ts'
import { pair } from './pairing.ts'
import { seamAtStart, seamBehind } from './seam.ts'

/** The text a draft was made from; `runs` are its paragraphs in normal form. */
interface Compared extends Basis {
  readonly runs: readonly (readonly Run[])[]
}

/** A change and the place in the draft at which a reader meets it. */
interface Placed {
  readonly at: number
  readonly change: Change
}

/**
 * The changes that make `draft` of `text(set)`, anchored in sources, in reading order: applying them gives
 * the draft back exactly (law 2). Paragraphs are aligned by id; splits, joins, moves and new paragraphs
 * are recognized; words are compared by words.
 */
export function compare(state: State, set: ReadonlySet<VersionKey>, draft: Paragraphs): Change[] {
  const text = basisOn(state, set)
  const { layout, stream } = text
  const runs = layout.map(({ head, pieces }) =>
    joinRuns([{ break: head }, ...pieces.flatMap((piece) => pieceRuns(state, piece))]),
  )
  const basis: Compared = { ...text, runs }
  const { pairs, gone, fresh } = pair(layout, stream, (index) => unitsOf(runs[index]!), draft)
  const placed: Placed[] = [
    ...pairs.flatMap((found) => headChanges(basis, found, draft)),
    ...pairs.flatMap((found) => wordChanges(basis, found, draft)),
    ...gone.map((index) => ({ at: placeOfGone(index, pairs), change: deletion(basis, index) })),
    ...placements(basis, pairs, fresh, draft),
  ]
  return placed.sort((a, b) => a.at - b.at).map(({ change }) => change)
}

function headChanges({ layout }: Basis, { old, now }: Pair, draft: Paragraphs): Placed[] {
  const [was, is] = [layout[old[0]!]!.head, draft[now[0]!]!]
  const kind = was.kind === is.kind ? undefined : is.kind
  const level = was.level === is.level ? undefined : is.level
  return kind === undefined && level === undefined
    ? []
    : [{ at: now[0]!, change: { type: 'set', paragraph: is.id, kind, level } }]
}

function wordChanges(basis: Compared, { old, now }: Pair, draft: Paragraphs): Placed[] {
  const oldRuns = old.flatMap((index) => basis.runs[index]!)
  // The kept break is the same token on both sides whatever kind and level the draft gives it.
  const [first, ...rest] = now.map((index) => draft[index]!)
  const kept = basis.layout[old[0]!]!.head
  const newRuns = [
    ...paragraphRuns({ ...kept, content: joinRuns(first!.content) }),
    ...rest.flatMap(({ content, ...head }) => paragraphRuns({ ...head, content: joinRuns(content) })),
  ]
  if (oldRuns.length === newRuns.length && oldRuns.every((run, i) => sameRun(run, newRuns[i]!))) return []
  const [a, b] = [unitsOf(oldRuns), unitsOf(newRuns)]
  const [from, to] = [offsetsOf(a), offsetsOf(b)]
  const pieces = old.flatMap((index) => piecesOf(basis, index))
  const amended = openUnits(basis.state, pieces)
  // What is written beside words of the proposal that the draft amends belongs to it and falls with it.
  const beside = (gap: number) => amended.has(from[gap]! - 1) || amended.has(from[gap]!)
  return hunksOf(a, b, beside).map((hunk) => ({
    at: now[0]! + breaksBefore(b, hunk.start),
    change: amendment(
      basis,
      old.at(-1)!,
      pieces,
      { from: from[hunk.from]!, to: from[hunk.to]! },
      sliceRuns(newRuns, to[hunk.start]!, to[hunk.end]!),
    ),
  }))
}

/** Offsets, over a row of pieces, of the units that open proposals insert. */
function openUnits(state: State, pieces: readonly Piece[]): Set<number> {
  const units = new Set<number>()
  let at = 0
  for (const { keys, from, to } of pieces) {
    const inner = keys.at(-1)
    if (inner !== undefined && !state.accepted.has(inner))
      for (let i = from; i < to; i++) units.add(at + i - from)
    at += to - from
  }
  return units
}

const breaksBefore = (units: readonly Unit[], end: number): number =>
  units.slice(1, end).filter(({ type }) => type === 'break').length

const placeOfGone = (index: number, pairs: readonly Pair[]): number =>
  pairs.reduce((at, { old, now }) => (old[0]! < index && now[0]! > at ? now[0]! : at), 0)

/** New paragraphs and moves, each behind the paragraph of the text before it in the draft that stays in place. */
function placements(
  basis: Basis,
  pairs: readonly Pair[],
  fresh: readonly number[],
  draft: Paragraphs,
): Placed[] {
  const items = [
    ...pairs.filter(({ moved }) => moved).map((found) => ({ at: found.now[0]!, found })),
    ...fresh.map((at) => ({ at, found: null })),
  ].sort((a, b) => a.at - b.at)
  const fixed = pairs.filter(({ moved }) => !moved)
  const anchors = new Map<Pair | null, Anchor>()
  const placed = items.map(({ at, found }): Placed => {
    const behind = fixed.findLast(({ now }) => now[0]! < at) ?? null
    let anchor = anchors.get(behind)
    if (!anchor) {
      anchor = behind
        ? seamBehind(basis.state, basis.layout, basis.stream, behind.old.at(-1)!)
        : seamAtStart(basis.state, basis.layout, basis.stream)
      anchors.set(behind, anchor)
    }
    return {
      at,
      change: found ? move(basis, found.old[0]!, found.old.at(-1)!, anchor) : addition(draft[at]!, anchor),
    }
  })
  // What is put right after one neighbour stands in the reverse order of its coming.
  return [...Map.groupBy(placed, ({ change }) => anchorIn(change))].flatMap(([anchor, group]) =>
    anchor.after === undefined ? group : group.map(({ change }) => ({ at: group[0]!.at, change })).reverse(),
  )
}

const anchorIn = (change: Change): Anchor =>
  change.type === 'place' ? change.anchor : (change as { insert: { anchor: Anchor } }).insert.anchor

const addition = ({ content, ...head }: Paragraph, anchor: Anchor): Change => ({
  type: 'amend',
  strike: [],
  insert: { anchor, runs: paragraphRuns({ ...head, content: joinRuns(content) }) },
})
