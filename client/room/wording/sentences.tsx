import { useCallback } from 'react'
import type { Change } from '../../../schema/proposal/change.ts'
import { describe, type Description } from '../../../schema/proposal/describe.ts'
import type { Proposal } from '../../../schema/proposal/proposal.ts'
import type { State } from '../../../schema/record/state.ts'
import { asking } from '../../lang/en/asking.ts'
import { room } from '../../lang/en/room.ts'
import { type Sayer, useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { Sentence } from './sentence.tsx'

/** Every change of a proposal in a sentence of its own. */
export function Sentences({
  state,
  changes,
  who,
}: {
  readonly state: State
  readonly changes: readonly Change[]
  readonly who: readonly string[]
}) {
  return changes.map((change, i) => (
    <p key={`${i}:${change.type}`} className="sentence" dir="auto">
      <Sentence who={who} of={descriptionOf(state, change)} />
    </p>
  ))
}

/** Whose sentence a proposal's is, as names are shown now: while they are hidden it is that of "Proposal 12". */
export function useAskedBy(): (proposal: Proposal) => readonly string[] {
  const say = useSay()
  const { named } = useRoom()
  return useCallback(
    (proposal) => (named ? askedBy(proposal, say) : [say(room.proposal, { n: proposal.id })]),
    [named, say],
  )
}

/** Its sponsors, or those it had; the imported text where it names nobody. */
function askedBy({ sponsors, formerSponsors, unattributed }: Proposal, say: Sayer): readonly string[] {
  if (sponsors.length > 0) return sponsors
  return formerSponsors.length > 0 && !unattributed ? formerSponsors : [say(asking.importedText)]
}

const kept = new WeakMap<Change, { state: State['proposals']; description: Description }>()

/** What a change does; kept until proposals change, since labels follow from them. */
export function descriptionOf(state: State, change: Change): Description {
  const known = kept.get(change)
  if (known?.state === state.proposals) return known.description
  const description = describe(state, change)
  kept.set(change, { state: state.proposals, description })
  return description
}
