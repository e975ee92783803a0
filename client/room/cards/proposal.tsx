import { type ReactNode, useState } from 'react'
import type { Proposal } from '../../../schema/proposal/proposal.ts'
import { currentVersion } from '../../../schema/proposal/proposal.ts'
import { rivalsOf } from '../../../schema/proposal/rivals.ts'
import { isMoot, restsOn } from '../../../schema/proposal/standing.ts'
import { mayPropose } from '../../../schema/record/rights.ts'
import { Button } from '../../controls/button.tsx'
import { copied } from '../../controls/clipboard.ts'
import { Codes } from '../../controls/codes.tsx'
import { Menu, type MenuEntry } from '../../controls/menu.tsx'
import { giveReceipt } from '../../controls/receipts.tsx'
import { proposalStatusNames } from '../../lang/en/common.ts'
import { asking } from '../../lang/en/asking.ts'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { AlsoIn, Announced } from '../asking/facts.tsx'
import { MetOn } from '../asking/met.tsx'
import { useRoom } from '../context.ts'
import { hasWords } from '../desk/revising.ts'
import { Sentences, useAskedBy } from '../wording/sentences.tsx'
import { Stances } from './stance.tsx'
import { Story } from './story.tsx'
import { closedTo } from './propose.tsx'
import { Tally } from './tally.tsx'

/** One proposal in an open card: what it asks, who stands where, and everything that can be done with it. */
export function ProposalEntry({
  proposal,
  paragraph,
  position,
  total,
  unfolded,
}: {
  readonly proposal: Proposal
  /** The paragraph under whose card it stands. */
  readonly paragraph: string
  readonly position: number
  readonly total: number
  /** True when its story is shown from the start. */
  readonly unfolded: boolean
}) {
  const say = useSay()
  const { state, speaker } = useRoom()
  const askedBy = useAskedBy()
  const [told, setTold] = useState(unfolded)
  const version = currentVersion(proposal)
  const own = speaker !== null && proposal.sponsors.includes(speaker)
  const live = proposal.status === 'open' || proposal.status === 'parked'
  const taken =
    (state.positions.get(proposal.id) ?? []).findLast(
      ({ party, on }) => party === speaker && 'proposal' in on && on.version === version.version,
    ) ?? null
  return (
    <article
      className={`proposal proposal-${proposal.status}`}
      id={`proposal-${proposal.id}`}
      tabIndex={-1}
      aria-label={say(words.proposalOf, { n: proposal.id, position, total })}
    >
      <header className="proposal-head">
        {proposal.sponsors.length > 0 || proposal.status !== 'open' ? (
          <Codes codes={proposal.sponsors} />
        ) : (
          <span className="unattributed">{say(asking.unattributed)}</span>
        )}
        <span className="muted">
          {proposal.id}
          {version.version > 1 && ` · ${say(words.version, { n: version.version })}`}
          {proposal.status !== 'open' && ` · ${say(proposalStatusNames[proposal.status])}`}
        </span>
      </header>
      <Sentences state={state} changes={version.changes} who={askedBy(proposal)} />
      <AlsoIn proposal={proposal} paragraph={paragraph} />
      <Circumstances proposal={proposal} />
      <Announced proposal={proposal} />
      <MetOn proposal={proposal.id} />
      <Tally on={{ proposal: proposal.id, version: version.version }} />
      {live && (!own || taken) && (
        <Stances on={{ proposal: proposal.id, version: version.version }} taken={taken} />
      )}
      <Deeds proposal={proposal} paragraph={paragraph}>
        <Button
          tone="quiet"
          aria-expanded={told}
          aria-label={say(words.details)}
          onPress={() => setTold(!told)}
        >
          {say(words.detailsShort)}
        </Button>
      </Deeds>
      {told && <Story proposal={proposal} />}
    </article>
  )
}

