import { currentVersion } from '../../../schema/proposal/proposal.ts'
import type { State } from '../../../schema/record/state.ts'
import { type Column, Table } from '../../controls/table.tsx'
import { standing as words } from '../../lang/en/standing.ts'
import { useSay } from '../../lang/say.tsx'
import { Asked } from './asked.tsx'
import { PlaceLink } from './place-link.tsx'
import type { BracketRow } from './rows.ts'
import { StalePositions } from './stale-positions.tsx'

/** Every bracket with positions on an earlier wording: what changed since, and one press to ask for them or renew them. */
export function StaleTable({
  rows,
  state,
}: {
  /** Those with stale positions. */
  readonly rows: readonly BracketRow[]
  readonly state: State
}) {
  const say = useSay()
  const columns: readonly Column<BracketRow>[] = [
    {
      id: 'place',
      header: say(words.place),
      heads: true,
      cell: (row) => <PlaceLink {...row} />,
    },
    {
      id: 'what',
      header: say(words.whatNow),
      cell: ({ id }) => <Asked changes={currentVersion(state.proposals.get(id)!).changes} state={state} />,
    },
    {
      id: 'stale',
      header: say(words.staleColumn),
      cell: ({ id, standing: { stale, asked } }) => (
        <StalePositions proposal={state.proposals.get(id)!} stale={stale} asked={asked} />
      ),
    },
  ]
  return (
    <Table
      caption={say(words.caption, { title: say(words.title), what: say(words.renewals) })}
      hideCaption
      columns={columns}
      rows={rows}
      keyOf={({ id }) => String(id)}
    />
  )
}
