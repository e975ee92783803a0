import { expect, test } from 'vitest'
import { eventWords } from '../../client/room/life/event-words.ts'
import type { Sayer } from '../../client/lang/say.tsx'
import type { Deed } from '../../schema/record/deed.ts'
import { findWords } from '../../schema/record/find.ts'
import { lifeOf } from '../../schema/record/life.ts'
import { actor, chair } from '../laws/negotiation.ts'
import { Scene } from '../schema/scene.ts'

/** A life in which everything that can befall a word does, with a name in whatever takes one. */
function eventful(): Scene {
  const scene = new Scene('Parties shall report annually', [
    'EU: annually → annually and in full',
    'EU revises EU1: and in full → and in writing',
    'CH co-sponsors EU1',
    'US opposes EU1',
    'RF: annually → annually and in writing',
    'SE on EU1: writing → secure writing',
    'FR on EU1: hold “writing”',
    'CH withdraws EU1',
  ])
  const merged = scene.id('RF1')
  const rule = {
    type: 'rule',
    proposal: merged,
    version: 1,
    ruling: 'merged',
    into: scene.id('EU1'),
  } as const
  expect(scene.it.act(chair, { ...rule, reason: 'RF agrees' })).toBeNull()
  const accepted = { type: 'rule', proposal: scene.id('EU1'), version: 2, ruling: 'accepted' } as const
  expect(scene.it.act(chair, { ...accepted, reason: 'US did not insist' })).toBeNull()
  const position = { type: 'position', on: { paragraph: 'p1' }, stance: 'reserves' } as const
  expect(scene.it.act(actor('delegate', 'US'), { ...position, reason: 'CH too', condition: '' })).toBeNull()
  const status: Deed = {
    type: 'status',
    paragraph: 'p1',
    status: 'informals',
    pending: ['US'],
    reason: 'SE is content',
  }
  expect(scene.it.act(chair, status)).toBeNull()
  return scene
}

/** Facts as they stand in a sentence, and nothing else. */
const say: Sayer = (_message, facts = {}) => Object.values(facts).join(' ')

const told = ({ it: { now, acts } }: Scene, named: boolean): string[] =>
  lifeOf(now, acts, findWords(now, 'writing')[0]!.spot).events.map((event) =>
    eventWords(event, now, named, say, (paragraph) => paragraph),
  )

test('the life of a word names parties, and where names are hidden not one, also in no reason', () => {
  const scene = eventful()
  const codes = /\b(EU|CH|US|RF|SE|FR)\b/
  expect(told(scene, true).filter((line) => codes.test(line)).length).toBeGreaterThan(6)
  expect(told(scene, false).filter((line) => codes.test(line))).toEqual([])
})

test('who asked against a word is named with those who joined, also when they have left since', () => {
  const scene = new Scene('Parties shall report annually', [
    'RF: − annually',
    'CH co-sponsors RF1',
    'US co-sponsors RF1',
    'RF withdraws RF1',
  ])
  const { now, acts } = scene.it
  const events = lifeOf(now, acts, findWords(now, 'annually')[0]!.spot).events
  const lines = events.map((event) => eventWords(event, now, true, say, (paragraph) => paragraph))
  expect(lines.at(-1)).toContain('RF, CH, US')
})
