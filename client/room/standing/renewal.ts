import type { Position } from '../../../schema/party/position.ts'
import type { Actor } from '../../../schema/party/role.ts'
import { whenMet } from '../../../schema/record/conditions.ts'
import type { DeedOf } from '../../../schema/record/deed.ts'
import { servesChair } from '../../../schema/record/rights.ts'
import type { State } from '../../../schema/record/state.ts'
import type { Voice } from '../context.ts'

/**
 * The same stance with the same reason and condition on the wording in force; with `stance` null the position
 * is taken back. What its condition waited for is left out once it has come about: nothing waits for it.
 */
export function renewalOf(
  state: State,
  proposal: number,
  version: number,
  { stance, reason, condition, when }: Pick<Position, 'stance' | 'reason' | 'condition' | 'when'>,
): DeedOf<'position'> {
  const on = { proposal, version }
  if (stance === null) return { type: 'position', on, stance, reason: '', condition: '' }
  const waits = when !== null && whenMet(state, when) === null
  return { type: 'position', on, stance, reason, condition, ...(waits ? { when } : {}) }
}

/**
 * The voice in which a person answers for a party: their own, that of a group they coordinate, or, for those
 * who serve the chair, the floor. Null when they do not answer for it.
 */
export function voiceFor(party: string, me: Actor): Voice | null {
  if (servesChair(me.role)) return { for: party, onBehalfOf: null, channel: 'floor' }
  if (me.role !== 'head' && me.role !== 'delegate') return null
  if (me.delegation === party) return { for: null, onBehalfOf: null, channel: 'typed' }
  return me.speaksFor.includes(party) ? { for: null, onBehalfOf: party, channel: 'typed' } : null
}
