import { currentVersion, type Proposal } from '../../../schema/proposal/proposal.ts'
import { type PositionOn, stances } from '../../../schema/party/position.ts'
import { tally } from '../../../schema/party/tally.ts'
import { Button } from '../../controls/button.tsx'
import { proposalStatusNames, stanceNames } from '../../lang/en/common.ts'
import { reading } from '../../lang/en/reading.ts'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { Sentences } from '../wording/sentences.tsx'
import { Stances } from './stance.tsx'

/*
 * Where names are hidden, what the room shows unasked names nobody: a proposal goes by its number, and positions
 * are counted. Who was asked for by name, as in the filters, is named there.
 */

/** On a card: that names are hidden, and the way to have them shown. */
export function NamesAreHidden() {
  const say = useSay()
  const { showNames } = useRoom()
  return (
    <p className="names-hidden muted">
      {say(reading.namesAreHidden)}{' '}
      <Button tone="quiet" onPress={showNames}>
        {say(reading.showNames)}
      </Button>
    </p>
  )
}

/** One proposal in an open card while names are hidden: what it asks, how many stand where, one's own position. */
export function NamelessEntry({
  proposal,
  position,
  total,
}: {
  readonly proposal: Proposal
  readonly position: number
  readonly total: number
}) {
  const say = useSay()
  const { state, speaker, me, open } = useRoom()
  const { id, status, sponsors } = proposal
  const version = currentVersion(proposal)
  const on = { proposal: id, version: version.version }
  const taken =
    (state.positions.get(id) ?? []).findLast(
      (one) => one.party === speaker && 'proposal' in one.on && one.on.version === version.version,
    ) ?? null
  const mayStand = status === 'open' || status === 'parked'
  const own = speaker !== null && sponsors.includes(speaker)
  const name = say(words.proposal, { n: id })
  return (
    <article
      className={`proposal proposal-${status}`}
      id={`proposal-${id}`}
      tabIndex={-1}
      aria-label={say(words.proposalOf, { n: id, position, total })}
    >
      <header className="proposal-head">
        <b>{name}</b>
        <span className="muted">
          {[
            ...(version.version > 1 ? [say(words.version, { n: version.version })] : []),
            ...(status === 'open' ? [] : [say(proposalStatusNames[status])]),
          ].join(' · ')}
        </span>
      </header>
      <Sentences state={state} changes={version.changes} who={[name]} />
      <NamelessTally on={on} />
      {mayStand && (!own || taken) && <Stances on={on} taken={taken} />}
      {me.role === 'facilitator' && (
        <div className="deeds">
          <Button onPress={() => open({ type: 'rule', proposal: id })}>{say(words.ruling)}</Button>
        </div>
      )}
    </article>
  )
}

/** How many stand where on the present words, and nothing of who they are or what they said. */
export function NamelessTally({ on }: { readonly on: PositionOn }) {
  const say = useSay()
  const { state } = useRoom()
  const { byStance, stale } = tally(state, 'paragraph' in on ? on.paragraph : on.proposal)
  const taken = stances.filter((stance) => byStance[stance].length > 0)
  return taken.length === 0 ? (
    <p className="tally muted">{say(stale.length > 0 ? words.noPositionsNow : words.noPositions)}</p>
  ) : (
    <dl className="tally">
      {taken.map((stance) => (
        <div key={stance}>
          <dt className={`tally-${stance}`}>{say(stanceNames[stance])}</dt>
          <dd>{byStance[stance].length}</dd>
        </div>
      ))}
    </dl>
  )
}
