import { type KeyboardEvent, type MouseEvent, useMemo } from 'react'
import type { Finding, WrittenParagraph } from '../../../schema/imported/written.ts'
import { bracketing } from '../../lang/en/bracketing.ts'
import { useSay } from '../../lang/say.tsx'
import { MarkedParagraph } from './marked-paragraph.tsx'
import type { Understood } from './understood.ts'
import type { Aside } from './asides.ts'
import { type Stretch, stretchesOf } from './pieces.ts'

const none: readonly Stretch[] = []
const noAsides: readonly Aside[] = []

/** The imported text with what was found in it. A click or a key chooses; Enter leads on to the card. */
export function MarkedText({
  paragraphs,
  labels,
  findings,
  asides,
  chosen,
  language,
  onChoose,
}: {
  readonly paragraphs: readonly WrittenParagraph[]
  /** Names paragraphs by id. */
  readonly labels: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
  readonly asides: Understood['asides']
  readonly chosen: string | null
  readonly language: string
  /** `enter` when the card is wanted, not only what it says. */
  readonly onChoose: (finding: string, enter: boolean) => void
}) {
  const say = useSay()
  const stretches = useMemo(() => stretchesOf(paragraphs, findings), [paragraphs, findings])
  const stop = findings.some(({ id }) => id === chosen) ? chosen : (findings[0]?.id ?? null)
  const found = (target: EventTarget): string | null =>
    (target as Element).closest('[data-finding]')?.getAttribute('data-finding') ?? null

  const onClick = (event: MouseEvent): void => {
    const id = found(event.target)
    // A key that presses the button is a click without a count.
    if (id !== null) onChoose(id, event.detail === 0 || isNarrow())
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = findings.findIndex(({ id }) => id === found(event.target))
    const to = at < 0 ? null : stepFrom(event.key, at, findings.length)
    const next = to === null ? undefined : findings[to]
    if (!next) return
    event.preventDefault()
    onChoose(next.id, false)
    document.getElementById(`sign-${next.id}`)?.focus()
  }
  return (
    <section className="marked-text" aria-labelledby="marked-text">
      <h2 id="marked-text" className="unseen">
        {say(bracketing.text)}
      </h2>
      {findings.length > 0 ? <p className="muted">{say(bracketing.textHelp)}</p> : null}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the signs inside are buttons; the words only widen them */}
      <ol className="marked-rows" onClick={onClick} onKeyDown={onKeyDown}>
        {paragraphs.map((paragraph) => {
          const own = stretches.get(paragraph.id) ?? none
          const has = (id: string | null): string | null =>
            own.some(({ finding }) => finding.id === id) ? id : null
          return (
            <MarkedParagraph
              key={paragraph.id}
              paragraph={paragraph}
              label={labels.get(paragraph.id) ?? ''}
              stretches={own}
              asides={asides[paragraph.id] ?? noAsides}
              chosen={has(chosen)}
              stop={has(stop)}
              language={language}
            />
          )
        })}
      </ol>
    </section>
  )
}

/** The card stands below the text where there is no room beside it. */
const isNarrow = (): boolean => window.matchMedia('(max-width: 60rem)').matches

function stepFrom(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
    case 'n':
      return Math.min(count - 1, at + 1)
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'p':
      return Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
