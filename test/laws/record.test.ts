import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { describe as describeChange } from '../../schema/proposal/describe.ts'
import { rivalsOf } from '../../schema/proposal/rivals.ts'
import type { Act } from '../../schema/record/act.ts'
import { apply, replay } from '../../schema/record/apply.ts'
import { stateHash, verify } from '../../schema/record/chain.ts'
import type { Deed } from '../../schema/record/deed.ts'
import { permit } from '../../schema/record/permit.ts'
import type { State } from '../../schema/record/state.ts'
import { paragraphsTouched } from '../../schema/record/touches.ts'
import { isRefusal } from '../../schema/refusal.ts'
import { view } from '../../schema/view/view.ts'
import { checkAct, checkActs } from './check.ts'
import { negotiation, numRuns, timeoutMs } from './generate.ts'
import { actOf } from './negotiation.ts'
import { bracketFaults, lensesOf } from './printed.ts'
import { wildly, wildNegotiation, wildRows } from './wild.ts'

vi.setConfig({ testTimeout: timeoutMs })

describe('law 7: the record', () => {
  it('[RC1] is judged, folded, read back and shown alike at every act', () => {
    fc.assert(
      fc.property(negotiation, ({ acts, now }) => {
        expect(stateHash(checkActs(acts))).toBe(stateHash(now))
      }),
      { numRuns },
    )
  })

  it('[RC2] gives the same state hash wherever it is replayed, from the beginning or from an act between', () => {
    fc.assert(
      fc.property(negotiation, fc.nat(), ({ acts, now }, cut) => {
        const read = JSON.parse(JSON.stringify(acts)) as Act[]
        const n = cut % (acts.length + 1)
        const early = n ? replay(read.slice(0, n)) : null
        expect(stateHash(replay(read))).toBe(stateHash(now))
        expect(stateHash(replay(read.slice(n), early))).toBe(stateHash(now))
        expect(early === null || early.n === n).toBe(true)
      }),
      { numRuns },
    )
  })

  it('[RC3] verifies as sealed, and says which act was altered, removed or moved', () => {
    fc.assert(
      fc.property(negotiation, fc.nat(), ({ acts }, which) => {
        expect(verify(acts)).toEqual({ ok: true, n: acts.length, hash: acts.at(-1)!.hash })
        const at = which % acts.length
        const altered = acts.map((act, i) => (i === at ? { ...act, at: '2026-03-02T10:00:01.000Z' } : act))
        expect(verify(altered)).toEqual({ ok: false, n: at + 1, what: 'altered' })
        if (acts.length < 2) return
        const from = which % (acts.length - 1)
        const without = acts.filter((_, i) => i !== from)
        expect(verify(without)).toEqual({ ok: false, n: from + 1, what: 'missing' })
        const swapped = acts.map((act, i) =>
          i === from ? acts[from + 1]! : i === from + 1 ? acts[from]! : act,
        )
        expect(verify(swapped)).toEqual({ ok: false, n: from + 1, what: 'reordered' })
      }),
      { numRuns },
    )
  })
})

/** Paragraphs agreed ad referendum or adopted that a deed would change. */
const closedIn = (state: State, deed: Deed): string[] =>
  'changes' in deed
    ? deed.changes
        .flatMap((change) => paragraphsTouched(state, change))
        .filter((id) => ['adReferendum', 'adopted'].includes(state.statuses.get(id)?.status ?? ''))
    : []

describe('law 7: what is permitted', () => {
  it('[RC4] is what apply does: any intent is refused by both, with the same words, or folded whole', () => {
    let [refused, done] = [0, 0]
    fc.assert(
      fc.property(wildNegotiation, ({ tried }) => {
        for (const { before, actor, asked } of tried) {
          const refusal = permit(before, actor, asked)
          const act = actOf(before, actor, asked)
          const next = apply(before, act)
          if (refusal) {
            expect(next).toEqual(refusal)
            refused++
            continue
          }
          if (isRefusal(next)) throw new Error(`permitted, then ${JSON.stringify(next)}`)
          checkAct(before, act, next)
          expect(closedIn(before, asked.deed)).toEqual([])
          done++
          for (const lens of lensesOf(next)) expect(bracketFaults(view(next, lens))).toEqual([])
          for (const [id, { versions }] of next.proposals) {
            rivalsOf(next, id)
            for (const change of versions.at(-1)!.changes) describeChange(next, change)
          }
        }
      }),
      { numRuns },
    )
    expect([refused > numRuns, done > numRuns]).toEqual([true, true])
  })

  it('[RC5] is nothing when the act is out of turn, and only opening when there is no text', () => {
    fc.assert(
      fc.property(negotiation, wildRows, ({ acts, now }, rows) => {
        const last = acts.at(-1)!
        expect(apply(now, last)).toMatchObject({ code: 'malformed' })
        expect(apply(now, { ...last, n: now.n + 2 })).toMatchObject({ code: 'malformed' })
        expect(() => replay([last], now)).toThrow(RangeError)
        for (const row of rows) {
          const { actor, asked } = wildly(now, row)
          expect(permit(null, actor, asked)?.code).toMatch(/^(text-not-open|not-allowed)$/)
        }
      }),
      { numRuns },
    )
  })
})
