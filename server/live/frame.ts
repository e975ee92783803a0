import type { Act } from '../../schema/record/act.ts'
import type { Change } from '../../schema/proposal/change.ts'
import type { RefusalCode } from '../../schema/refusal.ts'

/** How many people of a delegation have the text open. */
export interface Presence {
  readonly code: string
  readonly people: number
}

/** What a draft opened to everyone would change now; no changes when it is closed again. */
export interface Drafting {
  readonly type: 'drafting'
  readonly draft: string
  /** Codes of the parties whose draft it is. */
  readonly owner: readonly string[]
  readonly changes: readonly Change[]
}

/** What the server says on the live socket of a text. Acts come in order of number, each once. */
export type Frame =
  | { readonly type: 'acts'; readonly acts: readonly Act[] }
  | { readonly type: 'presence'; readonly delegations: readonly Presence[] }
  | Drafting
  /** Said last when coming back is of no use. */
  | { readonly type: 'closed'; readonly code: RefusalCode }

/** A frame as it goes over the wire: made once, sent to all. */
export const encodeFrame = (frame: Frame): Buffer => Buffer.from(JSON.stringify(frame))

/** A frame of acts from the JSON that is kept of them. */
export const encodeActs = (lines: readonly string[]): Buffer =>
  Buffer.from(`{"type":"acts","acts":[${lines.join(',')}]}`)
