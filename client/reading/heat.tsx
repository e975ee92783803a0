import { memo } from 'react'
import type { ParagraphStatus } from '../../schema/record/deed.ts'
import type { ParagraphView } from '../../schema/view/passage.ts'
import { statusNames } from '../lang/en/common.ts'
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
  active,
  onGo,
}: {
  readonly paragraphs: readonly ParagraphView[]
  readonly active: string | null
  readonly onGo: (paragraph: string) => void
}) {
  const say = useSay()
  const numbered = paragraphs.filter(({ kind }) => kind !== 'footnote')
  const at = Math.max(
    0,
    numbered.findIndex(({ id }) => id === active),
  )
  const current = numbered[at]
  if (!current) return null
  const most = Math.max(4, ...numbered.map(({ pairs }) => pairs))
  return (
    <div className="heat">
      <svg viewBox={`0 0 ${numbered.length} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {numbered.map(({ id, pairs, status }, i) => (
          <Bar
            key={id}
            at={i}
            share={pairs === 0 ? 0 : Math.max(0.18, Math.sqrt(pairs / most))}
            status={status}
          />
        ))}
        <rect className="heat-here" x={at} y={0} width={1} height={height} />
      </svg>
      <input
        type="range"
        aria-label={say(reading.heat)}
        aria-valuetext={say(reading.heatAt, {
          label: current.label || current.kind,
          open: current.pairs,
          status: say(statusNames[current.status]),
        })}
        min={0}
        max={numbered.length - 1}
        value={at}
        onChange={({ target }) => {
          const wanted = numbered[Number(target.value)]
          if (wanted) onGo(wanted.id)
        }}
      />
    </div>
  )
})

const Bar = memo(function Bar({ at, share, status }: { at: number; share: number; status: ParagraphStatus }) {
  const rise = share * (height - 4)
  return (
    <>
      {share > 0 && (
        <rect className="heat-bar" x={at + 0.1} y={height - 4 - rise} width={0.8} height={rise} />
      )}
      <rect className={`heat-foot heat-${status}`} x={at + 0.1} y={height - 3} width={0.8} height={3} />
    </>
  )
})
