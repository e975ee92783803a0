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

/** The drafts of a text one belongs to. */
export const draftsOf = (text: string): Promise<readonly Draft[] | Refusal> =>
  request<readonly Draft[]>('GET', `/api/texts/${encodeURIComponent(text)}/drafts`)

/**
 * The draft one writes in: that of one's own seat alone where there is one, else one shared with others,
 * else a new one.
 */
export async function ownDraft(text: string): Promise<string | Refusal> {
  const drafts = await draftsOf(text)
  if (isRefusal(drafts)) return drafts
  const [found] = [...drafts].sort((a, b) => a.members.length - b.members.length)
  if (found) return found.id
  const made = await request<{ readonly id: string }>(
    'POST',
    `/api/texts/${encodeURIComponent(text)}/drafts`,
    {
      body: {},
    },
  )
  return isRefusal(made) ? made : made.id
}

/** Opens a draft to everyone, or closes it again. */
export const setOpen = (draft: string, open: boolean): Promise<unknown> =>
  request('PATCH', path(draft), { body: { open } })

/** Brings open proposals into a draft, to be amended there. */
export const amendInDraft = (draft: string, amend: readonly number[]): Promise<unknown> =>
  request('POST', `${path(draft)}/basis`, { body: { amend } })
