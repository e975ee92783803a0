import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { versionKey } from '../../schema/proposal/change.ts'
import { compare } from '../../schema/proposal/compare.ts'
import { own } from '../../schema/record/fold.ts'
import { weave } from '../../schema/record/weave.ts'
import { textOf } from '../../schema/text/text.ts'
import { edited } from './edits.ts'
import { baseText, edits, negotiation, numRuns } from './generate.ts'
import { Negotiation } from './negotiation.ts'

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
        const open = [...it.now.proposals.values()].filter(({ status }) => status === 'open')
        const on = open.length ? [open[which % open.length]!.id] : []
        const base = textOf(it.now, it.with(on))
        if (!base.length) return
        const draft = done.reduce((text, edit) => edited(text, edit, it.fresh), base)
        expect(applied(it, on, draft)).toEqual(draft)
      }),
      { numRuns },
    )
  })
})

function applied(it: Negotiation, on: readonly number[], draft: Parameters<typeof compare>[2]) {
  const set = it.with(on)
  const changes = compare(it.now, set, draft)
  const key = versionKey(it.now.n + 1, 1)
  const state = own(it.now)
  weave(state, key, changes)
  state.proposals.set(it.now.n + 1, { versions: [{ version: 1, changes }] } as never)
  for (const root of state.opened) state.touched.set(root, { n: 0 })
  return textOf(state, new Set([...set, key]))
}
