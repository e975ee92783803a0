import type { Channel } from '../proposal/channel.ts'
import type { Act } from './act.ts'
import { counterpart } from './fate.ts'
import { sponsorOf } from './fold.ts'
import type { State } from './state.ts'
import { broughtBy, inVersion, type Word } from './word.ts'

/** Who asked for a word, as their act says. */
export interface Asker {
  /** The act that brought it: the one that opened the text, tabled a wording or revised one. */
  readonly n: number
  readonly at: string
  /** Null for the text as opened. */
  readonly proposal: number | null
  readonly version: number
  /** The party in whose name; null for the text as opened and for what nobody named asks for. */
  readonly party: string | null
  /** The delegation that spoke, when it spoke for a group. */
  readonly spokenBy: string | null
  readonly person: string
  readonly channel: Channel
  /** Title of the meeting that sat. */
  readonly meeting: string | null
}

/**
 * The word in every proposal that asks for it at the same place: the one it lives in first, then those that were
 * merged into that, in however many steps, and those whose wording is the very same.
 */
export function alikeOf(state: State, word: Word): Word[] {
  const own = broughtBy(word.source)
  if (!own) return [word]
  const found = new Map([[own.proposal, word]])
  // What is found is gone through too: the map is walked while it grows.
  for (const [into, one] of found)
    for (const { id, status, outcome } of state.proposals.values()) {
      if (found.has(id)) continue
      const merged = status === 'merged' && outcome?.into === into
      const same = counterpart(state, one, id, !merged)
      if (same) found.set(id, same)
    }
  return [...found.values()]
}

/** The earliest wording of its proposal that has a word, also where one in between was without it; itself of the text. */
export function firstOf(state: State, word: Word): Word {
  let at = word
  for (let version = (broughtBy(word.source)?.version ?? 1) - 1; version >= 1; version--) {
    at = inVersion(state, at, version) ?? at
  }
  return at
}

/** Who asked for a word by the act that brought its source. */
export function askerOf(state: State, acts: readonly Act[], word: Word): Asker {
  const brought = broughtBy(word.source)
  const proposal = brought && state.proposals.get(brought.proposal)!
  const n = proposal ? proposal.versions[brought.version - 1]!.n : 1
  const act = acts[n - 1]!
  return {
    n,
    at: act.at,
    proposal: proposal?.id ?? null,
    version: brought?.version ?? 0,
    party: proposal === null ? null : namedBy(act),
    spokenBy: act.onBehalfOf === null ? null : act.for,
    person: act.by.name,
    channel: act.channel,
    meeting: meetingOf(state, act),
  }
}

/** The party in whose name an act asks for something; null where an imported text names nobody. */
export const namedBy = (act: Act): string | null =>
  act.channel === 'imported' && act.for === null ? null : sponsorOf(act)

/** Title of the meeting in which an act was done; null outside of one. */
export const meetingOf = (state: State, { meeting }: Pick<Act, 'meeting'>): string | null =>
  meeting === null ? null : (state.meetings.get(meeting)?.title ?? null)
