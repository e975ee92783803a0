import type { Spot, VersionKey } from '../proposal/change.ts'
import type { Piece } from '../text/stream.ts'
import { type Layout, layoutOf, pieceRuns } from '../text/text.ts'
import { runLength } from '../text/token.ts'
import { type Fate, fateOf } from './fate.ts'
import { stretchesOf } from './lost.ts'
import type { State } from './state.ts'
import { currentLayout, paragraphAt } from './touches.ts'

/** Looked-for words: characters `start` up to `end` of `text`, which is all of one lot around them. */
interface Found {
  readonly paragraph: string
  readonly fate: Fate
  readonly text: string
  readonly start: number
  readonly end: number
  /** The unit with which they begin. */
  readonly spot: Spot
}

/**
 * Looks for words over the whole text: in each paragraph those that stand, then those asked for, parked and
 * dropped, wording by wording; at last those that stood together in the text as opened or a revision, of which
 * some are dropped and others stand. Case and accents make no difference. At most `most` are found.
 */
export function findWords(state: State, sought: string, most = 200): Found[] {
  const { text: plain } = folded(sought.trim())
  if (plain === '') return []
  const found: Found[] = []
  const clean = new Map(currentLayout(state).map((laid) => [laid.head.id, laid.pieces]))
  for (const [paragraph, stretches] of stretchesOf(state)) {
    search(state, plain, paragraph, standing, clean.get(paragraph) ?? [], found)
    for (const { source, from, to, fate } of stretches)
      if (fate.type !== 'standing') search(state, plain, paragraph, fate, [{ source, from, to }], found)
    if (found.length >= most) return found.slice(0, most)
  }
  return [...found, ...partedSince(state, plain, found)].slice(0, most)
}

/** Words that stood in an earlier text as they are sought, told by the first of them that is dropped. */
function partedSince(state: State, plain: string, known: readonly Found[]): Found[] {
  const told = new Set(known.map(({ spot }) => nameOf(spot)))
  const parted: Found[] = []
  for (const layout of earlierTexts(state))
    for (const { head, pieces } of layout) {
      const there: Found[] = []
      const spots = search(state, plain, head.id, standing, pieces, there)
      for (const one of there)
        for (const spot of spots.slice(one.start, one.end)) {
          const fate = fateOf(state, { source: spot.source, from: spot.at })
          if (fate.type !== 'dropped') continue
          const paragraph = paragraphAt(state, spot)
          if (paragraph !== null && !told.has(nameOf(spot))) parted.push({ ...one, paragraph, fate, spot })
          told.add(nameOf(spot))
          break
        }
    }
  return parted
}

const nameOf = ({ source, at }: Spot): string => `${source}:${at}`

const earlier = new WeakMap<State, readonly Layout[]>()

/** The text as opened and every revision. Kept for a state. */
function earlierTexts(state: State): readonly Layout[] {
  let found = earlier.get(state)
  if (!found) {
    const sets = [new Set<VersionKey>(), ...state.revisions.map(({ accepted }) => accepted)]
    earlier.set(state, (found = sets.map((set) => layoutOf(state, set))))
  }
  return found
}

const standing: Fate = { type: 'standing' }

type Units = Pick<Piece, 'source' | 'from' | 'to'>

/** Adds what is found in some pieces; gives the unit each of their characters came with. */
function search(
  state: State,
  plain: string,
  paragraph: string,
  fate: Fate,
  pieces: readonly Units[],
  found: Found[],
): readonly Spot[] {
  const { text, spots } = charactersOf(state, pieces)
  const { text: searched, origin } = folded(text)
  for (let at = searched.indexOf(plain); at >= 0; at = searched.indexOf(plain, at + plain.length)) {
    const [start, end] = [origin[at]!, origin[at + plain.length]!]
    found.push({ paragraph, fate, text, start, end, spot: spots[start]! })
  }
  return spots
}

/** Characters of pieces, and the unit each came with. */
function charactersOf(state: State, pieces: readonly Units[]): { text: string; spots: Spot[] } {
  let text = ''
  const spots: Spot[] = []
  for (const piece of pieces) {
    let at = piece.from
    for (const run of pieceRuns(state, piece)) {
      if ('text' in run || 'line' in run)
        for (let i = 0; i < runLength(run); i++) spots.push({ source: piece.source, at: at + i })
      text += 'text' in run ? run.text : 'line' in run ? '\n' : ''
      at += runLength(run)
    }
  }
  return { text, spots }
}

/** Characters without case and accents, and for each the offset it came from; one more for the end. */
function folded(text: string): { text: string; origin: number[] } {
  let out = ''
  const origin: number[] = []
  let at = 0
  for (const char of text) {
    const plain = char.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    for (let i = 0; i < plain.length; i++) origin.push(at)
    out += plain
    at += char.length
  }
  origin.push(at)
  return { text: out, origin }
}
