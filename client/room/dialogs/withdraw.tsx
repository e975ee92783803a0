import { useState } from 'react'
import { linkedChanges } from '../../../schema/proposal/linked.ts'
import { currentVersion } from '../../../schema/proposal/proposal.ts'
import type { DeedOf } from '../../../schema/record/deed.ts'
import { isRefusal, refuse } from '../../../schema/refusal.ts'
import { ConfirmDialog } from '../../controls/confirm.tsx'
import { TextField } from '../../controls/field.tsx'
import { Tick } from '../../controls/tick.tsx'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { useRecording } from '../posting/use-recording.ts'
import { sentenceText } from '../wording/sentence.tsx'
import { descriptionOf } from '../wording/sentences.tsx'

/**
 * Takes the delegation's name off a proposal, after saying what becomes of it; or, of one that asks for several things,
 * takes some of them out: the others stand as its next version.
 */
export function WithdrawDialog({
  proposal,
  onClose,
}: {
  readonly proposal: number
  readonly onClose: () => void
}) {
  const say = useSay()
  const { state, speaker } = useRoom()
  const recorded = useRecording()
  const [reason, setReason] = useState('')
  const found = state.proposals.get(proposal)
  const { sponsors = [], unattributed = false } = found ?? {}
  const { changes } = found?.status === 'open' ? currentVersion(found) : { changes: [] }
  const parts = linkedChanges(changes).map((part) => part.map((i) => changes[i]!))
  const [kept, setKept] = useState<ReadonlySet<number>>(new Set())
  const stays = parts.filter((_, i) => kept.has(i)).flat()
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
        if (parts.length > 0 && kept.size === parts.length) return refuse('already-so')
        const answer = await recorded(
          stays.length === 0
            ? { type: 'withdraw', proposal, reason }
            : { type: 'revise', proposal, changes: stays as DeedOf<'revise'>['changes'], rationale: reason },
        )
        return isRefusal(answer) ? answer : undefined
      }}
    >
      <p>
        {stays.length > 0
          ? say(words.withdrawPart, { n: proposal })
          : rest.length === 0
            ? say(unattributed ? words.withdrawToNobody : words.withdrawLast, { who })
            : say(words.withdrawOne, { who, rest: rest.join(', ') })}
      </p>
      {parts.length > 1 && (
        <fieldset className="stack">
          <legend className="label">{say(words.withdrawWhat)}</legend>
          {parts.map((part, i) => (
            <Tick
              key={i}
              isSelected={!kept.has(i)}
              onChange={(on) =>
                setKept(new Set(on ? [...kept].filter((other) => other !== i) : [...kept, i]))
              }
            >
              <span dir="auto">
                {part.map((change) => sentenceText(descriptionOf(state, change), sponsors, say)).join('; ')}
              </span>
            </Tick>
          ))}
        </fieldset>
      )}
      <TextField label={say(words.reason)} value={reason} onChange={setReason} optional rows={2} />
    </ConfirmDialog>
  )
}
