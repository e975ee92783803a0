import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { perform } from '../../schema/imported/perform.ts'
import { understand } from '../../schema/imported/understand.ts'
import type { State } from '../../schema/record/state.ts'
import type { View } from '../../schema/view/passage.ts'
import { printView } from '../../schema/view/print.ts'
import { view } from '../../schema/view/view.ts'
import { negotiation, numRuns, timeoutMs } from './generate.ts'
import { actor, type Negotiation } from './negotiation.ts'
import { withoutTyped } from './printed.ts'
import { isTold, writtenFrom } from './reimported.ts'

vi.setConfig({ testTimeout: timeoutMs })

/** The state with all that was accepted issued: until then its paragraphs have numbers that only a record can tell. */
function issued(it: Negotiation): State {
  it.publish('A/TEST/L.1/Rev.99')
  return it.now
}

/** What an import of a compilation leads to: the compilation printed again, and what went wrong. */
function again(state: State, made: View): { printed: string; refused: unknown; kept: unknown } {
  const parties = [...state.parties.values()].filter(({ kind }) => kind !== 'chair')
  const understood = understand(writtenFrom(made), parties, new Map())
  const opening = { title: state.title, symbol: state.symbol, language: state.language, parties }
  const done = perform(understood, opening, actor('secretariat'), '2026-03-02T10:00:00.000Z')
  const printed = printView(view(done.state, { type: 'compilation', names: 'shown' }))
  return { printed, refused: done.refused, kept: understood.kept }
}

describe('law: a printed compilation that is imported', () => {
  it.each(['shown', 'hidden'] as const)('[IM1] prints again as it was, with names %s', (names) => {
    fc.assert(
      fc.property(negotiation, (it) => {
        const state = issued(it)
        const made = withoutTyped(view(state, { type: 'compilation', names }))
        fc.pre(isTold(state, made))
        expect(again(state, made)).toEqual({ printed: printView(made), refused: [], kept: [] })
      }),
      { numRuns },
    )
  })
})
