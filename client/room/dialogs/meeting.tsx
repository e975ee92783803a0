import { useState } from 'react'
import { isRefusal } from '../../../schema/refusal.ts'
import { Button } from '../../controls/button.tsx'
import { Actions, Dialog } from '../../controls/dialog.tsx'
import { TextField } from '../../controls/field.tsx'
import { common } from '../../lang/en/common.ts'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { useRecording } from '../posting/use-recording.ts'

/** Opens a meeting by its name, or closes the one that sits. */
export function MeetingDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const { state, mayI } = useRoom()
  const recorded = useRecording()
  const sitting = state.meeting === null ? null : state.meetings.get(state.meeting)
  const [title, setTitle] = useState('')
  const [id] = useState(() => crypto.randomUUID())
  const [pending, setPending] = useState(false)
  const deed = sitting
    ? ({ type: 'rise' } as const)
    : ({ type: 'meet', meeting: id, title: title.trim() || '–' } as const)
  const refusal = !sitting && title.trim() === '' ? say(words.meetingField) : mayI(deed)
  const record = async () => {
    setPending(true)
    const answer = await recorded(deed)
    setPending(false)
    if (!isRefusal(answer)) onClose()
  }
  return (
    <Dialog title={say(words.meetingTitle)} isOpen onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!refusal) void record()
        }}
      >
        {sitting ? (
          <p>{say(words.meetingSits, { title: sitting.title })}</p>
        ) : (
          <TextField
            label={say(words.meetingField)}
            description={say(words.meetingHelp)}
            value={title}
            onChange={setTitle}
            maxLength={200}
            autoFocus
          />
        )}
        <Actions>
          <Button size="main" onPress={onClose}>
            {say(common.cancel)}
          </Button>
          <Button type="submit" size="main" tone="primary" refusal={refusal} isPending={pending}>
            {say(sitting ? words.meetingClose : words.meetingOpen)}
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}
