import { describe, expect, it } from 'vitest'
import {
  type Count,
  letter,
  numbering,
  ordinal,
  roman,
  scopes,
  withoutSuffixes,
} from '../../schema/text/numbering.ts'
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
    expect(citations(list.map((head, i) => ({ ...head, label: labels[i]!, under: '' })))).toEqual([
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

describe('the numbers a text brings with it', () => {
  const counted = (...list: readonly Count[]) => new Map(list.map((count) => [count.paragraph, count]))

  it('[LB6] begin anew under each article, and are cited with it', () => {
    const list = heads(
      ['heading', 0],
      ['body', 0],
      ['body', 0],
      ['item', 1],
      ['heading', 0],
      ['body', 0],
      ['annex', 0],
      ['body', 0],
    )
    const counts = counted({ paragraph: 'p0', under: 'Article 1' }, { paragraph: 'p4', under: 'Article 2' })
    const labels = numbering(list, 'working', counts)
    expect(labels).toEqual(['', '1', '2', '(a)', '', '1', 'Annex', 'Annex 1'])
    expect(numbering(list, 'final', counts)).toEqual(['', '1.', '2.', '(a)', '', '1.', 'Annex', '1.'])
    const unders = scopes(list, counts)
    expect(citations(list.map((head, i) => ({ ...head, label: labels[i]!, under: unders[i]! })))).toEqual([
      '',
      'Article 1, 1',
      'Article 1, 2',
      'Article 1, 2 (a)',
      '',
      'Article 2, 1',
      'Annex',
      'Annex 1',
    ])
  })

  it('[LB7] go on from the first number of an excerpt, also when what bore it is gone', () => {
    const counts = counted({ paragraph: 'p0', next: 17 }, { paragraph: 'p3', number: 20 })
    const list = heads(['title', 0], ['body', 0], ['body', 0], ['body', 0], ['body', 0])
    expect(numbering(list, 'working', counts)).toEqual(['', '17', '18', '20', '21'])
    expect(numbering(list.toSpliced(1, 1), 'working', counts)).toEqual(['', '17', '20', '21'])
  })

  it('[LB7] are never given twice: a number grows with those before it', () => {
    const counts = counted({ paragraph: 'p2', number: 3 })
    const list = heads(['operative', 0], ['operative', 0], ['operative', 0])
    expect(numbering(list, 'working', counts)).toEqual(['OP1', 'OP2', 'OP3'])
    const grown = [...heads(['operative', 0]), ...list.map((head) => ({ ...head, id: `${head.id}` }))]
    grown[0] = { ...grown[0]!, id: 'new' }
    expect(numbering(grown, 'working', counts)).toEqual(['OP1', 'OP2', 'OP3', 'OP4'])
  })

  it('[LB7] may be those of headings and items', () => {
    const list = heads(['heading', 1], ['body', 0], ['item', 1], ['plain', 0], ['item', 1])
    const counts = counted(
      { paragraph: 'p0', number: 3 },
      { paragraph: 'p2', number: 2 },
      { paragraph: 'p4', number: 3 },
    )
    expect(numbering(list, 'working', counts)).toEqual(['III.', '1', '(b)', '', '(c)'])
  })

  it('[LB9] are not spent on what came in as bis, until a revision counts all', () => {
    const list = heads(['operative', 0], ['operative', 0], ['item', 1], ['operative', 0])
    const counts = counted({ paragraph: 'p1', suffix: 'bis' })
    expect(numbering(list, 'working', counts)).toEqual(['OP1', 'OP1 bis', '(a)', 'OP2'])
    expect(numbering(list, 'working', withoutSuffixes(counts))).toEqual(['OP1', 'OP2', '(a)', 'OP3'])
    expect(numbering(list, 'final', counts)).toEqual(['1.', '2.', '(a)', '3.'])
  })

  it('[LB9] of a single annex are none, unless it came with one', () => {
    const list = heads(['annex', 0], ['body', 0])
    expect(numbering(list)).toEqual(['Annex', 'Annex 1'])
    expect(numbering(list, 'working', counted({ paragraph: 'p0', number: 2 }))).toEqual([
      'Annex II',
      'Annex II, 1',
    ])
  })

  it('[LB8] are not spent on prose without a number, which is cited by its place', () => {
    const list = heads(
      ['plain', 0],
      ['operative', 0],
      ['plain', 0],
      ['plain', 0],
      ['item', 1],
      ['operative', 0],
    )
    const labels = numbering(list)
    expect(labels).toEqual(['', 'OP1', '', '', '(a)', 'OP2'])
    expect(citations(list.map((head, i) => ({ ...head, label: labels[i]!, under: '' })))).toEqual([
      '¶1',
      'OP1',
      'OP1 ¶2',
      'OP1 ¶3',
      'OP1 ¶3 (a)',
      'OP2',
    ])
  })
})
