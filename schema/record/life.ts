import type { Position } from '../party/position.ts'
import type { Range, Spot, VersionKey } from '../proposal/change.ts'
import { parseSource, sourceId, versionKey } from '../proposal/change.ts'
import type { ProposalStatus } from '../proposal/proposal.ts'
import { changeOf } from '../text/node.ts'
import { plainText, sliceRuns } from '../text/token.ts'
import type { Act } from './act.ts'
import { alikeOf, type Asker, askerOf, firstOf } from './asker.ts'
import type { Ruling } from './deed.ts'
import { sponsorOf } from './fold.ts'
import { contestsOf, type Contest } from './contests.ts'
import type { Fate } from './fate.ts'
import { fateOf, heirOf, partAt, piecesOf } from './fate.ts'
import type { State } from './state.ts'
import { type SaidThere, saidWhereItStood } from './stood.ts'
import { broughtBy, inVersion, type Word, wordAt } from './word.ts'

/** One thing that befell a word, by act `n`. */
export type LifeEvent = OwnEvent | SaidThere

type OwnEvent = { readonly n: number; readonly at: string } & (
  | { readonly type: 'asked'; readonly asker: Asker }
  /** A new wording of its proposal; `kept` when the word is in it. */
  | {
      readonly type: 'reworded'
      readonly proposal: number
      readonly version: number
      readonly words: string
      readonly kept: boolean
    }
  | { readonly type: 'joined' | 'left'; readonly proposal: number; readonly party: string }
  | { readonly type: 'position'; readonly proposal: number; readonly position: Position }
  | ({ readonly type: 'contested' } & Contest)
  | { readonly type: 'settled'; readonly proposal: number; readonly status: ProposalStatus }
  | { readonly type: 'ruled'; readonly proposal: number; readonly ruling: Ruling; readonly reason: string }
  | { readonly type: 'issued'; readonly symbol: string }
  | { readonly type: 'dropped'; readonly fate: Extract<Fate, { type: 'dropped' }> }
)

/** Everything the record says about one word. */
export interface Life {
  /** The word where it lives now: in the last wording that has it. */
  readonly word: Word
  readonly fate: Fate
  readonly first: Asker
  /** All who asked for the same word at the same place, the first first. */
  readonly askers: readonly Asker[]
  /** The words that its wording asks to strike, piece by piece. */
  readonly replaced: readonly (Range & { readonly text: string })[]
  /** The act by which it entered the text; null when it never did, or does not stand in it by any ruling. */
  readonly entered: number | null
  /** Symbols of the issued texts it stands in. */
  readonly issued: readonly string[]
  /** In the order of the record. */
  readonly events: readonly LifeEvent[]
}

/**
 * The life of the word in which a unit of any source lies: of the text, of a proposal, or of words that were
 * dropped. `acts` are those of the record, at least up to the state. Throws RangeError where there is no unit.
 */
export function lifeOf(state: State, acts: readonly Act[], spot: Spot): Life {
  const word = lastOf(state, partAt(state, wordAt(state, spot), spot.at))
  const fate = fateOf(state, word)
  const wordings = alikeOf(state, word)
  const askers = wordings.map((one) => askerOf(state, acts, firstOf(state, one))).sort((a, b) => a.n - b.n)
  const issued = issuesWith(state, word)
  const entered = enteredBy(state, word)
  const events: LifeEvent[] = askers.map((asker) => ({ type: 'asked', n: asker.n, at: asker.at, asker }))
  for (const one of wordings) {
    const brought = broughtBy(one.source)
    if (!brought) continue
    const its = ofProposal(state, acts, brought.proposal)
    events.push(...versionsWith(state, one, brought), ...its)
    const { status, outcome } = state.proposals.get(brought.proposal)!
    if (one !== word && outcome && !its.some(({ n }) => n === outcome.n))
      events.push({ type: 'settled', n: outcome.n, at: outcome.at, proposal: brought.proposal, status })
  }
  for (const contest of contestsOf(state, acts, word)) {
    const { proposal } = contest
    const its = ofProposal(state, acts, proposal)
    // Of what ended the word all is told; of the rest how it was ruled on.
    const ended = fate.type === 'dropped' && fate.drop.proposal === proposal
    const told = ended ? its : its.filter(({ type }) => type === 'ruled')
    events.push({ type: 'contested', ...contest }, ...told)
    const { status, outcome } = state.proposals.get(proposal)!
    if (outcome && !told.some(({ n }) => n === outcome.n))
      events.push({ type: 'settled', n: outcome.n, at: outcome.at, proposal, status })
  }
  events.push(...saidWhereItStood(state, acts, word))
  for (const { symbol, n, at } of issued) events.push({ type: 'issued', n, at, symbol })
  if (fate.type === 'dropped') events.push({ type: 'dropped', n: fate.drop.n, at: fate.drop.at, fate })
  return {
    word,
    fate,
    first: askers[0]!,
    askers,
    replaced: replacedBy(state, word),
    entered,
    issued: issued.map(({ symbol }) => symbol),
    events: events.sort((a, b) => a.n - b.n),
  }
}

