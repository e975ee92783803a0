import { useState } from 'react'
import type { Package } from '../../../schema/record/state.ts'
import { Button } from '../../controls/button.tsx'
import { StatusGlyph } from '../../controls/status.tsx'
import { type Column, Table } from '../../controls/table.tsx'
import { room } from '../../lang/en/room.ts'
import { standing as words } from '../../lang/en/standing.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { jointColumns } from './joint-columns.tsx'
import { DissolveDialog, PackageDialog } from './package-dialog.tsx'
import type { PackageRow } from './rows.ts'

/** Every package with its items: who holds it up, and who by itself could settle it. */
export function PackageTable({
  rows,
  labels,
  places,
  arranges,
}: {
  readonly rows: readonly PackageRow[]
  readonly labels: ReadonlyMap<string, string>
  readonly places: ReadonlyMap<number, string>
  /** True for who may change packages. */
  readonly arranges: boolean
}) {
  const say = useSay()
  const { goToParagraph, goToProposal } = useRoom()
  const [changing, setChanging] = useState<Package | null>(null)
  const [dissolving, setDissolving] = useState<Package | null>(null)
  const columns: readonly (Column<PackageRow> | false)[] = [
    {
      id: 'title',
      header: say(words.packageColumn),
      heads: true,
      sortBy: (row) => row.package.title,
      cell: (row) => (
        <>
          <StatusGlyph status="package" /> <bdi>{row.package.title}</bdi>
        </>
      ),
    },
    {
      id: 'items',
      header: say(words.items),
      cell: ({ package: { paragraphs, proposals }, settled, all }) => (
        <div className="package-items">
          {paragraphs.map((id) => (
            <button key={id} type="button" className="word-link" onClick={() => goToParagraph(id)}>
              <bdi>{labels.get(id) || say(room.text)}</bdi>
            </button>
          ))}
          {proposals.map((id) => (
            <button key={id} type="button" className="word-link" onClick={() => goToProposal(id)}>
              <bdi>{places.get(id) || say(room.text)}</bdi> · {id}
            </button>
          ))}
          <span className="stands-silent muted">{say(words.settled, { settled, all })}</span>
        </div>
      ),
    },
    ...jointColumns(say, say(words.nobody)),
    arranges && {
      id: 'acts',
      header: say(words.changePackage),
      acts: true,
      cell: (row) => (
        <>
          <Button
            aria-label={`${say(words.changePackage)} ${row.package.title}`}
            onPress={() => setChanging(row.package)}
          >
            {say(words.changePackage)}
          </Button>
          <Button
            aria-label={`${say(words.dissolve)} ${row.package.title}`}
            onPress={() => setDissolving(row.package)}
          >
            {say(words.dissolve)}
          </Button>
        </>
      ),
    },
  ]
  return (
    <>
      <Table
        caption={say(words.caption, { title: say(words.title), what: say(words.packages) })}
        hideCaption
        columns={columns.filter((column) => column !== false)}
        rows={rows}
        keyOf={(row) => row.package.id}
      />
      {changing && <PackageDialog of={changing} onClose={() => setChanging(null)} />}
      {dissolving && <DissolveDialog of={dissolving} onClose={() => setDissolving(null)} />}
    </>
  )
}
