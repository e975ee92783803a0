import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Act } from '../../schema/record/act.ts'
import { replay } from '../../schema/record/apply.ts'
import { stateHash, verify } from '../../schema/record/chain.ts'
import { checkActs } from './check.ts'
import { negotiation, numRuns, timeoutMs } from './generate.ts'

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
