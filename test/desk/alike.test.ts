import { expect, test } from 'vitest'
import { alikeTo } from '../../client/desk/bracketing/alike.ts'
import { catalogueLexicon } from '../../server/accounts/lexicon.ts'

const lexicon = [...catalogueLexicon()]

test.each([
  ['Maldvies', 'MV'],
  ['Norwey', 'NO'],
  ['Switzerand', 'CH'],
  ['Cote d’Ivoire', 'CI'],
  ['Phillipines', 'PH'],
])('“%s” is a misspelling of %s', (name, code) => {
  expect(alikeTo(name, lexicon)).toBe(code)
})

test.each([
  ['CANX', 'a code is told from another by one letter'],
  ['Ruritania', 'no such name is near'],
  ['EUU', 'it is too short to be sure'],
])('%s is nobody’s: %s', (name) => {
  expect(alikeTo(name, lexicon)).toBeNull()
})

test('where two may be meant, neither is', () => {
  const two = [
    ['Northern Sea States', 'NSS'],
    ['Northern Pea States', 'NPS'],
  ] as const
  expect(alikeTo('Northern Tea States', two)).toBeNull()
  expect(alikeTo('Northern Sea Sttaes', two)).toBe('NSS')
})
