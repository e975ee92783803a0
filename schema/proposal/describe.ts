import type { State } from '../record/state.ts'
import { labelOf, labelsOf } from '../text/label.ts'
import { rootOf } from '../text/stream.ts'
import { layoutOf, pieceRuns } from '../text/text.ts'
import type { Head, Run } from '../text/token.ts'
import { isBreak, plainText, sliceRuns } from '../text/token.ts'
import { currentLayout, paragraphAt } from '../record/touches.ts'
import type { Anchor, Change, Range, SourceId, Spot } from './change.ts'
import { parseSource } from './change.ts'
import { currentSource } from './footprint.ts'
import { basisOf } from './standing.ts'

/**
 * A change in the terms of a sentence: "replaces *was* with *now* in label". `paragraph` is where it is met;
 * `within` the proposal in whose words it is made, where it is.
 */
export type Description = { readonly within?: number } & (
  | {
      readonly code: 'replaces'
      readonly paragraph: string
      readonly label: string
      readonly was: string
      readonly now: string
    }
  | { readonly code: 'inserts'; readonly paragraph: string; readonly label: string; readonly now: string }
  | { readonly code: 'strikes'; readonly paragraph: string; readonly label: string; readonly was: string }
  | {
      readonly code: 'addsParagraph'
      readonly paragraph: string
      readonly label: string
      readonly now: string
      readonly kind: Head['kind']
    }
  | {
      readonly code: 'deletesParagraph'
      readonly paragraph: string
      readonly label: string
      readonly was: string
    }
  | { readonly code: 'splits'; readonly paragraph: string; readonly label: string; readonly before: string }
  | { readonly code: 'joins'; readonly paragraph: string; readonly label: string; readonly before: string }
  | { readonly code: 'moves'; readonly paragraph: string; readonly label: string; readonly after: string }
  | {
      readonly code: 'sets'
      readonly paragraph: string
      readonly label: string
      readonly kind: Head['kind'] | null
      readonly level: number | null
    }
  | {
      readonly code: 'holds'
      readonly paragraph: string
      readonly label: string
      readonly was: string
      /** True when these are all the words of the paragraph. */
      readonly whole: boolean
    }
)

/** Says what a change does. Words are plain text, untrimmed; labels are those of the round. */
export function describe(state: State, change: Change): Description {
  switch (change.type) {
    case 'set':
      return {
        code: 'sets',
        ...paragraph(state, change.paragraph),
        kind: change.kind ?? null,
        level: change.level ?? null,
      }
    case 'place':
      return {
        code: 'moves',
        ...paragraph(state, change.paragraph),
        after: nameBefore(state, change.anchor),
      }
    case 'hold':
      return {
        code: 'holds',
        ...at(state, change.ranges[0]!),
        was: wordsIn(state, change.ranges),
        whole: isWhole(state, change.ranges),
      }
    case 'amend': {
      const { strike, insert } = change
      const breaks = breaksIn(state, strike)
      const now = plainText(insert?.runs ?? [])
      const was = wordsIn(state, strike)
      // What is joined gets a space between: that alone is no wording.
      if (!insert || (breaks.length > 0 && was.trim() === '' && now === ' ')) {
        if (breaks.length === 0) return { code: 'strikes', ...at(state, strike[0]!), was }
        const here = { ...at(state, strike[0]!), ...paragraph(state, breaks[0]!.id) }
        return was.trim() === ''
          ? { code: 'joins', ...here, before: paragraphOver(state, here.paragraph) }
          : { code: 'deletesParagraph', ...here, was }
      }
      if (strike.length) return { code: 'replaces', ...at(state, strike[0]!), was, now }
      const added = insert.runs.find(isBreak)
      const here = paragraphBefore(state, insert.anchor)
      if (!added) return { code: 'inserts', ...here, now }
      return insert.runs.length === 1 && !atEnd(state, insert.anchor)
        ? { code: 'splits', ...here, before: wordsBefore(state, insert.anchor) }
        : { code: 'addsParagraph', ...here, now, kind: added.break.kind }
    }
  }
}

interface Where {
  readonly paragraph: string
  readonly label: string
  readonly within?: number
}

const paragraph = (state: State, id: string): Where => ({ paragraph: id, label: labelOf(state, id) })

