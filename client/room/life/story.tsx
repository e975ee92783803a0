import type { ReactNode } from 'react'
import type { Act } from '../../../schema/record/act.ts'
import { type Asker, meetingOf } from '../../../schema/record/asker.ts'
import type { Life } from '../../../schema/record/life.ts'
import type { State } from '../../../schema/record/state.ts'
import { paragraphAt } from '../../../schema/record/touches.ts'
import { Button } from '../../controls/button.tsx'
import { Moment } from '../../controls/moment.tsx'
import { room } from '../../lang/en/room.ts'
import { life as words } from '../../lang/en/standing.ts'
import { type Sayer, useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { useLabelOf } from '../wording/labels.ts'
import { NamesAreHidden } from '../cards/nameless.tsx'
import { shortened } from '../wording/sentence.tsx'
import { useAddress } from '../moving/use-address.ts'
import { eventWords } from './event-words.ts'
import { useLife } from './use-life.ts'

/** What became of a word, who first asked for it, and then all that befell it, by date. */
export function LifeStory({ life, state }: { readonly life: Life; readonly state: State }) {
  const say = useSay()
  const { goToParagraph, goToProposal, named, live } = useRoom()
  const { open } = useLife()
  const labelOf = useLabelOf()
  const { word, fate, first, replaced, issued, events, entered } = life
  const paragraph = paragraphAt(state, { source: word.source, at: word.from })
  const shown = fate.type === 'proposed' ? fate.proposal : null
  const struck = replaced.filter(({ text }) => text.trim() !== '')
  return (
    <>
      {!named && <NamesAreHidden />}
      <div className="life-part">
        <p className="life-fate">
          {paragraph !== null && (
            <>
              <bdi>{labelOf(paragraph)}</bdi> ·{' '}
            </>
          )}
          {fateWords(life, entered, say)}
        </p>
        {paragraph !== null && (
          <Button
            tone="quiet"
            onPress={() => (shown === null ? goToParagraph(paragraph) : goToProposal(shown))}
          >
            {say(words.show)}
          </Button>
        )}
        <dl className="life-facts">
          <Fact name={say(words.firstAsked)}>
            <AskerWords asker={first} />
          </Fact>
          {struck.length > 0 && (
            <Fact name={say(words.inPlaceOf)}>
              {struck.map(({ source, from, text }) => (
                <button
                  key={`${source}:${from}`}
                  type="button"
                  className="word-link"
                  dir="auto"
                  onClick={() => open({ source, at: from + Math.max(0, text.search(/\S/)) })}
                >
                  <q>{shortened(text.trim(), 120)}</q>
                </button>
              ))}
            </Fact>
          )}
          <Fact name={say(words.issuedIn)}>
            {issued.length > 0 ? <bdi>{issued.join(', ')}</bdi> : say(words.notIssued)}
          </Fact>
        </dl>
      </div>
      <div className="life-part">
        <h3>{say(words.story)}</h3>
        <ol className="life-events">
          {events.map((event, i) => (
            <li key={`${event.n}:${event.type}:${i}`} className={`life-${event.type}`}>
              <span className="muted">
                <Moment iso={event.at} /> · <ActLink n={event.n} />
              </span>
              <span dir="auto">{eventWords(event, state, named, say, labelOf)}</span>
              <Circumstances act={live.acts[event.n - 1]!} state={state} asked={event.type === 'asked'} />
            </li>
          ))}
        </ol>
      </div>
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** "EU, 12 May 2026, 14:03 UTC, act 31". */
function AskerWords({ asker: { proposal, party, at, n } }: { readonly asker: Asker }) {
  const say = useSay()
  const { named } = useRoom()
  const asker = named ? (party ?? say(words.nobody)) : say(room.proposal, { n: proposal ?? 0 })
  const who = proposal === null ? say(words.opened) : asker
  return (
    <>
      <bdi className="who">{who}</bdi> · <Moment iso={at} /> · <ActLink n={n} />
    </>
  )
}

/** How an act came and in which meeting; where names are shown also who spoke, and who entered what is asked for. */
function Circumstances({
  act,
  state,
  asked,
}: {
  readonly act: Act
  readonly state: State
  readonly asked: boolean
}) {
  const say = useSay()
  const { named } = useRoom()
  const ways = { typed: null, floor: room.floor, letter: room.letter, imported: words.imported } as const
  const way = ways[act.channel]
  const meeting = meetingOf(state, act)
  const parts = [
    ...(named && act.onBehalfOf !== null && act.for !== null ? [say(words.spokenBy, { who: act.for })] : []),
    ...(named && asked ? [say(words.byPerson, { name: act.by.name })] : []),
    ...(way ? [say(way)] : []),
    ...(meeting === null ? [] : [say(words.inMeeting, { meeting })]),
  ]
  return parts.length === 0 ? null : (
    <span className="muted" dir="auto">
      {parts.join(' · ')}
    </span>
  )
}

/** An act by its number; pressed, it shows the text as it was then. */
function ActLink({ n }: { readonly n: number }) {
  const say = useSay()
  const [address, change] = useAddress()
  return (
    <button
      type="button"
      className="word-link"
      title={say(words.actHint, { n })}
      onClick={() => change({ ...address, at: n })}
    >
      {say(words.act, { n })}
    </button>
  )
}

function fateWords({ fate }: Life, entered: number | null, say: Sayer): string {
  switch (fate.type) {
    case 'standing':
      return entered === null || entered === 1
        ? say(words.standing)
        : say(words.standingSince, { n: entered })
    case 'proposed':
      return say(words.proposed, { n: fate.proposal })
    case 'parked':
      return say(words.parked, { n: fate.proposal })
    case 'dropped':
      return say(words[`fate_${fate.drop.how}`], { n: fate.drop.proposal })
  }
}
