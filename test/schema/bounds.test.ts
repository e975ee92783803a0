import { expect, it } from 'vitest'
import type { Deed } from '../../schema/record/deed.ts'
import { actor, chair, Negotiation, paragraphs } from '../laws/negotiation.ts'

const opened = () => Negotiation.open(paragraphs('Parties shall report', 'Parties shall inform'))
const does = (it: Negotiation, deed: Deed, party = 'A') => it.act(actor('delegate', party), deed)?.code
const holding = (from: number, alternatives: number[] = []): Deed => ({
  type: 'table',
  changes: [{ type: 'hold', ranges: [{ source: 'p1', from, to: from + 1 }] }],
  rationale: '',
  invite: [],
  alternatives,
})
const packageOf = (id: string, proposals: number[], ...held: string[]): Deed => ({
  type: 'package',
  package: id,
  title: id,
  proposals,
  paragraphs: held,
})

it('[PM11] a package names each thing once, and a text has so many packages and no more', () => {
  const it = opened()
  expect(it.act(chair, packageOf('k', [], 'p1', 'p1'))?.code).toBe('malformed')
  for (let i = 0; i < 100; i++) expect(it.act(chair, packageOf(`k${i}`, [], 'p1'))).toBeNull()
  expect(it.act(chair, packageOf('k100', [], 'p1'))).toMatchObject({ code: 'too-large' })
  expect(it.act(chair, packageOf('k7', [], 'p2'))).toBeNull()
  expect(it.act(chair, packageOf('k7', []))).toBeNull()
  expect(it.act(chair, packageOf('k100', [], 'p1'))).toBeNull()
})

it('[PM13] alternatives are as many as can be chosen among, however they are declared', () => {
  const it = opened()
  const own = Array.from({ length: 150 }, () => {
    expect(does(it, holding(1))).toBeUndefined()
    return it.now.n
  })
  expect(does(it, { type: 'rivals', proposals: own })).toBe('too-large')
  expect(does(it, { type: 'rivals', proposals: own.slice(0, 100) })).toBeUndefined()
  expect(does(it, { type: 'rivals', proposals: own.slice(0, 100) })).toBe('already-so')
  expect(does(it, { type: 'rivals', proposals: [own[0]!, own[101]!] })).toBe('too-large')
  expect(does(it, holding(2, [own[0]!]))).toBe('too-large')
  expect(does(it, holding(2, [own[101]!]))).toBeUndefined()
})

it('[PO7] a party named twice, or asked before, is listed once, as it was asked first; the chair is not asked', () => {
  const it = opened()
  expect(does(it, holding(1))).toBeUndefined()
  const ask = (...parties: string[]) => does(it, { type: 'ask', proposal: 2, version: 1, parties })
  expect(ask('Chair')).toBe('unknown-party')
  expect(ask('B', 'B', 'B')).toBeUndefined()
  expect(ask('B', 'C')).toBeUndefined()
  expect(it.now.proposals.get(2)!.asked.map(({ party, n }) => [party, n])).toEqual([
    ['B', 3],
    ['C', 4],
  ])
  expect(ask('C', 'B')).toBe('already-so')
})

it('[PO6] a position on a paragraph does not wait for that paragraph', () => {
  const it = opened()
  const waits = (paragraph: string) =>
    does(it, {
      type: 'position',
      on: { paragraph: 'p1' },
      stance: 'reserves',
      reason: '',
      condition: '',
      when: { paragraph, becomes: 'agreed' },
    })
  expect(waits('p1')).toBe('unknown-paragraph')
  expect(waits('p2')).toBeUndefined()
})
