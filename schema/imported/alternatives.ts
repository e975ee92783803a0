import { readClaims } from '../notation/claims.ts'
import { type Desk, find, readingAt } from './desk.ts'
import { type Draft, groupOf, type GroupPlan, type Plan, type TextPlan, type Wording } from './plan.ts'
import { idAt, placeOf, type Script } from './script.ts'
import { askers, isAskedFor } from './voices.ts'
import type { FoundClaim } from './written.ts'

/** "OP4 alt bis" is another wording of OP4; "alt" alone one of the paragraph before. */
const alternative = /^(.*?)[ .\u00a0\u202f]*(?<!\p{L})alt(?:\.?[ \u00a0\u202f]?\d{1,2})?(?!\p{L})/iu

/** The number of what is put in after a numbered paragraph. */
export const addition =
  /(?<!\p{L})(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies)(?!\p{L})|\+\d/iu

/**
 * Takes the paragraphs that are numbered as alternatives among some plans out of the text: their words are
 * asked for in place of those of the paragraph they are numbered after. "OP2 bis" with a name behind it is asked
 * for by itself.
 */
export function withAlternatives(desk: Desk, plans: readonly Plan[]): Plan[] {
  if (plans.length === 0) return []
  const { script } = desk
  const { paragraphs, starts, ends } = script
  const [first, last] = [plans[0]!.from, plans.at(-1)!.to]
  const out = [...plans]
  for (let index = placeOf(script, first).index; index < paragraphs.length && ends[index]! <= last; index++) {
    const label = paragraphs[index]!.label
    if (starts[index]! < first || label === null) continue
    const isAlternative = alternative.test(label)
    const said = isAlternative || addition.test(label) ? saidOf(desk, index) : null
    if (!isAlternative && !said) continue
    const target = isAlternative ? targetOf(script, index) : null
    const from = out.findIndex((plan) => plan.to > starts[index]!)
    const to = out.findLastIndex((plan) => plan.from < ends[index]!)
    const own = out.slice(from, to + 1)
    if (from < 0 || own.length === 0 || own[0]!.from < starts[index]!) continue
    const count = own.length
    const asked = said && cutNames(own, said) ? ascribed(desk, said, index, target !== null) : null
    // Another wording of what is not in the text is asked for by itself.
    if (asked && target === null)
      out.splice(from, count, groupOf(asked.from, asked.to, [proposed(asked, own)]))
    if (target === null) continue
    const words = wordsOf(out.slice(0, from), starts[target]!, ends[target]!)
    const instead = inPlace(script, own, target, asked)
    const alike = words !== null && instead.wordings.every((wording) => cutBeside(script, wording, words))
    if (alike) {
      words.group.target = target
      if (words.group.wordings[0]!.finding.reading === 'hold')
        words.group.wordings[0]!.finding.reading = 'standing'
      instead.insteadOf = { index: target, bracketed: true }
    }
    out.splice(from, count, ...own.filter(({ type }) => type === 'aside'), instead)
  }
  return out
}

