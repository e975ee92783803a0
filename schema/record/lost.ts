import type { SourceId } from '../proposal/change.ts'
import { selectionOfLens } from '../view/selection.ts'
import { withOpenSplits } from '../view/splits.ts'
import { arrangedNodes } from '../text/node.ts'
import type { Piece } from '../text/stream.ts'
import { gather } from '../text/text.ts'
import { plainText, sliceRuns } from '../text/token.ts'
import type { Drop, Fate } from './fate.ts'
import { fateOfPiece, heirOf } from './fate.ts'
import type { State } from './state.ts'
import { wordsOf } from './word.ts'

/** Words of one source that share one lot: the units `from` up to `to`. `paragraph` is where they are, or were. */
interface Stretch {
  readonly source: SourceId
  readonly from: number
  readonly to: number
  readonly text: string
  readonly paragraph: string
  readonly fate: Fate
}

/** Words that stood in a paragraph or were asked for in it and are so no longer. */
export type DroppedWords = Stretch & { readonly fate: { readonly type: 'dropped'; readonly drop: Drop } }

/** The words dropped from a paragraph, the last first; what lives on in another wording is left out. */
export function droppedWords(state: State, paragraph: string): DroppedWords[] {
  return (stretchesOf(state).get(paragraph) ?? [])
    .filter((one): one is DroppedWords => one.fate.type === 'dropped' && /[\p{L}\p{N}]/u.test(one.text))
    .toSorted((a, b) => b.fate.drop.n - a.fate.drop.n)
}

const kept = new WeakMap<State, ReadonlyMap<string, readonly Stretch[]>>()

/** All words of the record by paragraph, cut where their lot differs. Kept for a state. */
export function stretchesOf(state: State): ReadonlyMap<string, readonly Stretch[]> {
  let found = kept.get(state)
  if (!found) {
    const selection = selectionOfLens(state, { type: 'compilation', names: 'hidden' })
    const { nodes, leading, order } = arrangedNodes(state, selection)
    const byParagraph = new Map<string, Piece[]>()
    for (const { head, nodes: its } of gather(withOpenSplits(nodes, selection), order))
      byParagraph.set(
        head.id,
        its.flatMap((node) => [node.break, ...node.hidden]),
      )
    const [first] = byParagraph.keys()
    if (first !== undefined && leading.length) byParagraph.get(first)!.unshift(...leading)
    found = new Map([...byParagraph].map(([id, pieces]) => [id, stretchesIn(state, id, pieces)]))
    kept.set(state, found)
  }
  return found
}

const rank = { standing: 0, proposed: 1, parked: 2, dropped: 3 } as const

function stretchesIn(state: State, paragraph: string, pieces: readonly Piece[]): Stretch[] {
  // What lies in two wordings of one host is one stretch, with the better lot.
  const best = new Map<string, { piece: Piece; fate: Fate }>()
  for (const piece of pieces) {
    if (piece.portal) continue
    const fate = fateOfPiece(state, piece)
    const key = `${piece.source}:${piece.from}`
    const known = best.get(key)
    if (!known || rank[fate.type] < rank[known.fate.type]) best.set(key, { piece, fate })
  }
  const bySource = Map.groupBy(best.values(), ({ piece }) => piece.source)
  return [...bySource].flatMap(([source, all]) => {
    const { runs } = state.sources.get(source)!
    return joined(all).flatMap((lot) =>
      ending(state, source, lot).flatMap(({ from, to }) => {
        const text = plainText(sliceRuns(runs, from, to))
        return text === '' ? [] : [{ source, from, to, text, paragraph, fate: lot.fate }]
      }),
    )
  })
}

/** Units of one source with one fate. */
interface Lot {
  readonly from: number
  readonly to: number
  readonly fate: Fate
}

function joined(pieces: readonly { piece: Piece; fate: Fate }[]): Lot[] {
  const lots: Lot[] = []
  for (const { piece, fate } of pieces.toSorted((a, b) => a.piece.from - b.piece.from)) {
    const last = lots.at(-1)
    if (last?.to === piece.from && sameFate(last.fate, fate))
      lots[lots.length - 1] = { ...last, to: piece.to }
    else lots.push({ from: piece.from, to: piece.to, fate })
  }
  return lots
}

const sameFate = (a: Fate, b: Fate): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Of dropped words those that do not live on in another wording. */
function ending(state: State, source: SourceId, { from, to, fate }: Lot): Pick<Lot, 'from' | 'to'>[] {
  if (fate.type !== 'dropped') return [{ from, to }]
  const out: { from: number; to: number }[] = []
  for (const word of wordsOf(state.sources.get(source)!)) {
    if (word.to <= from || word.from >= to || heirOf(state, word)) continue
    const [begin, end] = [Math.max(word.from, from), Math.min(word.to, to)]
    const last = out.at(-1)
    if (last && last.to === begin) last.to = end
    else out.push({ from: begin, to: end })
  }
  return out
}
