import { type Column, Table } from '../../controls/table.tsx'
import { room } from '../../lang/en/room.ts'
import { standing as words } from '../../lang/en/standing.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { jointColumns } from './joint-columns.tsx'
import type { Chosen } from './package-bar.tsx'
import type { ParagraphRow } from './rows.ts'
import { tickColumn } from './tick-column.tsx'

/** Every paragraph that is held open: by whom, and who by itself could settle what is contested. */
export function ParagraphTable({
  rows,
  chosen,
  onChoose,
}: {
  readonly rows: readonly ParagraphRow[]
  readonly chosen?: Chosen
  readonly onChoose?: (chosen: Chosen) => void
}) {
  const say = useSay()
  const { goToParagraph } = useRoom()
  const order = new Map(rows.map(({ id }, i) => [id, i]))
  const columns: readonly (Column<ParagraphRow> | false)[] = [
    chosen !== undefined &&
      onChoose !== undefined &&
      tickColumn(
        say,
        chosen.paragraphs,
        (paragraphs) => onChoose({ ...chosen, paragraphs }),
        ({ place }) => say(words.tickParagraph, { label: place || say(room.text) }),
      ),
    {
      id: 'place',
      header: say(words.place),
      heads: true,
      sortBy: ({ id }) => order.get(id)!,
      cell: ({ id, place }) => (
        <button type="button" className="word-link" onClick={() => goToParagraph(id)}>
          <bdi>{place || say(room.text)}</bdi>
        </button>
      ),
    },
    {
      id: 'open',
      header: say(words.brackets),
      sortBy: ({ standing }) => standing.proposals.length,
      numeric: true,
      cell: ({ standing }) => standing.proposals.length,
    },
    ...jointColumns(say, say(words.nobodyNamedShort)),
    rows.some(({ packages }) => packages.length > 0) && {
      id: 'package',
      header: say(words.packageColumn),
      sortBy: ({ packages }) => packages.map(({ title }) => title).join(' '),
      cell: ({ packages }) => <bdi>{packages.map(({ title }) => title).join(', ')}</bdi>,
    },
  ]
  return (
    <Table
      caption={say(words.caption, { title: say(words.title), what: say(words.paragraphs) })}
      hideCaption
      columns={columns.filter((column) => column !== false)}
      rows={rows}
      keyOf={({ id }) => id}
    />
  )
}
