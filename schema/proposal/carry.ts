import { diffArrays } from 'diff'
import type { Slot, Source } from '../record/state.ts'
import { segment } from '../text/segment.ts'
import type { Runs } from '../text/token.ts'

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
