import type { Act } from '../../schema/record/act.ts'
import type { Intent } from '../../schema/record/deed.ts'
import type { Refusal } from '../../schema/refusal.ts'
import { isRefusal } from '../../schema/refusal.ts'
import { request } from './request.ts'

/** A new idempotency key: sent again with the same key, an act is recorded once. */
export const newKey = (): string => crypto.randomUUID()

/**
 * Asks the server to record an act; resolves when it is on the record or refused. The key in the intent
 * makes it safe to send again after a lost connection, which this does a few times by itself.
 */
export async function postAct(text: string, intent: Intent): Promise<Act | Refusal> {
  const answer = await request<{ readonly act: Act }>('POST', actsPath(text), {
    body: intent,
    repeatable: true,
  })
  return isRefusal(answer) ? answer : answer.act
}

/** Acts of a text after number `after`, in order. */
export async function actsAfter(
  text: string,
  after: number,
  signal?: AbortSignal,
): Promise<readonly Act[] | Refusal> {
  const answer = await request<{ readonly acts: readonly Act[] }>('GET', `${actsPath(text)}?after=${after}`, {
    signal,
  })
  return isRefusal(answer) ? answer : answer.acts
}

const actsPath = (text: string): string => `/api/texts/${encodeURIComponent(text)}/acts`
