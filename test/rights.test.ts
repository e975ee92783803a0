import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../schema/party/role.ts'
import { contentHash } from '../schema/record/chain.ts'
import type { Deed, DeedType } from '../schema/record/deed.ts'
import { textOf } from '../schema/text/text.ts'
import { openRoom, paragraphs } from './server.ts'
import type { Answer, Client, Room } from './server.ts'

/** Who asks: each role, somebody with a seat only in another negotiation, and somebody not signed in. */
const askers = [...(['facilitator', 'secretariat', 'head', 'delegate', 'observer', 'stakeholder'] as const)]
const outside = ['outsider', 'stranger'] as const
type Asker = Role | (typeof outside)[number]

let room: Room
const clients = new Map<Asker, Client>()
let count = 0
const key = (): string => `key-${String(count++).padStart(8, '0')}`
const as = (asker: Asker): Client => clients.get(asker)!

beforeAll(async () => {
  room = await openRoom()
  const delegations: Partial<Record<Role, string>> = { head: 'NO', delegate: 'NO', stakeholder: 'IRC' }
  for (const role of askers)
    clients.set(role, await room.enter(role, delegations[role] ?? null, role === 'head' ? ['G'] : []))
  clients.set('stranger', room.stranger())
  clients.set('outsider', await outsider())
})
afterAll(() => room.close())

async function outsider(): Promise<Client> {
  const { negotiations, memberships, links } = room.server.services
  const other = await negotiations.create('Other talks')
  await negotiations.putParty(other, { code: 'NO', name: 'Norway', kind: 'state' })
  const person = await memberships.addPerson('Outsider', null)
  await memberships.put(other, person, { role: 'head', delegation: 'NO', speaksFor: [] })
  const client = room.stranger()
  await client.send('POST', '/api/sign-in/link', { token: (await links.renew(person)).token })
  return client
}

/** A text of its own for one case, so that no case depends on another. */
async function newText(): Promise<string> {
  const answer = await as('facilitator').send('POST', `/api/negotiations/${room.negotiation}/texts`, {
    title: 'Text',
    symbol: key(),
    language: 'en',
    paragraphs,
  })
  return answer.json.id
}

const invitation = { name: 'Guest', role: 'observer' }
const newDraft = async (): Promise<string> =>
  (await as('head').send('POST', `/api/texts/${await newText()}/drafts`, {})).json.id
const newMember = async (): Promise<string> => (await room.enter('delegate', 'TV')).person
const newInvitation = async (): Promise<string> =>
  (await as('facilitator').send('POST', `/api/negotiations/${room.negotiation}/invitations`, invitation)).json
    .id

/** Status of each route for facilitator, secretariat, head, delegate, observer, stakeholder; outsider. Signed out it is 401. */
const routes: Record<
  string,
  { ask: (client: Client) => Promise<Answer>; expected: number[]; outsider: number }
