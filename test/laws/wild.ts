import fc from 'fast-check'
import type { Actor } from '../../schema/party/role.ts'
import { roles } from '../../schema/party/role.ts'
import { stances } from '../../schema/party/position.ts'
import type { Anchor, Change, Range } from '../../schema/proposal/change.ts'
import { apply } from '../../schema/record/apply.ts'
import { isRefusal } from '../../schema/refusal.ts'
import type { Deed } from '../../schema/record/deed.ts'
import { paragraphStatuses, rulings } from '../../schema/record/deed.ts'
import type { Asked } from '../../schema/record/permit.ts'
import type { State } from '../../schema/record/state.ts'
import type { Run } from '../../schema/text/token.ts'
import { paragraphKinds } from '../../schema/text/token.ts'
import { gapsIn } from './edits.ts'
import { negotiation } from './generate.ts'
import { actor, actOf } from './negotiation.ts'
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
    channel: dice(9) ? ('typed' as const) : ('floor' as const),
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
  switch (dice(12)) {
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
      return { type: 'position', on, stance: dice(4) ? pick(stances) : null, reason: '', condition: '' }
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
    default:
      return dice(2)
        ? { type: 'comment', on, text: 'words' }
        : { type: 'publish', symbol: 'X', contentHash: '0'.repeat(64), note: '' }
  }
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

/** A negotiation among people who send anything, in which what is permitted takes effect. */
export const wildNegotiation: fc.Arbitrary<{ readonly tried: readonly Tried[] }> = fc
  .tuple(negotiation, wildRows)
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
