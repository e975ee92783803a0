import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { homeOf, spentProposals } from '../../schema/record/spent.ts'
import { view } from '../../schema/view/view.ts'
import { negotiation, numRuns, timeoutMs } from './generate.ts'

vi.setConfig({ testTimeout: timeoutMs })

describe('no proposal is lost', () => {
  it('[PR6] an open one is in the compilation, or listed as one whose words have left the text', () => {
    fc.assert(
      fc.property(negotiation, ({ now }) => {
        const { paragraphs } = view(now, { type: 'compilation', names: 'shown' })
        const shown = new Set(paragraphs.flatMap(({ proposals }) => proposals))
        const open = [...now.proposals.values()].filter(({ status }) => status === 'open')
        expect(spentProposals(now)).toEqual(open.filter(({ id }) => !shown.has(id)))
      }),
      { numRuns },
    )
  })

  it('[PR6] and whatever became of it, it has a place in a paragraph that is shown', () => {
    fc.assert(
      fc.property(negotiation, ({ now }) => {
        const rows = view(now, { type: 'clean' }).paragraphs.map(({ id }) => id)
        // All of the text may be struck.
        fc.pre(rows.length > 0)
        for (const proposal of now.proposals.values()) expect(rows).toContain(homeOf(now, proposal))
      }),
      { numRuns },
    )
  })
})
