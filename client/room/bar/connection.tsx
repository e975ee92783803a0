import { chairCode } from '../../../schema/party/party.ts'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog as AriaDialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import type { Live } from '../../record/live.ts'
import { clockUtc } from '../../record/time.ts'
import { useRoom } from '../context.ts'

/** How it stands with the server, always in one phrase. */
export function Connection({ live }: { readonly live: Live }) {
  const say = useSay()
  const phrase =
    live.offlineSince !== null
      ? say(words.offline, { at: clockUtc(live.offlineSince) })
      : live.sending > 0
        ? say(words.sending)
        : live.heardAt !== null
          ? say(words.received, { at: clockUtc(live.heardAt) })
          : say(words.loading)
  return (
    <span className={live.offlineSince === null ? 'connection' : 'connection connection-lost'}>
      <span aria-hidden="true" className="connection-mark" />
      {phrase}
    </span>
  )
}

/** Which delegations have the text open; never who is reading or typing what. */
export function Presence() {
  const say = useSay()
  const { live, state } = useRoom()
  const here = live.presence.filter(({ code }) => state.parties.has(code) && code !== chairCode)
  return (
    <DialogTrigger>
      <AriaButton className="button button-quiet button-small">
        {say(words.present, { count: here.length })}
      </AriaButton>
      <Popover className="popover" offset={2}>
        <AriaDialog className="presence" aria-label={say(words.presentTitle)}>
          <h2>{say(words.presentTitle)}</h2>
          {live.presence.length === 0 && <p className="muted">{say(words.presentNobody)}</p>}
          <ul>
            {live.presence.map(({ code, people }) => (
              <li key={code}>
                <bdi className="code">{code}</bdi>
                <span>{state.parties.get(code)?.name ?? ''}</span>
                <span className="muted">{say(words.people, { count: people })}</span>
              </li>
            ))}
          </ul>
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  )
}
