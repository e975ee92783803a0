import fc from 'fast-check'
import { chairCode } from '../../schema/party/party.ts'
import type { Actor } from '../../schema/party/role.ts'
import { roles } from '../../schema/party/role.ts'
import type { When } from '../../schema/party/condition.ts'
import { stances } from '../../schema/party/position.ts'
import type { Anchor, Change, Range } from '../../schema/proposal/change.ts'
import { channels } from '../../schema/proposal/channel.ts'
import { apply } from '../../schema/record/apply.ts'
import { isRefusal } from '../../schema/refusal.ts'
import type { Deed } from '../../schema/record/deed.ts'
import { paragraphStatuses, rulings } from '../../schema/record/deed.ts'
import type { Asked } from '../../schema/record/permit.ts'
import type { State } from '../../schema/record/state.ts'
import type { Run } from '../../schema/text/token.ts'
import { paragraphKinds } from '../../schema/text/token.ts'
import { gapsIn } from './edits.ts'
import { baseText, negotiation } from './generate.ts'
import { actor, actOf, Negotiation } from './negotiation.ts'
import { brief } from './brief.ts'

/** What a careless or hostile client might send: well-formed by the schema, otherwise as the numbers have it. */
export interface Wild {
  readonly actor: Actor
  readonly asked: Asked
}

type Dice = (sides: number) => number

/** Intents drawn from a state: its own sources and numbers mixed with some that are not there. */
export const wildly = (state: State, numbers: readonly number[]): Wild => {
  let at = 0
  const dice: Dice = (sides) => numbers[at++ % numbers.length]! % sides
  const pick = <T>(list: readonly T[]): T => list[dice(list.length)]!
  const parties = dice(8) ? ['A', 'B', 'C', 'D'] : ['Chair', 'ZZ']
  const role = dice(5) ? (dice(3) ? 'delegate' : 'facilitator') : pick(roles)
  const serves = role === 'facilitator' || role === 'secretariat'
  const speaker = { ...actor(role, serves ? null : pick(parties)), speaksFor: dice(4) ? [] : ['B'] }
  const asked = {
    for: dice(9) ? undefined : pick(parties),
    onBehalfOf: dice(8) ? undefined : pick(parties),
    channel: dice(9) ? (state.importing && serves ? 'imported' : 'typed') : pick(channels),
    deed: wildDeed(state, dice, pick),
  }
  return { actor: speaker, asked }
}

type Pick = <T>(list: readonly T[]) => T

function wildDeed(state: State, dice: Dice, pick: Pick): Deed {
  const proposals = [...state.proposals.keys(), 1, 999]
  const proposal = pick(proposals)
  const version = state.proposals.get(proposal)?.versions.length ?? 1
  const on = dice(2)
    ? { proposal, version: dice(5) ? version : dice(4) + 1 }
    : { paragraph: paragraph(state, dice, pick) }
  const changes = Array.from({ length: dice(3) ? 1 : 2 }, () => wildChange(state, dice, pick)) as never
  const when = wildWhen(state, dice, pick)
  switch (dice(15)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return {
        type: 'table',
        changes,
        rationale: '',
        invite: dice(4) ? [] : ['B', 'ZZ'],
        alternatives: dice(4) ? [] : [proposal],
      }
    case 4:
      return { type: 'amend', changes, rationale: '' }
    case 5:
      return { type: 'revise', proposal, changes, rationale: '' }
    case 6:
      return dice(2) ? { type: 'withdraw', proposal, reason: '' } : { type: 'cosponsor', proposal }
    case 7:
      return {
        type: 'position',
        on,
        stance: dice(4) ? pick(stances) : null,
        reason: '',
        condition: dice(3) ? '' : 'if it stays',
        ...when,
      }
    case 8:
    case 9:
      return {
        type: 'rule',
        proposal,
        version,
        ruling: pick(rulings),
        into: dice(3) ? undefined : pick(proposals),
        reason: '',
      }
    case 10:
      return dice(2)
        ? {
            type: 'status',
            paragraph: paragraph(state, dice, pick),
            status: pick(paragraphStatuses),
            pending: dice(3) ? [] : ['A'],
            reason: '',
          }
        : { type: 'rivals', proposals: [proposal, pick(proposals)] }
    case 11:
      return { type: 'undertake', proposal, condition: dice(3) ? 'if it stays' : ' ', ...when }
    case 12:
      return { type: 'ask', proposal, version, parties: several(dice, () => pick([...wildCodes])) }
    case 13:
      return {
        type: 'package',
        package: `k${dice(3)}`,
        title: 'Means',
        proposals: several(dice, () => pick(proposals)),
        paragraphs: several(dice, () => paragraph(state, dice, pick)),
      }
    default:
      return dice(2)
        ? { type: 'comment', on, text: 'words' }
        : { type: 'publish', symbol: 'X', contentHash: '0'.repeat(64), note: '' }
  }
}

