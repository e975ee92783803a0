import { diffArrays } from 'diff'
import type { Unit } from '../proposal/hunks.ts'
import { hunksOf, offsetsOf, unitsOf } from '../proposal/hunks.ts'
import type { Paragraph, Paragraphs } from '../text/paragraph.ts'
import { paragraphRuns, paragraphsOf, textRuns } from '../text/paragraph.ts'
import type { Run } from '../text/token.ts'
import { joinRuns, plainText, sliceRuns } from '../text/token.ts'
import { misplaced } from './order.ts'

/** A place that somebody changed while it was being drafted: the words as they were and as they are now. */
export interface Overtaken {
  readonly was: string
  readonly now: string
}

/** A draft brought up to date, and by paragraph id what in it was overtaken. */
interface Merged {
  readonly paragraphs: Paragraph[]
  readonly overtaken: Readonly<Record<string, Overtaken>>
}

/**
 * Brings a draft up to date. `base` is the text it was made from, `theirs` the text as it is now, `mine` the
 * draft. What the draft has not touched follows the text; what it has touched stays as drafted, and where
 * the text changed in the same place this is reported. The same change on both sides is made once.
 */
export function merge3(base: Paragraphs, theirs: Paragraphs, mine: Paragraphs): Merged {
  const overtaken: Record<string, Overtaken> = {}
  const [inBase, inTheirs, inMine] = [byId(base), byId(theirs), byId(mine)]
  // A new paragraph that both have was tabled from this draft; the draft's wording of it goes on from there.
  for (const paragraph of theirs)
    if (!inBase.has(paragraph.id) && inMine.has(paragraph.id)) inBase.set(paragraph.id, paragraph)

  const report = (id: string): void => {
    const [was, now] = [inBase.get(id), inTheirs.get(id)]
    overtaken[id] = { was: was ? plainText(was.content) : '', now: now ? plainText(now.content) : '' }
  }
  const untouched = (side: ReadonlyMap<string, Paragraph>, id: string): boolean =>
    same(side.get(id), inBase.get(id))
  const leftTheirs = theirs.filter(({ id }) => {
    const struckByMe = inBase.has(id) && !inMine.has(id)
    if (struckByMe && !untouched(inTheirs, id)) report(id)
    return !struckByMe
  })
  const leftMine = mine.filter(({ id }) => !inBase.has(id) || inTheirs.has(id) || !untouched(inMine, id))

  const theirChains = chainsOf(leftTheirs, inBase)
  const myChains = chainsOf(leftMine, inBase)
  const out = new Map<string, readonly Paragraph[]>()
  for (const key of new Set([...theirChains.keys(), ...myChains.keys()])) {
    const [was, now, drafted] = [inBase.get(key), theirChains.get(key), myChains.get(key)]
    if (!drafted || !now) {
      out.set(key, drafted ?? now ?? [])
      if (drafted && key !== '') report(key)
      continue
    }
    const merged = mergeChain(was ? [was] : [], now, drafted)
    if (merged.conflict && key !== '') report(key)
    out.set(key, merged.paragraphs)
  }
  const order = orderOf([...inBase.keys()], [...theirChains.keys()], [...myChains.keys()])
  return { paragraphs: order.flatMap((key) => out.get(key) ?? []), overtaken }
}

const byId = (paragraphs: Paragraphs): Map<string, Paragraph> =>
  new Map(paragraphs.map((paragraph) => [paragraph.id, paragraph]))

const same = (a: Paragraph | undefined, b: Paragraph | undefined): boolean =>
  a !== undefined && b !== undefined && sameHead(a, b) && keysOf([a]) === keysOf([b])
const sameHead = (a: Paragraph, b: Paragraph): boolean => a.kind === b.kind && a.level === b.level
const keysOf = (paragraphs: Paragraphs): string => joined(unitsOf(joinRuns(textRuns(paragraphs))))
const joined = (units: readonly Unit[]): string => units.map(({ key }) => key).join('\u0000')

