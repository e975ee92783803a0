import type { KeyboardEvent, MouseEvent } from 'react'
import { memo } from 'react'
import type { ParagraphStatus } from '../../schema/record/deed.ts'
import type { ParagraphView } from '../../schema/view/passage.ts'
import { statusNames } from '../lang/en/common.ts'
import { reading } from '../lang/en/reading.ts'
import { useSay } from '../lang/say.tsx'

/** Height of the strip in its own units. */
const height = 20

/**
 * One bar for each paragraph, as high as it has open brackets, over a foot that says its status. It is one
 * control, moved by arrow keys like a slider: hundreds of buttons a few pixels wide would serve nobody.
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
  const go = (index: number) => {
    const target = numbered[Math.min(Math.max(index, 0), numbered.length - 1)]
    if (target) onGo(target.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      Home: 0,
      End: Infinity,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    go(to)
  }
  const onClick = ({ currentTarget, clientX }: MouseEvent<HTMLElement>) => {
    const box = currentTarget.getBoundingClientRect()
    const part = (clientX - box.left) / box.width
    const reversed = getComputedStyle(currentTarget).direction === 'rtl'
    go(Math.floor((reversed ? 1 - part : part) * numbered.length))
  }
  return (
    <div
      className="heat"
      role="slider"
      tabIndex={0}
      aria-label={say(reading.heat)}
      aria-valuemin={1}
      aria-valuemax={numbered.length}
      aria-valuenow={at + 1}
      aria-valuetext={say(reading.heatAt, {
        label: current.label || current.kind,
        open: current.pairs,
        status: say(statusNames[current.status]),
      })}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
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
