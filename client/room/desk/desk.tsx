import { useState } from 'react'
import { seatOf } from '../../../schema/record/rights.ts'
import { isRefusal } from '../../../schema/refusal.ts'
import { Button } from '../../controls/button.tsx'
import { RefusalNotice } from '../../controls/notice.tsx'
import { drafting as words } from '../../lang/en/drafting.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { DeskFloor, type DeskProps } from './desk-floor.tsx'
import { useDraft } from './use-draft.ts'
import './desk.css'

/** The delegation's draft: the whole text, to be written in, with what would be tabled beside it. */
export default function Desk(props: DeskProps) {
  const say = useSay()
  const { text, me } = useRoom()
  const [members, setMembers] = useState<readonly string[]>([])
  const draft = useDraft(text, me.person, members, props.amend)
  if (draft === null) return <output className="loading">{say(words.opening)}</output>
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
