import type { Actor } from '../../schema/party/role.ts'
import type { Act, UnsealedAct } from '../../schema/record/act.ts'
import { courseFrom } from '../../schema/record/apply.ts'
import { canonical, firstPrev, seal } from '../../schema/record/chain.ts'
import type { Intent } from '../../schema/record/deed.ts'
import type { State } from '../../schema/record/state.ts'
import { refuse } from '../../schema/refusal.ts'
import type { Refusal } from '../../schema/refusal.ts'
import { createPauses } from './pauses.ts'
import type { ActReader, StoredAct } from './store.ts'

/** An act that is on disk; `again` when it had been recorded under the same key before. */
export interface Recorded extends StoredAct {
  readonly again: boolean
}

/** Acts that one transaction recorded, and the state behind them; null when they had been recorded before. */
export interface Judged {
  readonly recorded: readonly Recorded[]
  readonly after: State | null
}

/** What was recorded under a key in use: the very same intents, or else the key is another's. */
export async function recordedBefore(
  writer: ActReader,
  first: Act,
  actor: Actor,
  intents: readonly Intent[],
): Promise<Judged | Refusal> {
  const pause = createPauses()
  const recorded: Recorded[] = [{ act: first, json: JSON.stringify(first), again: true }]
  for (const json of await writer.after(first.text, first.n, intents.length - 1))
    recorded.push({ act: JSON.parse(json) as Act, json, again: true })
  for (const [i, intent] of intents.entries()) {
    const act = recorded[i]?.act
    if (act?.key !== intent.key || !isOf(act, actor, intent))
      return refuse('malformed', { where: 'key', what: 'in use' })
    await pause()
  }
  return { recorded, after: null }
}

/**
 * The first acts of a new text, judged and sealed, nothing of it stored: its opening and what it came with. A
 * refusal says of which act it is (params: act) when there are several.
 */
export async function beginning(
  text: string,
  actor: Actor,
  intents: readonly Intent[],
  now: string,
): Promise<Judged | Refusal> {
  const course = courseFrom(null)
  const pause = createPauses()
  const recorded: Recorded[] = []
  for (const intent of intents) {
    const act = seal(stamp(text, actor, intent, course.state, now), course.state?.hash ?? firstPrev)
    const refusal = course.apply(act)
    if (refusal)
      return intents.length === 1 ? refusal : refuse(refusal.code, { ...refusal.params, act: act.n })
    recorded.push({ act, json: JSON.stringify(act), again: false })
    await pause()
  }
  return { recorded, after: course.state }
}

/** An intent as the next act after `before`, at `now` (ISO 8601 in UTC) or, if the clock was set back, not before it. */
export function stamp(
  text: string,
  actor: Actor,
  intent: Intent,
  before: State | null,
  now: string,
): UnsealedAct {
  const { person, name, role, delegation, speaksFor } = actor
  return {
    text,
    n: (before?.n ?? 0) + 1,
    key: intent.key,
    // Clocks are set back now and then; the record's time is not.
    at: before && before.at > now ? before.at : now,
    by: { person, name, role, delegation, speaksFor },
    for: intent.for ?? delegation,
    onBehalfOf: intent.onBehalfOf ?? null,
    channel: intent.channel,
    meeting: before?.meeting ?? null,
    deed: intent.deed,
  }
}

/** True for what somebody asked for before: to answer anything else with the act would say that it was done. */
function isOf(act: Act, { person, delegation }: Actor, intent: Intent): boolean {
  const asked = [person, intent.for ?? delegation, intent.onBehalfOf ?? null, intent.channel, intent.deed]
  return canonical([act.by.person, act.for, act.onBehalfOf, act.channel, act.deed]) === canonical(asked)
}

/** Acts as they are kept, read again. */
export const parse = (lines: readonly string[]): Act[] => lines.map((line) => JSON.parse(line) as Act)
