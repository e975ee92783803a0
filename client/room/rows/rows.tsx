import { memo, type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { State } from '../../../schema/record/state.ts'
import type { Names, ParagraphView } from '../../../schema/view/passage.ts'
import { useIntl } from 'react-intl'
import { paragraphKindNames } from '../../lang/en/common.ts'
import { reading } from '../../lang/en/reading.ts'
import { directionOf } from '../../lang/locale.tsx'
import { type Sayer, useSay } from '../../lang/say.tsx'
import type { Folding } from '../../reading/folding.ts'
import { keepNumbered, keepPrintable } from '../../reading/lines.ts'
import { type Manner, mannersOf, type OptionPlace } from '../../reading/manner.ts'
import { NoText, OptionTitle } from '../../reading/option-mark.tsx'
import { type Neighbours, ParagraphText } from '../../reading/paragraph.tsx'
import { SectionRules, SectionTitle } from '../../reading/section-mark.tsx'
import { CardDigest, sameProposal } from '../cards/digest.tsx'
import { KeptPlace } from './kept-place.tsx'
import { listen, type TextEvents } from './listen.ts'
import { type Turn, useBefore, useInSight } from './use-before.ts'
import { inWindow, useMounted } from './use-mounted.ts'

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
  names,
  folding,
  lens,
  telling,
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
  /** False where paragraphs are left out or folded: lines counted without them would be quoted wrongly. */
  readonly numbered: boolean
  /** How delegations are named. */
  readonly names: Names
  readonly folding: Folding
  /** Name of the lens the paragraphs are seen through: after a change of it, those in sight are drawn first. */
  readonly lens: string
  /** True while the life of a word stands in the place of the cards. */
  readonly telling: boolean
  readonly events: TextEvents
}) {
  const center = Math.max(
    0,
    paragraphs.findIndex(({ id }) => id === active),
  )
  const named = names !== 'hidden'
  const manners = useMemo(
    () => mannersOf(paragraphs, state, folding, named),
    [paragraphs, state, folding, named],
  )
  const inSight = useInSight(root)
  const [from, to] = useMounted(paragraphs.length, center, lens, () =>
    inWindow(paragraphs, inSight(paragraphs), innerHeight),
  )
  const complete = from === 0 && to === paragraphs.length
  const { before, turn } = useBefore({ paragraphs, manners, neighbours, cards }, lens, from, to)
  const [opened, setOpened] = useState(false)
  if (complete && !opened) setOpened(true)
  const kept = useRef<KeptPlace>(null)
  useEffect(keepPrintable, [])
  useEffect(() => {
    const list = root.current
    return list && opened && numbered ? keepNumbered(list, () => kept.current?.hold()) : undefined
  }, [root, opened, numbered])
  useEffect(() => {
    const list = root.current
    return list ? listen(list, events) : undefined
  }, [root, events])
  return (
    <KeptPlace ref={kept} list={root} paragraphs={paragraphs} below={folding.below} busy={!complete}>
      <div
        ref={root}
        // One class, which never changes: others set theirs on the list beside it.
        className="paragraphs"
        data-unnumbered={numbered ? undefined : ''}
        data-telling={telling ? '' : undefined}
        data-names={names}
        data-turn={turn}
        aria-busy={!complete}
        lang={language}
        dir={directionOf(language)}
      >
        {paragraphs.map(({ id }, i) => {
          const shown =
            i < from || i >= to
              ? before.get(id)
              : { paragraph: paragraphs[i]!, manner: manners[i]!, neighbours, turn, cards }
          return shown ? (
            <Row
              key={id}
              {...shown}
              state={state}
              active={id === active}
              card={id === active ? card : null}
            />
          ) : (
            <div key={id} className="paragraph paragraph-waiting" data-waiting={id} />
          )
        })}
      </div>
    </KeptPlace>
  )
}

interface RowProps {
  readonly paragraph: ParagraphView
  readonly manner: Manner
  readonly neighbours: Neighbours
  readonly turn: Turn
  readonly state: State
  readonly active: boolean
  readonly card: ReactNode
  readonly cards: boolean
}

const Row = memo(function Row({ paragraph, manner, neighbours, turn, state, active, card, cards }: RowProps) {
  const say = useSay()
  const { locale } = useIntl()
  const { option, heads, rules, named } = manner
  const folded = heads.some((head) => head.folded)
  return (
    <section
      id={`p-${paragraph.id}`}
      className={active ? 'paragraph active' : 'paragraph'}
      data-paragraph={paragraph.id}
      data-turn={turn}
      data-section-folded={folded ? '' : undefined}
      data-option={option ? (option.closes ? 'last' : option.heads ? 'head' : 'more') : undefined}
      hidden={manner.away}
      tabIndex={-1}
      aria-label={nameOf(paragraph, neighbours.labelOf(paragraph.id), option, say)}
    >
      <SectionRules rules={rules} />
      {option?.heads && <OptionTitle option={option} state={state} named={named} />}
      {heads.map((head) => (
        <SectionTitle key={head.name} head={head} named={named} />
      ))}
      <ParagraphText paragraph={paragraph} neighbours={neighbours} manner={manner} />
      {cards && (
        <div className="card-place" lang={locale} dir={directionOf(locale)}>
          {card ?? (
            <CardDigest
              paragraph={paragraph}
              cited={neighbours.labelOf(paragraph.id)}
              state={state}
              named={named}
            />
          )}
        </div>
      )}
      {option?.closes && <NoText option={option} state={state} named={named} />}
    </section>
  )
}, sameRow)

// Only the digest and the options read the state, and they compare for themselves what they need of it.
function sameRow(before: RowProps, after: RowProps): boolean {
  return (
    before.paragraph === after.paragraph &&
    before.manner.key === after.manner.key &&
    before.neighbours === after.neighbours &&
    before.turn === after.turn &&
    before.active === after.active &&
    before.card === after.card &&
    before.cards === after.cards &&
    (before.state === after.state ||
      (after.manner.option === null &&
        after.paragraph.proposals.every((id) => sameProposal(before.state, after.state, id))))
  )
}

/** "OP4 (a), option 1 of 3, 3 open proposals, pending one delegation". */
function nameOf(
  { kind, proposals, pending }: ParagraphView,
  cited: string,
  option: OptionPlace | null,
  say: Sayer,
): string {
  const name = cited || say(reading.unnumbered, { kind: say(paragraphKindNames[kind]) })
  const place = option ? `, ${say(reading.optionOf, { place: option.place, count: option.count })}` : ''
  return say(reading.paragraph, { label: name + place, open: proposals.length, pending: pending.length })
}
