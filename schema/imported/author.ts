import type { Change, Range } from '../proposal/change.ts'
import type { DeedOf } from '../record/deed.ts'
import type { Desk } from './desk.ts'
import { headsOf, type Heads } from './heads.ts'
import { spacesOf, unitsOf, type AsidePlan, type GroupPlan, type Plan, type Wording } from './plan.ts'
import { Scribe, changesOf, type Spot } from './scribe.ts'
import { placeOf } from './script.ts'
import { codesIn } from './voices.ts'

/** Where the words stand that an alternative paragraph is asked in place of. */
interface Target {
  readonly ranges: readonly Range[]
  readonly end: Spot
}

/** Changes of one act: the record takes no more of them at once. */
const mostChanges = 4

/** Writes the base and tables what is asked of it, in reading order, hosts before what is nested in them. */
export class Author {
  readonly scribe: Scribe
  readonly groups: GroupPlan[] = []
  readonly asides: AsidePlan[] = []
  /** Acts that are rivals of one another, by the number of their group. */
  readonly rivals = new Map<number, number[]>()
  readonly #desk: Desk
  readonly #heads: Heads
  readonly #targets = new Map<number, Target>()
  /** Index of the first paragraph that has not begun. */
  #next = 0
  /** Brackets around what is being written. */
  #depth = 0

  constructor(desk: Desk, plans: readonly Plan[], first: boolean) {
    this.#desk = desk
    this.scribe = new Scribe(desk.script)
    this.#heads = headsOf(desk.script, plans, first)
    this.#write(plans)
    this.#advance(Infinity)
  }

  /** Begins the paragraphs up to an offset. */
  #advance(offset: number): void {
    const { starts, paragraphs } = this.#desk.script
    for (; this.#next < starts.length && starts[this.#next]! <= offset; this.#next++)
      if (!this.#heads.owned.has(this.#next) && !this.#heads.empty.has(this.#next))
        this.scribe.begin(paragraphs[this.#next]!)
  }

  #write(plans: readonly Plan[]): void {
    for (const plan of plans) {
      if (plan.type === 'aside') {
        this.asides.push(plan)
        if (this.#heads.cited.has(placeOf(this.#desk.script, plan.from).index)) this.#copy(plan.from, plan.to)
      } else if (plan.type === 'text') this.#copy(plan.from, plan.to)
      else {
        this.#depth++
        this.#group(plan)
        this.#depth--
      }
    }
  }

  #copy(from: number, to: number): void {
    const { script } = this.#desk
    const { index } = placeOf(script, from)
    const isBeside = this.#depth === 0 && (this.#heads.empty.has(index) || this.#heads.owned.has(index))
    // Spaces beside what is all of its paragraph.
    if (isBeside && script.text.slice(from, to).trim() === '') return
    this.#advance(from)
    this.scribe.copy(from, to, script.paragraphs[index]!)
  }

  #space({ spaces }: GroupPlan, side: 'before' | 'behind'): void {
    const at = spaces[side]
    if (at !== null) this.#copy(at, at + 1)
  }

  #group(group: GroupPlan): void {
    this.#advance(group.from)
    this.groups.push(group)
    const [first, ...others] = group.wordings as [Wording, ...Wording[]]
    if (group.insteadOf) this.#instead(group, this.#targetOf(group.insteadOf))
    else if (first.role === 'standing') {
      const { ranges, end } = this.#standing(group, first)
      for (const wording of others) this.#propose(group, wording, ranges, end)
    } else
      group.wordings.forEach((wording, i) => {
        this.#propose(group, wording, [], null, group.whole ? (i === 0 ? 'own' : 'new') : undefined)
      })
  }

