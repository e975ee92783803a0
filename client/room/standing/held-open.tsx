import { jointStanding } from '../../../schema/party/holdouts.ts'
import { standing as words } from '../../lang/en/standing.ts'
import { Say, useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { CodeList } from './holdout-list.tsx'
import { Alone } from './in-the-way.tsx'
import { Packages } from './packages.tsx'
import './standing.css'

/** On the card of a paragraph: who holds it open, and who by itself could settle all that is contested. */
export function HeldOpen({
  paragraph,
  proposals,
}: {
  readonly paragraph: string
  /** Open proposals that touch it. */
  readonly proposals: readonly number[]
}) {
  const say = useSay()
  const { state } = useRoom()
  const { holdouts, alone, contested } = jointStanding(state, proposals, [paragraph])
  const codes = holdouts.map(({ party }) => party)
  return (
    <>
      {codes.length > 0 && (
        <p className="held-open">
          <Say
            of={codes.length === 1 ? words.heldOpenAlone : words.heldOpen}
            facts={{ who: <CodeList codes={codes} /> }}
          />
          {!contested && <span className="muted"> · {say(words.uncontested)}</span>}
          {contested && codes.length > 1 && alone.length > 0 && (
            <Alone of={alone.length === 1 ? words.aloneSettles : words.aloneOr} who={alone} />
          )}
        </p>
      )}
      <Packages of={{ paragraph }} />
    </>
  )
}
