import { expect, it } from 'vitest'
import { withdrawalsAfter } from '../../schema/record/announced.ts'
import { actor } from '../laws/negotiation.ts'
import { Scene } from './scene.ts'

const report = 'Parties shall report\nParties shall inform\nInvites all'

function scene() {
  const it = new Scene(report, [
    'A: report → report annually',
    'B: inform → inform promptly',
    'C: Invites → Requests',
  ])
  const waits = (party: string, own: string, on: string) =>
    it.it.act(actor('delegate', party), {
      type: 'undertake',
      proposal: it.id(own),
      condition: '',
      when: { proposal: it.id(on), becomes: 'withdrawn' },
    })
  return { it, waits, after: (name: string) => withdrawalsAfter(it.it.now, it.id(name)) }
}

it('[PO8] withdrawals that were announced to follow on one another are told in order', () => {
  const { it: told, waits, after } = scene()
  waits('B', 'B1', 'A1')
  waits('C', 'C1', 'B1')
  expect(after('A1')).toEqual({
    following: [
      { party: 'B', proposal: told.id('B1') },
      { party: 'C', proposal: told.id('C1') },
    ],
    round: null,
  })
  expect(after('C1').following).toEqual([])
})

it('[PO8] they end where a sponsor stays', () => {
  const { it: told, waits, after } = scene()
  told.tellAll(['D co-sponsors B1'])
  waits('B', 'B1', 'A1')
  waits('C', 'C1', 'B1')
  expect(after('A1').following).toEqual([{ party: 'B', proposal: told.id('B1') }])
})

it('[PO8] a round of them is told', () => {
  const { it: told, waits, after } = scene()
  waits('A', 'A1', 'B1')
  waits('B', 'B1', 'A1')
  expect(after('A1')).toEqual({ following: [{ party: 'B', proposal: told.id('B1') }], round: told.id('B1') })
})
