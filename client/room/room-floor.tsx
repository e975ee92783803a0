import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { ExportDialog } from '../exporting/dialog.tsx'
import { room as words } from '../lang/en/room.ts'
import { useSay } from '../lang/say.tsx'
import { HeatStrip } from '../reading/heat.tsx'
import type { Live, LiveRecord } from '../record/live.ts'
import type { TextHead } from '../api/answers.ts'
import type { State } from '../../schema/record/state.ts'
import { labelName, lensOf, parseTarget } from './address.ts'
import { Announcer } from './announce.tsx'
import { Bar } from './bar.tsx'
import { OpenCard } from './card.tsx'
import { ownVoice, type Room, RoomContext, type RoomDialog, type Voice } from './context.ts'
import { RoomDialogs } from './dialogs/dialogs.tsx'
import { filtered } from './filter.ts'
import { NothingShown } from './filters.tsx'
import { useKeys } from './keys.ts'
import { paragraphOf } from './place.ts'
import { Rows, type TextEvents } from './rows.tsx'
import { useActs } from './use-acts.ts'
import { pointAt, useAddress } from './use-address.ts'
import { useNeighbours, useStateAt, useTextView } from './use-text-view.ts'
import { PastBanner } from './views.tsx'
import { nextBracket, paragraphBeyond, showParagraph } from './walk.ts'

const Desk = lazy(() => import('./desk/desk.tsx'))

