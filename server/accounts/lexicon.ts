import { createRequire } from 'node:module'
import type { Countries } from 'world-countries'
import type { Lexicon } from '../../schema/notation/notation.ts'
import { chairCode } from '../../schema/party/party.ts'
import { catalogue } from './catalogue.ts'

// The package's ES module imports its JSON in a way that Node does not take.
const load = createRequire(import.meta.url)

/** Abbreviations and spellings of the floor that no list of countries has, by code. */
const usual: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE'],
  'African Group': ['African States', 'Africa Group', 'AG'],
  'Arab Group': ['Arab States'],
  CD: ['DRC', 'DR Congo'],
  CN: ['PRC'],
  EU: [
    'E.U',
    'E.U.',
    'EU27',
    'EU-27',
    'EU 27',
    'European Union',
    'EU and its member States',
    'EU and its Member States',
  ],
  G77: [
    'G-77',
    'G 77',
    'G77/China',
    'G-77/China',
    'G77 and China',
    'G-77 and China',
    'G77+China',
    'Group of 77',
  ],
  GB: ['UK', 'U.K', 'U.K.'],
  GRULAC: ['Grulac'],
  IR: ['Iran'],
  KP: ['DPRK', 'DPR Korea'],
  KR: ['ROK', 'Rep. of Korea', 'South Korea'],
  LA: ['Lao PDR'],
  LDC: ['LDCs'],
  LLDC: ['LLDCs'],
  LMDC: ['LMDCs', 'LMCs', 'LMG'],
  NZ: ['New Zealand'],
  PS: ['Palestine'],
  RU: ['RF', 'Russian Fed', 'Russia'],
  SA: ['KSA'],
  TR: ['Turkey'],
  Umbrella: ['Umbrella Group'],
  US: ['USA', 'U.S', 'U.S.', 'U.S.A', 'U.S.A.'],
  ZA: ['RSA'],
}

/** Whoever holds the pen. */
const chairs = [
  chairCode,
  'Co-Chair',
  'Co-Chairs',
  'Co-chairs',
  'Facilitator',
  'Co-facilitators',
  'Co-Facilitators',
]

/** In Latin letters, with a capital, and without a comma, which parts names in a list. */
const isUsable = (name: string): boolean =>
  /^[\p{Script=Latin}\p{N}\p{M} .’'()&/+-]{2,}$/u.test(name) && /\p{Lu}/u.test(name)

let lexicon: Lexicon | null = null

/**
 * Names, codes and usual abbreviations of all delegations and groups of the catalogue, each with its code
 * there. Where two lay claim to a name, the first of these wins: code, usual abbreviation, name, other spelling.
 */
export const catalogueLexicon = (): Lexicon => (lexicon ??= madeLexicon())

function madeLexicon(): Lexicon {
  const made = new Map<string, string>()
  const add = (name: string, code: string): void => {
    const key = name.replace(/'/g, '’')
    if (isUsable(name) && !made.has(key)) made.set(key, code)
  }
  const entries = catalogue()
  for (const { code } of entries) add(code, code)
  for (const name of chairs) add(name, chairCode)
  for (const [code, names] of Object.entries(usual)) for (const name of names) add(name, code)
  for (const { code, name } of entries) {
    add(name, code)
    add(name.replace(/ \(.*\)$/, ''), code)
  }
  const codes = new Set(entries.map(({ code }) => code))
  for (const { cca2, cca3, name, altSpellings } of load('world-countries') as Countries)
    if (codes.has(cca2))
      for (const other of [cca3, name.common, name.official, ...altSpellings]) add(other, cca2)
  return made
}
