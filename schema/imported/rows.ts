import type { BracketRole } from '../notation/notation.ts'
import { addition } from './alternatives.ts'
import type { Part } from './parts.ts'
import {
  edgesOf,
  groupOf,
  isOwn,
  unitsOf,
  type Draft,
  type GroupPlan,
  type Plan,
  type Wording,
} from './plan.ts'
import type { Desk } from './desk.ts'
import { placeOf, type Script } from './script.ts'
import { askers, asks, codesIn, isAskedFor } from './voices.ts'
import type { FoundClaim, Reading } from './written.ts'

/** A wording as it was read, before it is known what the wordings beside it make of it. */
export interface Read {
  readonly part: Part
  readonly role: BracketRole
  readonly finding: Draft
  readonly plans: Plan[]
  /** It stands with others in one bracket, parted by strokes or as options. */
  readonly either: boolean
  readonly title: string
}

/** What stays in the text until it is ruled on. */
const standing: readonly Reading[] = ['hold', 'standing', 'deletion', 'placeholder', 'reservation']

/** Where wordings side by side stand: in words that are asked for, and behind a bracket and a space. */
export interface Around {
  readonly asked: boolean
  readonly beside: boolean
}

/** What wordings side by side are to one another. */
export function grouped(desk: Desk, reads: readonly Read[], around: Around): Plan[] {
  const out: Plan[] = []
  let group: GroupPlan | null = null
  reads.forEach((read, i) => {
    const { finding } = read
    if (reads.length > 1) finding.row = reads[0]!.finding.id
    const first: Wording | undefined = group?.wordings[0]
    const stands = first?.role === 'standing' ? first : undefined
    const wantsNone = stands !== undefined && read.role === 'noText'
    if (wantsNone || (read.plans.length === 0 && (stands || isSaid(desk, read)))) {
      const said = wordless(read, group)
      if (said) out.push(said)
      else group!.to = finding.to
      return
    }
    settle(
      desk,
      read,
      {
        stands: stands !== undefined,
        within: around.asked,
        parted: around.beside && i === 0,
        asked: first?.role === 'proposed',
        next: reads[i + 1],
        end: reads.at(-1)!.finding.to,
      },
      reads.length,
    )
    const role = standing.includes(finding.reading) ? 'standing' : 'proposed'
    if (unitsOf(read.plans) === 0 && read.plans.length > 0 && !isNumbered(desk, read)) {
      desk.kept.push({ finding: finding.id, why: 'same-span' })
      out.push(...read.plans)
      group = null
      return
    }
    if (role === 'standing' && unitsOf(read.plans) === 0) {
      desk.kept.push({ finding: finding.id, why: 'no-words' })
      return
    }
    const wording: Wording = {
      finding,
      role,
      plans: read.plans,
      title: read.title,
      acts: { proposed: null, struck: null, held: null },
    }
    if (group && role === 'proposed' && finding.reading === 'alternative') {
      group.wordings.push(wording)
      group.to = finding.to
    } else {
      out.push((group = groupOf(finding.from, finding.to, [wording])))
    }
  })
  return out.map((plan) =>
    plan.type === 'group' && plan.wordings.length > 1 && plan.wordings[0]!.role === 'proposed'
      ? { ...plan, rivals: desk.rivals++ }
      : plan,
  )
}

/** True when nothing stands in the bracket but who asks what; an empty paragraph may be asked for too. */
const isSaid = ({ script }: Desk, { finding }: Read): boolean =>
  !(isAskedFor(finding.claims) && isWhole(script, finding))

/** A paragraph that is asked for is something by itself, though all its words are asked for by others. */
const isNumbered = ({ script }: Desk, { finding }: Read): boolean =>
  isAskedFor(finding.claims) && isWhole(script, finding) && labelAt(script, finding) !== ''

/** A bracket without words speaks of the words before it, or of the paragraph. */
function wordless({ finding, role }: Read, group: GroupPlan | null): Plan | null {
  const stands = group?.wordings[0]?.role === 'standing' ? group.wordings[0] : undefined
  const gone = role === 'noText' || asks(finding.claims, 'delete') || isAskedFor(finding.claims)
  finding.reading = stands && gone ? 'deletion' : 'note'
  finding.choices = [finding.reading]
  finding.sponsors = codesIn(finding.claims, ['delete', 'propose', 'add'])
  const asked = stands || isAskedFor(finding.claims) ? undefined : group?.wordings.at(-1)
  const said = finding.claims.map((claim): FoundClaim =>
    stands && gone ? { ...claim, asked: 'delete' } : claim,
  )
  const spoken = stands ?? asked
  if (!spoken) return { type: 'aside', from: finding.from, to: finding.to, finding, does: 'positions' }
  spoken.finding.claims = [...spoken.finding.claims, ...said]
  spoken.finding.unsaid.push(...finding.unsaid)
  if (stands && gone && stands.finding.reading !== 'deletion') {
    stands.finding.reading = 'deletion'
    stands.finding.sponsors = codesIn(said, ['delete'])
  }
  return null
}

