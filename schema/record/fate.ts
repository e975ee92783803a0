import type { SourceId, VersionKey } from '../proposal/change.ts'
import { versionKey } from '../proposal/change.ts'
import { currentVersion } from '../proposal/proposal.ts'
import type { Piece } from '../text/stream.ts'
import { rootOf, streamOf } from '../text/stream.ts'
import type { State } from './state.ts'
import { broughtBy, inVersion, sameWordIn, type Word } from './word.ts'

/** How words left the text, or were no longer asked for. */
type Dropping = 'struck' | 'revised' | 'withdrawn' | 'lapsed' | 'superseded' | 'merged'

/** Which act dropped words: one on `proposal`, which struck them, brought them, or brought what they lie in. */
export interface Drop {
  readonly how: Dropping
  readonly proposal: number
  readonly n: number
  readonly at: string
}

/** Where words stand: in the text, in an open proposal, in one that is parked, or nowhere any more. */
export type Fate =
  | { readonly type: 'standing' }
  | { readonly type: 'proposed' | 'parked'; readonly proposal: number }
  | { readonly type: 'dropped'; readonly drop: Drop }

const rank = { standing: 0, proposed: 1, parked: 2, dropped: 3 } as const

/** What became of a word: its best lot where it lies in several wordings of one host. */
export function fateOf(state: State, word: Pick<Word, 'source' | 'from'>): Fate {
  const fates = piecesOf(state, word).map((piece) => fateOfPiece(state, piece))
  const best = fates.toSorted((a, b) => rank[a.type] - rank[b.type] || latest(a, b))[0]
  if (!best) throw new RangeError(`no place of ${word.source}:${word.from}`)
  return best
}

// Of several ends the last one is the end.
const latest = (a: Fate, b: Fate): number =>
  a.type === 'dropped' && b.type === 'dropped' ? b.drop.n - a.drop.n : 0

/** The pieces of the stream in which a word begins. */
export function piecesOf(state: State, { source, from }: Pick<Word, 'source' | 'from'>): readonly Piece[] {
  return streamOf(state, rootOf(state, source)).filter(
    (piece) => piece.source === source && piece.from <= from && from < piece.to,
  )
}

/** The part of a word around a unit of it that shares its fate: a change may strike half a word. */
export function partAt(state: State, word: Word, at: number): Word {
  const fateAt = (from: number) => JSON.stringify(fateOf(state, { ...word, from }))
  const own = fateAt(at)
  let [from, to] = [at, at + 1]
  while (from > word.from && fateAt(from - 1) === own) from--
  while (to < word.to && fateAt(to) === own) to++
  return { ...word, from, to, text: word.text.slice(from - word.from, to - word.from) }
}

/** What became of a stretch of the stream. Of several causes the first dropped it. */
export function fateOfPiece(state: State, { keys, strikes }: Pick<Piece, 'keys' | 'strikes'>): Fate {
  const drops: Drop[] = []
  let open: number | null = null
  let parked: number | null = null
  for (const key of keys) {
    if (state.accepted.has(key)) continue
    const id = parseInt(key, 10)
    const proposal = state.proposals.get(id)!
    const { status, outcome } = proposal
    if (key !== versionKey(id, currentVersion(proposal).version)) drops.push(revisedAway(state, key))
    // The innermost asks for the words themselves, the others for what they lie in.
    else if (status === 'open') open = id
    else if (status === 'parked') parked ??= id
    else if (status !== 'accepted' && outcome)
      drops.push({ how: status, proposal: id, n: outcome.n, at: outcome.at })
  }
  for (const { key } of strikes) {
    const id = parseInt(key, 10)
    const { outcome } = state.proposals.get(id)!
    if (state.accepted.has(key) && outcome)
      drops.push({ how: 'struck', proposal: id, n: outcome.n, at: outcome.at })
  }
  const drop = drops.toSorted((a, b) => a.n - b.n)[0]
  if (drop) return { type: 'dropped', drop }
  if (parked !== null) return { type: 'parked', proposal: parked }
  return open === null ? { type: 'standing' } : { type: 'proposed', proposal: open }
}

function revisedAway(state: State, key: VersionKey): Drop {
  const [proposal, version] = key.split('.').map(Number)
  const { n, at } = state.proposals.get(proposal!)!.versions[version!]!
  return { how: 'revised', proposal: proposal!, n, at }
}

/**
 * The same word where it lives on: in the next version of its proposal that has it, or in the proposal into which that
 * was merged. Null where it ends, or stands as it is.
 */
export function heirOf(state: State, word: Word): Word | null {
  const brought = broughtBy(word.source)
  if (!brought) return null
  const { versions, status, outcome } = state.proposals.get(brought.proposal)!
  for (let version = brought.version + 1; version <= versions.length; version++) {
    const same = inVersion(state, word, version)
    if (same) return same
  }
  if (brought.version < versions.length) return null
  if ((status !== 'merged' && status !== 'superseded') || outcome?.into === undefined) return null
  return counterpart(state, word, outcome.into, status === 'superseded')
}

/** The same word as another proposal asks for it at the same place; `whole`: only if all its words are alike. */
export function counterpart(state: State, word: Word, proposal: number, whole: boolean): Word | null {
  const own = state.sources.get(word.source)!
  for (const source of sourcesOf(state, proposal)) {
    const other = state.sources.get(source)!
    if (rootOf(state, source) !== rootOf(state, word.source) || !samePlace(state, word.source, source))
      continue
    if (whole && textOf(own.runs) !== textOf(other.runs)) continue
    const same = sameWordIn(state, word, source)
    if (same) return same
  }
  return null
}

const textOf = (runs: unknown): string => JSON.stringify(runs)

/** What the current version of a proposal inserts. */
export function sourcesOf(state: State, proposal: number): SourceId[] {
  const { version, changes } = currentVersion(state.proposals.get(proposal)!)
  return changes
    .map((_, index) => `${versionKey(proposal, version)}/${index}`)
    .filter((id) => state.sources.has(id) && !state.sources.get(id)!.portal)
}

/** True when two insertions stand in one gap, or replace words they both strike. */
function samePlace(state: State, a: SourceId, b: SourceId): boolean {
  const [one, other] = [placeOf(state, a), placeOf(state, b)]
  if (!one || !other) return false
  return (
    (one.host === other.host && one.at === other.at) ||
    one.strikes.some((strike) =>
      other.strikes.some(
        ({ source, from, to }) => source === strike.source && from < strike.to && strike.from < to,
      ),
    )
  )
}

function placeOf(state: State, source: SourceId) {
  const { anchor, key } = state.sources.get(source) ?? {}
  if (!anchor || !key) return null
  const [proposal, version] = key.split('.').map(Number)
  const change = state.proposals.get(proposal!)?.versions[version! - 1]?.changes[Number(source.split('/')[1])]
  return { host: anchor.source, at: anchor.at, strikes: change?.type === 'amend' ? change.strike : [] }
}
