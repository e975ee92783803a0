import { Fragment, useId, useState } from 'react'
import { currentVersion } from '../../../schema/proposal/proposal.ts'
import type { Package } from '../../../schema/record/state.ts'
import type { State } from '../../../schema/record/state.ts'
import { Button } from '../../controls/button.tsx'
import { StatusGlyph, StatusMark } from '../../controls/status.tsx'
import { type Column, Table } from '../../controls/table.tsx'
import { proposalStatusNames } from '../../lang/en/common.ts'
import { room } from '../../lang/en/room.ts'
import { standing as words } from '../../lang/en/standing.ts'
import { Say, useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { Asked } from './asked.tsx'
import { CodeList } from './holdout-list.tsx'
import { jointColumns } from './joint-columns.tsx'
import { DissolveDialog, PackageDialog } from './package-dialog.tsx'
import { type PackageItem, type PackageRow, sharesOf } from './rows.ts'

/** Every package with its items: who holds up each, how much of it each party holds up, and who could settle it alone. */
export function PackageList({
  rows,
  state,
  arranges,
}: {
  readonly rows: readonly PackageRow[]
  readonly state: State
  /** True for who may change packages. */
  readonly arranges: boolean
}) {
  const [changing, setChanging] = useState<Package | null>(null)
  const [dissolving, setDissolving] = useState<Package | null>(null)
  return (
    <>
      {rows.map((row) => (
        <PackageSection
          key={row.package.id}
          row={row}
          state={state}
          {...(arranges ? { onChange: setChanging, onDissolve: setDissolving } : {})}
        />
      ))}
      {changing && <PackageDialog of={changing} onClose={() => setChanging(null)} />}
      {dissolving && <DissolveDialog of={dissolving} onClose={() => setDissolving(null)} />}
    </>
  )
}

function PackageSection({
  row,
  state,
  onChange,
  onDissolve,
}: {
  readonly row: PackageRow
  readonly state: State
  readonly onChange?: (it: Package) => void
  readonly onDissolve?: (it: Package) => void
}) {
  const say = useSay()
  const title = useId()
  const columns = useItemColumns(state)
  const { package: one, items } = row
  const settled = items.filter((item) => item.settled).length
  return (
    <section className="package" aria-labelledby={title}>
      <header className="package-head">
        <h3 id={title}>
          <StatusGlyph status="package" /> <bdi>{one.title}</bdi>
        </h3>
        <span className="muted">{say(words.settled, { settled, all: items.length })}</span>
        {onChange && (
          <Button
            aria-label={`${say(words.changePackage)} ${one.title}`}
            tone="quiet"
            onPress={() => onChange(one)}
          >
            {say(words.changePackage)}
          </Button>
        )}
        {onDissolve && (
          <Button
            aria-label={`${say(words.dissolve)} ${one.title}`}
            tone="quiet"
            onPress={() => onDissolve(one)}
          >
            {say(words.dissolve)}
          </Button>
        )}
      </header>
      <Shares row={row} />
      <Table
        caption={say(words.caption, { title: one.title, what: say(words.items) })}
        hideCaption
        columns={columns}
        rows={items}
        keyOf={({ id }) => String(id)}
      />
    </section>
  )
}

/** "G77 in 4 of 5, EU in 2", who holds up most first, and who by itself could settle all of it. */
function Shares({ row }: { readonly row: PackageRow }) {
  const say = useSay()
  const shares = sharesOf(row)
  const { alone, contested } = row.standing
  if (shares.length === 0) return <p className="muted">{say(words.nobodyInPackage)}</p>
  return (
    <p className="package-shares">
      <Say
        of={contested ? words.openBetween : words.uncontested}
        facts={{
          who: shares.map(([party, items], i) => (
            <Fragment key={party}>
              {i > 0 && ', '}
              <span className="share">
                <bdi className="code">{party}</bdi>{' '}
                <span className="muted">{say(words.inItems, { items })}</span>
              </span>
            </Fragment>
          )),
        }}
      />
      {alone.length > 0 && (
        <>
          {' · '}
          <strong className="alone">
            <Say
              of={alone.length === 1 ? words.aloneSettles : words.aloneOr}
              facts={{ who: <CodeList codes={alone} /> }}
            />
          </strong>
        </>
      )}
    </p>
  )
}

function useItemColumns(state: State): readonly Column<PackageItem>[] {
  const say = useSay()
  const { goToParagraph, goToProposal } = useRoom()
  return [
    {
      id: 'item',
      header: say(words.items),
      heads: true,
      cell: ({ id, place }) => (
        <button
          type="button"
          className="word-link"
          onClick={() => (typeof id === 'number' ? goToProposal(id) : goToParagraph(id))}
        >
          <bdi>{place || say(room.text)}</bdi>
          {typeof id === 'number' && ` · ${id}`}
        </button>
      ),
    },
    {
      id: 'what',
      header: say(words.what),
      cell: ({ id, standing }) =>
        typeof id === 'number' ? (
          <Asked changes={currentVersion(state.proposals.get(id)!).changes} state={state} />
        ) : (
          <span className="muted">{say(words.wholeParagraph, { count: standing.proposals.length })}</span>
        ),
    },
    {
      id: 'status',
      header: say(words.statusColumn),
      cell: ({ id }) => {
        if (typeof id === 'string') return <StatusMark status={state.statuses.get(id)?.status ?? 'open'} />
        return say(proposalStatusNames[state.proposals.get(id)!.status])
      },
    },
    ...jointColumns<PackageItem>(say, say(words.nobody)),
  ]
}
