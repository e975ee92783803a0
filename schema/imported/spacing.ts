import type { GroupPlan, Plan, TextPlan } from './plan.ts'
import { isStop } from '../view/in-brackets.ts'
import { edgesOf, isOwn, spacesOf } from './plan.ts'

/** Plans that stand side by side in a text; `nested` ones stand in brackets. */
interface Row {
  readonly text: string
  readonly plans: readonly Plan[]
  readonly nested: boolean
}

/** Lets what is no part of the text go with a space beside it. */
export function spaceAsides(text: string, plans: readonly Plan[], nested: boolean): void {
  plans.forEach((plan, i) => {
    if (plan.type === 'aside') takeSpace({ text, plans, nested }, i)
  })
}

/**
 * Gives each bracket the space beside it that goes where its words go, so that the text reads right with them
 * and without: in `States [EU: promptly] report` the first space is EU's. Printing puts it outside again.
 */
export function spaceGroups(text: string, plans: readonly Plan[], nested: boolean): void {
  const row = { text, plans, nested }
  plans.forEach((plan, i) => {
    if (plan.type === 'group' && beginsWithStop(text, plan)) dropSpace(row, i)
  })
  const groups = plans.flatMap((plan, i) =>
    plan.type === 'group' && !isFixed(text, plan) ? [[plan, i] as const] : [],
  )
  for (const [{ wordings }, i] of groups) {
    if (wordings[0]!.role !== 'standing') continue
    // Without a space that is theirs these brackets would not show around the others.
    const { start, end, around } = edgesOf(wordings[0]!.plans)
    const taken = [start && takeBefore(row, i, true), end && takeBehind(row, i, true)].includes(true)
    if (around && !taken && !takeBefore(row, i, true)) takeBehind(row, i, true)
  }
  for (const [group, i] of groups) {
    const { role, finding } = group.wordings[0]!
    if (spacesOf(group) === 0 && (role === 'proposed' || finding.reading === 'deletion')) takeSpace(row, i)
  }
}

/** `data [, if any,]`: each of the wordings begins with a comma, a semicolon or the full stop. */
const beginsWithStop = (text: string, { wordings }: GroupPlan): boolean =>
  wordings.every(({ plans }) => {
    const first = plans.find((plan) => plan.type !== 'aside' && plan.to > plan.from)
    if (first?.type === 'group') return beginsWithStop(text, first)
    return first !== undefined && isStop(text.slice(first.from, first.from + 2))
  })

/** Takes out of the text the one space before a bracket that its words must not have before them. */
function dropSpace({ text, plans }: Row, i: number): void {
  const [before, plan, other] = [plans[i - 1], plans[i]!, plans[i - 2]]
  if (!endsWithSpace(text, plan, before) || text[before.to - 2] === ' ') return
  if (before.to - before.from > 1 || other?.type === 'group') before.to--
}

function takeSpace(row: Row, i: number): void {
  const left = leftOf(row.text, row.plans, i)
  const isNeeded = left !== '' && !/[\u2028("“‘«]/.test(left)
  if (isClosing(rightOf(row.text, row.plans, i)) && takeBefore(row, i)) return
  if (!isNeeded) takeBehind(row, i)
}

/** A space that words in brackets begin or end with stays where they do, unless it must be taken. */
const isAllThere = ({ plans, nested }: Row, i: number): boolean => {
  const plan = plans[i]!
  return nested && (i === 0 || i === plans.length - 1) && plan.to - plan.from === 1
}

function takeBefore(row: Row, i: number, must = false): boolean {
  const [before, plan] = [row.plans[i - 1], row.plans[i]!]
  if (!endsWithSpace(row.text, plan, before) || (!must && isAllThere(row, i - 1))) return false
  before.to--
  if (plan.type === 'group') plan.spaces.before = before.to
  return true
}

function takeBehind(row: Row, i: number, must = false): boolean {
  const [plan, behind] = [row.plans[i]!, row.plans[i + 1]]
  if (!startsWithSpace(row.text, plan, behind) || (!must && isAllThere(row, i + 1))) return false
  if (row.text[plan.to + 1] === '¶') return false
  if (plan.type === 'group') plan.spaces.behind = behind.from
  behind.from++
  return true
}

/** Spaces alone take none with them, nor do alternatives of a paragraph and the words they are asked in place of. */
const isFixed = (text: string, { target, insteadOf, wordings }: GroupPlan): boolean =>
  target !== null ||
  insteadOf !== null ||
  wordings.some(({ plans }) => !plans.some((plan) => isOwn(text, plan)))

/** True of what may not be there when the text is read: what stands beside it is next to what is behind it. */
const mayBeGone = (plan: Plan): boolean =>
  plan.type === 'aside' || (plan.type === 'group' && plan.wordings[0]!.role === 'proposed')

/** The character that is before a plan when what may be gone is; empty at the beginning, "[" for words in brackets. */
function leftOf(text: string, plans: readonly Plan[], i: number): string {
  const [plan, before] = [plans[i]!, plans[i - 1]]
  const left = text[plan.from - 1] ?? '\n'
  // The sign for a new paragraph has a space of its own.
  if (!before || left === '\n' || (left === ' ' && text[plan.from - 2] === '¶')) return ''
  if (before.type === 'text' && before.to > before.from) return before.to === plan.from ? left : '['
  // A space that went with what stands before it is no more there than that.
  const last = before.type === 'text' ? i - 2 : i - 1
  const other = plans[last]
  return other === undefined ? '' : mayBeGone(other) ? leftOf(text, plans, last) : '['
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
