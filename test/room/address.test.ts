import { expect, test } from 'vitest'
import {
  type Address,
  labelName,
  lensOf,
  parseAddress,
  parseTarget,
  plainAddress,
  printAddress,
} from '../../client/room/moving/address.ts'

const addresses: Partial<Address>[] = [
  {},
  { names: 'groups', party: 'EU', status: 'reopened', open: true },
  { names: 'hidden', only: 'EU', fold: 2 },
  { view: 'asif', supposed: [12, 1204] },
  { at: 40, view: 'base' },
  { drafting: true },
  { party: 'G77 & China' },
  { stands: 'renewals', among: 'EU' },
  { stands: 'brackets', near: true },
]

test.each(addresses)('an address is read back as it was written: %o', (part) => {
  const address = { ...plainAddress, ...part }
  expect(parseAddress(printAddress(address))).toEqual(address)
})

test('what an address does not understand is left out', () => {
  expect(parseAddress('?view=none&status=gone&at=-3&with=x&open=yes')).toEqual(plainAddress)
})

test('links in which names were a view lead where they led', () => {
  expect(parseAddress('?view=unnamed')).toEqual({ ...plainAddress, names: 'hidden' })
  expect(parseAddress('?view=groups&only=EU')).toEqual({ ...plainAddress, names: 'groups', only: 'EU' })
})

test('one party’s brackets are a lens of the compilation alone', () => {
  const address = { ...plainAddress, only: 'EU', names: 'hidden' as const }
  expect(lensOf(address, 'NO')).toEqual({ type: 'compilation', names: 'hidden', only: 'EU' })
  expect(lensOf({ ...address, view: 'since' }, 'NO')).toEqual({ type: 'since', names: 'hidden' })
})

test('the plain address is empty', () => {
  expect(printAddress(plainAddress)).toBe('')
})

test.each([
  ['#proposal-1204', { type: 'proposal', proposal: 1204 }],
  ['#PP2bis', { type: 'paragraph', label: 'PP2bis' }],
  ['#%D9%85', { type: 'paragraph', label: 'م' }],
  ['#%', { type: 'paragraph', label: '%' }],
  ['', null],
])('the part behind the number sign points to a place: %s', (hash, target) => {
  expect(parseTarget(hash)).toEqual(target)
})

test('labels are written without spaces', () => {
  expect(labelName('PP2 bis')).toBe('PP2bis')
})

test('a person of no delegation who follows a link to “our text” sees all brackets', () => {
  const address = { ...plainAddress, view: 'ours' as const }
  expect(lensOf(address, null)).toEqual({ type: 'compilation', names: 'shown' })
  expect(lensOf(address, 'EU')).toEqual({ type: 'preferred', party: 'EU' })
})
