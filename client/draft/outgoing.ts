import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { AddMarkStep, AttrStep, RemoveMarkStep } from 'prosemirror-transform'
import type { Step } from 'prosemirror-transform'
import type { Flow, Spot } from '../../schema/draft/flow.ts'
import { markPatch } from '../../schema/draft/flow.ts'
import type { ParagraphKind, Run } from '../../schema/text/token.ts'
import { isBreak } from '../../schema/text/token.ts'
import { marksFrom } from './content.ts'
import { endOf, spotAt, tokensBetween } from './layout.ts'

/** Says of a transaction that it moves paragraphs (by child index) `from` up to `to` to before `before`. */
export interface Move {
  readonly from: number
  readonly to: number
  readonly before: number
}

/** Marks a transaction that moves a paragraph. */
export const moveMeta = 'adref-move'

/**
 * Does to the table, and through it to the shared text, what a transaction did to the document: its steps
 * from `first` on, each exactly where it was done. Returns true when paragraphs came, went or changed places.
 */
export function send(flow: Flow, tr: Transaction, first = 0): boolean {
  const move = tr.getMeta(moveMeta) as Move | undefined
  if (move) {
    const heads = flow.shown.flatMap((seg, index) => (seg.joined ? [] : [index]))
    const index = (child: number): number => heads[child] ?? flow.shown.length
    flow.move(index(move.from), index(move.to), index(move.before))
    flow.settle()
    return true
  }
  let structural = false
  for (const [i, step] of tr.steps.entries())
    if (i >= first && sendStep(flow, step, tr.docs[i + 1] ?? tr.doc)) structural = true
  if (structural) flow.settle()
  return structural
}

function sendStep(flow: Flow, step: Step, after: Node): boolean {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
    const marks = markPatch(marksFrom([step.mark]), step instanceof AddMarkStep)
    flow.mark(spotAt(flow, step.from), spotAt(flow, step.to), marks)
    return false
  }
  if (step instanceof AttrStep) {
    setAttribute(flow, step)
    return step.attr === 'id'
  }
  const ranges: [number, number, number, number][] = []
  step.getMap().forEach((...range) => ranges.push(range))
  let structural = false
  // Last first: the table still describes the document before the step in front of each range.
  for (const [oldFrom, oldTo, newFrom, newTo] of ranges.reverse()) {
    const tokens = tokensBetween(after, newFrom, newTo)
    const [from, to] = [spotAt(flow, oldFrom), spotAt(flow, oldTo)]
    // This is every key press: inside a run of words, with the marks of the run.
    if (from.index === to.index && tokens.length === 1 && after.resolve(newFrom).textOffset > 0)
      typed(flow, from, to, tokens)
    else if (replaceKeeping(flow, from, to, tokens)) structural = true
  }
  return structural
}

function setAttribute(flow: Flow, { pos, attr, value }: AttrStep): void {
  let { index } = spotAt(flow, pos + 1)
  while (index > 0 && flow.shown[index]?.joined) index--
  const seg = flow.shown[index]
  if (!seg) throw new RangeError(`no paragraph at ${pos}`)
  if (attr === 'id') return flow.setId(index, String(value))
  const { kind, level } = seg
  flow.setHead(index, {
    kind: attr === 'kind' ? (value as ParagraphKind) : kind,
    level: attr === 'level' ? Number(value) : level,
  })
}

function typed(flow: Flow, from: Spot, to: Spot, tokens: readonly Run[]): void {
  const { index, offset } = flow.insert(from, tokens, true)
  if (to.offset > from.offset)
    flow.erase({ index, offset }, { index, offset: offset + to.offset - from.offset })
}

/** Replaces what lies between two gaps by tokens; paragraphs that are in both stay, with their breaks. */
function replaceKeeping(flow: Flow, from: Spot, to: Spot, tokens: readonly Run[]): boolean {
  const kept: { index: number; token: number }[] = []
  let token = 0
  for (let index = from.index + 1; index <= to.index; index++) {
    const seg = flow.shown[index]
    if (!seg || seg.joined) continue
    const found = tokens.findIndex((run, at) => at >= token && isBreak(run) && run.break.id === seg.id)
    if (found < 0) continue
    kept.push({ index, token: found })
    token = found + 1
  }
  let structural = false
  let end = to
  let behind = tokens.length
  for (const { index, token: at } of kept.reverse()) {
    if (replace(flow, { index, offset: 0 }, end, tokens.slice(at + 1, behind))) structural = true
    const run = tokens[at]
    if (run && isBreak(run)) flow.setHead(index, run.break)
    end = endOf(flow, index - 1)
    behind = at
  }
  return replace(flow, from, end, tokens.slice(0, behind)) || structural
}

function replace(flow: Flow, from: Spot, to: Spot, tokens: readonly Run[]): boolean {
  const breaks = tokens.filter(isBreak).length
  const structural = breaks > 0 || from.index !== to.index
  const put = flow.insert(from, tokens)
  const end =
    from.index === to.index
      ? { index: put.index, offset: put.offset + to.offset - from.offset }
      : { index: to.index + breaks, offset: to.offset }
  if (end.index !== put.index || end.offset !== put.offset) flow.erase(put, end)
  return structural
}
