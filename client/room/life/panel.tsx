import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { lifeOf } from '../../../schema/record/life.ts'
import type { State } from '../../../schema/record/state.ts'
import { Button } from '../../controls/button.tsx'
import { life as words } from '../../lang/en/standing.ts'
import { useSay } from '../../lang/say.tsx'
import { useRoom } from '../context.ts'
import { FindWord } from './find-word.tsx'
import { parseSpot } from './spot.ts'
import { LifeStory } from './story.tsx'
import { useLife } from './use-life.ts'
import { useMarkedWord } from './use-marked-word.ts'
import { usePressedWord } from './use-pressed-word.ts'
import './life.css'

/** Beside the text: everything the record says about one word, and a field to find another one. */
export function LifePanel({ at, state }: { readonly at: string; readonly state: State }) {
  const say = useSay()
  const { live } = useRoom()
  const { open, close } = useLife()
  const panel = useRef<HTMLElement>(null)
  const before = useRef<Element | null>(null)
  const spot = useMemo(() => parseSpot(at, state), [at, state])
  const life = useMemo(() => (spot ? lifeOf(state, live.acts, spot) : null), [spot, state, live.acts])
  useEffect(() => {
    before.current ??= document.activeElement
    keepInSight()
    const target = at === '' ? panel.current?.querySelector('input') : panel.current
    target?.focus({ preventScroll: true })
    panel.current?.scrollTo({ top: 0 })
  }, [at])
  usePressedWord(at === '', open)
  useMarkedWord(life?.word ?? null)
  useBelow('.room-top', panel)
  useMargin(panel)
  const leave = useCallback(() => {
    close()
    // A menu that led here is gone; then the reader is back at the paragraph.
    const held = before.current !== document.body && before.current?.isConnected === true
    const back = held ? before.current : document.querySelector('.paragraph.active')
    if (back instanceof HTMLElement) back.focus({ preventScroll: true })
  }, [close])
  useEffect(() => {
    const element = panel.current
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      leave()
    }
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [leave])
  return (
    <aside
      ref={panel}
      className="life"
      tabIndex={-1}
      aria-label={life ? say(words.title, { word: life.word.text.trim() }) : say(words.titleFind)}
    >
      <header className="life-head">
        <h2 dir="auto">
          {life ? say(words.title, { word: life.word.text.trim() || say(words.unit) }) : say(words.titleFind)}
        </h2>
        <Button tone="quiet" onPress={leave} aria-label={say(words.close)}>
          <span aria-hidden="true">×</span>
        </Button>
      </header>
      {at !== '' && !life && <p className="muted life-part">{say(words.gone)}</p>}
      {life && <LifeStory life={life} state={state} />}
      {at === '' && <p className="life-part">{say(words.pressWord)}</p>}
      {life && (
        <p className="life-part life-another">
          <Button tone="quiet" onPress={() => open(null)}>
            {say(words.another)}
          </Button>
        </p>
      )}
      <FindWord state={state} alone={at === ''} />
    </aside>
  )
}

/** On a small screen the panel covers the lower part of the text: brings the bracket it is about above it. */
function keepInSight(): void {
  if (!matchMedia('(max-width: 44.99rem)').matches) return
  const about = document.querySelector('.wording.lit') ?? document.querySelector('.paragraph.active')
  about?.scrollIntoView({ block: 'start' })
}

/**
 * Keeps an element over the margin of the cards, beside the words: it stands in for the cards while it is open, and
 * covers nothing of what is read. Where there is no such margin its style sheet places it.
 */
function useMargin(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const list = document.querySelector<HTMLElement>('.paragraphs')
    if (!list) return
    const fit = () => {
      const words = list.querySelector('.paragraph-text')?.getBoundingClientRect()
      if (!words) return
      const { clientWidth } = document.documentElement
      const free = getComputedStyle(list).direction === 'rtl' ? words.left : clientWidth - words.right
      element.current?.style.setProperty('--margin-free', `${Math.max(0, Math.floor(free - apartPx))}px`)
      if (element.current) element.current.dataset['side'] = getComputedStyle(list).direction
    }
    const observer = new ResizeObserver(fit)
    observer.observe(list)
    return () => observer.disconnect()
  }, [element])
}

/** Room left between the words and what stands in the margin. */
const apartPx = 20

/** Keeps an element below another one, whose height changes with the window. */
function useBelow(selector: string, element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const above = document.querySelector(selector)
    if (!above) return
    const fit = () => element.current?.style.setProperty('--above', `${above.clientHeight}px`)
    const observer = new ResizeObserver(fit)
    observer.observe(above)
    return () => observer.disconnect()
  }, [selector, element])
}
