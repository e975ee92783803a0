import type { Plan } from './plan.ts'
import { placeOf, type Script } from './script.ts'

/** The paragraphs that do not begin by themselves, by their index. */
export interface Heads {
  /** Comes and goes with words that are asked for, or with a wording of another paragraph. */
  readonly owned: ReadonlySet<number>
  /** Holds nothing but signs. */
  readonly empty: ReadonlySet<number>
  /** A footnote of nothing but signs: it is cited, so that they stay its words. */
  readonly cited: ReadonlySet<number>
}

/**
 * Finds the brackets that are all of their paragraphs, and what paragraphs are left. A text keeps one
 * paragraph: `first` says that the first must be it.
 */
export function headsOf(script: Script, plans: readonly Plan[], first: boolean): Heads {
  const words = wordsBefore(script, plans)
  const has = (from: number, to: number): boolean => from < to && words[to]! > words[from]!
  const owned = new Set<number>()
  // The outermost of several brackets around a paragraph is the one that is all of it.
  const bracketed = new Set<number>()
  const visit = (some: readonly Plan[]): void => {
    for (const plan of some) {
      if (plan.type !== 'group') continue
      const index = placeOf(script, plan.from).index
      const last = placeOf(script, Math.max(plan.from, plan.to - 1)).index
      const alone = !has(script.starts[index]!, plan.from) && !has(plan.to, script.ends[last]!)
      const free = !bracketed.has(index) && !(first && index === 0)
      const { role, finding } = plan.wordings[0]!
      if (plan.insteadOf) owned.add(index)
      else if (role === 'proposed') {
        plan.whole = alone && free
        if (plan.whole) owned.add(index)
      } else plan.whole = alone && plan.wordings.length === 1 && finding.reading === 'deletion' && free
      if (plan.whole || plan.insteadOf) bracketed.add(index)
      for (const wording of plan.wordings) visit(wording.plans)
    }
  }
  visit(plans)
  const [empty, cited] = [new Set<number>(), new Set<number>()]
  script.starts.forEach((start, index) => {
    const end = script.ends[index]!
    if (start < end && !has(start, end) && !owned.has(index) && !(first && index === 0))
      (script.paragraphs[index]!.kind === 'footnote' ? cited : empty).add(index)
  })
  return { owned, empty, cited }
}

/** How many units of words stand before each offset. Spaces outside brackets are none, line breaks are. */
function wordsBefore({ text }: Script, plans: readonly Plan[]): Uint32Array {
  const counts = new Uint32Array(text.length + 1)
  const mark = (some: readonly Plan[], inside: boolean): void => {
    for (const plan of some) {
      if (plan.type === 'text')
        for (let at = plan.from; at < plan.to; at++)
          counts[at + 1] = inside || /[\S\u2028]/.test(text[at]!) ? 1 : 0
      else if (plan.type === 'group') for (const wording of plan.wordings) mark(wording.plans, true)
    }
  }
  mark(plans, false)
  for (let at = 0; at < text.length; at++) counts[at + 1]! += counts[at]!
  return counts
}
