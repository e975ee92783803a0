import { type ReactNode, useState } from 'react'
import type { Deed } from '../../../schema/record/deed.ts'
import { isRefusal, type Refusal } from '../../../schema/refusal.ts'
import { Button } from '../../controls/button.tsx'
import { Actions } from '../../controls/dialog.tsx'
import { common } from '../../lang/en/common.ts'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom, type Voice } from '../context.ts'
import { useRecording } from '../posting/use-recording.ts'

/** The foot of a dialog that ends in one act: cancel, or do it and close when it is on the record. */
export function DeedActions({
  deed,
  label,
  refusal,
  voice,
  children,
  onClose,
  onDone = onClose,
}: {
  readonly deed: Deed
  /** What the button that does it says. */
  readonly label: string
  /** Why it cannot be done now; null when it can. */
  readonly refusal: Refusal | string | null
  /** For whom it is done; as the room speaks when left out. */
  readonly voice?: Voice | undefined
  /** Other ways to go on, beside the button. */
  readonly children?: ReactNode
  readonly onClose: () => void
  /** Closes once it is on the record, where more is to be done then. */
  readonly onDone?: () => void
}) {
  const say = useSay()
  const { live } = useRoom()
  const recorded = useRecording()
  const [pending, setPending] = useState(false)
  const record = async () => {
    setPending(true)
    const answer = await recorded(deed, voice)
    setPending(false)
    if (!isRefusal(answer)) onDone()
  }
  return (
    <>
      {pending && live.offlineSince !== null && <output>{say(words.notReached)}</output>}
      <Actions>
        <Button size="main" onPress={onClose}>
          {say(common.cancel)}
        </Button>
        {children}
        <Button
          size="main"
          tone="primary"
          refusal={refusal}
          isPending={pending}
          onPress={() => void record()}
        >
          {label}
        </Button>
      </Actions>
    </>
  )
}
