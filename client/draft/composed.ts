import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import type { StepMap } from 'prosemirror-transform'
import type { Delta } from '../../schema/draft/delta.ts'

/** Positions `from` up to `to` of a document that became `start` up to `end` of a later one. */
interface Changed {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

/** What a row of steps changed, in positions of the document before and behind all of them: apart and ascending. */
export function changedBy(maps: readonly StepMap[]): Changed[] {
  let all: Changed[] = []
  for (const map of maps)
    map.forEach((oldFrom, oldTo, newFrom, newTo) => {
      // A range of one step is given in that step's own documents, with what it did in front of it done.
      const before = { from: newFrom, to: newFrom + (oldTo - oldFrom) }
      all = withChange(all, before, newTo - newFrom)
    })
  return all
}

/** The changes with what lies at a place of the later document replaced by `length` positions. */
function withChange(all: readonly Changed[], at: { from: number; to: number }, length: number): Changed[] {
  const met = all.filter(({ start, end }) => start <= at.to && at.from <= end)
  const grown = length - (at.to - at.from)
  const [first, last] = [met[0], met.at(-1)]
  const start = Math.min(at.from, first?.start ?? at.from)
  const end = Math.max(at.to, last?.end ?? at.to)
  const one = { from: before(all, start), to: before(all, end), start, end: end + grown }
  return [
    ...all.filter(({ end: behind }) => behind < at.from),
    one,
    ...all.filter((other) => other.start > at.to).map((other) => moved(other, grown)),
  ]
}

const moved = ({ from, to, start, end }: Changed, by: number): Changed => ({
  from,
  to,
  start: start + by,
  end: end + by,
})

/** The position before all changes of one behind them that lies in none, or at an edge of one. */
export function before(all: readonly Changed[], position: number): number {
  const last = all.findLast(({ end }) => end <= position)
  const inside = all.find(({ start, end }) => start <= position && position < end)
  if (inside) return inside.from + Math.min(position - inside.start, inside.to - inside.from)
  return last ? last.to + position - last.end : position
}

/**
 * Where an offset of the shared text lies once a change has been made to it. What is put in at the offset itself stands
 * behind it with `side` −1, before it with 1; an offset in what was deleted is where that was.
 */
export function offsetAfter(delta: Delta, offset: number, side: -1 | 1): number {
  let [old, now] = [0, 0]
  for (const step of delta) {
    if (old > offset || (old === offset && side < 0)) break
    if ('retain' in step) {
      const kept = Math.min(step.retain, offset - old)
      old += step.retain
      now += kept
      if (old > offset) return now
    } else if ('delete' in step) {
      old += step.delete
      if (old > offset) return now
    } else now += typeof step.insert === 'string' ? step.insert.length : 1
  }
  return now + Math.max(0, offset - old)
}

/** A change that was held back, and the positions in whose place it comes in a document that went on meanwhile. */
export interface Held extends Changed {
  readonly at: number
  readonly until: number
}

/**
 * Does changes that were held back to the document of a transaction, with what they put in taken from the `composed`
 * one. Gives the way from a position in the words put in there to where they are now; null from any other.
 */
export function putBack(
  tr: Transaction,
  composed: Node,
  changes: readonly Held[],
): (position: number) => number | null {
  const put: { readonly of: Held; readonly steps: number }[] = []
  // Last first, so that positions in front hold; of two in one place the first is to stand first.
  const order = changes.map((of, index) => ({ of, index }))
  for (const { of } of order.sort((a, b) => b.of.at - a.of.at || b.index - a.index)) {
    tr.replace(of.at, of.until, composed.slice(of.start, of.end))
    put.push({ of, steps: tr.steps.length })
  }
  return (position) => {
    const found = put.find(({ of }) => of.start <= position && position <= of.end)
    return found ? tr.mapping.slice(found.steps).map(found.of.at) + position - found.of.start : null
  }
}
