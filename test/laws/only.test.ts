import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { replay } from '../../schema/record/apply.ts'
import type { State } from '../../schema/record/state.ts'
import { isShown } from '../../schema/proposal/standing.ts'
import type { Lens, View } from '../../schema/view/passage.ts'
import { countShown, proposalsOf } from '../../schema/view/only.ts'
import { view } from '../../schema/view/view.ts'
import { Scene } from '../schema/scene.ts'
import { printView } from '../../schema/view/print.ts'
import { negotiation, numRuns, timeoutMs } from './generate.ts'
import { delegations } from './negotiation.ts'

vi.setConfig({ testTimeout: timeoutMs })

const all: Lens = { type: 'compilation', names: 'shown' }
const of = (only: string): Lens => ({ ...all, only })

describe('the brackets of one party', () => {
  it('[BR17] are those that are left when all others are parked', () => {
    fc.assert(
      fc.property(negotiation, fc.constantFrom(...delegations), (it, party) => {
        const only = view(it.now, of(party))
        const kept = proposalsOf(it.now, party)
        for (const proposal of it.now.proposals.values())
          if (isShown(it.now, proposal) && !kept.has(proposal.id)) fc.pre(!it.rule(proposal.id, 'parked'))
        const left = view(it.now, all)
        expect(only.paragraphs).toEqual(left.paragraphs)
        expect(countShown(it.now)).toBe(kept.size)
      }),
      { numRuns },
    )
  })

  it('[BR17] brought up to date act by act are those made anew', () => {
    fc.assert(
      fc.property(negotiation, fc.constantFrom(...delegations), (it, party) => {
        let made: View | undefined
        let state: State | undefined
        for (const act of it.acts) {
          state = replay([act], state)
          made = view(state, of(party), made)
        }
        expect(made!.paragraphs).toEqual(view(replay(it.acts), of(party)).paragraphs)
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    )
  })

  it('[BR17] stand with the words of others that they were made in, and with nothing else', () => {
    const scene = new Scene('Parties shall report', [
      'US: report → report in full',
      'EU on US1: in full → in full and on time',
      'CH: shall → should',
      'FR: Parties → All Parties',
      'DE co-sponsors FR1',
      'SE co-sponsors FR1',
    ])
    expect(printView(view(scene.it.now, of('EU')))).toBe(
      'OP1. [FR, DE, SE: All] Parties shall report [US: in full [EU: and on time]]',
    )
    expect(printView(view(scene.it.now, of('CH')))).toBe('OP1. Parties [shall][CH: should] report')
    expect([...proposalsOf(scene.it.now, 'B')]).toEqual([])
    expect(countShown(scene.it.now)).toBe(4)
  })
})
