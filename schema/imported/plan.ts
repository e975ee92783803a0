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
  readonly to: number
  readonly wordings: Wording[]
  /** At most one of them can be accepted; the same number in several groups ties them together. */
  rivals: number | null
  /** Offset of a space outside the brackets that goes where these words go. */
  space: { readonly side: 'before' | 'behind'; readonly at: number } | null
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
  space: null,
  whole: false,
  insteadOf: null,
  target: null,
})

/** Units that belong to the words a plan stands in: those of wordings that are asked for are their own. */
export function unitsOf(plans: readonly Plan[]): number {
  let units = 0
  for (const plan of plans) {
    if (plan.type === 'text') units += plan.to - plan.from
    const standing = plan.type === 'group' ? plan.wordings[0] : undefined
    if (standing?.role === 'standing')
      units += unitsOf(standing.plans) + (plan.type === 'group' && plan.space ? 1 : 0)
  }
  return units
}

/** True when there is nothing but spaces in the words, and nothing asked of them. */
export const isBlankText = (text: string, plans: readonly Plan[]): boolean =>
  plans.every((plan) => plan.type === 'text' && text.slice(plan.from, plan.to).trim() === '')
