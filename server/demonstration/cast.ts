import type { Membership, Party } from '../../schema/party/party.ts'
import type { Role } from '../../schema/party/role.ts'

/** The negotiation and who sits in it: 24 delegations, 4 groups, an organization and a stakeholder. */
export const title = 'Open-ended Working Group on Early-Warning Networks for Coastal Hazards'

/** Codes of the delegations. Names are taken from the maintained list. */
const delegations = 'AL AU BB BR CA CL EE FJ GH ID IN JM JP KE MA MX NO NZ PH PT RO SC SN ZA'.split(' ')

/** Day on which the secretariat noted the groups of this negotiation. */
const noted = '2025-11-10'
const members = (...codes: string[]): Membership[] => codes.map((code) => ({ code, from: noted }))

/** A cross-regional group made up for the demonstration, whose membership changed during the session. */
const friends: Party = {
  code: 'FSL',
  name: 'Friends of Sea-Level Observation',
  kind: 'group',
  members: [
    ...members('BB', 'CL', 'FJ', 'JM', 'PT', 'SC'),
    { code: 'NO', from: noted, until: '2026-04-13' },
    { code: 'SN', from: '2026-04-13' },
  ],
}

/** Groups of the maintained list: members, and the delegation that speaks for them. */
const listed = [
  { code: 'CANZ', speaker: 'NZ', members: members('AU', 'CA', 'NZ') },
  { code: 'EU', speaker: 'PT', members: members('EE', 'PT', 'RO') },
  {
    code: 'G77',
    speaker: 'KE',
    members: members('BB', 'BR', 'CL', 'FJ', 'GH', 'ID', 'IN', 'JM', 'KE', 'MA', 'PH', 'SC', 'SN', 'ZA'),
  },
] as const

/** The delegation that speaks for a party: the coordinator of a group, else the delegation itself. */
export const speakerFor = (party: string): string =>
  party === friends.code ? 'FJ' : (listed.find(({ code }) => code === party)?.speaker ?? party)

/** Those who follow the negotiation without negotiating. */
const others: readonly Party[] = [
  { code: 'IRTG', name: 'International Registry of Tide Gauges', kind: 'organization' },
  { code: 'CCN', name: 'Coastal Communities Network', kind: 'stakeholder' },
]

/**
 * Everyone at the table, named as in `catalogue`, the maintained list.
 * Throws RangeError when a code is not in it.
 */
export function parties(catalogue: readonly Pick<Party, 'code' | 'name' | 'kind'>[]): Party[] {
  const named = (code: string): Party => {
    const entry = catalogue.find((candidate) => candidate.code === code)
    if (!entry) throw new RangeError(`not in the list: ${code}`)
    return { ...entry }
  }
  return [
    ...delegations.map(named),
    ...listed.map((group) => ({ ...named(group.code), members: group.members })),
    friends,
    ...others,
  ]
}

/** Somebody with a seat. `linked`: a sign-in link is printed for them when the demonstration is loaded. */
interface Person {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly delegation: string | null
  readonly speaksFor: readonly string[]
  readonly linked?: true
}

const groupCodes = [...listed.map(({ code }) => code), friends.code]

const person = (name: string, role: Role, delegation: string | null = null, linked?: true): Person => ({
  name,
  email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.org`,
  role,
  delegation,
  speaksFor: groupCodes.filter((code) => speakerFor(code) === delegation),
  ...(linked ? { linked } : {}),
})

/** All of them are made up. The first of a delegation is the one who types for it. */
export const people: readonly Person[] = [
  person('Helena Moreau', 'facilitator', null, true),
  person('Daniel Okoth', 'secretariat', null, true),
  person('Grace Njeri', 'head', 'KE', true),
  person('Peter Mwangola', 'delegate', 'KE'),
  person('Ines Valadares', 'head', 'PT', true),
  person('Rui Figueira', 'delegate', 'PT'),
  person('Litia Vakacegu', 'head', 'FJ', true),
  person('Semi Naulu', 'delegate', 'FJ'),
  person('Mere Tapsell', 'head', 'NZ'),
  person('Arben Hoxha', 'head', 'AL'),
  person('Claire Whitfield', 'head', 'AU'),
  person('Andre Greenidge', 'head', 'BB'),
  person('Luiza Menezes', 'head', 'BR'),
  person('Marc Lavigne', 'head', 'CA'),
  person('Camila Fuenzalida', 'head', 'CL'),
  person('Kadri Tamm', 'head', 'EE'),
  person('Kwabena Asante', 'head', 'GH'),
  person('Dewi Santoso', 'head', 'ID'),
  person('Anjali Rao', 'head', 'IN'),
  person('Marcia Bennett', 'head', 'JM'),
  person('Kenji Morita', 'head', 'JP'),
  person('Salma Idrissi', 'head', 'MA'),
  person('Diego Fuentes', 'head', 'MX'),
  person('Ingrid Solheim', 'head', 'NO'),
  person('Rosa Dizon', 'head', 'PH'),
  person('Mihai Dragomir', 'head', 'RO'),
  person('Jean-Yves Laporte', 'head', 'SC'),
  person('Awa Ndiaye', 'head', 'SN'),
  person('Thandi Maseko', 'head', 'ZA'),
  person('Anna Lindqvist', 'observer', 'IRTG', true),
  person('Tomasi Faleolo', 'stakeholder', 'CCN', true),
]
