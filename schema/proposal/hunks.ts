import { diffArrays } from 'diff'
import { segment } from '../text/segment.ts'
import type { Run, Runs } from '../text/token.ts'

/** A word, a space, a mark of punctuation, a break or an atom; `key` is equal for equal units. */
export interface Unit {
  readonly key: string
  readonly length: number
  readonly type: 'word' | 'space' | 'mark' | 'atom' | 'break'
}

/** Units `from`–`to` of the old stream give way to units `start`–`end` of the new; both may be empty, not both at once. */
export interface Hunk {
  from: number
  to: number
  start: number
  end: number
}

/** A stream cut into units. */
export function unitsOf(runs: Runs): Unit[] {
  return runs.flatMap((run): Unit[] => {
    if (!('text' in run)) return [{ key: atomKey(run), length: 1, type: 'break' in run ? 'break' : 'atom' }]
    const marks = run.marks ? `\u0001${JSON.stringify(run.marks, Object.keys(run.marks).sort())}` : ''
    return segment(run.text).map((part) => ({
      key: part + marks,
      length: part.length,
      type: /^\s/.test(part) ? 'space' : /^[\p{L}\p{N}\p{M}]/u.test(part) ? 'word' : 'mark',
    }))
  })
}

const atomKey = (run: Run): string =>
  'break' in run ? `\n${run.break.id}` : 'note' in run ? `\ufffc${run.note}` : '\u2028'

/** Where so little is kept, one new wording is easier to read than the changes; in many pieces, sooner. */
const mostlyRewritten = { inFew: 0.4, inMany: 0.6, many: 5 }

/** Tells gaps of the old stream, by the unit behind them, at which an insertion is read rather than at another. */
type Preferred = (gap: number) => boolean

/**
 * What has to change so that `a` becomes `b`, as a person would say it: whole words, no two changes with
 * only a short word between them, and one new wording where little is kept.
 */
export function hunksOf(a: readonly Unit[], b: readonly Unit[], preferred: Preferred = () => false): Hunk[] {
  const hunks: Hunk[] = []
  let [i, j] = [0, 0]
  for (const { count, added, removed } of diffArrays(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
  )) {
    if (!added && !removed) {
      i += count
      j += count
      continue
    }
    const open = hunks.at(-1)
    const hunk = open && open.to === i && open.end === j ? open : { from: i, to: i, start: j, end: j }
    if (hunk !== open) hunks.push(hunk)
    if (removed) hunk.to = i += count
    else hunk.end = j += count
  }
  const plain = joinAcrossSpace(collapse(hunks, a, b), a, b)
  return slide(trim(joinClose(plain, a), a, b), a, b, preferred)
}

/** One hunk over all of a stream without breaks of which little is kept. */
function collapse(hunks: Hunk[], a: readonly Unit[], b: readonly Unit[]): Hunk[] {
  if (hunks.length < 2 || [...a, ...b].some(({ type }, i) => type === 'break' && i !== 0 && i !== a.length))
    return hunks
  const words = a.filter(({ type }) => type === 'word').length
  const gone = hunks.reduce((sum, { from, to }) => sum + wordsIn(a, from, to), 0)
  const fresh = hunks.reduce((sum, { start, end }) => sum + wordsIn(b, start, end), 0)
  const kept = words - gone
  const bound = hunks.length < mostlyRewritten.many ? mostlyRewritten.inFew : mostlyRewritten.inMany
  if (words < 6 || kept / Math.max(words, kept + fresh) >= bound) return hunks
  return [
    {
      from: hunks[0]!.from,
      to: hunks.at(-1)!.to,
      start: hunks[0]!.start,
      end: hunks.at(-1)!.end,
    },
  ]
}

const wordsIn = (units: readonly Unit[], from: number, to: number): number => {
  let count = 0
  for (let i = from; i < to; i++) if (units[i]!.type === 'word') count++
  return count
}

/** Joins hunks between which there is no more than one short word; two plain strikes or insertions need none. */
function joinClose(hunks: readonly Hunk[], a: readonly Unit[]): Hunk[] {
  const out: Hunk[] = []
  for (const hunk of hunks) {
    const last = out.at(-1)
    if (last && isClose(last, hunk, a)) {
      last.to = hunk.to
      last.end = hunk.end
    } else out.push({ ...hunk })
  }
  return out
}

