import type { Undertaking, When } from '../../../schema/party/condition.ts'
import type { Proposal } from '../../../schema/proposal/proposal.ts'
import { withdrawalsAfter } from '../../../schema/record/announced.ts'
import { livesOn, whenMet } from '../../../schema/record/conditions.ts'
import type { State } from '../../../schema/record/state.ts'
import { Button } from '../../controls/button.tsx'
import { asking as words } from '../../lang/en/asking.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { conditionWords, placesOf } from './naming.ts'

/** Where else a proposal stands, when it holds changes of several paragraphs: with the way to each. */
export function AlsoIn({ proposal, paragraph }: { readonly proposal: Proposal; readonly paragraph: string }) {
  const say = useSay()
  const { state, paragraphs, goToProposal } = useRoom()
  const places = placesOf(state, paragraphs, proposal).filter((place) => place.paragraph !== paragraph)
  if (places.length === 0) return null
  return (
    <p className="also-in" title={say(words.standOrFall)}>
      {say(words.alsoIn)}{' '}
      {places.map((place) => (
        <Button key={place.paragraph} tone="quiet" onPress={() => goToProposal(proposal.id, place.paragraph)}>
          <bdi>{place.label}</bdi>
        </Button>
      ))}
    </p>
  )
}

/** The withdrawals its sponsors have announced, each with what would follow on it. */
export function Announced({ proposal }: { readonly proposal: Proposal }) {
  const say = useSay()
  const { state, speaker, open } = useRoom()
  if (proposal.status !== 'open' && proposal.status !== 'parked') return null
  return proposal.undertakings.map((one) => (
    <p key={one.party} className="announced" dir="auto">
      <AnnouncedSentence undertaking={one} proposal={proposal.id} /> <Target when={one.when} />
      {one.party === speaker && state.proposals.has(proposal.id) && (
        <Button tone="quiet" onPress={() => open({ type: 'undertake', proposal: proposal.id })}>
          {say(words.undertakeChange)}
        </Button>
      )}
    </p>
  ))
}

function AnnouncedSentence({
  undertaking,
  proposal,
}: {
  readonly undertaking: Undertaking
  readonly proposal: number
}) {
  const say = useSay()
  const { state, paragraphs } = useRoom()
  const { following, round } = withdrawalsAfter(state, proposal)
  const condition = conditionWords(state, paragraphs, undertaking, say)
  const missed = missedBy(state, undertaking.when)
  return [
    say(words.undertakes, { who: undertaking.party, count: 1, condition }),
    ...following.map((one) => say(words.undertakesThen, { who: one.party, n: one.proposal })),
    ...(round === null ? [] : [say(words.undertakesRound, { n: round })]),
    ...(missed === null ? [] : [say(words.undertakesMissed, { n: missed })]),
  ].join('')
}

/** The proposal a condition waits for in vain: it was decided the other way, and is not being read again. */
function missedBy(state: State, when: When | null): number | null {
  if (!when || !('proposal' in when) || whenMet(state, when) !== null) return null
  const status = livesOn(state, when.proposal).at(-1)?.status ?? 'open'
  return status === 'open' || status === 'parked' ? null : when.proposal
}

/** The way to what a condition waits for. */
function Target({ when }: Pick<Undertaking, 'when'>) {
  const say = useSay()
  const { goToProposal, goToParagraph } = useRoom()
  if (!when) return null
  return (
    <Button
      tone="quiet"
      onPress={() => ('proposal' in when ? goToProposal(when.proposal) : goToParagraph(when.paragraph))}
    >
      {say(words.metShow)}
    </Button>
  )
}
