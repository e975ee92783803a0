import { useMemo } from 'react'
import { currentVersion } from '../../../schema/proposal/proposal.ts'
import type { State } from '../../../schema/record/state.ts'
import { type Column, Table } from '../../controls/table.tsx'
import { standing as words } from '../../lang/en/standing.ts'
import { Say, type Sayer, useSay } from '../../lang/say.tsx'
import { Asked } from './asked.tsx'
import { CodeList, HoldoutList } from './holdout-list.tsx'
import { PlaceLink } from './place-link.tsx'
import { aloneIn, type BracketRow, nearness } from './rows.ts'
import { tickBrackets } from './tick-column.tsx'

/** Every open bracket: who asks, who supports, who stands in the way, and who alone. */
export function BracketTable({
  rows,
  state,
  ticks,
}: {
  readonly rows: readonly BracketRow[]
  readonly state: State
  /** True where brackets are ticked for a package. */
  readonly ticks: boolean
}) {
  const say = useSay()
  const columns = useMemo(() => bracketColumns(rows, state, ticks, say), [rows, state, ticks, say])
  return (
    <Table
      caption={say(words.caption, { title: say(words.title), what: say(words.brackets) })}
      hideCaption
      columns={columns}
      rows={rows}
      keyOf={({ id }) => String(id)}
    />
  )
}

function bracketColumns(
  rows: readonly BracketRow[],
  state: State,
  ticks: boolean,
  say: Sayer,
): readonly Column<BracketRow>[] {
  const order = new Map(rows.map(({ id }, i) => [id, i]))
  const columns: readonly (Column<BracketRow> | false)[] = [
    ticks && tickBrackets(say, ({ id }) => say(words.tickBracket, { n: id })),
    {
      id: 'place',
      header: say(words.place),
      heads: true,
      sortBy: ({ id }) => order.get(id)!,
      cell: (row) => <PlaceLink {...row} />,
    },
    {
      id: 'what',
      header: say(words.what),
      cell: ({ id }) => <Asked changes={currentVersion(state.proposals.get(id)!).changes} state={state} />,
    },
    {
      id: 'asks',
      header: say(words.whoAsks),
      sortBy: ({ standing }) => standing.sponsors.join(' '),
      cell: ({ standing: { sponsors } }) =>
        sponsors.length > 0 ? (
          <CodeList codes={sponsors} />
        ) : (
          <span className="muted">{say(words.nobodyNamedShort)}</span>
        ),
    },
    {
      id: 'supports',
      header: say(words.whoSupports),
      cell: ({ standing: { byStance, silent, stale } }) => (
        <div>
          <CodeList codes={byStance.supports} />
          {byStance.canLiveWith.length > 0 && (
            <span className="stands-silent">
              {say(words.canLiveWith, { who: byStance.canLiveWith.join(', ') })}
            </span>
          )}
          <span className="stands-silent muted">
            {say(words.silent, { count: silent })}
            {stale.length > 0 &&
              ` · ${say(words.stale, { who: stale.map(({ party }) => party).join(', ') })}`}
          </span>
        </div>
      ),
    },
    {
      id: 'way',
      header: say(words.inTheWayColumn),
      cell: ({ id, standing: { adopting, dropping, holdsOnly } }) => {
        const { holdouts } = holdsOnly ? dropping : adopting
        if (holdouts.length === 0) return <span className="muted">{say(words.nobody)}</span>
        const who = <HoldoutList holdouts={holdouts} subject={id} apart />
        // Brackets alone are not adopted: those are named who would have to lift them.
        return holdsOnly ? (
          <span>
            <Say of={words.inTheWayOfLifting} facts={{ who }} />
          </span>
        ) : (
          who
        )
      },
    },
    {
      id: 'alone',
      header: say(words.aloneColumn),
      sortBy: (row) => {
        const { adopting, dropping, holdsOnly } = row.standing
        return nearness((holdsOnly ? dropping : adopting).holdouts.length, aloneIn(row).length)
      },
      cell: (row) => (
        <span className="alone">
          <CodeList codes={aloneIn(row)} />
        </span>
      ),
    },
    rows.some(({ packages }) => packages.length > 0) && {
      id: 'package',
      header: say(words.packageColumn),
      sortBy: ({ packages }) => packages.map(({ title }) => title).join(' '),
      cell: ({ packages }) => <bdi>{packages.map(({ title }) => title).join(', ')}</bdi>,
    },
  ]
  return columns.filter((column) => column !== false)
}
