import { metConditions } from '../../schema/record/conditions.ts'
import type { State } from '../../schema/record/state.ts'
import { describe } from '../../schema/proposal/describe.ts'
import { rivalsOf } from '../../schema/proposal/rivals.ts'
import { layoutOf } from '../../schema/text/text.ts'
import { plainText } from '../../schema/text/token.ts'
import type { Negotiation } from './negotiation.ts'

/** What the generated negotiations must contain, or the properties would hold of too little. */
export const wanted = [
  'three delegations',
  'replaces',
  'inserts',
  'strikes',
  'addsParagraph',
  'deletesParagraph',
  'splits',
  'joins',
  'moves',
  'sets',
  'holds',
  'several changes in one proposal',
  'amendment to an amendment',
  'three deep',
  'rivals',
  'declared alternatives',
  'co-deletion',
  'co-sponsors',
  'revised',
  'revised under others',
  'stale position',
  'withdrawn',
  'lapsed',
  'parked',
  'superseded',
  'ruling taken back',
  'chair’s pen',
  'accepted',
  'status given',
  'agreed',
  'published twice',
  'open over a round',
  'Arabic',
  'Chinese',
  'emoji',
  'typed bracket',
  'nobody’s proposal',
  'numbers of its own',
  'prose without a number',
  'adopted',
  'condition met',
  'announced withdrawal',
  'package',
  'asked again',
  'refused',
] as const
export type Wanted = (typeof wanted)[number]

/** Which of these one negotiation contains. */
export function coverage(it: Negotiation): Set<Wanted> {
  const found = new Set<Wanted>()
  const saw = (what: Wanted, when: boolean) => {
    if (when) found.add(what)
  }
  const state = it.now
  const proposals = [...state.proposals.values()]
  const deeds = it.acts.map(({ deed }) => deed)
  saw('three delegations', new Set(proposals.flatMap(({ sponsors }) => sponsors)).size >= 3)
  for (const { versions, alternatives, sponsors, status, stale } of proposals) {
    for (const change of versions.at(-1)!.changes) saw(describe(state, change).code, true)
    saw('several changes in one proposal', versions[0]!.changes.length > 1)
    saw('declared alternatives', alternatives.length > 0)
    saw('co-sponsors', sponsors.length > 1)
    saw('revised', versions.length > 1)
    saw('revised under others', stale)
    saw('chair’s pen', sponsors.includes('Chair'))
    if (status === 'withdrawn' || status === 'lapsed' || status === 'parked' || status === 'superseded')
      saw(status, true)
  }
  saw(
    'rivals',
    proposals.some(({ id, status }) => status === 'open' && rivalsOf(state, id).length > 0),
  )
  saw('co-deletion', coDeletion(state))
  const depth = Math.max(...[...state.sources.keys()].map((source) => depthOf(state, source)))
  saw('amendment to an amendment', depth >= 2)
  saw('three deep', depth >= 3)
  saw(
    'stale position',
    [...state.positions].some(([on, taken]) => taken.some((one) => isStale(state, on, one.on))),
  )
  saw(
    'ruling taken back',
    deeds.some((deed) => deed.type === 'rule' && deed.ruling === 'open'),
  )
  saw('accepted', state.accepted.size > 0)
  saw('status given', state.statuses.size > 0)
  saw(
    'agreed',
    [...state.statuses.values()].some(({ status }) => status === 'adReferendum'),
  )
  saw('published twice', state.revisions.length >= 2)
  const rolled = state.revisions.at(-1)?.n ?? 0
  saw(
    'open over a round',
    proposals.some(({ id, status }) => status === 'open' && id < rolled),
  )
  const inserted = [...state.sources.values()].filter(({ key }) => key !== null)
  const typed = inserted.map(({ runs }) => plainText(runs)).join('')
  saw('Arabic', /\p{Script=Arabic}/u.test(typed))
  saw('Chinese', /\p{Script=Han}/u.test(typed))
  saw('emoji', /\p{Extended_Pictographic}/u.test(typed))
  saw('typed bracket', typed.includes('['))
  const imported = proposals.filter(({ id }) => {
    const act = it.acts[id - 1]!
    return act.channel === 'imported' && act.for === null
  })
  saw(
    'nobody’s proposal',
    imported.some(({ sponsors, status }) => !sponsors.length && status === 'open'),
  )
  saw(
    'adopted',
    imported.some(({ sponsors }) => sponsors.length > 0),
  )
  saw('numbers of its own', state.counts.size > 0)
  saw(
    'prose without a number',
    layoutOf(state, state.accepted).some(({ head }) => head.kind === 'plain'),
  )
  saw('condition met', metConditions(state).length > 0)
  saw(
    'announced withdrawal',
    proposals.some(({ undertakings }) => undertakings.length > 0),
  )
  saw('package', state.packages.size > 0)
  saw(
    'asked again',
    proposals.some(({ asked }) => asked.length > 0),
  )
  saw('refused', it.refused.length > 0)
  return found
}

function coDeletion(state: State): boolean {
  return [...state.slots.values()].some(({ strikes }) =>
    strikes.some(({ key, from, to }) =>
      strikes.some(
        (other) => parseInt(other.key, 10) !== parseInt(key, 10) && other.from < to && from < other.to,
      ),
    ),
  )
}

function depthOf(state: State, source: string): number {
  const anchor = state.sources.get(source)?.anchor
  return anchor ? 1 + depthOf(state, anchor.source) : 0
}

const isStale = (state: State, on: number | string, position: object): boolean =>
  typeof on === 'number' &&
  'version' in position &&
  position.version !== state.proposals.get(on)!.versions.length
