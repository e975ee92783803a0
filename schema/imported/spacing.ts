import type { Plan, TextPlan } from './plan.ts'
import { isBlankText } from './plan.ts'

/**
 * Gives each of some plans that stand side by side the space beside it that goes where it goes, so that the
 * text reads right with it and without: in `States [EU: promptly] report` the first space is EU's. Printing
 * puts it outside the brackets again.
 */
export function spaceOut(text: string, plans: Plan[]): void {
  plans.forEach((plan, i) => {
    if (plan.type === 'text' || !takesSpace(text, plan)) return
    const before = plans[i - 1]
    const behind = plans[i + 1]
    const left = leftOf(text, plan, before)
    if (left === ' ' && before?.type === 'text' && isClosing(rightOf(text, plan, behind))) {
      before.to--
      give(plan, 'before', before.to)
    } else if (
      (left === '' || left === 'taken' || /[\u2028("“‘«]/.test(left)) &&
      startsWithSpace(text, behind)
    ) {
      behind.from++
      give(plan, 'behind', behind.from - 1)
    }
  })
}

const give = (plan: Plan, side: 'before' | 'behind', at: number): void => {
  if (plan.type === 'group') plan.space = { side, at }
}

/** What may be gone from the text takes a space with it; words that stay, and spaces alone, do not. */
function takesSpace(text: string, plan: Exclude<Plan, TextPlan>): boolean {
  if (plan.type === 'aside') return true
  if (plan.target !== null || plan.insteadOf || plan.wordings.some(({ plans }) => isBlankText(text, plans)))
    return false
  const [first] = plan.wordings
  return first!.role === 'proposed' || first!.finding.reading === 'deletion'
}

/** The character before; empty at the beginning, "taken" for a space that went with what stands before it. */
function leftOf(text: string, plan: Exclude<Plan, TextPlan>, before: Plan | undefined): string {
  const left = text[plan.from - 1] ?? '\n'
  if (!before || left === '\n') return ''
  if (before.type === 'text' && before.to === plan.from && before.to > before.from) return left
  return left === ' ' ? 'taken' : '['
}

function rightOf(text: string, plan: Exclude<Plan, TextPlan>, behind: Plan | undefined): string {
  const right = text[plan.to] ?? '\n'
  if (!behind || right === '\n') return ''
  return behind.type === 'text' && behind.from === plan.to ? right : '['
}

/** Before this a space is none that words need. */
const isClosing = (char: string): boolean => char === '' || /[\s.,;:!?)”’»،؛؟。，；：、]/.test(char)

const startsWithSpace = (text: string, plan: Plan | undefined): plan is TextPlan =>
  plan?.type === 'text' && plan.to > plan.from && text[plan.from] === ' '
