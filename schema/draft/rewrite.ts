import { offsetsOf, unitsOf } from '../proposal/hunks.ts'
import type { Paragraph, Paragraphs } from '../text/paragraph.ts'
import { paragraphRuns } from '../text/paragraph.ts'
import { joinRuns, sliceRuns } from '../text/token.ts'
import type { Flow, Spot } from './flow.ts'
import { hunksBetween } from './merge.ts'
import { misplaced } from './order.ts'

/**
 * Makes a draft that reads `now` read `wanted`, with edits as small as the words that differ: carets stay
 * where they are, and what somebody types meanwhile stays where it was typed. `flow` is the table of `now`.
 */
export function rewrite(flow: Flow, now: Paragraphs, wanted: Paragraphs): void {
  const ids = new Set(wanted.map(({ id }) => id))
  const known = new Map(now.map((paragraph) => [paragraph.id, paragraph]))
  for (const { id } of now) if (!ids.has(id)) remove(flow, id)
  reorder(
    flow,
    wanted.filter(({ id }) => known.has(id)).map(({ id }) => id),
  )
  for (const chain of chainsOf(wanted, known)) {
    const [first] = chain
    const old = first && known.get(first.id)
    if (old) rewriteChain(flow, old, chain)
    else flow.insert({ index: -1, offset: 0 }, chain.flatMap(paragraphRuns))
  }
  flow.settle()
}

const headIndex = (flow: Flow, id: string): number =>
  flow.shown.findIndex((seg) => seg.id === id && !seg.joined)

/** Index in `shown` behind the paragraph that begins at `index`. */
function endIndex(flow: Flow, index: number): number {
  let end = index + 1
  while (flow.shown[end]?.joined) end++
  return end
}

const endOf = (flow: Flow, index: number): Spot => ({ index, offset: flow.shown[index]?.length ?? 0 })

function remove(flow: Flow, id: string): void {
  const index = headIndex(flow, id)
  if (index >= 0) flow.erase(endOf(flow, index - 1), endOf(flow, endIndex(flow, index) - 1))
}

function reorder(flow: Flow, wanted: readonly string[]): void {
  const slots = (keys: readonly string[]) => keys.map((seg) => ({ seg, joined: false }))
  const got = flow.shown.filter((seg) => !seg.joined).map(({ id }) => id)
  for (const index of misplaced(slots(got), slots(wanted))) {
    const from = headIndex(flow, wanted[index] ?? '')
    const before = wanted[index - 1]
    const target = before === undefined ? 0 : endIndex(flow, headIndex(flow, before))
    const to = endIndex(flow, from)
    if (target < from || target > to) flow.move(from, to, target)
  }
}

function chainsOf(wanted: Paragraphs, known: ReadonlyMap<string, Paragraph>): Paragraph[][] {
  const chains: Paragraph[][] = []
  for (const paragraph of wanted) {
    const last = chains.at(-1)
    if (known.has(paragraph.id) || !last) chains.push([paragraph])
    else last.push(paragraph)
  }
  return chains
}

function rewriteChain(flow: Flow, old: Paragraph, chain: readonly Paragraph[]): void {
  const [first, ...fresh] = chain
  if (!first) return
  const head = headIndex(flow, old.id)
  const was = joinRuns(old.content)
  const is = joinRuns([...first.content, ...fresh.flatMap(paragraphRuns)])
  const [a, b] = [unitsOf(was), unitsOf(is)]
  const [oldOffsets, newOffsets] = [offsetsOf(a), offsetsOf(b)]
  // Last first, so that the gaps in front hold.
  for (const { from, to, start, end } of hunksBetween(a, b).reverse()) {
    const gap = spotIn(flow, head, oldOffsets[to] ?? 0)
    if (end > start) flow.insert(gap, sliceRuns(is, newOffsets[start] ?? 0, newOffsets[end] ?? 0))
    if (to > from) flow.erase(spotIn(flow, head, oldOffsets[from] ?? 0), gap)
  }
  flow.setHead(head, first)
}

/** The gap before unit `offset` of the paragraph that begins at `head`. */
function spotIn(flow: Flow, head: number, offset: number): Spot {
  let left = offset
  for (let index = head; ; index++) {
    const seg = flow.shown[index]
    if (!seg) throw new RangeError(`no unit ${offset} in the paragraph`)
    if (left <= seg.length) return { index, offset: left }
    left -= seg.length
  }
}
