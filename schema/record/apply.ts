import type { Actor } from '../party/role.ts'
import type { Refusal } from '../refusal.ts'
import { refuse } from '../refusal.ts'
import type { Act } from './act.ts'
import type { Asked } from './permit.ts'
import { permit } from './permit.ts'
import { fold } from './fold.ts'
import { emptyState, own } from './owned.ts'
import type { State } from './state.ts'

/** The person an act is stamped with, as `permit` asks of them. */
export const actorOf = ({ by }: Act): Actor => by

/** What an act asked for. */
export function askedOf(act: Act): Asked {
  return {
    for: act.for === act.by.delegation ? undefined : (act.for ?? undefined),
    onBehalfOf: act.onBehalfOf ?? undefined,
    channel: act.channel,
    deed: act.deed,
  }
}

/**
 * The state after one more act, or why it is refused: exactly what `permit` refuses. Neither input changes.
 * An act out of turn is a refusal too.
 */
export function apply(state: State | null, act: Act): State | Refusal {
  const n = (state?.n ?? 0) + 1
  if (act.n !== n) return refuse('malformed', { where: 'n', what: String(act.n) })
  const refusal = permit(state, actorOf(act), askedOf(act))
  if (refusal) return refusal
  const next = state ? own(state, act.deed.type) : emptyState()
  fold(next, act)
  return next
}

/** A state to which acts are applied one after another. */
interface Course {
  /** After the acts applied so far; null before the first. */
  readonly state: State | null
  /** Applies one act as `apply` does; what is refused changes nothing. */
  readonly apply: (act: Act) => Refusal | null
}

/**
 * Applies many acts as `apply` would, each in time that does not grow with what came before: the maps are
 * copied once, from a state that stays as it is, and belong to the course.
 */
export function courseFrom(from: State | null): Course {
  let state = from ? own(from) : null
  return {
    get state() {
      return state
    },
    apply(act) {
      if (act.n !== (state?.n ?? 0) + 1) return refuse('malformed', { where: 'n', what: String(act.n) })
      // A new object each time: what is remembered of a state is remembered by its identity.
      const refusal = permit(state && { ...state }, actorOf(act), askedOf(act))
      if (!refusal) fold((state ??= emptyState()), act)
      return refusal
    },
  }
}

/** Folds acts the record has already taken. Throws RangeError when they do not follow on the state. */
export function replay(acts: Iterable<Act>, from: State | null = null): State {
  const state = from ? own(from) : emptyState()
  for (const act of acts) {
    if (act.n !== state.n + 1) throw new RangeError(`act ${act.n} does not follow act ${state.n}`)
    fold(state, act)
  }
  return state
}
