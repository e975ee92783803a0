import { describe, expect, it } from 'vitest'
import { optionsOf, sectionsOf } from '../../schema/view/blocks.ts'
import type { Attribution } from '../../schema/view/passage.ts'
import { view } from '../../schema/view/view.ts'
import { denseScene } from '../room/dense.ts'
import { Scene } from './scene.ts'

const seen = ({ it: { now } }: Scene) => {
  const { paragraphs, pairs } = view(now, { type: 'compilation', names: 'shown' })
  const span = ({ from, to }: { from: number; to: number }) =>
    paragraphs.slice(from, to + 1).map(({ id, label, kind }) => label || `${kind} ${id}`)
  const who = (by: readonly Attribution[]) => by.flatMap(({ sponsors }) => sponsors).join(', ')
  return {
    pairs,
    sections: sectionsOf(paragraphs).map((one) => `${who(one.by)} ${one.asks} ${span(one).join(' ')}`),
    options: optionsOf(paragraphs, (id) => now.proposals.get(id)!.alternatives).map((block) =>
      block.map((option) => `${who(option.by) || 'stands'}: ${span(option).join(' ')}`),
    ),
  }
}

describe('paragraphs that belong together', () => {
  const dense = seen(denseScene())

  it('[BR18] a section that is proposed, held, or struck by one proposal is known as one', () => {
    expect(dense.sections).toEqual([
      'EU insert heading n1 OP3 bis OP3 ter OP3 quater OP3 quinquies OP3 sexies',
      'A hold II. OP4 OP5 OP6 OP7',
      'RF delete OP5 OP6 OP7',
      'D insert OP8 ter OP8 quater',
    ])
  })

  it('[BR18] two that strike the same paragraphs are one section; two that strike one each are none', () => {
    const three = 'one\ntwo\nthree'
    const together = new Scene(three, ['A: delete OP2 & delete OP2', 'B: delete OP2 & delete OP2'])
    expect(seen(together)).toMatchObject({ sections: ['A, B delete OP2 OP3'], pairs: 2 })
    expect(seen(new Scene(three, ['A: delete OP2', 'A: delete OP3'])).sections).toEqual([])
  })

  it('[BR18] another wording of one of its paragraphs does not part a section', () => {
    const long = 'Encourages States to share information on the matter in a timely manner'
    const scene = new Scene(`${long}\ntwo\nthree`, [
      `A: delete OP1 & delete OP1`,
      `B: ${long} → Takes note of what was said by others at the meeting of the Committee`,
    ])
    expect(seen(scene).sections).toEqual(['A delete OP1 OP1 alt OP2'])
  })

  it('[BR19] wordings of a paragraph, and adjacent declared alternatives, are options', () => {
    expect(dense.options).toEqual([
      ['stands: OP2', 'EU: OP2 alt', 'US: OP2 alt bis'],
      ['B: OP8 bis', 'D: OP8 ter OP8 quater', 'US: OP8 quinquies'],
    ])
  })

  it('[BR19] paragraphs proposed side by side are no options unless they were declared so', () => {
    const lines = ['A: add after OP1: three', 'B: add after OP1: four']
    expect(seen(new Scene('one\ntwo', lines)).options).toEqual([])
    expect(seen(new Scene('one\ntwo', [...lines, 'chair declares A1 and B1 alternatives'])).options).toEqual([
      ['A: OP1 bis', 'B: OP1 ter'],
    ])
  })
})
