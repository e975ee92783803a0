import fc from 'fast-check'
import { describe, expect, it, test, vi } from 'vitest'
import { parseNotation } from '../../schema/notation/parse.ts'
import type { Attribution, Passage, View } from '../../schema/view/passage.ts'
import { chairCode } from '../../schema/party/party.ts'
import { textOf } from '../../schema/text/text.ts'
import { printView } from '../../schema/view/print.ts'
import { type NotationStyle, styledCodes, styledLabel, usualStyle } from '../../schema/view/style.ts'
import { view } from '../../schema/view/view.ts'
import { negotiation, numRuns, timeoutMs } from '../laws/generate.ts'
import { delegations, Negotiation, paragraphs } from '../laws/negotiation.ts'
import { lensesOf, withoutTyped } from '../laws/printed.ts'
import { figuresOf } from './reading.ts'

vi.setConfig({ testTimeout: timeoutMs })

/** "A" as a group of two, so that expanding it shows. */
const membersOf = (code: string): readonly string[] => (code === 'A' ? ['B', 'E 1'] : [])
const style: fc.Arbitrary<NotationStyle> = fc.record({
  names: fc.constantFrom('before', 'after', 'none'),
  position: fc.constantFrom('colon', 'plain'),
  labels: fc.constantFrom('spaced', 'joined', 'dotted'),
  changes: fc.constant('brackets'),
  membersOf: fc.constantFrom(() => [], membersOf),
})
const lexicon = new Map([...delegations, chairCode, 'E 1'].map((code) => [code, code]))

/** Every sponsor the brackets and notes of a view print, as often as they do. */
function sponsorsOf(made: View, chosen: NotationStyle): Record<string, number> {
  const count = new Map<string, number>()
  const add = (by: readonly Attribution[]): void => {
    const named = by.flatMap(({ sponsors }) => sponsors)
    for (const code of styledCodes(named, chosen)) count.set(code, (count.get(code) ?? 0) + 1)
  }
  const within = (passage: Passage): void => {
    if (passage.type === 'words') return
    for (const { role, by, deletedBy, heldBy, passages } of passage.wordings) {
      for (const some of role === 'proposed' ? [by] : [deletedBy, heldBy]) add(some)
      passages.forEach(within)
    }
  }
  for (const { proposedBy, requests, passages } of made.paragraphs) {
    add(proposedBy)
    for (const { type, by } of requests) if (type !== 'delete') add([by])
    add(requests.flatMap(({ type, by }) => (type === 'delete' ? [by] : [])))
    passages.forEach(within)
  }
  return Object.fromEntries(count)
}

describe('law 6: what is printed is read', () => {
  it('[NT21] in every style it balances, with the pairs of the view and the names of the sponsors', () => {
    fc.assert(
      fc.property(negotiation, style, (it, chosen) => {
        for (const lens of lensesOf(it.now)) {
          const made = withoutTyped(view(it.now, lens))
          const printed = printView(made, chosen)
          const { pairs, orphans, names, roundTrip } = figuresOf(printed, lexicon)
          expect({ printed, pairs, orphans, names, roundTrip }).toEqual({
            printed,
            pairs: made.pairs,
            orphans: [],
            names: sponsorsOf(made, chosen),
            roundTrip: true,
          })
        }
      }),
      { numRuns },
    )
  })

  it('[NT22] hiding names changes nothing but names', () => {
    fc.assert(
      fc.property(negotiation, style, (it, chosen) => {
        const made = withoutTyped(view(it.now, { type: 'compilation', names: 'shown' }))
        const hidden = withoutTyped(view(it.now, { type: 'compilation', names: 'hidden' }))
        const nameless = printView(made, { ...chosen, names: 'none' })
        expect(nameless).toBe(printView(hidden, { ...chosen, names: 'none' }))
        expect(parseNotation(nameless, lexicon).orphans).toEqual([])
      }),
      { numRuns },
    )
  })
})

describe('styles', () => {
  const compiled = (): View => {
    const negotiation = Negotiation.open(paragraphs('States shall meet every year.', 'They report.'))
    const base = textOf(negotiation.now, new Set())
    const draft = (id: string, text: string) =>
      base.map((one) => (one.id === id ? { ...one, content: [{ text }] } : one))
    negotiation.propose('A', draft('p1', 'States should meet every year.'))
    negotiation.propose('B', draft('p1', 'States shall meet.'))
    negotiation.propose('C', [
      ...base,
      { id: 'n1', kind: 'operative', level: 0, content: [{ text: 'They rest.' }] },
    ])
    expect(negotiation.refused).toEqual([])
    return view(negotiation.now, { type: 'compilation', names: 'shown' })
  }
  const printed = (chosen: Partial<NotationStyle>): string[] =>
    printView(compiled(), { ...usualStyle, ...chosen }).split('\n')

  test('[NT20] names stand before the words, after them or nowhere', () => {
    expect(printed({})).toEqual([
      'OP1. States [shall][A: should] meet [every year – B: delete].',
      'OP2. They report.',
      '[C: OP2 bis. They rest.]',
    ])
    expect(printed({ names: 'after' })).toEqual([
      'OP1. States [shall][should – A] meet [every year – B: delete].',
      'OP2. They report.',
      '[OP2 bis. They rest. – C]',
    ])
    expect(printed({ names: 'none' })).toEqual([
      'OP1. States [shall][should] meet [every year].',
      'OP2. They report.',
      '[OP2 bis. They rest.]',
    ])
  })

  test('[NT20] positions stand behind a colon or a space, groups may be printed by their members', () => {
    expect(printed({ position: 'plain', membersOf })[0]).toBe(
      'OP1. States [shall][B, E 1: should] meet [every year – B delete].',
    )
  })

  test('[NT20] labels are joined or dotted where they have a suffix', () => {
    expect(printed({ labels: 'joined' })[2]).toBe('[C: OP2bis. They rest.]')
    expect(printed({ labels: 'dotted' })[2]).toBe('[C: OP2.bis. They rest.]')
    const joined = { ...usualStyle, labels: 'joined' } as const
    expect(
      ['OP4 alt bis', 'Annex I, OP2 ter', 'PP3', '(a) +12', 'Annex'].map((one) => styledLabel(one, joined)),
    ).toEqual(['OP4alt bis', 'Annex I, OP2ter', 'PP3', '(a)+12', 'Annex'])
  })
})
