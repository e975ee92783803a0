import { startTransition, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ParagraphView } from '../../../schema/view/passage.ts'
import { textIn } from '../../reading/folding.ts'

/** Rows drawn before the first paint, and with every step after it; a step stays well under 50 ms. */
const firstRows = 40
const rowsPerStep = 40

/**
 * From where up to where (exclusive) rows are drawn: first those around `center`, then in steps all of
 * them, so that a long text can be read and used while its rest is being drawn. Through another lens it begins
 * anew, with the rows that `inSight` gives. Before the page is printed all of them are drawn.
 */
export function useMounted(
  count: number,
  center: number,
  lens: string,
  inSight: () => readonly [number, number],
): readonly [number, number] {
  const [range, setRange] = useState<readonly [number, number]>(() => around(center))
  const [drawnAs, setDrawnAs] = useState(lens)
  if (drawnAs !== lens) {
    setDrawnAs(lens)
    setRange(inSight())
  }
  const [from, to] = [Math.min(range[0], count), Math.min(range[1], count)]
  useEffect(() => {
    if (from === 0 && to === count) return
    // A step that waits goes on from what has been drawn by then: the reader may have gone to a row meanwhile.
    const timer = setTimeout(() =>
      startTransition(() =>
        setRange(([start, end]) =>
          end < count ? [start, Math.min(count, end + rowsPerStep)] : [Math.max(0, start - rowsPerStep), end],
        ),
      ),
    )
    return () => clearTimeout(timer)
  }, [from, to, count])
  useEffect(() => {
    const onPrint = () => flushSync(() => setRange([0, count]))
    addEventListener('beforeprint', onPrint)
    return () => removeEventListener('beforeprint', onPrint)
  }, [count])
  // A row the reader goes to is drawn at once; one that was left behind waits for its turn in another view.
  const [goneTo, setGoneTo] = useState(center)
  if (goneTo !== center) {
    setGoneTo(center)
    if (center < count && (center < from || center >= to))
      setRange([Math.min(from, around(center)[0]), Math.max(to, around(center)[1])])
  }
  return [from, to]
}

/** About as high as a line of the text is, and about as many characters as stand in one; rows lie a little apart. */
const line = { px: 28, characters: 68, apart: 12 }

/** Most rows that are taken to be in sight before and after the one in the middle of the window. */
const most = { before: 10, after: 16 }

/**
 * From where up to where (exclusive) rows are in sight when one is in the middle of the window, or a little more:
 * a row is rather taken to be lower than it is.
 */
export function inWindow(
  paragraphs: readonly ParagraphView[],
  row: number,
  windowPx: number,
): readonly [number, number] {
  const height = (at: number): number =>
    Math.ceil(textIn(paragraphs[at]!.passages).length / line.characters) * line.px + line.apart
  let from = row
  for (let free = windowPx / 2; from > 0 && row - from < most.before && free > 0; free -= height(from)) from--
  let to = row
  for (let free = windowPx; to < paragraphs.length && to - row < most.after && free > 0; to++)
    free -= height(to)
  return [from, to]
}

const around = (center: number): readonly [number, number] => [
  Math.max(0, center - firstRows / 2),
  center + firstRows,
]