  /** Words of the text: who strikes and holds them, and where they stand. */
  #standing(group: GroupPlan, wording: Wording): Target {
    const { finding, acts, plans } = wording
    const { scribe } = this
    const held = codesIn(finding.claims, ['reserve'])
    const strikes = finding.reading === 'deletion'
    const isContested = strikes || group.wordings.length > 1 || group.target !== null
    const holds = !isContested || held.length > 0
    const holders = strikes || finding.reading === 'standing' ? held : finding.sponsors
    const slots = {
      struck: strikes ? this.#table(wording, finding.sponsors) : null,
      held: holds ? this.#table(wording, holders) : null,
    }
    const own = this.#desk.script.paragraphs[placeOf(this.#desk.script, group.from).index]!
    scribe.ensure(own)
    const words = scribe.spot
    const head = group.whole ? scribe.breakOf(own.id) : undefined
    const start = head?.source === words.source ? head : words
    this.#space(group, 'before')
    this.#write(plans)
    this.#space(group, 'behind')
    const end = scribe.spot
    const ranges = scribe.between(start, end)
    acts.struck = slots.struck && this.#fill(slots.struck, changesOf('amend', ranges))
    acts.held = slots.held && this.#fill(slots.held, changesOf('hold', ranges))
    const target = { ranges: scribe.between(words, end), end }
    if (group.target !== null) this.#targets.set(group.target, target)
    return target
  }

  /** The words of a paragraph that others are asked for in the place of. Null when it has none in the text. */
  #targetOf({ index, bracketed }: NonNullable<GroupPlan['insteadOf']>): Target | null {
    const known = bracketed ? this.#targets.get(index) : undefined
    if (known) return known
    const head = this.scribe.breakOf(this.#desk.script.paragraphs[index]!.id)
    if (!head) return null
    const end = this.scribe.endOf(head)
    return { ranges: this.scribe.between({ ...head, at: head.at + 1 }, end), end }
  }

  #instead(group: GroupPlan, target: Target | null): void {
    for (const wording of group.wordings) {
      // A paragraph of options is several alternatives.
      if (unitsOf(wording.plans) === 0 && wording.plans.length > 0) {
        for (const plan of wording.plans)
          if (plan.type === 'aside') this.asides.push(plan)
          else if (plan.type === 'group') {
            this.groups.push(plan)
            this.#instead({ ...plan, insteadOf: group.insteadOf }, target)
          }
      } else if (target) this.#propose(group, wording, target.ranges, target.end)
      else this.#propose(group, wording, [], null, 'new')
    }
  }

  /** Asks for words: in place of others where there are ranges, and as a paragraph where it has a head. */
  #propose(
    group: GroupPlan,
    wording: Wording,
    ranges: readonly Range[],
    end: Spot | null,
    head?: 'own' | 'new',
  ): void {
    const { scribe } = this
    const { finding, acts, plans } = wording
    const { script, kept } = this.#desk
    const isWritten = unitsOf(plans) > 0 || head !== undefined || spacesOf(group) > 0
    if (!isWritten && (ranges.length === 0 || plans.length > 0)) {
      kept.push({ finding: finding.id, why: 'no-words' })
      this.#write(plans)
      return
    }
    const own = script.paragraphs[placeOf(script, group.from).index]!
    if (!head && !end) scribe.ensure(own)
    const slot = this.#table(wording, finding.sponsors)
    const at = end ?? scribe.spot
    const source = `${slot.n}.1/0`
    // What takes the place of other words stands right behind them, whatever else is in the gap.
    const anchor = ranges.length > 0 ? at : scribe.anchor(at, source)
    scribe.propose(source)
    if (head) scribe.begin(head === 'own' ? own : { ...own, id: scribe.newId(own.id) })
    this.#space(group, 'before')
    this.#write(plans)
    this.#space(group, 'behind')
    const runs = scribe.close()
    const insert = runs.length > 0 ? { anchor: scribe.among(anchor, ranges, runs), runs } : undefined
    acts.proposed = this.#fill(slot, changesOf('amend', ranges, insert))
    if (group.rivals !== null) {
      const others = this.rivals.get(group.rivals)
      if (others) others.push(slot.n)
      else this.rivals.set(group.rivals, [slot.n])
    }
    const deleting = codesIn(finding.claims, ['delete'])
    if (!group.whole || deleting.length === 0) return
    // A paragraph that is asked for and asked to go: the one bracket around it says both.
    const struck = [{ source, from: 0, to: scribe.lengthOf(source) }]
    acts.struck = this.#fill(this.#table(wording, deleting), changesOf('amend', struck))
  }

  /** Leaves room for an act by which words are asked for, struck or held, and for those who join it. */
  #table({ finding, title }: Pick<Wording, 'finding' | 'title'>, sponsors: readonly string[]): Slot {
    const [first, ...others] = sponsors
    const deed: DeedOf<'table'> = {
      type: 'table',
      changes: [],
      rationale: title,
      invite: [],
      alternatives: [],
    }
    const from = { finding: finding.id, ...(first === undefined ? {} : { for: first }) }
    const n = this.scribe.step({ ...from, deed })
    for (const code of others)
      this.scribe.step({ for: code, finding: finding.id, deed: { type: 'cosponsor', proposal: n } })
    return { n, wording: { finding, title }, sponsors }
  }

  #fill({ n, wording, sponsors }: Slot, changes: readonly Change[]): number {
    const step = this.scribe.steps[n - 2]!
    step.deed = { ...(step.deed as DeedOf<'table'>), changes: changes.slice(0, mostChanges) as never }
    if (changes.length > mostChanges) this.#fill(this.#table(wording, sponsors), changes.slice(mostChanges))
    return n
  }
}

/** A step that waits for its changes. */
interface Slot {
  readonly n: number
  readonly wording: Pick<Wording, 'finding' | 'title'>
  readonly sponsors: readonly string[]
}
