import { useState } from 'react'
import type { Package } from '../../../schema/record/state.ts'
import { isRefusal } from '../../../schema/refusal.ts'
import { Button } from '../../controls/button.tsx'
import { ConfirmDialog } from '../../controls/confirm.tsx'
import { Actions, Dialog } from '../../controls/dialog.tsx'
import { TextField } from '../../controls/field.tsx'
import { Tick } from '../../controls/tick.tsx'
import { common } from '../../lang/en/common.ts'
import { room } from '../../lang/en/room.ts'
import { standing as words } from '../../lang/en/standing.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { useRecording } from '../posting/use-recording.ts'
import { useLabelOf } from '../wording/labels.ts'

/** Names a package, renames it, or takes items out of it. */
export function PackageDialog({
  of,
  onClose,
}: {
  readonly of: Pick<Package, 'id' | 'title' | 'proposals' | 'paragraphs'>
  /** Called with true when the package is on the record. */
  readonly onClose: (made: boolean) => void
}) {
  const say = useSay()
  const { mayI } = useRoom()
  const recorded = useRecording()
  const labelOf = useLabelOf()
  const [title, setTitle] = useState(of.title)
  const [kept, setKept] = useState({ proposals: of.proposals, paragraphs: of.paragraphs })
  const [pending, setPending] = useState(false)
  const isNew = of.title === ''
  const count = kept.proposals.length + kept.paragraphs.length
  const deed = {
    type: 'package' as const,
    package: of.id,
    title: title.trim() || of.id,
    proposals: [...kept.proposals],
    paragraphs: [...kept.paragraphs],
  }
  const refusal = title.trim() === '' ? say(words.nameIt) : count === 0 ? say(words.chooseItems) : mayI(deed)
  const record = async () => {
    setPending(true)
    const answer = await recorded(deed)
    setPending(false)
    if (!isRefusal(answer)) onClose(true)
  }
  return (
    <Dialog
      title={isNew ? say(words.packageTitle, { count }) : say(words.packageEdit, { title: of.title })}
      isOpen
      onClose={() => onClose(false)}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!refusal && !pending) void record()
        }}
      >
        <TextField
          label={say(words.packageName)}
          description={say(words.packageHelp)}
          value={title}
          onChange={setTitle}
          autoFocus
        />
        {of.paragraphs.map((id) => {
          return (
            <Tick
              key={id}
              isSelected={kept.paragraphs.includes(id)}
              onChange={(on) =>
                setKept({
                  ...kept,
                  paragraphs: of.paragraphs.filter((one) =>
                    one === id ? on : kept.paragraphs.includes(one),
                  ),
                })
              }
            >
              {say(words.keepItem, { item: labelOf(id) })}
            </Tick>
          )
        })}
        {of.proposals.map((id) => (
          <Tick
            key={id}
            isSelected={kept.proposals.includes(id)}
            onChange={(on) =>
              setKept({
                ...kept,
                proposals: of.proposals.filter((one) => (one === id ? on : kept.proposals.includes(one))),
              })
            }
          >
            {say(words.keepItem, { item: say(room.proposal, { n: id }).toLocaleLowerCase() })}
          </Tick>
        ))}
        <Actions>
          <Button size="main" onPress={() => onClose(false)}>
            {say(common.cancel)}
          </Button>
          <Button type="submit" size="main" tone="primary" refusal={refusal} isPending={pending}>
            {say(isNew ? words.packageDo : words.packageChange)}
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}

/** Takes back that items are to be agreed together. */
export function DissolveDialog({ of, onClose }: { readonly of: Package; readonly onClose: () => void }) {
  const say = useSay()
  const recorded = useRecording()
  const deed = { type: 'package' as const, package: of.id, title: of.title, proposals: [], paragraphs: [] }
  return (
    <ConfirmDialog
      title={say(words.dissolveTitle, { title: of.title })}
      isOpen
      onClose={onClose}
      action={say(words.dissolve)}
      onConfirm={async () => {
        const answer = await recorded(deed)
        return isRefusal(answer) ? answer : undefined
      }}
    >
      <p>{say(words.dissolveWhat)}</p>
    </ConfirmDialog>
  )
}
