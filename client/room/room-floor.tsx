import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { mayPropose, servesChair } from '../../schema/record/rights.ts'
import type { State } from '../../schema/record/state.ts'
import { countShown } from '../../schema/view/only.ts'
import type { TextHead } from '../api/answers.ts'
import { ExportDialog } from '../exporting/dialog.tsx'
import { room as words } from '../lang/en/room.ts'
import { useSay } from '../lang/say.tsx'
import { foldsAny } from '../reading/folding.ts'
import { HeatStrip } from '../reading/heat.tsx'
import type { Live, LiveRecord } from '../record/live.ts'
import { lensOf } from './moving/address.ts'
import { Announcer } from './posting/announce.tsx'
import { AskAtWords } from './asking/at-words.tsx'
import { GatheredNotice } from './asking/gathered.tsx'
import { MetNotices } from './asking/met.tsx'
import { AskMenu } from './asking/menu.tsx'
import { nameOfParagraph } from './asking/naming.ts'
import { useAsking } from './asking/use-asking.ts'
import { Bar } from './bar/bar.tsx'
import { OpenCard } from './cards/card.tsx'
import { type Room, RoomContext, type RoomDialog } from './context.ts'
import { RoomDialogs } from './dialogs/dialogs.tsx'
import { filtered, isFiltered } from './bar/filter.ts'
import { NothingShown } from './bar/filters.tsx'
import { moveRegion, press, useKeys } from './moving/keys.ts'
import { LifePanel } from './life/panel.tsx'
import { printSpot, spotHere } from './life/spot.ts'
import { bracketAt } from './rows/listen.ts'
import { NamesPanel, type NamesAt } from './rows/names-panel.tsx'
import { PrintHead } from './rows/print-head.tsx'
import { Rows } from './rows/rows.tsx'
import { asItIs, useRoomValue } from './use-room-value.ts'
import { useAddress } from './moving/use-address.ts'
import { usePlace } from './moving/use-place.ts'
import { useQueue } from './posting/use-queue.ts'
import { useReading } from './rows/use-reading.ts'
import { proposalsIn, useNeighbours, usePrinter, useStateAt, useTextView } from './rows/use-text-view.ts'
import { PastBanner } from './bar/views.tsx'
import { Waiting } from './posting/waiting.tsx'

const Desk = lazy(() => import('./desk/desk.tsx'))
const WhereItStands = lazy(() => import('./standing/where-it-stands.tsx'))
const noOverlays: readonly never[] = []