> = {
  'get /me': { ask: (c) => c.get('/api/me'), expected: [200, 200, 200, 200, 200, 200], outsider: 200 },
  'get /negotiations': {
    ask: (c) => c.get('/api/negotiations'),
    expected: [200, 200, 200, 200, 200, 200],
    outsider: 200,
  },
  'post /negotiations': {
    ask: (c) => c.send('POST', '/api/negotiations', { title: 'New' }),
    expected: [201, 201, 403, 403, 403, 403],
    outsider: 403,
  },
  'get /negotiations/{id}': {
    ask: (c) => c.get(`/api/negotiations/${room.negotiation}`),
    expected: [200, 200, 200, 200, 200, 200],
    outsider: 404,
  },
  'post /negotiations/{id}/parties': {
    ask: (c) =>
      c.send('POST', `/api/negotiations/${room.negotiation}/parties`, {
        party: { code: `S${count++}`, name: 'A state', kind: 'state' },
      }),
    expected: [201, 201, 403, 403, 403, 403],
    outsider: 404,
  },
  'post /negotiations/{id}/invitations': {
    ask: (c) => c.send('POST', `/api/negotiations/${room.negotiation}/invitations`, invitation),
    expected: [201, 201, 403, 403, 403, 403],
    outsider: 404,
  },
  'delete /invitations/{invitation}': {
    ask: async (c) => c.send('DELETE', `/api/invitations/${await newInvitation()}`),
    expected: [204, 204, 403, 403, 403, 403],
    outsider: 404,
  },
  'patch /negotiations/{id}/members/{person}': {
    ask: async (c) =>
      c.send('PATCH', `/api/negotiations/${room.negotiation}/members/${await newMember()}`, { role: 'head' }),
    expected: [200, 200, 403, 403, 403, 403],
    outsider: 404,
  },
  'delete /negotiations/{id}/members/{person}': {
    ask: async (c) => c.send('DELETE', `/api/negotiations/${room.negotiation}/members/${await newMember()}`),
    expected: [204, 204, 403, 403, 403, 403],
    outsider: 404,
  },
  'get /catalogue': {
    ask: (c) => c.get('/api/catalogue'),
    expected: [200, 200, 200, 200, 200, 200],
    outsider: 200,
  },
  'post /imports/preview': {
    ask: (c) => c.send('POST', '/api/imports/preview', { text: 'Recalling its decisions,' }),
    expected: [200, 200, 403, 403, 403, 403],
    outsider: 403,
  },
  'post /negotiations/{id}/texts': {
    ask: (c) =>
      c.send('POST', `/api/negotiations/${room.negotiation}/texts`, {
        title: 'Text',
        symbol: key(),
        language: 'en',
        paragraphs,
      }),
    expected: [201, 201, 403, 403, 403, 403],
    outsider: 404,
  },
  'get /texts/{text}': {
    ask: (c) => c.get(`/api/texts/${room.text}`),
    expected: [200, 200, 200, 200, 200, 200],
    outsider: 404,
  },
  'get /texts/{text}/acts': {
    ask: (c) => c.get(`/api/texts/${room.text}/acts?after=0`),
    expected: [200, 200, 200, 200, 200, 200],
    outsider: 404,
  },
  'post /texts/{text}/acts': {
    ask: (c) => act(c, room.text, { type: 'comment', on: { paragraph: 'p1' }, text: 'A remark' }),
    expected: [201, 201, 201, 201, 403, 201],
    outsider: 404,
  },
  'get /texts/{text}/export': {
    ask: (c) => c.get(`/api/texts/${room.text}/export?what=compilation&format=txt`),
    expected: [200, 200, 200, 200, 200, 200],
    outsider: 404,
  },
  'get /texts/{text}/drafts': {
    ask: (c) => c.get(`/api/texts/${room.text}/drafts`),
    expected: [200, 200, 200, 200, 200, 200],
    outsider: 404,
  },
  'post /texts/{text}/drafts': {
    ask: async (c) => c.send('POST', `/api/texts/${await newText()}/drafts`, {}),
    expected: [201, 201, 201, 201, 403, 403],
    outsider: 404,
  },
  'patch /drafts/{draft}': {
    ask: async (c) => c.send('PATCH', `/api/drafts/${await newDraft()}`, { open: true }),
    expected: [404, 404, 200, 200, 404, 404],
    outsider: 404,
  },
  'post /drafts/{draft}/basis': {
    ask: async (c) => c.send('POST', `/api/drafts/${await newDraft()}/basis`, { amend: [] }),
    expected: [404, 404, 200, 200, 404, 404],
    outsider: 404,
  },
  'delete /drafts/{draft}': {
    ask: async (c) => c.send('DELETE', `/api/drafts/${await newDraft()}`),
    expected: [404, 404, 204, 204, 404, 404],
    outsider: 404,
  },
  'get /openapi.json': {
    ask: (c) => c.get('/api/openapi.json'),
    expected: [200, 200, 200, 200, 200, 200],
    outsider: 200,
  },
}

