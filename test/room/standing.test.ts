import { expect, test } from 'vitest'
import { aloneIn, nearestOf, type Overview, overviewOf, sharesOf } from '../../client/room/standing/rows.ts'
import { unshownByParagraph } from '../../client/room/place.ts'
import { view } from '../../schema/view/view.ts'
import { chair } from '../laws/negotiation.ts'
import { Scene } from '../schema/scene.ts'

const given = 'Parties shall report annually;\nInvites all States to take part.'

function overview({ it }: Scene): Overview {
  return overviewOf(it.now, view(it.now, { type: 'compilation', names: 'hidden' }).paragraphs)
}

/** Names a package of proposals and paragraphs. */
function packs({ it }: Scene, proposals: readonly number[], paragraphs: readonly string[]): void {
  const deed = {
    type: 'package' as const,
    package: 'k1',
    title: 'Reporting',
    proposals: [...proposals],
    paragraphs: [...paragraphs],
  }
  expect(it.act(chair, deed)).toBeNull()
}

test('[HO7] a package tells of each item who stands where, in reading order, and what is settled', () => {
  const scene = new Scene(given, [
    'A: take part → participate',
    'US opposes A1',
    'B: annually → every year',
    'US: annually → each year',
    'C: shall → should',
    'chair accepts C1',
  ])
  packs(scene, [scene.id('A1'), scene.id('C1'), scene.id('B1')], ['p1'])
  const [row] = overview(scene).packages
  expect(row!.items.map(({ id, place, settled }) => [id, place, settled])).toEqual([
    ['p1', 'OP1', false],
    [scene.id('B1'), 'OP1', false],
    [scene.id('A1'), 'OP2', false],
    [scene.id('C1'), 'OP1', true],
  ])
  expect(row!.items.map(({ standing }) => standing.holdouts.map(({ party }) => party))).toEqual([
    ['B', 'US'],
    ['B', 'US'],
    ['A', 'US'],
    [],
  ])
  expect(sharesOf(row!)).toEqual([
    ['US', 3],
    ['B', 2],
    ['A', 1],
  ])
  expect(aloneIn(row!)).toEqual(['US'])
})

test('[HO3] in how much of a package a group stands, its members count with it', () => {
  const scene = new Scene(given, [
    'EU: take part → participate',
    'US opposes EU1',
    'FR: annually → every year',
    'US opposes FR1',
  ])
  packs(scene, [scene.id('EU1'), scene.id('FR1')], [])
  expect(sharesOf(overview(scene).packages[0]!)).toEqual([
    ['EU', 2],
    ['US', 2],
  ])
})

test('[PR6] a proposal whose words have left the text is in the table and on the card where they stood', () => {
  const scene = new Scene(given, ['A: delete OP2', 'B: delete OP2', 'chair accepts A1'])
  const lost = scene.id('B1')
  expect(overview(scene).brackets.map(({ id, place, spent }) => [id, place, spent])).toEqual([
    [lost, 'OP1', true],
  ])
  expect(
    unshownByParagraph(scene.it.now)
      .get('p1')
      ?.map(({ id }) => id),
  ).toEqual([scene.id('A1'), lost])
})

test('[HO4] positions on an earlier wording are listed together, and count for nothing', () => {
  const scene = new Scene(given, [
    'A: annually → every year',
    'US opposes A1',
    'C: take part → participate',
    'US opposes C1',
    'A revises A1: every year → each year',
  ])
  const all = overview(scene)
  const { brackets, renewals } = all
  expect(renewals.map(({ id }) => id)).toEqual([scene.id('A1')])
  expect(brackets.map((row) => [row.id, aloneIn(row)])).toEqual([
    [scene.id('A1'), []],
    [scene.id('C1'), ['US']],
  ])
  expect(nearestOf(all).brackets.map(({ id }) => id)).toEqual([scene.id('C1')])
})
