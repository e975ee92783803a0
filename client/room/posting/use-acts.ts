import { useCallback, useMemo } from 'react'
import { newKey } from '../../api/acts.ts'
import { giveReceipt } from '../../controls/receipts.tsx'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import type { LiveRecord } from '../../record/live.ts'
import { clockUtc } from '../../record/time.ts'
import type { Actor } from '../../../schema/party/role.ts'
import type { Deed, Intent } from '../../../schema/record/deed.ts'
import { permit } from '../../../schema/record/permit.ts'
import { inName, mayPropose } from '../../../schema/record/rights.ts'
import type { State } from '../../../schema/record/state.ts'
import { isRefusal, refuse } from '../../../schema/refusal.ts'
import type { Room, Voice } from '../context.ts'
import { speakerOf } from '../cards/history.ts'

/** What a voice adds to a deed; what is not done in a party's name carries none. */
export function asked(deed: Deed, voice: Voice): Omit<Intent, 'key'> {
  if (!inName(deed.type)) return { channel: 'typed', deed }
  return {
    channel: voice.channel,
    deed,
    ...(voice.for === null ? {} : { for: voice.for }),
    ...(voice.onBehalfOf === null ? {} : { onBehalfOf: voice.onBehalfOf }),
  }
}

/** The room's way to the record: what one may do, and doing it with a receipt. */
export function useActs(
  record: LiveRecord,
  state: State,
  me: Actor,
  voice: Voice,
  past: boolean,
): Pick<Room, 'mayI' | 'act' | 'speaker'> {
  const say = useSay()
  const mayI = useCallback<Room['mayI']>(
    (deed, as = voice) => {
      // A past state is for reading; what is done now would be judged on words the reader does not see.
      return past ? refuse('overtaken', { label: state.symbol }) : permit(state, me, asked(deed, as))
    },
    [me, state, voice, past],
  )
  const act = useCallback<Room['act']>(
    async (deed, { voice: as = voice, key = newKey(), signal } = {}) => {
      const answer = await record.post({ ...asked(deed, as), key }, signal)
      if (isRefusal(answer)) {
        giveReceipt(answer)
        return answer
      }
      const facts = { who: speakerOf(answer) ?? say(words.chair), at: clockUtc(answer.at), n: answer.n }
      const tabled = deed.type === 'table' || deed.type === 'revise'
      giveReceipt(say(tabled ? words.receiptTable : words.receiptOther, facts))
      return answer
    },
    [record, voice, say],
  )
  const speaker = mayPropose(me.role) ? (voice.onBehalfOf ?? voice.for ?? me.delegation) : null
  return useMemo(() => ({ mayI, act, speaker }), [mayI, act, speaker])
}
