import { useState } from 'react'
import type { MetCondition } from '../../../schema/record/conditions.ts'
import type { DeedOf } from '../../../schema/record/deed.ts'
import { Dialog } from '../../controls/dialog.tsx'
import { TextField } from '../../controls/field.tsx'
import { asking as words } from '../../lang/en/asking.ts'
import { room } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { DeedActions } from '../dialogs/deed-actions.tsx'

/** Asks the party whose condition is met what it does: a comment for all to read, and nothing more. */
export function InquireDialog({
  met,
  onClose,
}: {
  readonly met: MetCondition
  readonly onClose: () => void
}) {
  const say = useSay()
  const { mayI } = useRoom()
  const { party, type, on } = met
  const [text, setText] = useState(() =>
    say(type === 'undertaking' ? words.metNoteWithdraw : words.metNotePosition, { who: party, n: met.met }),
  )
  const deed: DeedOf<'comment'> = { type: 'comment', on, text: text.trim() || '.' }
  return (
    <Dialog title={say(words.metNoteTitle, { who: party })} isOpen onClose={onClose}>
      <div className="stack">
        <p className="muted">{say(words.metNoteHelp, { who: party })}</p>
        <TextField label={say(room.comment)} value={text} onChange={setText} rows={3} autoFocus />
        <DeedActions
          deed={deed}
          label={say(words.metNoteDo)}
          refusal={text.trim() === '' ? say(room.comment) : mayI(deed)}
          onClose={onClose}
        />
      </div>
    </Dialog>
  )
}
