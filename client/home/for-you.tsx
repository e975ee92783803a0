import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { Link } from 'wouter'
import { isRefusal } from '../../schema/refusal.ts'
import { newKey, postAct } from '../api/acts.ts'
import type { TextRow } from '../api/answers.ts'
import { Button } from '../controls/button.tsx'
import { Moment } from '../controls/moment.tsx'
import { giveReceipt } from '../controls/receipts.tsx'
import { stanceNames } from '../lang/en/common.ts'
import { home } from '../lang/en/home.ts'
import { standing } from '../lang/en/standing.ts'
import type { Message } from '../lang/area.ts'
import { Say, useSay } from '../lang/say.tsx'
import { clockUtc } from '../record/time.ts'
import { RewordedWords } from '../room/standing/reworded-words.tsx'
import type { Duty } from './duties.ts'

/** A duty and the text it is in. */
export interface Due {
  readonly duty: Duty
  readonly text: TextRow
  readonly negotiation: string
  /** The reader's own delegation there; what awaits a group is answered on its behalf. */
  readonly delegation: string | null
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

function DueLine(due: Due) {
  const { duty, text, negotiation } = due
  const say = useSay()
  const { formatList } = useIntl()
  const [compared, setCompared] = useState(false)
  const { proposal, own, place, party, by, at } = duty
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
          of={home[messageOf(duty)]}
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
      {duty.renewal?.stance && (
        <span className="due-acts">
          {duty.changed && (
            <Button tone="quiet" aria-expanded={compared} onPress={() => setCompared(!compared)}>
              {say(compared ? standing.hideChange : standing.seeChange)}
            </Button>
          )}
          <Renew {...due} />
        </span>
      )}
      <span className="due-where muted">
        <bdi>{text.symbol}</bdi>
        {' · '}
        <Moment iso={at} />
      </span>
      {compared && duty.changed && <RewordedWords of={duty.changed} />}
    </>
  )
}

function messageOf({ type, proposal }: Duty): Duty['type'] | 'metParagraph' | 'metOwnParagraph' {
  if (proposal !== null) return type
  return type === 'met' ? 'metParagraph' : type === 'metOwn' ? 'metOwnParagraph' : type
}

/** Renews a position on the present wording in one press, where that is what awaits the reader. */
function Renew({ duty: { renewal, party, proposal }, text, delegation }: Due) {
  const say = useSay()
  const queries = useQueryClient()
  const [pending, setPending] = useState(false)
  if (!renewal?.stance || party === null) return null
  const facts = {
    party,
    proposal: proposal ?? '',
    stance: say(stanceNames[renewal.stance]).toLocaleLowerCase(),
  }
  const renew = async () => {
    setPending(true)
    const behalf = party === delegation ? {} : { onBehalfOf: party }
    const answer = await postAct(text.id, { key: newKey(), channel: 'typed', deed: renewal, ...behalf })
    setPending(false)
    giveReceipt(
      isRefusal(answer) ? answer : say(home.renewed, { party, at: clockUtc(answer.at), n: answer.n }),
    )
    await queries.invalidateQueries({ queryKey: ['duties', text.id] })
  }
  const hint = say(home.renewHint, facts)
  return (
    <span title={hint}>
      <Button
        isPending={pending}
        aria-label={`${say(home.renew, facts)}. ${hint}`}
        onPress={() => void renew()}
      >
        {say(home.renew, facts)}
      </Button>
    </span>
  )
}
