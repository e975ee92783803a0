import { expect } from 'vitest'
import type { Act } from '../../schema/record/act.ts'
import { actorOf, apply, askedOf, replay } from '../../schema/record/apply.ts'
import { contentHash, seal, stateHash } from '../../schema/record/chain.ts'
import { intentSchema } from '../../schema/record/deed.ts'
import { permit } from '../../schema/record/permit.ts'
import type { State } from '../../schema/record/state.ts'
import { isRefusal } from '../../schema/refusal.ts'
import { textOf } from '../../schema/text/text.ts'
import type { View } from '../../schema/view/passage.ts'
import { view } from '../../schema/view/view.ts'
import { deepFreeze } from './freeze.ts'
import { bracketFaults } from './printed.ts'

const compilation = { type: 'compilation', names: 'shown' } as const
const lastView = new WeakMap<State, View>()

/**
 * What must hold of every act that was recorded, whatever it does: `before` and `after` are the states around
 * it. Throws when it does not. Freezes what it is given, so that a later change to it throws too.
 */
export function checkAct(before: State | null, act: Act, after: State): void {
  deepFreeze(act)
  deepFreeze(before)
  deepFreeze(after)
  const hash = stateHash(after)

  expect(permit(before, actorOf(act), askedOf(act))).toBeNull()
  const again = apply(before, act)
  expect(isRefusal(again) ? again : stateHash(again)).toEqual(hash)

  const read = JSON.parse(JSON.stringify(act)) as Act
  expect(seal(unsealed(read), read.prev).hash).toBe(act.hash)
  expect(
    intentSchema.safeParse({ key: read.key, channel: read.channel, deed: read.deed }).error,
  ).toBeUndefined()
  expect(stateHash(replay([read], before))).toBe(hash)

  checkBase(before, act, after)
  checkAgreed(before, after)
  checkOthers(before, act, after)
  checkEach(after)
  checkViews(before, after)
}

const unsealed = ({ prev: _prev, hash: _hash, ...rest }: Act) => rest

/** No act but a publication touches the text of the round; the text as opened and issued revisions never change. */
function checkBase(before: State | null, act: Act, after: State): void {
  for (const { accepted, contentHash: issued } of after.revisions)
    expect(contentHash(textOf(after, accepted))).toBe(issued)
  if (!before) return
  expect(textOf(after, new Set())).toEqual(textOf(before, new Set()))
  const ruled = ['rule', 'amend'].includes(act.deed.type)
  if (!ruled) expect(textOf(after, after.accepted)).toEqual(textOf(before, before.accepted))
}

/** No word of an agreed paragraph changes but by the chair's reopening it first. */
function checkAgreed(before: State | null, after: State): void {
  if (!before) return
  const [was, now] = [before, after].map(
    (state) => new Map(textOf(state, state.accepted).map((one) => [one.id, one])),
  )
  for (const [paragraph, { status }] of before.statuses)
    if (status === 'adReferendum' || status === 'adopted')
      expect(now!.get(paragraph)).toEqual(was!.get(paragraph))
}

/** An act on one proposal changes no other's words or sponsors, and nobody's positions. */
function checkOthers(before: State | null, act: Act, after: State): void {
  if (!before) return
  const { deed } = act
  const own = 'proposal' in deed ? deed.proposal : act.n
  for (const [id, was] of before.proposals) {
    if (id === own) continue
    const now = after.proposals.get(id)!
    expect([now.versions, now.sponsors, now.formerSponsors]).toEqual([
      was.versions,
      was.sponsors,
      was.formerSponsors,
    ])
  }
  if (deed.type !== 'position') expect(after.positions).toEqual(before.positions)
  else
    for (const [subject, was] of before.positions)
      expect(after.positions.get(subject)!.slice(0, was.length)).toEqual(was)
}

/** Nobody is listed twice, who announces to withdraw has something to withdraw, and only the imported stands unasked for. */
function checkEach({ proposals, packages }: State): void {
  for (const {
    status,
    sponsors,
    unattributed,
    invited,
    asked,
    undertakings,
    formerSponsors,
  } of proposals.values()) {
    if (status === 'open' && sponsors.length === 0) expect(unattributed).toBe(true)
    const parties = [
      sponsors,
      invited,
      formerSponsors,
      asked.map((one) => one.party),
      undertakings.map((one) => one.party),
    ]
    for (const list of parties) expect(new Set(list).size).toBe(list.length)
    if (status === 'open') for (const { party } of undertakings) expect(sponsors).toContain(party)
  }
  for (const { proposals: held, paragraphs } of packages.values()) {
    expect(held.length + paragraphs.length).toBeGreaterThan(0)
    expect(held.every((id) => proposals.has(id))).toBe(true)
  }
}

/** Brackets balance, and a view brought up to date is the view made anew. */
function checkViews(before: State | null, after: State): void {
  const made = view(after, compilation, before ? lastView.get(before) : undefined)
  lastView.set(after, made)
  expect(bracketFaults(made)).toEqual([])
}

/** Checks every act of a record in turn. Returns the state they lead to. */
export function checkActs(acts: readonly Act[]): State {
  let before: State | null = null
  for (const act of acts) {
    const after = apply(before, act)
    if (isRefusal(after)) throw new Error(`act ${act.n} was refused: ${JSON.stringify(after)}`)
    checkAct(before, act, after)
    before = after
  }
  if (!before) throw new RangeError('no acts')
  const kept = lastView.get(before)!
  const fresh = view(replay(JSON.parse(JSON.stringify(acts)) as Act[]), compilation)
  expect(kept.paragraphs).toEqual(fresh.paragraphs)
  return before
}
