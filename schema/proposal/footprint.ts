import type { Mark, State } from '../record/state.ts'
import type { Run } from '../text/token.ts'
import { isBreak } from '../text/token.ts'
import { counterparts } from './carry.ts'
import type { Change, SourceId, VersionKey } from './change.ts'
import { anchorOf, parseSource, rangesOf, sourceId, versionKey } from './change.ts'
import { currentVersion } from './proposal.ts'

/** What a change inserts, and where that hangs now. */
export interface Insertion {
  readonly source: SourceId
  readonly host: SourceId
  readonly at: number
  /** True when it begins with a new paragraph, so that it stands after the one it is anchored in. */
  readonly paragraph: boolean
  /** True when the same change strikes words: a replacement. */
  readonly replaces: boolean
}

/** Everything a proposal's current version does to the text, in the coordinates of the current sources. */
export interface Footprint {
  readonly proposal: number
  readonly key: VersionKey
  readonly strikes: readonly (Mark & { readonly replaces: boolean })[]
  readonly holds: readonly Mark[]
  readonly insertions: readonly Insertion[]
  readonly sets: readonly {
    readonly paragraph: string
    readonly kind: string | null
    readonly level: number | null
  }[]
  readonly places: readonly string[]
}

/**
 * The source that stands for this one after revisions of the proposal it belongs to; the source itself when a version
 * left out what it was.
 */
export function currentSource(state: State, source: SourceId): SourceId {
  const parsed = parseSource(source)
  const owner = parsed && state.proposals.get(parsed.proposal)
  // Most are never revised, and this is asked of every change of a text.
  if (!parsed || !owner || owner.versions.length === 1) return source
  const made = owner.versions.findIndex(({ version }) => versionKey(owner.id, version) === parsed.key)
  let index: number | null = parsed.index
  for (let i = made; i + 1 < owner.versions.length; i++) {
    index = counterparts(owner.versions[i]!.changes, owner.versions[i + 1]!.changes)[index] ?? null
    if (index === null) return source
  }
  const revised = sourceId(versionKey(owner.id, currentVersion(owner).version), index)
  return state.sources.has(revised) ? revised : source
}

/** The sources a change names: those it was made on. */
export function namedSources(change: Change): SourceId[] {
  const anchor = anchorOf(change)
  return [...rangesOf(change).map(({ source }) => source), ...(anchor ? [anchor.source] : [])]
}

/** The sources, as they stand now, that a proposal was made on; paragraphs it sets or places included. */
export function hostsOf(state: State, proposal: number): SourceId[] {
  const { changes } = currentVersion(state.proposals.get(proposal)!)
  const hosts = new Set<SourceId>()
  for (const change of changes) {
    for (const source of namedSources(change)) hosts.add(currentSource(state, source))
    if (change.type === 'set' || change.type === 'place') {
      const spot = state.breaks.get(change.paragraph)
      if (spot) hosts.add(currentSource(state, spot.source))
    }
  }
  return [...hosts]
}

/** Reads a proposal's footprint off the slots. */
export function footprint(state: State, proposal: number): Footprint {
  const version = currentVersion(state.proposals.get(proposal)!)
  const key = versionKey(proposal, version.version)
  const strikes: (Mark & { replaces: boolean })[] = []
  const holds: Mark[] = []
  const insertions: Insertion[] = []
  const replacing = (index: number) => {
    const change = version.changes[index]
    return change?.type === 'amend' && change.insert !== undefined && change.strike.length > 0
  }
  for (const host of hostsOf(state, proposal)) {
    const slot = state.slots.get(host)
    if (!slot) continue
    for (const mark of slot.strikes)
      if (mark.key === key) strikes.push({ ...mark, replaces: replacing(mark.index) })
    for (const mark of slot.holds) if (mark.key === key) holds.push(mark)
    for (const { at, source } of slot.insertions) {
      const inner = state.sources.get(source)!
      if (inner.key !== key || inner.portal) continue
      insertions.push({
        source,
        host,
        at,
        paragraph: beginsParagraph(inner.runs),
        replaces: replacing(parseSource(source)!.index),
      })
    }
  }
  const sets = version.changes.flatMap((change) =>
    change.type === 'set'
      ? [{ paragraph: change.paragraph, kind: change.kind ?? null, level: change.level ?? null }]
      : [],
  )
  const places = version.changes.flatMap((change) => (change.type === 'place' ? [change.paragraph] : []))
  return { proposal, key, strikes, holds, insertions, sets, places }
}

const beginsParagraph = (runs: readonly Run[]): boolean => runs[0] !== undefined && isBreak(runs[0])
