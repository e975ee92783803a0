import { bracketStanding } from '../../../schema/party/holdouts.ts'
import { standing as words } from '../../lang/en/standing.ts'
import { Say, useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { CodeList, HoldoutList } from './holdout-list.tsx'
import { Packages } from './packages.tsx'
import { StalePositions } from './stale-positions.tsx'
import './standing.css'

/** On the card of an open proposal: who stands in the way of adopting it, who alone, and whom to ask anew. */
export function InTheWay({ proposal }: { readonly proposal: number }) {
  const say = useSay()
  const { state } = useRoom()
  const found = state.proposals.get(proposal)
  if (found?.status !== 'open') return null
  const { adopting, dropping, holdsOnly, unnamed, onCondition, stale, asked } = bracketStanding(
    state,
    proposal,
  )
  const { holdouts, alone } = holdsOnly ? dropping : adopting
  return (
    <div className="in-the-way">
      <p>
        {holdouts.length === 0 ? (
          <span className="muted">{say(holdsOnly ? words.nobodyNamed : words.nobodyInTheWay)}</span>
        ) : (
          <Say
            of={holdsOnly ? words.inTheWayOfLifting : words.inTheWay}
            facts={{ who: <HoldoutList holdouts={holdouts} subject={proposal} /> }}
          />
        )}
        {alone !== null && <Alone of={holdsOnly ? words.aloneKeeps : words.alone} who={[alone]} />}
      </p>
      {!holdsOnly && dropping.holdouts.length === 0 && <p className="muted">{say(words.nobodyNamed)}</p>}
      {unnamed.length > 0 && (
        <p className="muted">{say(words.unnamedRivals, { list: unnamed.join(', ') })}</p>
      )}
      {onCondition.length > 0 && (
        <p className="muted">
          {say(words.onCondition, {
            who: onCondition
              .map(({ party, condition }) => (condition ? `${party} (${condition})` : party))
              .join(', '),
          })}
        </p>
      )}
      <Packages of={{ proposal }} />
      <StalePositions proposal={found} stale={stale} asked={asked} />
    </div>
  )
}

/** " · JP alone". */
export function Alone({ of, who }: { readonly of: typeof words.alone; readonly who: readonly string[] }) {
  return (
    <>
      {' · '}
      <strong className="alone">
        <Say of={of} facts={{ who: <CodeList codes={who} /> }} />
      </strong>
    </>
  )
}
