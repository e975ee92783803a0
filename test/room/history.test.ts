import { expect, test } from 'vitest'
import { actsOn } from '../../client/room/cards/history.ts'
import { conditionsOn } from '../../client/room/rows/said-on.ts'
import type { Sayer } from '../../client/lang/say.tsx'
import type { Deed } from '../../schema/record/deed.ts'
import { actor, chair } from '../laws/negotiation.ts'
import { Scene } from '../schema/scene.ts'

const scene = (): Scene =>
  new Scene('Decides to meet again every year;\nInvites all States.', ['A: every year → soon'])

/** Has something done that is to be allowed. */
function does({ it }: Scene, by: ReturnType<typeof actor>, deed: Deed): void {
  expect(it.act(by, deed)).toBeNull()
}

const when = { paragraph: 'p2', becomes: 'agreed' } as const

test('the history of a proposal tells what its sponsor undertook and who was asked anew', () => {
  const it = scene()
  const proposal = it.id('A1')
  does(it, actor('delegate', 'B'), {
    type: 'position',
    on: { proposal, version: 1 },
    stance: 'supports',
    reason: '',
    condition: '',
  })
  it.tellAll(['A revises A1: soon → early'])
  does(it, actor('delegate', 'A'), { type: 'undertake', proposal, condition: '', when })
  does(it, chair, { type: 'ask', proposal, version: 2, parties: ['B'] })
  expect(actsOn(it.it.acts, proposal).map(({ deed }) => deed.type)).toEqual([
    'table',
    'position',
    'revise',
    'undertake',
    'ask',
  ])
})

test('conditions on earlier wordings are not said of the present one', () => {
  const it = scene()
  const proposal = it.id('A1')
  does(it, actor('delegate', 'B'), {
    type: 'position',
    on: { proposal, version: 1 },
    stance: 'supports',
    reason: '',
    condition: 'if OP2 is kept',
  })
  const say = ((_, facts) => Object.values(facts ?? {}).join(' ')) as Sayer
  const said = () => conditionsOn(it.it.now, [], [proposal], say)
  expect(said()).toEqual([{ party: 'B', words: expect.stringContaining('if OP2 is kept') as string }])
  it.tellAll(['A revises A1: soon → early'])
  expect(said()).toEqual([])
})
