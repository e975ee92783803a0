import { useRef } from 'react'
import { RefusalNotice } from '../controls/notice.tsx'
import { usePage } from '../frame/page.tsx'
import { room as words } from '../lang/en/room.ts'
import { useSay } from '../lang/say.tsx'
import type { Live, LiveRecord } from '../record/live.ts'
import { useRecord } from '../record/use-record.ts'
import { RoomFloor } from './room-floor.tsx'
import '../reading/reading.css'
import '../reading/brackets.css'
import '../reading/blocks.css'
import './room.css'
import './cards/card.css'
import './cards/proposal.css'
import './asking/asking.css'
import '../reading/print.css'

/** The drafting room of one text. */
export default function Room({
  textId,
  negotiationId,
}: {
  readonly textId: string
  readonly negotiationId: string
}) {
  const { record, live } = useRecord(textId)
  return <Entrance negotiationId={negotiationId} record={record} live={live} />
}

function Entrance({
  negotiationId,
  record,
  live,
}: {
  readonly negotiationId: string
  readonly record: LiveRecord
  readonly live: Live
}) {
  const say = useSay()
  const heading = useRef<HTMLHeadingElement>(null)
  const { state, head, refused } = live
  usePage(head?.symbol ?? say(words.text), heading)
  return (
    <main id="content" tabIndex={-1} className="room">
      <h1 ref={heading} tabIndex={-1} className="unseen">
        {head ? `${head.symbol} ${head.title}` : say(words.text)}
      </h1>
      {refused ? (
        <RefusalNotice refusal={refused} />
      ) : state && head ? (
        <RoomFloor negotiationId={negotiationId} record={record} live={{ ...live, state, head }} />
      ) : (
        <output className="loading">{say(words.loading)}</output>
      )}
    </main>
  )
}
