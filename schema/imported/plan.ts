import type { FoundClaim, Reading } from './written.ts'

/** What happens to a stretch of the script, in reading order. Stretches that no plan covers are signs. */
export type Plan = TextPlan | GroupPlan | AsidePlan

/** Characters that are words; never across the end of a paragraph. */
export interface TextPlan {
  readonly type: 'text'
  from: number
  to: number
}

/** A remark, status, note or line of positions: no part of the text. */
export interface AsidePlan {
  readonly type: 'aside'
  readonly from: number
  readonly to: number
  readonly finding: Draft
  readonly does: 'status' | 'note' | 'positions'
}

/**
 * Wordings that stand side by side. When the first is `standing`, the others are asked for in its place;
 * otherwise each is asked for by itself.
 */
export interface GroupPlan {
  readonly type: 'group'
  readonly from: number
  to: number
  readonly wordings: Wording[]
  /** At most one of them can be accepted; the same number in several groups ties them together. */
  rivals: number | null
  /** Offsets of the spaces outside the brackets that go where these words go. */
  readonly spaces: { before: number | null; behind: number | null }
  /** It is all of its paragraphs, so that the first of these comes and goes with it. */
  whole: boolean
  /**
   * The paragraph for whose words these are asked, by its index, as "OP4 alt" is for OP4: for all of them,
   * or for what stands in the one bracket there.
   */
  insteadOf: { readonly index: number; readonly bracketed: boolean } | null
  /** Index of the paragraph whose alternatives take the place of what stands in this bracket. */
  target: number | null
}

/** One of the wordings. */
export interface Wording {
  readonly finding: Draft
  readonly role: 'standing' | 'proposed'
  plans: Plan[]
  /** "Option 2", kept as a rationale; empty elsewhere. */
  readonly title: string
  /** Acts that ask for it, strike it and hold it. */
  readonly acts: { proposed: number | null; struck: number | null; held: number | null }
}

/** A finding while it is being made. */
export interface Draft {
  readonly id: string
  readonly from: number
  readonly to: number
  reading: Reading
  choices: readonly Reading[]
  row: string | null
  sponsors: readonly string[]
  claims: readonly FoundClaim[]
  readonly words: string
  /** What was said there beyond the claims, in the words of the text. */
  readonly unsaid: string[]
  sure: boolean
}

/** Makes a group of wordings. */
export const groupOf = (
  from: number,
  to: number,
  wordings: Wording[],
  rivals: number | null = null,
): GroupPlan => ({
  type: 'group',
  from,
  to,
  wordings,
  rivals,
  spaces: { before: null, behind: null },
  whole: false,
  insteadOf: null,
  target: null,
})

/** How many spaces go with the words of a group. */
export const spacesOf = ({ spaces: { before, behind } }: GroupPlan): number =>
  (before === null ? 0 : 1) + (behind === null ? 0 : 1)

/** Units that belong to the words a plan stands in: those of wordings that are asked for are their own. */
export function unitsOf(plans: readonly Plan[]): number {
  let units = 0
  for (const plan of plans) {
    if (plan.type === 'text') units += plan.to - plan.from
    if (plan.type !== 'group') continue
    const [first] = plan.wordings
    if (first?.role === 'standing') units += unitsOf(first.plans) + spacesOf(plan)
  }
  return units
}

/** True of words that stand in the brackets themselves, not only in others within. */
export const isOwn = (text: string, plan: Plan): boolean =>
  plan.type === 'text'
    ? /[^ ]/.test(text.slice(plan.from, plan.to))
    : plan.type === 'group' && plan.wordings[0]!.role === 'standing'

/** Where words lie in brackets that words of the text cannot show without a space beside them. */
interface Edges {
  /** Words that are asked for stand at that end of them. */
  readonly start: boolean
  readonly end: boolean
  /** They are the very words of another bracket. */
  readonly around: boolean
}

/** What stands at the edges of words. */
export function edgesOf(plans: readonly Plan[]): Edges {
  const full = plans.filter((plan) => plan.type !== 'text' || plan.to > plan.from)
  const [first, last] = [full[0], full.at(-1)]
  const isAsked = (plan: Plan | undefined) =>
    plan?.type === 'group' && plan.insteadOf === null && plan.wordings[0]!.role === 'proposed'
  return { start: isAsked(first), end: isAsked(last), around: full.length === 1 && first?.type === 'group' }
}
