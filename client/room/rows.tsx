import { memo, type ReactNode, type RefObject, useEffect } from 'react'
import type { State } from '../../schema/record/state.ts'
import type { ParagraphView } from '../../schema/view/passage.ts'
import { useIntl } from 'react-intl'
import { paragraphKindNames } from '../lang/en/common.ts'
import { reading } from '../lang/en/reading.ts'
import { directionOf } from '../lang/locale.tsx'
import { type Sayer, useSay } from '../lang/say.tsx'
import { copyNotation } from '../reading/copying.ts'
import { keepNumbered } from '../reading/lines.ts'
import { type Neighbours, ParagraphText } from '../reading/paragraph.tsx'
import { CardDigest, sameProposal } from './digest.tsx'
import { useMounted } from './use-mounted.ts'

/** What happens in the text: everything the list of paragraphs listens for. */
export interface TextEvents {
  /** A paragraph was chosen; with `open`, its card is wanted too. */
  readonly onChoose: (paragraph: string, open: boolean) => void
  readonly onProposal: (paragraph: string, proposal: number) => void
}

/** The paragraphs of a view with their cards, row by row. */
export function Rows({
  root,
  paragraphs,
  neighbours,
  state,
  language,
  active,
  card,
  cards,
  numbered,
  events,
}: {
  readonly root: RefObject<HTMLDivElement | null>
  readonly paragraphs: readonly ParagraphView[]
  readonly neighbours: Neighbours
  readonly state: State
  readonly language: string
  /** The paragraph the reader is at. */
  readonly active: string | null
  /** The open card, drawn in the row of the active paragraph; null when none is open. */
  readonly card: ReactNode
  /** False where a view has no proposals: the margin is left empty. */
  readonly cards: boolean
  /** False where paragraphs are left out: lines counted without them would be quoted wrongly. */
  readonly numbered: boolean
  readonly events: TextEvents
}) {
  const center = Math.max(
    0,
    paragraphs.findIndex(({ id }) => id === active),
  )
  const [from, to] = useMounted(paragraphs.length, center)
  const complete = from === 0 && to === paragraphs.length
  useEffect(() => {
    const list = root.current
    return list && complete && numbered ? keepNumbered(list) : undefined
  }, [root, complete, numbered])
  useEffect(() => {
    const list = root.current
    return list ? listen(list, events) : undefined
  }, [root, events])
  return (
    <div
      ref={root}
      className={numbered ? 'paragraphs' : 'paragraphs unnumbered'}
      lang={language}
      dir={directionOf(language)}
    >
      {paragraphs.map((paragraph, i) =>
        i < from || i >= to ? (
          <div key={paragraph.id} className="paragraph paragraph-waiting" />
        ) : (
          <Row
            key={paragraph.id}
            paragraph={paragraph}
            neighbours={neighbours}
            state={state}
            active={paragraph.id === active}
            card={paragraph.id === active ? card : null}
            cards={cards}
          />
        ),
      )}
    </div>
  )
}

interface RowProps {
  readonly paragraph: ParagraphView
  readonly neighbours: Neighbours
  readonly state: State
  readonly active: boolean
  readonly card: ReactNode
  readonly cards: boolean
}

const Row = memo(function Row({ paragraph, neighbours, state, active, card, cards }: RowProps) {
  const say = useSay()
  const { locale } = useIntl()
  return (
    <section
      id={`p-${paragraph.id}`}
      className={active ? 'paragraph active' : 'paragraph'}
      data-paragraph={paragraph.id}
      tabIndex={-1}
      aria-label={nameOf(paragraph, say)}
    >
      <ParagraphText paragraph={paragraph} neighbours={neighbours} />
      {cards && (
        <div className="card-place" lang={locale} dir={directionOf(locale)}>
          {card ?? <CardDigest paragraph={paragraph} state={state} />}
        </div>
      )}
    </section>
  )
}, sameRow)

// Only the digest reads the state, and it compares for itself what it needs of it.
function sameRow(before: RowProps, after: RowProps): boolean {
  return (
    before.paragraph === after.paragraph &&
    before.neighbours === after.neighbours &&
    before.active === after.active &&
    before.card === after.card &&
    before.cards === after.cards &&
    (before.state === after.state ||
      after.paragraph.proposals.every((id) => sameProposal(before.state, after.state, id)))
  )
}

/** "OP4, 3 open proposals, pending one delegation". */
function nameOf({ label, kind, proposals, pending }: ParagraphView, say: Sayer): string {
  const name = label || say(reading.unnumbered, { kind: say(paragraphKindNames[kind]) })
  return say(reading.paragraph, { label: name, open: proposals.length, pending: pending.length })
}

/**
 * Listens on the list for all rows: one listener in place of one for each of a thousand brackets. A press
 * on words chooses the paragraph and opens its card; a press on a name opens that proposal.
 */
function listen(list: HTMLElement, { onChoose, onProposal }: TextEvents): () => void {
  const onClick = ({ target }: MouseEvent) => {
    if (!(target instanceof Element)) return
    const row = target.closest<HTMLElement>('.paragraph')
    const paragraph = row?.dataset['paragraph']
    // Words being selected for copying are not a press.
    if (paragraph === undefined || target.closest('.card-open, a') || !getSelection()?.isCollapsed) return
    const proposal = Number(target.closest<HTMLElement>('[data-proposal]')?.dataset['proposal'])
    if (proposal) onProposal(paragraph, proposal)
    else onChoose(paragraph, true)
  }
  // Another mark than the one keys walk with: a page that scrolls under the pointer must not lead them astray.
  let pointed: Element | null = null
  const onOver = ({ target }: Event) => {
    const wording = target instanceof Element ? target.closest('.wording') : null
    if (wording === pointed) return
    pointed?.classList.remove('pointed')
    wording?.classList.add('pointed')
    pointed = wording
  }
  const onCopy = (event: ClipboardEvent) => copyNotation(event, list)
  list.addEventListener('click', onClick)
  list.addEventListener('pointerover', onOver)
  list.addEventListener('copy', onCopy)
  return () => {
    list.removeEventListener('click', onClick)
    list.removeEventListener('pointerover', onOver)
    list.removeEventListener('copy', onCopy)
  }
}
