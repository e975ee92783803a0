import { useState } from 'react'
import { currentVersion } from '../../../schema/proposal/proposal.ts'
import { rivalsOf } from '../../../schema/proposal/rivals.ts'
import { type DeedOf, type Ruling, rulings } from '../../../schema/record/deed.ts'
import { Dialog } from '../../controls/dialog.tsx'
import { TextField } from '../../controls/field.tsx'
import { RefusalNotice } from '../../controls/notice.tsx'
import { Select } from '../../controls/select.tsx'
import { Choice } from '../../controls/tick.tsx'
import type { Message } from '../../lang/area.ts'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { DeedActions } from './deed-actions.tsx'
import { Sentences, useAskedBy } from '../wording/sentences.tsx'

const rulingNames: Record<Ruling, Message> = {
  accepted: words.rulingAccepted,
  superseded: words.rulingSuperseded,
  lapsed: words.rulingLapsed,
  parked: words.rulingParked,
  merged: words.rulingMerged,
  open: words.rulingOpen,
}

/** The chair's ruling on a proposal. What cannot be ruled says why before it is tried. */
export function RuleDialog({
  proposal,
  onClose,
}: {
  readonly proposal: number
  readonly onClose: () => void
}) {
  const say = useSay()
  const { state, mayI, named } = useRoom()
  const askedBy = useAskedBy()
  const found = state.proposals.get(proposal)
  const isOpen = found?.status === 'open' || found?.status === 'parked'
  const [ruling, setRuling] = useState<Ruling>(isOpen ? 'accepted' : 'open')
  const [into, setInto] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  if (!found) return null
  const version = currentVersion(found)
  const deed: DeedOf<'rule'> = {
    type: 'rule',
    proposal,
    version: version.version,
    ruling,
    reason,
    ...(ruling === 'merged' && into !== null ? { into } : {}),
  }
  const refusal = ruling === 'merged' && into === null ? null : mayI(deed)
  const missing = ruling === 'merged' && into === null ? say(words.rulingInto) : null
  const rivals = ruling === 'accepted' ? rivalsOf(state, proposal) : []
  const others = [...state.proposals.values()].filter(
    ({ id, status }) => id !== proposal && status === 'open',
  )
  return (
    <Dialog title={say(words.rulingTitle, { n: proposal })} isOpen onClose={onClose}>
      <div className="stack">
        <Sentences state={state} changes={version.changes} who={askedBy(found)} />
        <Choice
          label={say(words.rulingWhat)}
          options={rulings
            .filter((one) => (isOpen ? one !== 'open' || found.status === 'parked' : one === 'open'))
            .map((one) => ({ id: one, label: say(rulingNames[one]) }))}
          value={ruling}
          onChange={(id) => {
            const chosen = rulings.find((one) => one === id)
            if (chosen) setRuling(chosen)
          }}
        />
        {ruling === 'merged' && (
          <Select
            label={say(words.rulingInto)}
            options={others.map(({ id, sponsors }) => ({
              id: String(id),
              label: named ? `${id} · ${sponsors.join(', ')}` : String(id),
            }))}
            value={into === null ? null : String(into)}
            onChange={(id) => setInto(Number(id))}
          />
        )}
        {rivals.length > 0 && !refusal && <p>{say(words.rulingRivals, { list: rivals.join(', ') })}</p>}
        <TextField label={say(words.reason)} value={reason} onChange={setReason} optional rows={2} />
        {refusal && <RefusalNotice refusal={refusal} />}
        <DeedActions deed={deed} label={say(words.rulingDo)} refusal={missing ?? refusal} onClose={onClose} />
      </div>
    </Dialog>
  )
}