const wildCodes = ['A', 'B', 'C', 'D', 'ZZ', chairCode]

/** None to three, the same one twice among them. */
const several = <T>(dice: Dice, one: () => T): T[] => Array.from({ length: dice(4) }, one)

/** A condition on what is there, on what is decided, on what is not there, or none. */
const wildWhen = (state: State, dice: Dice, pick: Pick): { readonly when?: When } => {
  const becomes = pick(['accepted', 'withdrawn'] as const)
  return [
    {},
    { when: { proposal: pick([...state.proposals.keys(), 999]), becomes } },
    { when: { paragraph: paragraph(state, dice, pick), becomes: 'agreed' } as const },
  ][dice(3)]!
}

const paragraph = (state: State, dice: Dice, pick: Pick): string =>
  dice(9) ? pick([...state.breaks.keys()]) : 'nowhere'

function wildChange(state: State, dice: Dice, pick: Pick): Change {
  const sources = [...state.sources.keys()]
  const source = () => (dice(25) ? pick(sources) : '9999.1/0')
  const offset = (of: string) => {
    const runs = state.sources.get(of)?.runs ?? []
    return dice(25) ? pick(gapsIn(runs)) : dice(60)
  }
  const range = (): Range => {
    const of = source()
    const [a, b] = [offset(of), offset(of)]
    return { source: of, from: Math.min(a, b), to: Math.max(a, b) }
  }
  const anchor = (): Anchor => {
    const of = source()
    const neighbours = state.slots.get(of)?.insertions.map((entry) => entry.source) ?? []
    const neighbour = neighbours.length && dice(3) === 0 ? pick(neighbours) : undefined
    return {
      source: of,
      at: offset(of),
      ...(neighbour ? (dice(2) ? { before: neighbour } : { after: neighbour }) : {}),
    }
  }
  const run = (): Run =>
    pick<Run>([
      { text: 'wild ' },
      { text: '野' },
      { line: true },
      { note: 'nowhere' },
      { break: { id: `w${state.n}x${dice(997)}`, kind: pick(paragraphKinds), level: dice(4) } },
      { break: { id: paragraph(state, dice, pick), kind: 'operative', level: 0 } },
    ])
  switch (dice(8)) {
    case 0:
      return { type: 'hold', ranges: [range()] }
    case 1:
      return {
        type: 'set',
        paragraph: paragraph(state, dice, pick),
        kind: dice(2) ? pick(paragraphKinds) : undefined,
        level: dice(2) ? dice(5) : undefined,
      }
    case 2: {
      const of = source()
      return {
        type: 'place',
        paragraph: paragraph(state, dice, pick),
        through: { source: of, at: offset(of) },
        anchor: anchor(),
      }
    }
    case 3:
      return { type: 'amend', strike: [range()] }
    case 4:
    case 5:
      return {
        type: 'amend',
        strike: [],
        insert: { anchor: anchor(), runs: Array.from({ length: dice(4) }, run) },
      }
    default: {
      const struck = range()
      return {
        type: 'amend',
        strike: [struck],
        insert: { anchor: dice(3) ? { source: struck.source, at: struck.to } : anchor(), runs: [run()] },
      }
    }
  }
}

/** Rows of numbers from which wild intents are drawn, one row each. */
export const wildRows: fc.Arbitrary<number[][]> = fc.array(
  fc.array(fc.nat({ max: 9973 }), { minLength: 40, maxLength: 40 }),
  { minLength: 1, maxLength: 20, size: 'max' },
)

/** An intent and the state on which it was sent. */
interface Tried extends Wild {
  readonly before: State
}

/** A text opened a moment ago, so that anything may be said as recorded in it. */
const justOpened: fc.Arbitrary<Negotiation> = baseText.map((base) => Negotiation.open(base))

/** A negotiation among people who send anything, in which what is permitted takes effect. */
export const wildNegotiation: fc.Arbitrary<{ readonly tried: readonly Tried[] }> = fc
  .tuple(fc.oneof({ weight: 5, arbitrary: negotiation }, { weight: 1, arbitrary: justOpened }), wildRows)
  .map(([it, rows]) => {
    const tried: Tried[] = []
    const acts = [...it.acts]
    let state = it.now
    for (const row of rows) {
      const wild = wildly(state, row)
      tried.push({ before: state, ...wild })
      const act = actOf(state, wild.actor, wild.asked)
      const next = apply(state, act)
      acts.push(act)
      if (!isRefusal(next)) state = next
    }
    return { tried, [fc.toStringMethod]: () => `\n${acts.map(brief).join('\n')}\n` }
  })
