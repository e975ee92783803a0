import type { SourceId } from '../proposal/change.ts'
import type { Mark } from '../record/state.ts'
import type { Run } from '../text/token.ts'

/** A stretch of words as a compilation shows it: what it is proposed in, and what would strike or hold it. */
export interface Stretch {
  readonly runs: readonly Run[]
  readonly source: SourceId
  readonly from: number
  /** Open insertions it lies in, outermost first. */
  readonly inside: readonly SourceId[]
  readonly strikes: readonly Mark[]
  readonly holds: readonly Mark[]
}
