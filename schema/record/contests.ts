import type { Range, VersionKey } from '../proposal/change.ts'
import { parseSource, rangesOf, versionKey } from '../proposal/change.ts'
import type { Mark, State } from './state.ts'
import { counterpart } from './fate.ts'
import type { Act } from './act.ts'
import { namedBy } from './asker.ts'
import { paragraphAt } from './touches.ts'
import { inVersion, type Word } from './word.ts'

/** A proposal of others made on a word, or for what it would replace; `n` is the act that made it so. */
export interface Contest {
  readonly n: number
  readonly at: string
  readonly proposal: number
  /** In whose name that act was done; null for nobody's. */
  readonly party: string | null
  /** `rival`: another wording for the same words; `moves`: another place for its paragraph; the others bear on the word. */
  readonly does: 'strikes' | 'replaces' | 'holds' | 'rival' | 'moves'
}

/**
 * Every strike, hold and rival ever made on a word, in whatever wording of it, and every move of the paragraph it is in,
 * once for each proposal.
 */
export function contestsOf(state: State, acts: readonly Act[], word: Word): Contest[] {
  const own = parseSource(word.source)?.proposal ?? null
  const found = new Map<number, Contest>()
  const add = (key: VersionKey, does: Contest['does']): void => {
    const [proposal, version] = key.split('.').map(Number) as [number, number]
    const made = state.proposals.get(proposal)!.versions[version - 1]!
    const known = found.get(proposal)
    if (proposal !== own && (!known || made.n < known.n))
      found.set(proposal, { n: made.n, at: made.at, proposal, party: namedBy(acts[made.n - 1]!), does })
  }
  const paragraph = paragraphAt(state, { source: word.source, at: word.from })
  for (const { key } of state.places.get(paragraph ?? '') ?? []) add(key, 'moves')
  for (const one of wordings(state, word, own)) {
    const slot = state.slots.get(one.source)
    const on = (mark: Mark) => mark.from < one.to && one.from < mark.to
    for (const mark of slot?.strikes ?? [])
      if (on(mark)) add(mark.key, replaces(state, mark) ? 'replaces' : 'strikes')
    for (const mark of slot?.holds ?? []) if (on(mark)) add(mark.key, 'holds')
  }
  if (own !== null)
    for (const rival of rivalsEver(state, own))
      if (!found.has(rival) && !counterpart(state, word, rival, true)) add(versionKey(rival, 1), 'rival')
  return [...found.values()].sort((a, b) => a.n - b.n)
}

/** The word in every version of its proposal that has it. */
function wordings(state: State, word: Word, own: number | null): Word[] {
  if (own === null) return [word]
  return state.proposals
    .get(own)!
    .versions.flatMap(({ version }) =>
      word.source.startsWith(`${versionKey(own, version)}/`)
        ? [word]
        : (inVersion(state, word, version) ?? []),
    )
}

const replaces = (state: State, { key, index }: Mark): boolean => {
  const [proposal, version] = key.split('.').map(Number)
  const change = state.proposals.get(proposal!)?.versions[version! - 1]?.changes[index]
  return change?.type === 'amend' && change.insert !== undefined
}

/** Proposals, decided or not, that strike words this one strikes, are declared its alternatives, or it superseded. */
function rivalsEver(state: State, own: number): Set<number> {
  const { versions, alternatives } = state.proposals.get(own)!
  const found = new Set(alternatives)
  const strikes = versions.flatMap(({ changes }) => changes.flatMap(rangesOf))
  const overlaps = (mark: Mark, { from, to }: Range) => mark.from < to && from < mark.to
  for (const range of strikes)
    for (const mark of state.slots.get(range.source)?.strikes ?? [])
      if (overlaps(mark, range)) found.add(parseInt(mark.key, 10))
  for (const { id, status, outcome } of state.proposals.values())
    if (status === 'superseded' && outcome?.into === own) found.add(id)
  found.delete(own)
  return found
}
