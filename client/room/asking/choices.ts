import { joinToPrevious, splitPoints, wordsOf } from '../../../schema/proposal/asking.ts'
import type { Proposal } from '../../../schema/proposal/proposal.ts'
import { footprint } from '../../../schema/proposal/footprint.ts'
import { parseSource, type Range } from '../../../schema/proposal/change.ts'
import { servesChair } from '../../../schema/record/rights.ts'
import { currentLayout } from '../../../schema/record/touches.ts'
import type { State } from '../../../schema/record/state.ts'
import type { Refusal } from '../../../schema/refusal.ts'
import type { ParagraphView } from '../../../schema/view/passage.ts'
import type { Message } from '../../lang/area.ts'
import { asking as words } from '../../lang/en/asking.ts'
import { statusNames } from '../../lang/en/common.ts'
import { life as lifeWords } from '../../lang/en/standing.ts'
import { useSay } from '../../lang/say.tsx'
import { shortCodes } from '../../reading/chip.tsx'
import { useRoom } from '../context.ts'
import { useLife } from '../life/use-life.ts'
import { closedTo } from '../cards/propose.tsx'
import type { AskKind, Subject } from './ask.ts'

/** One entry of the menu. */
export interface Choice {
  readonly id: string
  readonly label: string
  readonly help?: string | undefined
  /** Why it cannot be asked for now; null when it can. */
  readonly refusal: Refusal | string | null
  readonly onAction: () => void
}

/** Most wordings of others that the menu names one by one. */
const namedWordings = 4

/** What may be asked for of a subject, in the groups of the menu; what cannot be says why. */
export function useChoices(subject: Subject): readonly { name: Message; choices: readonly Choice[] }[] {
  const say = useSay()
  const { state, me, speaker, paragraphs, open, propose, goToProposal, named } = useRoom()
  const life = useLife()
  const { paragraph, label } = subject
  const [range] = subject.selected?.ranges ?? []
  const word = range ? { source: range.source, at: range.from } : subject.caret
  const here = proposalsHere(state, paragraphs, subject)
  const serves = servesChair(me.role)
  const agreed = closedTo(state, paragraph, speaker)
  const status = state.statuses.get(paragraph)?.status ?? 'open'
  const closed = agreed && say(words.closed, { status: say(statusNames[status]).toLocaleLowerCase() })
  // What is asked of a paragraph is asked at its own row, and not at that of another wording of it.
  const elsewhere = subject.row === paragraph ? closed : say(words.atItsRow, { label })
  const standing = currentLayout(state).some(({ head }) => head.id === paragraph)
  const choice = (kind: AskKind, name: Message, refusal: Choice['refusal'], help?: Message): Choice => ({
    id: kind,
    label: say(name, { label }),
    help: help && say(help),
    refusal,
    onAction: () => open({ type: 'ask', ask: { kind, subject } }),
  })
  const others = here.filter(({ sponsors, status }) => status === 'open' && !isOwn(sponsors, speaker))
  const own = here.filter(({ sponsors }) => isOwn(sponsors, speaker))
  const texts = others.filter((one) => footprint(state, one.id).insertions.length > 0)
  const ofText = standing ? elsewhere : say(words.notHere)
  return [
    {
      name: words.groupWords,
      choices: [
        // In the draft itself one writes.
        ...(subject.drafted === null
          ? [
              {
                id: 'write',
                label: say(words.write),
                help: say(words.writeHelp),
                refusal: closed,
                onAction: () => propose(paragraph),
              },
            ]
          : []),
        choice('deleteWords', words.deleteWords, subject.selected ? closed : elsewhere),
        choice('hold', words.hold, subject.selected ? closed : elsewhere, words.holdHelp),
        ...texts.slice(0, namedWordings).map((one) => ({
          id: `amend-${one.id}`,
          label:
            named && one.sponsors.length > 0
              ? say(words.amendOther, { who: shortCodes(one.sponsors) })
              : say(words.amendUnattributed, { n: one.id }),
          help: `${one.id} · ${say(words.writeHelp)}`,
          refusal: closed,
          onAction: () => propose(paragraph, [one.id]),
        })),
        ...(texts.length > namedWordings
          ? [
              {
                id: 'amend-more',
                label: say(words.amendMore, { count: texts.length - namedWordings }),
                help: say(words.amendMoreHelp),
                refusal: closed,
                onAction: () => goToProposal(texts[namedWordings]!.id, subject.row),
              },
            ]
          : []),
        ...(word
          ? [{ id: 'life', label: say(lifeWords.entry), refusal: null, onAction: () => life.open(word) }]
          : []),
      ],
    },
    {
      name: words.groupParagraph,
      choices: [
        choice('deleteParagraph', words.deleteParagraph, elsewhere),
        choice('alternative', words.alternative, ofText),
        choice('place', words.place, elsewhere),
        choice(
          'split',
          words.split,
          elsewhere ?? (canSplit(state, paragraph) ? null : say(words.nowhereToSplit)),
        ),
        choice('join', words.join, elsewhere ?? joinRefusal(state, paragraph, say)),
        choice('kind', words.kind, elsewhere),
        {
          id: 'link',
          label: say(words.link),
          help: say(words.linkHelp),
          refusal: null,
          onAction: () => open({ type: 'gathered' }),
        },
      ],
    },
    {
      name: words.groupPosition,
      choices: [choice('retain', words.retain, null), choice('noText', words.noText, null)],
    },
    {
      name: words.groupConditions,
      choices: [
        choice('conditional', words.conditional, null),
        ...(own.length > 0
          ? own.slice(0, namedWordings).map((one) => ({
              id: `undertake-${one.id}`,
              label: say(words.undertake, { n: one.id }),
              refusal: null,
              onAction: () => open({ type: 'undertake', proposal: one.id }),
            }))
          : serves && speaker === null
            ? []
            : [
                {
                  id: 'undertake',
                  label: say(words.undertakeNone),
                  refusal: say(words.nothingOwn),
                  onAction: () => undefined,
                },
              ]),
      ],
    },
  ]
}

