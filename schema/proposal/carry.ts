import { diffArrays } from 'diff'
import type { Slot, Source } from '../record/state.ts'
import { segment } from '../text/segment.ts'
import type { Runs } from '../text/token.ts'
import type { Change } from './change.ts'
import { anchorOf, rangesOf } from './change.ts'

/** Maps gaps of one wording to gaps of the next. A range keeps what is written inside it, not at its edges. */
interface Alignment {
  readonly start: (gap: number) => number
  readonly end: (gap: number) => number
}

/**
 * What others made inside a wording, carried to the wording that replaces it: by the words the two have in
 * common. What lay only on words that are gone is left behind.
 */
export function carry(slot: Slot, from: Source, to: Source): Slot {
  const { start, end } = align(from.runs, to.runs)
  const ranges = <T extends { from: number; to: number; source: string }>(marks: readonly T[]): T[] =>
    marks
      .map((mark) => ({ ...mark, source: to.id, from: start(mark.from), to: end(mark.to) }))
      .filter((mark) => mark.from < mark.to)
  return {
    insertions: slot.insertions
      .map((insertion) => ({ ...insertion, at: Math.max(end(insertion.at), 0) }))
      .sort((a, b) => a.at - b.at),
    strikes: ranges(slot.strikes),
    holds: ranges(slot.holds),
  }
}

function align(from: Runs, to: Runs): Alignment {
  const { kept, length: j } = keptUnits(from, to)
  // after[i]: gap in `to` right after the last kept unit at or before gap i; before[i]: right before the next.
  const after: number[] = [0]
  const before: number[] = []
  kept.forEach((unit, i) => (after[i + 1] = unit === null ? after[i]! : unit + 1))
  before[kept.length] = j
  for (let k = kept.length - 1; k >= 0; k--) before[k] = kept[k] ?? before[k + 1]!
  return { start: (gap) => before[gap] ?? j, end: (gap) => after[gap] ?? j }
}

/** For each unit of one wording the unit of the other that it is, by the words both have; null where it is gone. */
export function keptUnits(from: Runs, to: Runs): { kept: readonly (number | null)[]; length: number } {
  const kept: (number | null)[] = []
  let j = 0
  for (const { value, added, removed } of diffArrays(units(from), units(to)))
    for (const unit of value) {
      if (added) j += unit.length
      else for (let k = 0; k < unit.length; k++) kept.push(removed ? null : j++)
    }
  return { kept, length: j }
}

const units = (runs: Runs): string[] =>
  runs.flatMap((run) => ('text' in run ? segment(run.text) : ['break' in run ? '\n' : '\ufffc']))

const known = new WeakMap<readonly Change[], readonly [readonly Change[], readonly (number | null)[]]>()

/**
 * For each change of a version of a proposal the index of the one that stands for it in the next version: at the same
 * place, or else where as many changes follow in the same order. Null for one that was left out.
 */
export function counterparts(was: readonly Change[], now: readonly Change[]): readonly (number | null)[] {
  const before = known.get(was)
  if (before?.[0] === now) return before[1]
  const free = new Set(now.keys())
  const take = (index: number | undefined): number | null => {
    if (index === undefined) return null
    free.delete(index)
    return index
  }
  const found = was.map((change) => take([...free].find((index) => isAtPlaceOf(change, now[index]!))))
  const sources = (change: Change) =>
    new Set([...rangesOf(change), anchorOf(change)].map((one) => one?.source))
  const all = found.map((one, index) => {
    if (one !== null) return one
    if (was.length === now.length && free.has(index)) return take(index)
    const here = sources(was[index]!)
    return take(
      [...free].find((other) => [...sources(now[other]!)].some((source) => source && here.has(source))),
    )
  })
  known.set(was, [now, all])
  return all
}

/** True when two changes strike or hold some of the same words, insert in the same gap, or set or place the same. */
function isAtPlaceOf(a: Change, b: Change): boolean {
  if (a.type === 'set' || a.type === 'place') return b.type === a.type && a.paragraph === b.paragraph
  if (a.type !== b.type) return false
  const [here, there] = [anchorOf(a), anchorOf(b)]
  return (
    (here !== null && there !== null && here.source === there.source && here.at === there.at) ||
    rangesOf(a).some((one) =>
      rangesOf(b).some(({ source, from, to }) => one.source === source && one.from < to && from < one.to),
    )
  )
}
