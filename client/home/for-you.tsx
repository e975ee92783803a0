import type { ReactNode } from 'react'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { Link } from 'wouter'
import type { TextRow } from '../api/answers.ts'
import { Button } from '../controls/button.tsx'
import { Moment } from '../controls/moment.tsx'
import { home } from '../lang/en/home.ts'
import type { Message } from '../lang/area.ts'
import { Say, useSay } from '../lang/say.tsx'
import type { Duty } from './duties.ts'

/** A duty and the text it is in. */
export interface Due {
  readonly duty: Duty
  readonly text: TextRow
  readonly negotiation: string
}

const shownAtFirst = 8

/** What awaits the reader, over all texts, the latest first. */
export function ForYou({
  dues,
  isPending,
  unread,
}: {
  readonly dues: readonly Due[]
  readonly isPending: boolean
  /** Number of records that could not be read. */
  readonly unread: number
}) {
  const say = useSay()
  const [all, setAll] = useState(false)
  const sorted = dues.toSorted((a, b) => b.duty.at.localeCompare(a.duty.at))
  const shown = all ? sorted : sorted.slice(0, shownAtFirst)
  const rest = sorted.length - shown.length
  return (
    <section className="section" aria-labelledby="for-you" aria-busy={isPending}>
      <h2 id="for-you">{say(home.forYou)}</h2>
      {sorted.length === 0 ? (
        <p className="muted">{say(isPending ? home.looking : home.nothingForYou)}</p>
      ) : (
        <ul className="dues">
          {shown.map((due) => (
            <li key={`${due.text.id} ${due.duty.type} ${due.duty.n} ${due.duty.proposal} ${due.duty.own}`}>
              <DueLine {...due} />
            </li>
          ))}
        </ul>
      )}
      {rest > 0 ? (
        <p>
          <Button onPress={() => setAll(true)}>{say(home.more, { count: rest })}</Button>
        </p>
      ) : null}
      {unread > 0 ? <p className="muted">{say(home.unread, { count: unread })}</p> : null}
    </section>
  )
}

function DueLine({ duty, text, negotiation }: Due) {
  const say = useSay()
  const { formatList } = useIntl()
  const { type, proposal, own, place, party, by, at } = duty
  const target = proposal === null ? place.replace(/\s+/g, '') : `proposal-${proposal}`
  // "OP4" speaks for itself; "44" and "(a)" do not, and a title has no label at all.
  const named = (paragraph: Message): string =>
    place === '' ? text.symbol : /^\p{L}/u.test(place) ? place : say(paragraph, { label: place })
  const to = (words: ReactNode) => (
    <Link href={`/n/${negotiation}/t/${text.id}${target === '' ? '' : `#${encodeURIComponent(target)}`}`}>
      {words}
    </Link>
  )
  return (
    <>
      <span className="due-words">
        <Say
          of={home[type]}
          facts={{
            to,
            proposal,
            count: by.length,
            own,
            place: <bdi>{named(home.paragraphInside)}</bdi>,
            start: <bdi>{named(home.paragraphAtStart)}</bdi>,
            party: <bdi className="code">{party}</bdi>,
            by: <bdi>{formatList(by, { type: 'conjunction' })}</bdi>,
          }}
        />
      </span>
      <span className="due-where muted">
        <bdi>{text.symbol}</bdi>
        {' · '}
        <Moment iso={at} />
      </span>
    </>
  )
}