describe('each role at each route', () => {
  test('the table below has every route of the server', async () => {
    const { paths } = (await as('head').get('/api/openapi.json')).json
    const named = Object.entries(paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path.replace(/^\/api/, '')}`),
    )
    const signing = ['post /sign-in/link', 'post /sign-in/link/look', 'post /sign-out']
    expect(named.toSorted()).toEqual([...Object.keys(routes), ...signing].toSorted())
  })

  test.each(Object.entries(routes))('%s', async (_, { ask, expected, outsider: stranger }) => {
    const statuses: number[] = []
    for (const asker of askers) statuses.push((await ask(as(asker))).status)
    expect(statuses).toEqual(expected)
    expect((await ask(as('outsider'))).status).toBe(stranger)
    const signedOut = await ask(as('stranger'))
    expect([signedOut.status, signedOut.json]).toEqual([401, { code: 'signed-out', params: {} }])
  })

  test.each(['/api', '/api/nothing', '/api/texts', '/api/drafts/x', '/api/openapi.json', '/api/sign-out'])(
    'signed out, %s is refused like everything else',
    async (path) => {
      for (const method of ['GET', 'POST', 'PATCH', 'DELETE', 'PUT'])
        expect((await room.stranger().send(method, path)).status).toBe(401)
    },
  )
})

type Changes = Extract<Deed, { type: 'table' }>['changes']

/** A replacement of "again" in the operative paragraph. */
const replacing = (words: string): Changes => [
  {
    type: 'amend',
    strike: [{ source: 'p2', from: 17, to: 22 }],
    insert: { anchor: { source: 'p2', at: 22 }, runs: [{ text: words }] },
  },
]
const striking: Changes = [{ type: 'amend', strike: [{ source: 'p2', from: 1, to: 8 }] }]
const tabling = (changes: Changes, invite: string[] = []): Deed => ({
  type: 'table',
  changes,
  rationale: '',
  invite,
  alternatives: [],
})
const table = tabling(replacing('soon'))

interface ActCase {
  /** Done first: by the facilitator as such, or entered for a delegation. */
  readonly before?: readonly { deed: Deed; for?: string }[]
  readonly deed: Deed | ((text: string) => Promise<Deed>)
  /** Delegation in whose name those who run the negotiation do it. */
  readonly for?: string
  /** For facilitator, secretariat, head (of NO), delegate (of NO), observer, stakeholder. */
  readonly expected: number[]
}

const no = 'NO'
const acts: Record<DeedType, ActCase> = {
  open: {
    deed: {
      type: 'open',
      title: 'X',
      symbol: 'X',
      language: 'en',
      paragraphs: [...paragraphs] as never,
      parties: [],
    },
    expected: [409, 409, 403, 403, 403, 403],
  },
  seat: {
    deed: { type: 'seat', party: { code: 'CH', name: 'Switzerland', kind: 'state' } },
    expected: [201, 201, 403, 403, 403, 403],
  },
  meet: { deed: { type: 'meet', meeting: 'm1', title: 'First' }, expected: [201, 201, 403, 403, 403, 403] },
  rise: {
    before: [{ deed: { type: 'meet', meeting: 'm1', title: 'First' } }],
    deed: { type: 'rise' },
    expected: [201, 201, 403, 403, 403, 403],
  },
  table: { deed: table, for: no, expected: [201, 201, 201, 201, 403, 403] },
  revise: {
    before: [{ deed: table, for: no }],
    deed: {
      type: 'revise',
      proposal: 2,
      changes: replacing('later'),
      rationale: '',
    },
    for: no,
    expected: [201, 201, 201, 201, 403, 403],
  },
  withdraw: {
    before: [{ deed: table, for: no }],
    deed: { type: 'withdraw', proposal: 2, reason: '' },
    for: no,
    expected: [201, 201, 201, 201, 403, 403],
  },
  cosponsor: {
    before: [{ deed: table, for: 'TV' }],
    deed: { type: 'cosponsor', proposal: 2 },
    for: no,
    expected: [201, 201, 201, 201, 403, 403],
  },
  decline: {
    before: [{ deed: tabling(replacing('soon'), [no]), for: 'TV' }],
    deed: { type: 'decline', proposal: 2 },
    for: no,
    expected: [201, 201, 201, 201, 403, 403],
  },
  position: {
    before: [{ deed: table, for: 'TV' }],
    deed: { type: 'position', on: { proposal: 2, version: 1 }, stance: 'opposes', reason: '', condition: '' },
    for: no,
    expected: [201, 201, 201, 201, 403, 403],
  },
  comment: {
    deed: { type: 'comment', on: { paragraph: 'p1' }, text: 'A remark' },
    expected: [201, 201, 201, 201, 403, 201],
  },
  rule: {
    before: [{ deed: table, for: 'TV' }],
    deed: { type: 'rule', proposal: 2, version: 1, ruling: 'accepted', reason: '' },
    expected: [201, 403, 403, 403, 403, 403],
  },
  amend: {
    deed: { type: 'amend', changes: replacing('soon'), rationale: '' },
    expected: [201, 403, 403, 403, 403, 403],
  },
  rivals: {
    before: [
      { deed: table, for: no },
      { deed: tabling(striking), for: 'TV' },
    ],
    deed: { type: 'rivals', proposals: [2, 3] },
    expected: [201, 403, 201, 201, 403, 403],
  },
  status: {
    deed: { type: 'status', paragraph: 'p1', status: 'informals', pending: [], reason: '' },
    expected: [201, 403, 403, 403, 403, 403],
  },
  publish: {
    deed: async (text) => {
      const state = (await room.server.services.record.state(text))!
      const hash = contentHash(textOf(state, state.accepted))
      return { type: 'publish', symbol: 'A/1/Rev.1', contentHash: hash, note: '' }
    },
    expected: [201, 403, 403, 403, 403, 403],
  },
}

describe('each role at each act', () => {
  test.each(Object.entries(acts))('%s', async (_, { before = [], deed, for: party, expected }) => {
    const outcomes: { role: Role; status: number; code: string | undefined }[] = []
    for (const role of askers) {
      const text = await newText()
      for (const step of before) {
        const done = await act(as('facilitator'), text, step.deed, step.for)
        expect(done.json).toHaveProperty('act')
      }
      const asked = typeof deed === 'function' ? await deed(text) : deed
      const inName = role === 'facilitator' || role === 'secretariat' ? party : undefined
      const { status, json } = await act(as(role), text, asked, inName)
      outcomes.push({ role, status, code: json.code })
    }
    expect(outcomes.map(({ status }) => status)).toEqual(expected)
    for (const { status, code } of outcomes) if (status === 403) expect(code).toBe('not-allowed')
  })

  test.each([
    ['for another delegation', { for: 'TV' }, 'other-delegation'],
    ['on behalf of another group', { onBehalfOf: 'TV' }, 'not-speaking-for'],
    ['as said from the floor', { channel: 'floor' }, 'not-allowed'],
  ])('a delegate cannot act %s', async (_, more, code) => {
    const answer = await as('delegate').send('POST', `/api/texts/${room.text}/acts`, {
      key: key(),
      channel: 'typed',
      deed: table,
      ...more,
    })
    expect([answer.status, answer.json.code]).toEqual([403, code])
  })

  test('nobody says who they are: fields that the server stamps are refused', async () => {
    for (const forged of [
      { by: { person: 'x' } },
      { n: 7 },
      { at: '2020-01-01T00:00:00.000Z' },
      { meeting: 'm' },
    ]) {
      const answer = await as('head').send('POST', `/api/texts/${room.text}/acts`, {
        key: key(),
        channel: 'typed',
        deed: table,
        ...forged,
      })
      expect([answer.status, answer.json.code]).toEqual([400, 'malformed'])
    }
  })

  test('a group is spoken for by its coordinator', async () => {
    const text = await newText()
    const answer = await as('head').send('POST', `/api/texts/${text}/acts`, {
      key: key(),
      onBehalfOf: 'G',
      channel: 'typed',
      deed: table,
    })
    expect(answer.json.act).toMatchObject({ for: 'NO', onBehalfOf: 'G', by: { delegation: 'NO' } })
  })
})

function act(client: Client, text: string, deed: Deed, party?: string): Promise<Answer> {
  const channel = party === undefined ? 'typed' : 'floor'
  return client.send('POST', `/api/texts/${text}/acts`, {
    key: key(),
    channel,
    deed,
    ...(party === undefined ? {} : { for: party }),
  })
}
