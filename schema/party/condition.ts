import type { Channel } from '../proposal/channel.ts'

/**
 * Something of the record that a position or a withdrawal waits for. `withdrawn` is met by whatever ends a
 * proposal without its being accepted; `agreed` by a paragraph agreed ad referendum or adopted.
 */
export type When =
  | { readonly proposal: number; readonly becomes: 'accepted' | 'withdrawn' }
  | { readonly paragraph: string; readonly becomes: 'agreed' }

/** "EU withdraws this if PP3 bis is accommodated": announced by act `n`, and never done by anybody but its sponsor. */
export interface Undertaking {
  readonly party: string
  /** In the words of the party; may be empty beside a `when`. */
  readonly condition: string
  readonly when: When | null
  readonly n: number
  readonly at: string
  readonly channel: Channel
  readonly meeting: string | null
}
