import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import type { ParagraphView } from '../../schema/view/passage.ts'
import type { Manner } from '../reading/manner.ts'
import type { Neighbours } from '../reading/paragraph.tsx'

/** What a row draws. */
export interface Drawn {
  readonly paragraph: ParagraphView
  readonly manner: Manner
  readonly neighbours: Neighbours
}

interface Shown {
  readonly paragraphs: readonly ParagraphView[]
  readonly manners: readonly Manner[]
  readonly neighbours: Neighbours
}

/**
 * What each row showed through the lens before this one, by paragraph: rows out of sight keep it until it is
 * their turn, so that another view of a long text is there at once. Empty while the text is first drawn.
 */
export function useBefore(now: Shown, lens: string, complete: boolean): ReadonlyMap<string, Drawn> {
  const latest = useRef<Shown | null>(null)
  const before = useMemo(() => {
    const { paragraphs, manners, neighbours } = latest.current ?? {
      paragraphs: [],
      manners: [],
      neighbours: null,
    }
    return new Map<string, Drawn>(
      neighbours
        ? paragraphs.map((paragraph, i) => [paragraph.id, { paragraph, manner: manners[i]!, neighbours }])
        : [],
    )
    // Only another lens makes what is shown now what was shown before.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [lens])
  useEffect(() => {
    if (complete) latest.current = now
  })
  return before
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
      if (list.current) above.current = rowsAbove(list.current)
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
