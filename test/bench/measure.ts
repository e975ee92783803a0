/** One measured figure. `samples` are in `unit`; a target or a peer is in the same unit. */
export interface Figure {
  readonly part: string
  readonly what: string
  readonly unit: 'ms' | '/s' | '×'
  readonly samples: readonly number[]
  /** What is printed of the samples: the median, or the 95th percentile where the target asks for it. */
  readonly value: number
  /** The value is to be at most (for "/s": at least) this; null where none is set. */
  readonly target: number | null
  /** Another way to do a like work, measured beside it in the same run. */
  readonly peer: { readonly what: string; readonly value: number } | null
}

/** The value below which a share `p` of the samples lies (0 … 1). Throws RangeError when there is none. */
export function percentile(samples: readonly number[], p: number): number {
  if (samples.length === 0) throw new RangeError('no samples')
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]!
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5)

/** Milliseconds that `work` takes each time on what `prepare` gives; preparing is not counted. */
export function timed<T>(runs: number, prepare: (run: number) => T, work: (given: T) => unknown): number[] {
  return Array.from({ length: runs }, (_, run) => {
    const given = prepare(run)
    const startMs = performance.now()
    // What is returned is looked at, so that no compiler can leave the work out.
    if (work(given) === undefined) throw new RangeError('the work gave nothing')
    return performance.now() - startMs
  })
}

/** True when a figure is as good as its target asks; null without a target. */
export const meets = ({ unit, value, target }: Figure): boolean | null =>
  target === null ? null : unit === '/s' ? value >= target : value <= target
