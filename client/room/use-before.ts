import { useEffect, useMemo, useRef } from 'react'
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

/** Place in a list of the paragraph in the middle of the window, or of one beside it; 0 where there is none. */
export function rowInSight(list: HTMLElement | null, paragraphs: readonly ParagraphView[]): number {
  if (!list) return 0
  const { left, width } = list.getBoundingClientRect()
  let row = document.elementFromPoint(left + width / 2, innerHeight / 2)?.closest('.paragraph') ?? null
  for (; row; row = row.previousElementSibling) {
    const { paragraph } = (row as HTMLElement).dataset
    const at = paragraphs.findIndex(({ id }) => id === paragraph)
    if (at >= 0) return at
  }
  return 0
}
