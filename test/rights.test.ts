import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../schema/party/role.ts'
import { Askers, askers } from './askers.ts'
import { paragraphs } from './server.ts'
import type { Answer, Client, Room } from './server.ts'

/** Who asks: each role, somebody with a seat only in another negotiation, and somebody not signed in. */
const outside = ['outsider', 'stranger'] as const
type Asker = Role | (typeof outside)[number]

let people: Askers
let room: Room
const strangers = new Map<Asker, Client>()
const as = (asker: Asker): Client => strangers.get(asker) ?? people.as(asker as Role)
const newText = (): Promise<string> => people.newText()
const key = (): string => people.key()

beforeAll(async () => {
  people = await Askers.open()
  room = people.room
  strangers.set('stranger', room.stranger())
  strangers.set('outsider', await outsider())
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
        party: { code: `S${key().slice(-6)}`, name: 'A state', kind: 'state' },
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
  'get /lexicon': {
    ask: (c) => c.get('/api/lexicon'),
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
        key: `opening-${key()}`,
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
    ask: (c) =>
      c.send('POST', `/api/texts/${room.text}/acts`, {
        key: key(),
        channel: 'typed',
        deed: { type: 'comment', on: { paragraph: 'p1' }, text: 'A remark' },
      }),
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
