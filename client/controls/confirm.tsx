import type { ReactNode } from 'react'
import { useState } from 'react'
import type { Refusal } from '../../schema/refusal.ts'
import { common } from '../lang/en/common.ts'
import { useSay } from '../lang/say.tsx'
import { Button } from './button.tsx'
import { Actions, Dialog } from './dialog.tsx'
import { TextField } from './field.tsx'
import { RefusalNotice } from './notice.tsx'

interface ConfirmDialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  /** What will happen, to whom, and whether it can be taken back. */
  readonly children: ReactNode
  /** The act in words, on the button: "Publish Rev.1", never "OK". */
  readonly action: string
  readonly tone?: 'primary' | 'danger' | undefined
  /** Word to be typed before the act is possible; for the few acts that are final. */
  readonly word?: string | undefined
  /** Does it. The dialog closes when it resolves without a refusal and shows the refusal otherwise. */
  readonly onConfirm: () => Promise<Refusal | undefined>
}

/** Asks once more before an act that others will notice. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, isOpen, onClose } = props
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} alert>
      <Question {...props} />
    </Dialog>
  )
}

// Apart, so that what was typed is forgotten when the dialog closes.
function Question({ children, action, tone = 'primary', word, onConfirm, onClose }: ConfirmDialogProps) {
  const say = useSay()
  const [typed, setTyped] = useState('')
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const missing = word !== undefined && typed.trim() !== word
  const confirm = async (): Promise<void> => {
    setPending(true)
    const answer = await onConfirm()
    setPending(false)
    if (answer) setRefusal(answer)
    else onClose()
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!missing && !pending) void confirm()
      }}
    >
      <div className="stack">{children}</div>
      {word === undefined ? null : (
        <TextField label={say(common.typeToConfirm, { word })} value={typed} onChange={setTyped} autoFocus />
      )}
      {refusal ? <RefusalNotice refusal={refusal} /> : null}
      <Actions>
        <Button onPress={onClose} size="main">
          {say(common.cancel)}
        </Button>
        <Button
          type="submit"
          tone={tone}
          size="main"
          isPending={pending}
          refusal={missing ? say(common.typeToConfirm, { word }) : null}
        >
          {action}
        </Button>
      </Actions>
    </form>
  )
}
