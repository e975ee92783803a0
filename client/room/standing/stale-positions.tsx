import { useState } from 'react'
import { useIntl } from 'react-intl'
import type { Inquiry, Proposal } from '../../../schema/proposal/proposal.ts'
import { currentVersion } from '../../../schema/proposal/proposal.ts'
import type { Position } from '../../../schema/party/position.ts'
import { servesChair } from '../../../schema/record/rights.ts'
import { Button } from '../../controls/button.tsx'
import { stanceNames } from '../../lang/en/common.ts'
import { standing as words } from '../../lang/en/standing.ts'
import { useSay } from '../../lang/say.tsx'
import { momentIn } from '../../record/time.ts'
import { ownVoice, useRoom } from '../context.ts'
import { renewalOf, voiceFor } from './renewal.ts'
import { Rewording } from './rewording.tsx'

/** Positions on an earlier wording: what has changed since, and one press to renew them or to ask for them. */
export function StalePositions({
  proposal,
  stale,
  asked,
}: {
  readonly proposal: Proposal
  readonly stale: readonly Position[]
  /** Parties asked about this wording that have not answered. */
  readonly asked: readonly Inquiry[]
}) {
  const say = useSay()
  if (stale.length === 0) return null
  return (
    <section className="stale" aria-label={say(words.staleTitle, { count: stale.length })}>
      <p className="stale-title">
        {say(words.staleTitle, { count: stale.length })}{' '}
        <AskAgain proposal={proposal} stale={stale} asked={asked} />
      </p>
      <ul>
        {stale.map((position) => (
          <StalePosition
            key={position.n}
            proposal={proposal}
            position={position}
            inquiry={asked.find(({ party }) => party === position.party) ?? null}
          />
        ))}
      </ul>
    </section>
  )
}

function StalePosition({
  proposal,
  position,
  inquiry,
}: {
  readonly proposal: Proposal
  readonly position: Position
  readonly inquiry: Inquiry | null
}) {
  const say = useSay()
  const { locale } = useIntl()
  const { state } = useRoom()
  const [compared, setCompared] = useState(false)
  const { party, stance, on } = position
  const was = 'version' in on ? on.version : 1
  const { version } = currentVersion(proposal)
  return (
    <li>
      <p>
        {say(words.staleSupported, {
          who: party,
          stance: stance ? say(stanceNames[stance]).toLocaleLowerCase() : '',
          version: was,
        })}
        {inquiry && (
          <span className="muted"> · {say(words.asked, { at: momentIn(locale, inquiry.at) })}</span>
        )}
      </p>
      <div className="deeds">
        <Button tone="quiet" aria-expanded={compared} onPress={() => setCompared(!compared)}>
          {say(compared ? words.hideChange : words.seeChange)}
        </Button>
        <Answers proposal={proposal} position={position} />
      </div>
      {compared && <Rewording state={state} proposal={proposal} was={was} now={version} />}
    </li>
  )
}

/** What its own party, and whoever serves the chair, may do with a stale position. */
function Answers({ proposal, position }: { readonly proposal: Proposal; readonly position: Position }) {
  const say = useSay()
  const { state, me, mayI, act, setVoice } = useRoom()
  const { party, stance } = position
  const voice = voiceFor(party, me)
  if (!voice || !stance) return null
  const { version } = currentVersion(proposal)
  const serves = servesChair(me.role)
  const renewed = renewalOf(state, proposal.id, version, position)
  const back = renewalOf(state, proposal.id, version, { ...position, stance: null })
  const facts = { who: party, stance: say(stanceNames[stance]).toLocaleLowerCase(), version }
  const hint = say(serves ? words.stillForHint : words.stillHint, facts)
  return (
    <>
      <span title={hint}>
        <Button
          refusal={mayI(renewed, voice)}
          aria-label={`${say(serves ? words.stillFor : words.still, facts)}. ${hint}`}
          onPress={() => void act(renewed, { voice })}
        >
          {say(serves ? words.stillFor : words.still, facts)}
        </Button>
      </span>
      <span title={say(words.takeBackHint, facts)}>
        <Button refusal={mayI(back, voice)} onPress={() => void act(back, { voice })}>
          {say(words.takeBack)}
        </Button>
      </span>
      {serves && (
        <Button tone="quiet" onPress={() => setVoice(voice)}>
          {say(words.otherStance)}
        </Button>
      )}
    </>
  )
}

/** Asks the parties whose position is stale, all that have not been asked yet. Only for those who may. */
function AskAgain({
  proposal,
  stale,
  asked,
}: {
  readonly proposal: Proposal
  readonly stale: readonly Position[]
  readonly asked: readonly Inquiry[]
}) {
  const say = useSay()
  const { me, voice, speaker, mayI, act } = useRoom()
  const { id } = proposal
  const { version } = currentVersion(proposal)
  const serves = servesChair(me.role)
  const sponsors = speaker !== null && proposal.sponsors.includes(speaker)
  // The chair asks in its own name, also while it enters what a delegation says.
  const asking = serves ? ownVoice : voice
  const parties = stale.map(({ party }) => party).filter((party) => !asked.some((one) => one.party === party))
  if ((!serves && !sponsors) || parties.length === 0) return null
  const deed = { type: 'ask' as const, proposal: id, version, parties }
  const hint = say(words.askAgainHint, { who: parties.join(', '), version })
  const label = parties.length === 1 ? say(words.askAgain) : say(words.askAll, { count: parties.length })
  return (
    <span title={hint}>
      <Button
        refusal={mayI(deed, asking)}
        aria-label={`${label}. ${hint}`}
        onPress={() => void act(deed, { voice: asking })}
      >
        {label}
      </Button>
    </span>
  )
}