/** What one must know before taking a position. */
function Circumstances({ proposal }: { readonly proposal: Proposal }) {
  const say = useSay()
  const { state } = useRoom()
  const rivals = proposal.status === 'open' ? rivalsOf(state, proposal.id) : []
  const facts = [
    ...(proposal.spokenBy ? [say(words.onBehalf, { who: proposal.spokenBy })] : []),
    ...(proposal.channel === 'floor' ? [say(words.floor)] : []),
    ...(proposal.channel === 'letter' ? [say(words.letter)] : []),
    ...(proposal.channel === 'imported' && proposal.sponsors.length > 0 ? [say(asking.imported)] : []),
    ...(proposal.stale ? [say(words.stale)] : []),
    ...(isMoot(state, proposal.id) ? [say(words.moot, { n: restsOn(state, proposal.id) ?? 0 })] : []),
    ...(rivals.length > 0 ? [say(words.rivalsWith, { list: rivals.join(', ') })] : []),
    ...(proposal.invited.length > 0 ? [say(words.invitedToo, { list: proposal.invited.join(', ') })] : []),
    ...(proposal.formerSponsors.length > 0
      ? [say(words.formerly, { list: proposal.formerSponsors.join(', ') })]
      : []),
    ...(proposal.outcome?.reason ? [`“${proposal.outcome.reason}”`] : []),
  ]
  return facts.length === 0 ? null : <p className="circumstances">{facts.join(' · ')}</p>
}

/** The acts on a proposal that are not positions; those that are not one's own to do are left out. */
function Deeds({
  proposal,
  paragraph,
  children,
}: {
  readonly proposal: Proposal
  readonly paragraph: string
  readonly children: ReactNode
}) {
  const say = useSay()
  const room = useRoom()
  const { state, speaker, me, mayI, act, open, propose, revise, suppose } = room
  const { id, sponsors, invited } = proposal
  const isSponsor = speaker !== null && sponsors.includes(speaker)
  const isOpen = proposal.status === 'open'
  const mayDraft = mayPropose(me.role)
  const cosponsor = { type: 'cosponsor', proposal: id } as const
  const decline = { type: 'decline', proposal: id } as const
  const entries: MenuEntry[] = [
    ...(isOpen ? [{ id: 'suppose', label: say(words.asIf), onAction: () => suppose([id]) }] : []),
    {
      id: 'link',
      label: say(words.copyLink),
      onAction: () => {
        const link = `${location.origin}${location.pathname}#proposal-${id}`
        void copied(link).then((done) =>
          giveReceipt(say(done ? words.linkCopied : words.linkNotCopied, { link })),
        )
      },
    },
    ...(isOpen && (isSponsor || me.role === 'facilitator')
      ? [{ id: 'rivals', label: say(words.rivals), onAction: () => open({ type: 'rivals', proposal: id }) }]
      : []),
    ...(isSponsor
      ? [
          {
            id: 'undertake',
            label: say(asking.undertake, { n: id }),
            onAction: () => open({ type: 'undertake', proposal: id }),
          },
          {
            id: 'withdraw',
            label: say(words.withdraw),
            refusal: mayI({ type: 'withdraw', proposal: id, reason: '' }),
            onAction: () => open({ type: 'withdraw', proposal: id }),
          },
        ]
      : []),
  ]
  return (
    <div className="deeds">
      {me.role === 'facilitator' && (
        <Button onPress={() => open({ type: 'rule', proposal: id })}>{say(words.ruling)}</Button>
      )}
      {isOpen && mayDraft && (
        <span title={say(isSponsor ? words.reviseHint : words.amendHint)}>
          <Button
            onPress={() => (isSponsor ? revise(paragraph, id) : propose(paragraph, [id]))}
            refusal={
              isSponsor && !hasWords(proposal) ? say(asking.onlyHolds) : closedTo(state, paragraph, speaker)
            }
          >
            {say(isSponsor ? words.revise : words.amendThis)}
          </Button>
        </span>
      )}
      {isOpen && speaker !== null && !isSponsor && (
        <span title={say(sponsors.length > 0 ? words.cosponsorHint : asking.adoptHint, { who: speaker })}>
          <Button refusal={mayI(cosponsor)} onPress={() => void act(cosponsor)}>
            {say(
              sponsors.length === 0
                ? asking.adopt
                : invited.includes(speaker)
                  ? words.acceptInvitation
                  : words.cosponsor,
            )}
          </Button>
        </span>
      )}
      {isOpen && speaker !== null && invited.includes(speaker) && (
        <span title={say(words.declineHint, { who: speaker })}>
          <Button refusal={mayI(decline)} onPress={() => void act(decline)}>
            {say(words.decline)}
          </Button>
        </span>
      )}
      {children}
      <Menu tone="quiet" entries={entries}>
        {say(words.more)}
      </Menu>
    </div>
  )
}
