import type { Undertaking } from '../party/condition.ts'
import type { State } from './state.ts'

/** A withdrawal that was announced to follow on another. */
interface Following {
  readonly party: string
  readonly proposal: number
}

/**
 * Withdrawals that would follow, one from the other, if a proposal were withdrawn: those announced on condition of
 * it, and on condition of what all its sponsors would then have left. `round` is the proposal at which they come
 * back to the first; null when they end.
 */
export function withdrawalsAfter(
  state: State,
  proposal: number,
): { readonly following: readonly Following[]; readonly round: number | null } {
  const following: Following[] = []
  const fallen = [proposal]
  let round: number | null = null
  for (const gone of fallen)
    for (const [id, { sponsors, undertakings, status, unattributed }] of state.proposals) {
      if (status !== 'open' && status !== 'parked') continue
      const waiting = undertakings.filter((one) => waitsFor(one, gone))
      if (waiting.length === 0) continue
      if (id === proposal) {
        round = gone
        continue
      }
      for (const { party } of waiting)
        if (!following.some((one) => one.party === party && one.proposal === id))
          following.push({ party, proposal: id })
      const left = sponsors.every((code) =>
        following.some((one) => one.party === code && one.proposal === id),
      )
      // What the imported text asks for stands when they have left.
      if (left && !unattributed && !fallen.includes(id)) fallen.push(id)
    }
  return { following, round }
}

const waitsFor = ({ when }: Undertaking, gone: number): boolean =>
  when !== null && 'proposal' in when && when.becomes === 'withdrawn' && when.proposal === gone
