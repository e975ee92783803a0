import type { Role } from '../party/role.ts'
import type { Channel } from '../proposal/channel.ts'
import type { Deed } from './deed.ts'

/**
 * One numbered official step in the record of one text. The server is its only writer.
 * `at` is ISO 8601 in UTC with milliseconds; `prev` is the hash of act n − 1 (64 zeros for act 1).
 */
export interface Act {
  readonly text: string
  readonly n: number
  readonly key: string
  readonly at: string
  readonly by: {
    readonly person: string
    readonly name: string
    readonly role: Role
    readonly delegation: string | null
    readonly speaksFor: readonly string[]
  }
  /** Delegation for which it was done; null for acts of the chair and the secretariat. */
  readonly for: string | null
  /** Group on whose behalf that delegation spoke. */
  readonly onBehalfOf: string | null
  readonly channel: Channel
  readonly meeting: string | null
  readonly deed: Deed
  readonly prev: string
  readonly hash: string
}

/** An act before the record has sealed it. */
export type UnsealedAct = Omit<Act, 'prev' | 'hash'>
