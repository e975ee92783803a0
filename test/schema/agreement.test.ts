import { expect, it } from 'vitest'
import { agreementOf } from '../../schema/view/agreement.ts'
import { view } from '../../schema/view/view.ts'
import { chair } from '../laws/negotiation.ts'
import { Scene } from './scene.ts'

it('[VW3] the paragraphs agreed are counted of those to agree on, without what is only proposed', () => {
  const scene = new Scene('Parties shall report\nParties shall meet', ['A: report → report annually'])
  const count = () => agreementOf(view(scene.it.now, { type: 'compilation', names: 'shown' }))
  expect(count()).toEqual({ agreed: 0, all: 2 })
  scene.it.act(chair, { type: 'status', paragraph: 'p2', status: 'adReferendum', pending: [], reason: '' })
  expect(count()).toEqual({ agreed: 1, all: 2 })
})
