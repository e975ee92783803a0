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

/** Units of a stream that take so many changes that one new wording is easier to read than the changes. */
const mostlyRewritten = 0.3

/**
 * What has to change so that `a` becomes `b`, as a person would say it: whole words, no two changes with
 * only a short word between them, and one new wording where little is kept.
 */
export function hunksOf(a: readonly Unit[], b: readonly Unit[]): Hunk[] {
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
  return slide(joinClose(collapse(hunks, a, b), a), a, b)
}

/** One hunk over all of a stream without breaks of which little is kept. */
function collapse(hunks: Hunk[], a: readonly Unit[], b: readonly Unit[]): Hunk[] {
  if (hunks.length < 2 || [...a, ...b].some(({ type }, i) => type === 'break' && i !== 0 && i !== a.length))
    return hunks
  const words = a.filter(({ type }) => type === 'word').length
  const gone = hunks.reduce((sum, { from, to }) => sum + wordsIn(a, from, to), 0)
  const fresh = hunks.reduce((sum, { start, end }) => sum + wordsIn(b, start, end), 0)
  const kept = words - gone
  if (words < 6 || kept / Math.max(words, kept + fresh) >= mostlyRewritten) return hunks
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
 * A plain insertion or strike among equal units can be read at several places; it is put where it begins
 * with a word and ends with the space behind it.
 */
function slide(hunks: Hunk[], a: readonly Unit[], b: readonly Unit[]): Hunk[] {
  hunks.forEach((hunk, h) => {
    const inserts = hunk.from === hunk.to
    if (!inserts && hunk.start !== hunk.end) return
    const units = inserts ? b : a
    let [lo, hi] = inserts ? [hunk.start, hunk.end] : [hunk.from, hunk.to]
    const least = lo - (hunk.from - (hunks[h - 1]?.to ?? 0))
    const room = (hunks[h + 1]?.from ?? a.length) - hunk.to
    const most = lo + room
    while (lo > least && units[lo - 1]!.key === units[hi - 1]!.key) [lo, hi] = [lo - 1, hi - 1]
    let best = { lo, score: score(units, lo, hi) }
    while (lo < most && units[lo]!.key === units[hi]?.key) {
      ;[lo, hi] = [lo + 1, hi + 1]
      const here = score(units, lo, hi)
      if (here > best.score) best = { lo, score: here }
    }
    const shift = best.lo - (inserts ? hunk.start : hunk.from)
    hunk.from += shift
    hunk.to += shift
    hunk.start += shift
    hunk.end += shift
  })
  return hunks
}

function score(units: readonly Unit[], lo: number, hi: number): number {
  const [first, last] = [units[lo]!, units[hi - 1]!]
  if (first.type === 'break') return 4
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