/** The paragraph an alternative is numbered after: the last of that number, or the one before it. */
function targetOf({ paragraphs }: Script, index: number): number | null {
  const bare = (label: string): string => label.replace(/[\s.\u00a0\u202f]+/g, '').toLowerCase()
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
function inPlace(script: Script, plans: readonly Plan[], index: number, asked: Draft | null): GroupPlan {
  const insteadOf = { index, bracketed: false }
  const rest = plans.filter((plan) => plan.type !== 'aside' && !isSpace(script, plan))
  const [only] = rest
  if (!asked && rest.length === 1 && only?.type === 'group' && only.wordings.length === 1) {
    const [wording] = only.wordings as [Wording]
    const { finding } = wording
    if (finding.reading !== 'deletion') {
      finding.reading = 'alternative'
      return { ...only, wordings: [{ ...wording, role: 'proposed' }], insteadOf }
    }
  }
  const [from, to] = [plans[0]!.from, plans.at(-1)!.to]
  const finding: Draft = asked ?? {
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
  }
  const wording = proposed(finding, plans)
  return { ...groupOf(from, to, [wording]), insteadOf }
}

const proposed = (finding: Draft, plans: readonly Plan[]): Wording => ({
  finding,
  role: 'proposed',
  plans: plans.filter(({ type }) => type !== 'aside'),
  title: '',
  acts: { proposed: null, struck: null, held: null },
})

/** Who asks for a paragraph that stands in no brackets, and the words of it that are left. */
interface Said {
  /** Offset of the names. */
  readonly at: number
  readonly claims: readonly FoundClaim[]
  readonly from: number
  readonly to: number
}

/** Names before the words, "EU: Requests", or in parentheses at their end, "Requests (EU)". */
function saidOf(desk: Desk, index: number): Said | null {
  const { script, voices } = desk
  const [start, end] = [script.starts[index]!, script.ends[index]!]
  const text = script.text.slice(start, end)
  const [before, behind] = [
    /^([^()[\]{}:]{1,120}):\s+(?=\S)/.exec(text),
    /\s*\(([^()]{1,200})\)\s*$/.exec(text),
  ]
  const claimsIn = (from: number, to: number): FoundClaim[] | null => {
    const claims = voices.claimsOf(readClaims({ text: script.text, from, to }, voices.lexicon) ?? [])
    const isKnown = claims.every(({ names }) => names.every(({ text: name }) => voices.lexicon.has(name)))
    return isAskedFor(claims) && isKnown ? claims : null
  }
  const said = before && claimsIn(start, start + before[1]!.length)
  if (said && readingAt(desk, start) !== 'words')
    return { at: start, claims: said, from: start + before[0].length, to: end }
  if (!behind || behind.index === 0) return null
  const at = start + behind.index + behind[0].indexOf('(')
  const claims = claimsIn(at + 1, at + 1 + behind[1]!.length)
  return claims && readingAt(desk, at) !== 'words'
    ? { at, claims, from: start, to: start + behind.index }
    : null
}

/** Leaves the names off the plans of a paragraph; false where something else than words stands there. */
function cutNames(plans: Plan[], { from, to }: Said): boolean {
  const first = plans.findIndex((plan) => plan.to > from)
  const last = plans.findLastIndex((plan) => plan.from < to)
  const [front, back] = [plans[first], plans[last]]
  const isText = [...plans.slice(0, first), ...plans.slice(last + 1)].every(({ type }) => type === 'text')
  if (
    !isText ||
    (front?.type !== 'text' && front?.from !== from) ||
    (back?.type !== 'text' && back?.to !== to)
  )
    return false
  if (front.type === 'text') front.from = Math.max(front.from, from)
  if (back.type === 'text') back.to = Math.min(back.to, to)
  plans.splice(0, plans.length, ...plans.slice(first, last + 1))
  return true
}

/** A finding of the whole paragraph, known by the place of the names behind it. */
function ascribed(desk: Desk, { at, claims }: Said, index: number, isAlternative: boolean): Draft {
  const [from, to] = [desk.script.starts[index]!, desk.script.ends[index]!]
  const reading = isAlternative ? 'alternative' : 'optional'
  const isNames = (one: Draft): boolean => one.reading === 'words' && one.from >= at && one.to <= to
  const within = desk.findings.findIndex((one) => isNames(one) && isAskedFor(one.claims))
  if (within >= 0) desk.findings.splice(within, 1)
  desk.heard.push(...(within >= 0 ? [] : claims))
  const id = idAt(desk.script, at)
  find(desk, { from, to, reading, choices: [reading, 'words'], claims })
  const made = desk.findings.pop()!
  const sponsors = desk.corrections.brackets[id]?.sponsors?.filter(desk.voices.seated) ?? askers(claims)
  const finding: Draft = { ...made, id, sponsors }
  const place = desk.findings.findIndex((one) => one.from >= from)
  desk.findings.splice(place < 0 ? desk.findings.length : place, 0, finding)
  return finding
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
