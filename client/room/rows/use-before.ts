import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import type { ParagraphView } from '../../../schema/view/passage.ts'
import type { Manner } from '../../reading/manner.ts'
import type { Neighbours } from '../../reading/paragraph.tsx'

/** Marks of views, taken in turn. */
const turns = ['a', 'b', 'c', 'd'] as const

/**
 * The mark of a row and of the list: a row that bears another mark than its list still shows a view before, and
 * is neither seen nor heard nor found until it is drawn anew.
 */
export type Turn = (typeof turns)[number]

/** What a row draws. */
interface Drawn {
  readonly turn: Turn
  /** False where a view has no proposals: the margin is left empty. */
  readonly cards: boolean
  readonly paragraph: ParagraphView
  readonly manner: Manner
  readonly neighbours: Neighbours
}

interface Shown {
  readonly cards: boolean
  readonly paragraphs: readonly ParagraphView[]
  readonly manners: readonly Manner[]
  readonly neighbours: Neighbours
}

/**
 * What each row showed when the lens was changed, by paragraph: rows out of sight keep it, and with it their
 * height, until they are drawn anew, so that another view of a long text is there at once, also while the one
 * before was still being drawn. Rows of `now` are drawn from `from` up to `to` (exclusive). `turn` is the mark of
 * what is shown now.
 */
export function useBefore(
  now: Shown,
  lens: string,
  from: number,
  to: number,
): { readonly before: ReadonlyMap<string, Drawn>; readonly turn: Turn } {
  const rows = useRef<ReadonlyMap<string, Drawn>>(new Map())
  const latest = useRef<Turn | null>(null)
  const drawn = useMemo(() => {
    const turn = turns[latest.current === null ? 0 : (turns.indexOf(latest.current) + 1) % turns.length]!
    // A row that has waited since this mark was last given would pass for one of this view.
    return { before: new Map([...rows.current].filter(([, row]) => row.turn !== turn)), turn }
    // Only another lens makes what is shown now what was shown before.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [lens])
  const { turn, before } = drawn
  const { paragraphs, manners, neighbours, cards } = now
  useEffect(() => {
    latest.current = turn
    rows.current = new Map(
      paragraphs.flatMap((paragraph, i): [string, Drawn][] => {
        const row =
          i >= from && i < to
            ? { turn, cards, paragraph, manner: manners[i]!, neighbours }
            : before.get(paragraph.id)
        return row ? [[paragraph.id, row]] : []
      }),
    )
  }, [turn, before, paragraphs, manners, neighbours, cards, from, to])
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
