import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { versionKey } from '../../schema/proposal/change.ts'
import { compare } from '../../schema/proposal/compare.ts'
import type { Proposal } from '../../schema/proposal/proposal.ts'
import { rivalsOf } from '../../schema/proposal/rivals.ts'
import { isShown } from '../../schema/proposal/standing.ts'
import { replay } from '../../schema/record/apply.ts'
import type { Deed } from '../../schema/record/deed.ts'
import type { State } from '../../schema/record/state.ts'
import type { Paragraphs } from '../../schema/text/paragraph.ts'
import { layoutOf, textOf } from '../../schema/text/text.ts'
import { edited } from './edits.ts'
import { baseText, edits, negotiation, numRuns, timeoutMs } from './generate.ts'
import { actor, actOf, Negotiation } from './negotiation.ts'

vi.setConfig({ testTimeout: timeoutMs })

describe('law 2: applying compare(a, b) to a gives b', () => {
  it('[CM1] holds for drafts of a text as opened', () => {
    fc.assert(
      fc.property(baseText, edits, (base, done) => {
        const negotiation = Negotiation.open(base)
        const draft = done.reduce((text, edit) => edited(text, edit, negotiation.fresh), base)
        expect(applied(negotiation, [], draft)).toEqual(draft)
      }),
      { numRuns },
    )
  })

  it('[CM1] holds on rulings, rounds and amendments to amendments', () => {
    fc.assert(
      fc.property(negotiation, edits, fc.nat(), (it, done, which) => {
        const open = [...it.now.proposals.values()].filter((one) => canStand(it.now, one))
        const on = open.length ? [open[which % open.length]!.id] : []
        const base = textOf(it.now, it.with(on))
        // A first break that is struck is kept only so that words stand somewhere; such a text is no basis.
        if (!layoutOf(it.now, it.with(on))[0]?.nodes[0]?.visible) return
        const draft = done.reduce((text, edit) => edited(text, edit, it.fresh), base)
        expect(applied(it, on, draft)).toEqual(draft)
      }),
      { numRuns },
    )
  })
})

/** True for a proposal that a draft may build on: shown, and no rival of what is accepted. */
const canStand = (state: State, proposal: Proposal): boolean =>
  isShown(state, proposal) &&
  rivalsOf(state, proposal.id).every((id) => state.proposals.get(id)!.status !== 'accepted')

/** The draft's changes tabled in one proposal, and the text with it. */
function applied(it: Negotiation, on: readonly number[], draft: Paragraphs) {
  const set = it.with(on)
  const changes = compare(it.now, set, draft)
  const deed: Deed = {
    type: 'table',
    changes: changes as never,
    rationale: '',
    invite: [],
    alternatives: [],
  }
  const act = actOf(it.now, actor('delegate', 'A'), { channel: 'typed', deed })
  return textOf(replay([act], it.now), new Set([...set, versionKey(act.n, 1)]))
}
