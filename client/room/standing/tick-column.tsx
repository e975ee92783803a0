import type { Column } from '../../controls/table.tsx'
import { Tick } from '../../controls/tick.tsx'
import { standing as words } from '../../lang/en/standing.ts'
import type { Sayer } from '../../lang/say.tsx'

/** Ticks rows for a package; `ticked` are the ids chosen, `labelOf` says what is chosen with a row. */
export const tickColumn = <Id, Row extends { readonly id: Id }>(
  say: Sayer,
  ticked: readonly Id[],
  onTick: (ids: readonly Id[]) => void,
  labelOf: (row: Row) => string,
): Column<Row> => ({
  id: 'tick',
  header: say(words.tickColumn),
  acts: true,
  cell: (row) => (
    <Tick
      isSelected={ticked.includes(row.id)}
      label={labelOf(row)}
      onChange={(on) => onTick(on ? [...ticked, row.id] : ticked.filter((id) => id !== row.id))}
    />
  ),
})
