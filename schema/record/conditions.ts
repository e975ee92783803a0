import type { When } from '../party/condition.ts'
import type { Position, PositionOn } from '../party/position.ts'
import type { Proposal } from '../proposal/proposal.ts'
import { currentVersion } from '../proposal/proposal.ts'
import type { State } from './state.ts'

/** A condition that is met, and that its party has not yet acted on. */
export interface MetCondition {
  readonly type: 'position' | 'undertaking'
  readonly party: string
  readonly on: PositionOn
  readonly condition: string
  readonly when: When
  /** The act that met it. */
  readonly met: number
}

/** The act that brought about what a condition waits for; null while it has not come about. */
export function whenMet(state: State, when: When): number | null {
  if ('paragraph' in when) {
    const entry = state.statuses.get(when.paragraph)
    return entry?.status === 'adReferendum' || entry?.status === 'adopted' ? entry.n : null
  }
  const lives = livesOn(state, when.proposal)
  const last = lives.at(-1)
  if (!last?.outcome || last.status === 'parked') return null
  if ((last.status === 'accepted') !== (when.becomes === 'accepted')) return null
  return Math.max(...lives.flatMap(({ outcome }) => outcome?.n ?? []))
}

/** A proposal and what it was merged into, one after the other: what becomes of the last becomes of it. */
export function livesOn(state: State, proposal: number): readonly Proposal[] {
  const lives: Proposal[] = []
  let next = state.proposals.get(proposal)
  while (next && !lives.includes(next)) {
    lives.push(next)
    const into = next.status === 'merged' ? next.outcome?.into : undefined
    next = into === undefined ? undefined : state.proposals.get(into)
  }
  return lives
}

/**
 * Conditions that have come about and wait for the party that set them, in the order in which they were met:
 * positions on the current wording of what is undecided, and withdrawals announced by present sponsors.
 */
export function metConditions(state: State): MetCondition[] {
  const met: MetCondition[] = []
  const add = (found: Omit<MetCondition, 'when' | 'met'>, when: When | null): void => {
    const n = when && whenMet(state, when)
    if (when && n !== null) met.push({ ...found, when, met: n })
  }
  for (const proposal of state.proposals.values()) {
    if (!isUndecided(proposal)) continue
    const on = { proposal: proposal.id, version: currentVersion(proposal).version }
    for (const { party, condition, when } of proposal.undertakings)
      add({ type: 'undertaking', party, on, condition }, when)
  }
  for (const [subject, positions] of state.positions)
    for (const { party, on, condition, when } of lastOfEach(positions))
      if (isCurrent(state, subject, on)) add({ type: 'position', party, on, condition }, when)
  return met.sort((a, b) => a.met - b.met)
}

const isUndecided = ({ status }: Proposal): boolean => status === 'open' || status === 'parked'

function isCurrent(state: State, subject: number | string, on: PositionOn): boolean {
  if (typeof subject === 'string' || !('version' in on)) return true
  const proposal = state.proposals.get(subject)!
  return isUndecided(proposal) && on.version === currentVersion(proposal).version
}

function lastOfEach(positions: readonly Position[]): Position[] {
  return [...new Map(positions.map((position) => [position.party, position])).values()].filter(
    ({ stance }) => stance !== null,
  )
}
