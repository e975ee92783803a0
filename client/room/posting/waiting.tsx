import { useIntl } from 'react-intl'
import { Button } from '../../controls/button.tsx'
import { Notice } from '../../controls/notice.tsx'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { momentIn } from '../../record/time.ts'
import type { Queue } from './use-queue.ts'

/** What waits on this device to be tabled, each marked as not tabled and to be taken back. */
export function Waiting({ queue }: { readonly queue: Queue }) {
  const say = useSay()
  const { locale } = useIntl()
  if (queue.waiting.length === 0) return null
  return (
    <div className="past">
      <Notice>
        <p>
          <strong>{say(words.queuedTitle)}.</strong> {say(words.queued, { count: queue.waiting.length })}
        </p>
        <ul className="waiting">
          {queue.waiting.map(({ intent, sentence, since }) => (
            <li key={intent.key}>
              <span dir="auto">{sentence}</span>
              <span className="muted">{say(words.queuedSince, { at: momentIn(locale, since) })}</span>
              <Button onPress={() => queue.cancel(intent.key)}>{say(words.queuedCancel)}</Button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
