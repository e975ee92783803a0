import { useState } from 'react'
import { type DeedOf, paragraphStatuses } from '../../../schema/record/deed.ts'
import { labelOf } from '../../../schema/text/label.ts'
import { Dialog } from '../../controls/dialog.tsx'
import { TextField } from '../../controls/field.tsx'
import { RefusalNotice } from '../../controls/notice.tsx'
import { Select } from '../../controls/select.tsx'
import { statusNames } from '../../lang/en/common.ts'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { DeedActions } from './deed-actions.tsx'
import { PartyList } from './party-list.tsx'

/** Declares where a paragraph stands, who has still to agree, and why. */
export function StatusDialog({
  paragraph,
  onClose,
}: {
  readonly paragraph: string
  readonly onClose: () => void
}) {
  const say = useSay()
  const { state, mayI } = useRoom()
  const now = state.statuses.get(paragraph)
  const label = labelOf(state, paragraph)
  const [deed, setDeed] = useState<DeedOf<'status'>>({
    type: 'status',
    paragraph,
    status: now?.status ?? 'open',
    pending: [...(now?.pending ?? [])],
    reason: '',
  })
  const refusal = mayI(deed)
  return (
    <Dialog title={say(words.statusTitle, { label })} isOpen onClose={onClose}>
      <div className="stack">
        <Select
          label={say(words.statusField)}
          options={paragraphStatuses.map((status) => ({ id: status, label: say(statusNames[status]) }))}
          value={deed.status}
          onChange={(id) => {
            const status = paragraphStatuses.find((one) => one === id)
            if (status) setDeed({ ...deed, status })
          }}
        />
        <PartyList
          label={say(words.statusPending)}
          help={say(words.statusPendingHelp)}
          codes={deed.pending}
          onChange={(codes) => setDeed({ ...deed, pending: [...codes] })}
        />
        <TextField
          label={say(words.reason)}
          value={deed.reason}
          onChange={(reason) => setDeed({ ...deed, reason })}
          optional={deed.status !== 'reopened'}
          rows={2}
        />
        {refusal && refusal.code !== 'already-so' && <RefusalNotice refusal={refusal} />}
        <DeedActions deed={deed} label={say(words.statusDo)} refusal={refusal} onClose={onClose} />
      </div>
    </Dialog>
  )
}