/** Paragraphs by the paragraph of the base that they begin with or follow; '' for those before every one. */
function chainsOf(paragraphs: Paragraphs, base: ReadonlyMap<string, Paragraph>): Map<string, Paragraph[]> {
  const chains = new Map<string, Paragraph[]>([['', []]])
  let chain: Paragraph[] = chains.get('') ?? []
  for (const paragraph of paragraphs) {
    if (base.has(paragraph.id)) chains.set(paragraph.id, (chain = []))
    chain.push(paragraph)
  }
  return chains
}

function mergeChain(
  base: Paragraphs,
  theirs: Paragraphs,
  mine: Paragraphs,
): { paragraphs: readonly Paragraph[]; conflict: boolean } {
  const [was, now, drafted] = [base[0], theirs[0], mine[0]]
  const { runs, conflict } = mergeRuns(streamOf(base), streamOf(theirs), streamOf(mine))
  const paragraphs = paragraphsOf(runs)
  const first = paragraphs[0]
  if (!was || !now || !drafted || !first) return { paragraphs, conflict }
  const kind = drafted.kind === was.kind ? now.kind : drafted.kind
  const level = drafted.level === was.level ? now.level : drafted.level
  const headConflict = !sameHead(drafted, was) && !sameHead(now, was) && !sameHead(drafted, now)
  return {
    paragraphs: [{ ...first, kind, level }, ...paragraphs.slice(1)],
    conflict: conflict || headConflict,
  }
}

const streamOf = (paragraphs: Paragraphs): Run[] => joinRuns(paragraphs.flatMap(paragraphRuns))

/** Units `from`–`to` of the base give way to units `start`–`end` of a side. */
interface Hunk extends Span {
  readonly from: number
  readonly to: number
}

function mergeRuns(
  base: readonly Run[],
  theirs: readonly Run[],
  mine: readonly Run[],
): { runs: Run[]; conflict: boolean } {
  const [baseUnits, theirUnits, myUnits] = [unitsOf(base), unitsOf(theirs), unitsOf(mine)]
  // What a person would call one change meets another as a whole: half of each makes no sentence.
  const theirHunks: Hunk[] = hunksOf(baseUnits, theirUnits)
  const myHunks: Hunk[] = hunksOf(baseUnits, myUnits)
  const made = new Set(hunksBetween(baseUnits, myUnits).map((hunk) => nameOf(hunk, myUnits)))
  const wanted = hunksBetween(baseUnits, theirUnits)
  const cut = {
    base: cutter(base, baseUnits),
    theirs: cutter(theirs, theirUnits),
    mine: cutter(mine, myUnits),
  }
  const out: Run[] = []
  let conflict = false
  let at = 0
  while (theirHunks.length > 0 || myHunks.length > 0) {
    const { from, to, t, m } = cluster(theirHunks, myHunks)
    out.push(...cut.base(at, from))
    const [now, drafted] = [rangeOf(t, from, to), rangeOf(m, from, to)]
    if (m.length === 0) out.push(...cut.theirs(now.start, now.end))
    else if (from === to && t.length > 0 && begins(theirUnits, now, myUnits, drafted)) {
      // Both added here, and one of them whole paragraphs: these come behind the words of the other.
      const theirsFirst = theirUnits[now.start]?.type !== 'break' || myUnits[drafted.start]?.type === 'break'
      const both = [cut.theirs(now.start, now.end), cut.mine(drafted.start, drafted.end)]
      out.push(...(theirsFirst ? both : both.reverse()).flat())
    } else {
      out.push(...cut.mine(drafted.start, drafted.end))
      const here = wanted.filter((hunk) => hunk.from >= from && hunk.to <= to)
      if (t.length > 0 && !here.every((hunk) => made.has(nameOf(hunk, theirUnits)))) conflict = true
    }
    at = to
  }
  out.push(...cut.base(at, baseUnits.length))
  return { runs: joinRuns(out), conflict }
}