/** A word followed through revisions and mergers to where it is now. */
export function lastOf(state: State, word: Word): Word {
  const seen = new Set<string>()
  let at = word
  for (let heir = heirOf(state, at); heir && !seen.has(heir.source); heir = heirOf(state, at)) {
    seen.add(heir.source)
    at = heir
  }
  return at
}

/** Every later wording of its proposal than the one that first has it. */
function versionsWith(state: State, word: Word, own: { proposal: number; version: number }): LifeEvent[] {
  const first = broughtBy(firstOf(state, word).source)!.version
  const { index } = parseSource(word.source)!
  return state.proposals
    .get(own.proposal)!
    .versions.filter(({ version }) => version !== first)
    .map(({ version, n, at }) => {
      const kept = version === own.version || inVersion(state, word, version) !== null
      const source = state.sources.get(sourceId(versionKey(own.proposal, version), index))
      const words = plainText(source?.runs ?? [])
      return { type: 'reworded', n, at, proposal: own.proposal, version, words, kept }
    })
}

/** What was done with the proposal that asks for it: sponsors who came and went, positions, rulings. */
function ofProposal(state: State, acts: readonly Act[], proposal: number): LifeEvent[] {
  const events: LifeEvent[] = []
  for (const position of state.positions.get(proposal) ?? [])
    events.push({ type: 'position', n: position.n, at: position.at, proposal, position })
  for (const act of acts) {
    const { n, at, deed } = act
    if (n > state.n) break
    if (deed.type === 'cosponsor' && deed.proposal === proposal)
      events.push({ type: 'joined', n, at, proposal, party: sponsorOf(act) })
    if (deed.type === 'withdraw' && deed.proposal === proposal)
      events.push({ type: 'left', n, at, proposal, party: sponsorOf(act) })
    if (deed.type === 'rule' && deed.proposal === proposal)
      events.push({ type: 'ruled', n, at, proposal, ruling: deed.ruling, reason: deed.reason })
    if (deed.type === 'amend' && n === proposal)
      events.push({ type: 'ruled', n, at, proposal, ruling: 'accepted', reason: '' })
  }
  return events
}

function replacedBy(state: State, word: Word): Life['replaced'] {
  const parsed = parseSource(word.source)
  const change = parsed && changeOf(state, parsed.key, parsed.index)
  if (change?.type !== 'amend') return []
  return change.strike.map(({ source, from, to }) => ({
    source,
    from,
    to,
    text: plainText(sliceRuns(state.sources.get(source)!.runs, from, to)),
  }))
}

/** The last of the acceptances that it took, whatever became of it later. */
function enteredBy(state: State, word: Word): number | null {
  const acts = piecesOf(state, word)
    .filter(({ keys }) => keys.every((key) => state.accepted.has(key)))
    .map(({ keys }) => Math.max(1, ...keys.map((key) => acceptedBy(state, key))))
  return acts.length ? Math.min(...acts) : null
}

const acceptedBy = (state: State, key: VersionKey): number =>
  state.proposals.get(parseInt(key, 10))!.outcome!.n

function issuesWith(state: State, word: Word) {
  const pieces = piecesOf(state, word)
  return state.revisions.filter(({ accepted }) =>
    pieces.some(
      ({ keys, strikes }) =>
        keys.every((key) => accepted.has(key)) && !strikes.some(({ key }) => accepted.has(key)),
    ),
  )
}
