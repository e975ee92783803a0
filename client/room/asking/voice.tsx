import { useState } from 'react'
import { chairCode } from '../../../schema/party/party.ts'
import { servesChair } from '../../../schema/record/rights.ts'
import { ComboBox } from '../../controls/combo-box.tsx'
import { asking as words } from '../../lang/en/asking.ts'
import { useSay } from '../../lang/say.tsx'
import { ownVoice, useRoom, type Voice } from '../context.ts'

/** For whom a panel asks: as the room speaks, or the delegation whose words whoever serves the chair enters. */
export interface Asker {
  readonly voice: Voice
  /** The code under which it is published; null for the chair. */
  readonly who: string | null
  readonly setVoice: (voice: Voice) => void
}

/** Who asks in a panel that has just been opened. */
export function useAsker(): Asker {
  const { voice: now, speaker, me } = useRoom()
  const [voice, setVoice] = useState(now)
  const who = servesChair(me.role) ? (voice.onBehalfOf ?? voice.for) : speaker
  return { voice, who, setVoice }
}

/** Chooses the delegation that said it; only for those who enter what others say. */
export function WhoAsks({ asker, needed }: { readonly asker: Asker; readonly needed: boolean }) {
  const say = useSay()
  const { state, me } = useRoom()
  if (!servesChair(me.role)) return null
  const { voice, setVoice } = asker
  return (
    <ComboBox
      label={say(words.whoAsks)}
      description={say(needed || me.role === 'secretariat' ? words.whoAsksNeeded : words.whoAsksHelp)}
      options={[...state.parties.values()]
        .filter(({ code }) => code !== chairCode)
        .map(({ code, name }) => ({ id: code, code, label: name }))}
      value={voice.for}
      opens="input"
      onChange={(code) =>
        setVoice(
          code === null
            ? ownVoice
            : { for: code, onBehalfOf: null, channel: voice.channel === 'letter' ? 'letter' : 'floor' },
        )
      }
    />
  )
}
