import { useMemo, useState } from 'react'
import { isRefusal } from '../../../schema/refusal.ts'
import { parseSource, sourceId, type VersionKey } from '../../../schema/proposal/change.ts'
import type { Proposal } from '../../../schema/proposal/proposal.ts'
import type { State } from '../../../schema/record/state.ts'
import { Button } from '../../controls/button.tsx'
import { giveReceipt } from '../../controls/receipts.tsx'
import { asking as words } from '../../lang/en/asking.ts'
import { useSay } from '../../lang/say.tsx'
import { proposalName } from '../asking/naming.ts'
import { useRoom } from '../context.ts'
import { amendInDraft, type Draft } from './drafts.ts'

/** Open proposals whose words a draft was made on, so that they are amended in place. */
export function amendedIn(state: State, basis: ReadonlySet<VersionKey>): Proposal[] {
  return [...basis]
    .filter((key) => !state.accepted.has(key))
    .flatMap((key) => state.proposals.get(parseSource(sourceId(key, 0))!.proposal) ?? [])
    .filter(({ status }) => status === 'open')
    .sort((a, b) => a.id - b.id)
}

/** Says whose words stand in the draft beside those of the text, and takes them out again. */
export function Amended({
  entry,
  basis,
}: {
  readonly entry: Draft
  readonly basis: ReadonlySet<VersionKey>
}) {
  const say = useSay()
  const { state, paragraphs, named } = useRoom()
  const [leaving, setLeaving] = useState<number | null>(null)
  const amended = useMemo(() => amendedIn(state, basis), [state, basis])
  if (amended.length === 0) return null
  const leave = async (id: number) => {
    setLeaving(id)
    const answer = await amendInDraft(entry.id, [], [id])
    setLeaving(null)
    if (isRefusal(answer)) giveReceipt(answer)
  }
  return (
    <section className="desk-amended" aria-label={say(words.amendedTitle)}>
      <span>{say(words.amendedTitle)}</span>
      <ul>
        {amended.map(({ id }) => {
          const what = proposalName(state, paragraphs, id, say, named)
          return (
            <li key={id}>
              <bdi>{what}</bdi>{' '}
              <Button
                tone="quiet"
                aria-label={say(words.amendedLeaveWhat, { what })}
                isPending={leaving === id}
                onPress={() => void leave(id)}
              >
                {say(words.amendedLeave)}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
