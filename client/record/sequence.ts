import type { Act } from '../../schema/record/act.ts'

/** What of a delivery follows on act `known`, and whether acts in between are missing. */
interface Following {
  readonly fresh: readonly Act[]
  readonly gap: boolean
}

/** Puts a delivery in order, drops what is known or came twice, and stops at the first missing number. */
export function following(known: number, delivery: readonly Act[]): Following {
  const byNumber = new Map(delivery.filter(({ n }) => n > known).map((act) => [act.n, act]))
  const fresh: Act[] = []
  for (let next = byNumber.get(known + 1); next; next = byNumber.get(next.n + 1)) fresh.push(next)
  return { fresh, gap: fresh.length < byNumber.size }
}
