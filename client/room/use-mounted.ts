import { startTransition, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Rows drawn before the first paint, and with every step after it; a step stays well under 50 ms. */
const firstRows = 40
const rowsPerStep = 40

/**
 * From where up to where (exclusive) rows are drawn: first those around `center`, then in steps all of
 * them, so that a long text can be read and used while its rest is being drawn. Through another lens it begins
 * anew, around the row that `inSight` gives. Before the page is printed all of them are drawn.
 */
export function useMounted(
  count: number,
  center: number,
  lens: string,
  inSight: () => number,
): readonly [number, number] {
  const [range, setRange] = useState<readonly [number, number]>(() => around(center))
  const [drawnAs, setDrawnAs] = useState(lens)
  if (drawnAs !== lens) {
    setDrawnAs(lens)
    setRange(beside(inSight()))
  }
  const [from, to] = [Math.min(range[0], count), Math.min(range[1], count)]
  useEffect(() => {
    if (from === 0 && to === count) return
    const timer = setTimeout(() =>
      startTransition(() =>
        setRange(
          to < count ? [from, Math.min(count, to + rowsPerStep)] : [Math.max(0, from - rowsPerStep), to],
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
  // A row asked for by its address is drawn at once.
  if (center < from || center >= to) {
    if (count > 0 && center < count)
      setRange([Math.min(from, around(center)[0]), Math.max(to, around(center)[1])])
  }
  return [from, to]
}

/** What a window shows of rows in a view that is already open, and a little more. */
const beside = (row: number): readonly [number, number] => [Math.max(0, row - 10), row + 16]

const around = (center: number): readonly [number, number] => [
  Math.max(0, center - firstRows / 2),
  center + firstRows,
]
