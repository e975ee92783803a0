import type { State } from '../record/state.ts'
import { plainText, sliceRuns, type Runs } from '../text/token.ts'
import { counterparts } from './carry.ts'
import type { Change } from './change.ts'
import { rangesOf } from './change.ts'
import { hunksOf, unitsOf } from './hunks.ts'
import type { Proposal } from './proposal.ts'

/** A stretch of a wording as compared with an earlier one. */
export interface Part {
  readonly type: 'same' | 'deleted' | 'inserted'
  readonly text: string
}

/** How one change of a proposal reads in two versions: the words it puts in, and those it strikes or holds. */
export interface Reworded {
  readonly parts: readonly Part[]
  readonly strikes: { readonly was: string; readonly now: string }
}

/**
 * What became of the wording of a proposal from one version to another, change by change, in whole words.
 * A change that one of the two has not is as if it put in nothing there. A break reads as a pilcrow.
 * Throws RangeError for a version that is not there.
 */
export function rewording(state: State, { versions }: Proposal, was: number, now: number): Reworded[] {
  const [before, after] = [was, now].map((version) => {
    const found = versions[version - 1]
    if (!found) throw new RangeError(`no version ${version}`)
    return found.changes
  }) as [readonly Change[], readonly Change[]]
  const next = counterparts(before, after)
  const pairs = [
    ...before.map((change, i) => [change, next[i] === null ? undefined : after[next[i]!]] as const),
    ...after.flatMap((change, i) => (next.includes(i) ? [] : [[undefined, change] as const])),
  ]
  return pairs.map(([old, fresh]) => ({
    parts: comparison(runsOf(old), runsOf(fresh)),
    strikes: { was: struckBy(state, old), now: struckBy(state, fresh) },
  }))
}

const runsOf = (change: Change | undefined): Runs =>
  change?.type === 'amend' ? (change.insert?.runs ?? []) : []

const struckBy = (state: State, change: Change | undefined): string =>
  (change ? rangesOf(change) : [])
    .map(({ source, from, to }) => plainText(sliceRuns(state.sources.get(source)!.runs, from, to)))
    .join(' … ')

/** Two wordings as one line of words kept, deleted and inserted. */
export function comparison(was: Runs, now: Runs): Part[] {
  const [a, b] = [unitsOf(was), unitsOf(now)]
  const [left, right] = [was, now].map((runs) => (from: number, to: number) => read(runs, from, to)) as [
    (from: number, to: number) => string,
    (from: number, to: number) => string,
  ]
  const gaps = [a, b].map((units) => {
    const at = [0]
    for (const { length } of units) at.push(at.at(-1)! + length)
    return at
  }) as [number[], number[]]
  const parts: Part[] = []
  const add = (type: Part['type'], text: string) => {
    if (text !== '') parts.push({ type, text })
  }
  let done = 0
  for (const { from, to, start, end } of hunksOf(a, b)) {
    add('same', left(gaps[0][done]!, gaps[0][from]!))
    add('deleted', left(gaps[0][from]!, gaps[0][to]!))
    add('inserted', right(gaps[1][start]!, gaps[1][end]!))
    done = to
  }
  add('same', left(gaps[0][done]!, gaps[0].at(-1)!))
  return parts
}

const read = (runs: Runs, from: number, to: number): string =>
  sliceRuns(runs, from, to)
    .map((run) => ('break' in run ? ' ¶ ' : plainText([run])))
    .join('')
