import { createContext, useContext } from 'react'
import type { Column } from '../../controls/table.tsx'
import { Tick } from '../../controls/tick.tsx'
import { standing as words } from '../../lang/en/standing.ts'
import type { Sayer } from '../../lang/say.tsx'
import type { Chosen } from './package-bar.tsx'

/** What is ticked for a package, and the way to change it; null where none may be made. */
export const ChosenContext = createContext<{
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen) => void
} | null>(null)

/** Ticks brackets for a package; `labelOf` says what is chosen with a row. */
export const tickBrackets = <Row extends { readonly id: number }>(
  say: Sayer,
  labelOf: (row: Row) => string,
): Column<Row> => ({
  id: 'tick',
  header: say(words.tickColumn),
  acts: true,
  cell: (row) => <PackageTick proposal={row.id} label={labelOf(row)} />,
})

/** Ticks paragraphs for a package. */
export const tickParagraphs = <Row extends { readonly id: string }>(
  say: Sayer,
  labelOf: (row: Row) => string,
): Column<Row> => ({
  id: 'tick',
  header: say(words.tickColumn),
  acts: true,
  cell: (row) => <PackageTick paragraph={row.id} label={labelOf(row)} />,
})

type Item = { readonly proposal: number } | { readonly paragraph: string }

// It reads what is chosen by itself: a press draws the ticks again, and not the rows they are in.
function PackageTick({ label, ...item }: Item & { readonly label: string }) {
  const choosing = useContext(ChosenContext)
  if (!choosing) return null
  const { chosen, onChoose } = choosing
  const isSelected =
    'proposal' in item ? chosen.proposals.includes(item.proposal) : chosen.paragraphs.includes(item.paragraph)
  return (
    <Tick
      isSelected={isSelected}
      label={label}
      onChange={(on) =>
        onChoose(
          'proposal' in item
            ? { ...chosen, proposals: toggled(chosen.proposals, item.proposal, on) }
            : { ...chosen, paragraphs: toggled(chosen.paragraphs, item.paragraph, on) },
        )
      }
    />
  )
}

const toggled = <Id,>(ids: readonly Id[], id: Id, on: boolean): readonly Id[] =>
  on ? [...ids, id] : ids.filter((one) => one !== id)