/** The room once the text is there: bar, text, cards, dialogs, or the delegation's draft. */
export function RoomFloor({
  negotiationId,
  record,
  live,
}: {
  readonly negotiationId: string
  readonly record: LiveRecord
  readonly live: Live & { readonly state: State; readonly head: TextHead }
}) {
  const say = useSay()
  const { state } = live
  const { me, id: text } = live.head
  const [asked, change] = useAddress()
  // An act that is not on the record yet is none to read the text as of.
  const isFuture = asked.at !== null && asked.at > state.n
  const address = useMemo(() => (isFuture ? { ...asked, at: null } : asked), [asked, isFuture])
  const [dialog, setDialog] = useState<RoomDialog | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const lens = lensOf(address, me.delegation)
  const shownState = useStateAt(state, live.acts, address.at)
  const view = useTextView(shownState, lens, address.at === null ? live.overlays : noOverlays)
  // The words of another view are drawn before the strip over them.
  const inStrip = useDeferredValue(view.paragraphs)
  const neighbours = useNeighbours(view.paragraphs)
  const paragraphs = useMemo(
    () => filtered(view.paragraphs, shownState, address),
    [view.paragraphs, shownState, address],
  )
  const [place, moves] = usePlace(list, view.paragraphs, state)
  const queue = useQueue(record, live, me.person, text)
  const mayDraft = mayPropose(me.role)
  const runs = servesChair(me.role)

  const nameOf = useMemo(() => nameOfParagraph(neighbours.labelOf, say), [neighbours, say])
  const asking = useAsking(list, view.paragraphs, nameOf, mayDraft && !address.drafting)
  // What is asked for is asked of a paragraph: the reader is there, and the address says so.
  const askedOf = asking.menu?.subject.row ?? null
  useEffect(() => {
    if (askedOf !== null && askedOf !== place.paragraph) moves.choose(askedOf, false)
  }, [askedOf, place.paragraph, moves])
  const [room, start, setStart] = useRoomValue({
    negotiation: negotiationId,
    record,
    live,
    paragraphs: view.paragraphs,
    address,
    change,
    moves,
    askAt: asking.askAt,
    open: setDialog,
  })
  const reading = useReading(text, address, change, list)
  const [names, setNames] = useState<NamesAt | null>(null)
  // The life of a word stands where the cards do: who asks for a card is shown it.
  const telling = address.life !== null
  const leaveLife = useCallback(() => {
    if (telling) change({ life: null })
  }, [telling, change])
  const printOf = usePrinter(view)
  const events = useMemo(
    () => ({
      onChoose: (...at: Parameters<typeof moves.choose>) => {
        leaveLife()
        moves.choose(...at)
      },
      onProposal: (...at: Parameters<typeof moves.chooseProposal>) => {
        leaveLife()
        moves.chooseProposal(...at)
      },
      onFold: reading.fold,
      onNames: (chip: HTMLElement | null) => setNames(chip && { chip, byKey: false }),
      printOf,
    }),
    [moves, reading.fold, printOf, leaveLife],
  )
  const active = paragraphs.find(({ id }) => id === place.paragraph)
  // Another wording of a paragraph is a row of its own, and in the draft the paragraph itself.
  const here = view.paragraphs.find(({ id }) => id === place.paragraph)
  const written = here?.alternativeTo ?? place.paragraph
  // Beside the text as of an earlier act, a card says who stood where by then.
  const then = useMemo<Room>(
    () =>
      address.at === null
        ? room
        : { ...room, state: shownState, live: { ...live, acts: live.acts.slice(0, shownState.n) } },
    [address.at, room, shownState, live],
  )
  const card = useMemo(
    () =>
      active && place.open ? (
        <RoomContext value={then}>
          <OpenCard paragraph={active} proposal={place.proposal} focus={place.focus} onClose={moves.back} />
        </RoomContext>
      ) : null,
    [then, active, place.open, place.proposal, place.focus, moves],
  )

  const tellLife = () => {
    const spot = list.current && spotHere(list.current, view.paragraphs)
    change({ life: spot ? printSpot(spot) : '' })
  }

  useKeys(
    {
      paragraph: moves.step,
      bracket: moves.bracket,
      card: () => {
        leaveLife()
        moves.openCard()
      },
      back: moves.back,
      propose: () => {
        if (mayDraft) room.propose(place.paragraph)
      },
      stance: (stance) => {
        const proposal = place.proposal ?? active?.proposals[0]
        if (proposal !== undefined && room.speaker !== null) setDialog({ type: 'stance', proposal, stance })
      },
      fold: reading.foldHere,
      names: reading.nextNames,
      who: () => {
        const chip = list.current && bracketAt(list.current)?.querySelector<HTMLElement>('.chip')
        if (chip) setNames({ chip, byKey: true })
      },
      ask: () => {
        const at = place.paragraph ?? asking.selected?.words.rows[0]
        const row = at ? list.current?.querySelector(`[data-paragraph="${CSS.escape(at)}"]`) : null
        if (mayDraft && row)
          asking.askAt(asking.selected ? null : (at ?? null), row.querySelector('.paragraph-label') ?? row)
      },
      life: tellLife,
      stands: () => change({ stands: address.stands === null ? 'brackets' : null }),
      view: () => press('view'),
      filter: () => press('filter'),
      goTo: () => setDialog({ type: 'goto' }),
      floor: () => {
        if (runs) setDialog({ type: 'floor' })
      },
      help: () => setDialog({ type: 'help' }),
      region: moveRegion,
    },
    !address.drafting,
  )

  const drafting = address.drafting && mayDraft
  const reads = !drafting && address.stands === null
  return (
    <>
      <RoomContext value={room}>
        {drafting ? (
          <Suspense fallback={<p className="loading">{say(words.loading)}</p>}>
            <Desk
              at={written}
              amend={start.amend}
              revise={start.revise}
              neighbours={neighbours}
              queue={queue}
              onClose={() => {
                setStart(asItIs)
                change({ drafting: false })
                if (place.paragraph !== null) moves.toParagraph(place.paragraph)
              }}
            />
          </Suspense>
        ) : (
          <>
            <div className="room-top">
              <Bar
                address={address}
                shown={paragraphs.length}
                all={view.paragraphs.length}
                proposals={{ shown: proposalsIn(view.paragraphs), all: countShown(shownState) }}
                onChange={change}
                onFold={reading.foldBelow}
                onLife={tellLife}
              />
              <HeatStrip
                paragraphs={inStrip}
                labelOf={neighbours.labelOf}
                active={place.paragraph}
                onGo={room.goToParagraph}
              />
            </div>
            {address.at !== null && <PastBanner at={address.at} onChange={change} />}
            <Waiting queue={queue} />
            {address.at === null && <GatheredNotice />}
            {address.at === null && room.named && <MetNotices />}
            {address.stands !== null && (
              <Suspense fallback={<p className="loading">{say(words.loading)}</p>}>
                <WhereItStands state={shownState} address={address} onChange={change} />
              </Suspense>
            )}
            {reads && paragraphs.length === 0 && <NothingShown address={address} onChange={change} />}
            {reads && (
              <PrintHead
                state={shownState}
                address={address}
                shown={paragraphs.length}
                all={view.paragraphs.length}
              />
            )}
          </>
        )}
      </RoomContext>
      {/* Apart from the room's context: a change of it would have a thousand rows searched for who reads it. */}
      {reads && (
        <Rows
          root={list}
          paragraphs={paragraphs}
          neighbours={neighbours}
          state={shownState}
          language={state.language}
          active={place.paragraph}
          card={card}
          cards={lens.type !== 'clean' && lens.type !== 'preferred' && lens.type !== 'asIf'}
          numbered={!isFiltered(address) && !foldsAny(reading.folding)}
          names={address.names}
          folding={reading.folding}
          lens={JSON.stringify(lens)}
          telling={telling}
          events={events}
        />
      )}
      <RoomContext value={room}>
        {!drafting && (
          <>
            {address.life !== null && <LifePanel at={address.life} state={shownState} />}
            <NamesPanel
              at={names}
              onOnly={(only) => {
                setNames(null)
                change({ only, view: 'all' })
              }}
              onClose={() => setNames(null)}
            />
          </>
        )}
        {asking.selected && !asking.menu && !dialog && !telling && (
          <AskAtWords selected={asking.selected} onAsk={asking.askAt} />
        )}
        {asking.menu && <AskMenu menu={asking.menu} onClose={asking.close} />}
        <RoomDialogs
          dialog={dialog}
          paragraphs={view.paragraphs}
          exporting={
            <ExportDialog
              text={text}
              state={state}
              person={me.person}
              names={address.names}
              at={address.at}
              onClose={() => setDialog(null)}
            />
          }
          onGo={room.goToParagraph}
          onClose={() => {
            // What was asked for has been drawn in its place: a selection left over would lie on other words.
            if (dialog?.type === 'ask') getSelection()?.removeAllRanges()
            setDialog(null)
          }}
        />
        <Announcer live={live} here={active?.proposals.length ?? 0} label={active?.label ?? ''} />
      </RoomContext>
    </>
  )
}
