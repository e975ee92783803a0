import type { SourceId } from '../proposal/change.ts'
import type { ChangeRef } from '../record/state.ts'
import type { Stretch } from './stretch.ts'

/** A replacement: the change, and the stretches of what it inserts. */
interface Replacement {
  readonly change: ChangeRef
  readonly source: SourceId
  readonly at: number
  readonly end: number
}

/** Stretches `from`–`to` of a paragraph that somebody asks to strike, replace or hold. Regions nest or are apart. */
export interface Region {
  readonly from: number
  readonly to: number
  readonly deletions: readonly ChangeRef[]
  readonly replacements: readonly Replacement[]
  readonly holds: readonly ChangeRef[]
  /** True when replacements cross here, so that each is shown with the wording of the whole region. */
  readonly crossed: boolean
}

interface Interval {
  from: number
  to: number
  readonly kind: 'delete' | 'replace' | 'hold'
  readonly change: ChangeRef
  readonly replacement: Replacement | null
}

/** The regions among the stretches of one insertion level, as nested intervals. */
export function regionsOf(
  stretches: readonly Stretch[],
  from: number,
  to: number,
  level: readonly SourceId[],
): Region[] {
  const intervals = intervalsOf(stretches, from, to, level)
  if (intervals.length === 0) return []
  const crossed = joinCrossing(intervals)
  return grouped(splitCrossing(intervals), crossed)
}

const idOf = ({ key, index }: ChangeRef): string => `${key}/${index}`

/** Every strike and hold at this level as the stretches it covers, with what is inserted between them. */
function intervalsOf(
  stretches: readonly Stretch[],
  from: number,
  to: number,
  level: readonly SourceId[],
): Interval[] {
  const found: Interval[] = []
  const open = new Map<string, Interval>()
  const inserted = new Map<SourceId, { at: number; end: number }>()
  for (let i = from; i < to; i++) {
    const { inside, strikes, holds } = stretches[i]!
    if (inside.length > level.length) {
      const source = inside[level.length]!
      const span = inserted.get(source)
      if (span) span.end = i + 1
      else inserted.set(source, { at: i, end: i + 1 })
      continue
    }
    const here = new Set<string>()
    for (const [marks, kind] of [
      [strikes, 'delete'],
      [holds, 'hold'],
    ] as const)
      for (const { key, index } of marks) {
        const id = `${kind} ${key}/${index}`
        here.add(id)
        const interval = open.get(id)
        if (interval) interval.to = i + 1
        else {
          const opened: Interval = { from: i, to: i + 1, kind, change: { key, index }, replacement: null }
          open.set(id, opened)
          found.push(opened)
        }
      }
    for (const id of open.keys()) if (!here.has(id)) open.delete(id)
  }
  return found.map((interval) => tied(interval, stretches, inserted, level.length))
}

/** Ties a strike to what the same change inserts among or right behind the struck words. */
function tied(
  interval: Interval,
  stretches: readonly Stretch[],
  inserted: ReadonlyMap<SourceId, { at: number; end: number }>,
  depth: number,
): Interval {
  if (interval.kind !== 'delete') return interval
  const source = idOf(interval.change)
  const span = inserted.get(source)
  if (!span || span.at < interval.from) return interval
  for (let i = interval.to; i < span.at; i++) if (stretches[i]!.inside.length <= depth) return interval
  const replacement = { change: interval.change, source, ...span }
  return { ...interval, kind: 'replace', replacement }
}

const crosses = (a: Interval, b: Interval): boolean =>
  (a.from < b.from && b.from < a.to && a.to < b.to) || (b.from < a.from && a.from < b.to && b.to < a.to)

/** Widens replacements that cross to the region they contest together. Returns the regions so made. */
function joinCrossing(intervals: readonly Interval[]): Set<string> {
  const joined = new Set<string>()
  const replacing = intervals.filter(({ kind }) => kind === 'replace')
  for (let changed = true; changed;) {
    changed = false
    for (const a of replacing)
      for (const b of replacing)
        if (crosses(a, b)) {
          const [from, to] = [Math.min(a.from, b.from), Math.max(a.to, b.to)]
          joined.delete(spanOf(a))
          joined.delete(spanOf(b))
          Object.assign(a, { from, to })
          Object.assign(b, { from, to })
          joined.add(spanOf(a))
          changed = true
        }
  }
  return joined
}

const spanOf = ({ from, to }: { from: number; to: number }): string => `${from}-${to}`

/** Cuts plain strikes and holds where they cross one another or a replacement: `[quick – A][brown – A, B][fox – B]`. */
function splitCrossing(intervals: readonly Interval[]): Interval[] {
  const out = [...intervals]
  for (let again = true; again;) {
    again = false
    for (const a of out) {
      const b = a.kind === 'replace' ? undefined : out.find((other) => crosses(a, other))
      if (!b) continue
      const cutA = b.from > a.from ? b.from : b.to
      const cutB = a.from > b.from ? a.from : a.to
      out.splice(out.indexOf(a), 1, { ...a, to: cutA }, { ...a, from: cutA })
      if (b.kind !== 'replace') out.splice(out.indexOf(b), 1, { ...b, to: cutB }, { ...b, from: cutB })
      again = true
      break
    }
  }
  return out
}

function grouped(intervals: readonly Interval[], crossed: ReadonlySet<string>): Region[] {
  return [...Map.groupBy(intervals, spanOf)]
    .map(([span, group]) => ({
      from: group[0]!.from,
      to: group[0]!.to,
      deletions: group.filter(({ kind }) => kind === 'delete').map(({ change }) => change),
      replacements: group.flatMap(({ replacement }) => (replacement ? [replacement] : [])),
      holds: group.filter(({ kind }) => kind === 'hold').map(({ change }) => change),
      crossed: crossed.has(span),
    }))
    .sort((a, b) => a.from - b.from || b.to - a.to)
}
