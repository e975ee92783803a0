import type { Change } from '../../../schema/proposal/change.ts'
import { replay } from '../../../schema/record/apply.ts'
import type { DeedOf } from '../../../schema/record/deed.ts'
import type { State } from '../../../schema/record/state.ts'

/**
 * The state as if a delegation had tabled these changes next: for showing and for reckoning only, never to
 * be posted. The proposal's number is the new state's `n`. Throws RangeError when a change has no place.
 */
export function withTabled(state: State, party: string, changes: readonly Change[]): State {
  const deed: DeedOf<'table'> = {
    type: 'table',
    changes: changes as DeedOf<'table'>['changes'],
    rationale: '',
    invite: [],
    alternatives: [],
  }
  const by = { person: '', name: '', role: 'delegate', delegation: party, speaksFor: [] } as const
  const rest = { onBehalfOf: null, channel: 'typed', meeting: null, prev: state.hash, hash: '' } as const
  const act = {
    text: state.text,
    n: state.n + 1,
    key: 'supposed',
    at: state.at,
    by,
    for: party,
    deed,
    ...rest,
  }
  return replay([act], state)
}
