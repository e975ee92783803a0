import { request } from '../../api/request.ts'
import { isRefusal, type Refusal } from '../../../schema/refusal.ts'
import type { VersionKey } from '../../../schema/proposal/change.ts'

/** A draft as its members see it in the list of a text's drafts. */
export interface Draft {
  readonly id: string
  /** Seats it belongs to: codes of delegations, the chair's, the secretariat's. */
  readonly members: readonly string[]
  /** True when everybody who reads the text sees its changes as they are typed. */
  readonly open: boolean
  /** The set it was made from. */
  readonly basis: readonly VersionKey[]
}

const path = (draft: string) => `/api/drafts/${encodeURIComponent(draft)}`

const ofText = (text: string) => `/api/texts/${encodeURIComponent(text)}/drafts`

/** The drafts of a text one belongs to, by oneself and shared with others. */
export const draftsOf = (text: string): Promise<readonly Draft[] | Refusal> =>
  request<readonly Draft[]>('GET', ofText(text))

/** The draft of exactly one's own seat and these, made when there is none yet. */
export const draftWith = (text: string, members: readonly string[]): Promise<Draft | Refusal> =>
  request<Draft>('POST', ofText(text), {
    body: members.length === 0 ? {} : { members },
    repeatable: true,
  })

/** Why a draft cannot be reached: null when the server gives no reason. */
export async function whyNot(draft: string): Promise<Refusal | null> {
  const answer = await request('POST', `${path(draft)}/basis`, { body: { amend: [] }, repeatable: false })
  return isRefusal(answer) && answer.code !== 'unavailable' ? answer : null
}

/** Opens a draft to everyone, or closes it again. */
export const setOpen = (draft: string, open: boolean): Promise<Draft | Refusal> =>
  request<Draft>('PATCH', path(draft), { body: { open } })

/** Brings open proposals into a draft, to be amended there, and takes others out of it. */
export const amendInDraft = (
  draft: string,
  amend: readonly number[],
  leave: readonly number[] = [],
): Promise<Draft | Refusal> =>
  request<Draft>('POST', `${path(draft)}/basis`, {
    body: leave.length === 0 ? { amend } : { amend, leave },
  })
