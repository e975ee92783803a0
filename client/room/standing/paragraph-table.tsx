import { useMemo } from 'react'
import { type Column, Table } from '../../controls/table.tsx'
import { room } from '../../lang/en/room.ts'
import { standing as words } from '../../lang/en/standing.ts'
import { type Sayer, useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { jointColumns } from './joint-columns.tsx'
import type { ParagraphRow } from './rows.ts'
import { tickParagraphs } from './tick-column.tsx'

/** Every paragraph that is held open: by whom, and who by itself could settle what is contested. */
export function ParagraphTable({
  rows,
  ticks,
}: {
  readonly rows: readonly ParagraphRow[]
  /** True where paragraphs are ticked for a package. */
  readonly ticks: boolean
}) {
  const say = useSay()
  const { goToParagraph } = useRoom()
  const columns = useMemo(
    () => paragraphColumns(rows, ticks, say, goToParagraph),
    [rows, ticks, say, goToParagraph],
  )
  return (
    <Table
      caption={say(words.caption, { title: say(words.title), what: say(words.paragraphs) })}
      hideCaption
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
    />
  )
}

function paragraphColumns(
  rows: readonly ParagraphRow[],
  ticks: boolean,
  say: Sayer,
  goToParagraph: (paragraph: string) => void,
): readonly Column<ParagraphRow>[] {
  const order = new Map(rows.map(({ id }, i) => [id, i]))
  const columns: readonly (Column<ParagraphRow> | false)[] = [
    ticks && tickParagraphs(say, ({ place }) => say(words.tickParagraph, { label: place || say(room.text) })),
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
  return columns.filter((column) => column !== false)
}
