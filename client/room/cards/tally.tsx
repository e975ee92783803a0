import { stances, type PositionOn } from '../../../schema/party/position.ts'
import { tally } from '../../../schema/party/tally.ts'
import { Codes } from '../../controls/codes.tsx'
import { stanceNames } from '../../lang/en/common.ts'
import { room as words } from '../../lang/en/room.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { InTheWay } from '../standing/in-the-way.tsx'

/** Who stands where on the present words: groups in place of members that follow them, and reasons. */
export function Tally({ on }: { readonly on: PositionOn }) {
  const say = useSay()
  const { state } = useRoom()
  const { byStance, standings, stale } = tally(state, 'paragraph' in on ? on.paragraph : on.proposal)
  const taken = stances.filter((stance) => byStance[stance].length > 0)
  const remarks = standings.filter(
    ({ through, position }) => through === null && (position.reason !== '' || position.condition !== ''),
  )
  return (
    <>
      {taken.length === 0 ? (
        <p className="tally muted">{say(stale.length > 0 ? words.noPositionsNow : words.noPositions)}</p>
      ) : (
        <dl className="tally">
          {taken.map((stance) => (
            <div key={stance}>
              <dt className={`tally-${stance}`}>{say(stanceNames[stance])}</dt>
              <dd>
                <Codes codes={byStance[stance]} most={8} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {remarks.length > 0 && (
        <ul className="tally-remarks">
          {remarks.map(({ party, position }) => (
            <li key={party} dir="auto">
              <bdi className="code">{party}</bdi>:{' '}
              {[position.condition, position.reason].filter(Boolean).join('. ')}
            </li>
          ))}
        </ul>
      )}
      {'proposal' in on && <InTheWay proposal={on.proposal} />}
    </>
  )
}
