import type { Spot } from '../proposal/change.ts'
import type { Piece } from '../text/stream.ts'
import { pieceRuns } from '../text/text.ts'
import { runLength } from '../text/token.ts'
import type { Fate } from './fate.ts'
import { stretchesOf } from './lost.ts'
import type { State } from './state.ts'
import { currentLayout } from './touches.ts'

/** Looked-for words: characters `start` up to `end` of `text`, which is all of one lot around them. */
export interface Found {
  readonly paragraph: string
  readonly fate: Fate
  readonly text: string
  readonly start: number
  readonly end: number
  /** The unit with which they begin. */
  readonly spot: Spot
}

/**
 * Looks for words over the whole text: those that stand, then in each paragraph those asked for, parked and
 * dropped, wording by wording. Case and accents make no difference. At most `most` are found.
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
  return found
}

const standing: Fate = { type: 'standing' }

type Units = Pick<Piece, 'source' | 'from' | 'to'>

function search(
  state: State,
  plain: string,
  paragraph: string,
  fate: Fate,
  pieces: readonly Units[],
  found: Found[],
): void {
  const { text, spots } = charactersOf(state, pieces)
  const { text: searched, origin } = folded(text)
  for (let at = searched.indexOf(plain); at >= 0; at = searched.indexOf(plain, at + plain.length)) {
    const [start, end] = [origin[at]!, origin[at + plain.length]!]
    found.push({ paragraph, fate, text, start, end, spot: spots[start]! })
  }
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