function isClose(last: Hunk, next: Hunk, a: readonly Unit[]): boolean {
  const gap = a.slice(last.to, next.from)
  if (gap.some(({ type }) => type === 'break' || type === 'atom')) return false
  const words = gap.filter(({ type }) => type === 'word')
  if (words.length > 1 || words.some(({ length }) => length > 3)) return false
  const plain = (hunk: Hunk) => hunk.from === hunk.to || hunk.start === hunk.end
  const alike = (last.from === last.to) === (next.from === next.to)
  return words.length > 0 ? !(plain(last) && plain(next)) : !(plain(last) && plain(next) && alike)
}

/**
 * Two plain insertions, or two plain strikes, with only a space between are one: `and[, where possible,] other`
 * rather than `and[,] [where possible,] other`.
 */
function joinAcrossSpace(hunks: readonly Hunk[], a: readonly Unit[], b: readonly Unit[]): Hunk[] {
  const out: Hunk[] = []
  for (const next of hunks) {
    const last = out.at(-1)
    const inserts = next.from === next.to
    const units = inserts ? b : a
    const gap = last ? next.from - last.to : 0
    const between = a.slice(next.from - gap, next.from)
    const alike =
      last && (inserts ? last.from === last.to : last.start === last.end && next.start === next.end)
    if (last && alike && gap > 0 && between.every(({ type }) => type === 'space')) {
      const [lo, hi] = inserts ? [last.start, next.end] : [last.from, next.to]
      const same = (at: number) => between.every(({ key }, i) => units[at + i]?.key === key)
      const shift = same(hi - gap) ? 0 : same(lo) ? gap : null
      if (shift !== null) {
        const [from, to] = [lo + shift, hi - gap + shift]
        if (inserts) Object.assign(last, { from: last.to + shift, to: last.to + shift, start: from, end: to })
        else Object.assign(last, { from, to, start: last.start + shift, end: last.start + shift })
        continue
      }
    }
    out.push({ ...next })
  }
  return out
}

/** Leaves out of a replacement what both wordings begin or end with. */
function trim(hunks: Hunk[], a: readonly Unit[], b: readonly Unit[]): Hunk[] {
  for (const hunk of hunks) {
    while (hunk.from < hunk.to && hunk.start < hunk.end && a[hunk.from]!.key === b[hunk.start]!.key) {
      hunk.from++
      hunk.start++
    }
    while (hunk.from < hunk.to && hunk.start < hunk.end && a[hunk.to - 1]!.key === b[hunk.end - 1]!.key) {
      hunk.to--
      hunk.end--
    }
  }
  return hunks
}

/**
 * A plain insertion or strike among equal units can be read at several places; an insertion is put at a
 * preferred gap, else either is put where it begins with a word and ends with the space behind it.
 */
function slide(hunks: Hunk[], a: readonly Unit[], b: readonly Unit[], preferred: Preferred): Hunk[] {
  hunks.forEach((hunk, h) => {
    const inserts = hunk.from === hunk.to
    if (!inserts && hunk.start !== hunk.end) return
    const units = inserts ? b : a
    let [lo, hi] = inserts ? [hunk.start, hunk.end] : [hunk.from, hunk.to]
    // At least one unit stays between two hunks, or they would be one.
    const [last, next] = [hunks[h - 1], hunks[h + 1]]
    const least = lo - (last ? hunk.from - last.to - 1 : hunk.from)
    const most = lo + (next ? next.from - hunk.to - 1 : a.length - hunk.to)
    while (lo > least && units[lo - 1]!.key === units[hi - 1]!.key) [lo, hi] = [lo - 1, hi - 1]
    const first = inserts ? hunk.start : hunk.from
    const worth = () =>
      score(units, lo, hi) + (inserts && preferred(hunk.from + lo - first) ? beyondAnyScore : 0)
    let best = { lo, score: worth() }
    while (lo < most && units[lo]!.key === units[hi]?.key) {
      ;[lo, hi] = [lo + 1, hi + 1]
      const here = worth()
      if (here > best.score) best = { lo, score: here }
    }
    const shift = best.lo - first
    hunk.from += shift
    hunk.to += shift
    hunk.start += shift
    hunk.end += shift
  })
  return hunks
}

const beyondAnyScore = 10

function score(units: readonly Unit[], lo: number, hi: number): number {
  const [first, last] = [units[lo]!, units[hi - 1]!]
  if (first.type === 'break') return 5
  if (first.type === 'mark' && last.type === 'word') return 4
  if (first.type === 'word' && last.type === 'space') return 3
  if (first.type !== 'word' && last.type === 'word') return 2
  return first.type === 'word' && last.type === 'word' ? 1 : 0
}

/** Offset of each unit in its stream, and the length of the whole at the end. */
export function offsetsOf(units: readonly Unit[]): number[] {
  const offsets = [0]
  for (const { length } of units) offsets.push(offsets.at(-1)! + length)
  return offsets
}
