import { tally } from '../../../schema/party/tally.ts'
import type { MetCondition } from '../../../schema/record/conditions.ts'
import { livesOn, metConditions } from '../../../schema/record/conditions.ts'
import { servesChair } from '../../../schema/record/rights.ts'
import type { State } from '../../../schema/record/state.ts'
import type { ParagraphView } from '../../../schema/view/passage.ts'
import { Button } from '../../controls/button.tsx'
import { Notice } from '../../controls/notice.tsx'
import { asking as words } from '../../lang/en/asking.ts'
import { type Sayer, useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { labelOf } from '../../../schema/text/label.ts'
import { conditionWords, proposalName } from './naming.ts'

/** Most conditions shown over the text; whoever runs the room finds the rest on their cards. */
const shownMost = 4

/**
 * Conditions that are met, over the text: the party that set one is asked to act on it, and whoever runs the room
 * may ask that party. Nothing is done by itself.
 */
export function MetNotices() {
  const say = useSay()
  const { state, me, speaker } = useRoom()
  const runs = servesChair(me.role)
  const met = metOf(state)
  const mine = met.filter(({ party }) => party === speaker || (speaker === null && runs))
  if (mine.length === 0) return null
  return (
    <section className="past met" aria-label={say(words.metTitle)}>
      {mine.slice(0, shownMost).map((one) => (
        <MetNotice key={keyOf(one)} met={one} />
      ))}
      {mine.length > shownMost && (
        <p className="muted">{say(words.metMore, { count: mine.length - shownMost })}</p>
      )}
    </section>
  )
}

/** The conditions that are met on one proposal, on its card. */
export function MetOn({ proposal }: { readonly proposal: number }) {
  const { state } = useRoom()
  return metOf(state)
    .filter(({ on }) => 'proposal' in on && on.proposal === proposal)
    .map((one) => <MetNotice key={keyOf(one)} met={one} />)
}

const found = new WeakMap<State, readonly MetCondition[]>()

/** What is met in a state, looked for once: each of thirty proposals on a card asks. */
function metOf(state: State): readonly MetCondition[] {
  const met = found.get(state) ?? metConditions(state)
  found.set(state, met)
  return met
}

const keyOf = ({ type, party, on }: MetCondition): string => `${type} ${party} ${JSON.stringify(on)}`

function MetNotice({ met }: { readonly met: MetCondition }) {
  const say = useSay()
  const room = useRoom()
  const { state, me, speaker, paragraphs, goToProposal, goToParagraph, open } = room
  const { on, party } = met
  return (
    <Notice>
      <p>
        <strong>{metSentence(state, paragraphs, met, say)}</strong> {announced(state, paragraphs, met, say)}
      </p>
      {party === speaker && (
        <p>{say(met.type === 'undertaking' ? words.metAskWithdraw : words.metAskPosition)}</p>
      )}
      <div className="deeds">
        {party === speaker && <MetDeeds met={met} />}
        {party !== speaker && servesChair(me.role) && (
          <Button onPress={() => open({ type: 'inquire', met })}>{say(words.metNote, { who: party })}</Button>
        )}
        <Button
          tone="quiet"
          onPress={() => ('proposal' in on ? goToProposal(on.proposal) : goToParagraph(on.paragraph))}
        >
          {say(words.metShow)}
        </Button>
      </div>
    </Notice>
  )
}

/** What the party that set the condition can do about it. */
function MetDeeds({ met: { type, on, party } }: { readonly met: MetCondition }) {
  const say = useSay()
  const { state, mayI, act, open } = useRoom()
  if (type === 'undertaking' && 'proposal' in on) {
    const { proposal } = on
    const back = { type: 'undertake', proposal, condition: '' } as const
    return (
      <>
        <Button
          tone="primary"
          refusal={mayI({ type: 'withdraw', proposal, reason: '' })}
          onPress={() => open({ type: 'withdraw', proposal })}
        >
          {say(words.metWithdraw)}
        </Button>
        <Button refusal={mayI(back)} onPress={() => void act(back)}>
          {say(words.metNotYet)}
        </Button>
      </>
    )
  }
  const taken = positionOf(state, { on, party })
  if (!taken?.stance) return null
  const { stance, reason } = taken
  const plain = { type: 'position', on, stance, reason, condition: '' } as const
  const back = { ...plain, stance: null, reason: '' } as const
  return (
    <>
      <Button tone="primary" refusal={mayI(plain)} onPress={() => void act(plain)}>
        {say(words.metConfirm)}
      </Button>
      <Button refusal={mayI(back)} onPress={() => void act(back)}>
        {say(words.metBack)}
      </Button>
    </>
  )
}

const positionOf = (state: State, { on, party }: Pick<MetCondition, 'on' | 'party'>) =>
  tally(state, 'proposal' in on ? on.proposal : on.paragraph).standings.find(
    (one) => one.party === party && one.through === null,
  )?.position

/** "The condition is met: #15 (PP3 bis, MX) was accepted (act 210)." */
function metSentence(
  state: State,
  rows: readonly ParagraphView[],
  { when, met }: Pick<MetCondition, 'when' | 'met'>,
  say: Sayer,
): string {
  if ('paragraph' in when) return say(words.metAgreed, { label: labelOf(state, when.paragraph), n: met })
  const what = proposalName(state, rows, when.proposal, say)
  const last = livesOn(state, when.proposal).at(-1)?.id ?? when.proposal
  if (last !== when.proposal && when.becomes === 'accepted')
    return say(words.metMerged, { what, into: proposalName(state, rows, last, say), n: met })
  return say(when.becomes === 'accepted' ? words.metAccepted : words.metWithdrawn, { what, n: met })
}

/** "EU announced that it would withdraw #12 (OP4, EU) if …": what the condition was set on. */
function announced(state: State, rows: readonly ParagraphView[], met: MetCondition, say: Sayer): string {
  const { type, party, on } = met
  const what = 'proposal' in on ? proposalName(state, rows, on.proposal, say) : labelOf(state, on.paragraph)
  const condition = conditionWords(state, rows, met, say)
  if (type === 'undertaking') return say(words.metUndertaking, { who: party, what, condition })
  const stance = positionOf(state, met)?.stance ?? 'supports'
  return say(words.metPosition, { condition, said: say(words.stanceIs, { who: party, what, stance }) })
}