function at(state: State, { source, from }: Range): Where {
  const spot = { source: currentSource(state, source), at: from }
  const within = openWithin(state, spot.source)
  if (within === null) return paragraph(state, paragraphAt(state, spot) ?? rootOf(state, source))
  return { ...askedFor(state, spot, within), within }
}

/** The proposal, not accepted, in whose words a source lies; null for words of the text. */
function openWithin(state: State, source: SourceId): number | null {
  const key = state.sources.get(source)?.key
  return key && !state.accepted.has(key) ? parseSource(source)!.proposal : null
}

/** Where words stand that are only asked for: in a paragraph that is asked for too, or in one of the text. */
function askedFor(state: State, { source, at: unit }: Spot, proposal: number): Where {
  const { breaks, runs, anchor, key } = state.sources.get(source)!
  if (!key || state.accepted.has(key) || !anchor)
    return paragraph(state, paragraphAt(state, { source, at: unit }) ?? rootOf(state, source))
  const start = breaks.findLast((one) => one <= unit)
  if (start === undefined) return askedFor(state, { ...anchor, at: Math.max(0, anchor.at - 1) }, proposal)
  const { id } = sliceRuns(runs, start, start + 1).find(isBreak)!.break
  const heads = layoutOf(state, basisOf(state, [proposal])).map(({ head }) => head)
  const labels = labelsOf(
    state,
    heads.map((head) => ({ head, alternativeTo: null })),
  )
  return { paragraph: id, label: labels[heads.findIndex((head) => head.id === id)]?.label || id }
}

/** The paragraph in which, or behind which, an anchor lies. */
function paragraphBefore(state: State, anchor: Anchor): Where {
  const source = currentSource(state, anchor.source)
  if (anchor.at > 0) return at(state, { source, from: anchor.at - 1, to: anchor.at })
  const outer = state.sources.get(source)?.anchor
  if (outer) return paragraphBefore(state, outer)
  const index = state.opened.indexOf(source)
  return index > 0 ? paragraph(state, state.opened[index - 1]!) : { paragraph: source, label: '' }
}

/** What stands before a paragraph, by its label or, where it has none, its words; empty when nothing does. */
function paragraphOver(state: State, id: string): string {
  const layout = currentLayout(state)
  const before = layout[layout.findIndex(({ head }) => head.id === id) - 1]
  return before ? nameOf(state, before.head.id) : ''
}

/** The label of the paragraph behind which an anchor lies; the words of one that has none. */
function nameBefore(state: State, anchor: Anchor): string {
  const { paragraph: id, label } = paragraphBefore(state, anchor)
  return label === '' ? '' : nameOf(state, id)
}

function nameOf(state: State, id: string): string {
  const label = labelOf(state, id)
  if (label !== id) return label
  const { pieces = [] } = currentLayout(state).find(({ head }) => head.id === id) ?? {}
  const words = plainText(pieces.flatMap((piece) => pieceRuns(state, piece)))
  return words === '' ? id : `“${words}”`
}

/** The words of a paragraph before the place where it is parted. */
function wordsBefore(state: State, { source, at: end }: Anchor): string {
  const { runs, breaks } = state.sources.get(source)!
  return plainText(sliceRuns(runs, (breaks.findLast((one) => one < end) ?? -1) + 1, end))
}

/** True when words are all that their paragraph says. */
function isWhole(state: State, ranges: readonly Range[]): boolean {
  const { paragraph: id, within } = at(state, ranges[0]!)
  const found = within === undefined ? currentLayout(state).find(({ head }) => head.id === id) : undefined
  const length = (some: readonly { readonly from: number; readonly to: number }[]) =>
    some.reduce((sum, { from, to }) => sum + to - from, 0)
  return found !== undefined && length(found.pieces) > 0 && length(found.pieces) === length(ranges)
}

const atEnd = (state: State, anchor: Anchor): boolean => {
  const source = state.sources.get(anchor.source)
  return source?.length === anchor.at || source?.breaks.includes(anchor.at) === true
}

/** The words a change was made on: a later wording of the same source may be shorter. */
const runsIn = (state: State, ranges: readonly Range[]): Run[] =>
  ranges.flatMap(({ source, from, to }) => sliceRuns(state.sources.get(source)!.runs, from, to))

const wordsIn = (state: State, ranges: readonly Range[]): string => plainText(runsIn(state, ranges))

const breaksIn = (state: State, ranges: readonly Range[]): Head[] =>
  runsIn(state, ranges)
    .filter(isBreak)
    .map((run) => run.break)
