/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   narrow screens lay cells out as blocks, which takes the table's own roles from it in some browsers */
import type { ReactNode } from 'react'
import { memo, useDeferredValue, useState } from 'react'
import { common } from '../lang/en/common.ts'
import { useSay } from '../lang/say.tsx'

/** One column of a table. */
export interface Column<Row> {
  readonly id: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** The cell that names its row. */
  readonly heads?: boolean | undefined
  readonly numeric?: boolean | undefined
  /** Makes the column sortable by this value. */
  readonly sortBy?: ((row: Row) => string | number) | undefined
  /** True for a column of buttons: its header is for screen readers only. */
  readonly acts?: boolean | undefined
}

interface TableProps<Row> {
  /** Says what the table holds; shown to screen readers when `hideCaption`. */
  readonly caption: string
  readonly hideCaption?: boolean | undefined
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
}

/** A plain table; on a narrow screen each row becomes a short list of named values. */
export function Table<Row>({ caption, hideCaption, columns, rows, keyOf }: TableProps<Row>) {
  const say = useSay()
  const [sort, setSort] = useState<{ readonly id: string; readonly down: boolean } | null>(null)
  const sorter = columns.find(({ id }) => id === sort?.id)?.sortBy
  const sorted = sorter
    ? rows.toSorted((a, b) => compare(sorter(a), sorter(b)) * (sort?.down ? -1 : 1))
    : rows
  const drawn = useDeferredValue(sorted.length, rowsInSight)
  const direction = (id: string): 'ascending' | 'descending' | 'none' =>
    sort?.id !== id ? 'none' : sort.down ? 'descending' : 'ascending'
  return (
    <table className="table" role="table">
      <caption className={hideCaption ? 'unseen' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ id, header, sortBy, numeric, acts }) => (
            <th
              key={id}
              role="columnheader"
              scope="col"
              className={numeric ? 'number' : undefined}
              {...(sortBy ? { 'aria-sort': direction(id) } : {})}
            >
              {sortBy ? (
                <button
                  type="button"
                  className="sort"
                  title={say(common.sort, { column: header })}
                  onClick={() => setSort({ id, down: sort?.id === id && !sort.down })}
                >
                  {header}
                  <span aria-hidden="true" className={`sort-mark sort-${direction(id)}`} />
                </button>
              ) : (
                <span className={acts ? 'unseen' : undefined}>{header}</span>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {sorted.slice(0, drawn).map((row) => (
          <KeptRow key={keyOf(row)} columns={columns as readonly Column<unknown>[]} row={row} />
        ))}
      </tbody>
    </table>
  )
}

/** As many rows as can be in sight are drawn at once; the others follow while those are read. */
const rowsInSight = 30

/** A row is drawn again when it, or what the columns say of rows, is another one. */
const KeptRow = memo(function TableRow({
  columns,
  row,
}: {
  readonly columns: readonly Column<unknown>[]
  readonly row: unknown
}) {
  return (
    <tr role="row">
      {columns.map((column) => (
        <TableCell key={column.id} column={column} row={row} />
      ))}
    </tr>
  )
})

function TableCell<Row>({ column, row }: { readonly column: Column<Row>; readonly row: Row }) {
  const { header, cell, heads, numeric, acts } = column
  const className = [numeric ? 'number' : '', acts ? 'acts' : ''].join(' ').trim() || undefined
  const content = (
    <>
      {heads || acts ? null : (
        <span className="cell-name" aria-hidden="true">
          {header}
        </span>
      )}
      {cell(row)}
    </>
  )
  return heads ? (
    <th scope="row" role="rowheader" className={className}>
      {content}
    </th>
  ) : (
    <td role="cell" className={className}>
      {content}
    </td>
  )
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b))
