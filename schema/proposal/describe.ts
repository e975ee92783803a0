import type { State } from '../record/state.ts'
import { labelOf } from '../text/label.ts'
import { rootOf } from '../text/stream.ts'
import type { Head, Run } from '../text/token.ts'
import { isBreak, plainText, sliceRuns } from '../text/token.ts'
import { paragraphAt } from '../record/touches.ts'
import type { Anchor, Change, Range } from './change.ts'
import { currentSource } from './footprint.ts'

/** A change in the terms of a sentence: "replaces *was* with *now* in label". `paragraph` is where it is met. */
export type Description =
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
  | { readonly code: 'splits'; readonly paragraph: string; readonly label: string; readonly now: string }
  | { readonly code: 'joins'; readonly paragraph: string; readonly label: string }
  | { readonly code: 'moves'; readonly paragraph: string; readonly label: string; readonly after: string }
  | {
      readonly code: 'sets'
      readonly paragraph: string
      readonly label: string
      readonly kind: Head['kind'] | null
      readonly level: number | null
    }
  | { readonly code: 'holds'; readonly paragraph: string; readonly label: string; readonly was: string }

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
        after: paragraphBefore(state, change.anchor).label,
      }
    case 'hold':
      return { code: 'holds', ...at(state, change.ranges[0]!), was: wordsIn(state, change.ranges) }
    case 'amend': {
      const { strike, insert } = change
      const breaks = breaksIn(state, strike)
      const now = plainText(insert?.runs ?? [])
      const was = wordsIn(state, strike)
      // What is joined gets a space between: that alone is no wording.
      if (!insert || (breaks.length > 0 && was.trim() === '' && now === ' ')) {
        if (breaks.length === 0) return { code: 'strikes', ...at(state, strike[0]!), was }
        const here = paragraph(state, breaks[0]!.id)
        return was.trim() === '' ? { code: 'joins', ...here } : { code: 'deletesParagraph', ...here, was }
      }
      if (strike.length) return { code: 'replaces', ...at(state, strike[0]!), was, now }
      const added = insert.runs.find(isBreak)
      const here = paragraphBefore(state, insert.anchor)
      if (!added) return { code: 'inserts', ...here, now }
      return insert.runs.length === 1 && !atEnd(state, insert.anchor)
        ? { code: 'splits', ...here, now }
        : { code: 'addsParagraph', ...here, now, kind: added.break.kind }
    }
  }
}

interface Where {
  readonly paragraph: string
  readonly label: string
}

const paragraph = (state: State, id: string): Where => ({ paragraph: id, label: labelOf(state, id) })

function at(state: State, { source, from }: Range): Where {
  const spot = { source: currentSource(state, source), at: from }
  return paragraph(state, paragraphAt(state, spot) ?? rootOf(state, source))
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
