import { servesChair } from '../../../schema/record/rights.ts'
import { Button } from '../../controls/button.tsx'
import { Menu } from '../../controls/menu.tsx'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { ownVoice, useRoom } from '../context.ts'

/** For whom one acts, where that is not simply one's own delegation; and the way to another. */
export function Speaking() {
  const say = useSay()
  const { me, voice, setVoice, open } = useRoom()
  if (servesChair(me.role)) {
    if (voice.for === null)
      return <Button onPress={() => open({ type: 'floor' })}>{say(words.floorEntry)}</Button>
    const who = voice.onBehalfOf
      ? say(words.speakAsBehalf, { who: voice.for, group: voice.onBehalfOf })
      : voice.for
    const channel = say(voice.channel === 'letter' ? words.channelLetter : words.channelFloor)
    return (
      <span className="speaking">
        <Button onPress={() => open({ type: 'floor' })}>{say(words.floorIs, { who, channel })}</Button>
        <Button tone="quiet" onPress={() => setVoice(ownVoice)}>
          {say(words.floorEnd)}
        </Button>
      </span>
    )
  }
  if (me.delegation === null || me.speaksFor.length === 0) return null
  const own = me.delegation
  const name = (group: string | null) =>
    group === null ? own : say(words.speakAsBehalf, { who: own, group })
  return (
    <Menu
      label={`${say(words.speakFor, { who: name(voice.onBehalfOf) })} (${say(words.speakAs)})`}
      entries={[null, ...me.speaksFor].map((group) => ({
        id: group ?? '*',
        label: name(group),
        onAction: () => setVoice({ ...ownVoice, onBehalfOf: group }),
      }))}
    >
      {say(words.speakFor, { who: name(voice.onBehalfOf) })}
    </Menu>
  )
}
