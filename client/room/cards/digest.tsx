import { memo } from 'react'
import type { Change } from '../../../schema/proposal/change.ts'
import { currentVersion, type Proposal } from '../../../schema/proposal/proposal.ts'
import { tally } from '../../../schema/party/tally.ts'
import type { State } from '../../../schema/record/state.ts'
import type { ParagraphView } from '../../../schema/view/passage.ts'
import { StatusMark } from '../../controls/status.tsx'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { shortCodes } from '../../reading/chip.tsx'
import { textIn } from '../../reading/folding.ts'
import { shortened, ShortSentence } from '../wording/sentence.tsx'
import { descriptionOf } from '../wording/sentences.tsx'

/** About so many characters stand in a line of the text, and about so many are as wide as a bracket and its names. */
const lineLength = 68
const bracketLength = { named: 6, unnamed: 2 }

interface DigestProps {
  /** False where names are hidden: proposals go by their numbers then. */
  readonly named: boolean
  readonly paragraph: ParagraphView
  /** What the paragraph is cited as; empty where it has no number to be cited by. */
  readonly cited: string
  readonly state: State
}

/**
 * The closed card beside a paragraph: how much is open, and as many of the proposals as are level with the
 * paragraph's own lines. It has no handlers: the list of paragraphs listens for all of them.
 */
export const CardDigest = memo(function CardDigest({ paragraph, cited, state, named }: DigestProps) {
  const say = useSay()
  const { proposals, pending, status } = paragraph
  const name = cited || say(words.text)
  const room = entriesBeside(paragraph, named ? bracketLength.named : bracketLength.unnamed)
  const shown = proposals.length <= room ? proposals : proposals.slice(0, Math.max(0, room - 1))
  return (
    <div className={proposals.length > 0 ? 'digest' : 'digest digest-empty'}>
      <button type="button" className="digest-head" data-act="open">
        <span>
          <span className="said">{say(words.cardOf, { label: name })}</span>
          {proposals.length === 0 && status === 'open' && (
            <span className="said">{say(words.cardOpen, { count: 0 })}</span>
          )}
          {proposals.length > 0 ? (
            <b>{say(words.cardOpen, { count: proposals.length })}</b>
          ) : (
            status !== 'open' && <StatusMark status={status} />
          )}
          {pending.length > 0 && (
            <span className="digest-pending">
              {(proposals.length > 0 || status !== 'open') && ' · '}
              {named && pending.length === 1
                ? say(words.cardPending, { who: pending[0] ?? '' })
                : say(words.cardPendingMany, { count: pending.length })}
            </span>
          )}
        </span>
        <span aria-hidden="true" className="digest-mark" />
      </button>
      {shown.length > 0 && (
        <ul className="digest-list" aria-hidden="true">
          {shown.map((id) => (
            <DigestEntry key={id} id={id} paragraph={paragraph} state={state} named={named} />
          ))}
          {shown.length < proposals.length && (
            <li className="digest-more">{say(words.cardMore, { count: proposals.length - shown.length })}</li>
          )}
        </ul>
      )}
    </div>
  )
}, sameDigest)

/** How many one-line entries stand beside the lines of a paragraph, under the head of the card. */
function entriesBeside({ passages }: ParagraphView, bracket: number): number {
  const characters = passages.reduce((sum, passage) => sum + lengthOf(passage, bracket), 0)
  return Math.max(1, Math.floor((Math.ceil(characters / lineLength) * 28 - 28) / 22))
}

function lengthOf(passage: ParagraphView['passages'][number], bracket: number): number {
  if (passage.type === 'words') return 'text' in passage.run ? passage.run.text.length : 1
  return passage.wordings.reduce(
    (sum, { passages }) => sum + bracket + passages.reduce((inner, one) => inner + lengthOf(one, bracket), 0),
    0,
  )
}

function DigestEntry({
  id,
  paragraph,
  state,
  named,
}: {
  readonly id: number
  readonly paragraph: ParagraphView
  readonly state: State
  readonly named: boolean
}) {
  const proposal = state.proposals.get(id)
  const change = proposal && changeIn(state, proposal, paragraph)
  if (!change) return null
  const asksForIt = paragraph.proposedBy.some((by) => by.proposal === id)
  return (
    <li className="digest-entry" data-proposal={id}>
      <bdi className="digest-codes">{named ? shortCodes(proposal.sponsors) : id}</bdi>
      <span className="digest-words" dir="auto">
        {asksForIt ? (
          <ins>{shortened(textIn(paragraph.passages).trim(), 60)}</ins>
        ) : (
          <ShortSentence of={descriptionOf(state, change)} />
        )}
      </span>
      <DigestTally id={id} state={state} />
    </li>
  )
}

/** What a proposal asks here, of all it asks; the first of it where none is met here. */
function changeIn(
  state: State,
  proposal: Proposal,
  { id, alternativeTo }: ParagraphView,
): Change | undefined {
  const { changes } = currentVersion(proposal)
  if (changes.length < 2) return changes[0]
  return changes.find((one) => descriptionOf(state, one).paragraph === (alternativeTo ?? id)) ?? changes[0]
}

/** How many stand for and against, groups counted once. */
function DigestTally({ id, state }: { readonly id: number; readonly state: State }) {
  const say = useSay()
  if (!state.positions.has(id)) return null
  const { byStance } = tally(state, id)
  const support = byStance.supports.length + byStance.canLiveWith.length
  const against = byStance.opposes.length + byStance.retain.length
  return (
    <span className="digest-tally">
      {support > 0 && <span className="digest-for">{say(words.digestFor, { count: support })}</span>}
      {against > 0 && <span className="digest-against">{say(words.digestAgainst, { count: against })}</span>}
    </span>
  )
}

/** True when neither a proposal nor the positions on it differ: an act leaves alone what it does not bear on. */
export const sameProposal = (a: State, b: State, id: number): boolean =>
  a.proposals.get(id) === b.proposals.get(id) && a.positions.get(id) === b.positions.get(id)

function sameDigest(before: DigestProps, after: DigestProps): boolean {
  return (
    before.paragraph === after.paragraph &&
    before.cited === after.cited &&
    before.named === after.named &&
    after.paragraph.proposals.every((id) => sameProposal(before.state, after.state, id))
  )
}
