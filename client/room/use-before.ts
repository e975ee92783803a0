import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import type { ParagraphView } from '../../schema/view/passage.ts'
import type { Manner } from '../reading/manner.ts'
import type { Neighbours } from '../reading/paragraph.tsx'

/**
 * The mark of a row and of the list: a row that bears another mark than its list still shows the view before, and
 * is neither seen nor heard nor found until it is drawn anew.
 */
export type Turn = 'a' | 'b'

/** What a row draws. */
export interface Drawn {
  readonly turn: Turn
  /** False where a view has no proposals: the margin is left empty. */
  readonly cards: boolean
  readonly paragraph: ParagraphView
  readonly manner: Manner
  readonly neighbours: Neighbours
}

interface Shown {
  readonly turn: Turn
  readonly cards: boolean
  readonly paragraphs: readonly ParagraphView[]
  readonly manners: readonly Manner[]
  readonly neighbours: Neighbours
}

/**
 * What each row showed through the lens before this one, by paragraph: rows out of sight keep it, and with it
 * their height, until they are drawn anew, so that another view of a long text is there at once. Empty while the
 * text is first drawn. `turn` is the mark of what is shown now.
 */
export function useBefore(
  now: Omit<Shown, 'turn'>,
  lens: string,
  complete: boolean,
): { readonly before: ReadonlyMap<string, Drawn>; readonly turn: Turn } {
  const latest = useRef<Shown | null>(null)
  const drawn = useMemo(() => {
    if (!latest.current) return { before: new Map<string, Drawn>(), turn: 'a' as Turn }
    const { paragraphs, manners, ...rest } = latest.current
    const before = new Map<string, Drawn>(
      paragraphs.map((paragraph, i) => [paragraph.id, { ...rest, paragraph, manner: manners[i]! }]),
    )
    return { before, turn: rest.turn === 'a' ? ('b' as Turn) : ('a' as Turn) }
    // Only another lens makes what is shown now what was shown before.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [lens])
  const { turn } = drawn
  useEffect(() => {
    if (complete) latest.current = { ...now, turn }
  })
  return drawn
}

/** After so long without scrolling, the reader is taken to have come to rest. */
const restMs = 120

/**
 * Gives a function that tells the place, in a list, of the paragraph in the middle of the window, or of one
 * before it; 0 where there is none. It is looked for whenever scrolling ends: asked for while the view changes,
 * the browser would have to lay out the page once more.
 */
export function useInSight(
  list: RefObject<HTMLElement | null>,
): (paragraphs: readonly ParagraphView[]) => number {
  const above = useRef<readonly string[]>([])
  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const rows = list.current ? rowsAbove(list.current) : []
      // Where rows are yet to be drawn anew there is nothing to be found: what was found before holds.
      if (rows.length > 0) above.current = rows
    }
    const soon = () => {
      clearTimeout(due)
      due = setTimeout(look, restMs)
    }
    soon()
    addEventListener('scroll', soon, { passive: true })
    return () => {
      clearTimeout(due)
      removeEventListener('scroll', soon)
    }
  }, [list])
  return useCallback((paragraphs) => {
    const places = new Map(paragraphs.map(({ id }, i) => [id, i]))
    const known = above.current.find((id) => places.has(id))
    return known === undefined ? 0 : places.get(known)!
  }, [])
}

/** The paragraph in the middle of the window and a few before it, nearest first. */
function rowsAbove(list: HTMLElement): string[] {
  const { left, width } = list.getBoundingClientRect()
  const rows: string[] = []
  let row = document.elementFromPoint(left + width / 2, innerHeight / 2)?.closest('.paragraph') ?? null
  for (; row && rows.length < 20; row = row.previousElementSibling)
    rows.push((row as HTMLElement).dataset['paragraph'] ?? '')
  return rows
}
