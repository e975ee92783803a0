import { useState } from 'react'
import { chairCode } from '../../../schema/party/party.ts'
import { Button } from '../../controls/button.tsx'
import { ComboBox } from '../../controls/combo-box.tsx'
import { Actions, Dialog } from '../../controls/dialog.tsx'
import type { Option } from '../../controls/option.ts'
import { Choice } from '../../controls/tick.tsx'
import { common } from '../../lang/en/common.ts'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { ownVoice, useRoom, type Voice } from '../context.ts'

/**
 * Says who speaks, so that what is entered next carries that delegation's name: type the code, press
 * Enter, go on. Only for those who record what others say.
 */
export function FloorDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const { state, voice, setVoice } = useRoom()
  const [draft, setDraft] = useState<Voice>({
    ...voice,
    channel: voice.channel === 'letter' ? 'letter' : 'floor',
  })
  const parties = [...state.parties.values()].filter(({ code }) => code !== chairCode)
  const options: Option[] = parties.map(({ code, name }) => ({ id: code, code, label: name }))
  const groups: Option[] = parties
    .filter(({ kind }) => kind === 'group')
    .map(({ code, name }) => ({ id: code, code, label: name }))
  const missing = draft.for === null ? say(words.floorParty) : null
  const begin = () => {
    if (missing) return
    setVoice(draft)
    onClose()
  }
  return (
    <Dialog title={say(words.floorTitle)} isOpen onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          begin()
        }}
      >
        <ComboBox
          label={say(words.floorParty)}
          options={options}
          value={draft.for}
          onChange={(code) => setDraft({ ...draft, for: code })}
          autoFocus
        />
        {groups.length > 0 && (
          <ComboBox
            label={say(words.floorBehalf)}
            description={say(common.optional)}
            options={groups}
            value={draft.onBehalfOf}
            onChange={(code) => setDraft({ ...draft, onBehalfOf: code })}
          />
        )}
        <Choice
          label={say(words.floorChannel)}
          options={[
            { id: 'floor', label: say(words.channelFloor) },
            { id: 'letter', label: say(words.channelLetter) },
          ]}
          value={draft.channel}
          onChange={(channel) => setDraft({ ...draft, channel: channel === 'letter' ? 'letter' : 'floor' })}
          inRow
        />
        <Actions>
          {voice.for !== null && (
            <Button
              size="main"
              onPress={() => {
                setVoice(ownVoice)
                onClose()
              }}
            >
              {say(words.floorEnd)}
            </Button>
          )}
          <Button type="submit" tone="primary" size="main" refusal={missing}>
            {say(words.floorBegin)}
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}
