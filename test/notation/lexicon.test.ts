import { expect, test } from 'vitest'
import { catalogue } from '../../server/accounts/catalogue.ts'
import { catalogueLexicon } from '../../server/accounts/lexicon.ts'
import { claimsOf, figuresOf } from './reading.ts'

const lexicon = catalogueLexicon()

test('[NT26] every entry of the catalogue is known by its code and its name', () => {
  for (const { code, name } of catalogue()) {
    expect([code, lexicon.get(code)]).toEqual([code, code])
    if (!name.includes(',')) expect([name, lexicon.get(name)]).toEqual([name, code])
  }
})

test.each([
  ['G-77/China', 'G77'],
  ['G77 and China', 'G77'],
  ['Russia', 'RU'],
  ['RF', 'RU'],
  ['Iran', 'IR'],
  ['Venezuela', 'VE'],
  ['UK', 'GB'],
  ['USA', 'US'],
  ['JPN', 'JP'],
  ['Turkey', 'TR'],
  ['Côte d’Ivoire', 'CI'],
  ['DPRK', 'KP'],
  ['ROK', 'KR'],
  ['LMCs', 'LMDC'],
  ['Chair', 'Chair'],
])('[NT26] %s is %s', (name, code) => {
  expect(lexicon.get(name)).toBe(code)
})

test('[NT26] ordinary words that spell a code in small letters are no names', () => {
  const text = '[in: it] [no – to] [is, as: so] [the rest - us] [A clause] (in) [to](be)'
  expect(claimsOf(text, lexicon)).toEqual([])
  expect(
    figuresOf("[soon – Cote d'Ivoire, Côte d'Ivoire, Bosnia and Herzegovina; Lao PDR: reserve]", lexicon)
      .names,
  ).toEqual({
    "Cote d'Ivoire": 1,
    "Côte d'Ivoire": 1,
    'Bosnia and Herzegovina': 1,
    'Lao PDR': 1,
  })
})