/** Where the reader is: a paragraph, its card, and in it a proposal. */
interface Place {
  readonly paragraph: string | null
  readonly open: boolean
  readonly proposal: number | null
  /** True when the focus is to go into the card. */
  readonly focus: boolean
}

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
  const { me } = live.head
  const [address, change] = useAddress()
  const [voice, setVoice] = useState<Voice>(ownVoice)
  const [dialog, setDialog] = useState<RoomDialog | null>(null)
  const [place, setPlace] = useState<Place>({ paragraph: null, open: false, proposal: null, focus: false })
  const [amend, setAmend] = useState<readonly number[]>([])
  const list = useRef<HTMLDivElement>(null)
  const lens = lensOf(address, me.delegation)
  const shownState = useStateAt(state, live.acts, address.at)
  const view = useTextView(shownState, lens)
  const neighbours = useNeighbours(view.paragraphs)
  const paragraphs = useMemo(
    () => filtered(view.paragraphs, shownState, address),
    [view.paragraphs, shownState, address],
  )
  const acts = useActs(record, state, me, voice, address.at !== null)

  const goTo = useCallback((paragraph: string, label: string) => {
    setPlace({ paragraph, open: false, proposal: null, focus: false })
    pointAt(labelName(label) || paragraph)
    requestAnimationFrame(() => list.current && showParagraph(list.current, paragraph, 'start'))
  }, [])
  const labelled = useRef(view.paragraphs)
  labelled.current = view.paragraphs
  const labelOf = useCallback((id: string) => labelled.current.find((one) => one.id === id)?.label ?? '', [])
  const goToParagraph = useCallback((id: string) => goTo(id, labelOf(id)), [goTo, labelOf])

  const latestState = useRef(state)
  latestState.current = state
  const goToProposal = useCallback((id: number) => {
    const proposal = latestState.current.proposals.get(id)
    const holder =
      labelled.current.find(({ proposals }) => proposals.includes(id))?.id ??
      (proposal ? paragraphOf(latestState.current, proposal) : null)
    if (holder === null) return
    setPlace({ paragraph: holder, open: true, proposal: id, focus: true })
    pointAt(`proposal-${id}`)
    requestAnimationFrame(() => list.current && showParagraph(list.current, holder, 'center'))
  }, [])

  // A link to a place is followed once the text is there, and whenever the part behind # changes.
  useEffect(() => {
    const follow = () => {
      const target = parseTarget(window.location.hash)
      if (target?.type === 'proposal') goToProposal(target.proposal)
      else if (target) {
        const found = labelled.current.find(
          ({ id, label }) => labelName(label) === labelName(target.label) || id === target.label || `p-${id}` === target.label,
        )
        if (found) goTo(found.id, found.label)
      }
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [goTo, goToProposal])

  const propose = useCallback<Room['propose']>(
    (paragraph, proposals = []) => {
      if (paragraph !== null) setPlace({ paragraph, open: false, proposal: null, focus: false })
      setAmend(proposals)
      change({ drafting: true, at: null })
    },
    [change],
  )
  const room = useMemo<Room>(
    () => ({
      text: live.head.id,
      negotiation: negotiationId,
      me,
      live,
      state,
      voice,
      setVoice,
      ...acts,
      open: setDialog,
      goToProposal,
      propose,
      suppose: (supposed) => change({ view: 'asif', supposed }),
    }),
    [live, negotiationId, me, state, voice, acts, goToProposal, propose, change],
  )

  const events = useMemo<TextEvents>(
    () => ({
      onChoose: (paragraph, open) => {
        setPlace((now) => ({
          paragraph,
          open,
          proposal: now.paragraph === paragraph ? now.proposal : null,
          focus: false,
        }))
        pointAt(labelName(labelOf(paragraph)) || paragraph)
      },
      onProposal: (paragraph, proposal) => {
        setPlace({ paragraph, open: true, proposal, focus: false })
        pointAt(`proposal-${proposal}`)
      },
    }),
    [labelOf],
  )
  const back = useCallback(() => {
    setPlace((now) => {
      if (now.open && now.paragraph !== null && list.current) showParagraph(list.current, now.paragraph)
      return { ...now, open: false, proposal: null }
    })
  }, [])
  const active = paragraphs.find(({ id }) => id === place.paragraph)
  const card = useMemo(
    () =>
      active && place.open ? (
        <OpenCard paragraph={active} proposal={place.proposal} focus={place.focus} onClose={back} />
      ) : null,
    [active, place.open, place.proposal, place.focus, back],
  )

  useKeys(
    {
      paragraph: (steps) => {
        const next = list.current && paragraphBeyond(list.current, place.paragraph, steps)
        if (next) {
          setPlace({ paragraph: next, open: false, proposal: null, focus: false })
          pointAt(labelName(labelOf(next)) || next)
          if (list.current) showParagraph(list.current, next)
        }
      },
      bracket: (forward) => {
        const found = list.current && nextBracket(list.current, place.paragraph, forward)
        if (found) setPlace({ paragraph: found, open: false, proposal: null, focus: false })
      },
      card: () => setPlace((now) => ({ ...now, open: now.paragraph !== null, focus: true })),
      back,
      propose: () => {
        if (me.role !== 'observer' && me.role !== 'stakeholder') propose(place.paragraph)
      },
      stance: (stance) => {
        const proposal = place.proposal ?? active?.proposals[0]
        if (proposal !== undefined && acts.speaker !== null) setDialog({ type: 'stance', proposal, stance })
      },
      view: () => press('view'),
      filter: () => press('filter'),
      goTo: () => setDialog({ type: 'goto' }),
      floor: () => {
        if (me.role === 'facilitator' || me.role === 'secretariat') setDialog({ type: 'floor' })
      },
      help: () => setDialog({ type: 'help' }),
      region: (forward) => moveRegion(forward),
    },
    !address.drafting,
  )

  return (
    <RoomContext value={room}>
      {address.drafting ? (
        <Suspense fallback={<p className="loading">{say(words.loading)}</p>}>
          <Desk
            record={record}
            at={place.paragraph}
            amend={amend}
            onClose={() => {
              setAmend([])
              change({ drafting: false })
            }}
          />
        </Suspense>
      ) : (
        <>
          <div className="room-top">
            <Bar address={address} shown={paragraphs.length} all={view.paragraphs.length} onChange={change} />
            <HeatStrip paragraphs={view.paragraphs} active={place.paragraph} onGo={goToParagraph} />
          </div>
          {address.at !== null && <PastBanner at={address.at} onChange={change} />}
          {paragraphs.length === 0 && <NothingShown address={address} onChange={change} />}
          <Rows
            root={list}
            paragraphs={paragraphs}
            neighbours={neighbours}
            state={shownState}
            language={state.language}
            active={place.paragraph}
            card={card}
            cards={lens.type !== 'clean' && lens.type !== 'preferred' && lens.type !== 'asIf'}
            events={events}
          />
        </>
      )}
      <RoomDialogs
        dialog={dialog}
        paragraphs={view.paragraphs}
        exporting={<ExportDialog text={live.head.id} onClose={() => setDialog(null)} />}
        onGo={goToParagraph}
        onClose={() => setDialog(null)}
      />
      <Announcer live={live} here={active?.proposals.length ?? 0} label={active?.label ?? ''} />
    </RoomContext>
  )
}

/** Opens the menu that a key is for. */
function press(key: string): void {
  document.querySelector<HTMLElement>(`[data-key="${key}"]`)?.closest('button')?.click()
}

/** Moves the focus from the text to its card, to the tools, and round again. */
function moveRegion(forward: boolean): void {
  const regions = [
    document.querySelector<HTMLElement>('.paragraph.active') ?? document.querySelector<HTMLElement>('.paragraph'),
    document.querySelector<HTMLElement>('.card-open') ?? document.querySelector<HTMLElement>('.active .digest-head'),
    document.querySelector<HTMLElement>('.bar button'),
  ].flatMap((region) => region ?? [])
  const focused = document.activeElement
  const at = focused?.closest('.bar')
    ? 2
    : focused?.closest('.card-place')
      ? 1
      : 0
  regions[(at + (forward ? 1 : regions.length - 1)) % regions.length]?.focus()
}
