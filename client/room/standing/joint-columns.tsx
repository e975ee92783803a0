import type { JointStanding } from '../../../schema/party/holdouts.ts'
import type { Column } from '../../controls/table.tsx'
import { standing as words } from '../../lang/en/standing.ts'
import type { Sayer } from '../../lang/say.tsx'
import { CodeList, HoldoutList } from './holdout-list.tsx'
import { nearness } from './rows.ts'

/** Between whom paragraphs or packages are open, and who by itself could settle them; `nobody` says so of none. */
export const jointColumns = <Row extends { readonly standing: JointStanding }>(
  say: Sayer,
  nobody: string,
): Column<Row>[] => [
  {
    id: 'holds',
    header: say(words.standsOpen),
    cell: ({ standing: { holdouts } }) =>
      holdouts.length > 0 ? (
        <HoldoutList holdouts={holdouts} apart />
      ) : (
        <span className="muted">{nobody}</span>
      ),
  },
  {
    id: 'alone',
    header: say(words.aloneColumn),
    sortBy: ({ standing: { holdouts, alone, contested } }) =>
      nearness(contested ? holdouts.length : 0, alone.length),
    cell: ({ standing: { alone } }) => (
      <span className="alone">
        <CodeList codes={alone} />
      </span>
    ),
  },
]
