import { useState } from 'react'
import type { Deed } from '../../../schema/record/deed.ts'
import { isRefusal, type Refusal } from '../../../schema/refusal.ts'
import { Button } from '../../controls/button.tsx'
import { Actions } from '../../controls/dialog.tsx'
import { common } from '../../lang/en/common.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom, type Voice } from '../context.ts'

/** The foot of a dialog that ends in one act: cancel, or do it and close when it is on the record. */
export function DeedActions({
  deed,
  label,
  refusal,
  voice,
  onClose,
}: {
  readonly deed: Deed
  /** What the button that does it says. */
  readonly label: string
  /** Why it cannot be done now; null when it can. */
  readonly refusal: Refusal | string | null
  /** For whom it is done; as the room speaks when left out. */
  readonly voice?: Voice | undefined
  readonly onClose: () => void
}) {
  const say = useSay()
  const { act } = useRoom()
  const [pending, setPending] = useState(false)
  const record = async () => {
    setPending(true)
    const answer = await act(deed, { voice })
    setPending(false)
    if (!isRefusal(answer)) onClose()
  }
  return (
    <Actions>
      <Button size="main" onPress={onClose}>
        {say(common.cancel)}
      </Button>
      <Button size="main" tone="primary" refusal={refusal} isPending={pending} onPress={() => void record()}>
        {label}
      </Button>
    </Actions>
  )
}
