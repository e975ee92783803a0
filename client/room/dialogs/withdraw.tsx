import { useState } from 'react'
import { isRefusal } from '../../../schema/refusal.ts'
import { ConfirmDialog } from '../../controls/confirm.tsx'
import { TextField } from '../../controls/field.tsx'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'

/** Takes the delegation's name off a proposal, after saying what becomes of it. */
export function WithdrawDialog({
  proposal,
  onClose,
}: {
  readonly proposal: number
  readonly onClose: () => void
}) {
  const say = useSay()
  const { state, speaker, act } = useRoom()
  const [reason, setReason] = useState('')
  const { sponsors = [], unattributed = false } = state.proposals.get(proposal) ?? {}
  const rest = sponsors.filter((code) => code !== speaker)
  const who = speaker ?? say(words.chair)
  return (
    <ConfirmDialog
      title={say(words.withdrawTitle, { n: proposal })}
      isOpen
      onClose={onClose}
      action={say(words.withdraw)}
      tone="danger"
      onConfirm={async () => {
        const answer = await act({ type: 'withdraw', proposal, reason })
        return isRefusal(answer) ? answer : undefined
      }}
    >
      <p>
        {rest.length === 0
          ? say(unattributed ? words.withdrawToNobody : words.withdrawLast, { who })
          : say(words.withdrawOne, { who, rest: rest.join(', ') })}
      </p>
      <TextField label={say(words.reason)} value={reason} onChange={setReason} optional rows={2} />
    </ConfirmDialog>
  )
}
