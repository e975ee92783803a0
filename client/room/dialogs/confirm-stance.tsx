import type { Stance } from '../../../schema/party/position.ts'
import { currentVersion } from '../../../schema/proposal/proposal.ts'
import { isRefusal } from '../../../schema/refusal.ts'
import { ConfirmDialog } from '../../controls/confirm.tsx'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { useRecording } from '../posting/use-recording.ts'
import { Sentences, useAskedBy } from '../wording/sentences.tsx'
import { stanceVerbs } from '../cards/stance.tsx'

/** A position taken by a single key is asked once more: a key is pressed more easily than a button. */
export function ConfirmStance({
  proposal,
  stance,
  onClose,
}: {
  readonly proposal: number
  readonly stance: Stance
  readonly onClose: () => void
}) {
  const say = useSay()
  const { state, speaker } = useRoom()
  const recorded = useRecording()
  const askedBy = useAskedBy()
  const found = state.proposals.get(proposal)
  if (!found || speaker === null) return null
  const { version, changes } = currentVersion(found)
  return (
    <ConfirmDialog
      title={say(words.confirmStance, { who: speaker, stance: say(stanceVerbs[stance]), n: proposal })}
      isOpen
      onClose={onClose}
      action={say(words.publish)}
      onConfirm={async () => {
        const on = { proposal, version }
        const answer = await recorded({ type: 'position', on, stance, reason: '', condition: '' })
        return isRefusal(answer) ? answer : undefined
      }}
    >
      <Sentences state={state} changes={changes} who={askedBy(found)} />
      <p className="muted">{say(words.positionPublishes, { who: speaker })}</p>
    </ConfirmDialog>
  )
}
