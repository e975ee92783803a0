import { describe, expect, test } from 'vitest'
import { parseNotation } from '../../schema/notation/parse.ts'
import { summarize } from '../../schema/notation/summary.ts'
import { figuresOf, nodesOf } from './reading.ts'

describe('options', () => {
  const options = (text: string): string[] =>
    parseNotation(text).options.map(
      ({ at, end, depth, group, noText }) =>
        `${depth}.${group} ${text.slice(at, end).trim()}${noText ? ' = no text' : ''}`,
    )

  test('[NT14] in one line, the last without a text', () => {
    expect(options('Option 1: States report. Option 2: No text')).toEqual([
      '0.0 Option 1: States report.',
      '0.0 Option 2: No text = no text',
    ])
  })

  test('[NT14] as blocks, nested, within brackets and one after another', () => {
    const text =
      '[Option 1:\nStates report.\nOption 2\nOption (a): yearly\nOption (b): [no text]]\nThe end.\nOption 1: A\nOption 2: B\nNext.'
    expect(options(text)).toEqual([
      '0.0 Option 1:\nStates report.',
      '0.0 Option 2\nOption (a): yearly\nOption (b): [no text]',
      '1.1 Option (a): yearly',
      '1.1 Option (b): [no text] = no text',
      '0.2 Option 1: A',
      '0.2 Option 2: B',
    ])
    expect(figuresOf(text).alternatives).toBe(3)
  })

  test('[NT14] in capitals, in other words, with a letter or a second number, and with who asks for them', () => {
    expect(options('OPTION 1: A\nOPTION 2 – B\nAlternative 1: C\nAlternative 2: no article')).toEqual([
      '0.0 OPTION 1: A',
      '0.0 OPTION 2 – B',
      '0.1 Alternative 1: C',
      '0.1 Alternative 2: no article = no text',
    ])
    expect(options('Option 1: A\nOption 1.1: B\nOption 1.2: C\nOption 2\nOption 2(a): D')).toEqual([
      '0.0 Option 1: A\nOption 1.1: B\nOption 1.2: C',
      '1.1 Option 1.1: B',
      '1.1 Option 1.2: C',
      '0.0 Option 2\nOption 2(a): D',
      '1.2 Option 2(a): D',
    ])
    const named = figuresOf('Option 1 (EU, Norway): A\nOption 2 (Chile): B\nOption 3 (see below): C')
    expect([named.names, named.alternatives]).toEqual([{ EU: 1, Norway: 1, Chile: 1 }, 1])
    expect(figuresOf('[Option 1: A][Option 2: B]').alternatives).toBe(1)
  })

  test('[NT14] the word alone is no option', () => {
    expect(options('Option 1 is preferred to Option 2, and the Option A of last year.')).toEqual([])
  })
})

test('[NT16] a bracket inside a word is known as one', () => {
  const inside = nodesOf('inter[nation]al [word] re[open] and [co]operate').flatMap((node) =>
    node.type === 'bracket' ? [node.insideWord] : [],
  )
  expect(inside).toEqual([true, false, true, true])
})

test('[NT17] pairs span paragraphs when a paragraph or an item begins in them, not where a line is broken', () => {
  expect(figuresOf('[a\nb] [c] [d\n\n[e\n(a) f]]').spanningParagraphs).toBe(3)
  const wrapped =
    'Decides that the [members of the committee, when they have been named by the regional\ngroups, shall] meet\n\n[every year;\n(a) in June]'
  expect(figuresOf(wrapped).spanningParagraphs).toBe(1)
  expect(summarize(wrapped, parseNotation(wrapped, undefined, true)).spanningParagraphs).toBe(2)
})

test('[NT18] words are counted across brackets, and one by one in Chinese', () => {
  expect(figuresOf('inter[nation]al [shall][should] 1,000 "and/or" – State’s 各国 يقرر').words).toBe(9)
  expect(figuresOf(' – […] ').words).toBe(0)
})
