import { room } from '../../lang/en/room.ts'
import { standing as words } from '../../lang/en/standing.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import type { BracketRow } from './rows.ts'

/** Where a proposal stands and its number, leading to its card. */
export function PlaceLink({ id, place, paragraph, spent }: BracketRow) {
  const say = useSay()
  const { goToProposal } = useRoom()
  return (
    <>
      <button type="button" className="word-link" onClick={() => goToProposal(id, paragraph)}>
        <bdi>{place || say(room.text)}</bdi> · {id}
      </button>
      {spent && <span className="stands-silent muted">{say(words.spent)}</span>}
    </>
  )
}
