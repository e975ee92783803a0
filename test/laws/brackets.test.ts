import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { printView } from '../../schema/view/print.ts'
import { view } from '../../schema/view/view.ts'
import { negotiation, numRuns, timeoutMs } from './generate.ts'
import { bracketFaults, lensesOf, withoutNames } from './printed.ts'

vi.setConfig({ testTimeout: timeoutMs })

describe('law 5: brackets', () => {
  it('[BR1] balance in every paragraph of every lens, and are as many as the view says', () => {
    fc.assert(
      fc.property(negotiation, (it) => {
        for (const lens of lensesOf(it.now)) {
          const made = view(it.now, lens)
          expect({ lens, faults: bracketFaults(made) }).toEqual({ lens, faults: [] })
          expect(printView(made).split('\n').length).toBeGreaterThanOrEqual(made.paragraphs.length)
        }
      }),
      { numRuns },
    )
  })

  it('[BR2] are the same with names hidden or grouped, less the names', () => {
    fc.assert(
      fc.property(negotiation, (it) => {
        const [shown, groups, hidden] = (['shown', 'groups', 'hidden'] as const).map((names) =>
          view(it.now, { type: 'compilation', names }),
        )
        expect(withoutNames(shown!)).toEqual(hidden!.paragraphs)
        expect(withoutNames(groups!)).toEqual(hidden!.paragraphs)
      }),
      { numRuns },
    )
  })

  it('[BR3] are absent from the base, the clean text, a preferred text and a text as if', () => {
    fc.assert(
      fc.property(negotiation, (it) => {
        for (const lens of lensesOf(it.now))
          if (lens.type !== 'compilation' && lens.type !== 'since') expect(view(it.now, lens).pairs).toBe(0)
      }),
      { numRuns },
    )
  })
})
