import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { homeOf } from '../../../schema/record/spent.ts'
import type { State } from '../../../schema/record/state.ts'
import { citations } from '../../../schema/text/label.ts'
import type { ParagraphView } from '../../../schema/view/passage.ts'
import { labelName, parseTarget } from './address.ts'
import { pointAt } from './use-address.ts'
import { enterParagraph, isDrawn, nextBracket, paragraphBeyond, showParagraph } from './walk.ts'

/** Where the reader is: a paragraph, its card, and in it a proposal. */
export interface Place {
  readonly paragraph: string | null
  readonly open: boolean
  readonly proposal: number | null
  /** True when the focus is to go into the card. */
  readonly focus: boolean
}

/** The ways from one place to another. Every one keeps the address pointing at where the reader is. */
export interface Moves {
  /** Goes to a paragraph from afar, and brings it to the top. Back leads back, but for where an address led. */
  readonly toParagraph: (paragraph: string, byAddress?: boolean) => void
  /** Goes to a proposal from afar, its card open at it. Back leads back, but for where an address led. */
  readonly toProposal: (proposal: number, byAddress?: boolean) => void
  /** Chooses what is in sight already: the page does not move. */
  readonly choose: (paragraph: string, open: boolean) => void
  readonly chooseProposal: (paragraph: string, proposal: number) => void
  readonly step: (steps: number) => void
  readonly bracket: (forward: boolean) => void
  readonly openCard: () => void
  /** Closes the card; the focus goes back to its paragraph. */
  readonly back: () => void
}

/** Frames for which a row that is gone to is waited for: a few seconds, also where the first drawing is slow. */
const mostFrames = 300

const nowhere: Place = { paragraph: null, open: false, proposal: null, focus: false }

/** Keeps the reader's place in a list of paragraphs, and follows links to places. */
export function usePlace(
  list: RefObject<HTMLElement | null>,
  paragraphs: readonly ParagraphView[],
  state: State,
): readonly [Place, Moves] {
  const [place, setPlace] = useState<Place>(nowhere)
  // Moves keep their identity, so that rows are not drawn again for them; they read the newest from here.
  const latest = useRef({ paragraphs, state, place })
  useEffect(() => {
    latest.current = { paragraphs, state, place }
  })
  const moves = useMemo<Moves>(() => {
    const put = (paragraph: string, part: Partial<Place> = {}, afar = false) => {
      setPlace({ ...nowhere, paragraph, ...part })
      pointAt(
        part.proposal ? `proposal-${part.proposal}` : placeName(latest.current.paragraphs, paragraph),
        afar,
      )
    }
    // A row far down a long text may be drawn some frames after it was gone to; who has gone on by then is not brought back.
    let going = 0
    const onceDrawn = (paragraph: string, act: (root: HTMLElement) => void) => {
      const mine = ++going
      const look = (left: number) =>
        requestAnimationFrame(() => {
          if (mine !== going) return
          if (list.current && isDrawn(list.current, paragraph)) act(list.current)
          else if (left > 0) look(left - 1)
        })
      look(mostFrames)
    }
    return {
      toParagraph: (paragraph, byAddress = false) => {
        put(paragraph, {}, !byAddress)
        onceDrawn(paragraph, (root) => enterParagraph(root, paragraph, 'start'))
      },
      toProposal: (id, byAddress = false) => {
        const holder = holderOf(latest.current, id)
        if (holder === null) return
        put(holder, { open: true, proposal: id, focus: true }, !byAddress)
        onceDrawn(holder, (root) => showParagraph(root, holder, 'center'))
      },
      choose: (paragraph, open) => put(paragraph, { open }),
      chooseProposal: (paragraph, proposal) => put(paragraph, { open: true, proposal }),
      step: (steps) => {
        const root = list.current
        const next = root && paragraphBeyond(root, latest.current.place.paragraph, steps)
        if (!root || !next) return
        put(next)
        enterParagraph(root, next)
      },
      bracket: (forward) => {
        const found = list.current && nextBracket(list.current, latest.current.place.paragraph, forward)
        if (found) put(found)
      },
      openCard: () => setPlace((now) => ({ ...now, open: now.paragraph !== null, focus: true })),
      back: () => {
        const { paragraph, open } = latest.current.place
        if (open && paragraph !== null && list.current) enterParagraph(list.current, paragraph)
        setPlace((now) => ({ ...now, open: false, proposal: null, focus: false }))
      },
    }
  }, [list])
  useEffect(() => {
    const follow = () => {
      const target = parseTarget(window.location.hash)
      if (target?.type === 'proposal') moves.toProposal(target.proposal, true)
      if (target?.type !== 'paragraph') return
      const { label } = target
      const { paragraphs: all } = latest.current
      const found = paragraphNamed(all, label) ?? all.find(({ id }) => id === label || `p-${id}` === label)
      if (found) moves.toParagraph(found.id, true)
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [moves])
  return [place, moves]
}

/** The paragraph in whose card a proposal is listed: where it shows, or where its words are or were. */
function holderOf(
  { paragraphs, state }: { readonly paragraphs: readonly ParagraphView[]; readonly state: State },
  id: number,
): string | null {
  const shown = paragraphs.find(({ proposals }) => proposals.includes(id))
  if (shown) return shown.id
  const proposal = state.proposals.get(id)
  return proposal ? homeOf(state, proposal) : null
}

/** The first paragraph cited so, spaces aside. */
function paragraphNamed(paragraphs: readonly ParagraphView[], name: string): ParagraphView | undefined {
  const names = citations(paragraphs)
  return name === '' ? undefined : paragraphs[names.findIndex((one) => labelName(one) === labelName(name))]
}

/** What an address calls a paragraph: its citation, unless another one comes first under that. */
function placeName(paragraphs: readonly ParagraphView[], id: string): string {
  const name = labelName(citations(paragraphs)[paragraphs.findIndex((one) => one.id === id)] ?? '')
  return paragraphNamed(paragraphs, name)?.id === id ? name : id
}
