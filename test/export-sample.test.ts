import fc from 'fast-check'
import { describe, expect, it, test, vi } from 'vitest'
import { exportPath } from '../client/exporting/fetch-export.ts'
import { sampleOf, samplePieces } from '../client/exporting/sample.ts'
import { piecesText } from '../schema/view/piece.ts'
import { printPieces } from '../schema/view/print.ts'
import { usualChoice, usualStyle } from '../schema/view/style.ts'
import { view } from '../schema/view/view.ts'
import { negotiation, numRuns, timeoutMs } from './laws/generate.ts'
import { Negotiation, paragraphs } from './laws/negotiation.ts'
import { withoutTyped } from './laws/printed.ts'

vi.setConfig({ testTimeout: timeoutMs })

const compilation = { type: 'compilation', names: 'shown' } as const

describe('the sample of a style', () => {
  it('is of a contested paragraph, wherever there is one, with its brackets whole', () => {
    fc.assert(
      fc.property(negotiation, ({ now }) => {
        const made = withoutTyped(view(now, compilation))
        const sample = sampleOf(made)
        expect(sample === null).toBe(made.pairs === 0)
        if (!sample) return
        const signs = piecesText(samplePieces(sample, usualStyle)).replace(/[^[\]]/g, '')
        expect(signs).toContain('[')
        expect(signs.replaceAll(']', '')).toHaveLength(signs.length / 2)
      }),
      { numRuns },
    )
  })

  test('leaves out what stands far before and behind', () => {
    const words = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ')
    const it = Negotiation.open(paragraphs(`${words} shall ${words}`))
    const from = words.length + 2
    const insert = { anchor: { source: 'p1', at: from + 5 }, runs: [{ text: 'should' }] }
    it.table('A', [{ type: 'amend', strike: [{ source: 'p1', from, to: from + 5 }], insert }])
    const sample = sampleOf(view(it.now, compilation))!
    const line = piecesText(samplePieces(sample, usualStyle))
    expect(line).toMatch(/^OP1\. …(?:word\d+ )+\[shall\]\[A: should\](?: word\d+)+ …$/)
    expect(line.length).toBeLessThan(260)
    const struck = { ...usualStyle, changes: 'strikeAndBold' } as const
    expect(printPieces(samplePieces(sample, struck), struck)).toContain(
      'word59 ~~shall~~ **should** (A) word0',
    )
  })
})

test('the address of an export says only what is not as usual', () => {
  const choice = {
    what: 'compilation',
    names: 'shown',
    format: 'md',
    style: usualChoice,
    omit: false,
    n: null,
    keep: false,
  } as const
  expect(exportPath('t', choice)).toBe('/api/texts/t/export?what=compilation&names=shown&format=md')
  const style = {
    names: 'after',
    position: 'plain',
    labels: 'joined',
    changes: 'strikeAndBold',
    members: true,
  } as const
  expect(exportPath('t', { ...choice, style, omit: true, n: 7 })).toBe(
    '/api/texts/t/export?what=compilation&names=shown&format=md&place=after&position=plain&labels=joined&changes=strikeAndBold&members=1&omit=1&n=7',
  )
  expect(exportPath('t', { ...choice, what: 'clean', omit: true, keep: true })).toBe(
    '/api/texts/t/export?what=clean&names=shown&format=md&keep=1',
  )
})