/** What a wording stands beside: words of the text, other words that are asked for, and what follows it. */
interface Beside {
  readonly within: boolean
  readonly stands: boolean
  readonly asked: boolean
  /** A space alone parts it from the bracket before it, in whose place it may be asked for. */
  readonly parted: boolean
  readonly next: Read | undefined
  /** Offset behind the last wording. */
  readonly end: number
}

/** Decides what a wording is taken for, who asks for it, and what else it may be. */
function settle({ script, corrections }: Desk, read: Read, beside: Beside, count: number): void {
  const { finding } = read
  const said = corrections.brackets[finding.id]
  const guess = guessed(script, read, beside)
  const reading = said?.reading ?? guess.reading
  finding.reading = reading
  finding.sure = said?.reading !== undefined || guess.sure
  finding.choices = choicesOf(count, reading)
  if (beside.parted && !finding.choices.includes('alternative'))
    finding.choices = [...finding.choices, 'alternative']
  if (said?.sponsors === undefined) finding.sponsors = sponsorsOf(finding.claims, reading)
}

/** Those who ask for what it is taken for. */
function sponsorsOf(claims: readonly FoundClaim[], reading: Reading): string[] {
  if (reading === 'deletion') return codesIn(claims, ['delete'])
  if (standing.includes(reading)) return reading === 'standing' ? [] : codesIn(claims, ['reserve'])
  return askers(claims)
}

function choicesOf(count: number, reading: Reading): Reading[] {
  const choices: Reading[] = ['hold', 'optional', 'deletion', 'words', 'note']
  if (count > 1) choices.splice(2, 0, 'standing', 'alternative')
  return choices.includes(reading) ? choices : [reading, ...choices]
}

interface Guess {
  readonly reading: Reading
  readonly sure: boolean
}

function guessed(script: Script, read: Read, beside: Beside): Guess {
  const { finding, role, plans, either } = read
  const { claims } = finding
  const { within, stands, next } = beside
  if (isAskedFor(claims)) return besideOthers(beside, either)
  if (stands && !startsAnew(read)) return { reading: 'alternative', sure: true }
  const isAdded = isWhole(script, finding) && addition.test(labelAt(script, finding))
  if (asks(claims, 'delete')) return { reading: isAdded ? 'optional' : 'deletion', sure: true }
  const reserved = asks(claims, 'reserve')
  if (read.title !== '') return besideOthers(beside, either)
  if (role === 'reservation') return { reading: 'reservation', sure: true }
  if (isAdded || (!within && bringsParagraph(script, plans))) return { reading: 'optional', sure: false }
  if (isHollow(script, plans, finding.from, beside.end) && !reserved)
    return { reading: 'optional', sure: false }
  if (next && !startsAnew(next)) return { reading: 'standing', sure: true }
  if (role === 'placeholder' || role === 'omitted') return { reading: 'placeholder', sure: true }
  return { reading: 'hold', sure: claims.length > 0 || !either }
}

const besideOthers = ({ stands, asked, next }: Beside, either: boolean): Guess => {
  if (stands) return { reading: 'alternative', sure: true }
  const others = asked || (next !== undefined && isAskedFor(next.finding.claims))
  return others || either ? { reading: 'alternative', sure: either } : { reading: 'optional', sure: true }
}

/**
 * True of words that are struck or held, as their own bracket says: they are no other wording of what stands
 * before them. What is said behind a bracket is a position on that wording: `[shall][should] (EU: delete)`.
 */
const startsAnew = ({ finding, part }: Read): boolean =>
  !isAskedFor(finding.claims) && part.claims.some(({ asked }) => asked === 'delete' || asked === 'reserve')

const labelAt = (script: Script, { from }: Draft): string =>
  script.paragraphs[placeOf(script, from).index]!.label ?? ''

/** True when nothing but signs of notation stands beside it in its paragraphs. */
function isWhole(script: Script, { from, to }: Pick<Draft, 'from' | 'to'>): boolean {
  const before = script.text.slice(script.starts[placeOf(script, from).index]!, from)
  const behind = script.text.slice(to, script.ends[placeOf(script, Math.max(from, to - 1)).index])
  return /^(?:\{[^{}]*\}|[\s[])*$/.test(before) && /^(?:\{[^{}]*\}|[\s\]])*$/.test(behind)
}

/** A sign for a new paragraph says that its words are asked for. */
const bringsParagraph = (script: Script, plans: readonly Plan[]): boolean =>
  plans.some((plan) => {
    if (plan.type === 'text') return script.text.slice(plan.from, plan.to).includes('¶')
    const first = plan.type === 'group' ? plan.wordings[0] : undefined
    return first?.role === 'standing' && bringsParagraph(script, first.plans)
  })

/**
 * True of brackets that words of the text could not show: with words that are asked for at their edge, or
 * around the very words of another bracket, and without a space beside them.
 */
function isHollow({ text }: Script, plans: readonly Plan[], from: number, to: number): boolean {
  const { start, end, around } = edgesOf(plans)
  const [before, behind] = [/[^}¶] $/.test(text.slice(from - 2, from)), text[to] === ' ']
  if ((start || end) && !plans.some((plan) => isOwn(text, plan))) return true
  return (start && !before) || (end && !behind) || (around && !before && !behind)
}
