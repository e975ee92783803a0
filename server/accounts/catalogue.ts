import { createRequire } from 'node:module'
import type { Countries } from 'world-countries'
import type { PartyKind } from '../../schema/party/party.ts'

/** A delegation or group that a secretariat may want to name. */
interface CatalogueEntry {
  readonly code: string
  readonly name: string
  readonly kind: PartyKind
}

// The package's ES module imports its JSON in a way that Node does not take.
const load = createRequire(import.meta.url)

/** Names of the United Nations list of Member States, where the package uses others. By ISO 3166 code. */
const officialNames: Readonly<Record<string, string>> = {
  BO: 'Bolivia (Plurinational State of)',
  BN: 'Brunei Darussalam',
  CV: 'Cabo Verde',
  CI: 'Côte d’Ivoire',
  CD: 'Democratic Republic of the Congo',
  CG: 'Congo',
  CZ: 'Czechia',
  FM: 'Micronesia (Federated States of)',
  GB: 'United Kingdom of Great Britain and Northern Ireland',
  GM: 'Gambia (Republic of The)',
  IR: 'Iran (Islamic Republic of)',
  KP: 'Democratic People’s Republic of Korea',
  KR: 'Republic of Korea',
  LA: 'Lao People’s Democratic Republic',
  MD: 'Republic of Moldova',
  NL: 'Netherlands (Kingdom of the)',
  PS: 'State of Palestine',
  RU: 'Russian Federation',
  ST: 'Sao Tome and Principe',
  SY: 'Syrian Arab Republic',
  TR: 'Türkiye',
  TZ: 'United Republic of Tanzania',
  US: 'United States of America',
  VA: 'Holy See',
  VE: 'Venezuela (Bolivarian Republic of)',
  VN: 'Viet Nam',
}

/** Non-member States with a standing invitation; the package counts the Holy See among the Members. */
const observerStates = new Set(['PS', 'VA'])

/** Usual negotiating groups. Their members differ by process and year: the secretariat sets them. */
const groups: Readonly<Record<string, string>> = {
  ABU: 'Argentina, Brazil and Uruguay',
  'African Group': 'African Group',
  AILAC: 'Independent Association of Latin America and the Caribbean',
  ALBA: 'Bolivarian Alliance for the Peoples of Our America',
  AOSIS: 'Alliance of Small Island States',
  'Arab Group': 'Arab Group',
  ASEAN: 'Association of Southeast Asian Nations',
  'Asia-Pacific': 'Group of Asia-Pacific States',
  BASIC: 'Brazil, South Africa, India and China',
  CANZ: 'Canada, Australia and New Zealand',
  CARICOM: 'Caribbean Community',
  EEG: 'Group of Eastern European States',
  EIG: 'Environmental Integrity Group',
  EU: 'European Union and its member States',
  G77: 'Group of 77 and China',
  GRULAC: 'Group of Latin American and Caribbean States',
  JUSSCANNZ: 'Japan, United States, Switzerland, Canada, Australia, Norway and New Zealand',
  LDC: 'Least Developed Countries',
  LLDC: 'Landlocked Developing Countries',
  LMDC: 'Like-Minded Developing Countries',
  NAM: 'Movement of Non-Aligned Countries',
  Nordics: 'Nordic countries',
  OIC: 'Organization of Islamic Cooperation',
  PSIDS: 'Pacific Small Island Developing States',
  Umbrella: 'Umbrella Group',
  WEOG: 'Group of Western European and other States',
}

/**
 * Members of the United Nations, observer States and usual groups, by name. Codes of States are ISO 3166.
 * The European Union appears once, as the group that speaks for its members.
 */
export function catalogue(): readonly CatalogueEntry[] {
  const countries = load('world-countries') as Countries
  const states = countries
    .filter(({ cca2, unMember }) => unMember || observerStates.has(cca2))
    .map(({ cca2, name }): CatalogueEntry => ({
      code: cca2,
      name: officialNames[cca2] ?? name.common,
      kind: observerStates.has(cca2) ? 'observer' : 'state',
    }))
  const named = Object.entries(groups).map(([code, name]): CatalogueEntry => ({ code, name, kind: 'group' }))
  return [...states, ...named].sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
