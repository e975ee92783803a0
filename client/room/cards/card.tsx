import { type RefObject, useDeferredValue, useEffect, useLayoutEffect, useRef } from 'react'
import type { Proposal } from '../../../schema/proposal/proposal.ts'
import type { ParagraphView } from '../../../schema/view/passage.ts'
import { Button } from '../../controls/button.tsx'
import { StatusMark } from '../../controls/status.tsx'
import { Codes } from '../../controls/codes.tsx'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { useLabelOf } from '../wording/labels.ts'
import { unshownByParagraph } from '../place.ts'
import { NamelessEntry, NamelessTally, NamesAreHidden } from './nameless.tsx'
import { ProposalEntry } from './proposal.tsx'
import { DroppedWords } from '../life/dropped.tsx'
import { ProposeButton } from './propose.tsx'
import { HeldOpen } from '../standing/held-open.tsx'
import { Stances } from './stance.tsx'
import { Tally } from './tally.tsx'

/** The open card of a paragraph: its proposals with all that can be done, and its status. */
export function OpenCard({
  paragraph,
  proposal,
  focus,
  onClose,
}: {
  readonly paragraph: ParagraphView
  /** The proposal whose story is shown, and which is brought into sight. */
  readonly proposal: number | null
  /** True when the card was opened by somebody who now wants to be in it. */
  readonly focus: boolean
  readonly onClose: () => void
}) {
  const say = useSay()
  const { state, speaker, me, open, named } = useRoom()
  const element = useRef<HTMLElement>(null)
  const label = useLabelOf()(paragraph.id)
  // A wording shown as a paragraph of its own belongs to the one it would replace.
  const id = paragraph.alternativeTo ?? paragraph.id
  const openOnes = paragraph.proposals.flatMap((one) => state.proposals.get(one) ?? [])
  const unshown = unshownByParagraph(state).get(id) ?? []
  const spent = unshown.filter(({ status }) => status === 'open')
  const decided = unshown.filter(({ status }) => status !== 'open')
  useEffect(() => {
    const card = element.current
    if (!card) return
    const target =
      proposal === null ? card : (card.querySelector<HTMLElement>(`#proposal-${proposal}`) ?? card)
    if (focus) target.focus({ preventScroll: true })
    const head = card.firstElementChild?.clientHeight ?? 0
    if (target !== card) card.scrollTo({ top: target.offsetTop - head })
  }, [proposal, focus])
  useFitting(element)
  const taken = (state.positions.get(id) ?? []).findLast(({ party }) => party === speaker) ?? null
  return (
    <section
      ref={element}
      className="card-open"
      tabIndex={-1}
      aria-label={say(words.cardTitle, { label, count: openOnes.length })}
    >
      <header className="card-head">
        <span className="card-title">
          <bdi>{label}</bdi> · {say(words.cardOpen, { count: openOnes.length })}
        </span>
        <Button tone="quiet" onPress={onClose} aria-label={say(words.cardClose)}>
          <span aria-hidden="true">×</span>
        </Button>
      </header>
      <div className="card-status">
        <ProposeButton paragraph={id} label={label} />
        {me.role === 'facilitator' && (
          <Button onPress={() => open({ type: 'status', paragraph: id })}>{say(words.status)}…</Button>
        )}
        <StatusMark status={paragraph.status} />
        {paragraph.pending.length > 0 && (
          <span>
            {named ? (
              <>
                {say(words.statusPending)}: <Codes codes={paragraph.pending} most={6} />
              </>
            ) : (
              say(words.cardPendingMany, { count: paragraph.pending.length })
            )}
          </span>
        )}
      </div>
      {named ? <HeldOpen paragraph={id} proposals={openOnes.map((one) => one.id)} /> : <NamesAreHidden />}
      {speaker !== null && openOnes.length > 0 && (
        <p className="publishes">{say(words.positionPublishes, { who: speaker })}</p>
      )}
      {openOnes.length === 0 && <p className="muted card-note">{say(words.cardEmpty)}</p>}
      <Entries proposals={openOnes} paragraph={id} unfolded={proposal} atOnce={entriesInSight} />
      {(speaker !== null || state.positions.has(id)) && (
        <details className="card-fold">
          <summary>{say(words.paragraphPositions, { label })}</summary>
          {named ? <Tally on={{ paragraph: id }} /> : <NamelessTally on={{ paragraph: id }} />}
          <Stances on={{ paragraph: id }} taken={taken} label={label} />
        </details>
      )}
      {spent.length > 0 && (
        <details className="card-fold" open={isIn(spent, proposal)}>
          <summary>{say(words.spent, { count: spent.length })}</summary>
          <Entries proposals={spent} paragraph={id} unfolded={proposal} />
        </details>
      )}
      {decided.length > 0 && (
        <details className="card-fold" open={isIn(decided, proposal)}>
          <summary>{say(words.decided, { count: decided.length })}</summary>
          <Entries proposals={decided} paragraph={id} unfolded={proposal} />
        </details>
      )}
      <DroppedWords paragraph={id} />
    </section>
  )
}

const isIn = (proposals: readonly Proposal[], id: number | null): boolean =>
  proposals.some((one) => one.id === id)

/** As many proposals of a card as can be in sight are drawn with it; the others follow while those are read. */
const entriesInSight = 6

function Entries({
  proposals,
  paragraph,
  unfolded,
  atOnce = 0,
}: {
  readonly proposals: readonly Proposal[]
  readonly paragraph: string
  /** The proposal whose story is shown from the start. */
  readonly unfolded: number | null
  /** So many are drawn with the card, and all up to the one that is unfolded. */
  readonly atOnce?: number
}) {
  const { named } = useRoom()
  const wanted = proposals.findIndex(({ id }) => id === unfolded) + 1
  const drawn = useDeferredValue(proposals.length, Math.max(atOnce, wanted))
  const place = (i: number) => ({ position: i + 1, total: proposals.length })
  return proposals
    .slice(0, Math.max(drawn, wanted))
    .map((one, i) =>
      named ? (
        <ProposalEntry
          key={one.id}
          proposal={one}
          paragraph={paragraph}
          {...place(i)}
          unfolded={one.id === unfolded}
        />
      ) : (
        <NamelessEntry key={one.id} proposal={one} {...place(i)} />
      ),
    )
}

/**
 * Moves a card that would reach below the window up as far as it has to. The text stays where it is: words
 * that jump away from under the pointer are hard to find again.
 */
function useFitting(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const card = element.current
    if (!card) return
    const fit = () => {
      card.style.removeProperty('inset-block-start')
      if (getComputedStyle(card).position !== 'absolute') return
      const { top, bottom } = card.getBoundingClientRect()
      const bar = document.querySelector('.room-top')?.getBoundingClientRect().bottom ?? 0
      const over = Math.min(bottom - window.innerHeight + marginPx, top - bar - marginPx)
      if (over > 0) card.style.setProperty('inset-block-start', `${-over}px`)
    }
    fit()
    // A sheet at the bottom would hide the paragraph it speaks of.
    if (getComputedStyle(card).position === 'fixed')
      card.closest('.paragraph')?.scrollIntoView({ block: 'start' })
    const observer = new ResizeObserver(fit)
    observer.observe(card)
    return () => observer.disconnect()
  }, [element])
}

/** Distance kept from the edges of the window. */
const marginPx = 8
