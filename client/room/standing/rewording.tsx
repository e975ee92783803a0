import { rewording } from '../../../schema/proposal/reworded.ts'
import type { Proposal } from '../../../schema/proposal/proposal.ts'
import type { State } from '../../../schema/record/state.ts'
import { RewordedWords } from './reworded-words.tsx'

/** Word by word what became of a proposal from one version to another. */
export function Rewording({
  state,
  proposal,
  was,
  now,
}: {
  readonly state: State
  readonly proposal: Proposal
  readonly was: number
  readonly now: number
}) {
  const { language } = state
  return <RewordedWords of={{ was, now, language, changes: rewording(state, proposal, was, now) }} />
}
