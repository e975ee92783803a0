import { describe, expect, it } from 'vitest'
import { comparison, type Part, rewording } from '../../schema/proposal/reworded.ts'
import { Scene } from './scene.ts'

/** "the [−old][+new] words". */
const shown = (parts: readonly Part[]) =>
  parts
    .map(({ type, text }) => (type === 'same' ? text : `[${type === 'deleted' ? '−' : '+'}${text}]`))
    .join('')

describe('what changed since a position was taken', () => {
  it('[PO1] is shown in whole words, from the version it was on to the present one', () => {
    const scene = new Scene('Parties shall report annually', [
      'A: annually → annually, in writing and in good time',
      'A revises A1: in writing → in person',
      'A revises A1: good → due',
    ])
    const proposal = scene.it.now.proposals.get(scene.id('A1'))!
    const [change] = rewording(scene.it.now, proposal, 1, 3)
    expect(shown(change!.parts)).toBe(', in [−writing][+person] and in [−good][+due] time')
    expect(change!.strikes).toEqual({ was: '', now: '' })
    expect(shown(rewording(scene.it.now, proposal, 2, 2)[0]!.parts)).toBe(', in person and in good time')
    expect(() => rewording(scene.it.now, proposal, 1, 4)).toThrow(RangeError)
  })

  it('[PO1] tells also which words are struck', () => {
    const scene = new Scene('Parties shall report annually', [
      'A: shall → should',
      'A revises A1: should → may',
    ])
    const proposal = scene.it.now.proposals.get(scene.id('A1'))!
    const [change] = rewording(scene.it.now, proposal, 1, 2)
    expect([shown(change!.parts), change!.strikes]).toEqual([
      '[−should][+may]',
      { was: 'shall', now: 'shall' },
    ])
  })

  it('[PO1] joins to one line what two wordings have, with breaks as pilcrows', () => {
    const head = { id: 'n', kind: 'operative', level: 0 } as const
    expect(shown(comparison([{ text: 'a b' }], [{ text: 'a' }, { break: head }, { text: ' b' }]))).toContain(
      '¶',
    )
    expect(comparison([], [])).toEqual([])
  })
})
