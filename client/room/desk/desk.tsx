import { useState } from 'react'
import { seatOf } from '../../../schema/record/rights.ts'
import { isRefusal } from '../../../schema/refusal.ts'
import { Button } from '../../controls/button.tsx'
import { RefusalNotice } from '../../controls/notice.tsx'
import { drafting as words } from '../../lang/en/drafting.ts'
import { useSay } from '../../lang/say.tsx'
import type { Neighbours } from '../../reading/paragraph.tsx'
import { useRoom } from '../context.ts'
import type { Queue } from '../use-queue.ts'
import { DeskFloor } from './desk-floor.tsx'
import { useDraft } from './use-draft.ts'

/** What the desk is opened with. */
export interface DeskProps {
  /** The paragraph to write in. */
  readonly at: string | null
  /** Open proposals of others to be amended in the draft. */
  readonly amend: readonly number[]
  readonly neighbours: Neighbours
  readonly queue: Queue
  readonly onClose: () => void
}

/** The delegation's draft: the whole text, to be written in, with what would be tabled beside it. */
export default function Desk(props: DeskProps) {
  const say = useSay()
  const { text, me } = useRoom()
  const [members, setMembers] = useState<readonly string[]>([])
  const draft = useDraft(text, me.person, members, props.amend)
  if (draft === null)
    return (
      <p className="loading" role="status">
        {say(words.opening)}
      </p>
    )
  if (isRefusal(draft))
    return (
      <RefusalNotice refusal={draft}>
        <Button onPress={props.onClose}>{say(words.close)}</Button>
      </RefusalNotice>
    )
  return (
    <DeskFloor
      key={draft.entry.id}
      {...props}
      entry={draft.entry}
      connection={draft.connection}
      seat={seatOf(me) ?? ''}
      onMembers={setMembers}
    />
  )
}
