import type { Change, SourceId, VersionKey } from '../proposal/change.ts'
import { anchorOf, sourceId } from '../proposal/change.ts'
import { isBreak, runLength } from '../text/token.ts'
import type { Runs } from '../text/token.ts'
import type { ChangeRef, Mark, Slot, Source } from './state.ts'

/** The parts of a state into which changes are woven; owned by one fold and changed in place. */
interface Weft {
  readonly sources: Map<SourceId, Source>
  readonly slots: Map<SourceId, Slot>
  readonly breaks: Map<string, { readonly source: SourceId; readonly at: number }>
  readonly sets: Map<string, readonly ChangeRef[]>
  readonly places: Map<string, readonly ChangeRef[]>
}

const empty: Slot = { insertions: [], strikes: [], holds: [] }

/** Adds a source and the breaks in it. */
export function addSource(weft: Weft, source: Omit<Source, 'length' | 'breaks'>): void {
  const breaks: number[] = []
  let at = 0
  for (const run of source.runs) {
    if (isBreak(run)) {
      breaks.push(at)
      weft.breaks.set(run.break.id, { source: source.id, at })
    }
    at += runLength(run)
  }
  weft.sources.set(source.id, { ...source, length: at, breaks })
}

/** Weaves every change of a version in. No source changes: slots say what lies in them. */
export function weave(weft: Weft, key: VersionKey, changes: readonly Change[]): void {
  changes.forEach((change, index) => {
    const anchor = anchorOf(change)
    if (anchor) {
      const runs = change.type === 'amend' ? change.insert!.runs : []
      const id = sourceId(key, index)
      addSource(weft, { id, runs, key, anchor, portal: change.type === 'place' })
      insert(weft, anchor, id, rankOf(change, runs))
    }
    if (change.type === 'amend')
      for (const range of change.strike) mark(weft, 'strikes', { ...range, key, index })
    if (change.type === 'hold')
      for (const range of change.ranges) mark(weft, 'holds', { ...range, key, index })
    if (change.type === 'set') refer(weft.sets, change.paragraph, { key, index })
    if (change.type === 'place') refer(weft.places, change.paragraph, { key, index })
  })
}

function refer(map: Map<string, readonly ChangeRef[]>, paragraph: string, ref: ChangeRef): void {
  map.set(paragraph, [...(map.get(paragraph) ?? []), ref])
}

function mark(weft: Weft, on: 'strikes' | 'holds', added: Mark): void {
  const slot = weft.slots.get(added.source) ?? empty
  weft.slots.set(added.source, { ...slot, [on]: [...slot[on], added] })
}

/**
 * Order in one gap: a replacement stays with the words it replaces, then come words, then what brings new
 * paragraphs, so that words at the end of a paragraph never fall into a new one behind it.
 */
function rankOf(change: Change, runs: Runs): number {
  if (change.type === 'place') return 3
  const first = runs.findIndex(isBreak)
  if (first === 0) return 3
  if (first > 0) return 2
  const anchor = anchorOf(change)!
  const replaces =
    change.type === 'amend' &&
    change.strike.some(
      ({ source, from, to }) => source === anchor.source && from < anchor.at && anchor.at <= to,
    )
  return replaces ? 0 : 1
}

function insert(
  weft: Weft,
  { source, at, before, after }: { source: SourceId; at: number } & Neighbours,
  id: SourceId,
  rank: number,
): void {
  const slot = weft.slots.get(source) ?? empty
  const entries = [...slot.insertions]
  const position = (neighbour: SourceId | undefined) =>
    neighbour === undefined ? -1 : entries.findIndex((entry) => entry.at === at && entry.source === neighbour)
  const [last, next] = [position(after), position(before)]
  const first = entries.findIndex((entry) => entry.at >= at)
  const from = last >= 0 ? last + 1 : first < 0 ? entries.length : first
  let to = from
  while (to < entries.length && to !== next && entries[to]!.at === at) to++
  let index = from
  // Right behind a named neighbour only words that must stay with their paragraph come first.
  const yields = (other: number) => (last >= 0 ? other < rank : other <= rank)
  for (let i = from; i < to; i++) if (yields(entries[i]!.rank)) index = i + 1
  entries.splice(index, 0, { at, source: id, rank })
  weft.slots.set(source, { ...slot, insertions: entries })
}

interface Neighbours {
  readonly before?: SourceId | undefined
  readonly after?: SourceId | undefined
}
