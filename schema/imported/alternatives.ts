import { groupOf, type GroupPlan, type Plan, type TextPlan, type Wording } from './plan.ts'
import { idAt, placeOf, type Script } from './script.ts'

/** "OP4 alt bis" is another wording of OP4; "alt" alone one of the paragraph before. */
const alternative = /^(.*?)[ .\u00a0]*(?<!\p{L})alt(?:\.?[ \u00a0]?\d{1,2})?(?!\p{L})/iu

/**
 * Takes the paragraphs that are numbered as alternatives among some plans out of the text: their words are
 * asked for in place of those of the paragraph they are numbered after.
 */
export function withAlternatives(script: Script, plans: readonly Plan[]): Plan[] {
  if (plans.length === 0) return []
  const { paragraphs, starts, ends } = script
  const [first, last] = [plans[0]!.from, plans.at(-1)!.to]
  const out = [...plans]
  for (let index = placeOf(script, first).index; index < paragraphs.length && ends[index]! <= last; index++) {
    const label = paragraphs[index]!.label
    if (starts[index]! < first || label === null || !alternative.test(label)) continue
    const target = targetOf(script, index)
    const from = out.findIndex((plan) => plan.to > starts[index]!)
    const to = out.findLastIndex((plan) => plan.from < ends[index]!)
    const own = out.slice(from, to + 1)
    if (target === null || from < 0 || own.length === 0 || own[0]!.from < starts[index]!) continue
    const words = wordsOf(out.slice(0, from), starts[target]!, ends[target]!)
    const instead = inPlace(script, own, target)
    const alike = words !== null && instead.wordings.every((wording) => cutBeside(script, wording, words))
    if (alike) {
      words.group.target = target
      if (words.group.wordings[0]!.finding.reading === 'hold')
        words.group.wordings[0]!.finding.reading = 'standing'
      instead.insteadOf = { index: target, bracketed: true }
    }
    out.splice(from, own.length, ...own.filter(({ type }) => type === 'aside'), instead)
  }
  return out
}

/** The paragraph an alternative is numbered after: the last of that number, or the one before it. */
function targetOf({ paragraphs }: Script, index: number): number | null {
  const bare = (label: string): string => label.replace(/[\s.\u00a0]+/g, '').toLowerCase()
  const stem = bare(alternative.exec(paragraphs[index]!.label!)![1]!)
  for (let i = index - 1; i >= 0; i--) {
    const { label, kind } = paragraphs[i]!
    if (
      stem !== ''
        ? label !== null && bare(label) === stem
        : kind !== 'footnote' && !alternative.test(label ?? '')
    )
      return i
  }
  return null
}

/** The plans of an alternative paragraph: its brackets as wordings of the other paragraph, or all of it as one. */
function inPlace(script: Script, plans: readonly Plan[], index: number): GroupPlan {
  const insteadOf = { index, bracketed: false }
  const rest = plans.filter((plan) => plan.type !== 'aside' && !isSpace(script, plan))
  const [only] = rest
  if (rest.length === 1 && only?.type === 'group' && only.wordings.length === 1) {
    const [wording] = only.wordings as [Wording]
    const { finding } = wording
    if (finding.reading !== 'deletion') {
      finding.reading = 'alternative'
      return { ...only, wordings: [{ ...wording, role: 'proposed' }], insteadOf }
    }
  }
  const [from, to] = [plans[0]!.from, plans.at(-1)!.to]
  const wording: Wording = {
    finding: {
      id: idAt(script, from),
      from,
      to,
      reading: 'alternative',
      choices: ['alternative'],
      row: null,
      sponsors: [],
      claims: [],
      words: '',
      unsaid: [],
      sure: true,
    },
    role: 'proposed',
    plans: plans.filter(({ type }) => type !== 'aside'),
    title: '',
    acts: { proposed: null, struck: null, held: null },
  }
  return { ...groupOf(from, to, [wording]), insteadOf }
}

const isSpace = ({ text }: Script, plan: Plan): boolean =>
  plan.type === 'text' && text.slice(plan.from, plan.to).trim() === ''

/** A bracket and the words of its paragraph before and behind it. */
interface Bracketed {
  readonly group: GroupPlan
  readonly before: readonly TextPlan[]
  readonly behind: readonly TextPlan[]
}

/**
 * The one bracket of a paragraph, if the rest of it is words: the alternatives behind it are other wordings
 * of what stands in it. Brackets around the whole paragraph are passed.
 */
function wordsOf(plans: readonly Plan[], start: number, end: number): Bracketed | null {
  const own = plans.filter((plan) => plan.from < end && plan.to > start && plan.type !== 'aside')
  const groups = own.filter((plan): plan is GroupPlan => plan.type === 'group')
  const [group] = groups
  if (!group || groups.length > 1 || group.wordings.length > 1) return null
  const [wording] = group.wordings as [Wording]
  const words = own.filter((plan): plan is TextPlan => plan.type === 'text' && plan.to > plan.from)
  const isWhole =
    words.length === 0 && (wording.role === 'proposed' || wording.finding.reading === 'deletion')
  const within = isWhole ? wordsOf(wording.plans, start, end) : null
  if (within) return within
  const [before, behind] = [
    words.filter(({ to }) => to <= group.from),
    words.filter(({ from }) => from >= group.to),
  ]
  return wording.role === 'standing' ? { group, before, behind } : null
}

/** Leaves off an alternative paragraph the words that stand beside the bracket too; false when it has others there. */
function cutBeside({ text }: Script, { plans }: Wording, { before, behind }: Bracketed): boolean {
  const wordsIn = (some: readonly TextPlan[]) => some.map(({ from, to }) => text.slice(from, to)).join('')
  const [start, end] = [wordsIn(before), wordsIn(behind)]
  const [first, last] = [plans[0], plans.at(-1)]
  const fits = (plan: Plan | undefined, length: number): plan is TextPlan =>
    length === 0 || (plan?.type === 'text' && plan.to - plan.from >= length)
  if (!fits(first, start.length) || !fits(last, end.length)) return false
  if (first === last && !fits(first, start.length + end.length)) return false
  const isThere =
    (start === '' || text.startsWith(start, first.from)) && (end === '' || text.endsWith(end, last.to))
  if (!isThere) return false
  if (start !== '') first.from += start.length
  if (end !== '') last.to -= end.length
  return true
}
