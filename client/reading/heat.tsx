import { memo, useMemo } from 'react'
import type { ParagraphStatus } from '../../schema/record/deed.ts'
import type { ParagraphView } from '../../schema/view/passage.ts'
import { paragraphKindNames, statusNames } from '../lang/en/common.ts'
import { reading } from '../lang/en/reading.ts'
import { useSay } from '../lang/say.tsx'
import './heat.css'

/** Height of the strip in its own units. */
const height = 20

/**
 * One bar for each paragraph, as high as it has open brackets, over a foot that says its status. It is one
 * slider: hundreds of buttons a few pixels wide would serve nobody.
 */
export const HeatStrip = memo(function HeatStrip({
  paragraphs,
  labelOf,
  active,
  onGo,
}: {
  readonly paragraphs: readonly ParagraphView[]
  /** What a paragraph is cited as, by its id. */
  readonly labelOf: (paragraph: string) => string
  readonly active: string | null
  readonly onGo: (paragraph: string) => void
}) {
  const say = useSay()
  const cells = useMemo(() => paragraphs.filter(({ kind }) => kind !== 'footnote'), [paragraphs])
  const at = Math.max(
    0,
    cells.findIndex(({ id }) => id === active),
  )
  const current = cells[at]
  if (!current) return null
  return (
    <div className="heat">
      <svg viewBox={`0 0 ${cells.length} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <Bars cells={cells} />
        <rect className="heat-here" x={at} y={0} width={1} height={height} />
      </svg>
      <input
        type="range"
        aria-label={say(reading.heat)}
        aria-valuetext={say(reading.heatAt, {
          label:
            labelOf(current.id) || say(reading.unnumbered, { kind: say(paragraphKindNames[current.kind]) }),
          open: current.pairs,
          status: say(statusNames[current.status]),
        })}
        min={0}
        max={cells.length - 1}
        value={at}
        onChange={({ target }) => {
          const wanted = cells[Number(target.value)]
          if (wanted) onGo(wanted.id)
        }}
      />
    </div>
  )
})

/**
 * All bars as one shape, and all feet of one status as another: a shape for each paragraph would be worked out
 * anew, a thousand at a time, whenever something over the whole page changes.
 */
const Bars = memo(function Bars({ cells }: { readonly cells: readonly ParagraphView[] }) {
  const most = Math.max(4, ...cells.map(({ pairs }) => pairs))
  const rise = (pairs: number): number => Math.max(0.18, Math.sqrt(pairs / most)) * (height - 4)
  const bars = cells.map(({ pairs }, i) => (pairs === 0 ? '' : box(i, height - 4 - rise(pairs), rise(pairs))))
  const feet = Map.groupBy(cells.keys(), (i): ParagraphStatus => cells[i]!.status)
  return (
    <>
      <path className="heat-bar" d={bars.join('')} />
      {[...feet].map(([status, places]) => (
        <path
          key={status}
          className={`heat-foot heat-${status}`}
          d={places.map((i) => box(i, height - 3, 3)).join('')}
        />
      ))}
    </>
  )
})

/** A cell's part of a shape, from `top` down, with a little room on both sides. */
const box = (cell: number, top: number, tall: number): string =>
  `M${cell + 0.1} ${top.toFixed(2)}h.8v${tall.toFixed(2)}h-.8z`
