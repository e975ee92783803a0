import type { GroupPlan, Plan, TextPlan } from './plan.ts'
import { edgesOf, isOwn } from './plan.ts'

/**
 * Gives each of some plans that stand side by side the space beside it that goes where it goes, so that the
 * text reads right with it and without: in `States [EU: promptly] report` the first space is EU's. Printing
 * puts it outside the brackets again. Done for one type of plan at a time; `nested` plans stand in brackets.
 */
export function spaceOut(
  text: string,
  plans: readonly Plan[],
  type: 'aside' | 'group',
  nested: boolean,
): void {
  plans.forEach((plan, i) => {
    if (plan.type !== type) return
    const [before, behind] = [plans[i - 1], plans[i + 1]]
    const takeBefore = (must = false): boolean => {
      // A space that words in brackets begin or end with stays where they do.
      const isFirst = nested && !must && i === 1 && before?.type === 'text' && before.to - before.from === 1
      if (!endsWithSpace(text, plan, before) || isFirst) return false
      before.to--
      if (plan.type === 'group') plan.spaces.before = before.to
      return true
    }
    const takeBehind = (must = false): boolean => {
      const isLast =
        nested && !must && i === plans.length - 2 && behind?.type === 'text' && behind.to - behind.from === 1
      if (!startsWithSpace(text, plan, behind) || isLast || text[plan.to + 1] === '¶') return false
      if (plan.type === 'group') plan.spaces.behind = behind.from
      behind.from++
      return true
    }
    if (plan.type === 'group') {
      if (isFixed(text, plan)) return
      const [first] = plan.wordings
      if (first!.role === 'standing') {
        // Without a space that is theirs these brackets would not show around the others.
        const { start, end, around } = edgesOf(first!.plans)
        const taken = [start && takeBefore(true), end && takeBehind(true)].includes(true)
        if (taken || (around && (takeBefore(true) || takeBehind(true)))) return
        if (first!.finding.reading !== 'deletion') return
      }
    }
    const left = leftOf(text, plans, i)
    const isNeeded = left !== '' && left !== 'taken' && !/[\u2028("“‘«]/.test(left)
    if (isClosing(rightOf(text, plans, i)) && takeBefore()) return
    if (!isNeeded) takeBehind()
  })
}

/** Spaces alone take none with them, nor do alternatives of a paragraph and the words they are asked in place of. */
const isFixed = (text: string, { target, insteadOf, wordings }: GroupPlan): boolean =>
  target !== null ||
  insteadOf !== null ||
  wordings.some(({ plans }) => !plans.some((plan) => isOwn(text, plan)))

/** True of what may not be there when the text is read: what stands beside it is next to what is behind it. */
const mayBeGone = (plan: Plan): boolean =>
  plan.type === 'aside' || (plan.type === 'group' && plan.wordings[0]!.role === 'proposed')

/** The character before; empty at the beginning, "taken" for a space that went with what stands before it. */
function leftOf(text: string, plans: readonly Plan[], i: number): string {
  const [plan, before] = [plans[i]!, plans[i - 1]]
  const left = text[plan.from - 1] ?? '\n'
  // The sign for a new paragraph has a space of its own.
  if (!before || left === '\n' || (left === ' ' && text[plan.from - 2] === '¶')) return ''
  if (before.type === 'text' && before.to === plan.from && before.to > before.from) return left
  if (left === ' ') return 'taken'
  return before.to === plan.from && mayBeGone(before) ? leftOf(text, plans, i - 1) : '['
}

function rightOf(text: string, plans: readonly Plan[], i: number): string {
  const [plan, behind] = [plans[i]!, plans[i + 1]]
  const right = text[plan.to] ?? '\n'
  if (!behind || right === '\n') return ''
  if (behind.type === 'text' && behind.from === plan.to) return right
  return behind.from === plan.to && mayBeGone(behind) ? rightOf(text, plans, i + 1) : '['
}

/** Before this a space is none that words need. */
const isClosing = (char: string): boolean => char === '' || /[\s.,;:!?)”’»،؛؟。，；：、]/.test(char)

const endsWithSpace = (text: string, { from }: Plan, plan: Plan | undefined): plan is TextPlan =>
  plan?.type === 'text' &&
  plan.to === from &&
  plan.to > plan.from &&
  text[from - 1] === ' ' &&
  text[from - 2] !== '¶'

const startsWithSpace = (text: string, { to }: Plan, plan: Plan | undefined): plan is TextPlan =>
  plan?.type === 'text' && plan.from === to && plan.to > plan.from && text[to] === ' '
