import type { SourceId } from '../proposal/change.ts'
import { parseSource, sourceId } from '../proposal/change.ts'
import type { ChangeRef } from '../record/state.ts'
import type { Attribution, Contest, Passage, Plain, Wording } from './passage.ts'
import type { Region } from './regions.ts'
import type { Stretch } from './stretch.ts'
import { regionsOf } from './regions.ts'
import { tucked } from './tuck.ts'

/** Who asks for a change. */
export type NameOf = (ref: ChangeRef) => Attribution
/** True of two proposals that were declared alternatives. */
type AreRivals = (a: number, b: number) => boolean

/** A bracket whose words are all of one insertion, or a region of standing words that somebody contests. */
interface Frame {
  readonly stretches: readonly Stretch[]
  readonly names: NameOf
  readonly rivals: AreRivals
  /** Insertions printed beside the words they replace, so not again where they stand. */
  readonly placed: Set<SourceId>
}

/**
 * Brackets of one paragraph: an insertion nests in what it was made in, strikes contained in one another
 * nest, wordings that compete for the same words stand side by side, equal wordings join their sponsors,
 * and replacements that cross become one region with full wordings. The stretches are in reading order;
 * `level` is the insertion the whole paragraph lies in.
 */
export function passagesOf(
  stretches: readonly Stretch[],
  level: readonly SourceId[],
  names: NameOf,
  rivals: AreRivals,
): Passage[] {
  return passages({ stretches, names, rivals, placed: new Set() }, 0, stretches.length, level)
}

function passages(frame: Frame, from: number, to: number, level: readonly SourceId[]): Passage[] {
  const regions = regionsOf(frame.stretches, from, to, level)
  for (const { replacements } of regions) for (const { source } of replacements) frame.placed.add(source)
  return emit(frame, from, to, level, regions)
}

function emit(
  frame: Frame,
  from: number,
  to: number,
  level: readonly SourceId[],
  regions: readonly Region[],
): Passage[] {
  const out: Passage[] = []
  let at = from
  while (at < to) {
    const region = regions.find((one) => one.from === at && one.to <= to)
    if (region) {
      const inner = regions.filter((one) => one !== region && one.from >= region.from && one.to <= region.to)
      out.push(...tucked(contest(frame, region, level, inner)))
      at = region.to
      continue
    }
    const stretch = frame.stretches[at]!
    if (stretch.inside.length === level.length) {
      out.push(...plain(stretch))
      at++
      continue
    }
    const { wordings, end } = insertionsAt(frame, at, to, level)
    for (const side of sideBySide(wordings, frame.rivals))
      out.push(...tucked({ type: 'contest', wordings: side }))
    at = end
  }
  return out
}

/** What is inserted in one gap, each by itself; the same words asked for twice are one wording with two sponsors. */
function insertionsAt(
  frame: Frame,
  from: number,
  to: number,
  level: readonly SourceId[],
): { wordings: Wording[]; end: number } {
  const wordings: Wording[] = []
  let at = from
  while (at < to && frame.stretches[at]!.inside.length > level.length) {
    const source = frame.stretches[at]!.inside[level.length]!
    const end = endOf(frame.stretches, at, to, level.length, source)
    if (!frame.placed.has(source)) join(wordings, proposed(frame, at, end, [...level, source]))
    at = end
  }
  return { wordings, end: at }
}

/** Neighbours in one gap of which at most one can come in are wordings of one place. */
function sideBySide(wordings: readonly Wording[], rivals: AreRivals): Wording[][] {
  const out: Wording[][] = []
  for (const wording of wordings) {
    const last = out.at(-1)?.at(-1)
    const compete = last?.by.some((a) => wording.by.some((b) => rivals(a.proposal, b.proposal)))
    if (compete) out.at(-1)!.push(wording)
    else out.push([wording])
  }
  return out
}

/** Adds a wording to others, joining its sponsors to those of the same words. */
function join(wordings: Wording[], wording: Wording): void {
  const same = wordings.findIndex((other) => sameWords(other.passages, wording.passages))
  if (same < 0) wordings.push(wording)
  else wordings[same] = { ...wordings[same]!, by: [...wordings[same]!.by, ...wording.by] }
}

const plain = ({ runs, source, from }: Stretch): Plain[] => {
  let at = from
  return runs.map((run) => {
    const origin = { source, at }
    at += 'text' in run ? run.text.length : 1
    return { type: 'words', run, origin }
  })
}

/** Where the stretches of one insertion end. */
function endOf(
  stretches: readonly Stretch[],
  at: number,
  to: number,
  depth: number,
  source: SourceId,
): number {
  let end = at
  while (end < to && stretches[end]!.inside[depth] === source) end++
  return end
}

function proposed(frame: Frame, from: number, to: number, level: readonly SourceId[]): Wording {
  const { key, index } = parseSource(level.at(-1)!)!
  return {
    role: 'proposed',
    by: [frame.names({ key, index })],
    deletedBy: [],
    heldBy: [],
    passages: passages(frame, from, to, level),
  }
}

function contest(
  frame: Frame,
  region: Region,
  level: readonly SourceId[],
  inner: readonly Region[],
): Contest {
  const standing: Wording = {
    role: 'standing',
    by: [],
    deletedBy: region.deletions.map(frame.names),
    heldBy: region.holds.map(frame.names),
    passages: emit(frame, region.from, region.to, level, inner),
  }
  const wordings: Wording[] = []
  for (const { change, source, at, end } of region.replacements) {
    const wording: Wording = region.crossed
      ? {
          role: 'proposed',
          by: [frame.names(change)],
          deletedBy: [],
          heldBy: [],
          passages: fullWording(frame, region, level, change),
        }
      : proposed(frame, at, end, [...level, source])
    join(wordings, wording)
  }
  return { type: 'contest', wordings: [standing, ...wordings] }
}

/** A region as one change alone would have it. */
function fullWording(
  frame: Pick<Frame, 'stretches'>,
  { from, to }: Pick<Region, 'from' | 'to'>,
  level: readonly SourceId[],
  { key, index }: ChangeRef,
): Plain[] {
  const own = sourceId(key, index)
  // The change's own insertion may stand right behind the region it replaces.
  let end = to
  while (end < frame.stretches.length && frame.stretches[end]!.inside.length > level.length) end++
  return frame.stretches.slice(from, end).flatMap((stretch) => {
    const deeper = stretch.inside.slice(level.length)
    const struck = stretch.strikes.some((mark) => mark.key === key && mark.index === index)
    return struck || deeper.some((source) => source !== own) ? [] : plain(stretch)
  })
}

/** True when two wordings read alike, brackets in them included. */
function sameWords(a: readonly Passage[], b: readonly Passage[]): boolean {
  return reading(a) === reading(b)
}

const reading = (passages: readonly Passage[]): string =>
  JSON.stringify(
    passages.map((passage) =>
      passage.type === 'words'
        ? passage.run
        : passage.wordings.map(({ passages: inside, by, deletedBy }) => [reading(inside), by, deletedBy]),
    ),
  )
