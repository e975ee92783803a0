import { useMemo, useState } from 'react'
import { restsOn } from '../../schema/proposal/standing.ts'
import type { State } from '../../schema/record/state.ts'
import type { ParagraphView } from '../../schema/view/passage.ts'
import type { TextHead } from '../api/answers.ts'
import type { Live, LiveRecord } from '../record/live.ts'
import { useGathered } from './asking/use-gathered.ts'
import { ownVoice, type Room, type RoomDialog, type Voice } from './context.ts'
import type { Address } from './moving/address.ts'
import type { Moves } from './moving/use-place.ts'
import { useActs } from './posting/use-acts.ts'

/** With what the draft is opened: proposals of others in it to be amended, and an own one to be revised. */
interface DeskStart {
  readonly amend: readonly number[]
  readonly revise: number | null
}

/** A draft opened as it is. */
export const asItIs: DeskStart = { amend: [], revise: null }

/** Puts together what every part of the room works with, and with what the draft was last opened. */
export function useRoomValue({
  negotiation,
  record,
  live,
  paragraphs,
  address,
  change,
  moves,
  askAt,
  open,
}: {
  readonly negotiation: string
  readonly record: LiveRecord
  readonly live: Live & { readonly state: State; readonly head: TextHead }
  readonly paragraphs: readonly ParagraphView[]
  readonly address: Address
  readonly change: (part: Partial<Address>) => void
  readonly moves: Moves
  readonly askAt: Room['askAt']
  readonly open: (dialog: RoomDialog) => void
}): readonly [room: Room, start: DeskStart, setStart: (start: DeskStart) => void] {
  const { state } = live
  const { me, id: text } = live.head
  const [voice, setVoice] = useState<Voice>(ownVoice)
  const [start, setStart] = useState(asItIs)
  const acts = useActs(record, state, me, voice, address.at !== null)
  const gathered = useGathered(me.person, text)
  const named = address.names !== 'hidden'
  const room = useMemo<Room>(() => {
    const draft = (paragraph: string | null, opened: DeskStart) => {
      if (paragraph !== null) moves.choose(paragraph, false)
      setStart(opened)
      change({ drafting: true, at: null })
    }
    return {
      text,
      negotiation,
      me,
      live,
      state,
      voice,
      setVoice,
      ...acts,
      open,
      gathered,
      paragraphs,
      askAt,
      goToProposal: (proposal, at) => {
        change({ drafting: false, stands: null })
        if (at === undefined) return moves.toProposal(proposal)
        moves.toParagraph(at)
        moves.chooseProposal(at, proposal)
      },
      goToParagraph: (paragraph) => {
        change({ drafting: false, stands: null })
        moves.toParagraph(paragraph)
      },
      propose: (paragraph, amend = []) => draft(paragraph, { amend, revise: null }),
      revise: (paragraph, proposal) => {
        const host = restsOn(state, proposal)
        draft(paragraph, { amend: host === null ? [] : [host], revise: proposal })
      },
      named,
      showNames: () => change({ names: 'shown' }),
      suppose: (supposed) => change({ view: 'asif', supposed }),
    }
  }, [
    text,
    negotiation,
    me,
    live,
    state,
    voice,
    acts,
    open,
    gathered,
    paragraphs,
    askAt,
    change,
    moves,
    named,
  ])
  return [room, start, setStart]
}