const isOwn = (sponsors: readonly string[], speaker: string | null): boolean =>
  speaker !== null && sponsors.includes(speaker)

function canSplit(state: State, paragraph: string): boolean {
  return splitPoints(wordsOf(state, paragraph)).length > 0
}

function joinRefusal(state: State, paragraph: string, say: ReturnType<typeof useSay>): string | null {
  const layout = currentLayout(state)
  const index = layout.findIndex(({ head }) => head.id === paragraph)
  if (layout[index - 1]?.head.kind === 'footnote') return say(words.behindFootnote)
  return joinToPrevious(state, paragraph) ? null : say(words.firstParagraph)
}

/** Open proposals that a subject is about: those that touch its words, or its row where none are selected. */
export function proposalsHere(
  state: State,
  rows: readonly ParagraphView[],
  { row, selected }: Subject,
): Proposal[] {
  const of = selected ? selected.rows : [row]
  const ids = new Set(rows.filter(({ id }) => of.includes(id)).flatMap(({ proposals }) => proposals))
  return [...ids]
    .flatMap((id) => state.proposals.get(id) ?? [])
    .filter(({ id }) => !selected || touchesWords(state, id, selected.ranges))
}

/** True when a proposal strikes or holds some of the words, lies among them, or they lie in it. */
function touchesWords(state: State, proposal: number, ranges: readonly Range[]): boolean {
  const { strikes, holds, insertions } = footprint(state, proposal)
  return ranges.some(
    (range) =>
      parseSource(range.source)?.proposal === proposal ||
      [...strikes, ...holds].some(
        ({ source, from, to }) => source === range.source && from < range.to && range.from < to,
      ) ||
      insertions.some(({ host, at }) => host === range.source && range.from < at && at < range.to),
  )
}
