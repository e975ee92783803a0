import { describe, expect, it } from 'vitest'
import { letter, numbering, ordinal, roman } from '../../schema/text/numbering.ts'
import { citations } from '../../schema/text/label.ts'
import type { Head, ParagraphKind } from '../../schema/text/token.ts'

const heads = (...list: readonly (readonly [ParagraphKind, number])[]): Head[] =>
  list.map(([kind, level], i) => ({ id: `p${i}`, kind, level }))

describe('numbers', () => {
  it('[LB1] are Roman for headings and items of the second level', () => {
    expect([1, 4, 9, 14, 40, 90, 400, 1999].map(roman)).toEqual([
      'I',
      'IV',
      'IX',
      'XIV',
      'XL',
      'XC',
      'CD',
      'MCMXCIX',
    ])
    expect(() => roman(0)).toThrow(RangeError)
  })

  it('[LB1] are letters for items, doubled after z', () => {
    expect([1, 26, 27, 52, 53].map(letter)).toEqual(['a', 'z', 'aa', 'zz', 'aaa'])
  })

  it('[LB2] have Latin ordinals up to decies, then the count', () => {
    expect([0, 1, 2, 8, 9].map(ordinal)).toEqual(['bis', 'ter', 'quater', 'decies', '+10'])
  })

  it('[LB1] run through headings, paragraphs and items, each in its series', () => {
    const list = heads(
      ['title', 0],
      ['heading', 1],
      ['heading', 2],
      ['heading', 3],
      ['body', 0],
      ['heading', 2],
      ['body', 0],
      ['item', 1],
      ['item', 2],
      ['item', 3],
      ['footnote', 0],
      ['item', 1],
      ['heading', 1],
      ['heading', 2],
      ['heading', 0],
      ['body', 0],
      ['footnote', 0],
    )
    expect(numbering(list)).toEqual([
      '',
      'I.',
      'A.',
      '1.',
      '1',
      'B.',
      '2',
      '(a)',
      '(i)',
      'a.',
      '1',
      '(b)',
      'II.',
      'A.',
      '',
      '3',
      '2',
    ])
  })

  it('[LB4] begin anew in each annex, and footnotes do not', () => {
    const one = heads(['operative', 0], ['footnote', 0], ['annex', 0], ['operative', 0], ['footnote', 0])
    expect(numbering(one)).toEqual(['OP1', '1', 'Annex', 'Annex OP1', '2'])
    const two = heads(['body', 0], ['annex', 0], ['body', 0], ['annex', 0], ['preambular', 0], ['body', 0])
    expect(numbering(two)).toEqual(['1', 'Annex I', 'Annex I, 1', 'Annex II', 'Annex II, PP1', 'Annex II, 1'])
  })

  it('[LB5] of a document as issued follow the Editorial Manual: no PP, a single operative paragraph unnumbered', () => {
    expect(numbering(heads(['preambular', 0], ['operative', 0]), 'final')).toEqual(['', ''])
    expect(numbering(heads(['preambular', 0], ['operative', 0], ['operative', 0]), 'final')).toEqual([
      '',
      '1.',
      '2.',
    ])
    expect(numbering(heads(['body', 0], ['annex', 0], ['body', 0]), 'final')).toEqual(['1.', 'Annex', '1.'])
  })

  it('are cited with all that an item stands under', () => {
    const list = heads(
      ['heading', 1],
      ['operative', 0],
      ['item', 1],
      ['item', 2],
      ['item', 2],
      ['footnote', 0],
      ['item', 1],
      ['operative', 0],
      ['item', 1],
    )
    const labels = numbering(list)
    expect(citations(list.map((head, i) => ({ ...head, label: labels[i]! })))).toEqual([
      'I.',
      'OP1',
      'OP1 (a)',
      'OP1 (a)(i)',
      'OP1 (a)(ii)',
      '1',
      'OP1 (b)',
      'OP2',
      'OP2 (a)',
    ])
  })
})
