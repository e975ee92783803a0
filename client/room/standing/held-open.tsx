import { jointStanding } from '../../../schema/party/holdouts.ts'
import { standing as words } from '../../lang/en/standing.ts'
import { Say } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { CodeList } from './holdout-list.tsx'
import { Alone } from './in-the-way.tsx'
import { Packages } from './packages.tsx'
import './standing.css'

/** On the card of a paragraph: between whom it is open, and who by itself could settle all that is contested. */
export function HeldOpen({
  paragraph,
  proposals,
}: {
  readonly paragraph: string
  /** Open proposals that touch it. */
  readonly proposals: readonly number[]
}) {
  const { state } = useRoom()
  const { holdouts, alone, contested } = jointStanding(state, proposals, [paragraph])
  const codes = holdouts.map(({ party }) => party)
  return (
    <>
      {codes.length > 0 && (
        <p className="held-open">
          <Say
            of={!contested ? words.uncontested : codes.length === 1 ? words.openAlone : words.openBetween}
            facts={{ who: <CodeList codes={codes} /> }}
          />
          {contested && codes.length > 1 && alone.length > 0 && (
            <Alone of={alone.length === 1 ? words.aloneSettles : words.aloneOr} who={alone} />
          )}
        </p>
      )}
      <Packages of={{ paragraph }} />
    </>
  )
}
