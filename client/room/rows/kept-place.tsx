import { Component, type ReactNode, type RefObject } from 'react'
import type { ParagraphView } from '../../../schema/view/passage.ts'

interface Props {
  readonly list: RefObject<HTMLElement | null>
  readonly paragraphs: readonly ParagraphView[]
  /** Brackets deeper than this are folded. */
  readonly below: number | null
  /** True while rows are yet to be drawn in the view that is shown. */
  readonly busy: boolean
  readonly children: ReactNode
}

/** Rows by their id and how far from the top of the window they stood, the one the reader looks at first. */
type Held = readonly { readonly id: string; readonly top: number }[]

/** So many rows are noted: the one the reader looks at may not be in the next view. */
const noted = 20

/** After so long without a row being drawn the heights of the others have been found. */
const settledMs = 1_000

/** While heights are found the place is held until the page is laid out; not for a reader who is still on the way. */
const [layoutMs, leavingMs] = [100, 500]

/** What the reader does to go elsewhere. */
const leaving = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

/**
 * Keeps the paragraph the reader is at, or the one in the middle of the window, where it is while the rows around
 * it are drawn anew, in another view or after an act. The browser's own anchor is gone with the words it stood on.
 * A class, for what is to be measured before the page changes cannot be told in any other way.
 */
export class KeptPlace extends Component<Props, unknown, Held | null> {
  #held: Held | null = null
  #due: ReturnType<typeof setTimeout> | undefined
  #observer: ResizeObserver | null = null
  /** When the reader last did something to go elsewhere. */
  #left = 0

  override componentDidMount(): void {
    for (const event of leaving) addEventListener(event, this.#leave, { capture: true, passive: true })
    this.props.list.current?.addEventListener('focusin', this.#release)
    this.#observer = new ResizeObserver(() => this.#keep())
    if (this.props.list.current) this.#observer.observe(this.props.list.current)
  }

  override componentWillUnmount(): void {
    for (const event of leaving) removeEventListener(event, this.#leave, { capture: true })
    this.props.list.current?.removeEventListener('focusin', this.#release)
    this.#observer?.disconnect()
    this.#release()
  }

  override getSnapshotBeforeUpdate(before: Props): Held | null {
    const { list, paragraphs, below } = this.props
    const same = before.paragraphs === paragraphs && before.below === below
    // At its top the text stays there: what comes before its first words is to be seen.
    if (same || this.#held || !list.current || scrollY === 0) return this.#held
    return rowsAbove(list.current)
  }

  override componentDidUpdate(_before: Props, _state: unknown, held: Held | null): void {
    this.#held = held
    this.#keep()
    clearTimeout(this.#due)
    if (held && !this.props.busy) this.#due = setTimeout(this.#release, settledMs)
  }

  override render(): ReactNode {
    return this.props.children
  }

  /** Keeps the place while the heights of rows out of sight are found out. */
  hold(): void {
    const { list } = this.props
    const isLeaving = performance.now() - this.#left < leavingMs
    if (this.#held || isLeaving || !list.current || scrollY === 0) return
    this.#held = rowsAbove(list.current)
    clearTimeout(this.#due)
    this.#due = setTimeout(this.#release, layoutMs)
  }

  readonly #leave = (): void => {
    this.#left = performance.now()
    this.#release()
  }

  readonly #release = (): void => {
    clearTimeout(this.#due)
    this.#held = null
  }

  #keep(): void {
    const { list } = this.props
    for (const { id, top } of this.#held ?? []) {
      const row = list.current?.querySelector(`[data-paragraph="${CSS.escape(id)}"]:not([hidden])`)
      if (!row) continue
      const away = row.getBoundingClientRect().top - top
      if (Math.abs(away) >= 1) scrollBy({ top: away, behavior: 'instant' })
      return
    }
  }
}

/**
 * The paragraph the reader is at, where it is in sight, else the one in the middle of the window; and those before
 * it, nearest first.
 */
function rowsAbove(list: HTMLElement): Held {
  const { left, width } = list.getBoundingClientRect()
  const held: { id: string; top: number }[] = []
  const active = list.querySelector('.paragraph.active')
  const middle = document.elementFromPoint(left + width / 2, innerHeight / 2)
  let row = active && isInSight(active) ? active : (middle?.closest('.paragraph') ?? null)
  for (; row && held.length < noted; row = row.previousElementSibling) {
    const id = (row as HTMLElement).dataset['paragraph']
    if (id !== undefined) held.push({ id, top: row.getBoundingClientRect().top })
  }
  return held
}

function isInSight(row: Element): boolean {
  const { top, bottom } = row.getBoundingClientRect()
  return top >= 0 && top < innerHeight && bottom > 0
}
