import type { Party } from '../../../schema/party/party.ts'
import type { Refusal } from '../../../schema/refusal.ts'
import { isRefusal } from '../../../schema/refusal.ts'
import { request } from '../../api/request.ts'

/** Names a party or changes it, in the negotiation and in every text open there. Safe to repeat. */
export async function putParty(negotiation: string, party: Party): Promise<Refusal | undefined> {
  const answer = await request('POST', `/api/negotiations/${encodeURIComponent(negotiation)}/parties`, {
    body: { party },
    repeatable: true,
  })
  return isRefusal(answer) ? answer : undefined
}

/** What a code may be made of; the server asks the same. */
export const codePattern = /^[\p{L}\p{N}][\p{L}\p{N} &.’'/-]{0,23}$/u