/** Says of a hunk what it does, so that the same one is known on the other side. */
const nameOf = ({ from, to, start, end }: Hunk, units: readonly Unit[]): string =>
  `${from} ${to} ${joined(units.slice(start, end))}`

/** Takes the first hunks off both lists that touch the same units of the base. */
function cluster(
  theirs: Hunk[],
  mine: Hunk[],
): { from: number; to: number; t: readonly Hunk[]; m: readonly Hunk[] } {
  const t: Hunk[] = []
  const m: Hunk[] = []
  const [a, b] = [theirs[0], mine[0]]
  const theirsFirst = a && (!b || a.from < b.from || (a.from === b.from && a.to < b.to))
  let { from, to } = (theirsFirst ? a : b) ?? { from: 0, to: 0 }
  const empty = from === to
  for (let grown = true; grown;) {
    grown = false
    for (const [list, taken] of [
      [theirs, t],
      [mine, m],
    ] as const) {
      const next = list[0]
      if (!next) continue
      const first = t.length + m.length === 0 && (list === theirs) === Boolean(theirsFirst)
      const meets = next.from < to || (empty && next.from === from && next.to === to)
      if (!first && !(t.length + m.length > 0 && meets)) continue
      list.shift()
      taken.push(next)
      from = Math.min(from, next.from)
      to = Math.max(to, next.to)
      grown = true
    }
  }
  return { from, to, t, m }
}

interface Span {
  readonly start: number
  readonly end: number
}

/** True when two additions differ and one of them begins with a paragraph. */
const begins = (theirs: readonly Unit[], now: Span, mine: readonly Unit[], drafted: Span): boolean =>
  (theirs[now.start]?.type === 'break' || mine[drafted.start]?.type === 'break') &&
  joined(theirs.slice(now.start, now.end)) !== joined(mine.slice(drafted.start, drafted.end))

/** The units of a side that stand for units `from`–`to` of the base. */
function rangeOf(hunks: readonly Hunk[], from: number, to: number): Span {
  const [first, last] = [hunks[0], hunks.at(-1)]
  if (!first || !last) return { start: 0, end: 0 }
  return { start: first.start - (first.from - from), end: last.end + (to - last.to) }
}

function cutter(runs: readonly Run[], units: readonly Unit[]): (from: number, to: number) => Run[] {
  const offsets = offsetsOf(units)
  return (from, to) => (to > from ? sliceRuns(runs, offsets[from] ?? 0, offsets[to] ?? 0) : [])
}

/** The smallest changes by words; a minimal script, unlike the readable one of `hunksOf`. */
export function hunksBetween(a: readonly Unit[], b: readonly Unit[]): Hunk[] {
  const hunks: Hunk[] = []
  let [from, start] = [0, 0]
  let [i, j] = [0, 0]
  const close = (): void => {
    if (i > from || j > start) hunks.push({ from, to: i, start, end: j })
  }
  for (const { count, added, removed } of diffArrays(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
  )) {
    if (removed) i += count
    else if (added) j += count
    else {
      close()
      i += count
      j += count
      ;[from, start] = [i, j]
    }
  }
  close()
  return hunks
}

/** Their order, but for the paragraphs that the draft moved: these stand behind what the draft put them behind. */
function orderOf(base: readonly string[], theirs: readonly string[], mine: readonly string[]): string[] {
  const [inTheirs, inMine] = [new Set(theirs), new Set(mine)]
  const slots = (keys: readonly string[]) => keys.map((seg) => ({ seg, joined: false }))
  const common = base.filter((key) => inTheirs.has(key) && inMine.has(key))
  const inCommon = new Set(common)
  const drafted = mine.filter((key) => inCommon.has(key))
  const moved = new Set(misplaced(slots(common), slots(drafted)).map((index) => drafted[index]))
  const order = theirs.filter((key) => !moved.has(key))
  for (const [index, key] of mine.entries()) {
    if (inTheirs.has(key) && !moved.has(key)) continue
    const before = mine.slice(0, index).findLast((other) => order.includes(other))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key)
  }
  return order
}
