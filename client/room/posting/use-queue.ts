import { useCallback, useEffect, useRef, useState } from 'react'
import type { Intent } from '../../../schema/record/deed.ts'
import { isRefusal } from '../../../schema/refusal.ts'
import { giveReceipt } from '../../controls/receipts.tsx'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import type { Live, LiveRecord } from '../../record/live.ts'
import { type Queued, readQueue, writeQueue } from '../../record/queue.ts'
import { clockUtc } from '../../record/time.ts'
import { speakerOf } from '../cards/history.ts'

/** What a person wants tabled once the server is back. */
export interface Queue {
  readonly waiting: readonly Queued[]
  readonly add: (intent: Intent, sentence: string) => void
  /** Takes one back; nothing was tabled. */
  readonly cancel: (key: string) => void
}

/** Keeps the queue of one person for one text on this device, and tables it in order when the server is back. */
export function useQueue(record: LiveRecord, live: Live, person: string, text: string): Queue {
  const say = useSay()
  const [waiting, setWaiting] = useState(() => readQueue(person, text))
  const change = useCallback(
    (next: (now: readonly Queued[]) => readonly Queued[]) =>
      setWaiting((now) => {
        const kept = next(now)
        writeQueue(person, text, kept)
        return kept
      }),
    [person, text],
  )
  const cancel = useCallback(
    (key: string) => change((now) => now.filter(({ intent }) => intent.key !== key)),
    [change],
  )
  const online = live.offlineSince === null && live.heardAt !== null
  const [first] = waiting
  const posting = useRef<string | null>(null)
  useEffect(() => {
    if (!online || !first || posting.current !== null) return
    posting.current = first.intent.key
    void record.post(first.intent).then((answer) => {
      posting.current = null
      // Not reached after all: it stays, and goes with the next connection under the same key.
      if (isRefusal(answer) && answer.code === 'unavailable') return
      giveReceipt(
        isRefusal(answer)
          ? answer
          : say(words.receiptTable, {
              who: speakerOf(answer) ?? say(words.chair),
              at: clockUtc(answer.at),
              n: answer.n,
            }),
      )
      cancel(first.intent.key)
    })
  }, [online, first, record, cancel, say])
  const add = useCallback(
    (intent: Intent, sentence: string) =>
      change((now) => [...now, { intent, sentence, since: new Date().toISOString() }]),
    [change],
  )
  return { waiting, add, cancel }
}
