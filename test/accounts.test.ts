import { readFileSync, statSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayMs } from '../server/clock.ts'
import { openRoom } from './server.ts'
import type { Answer, Client, Room } from './server.ts'

let room: Room
let facilitator: Client
let now = Date.now()

beforeAll(async () => {
  room = await openRoom({ clock: () => new Date(now) })
  facilitator = await room.enter('facilitator')
})
afterAll(() => room.close())

const here = (path = ''): string => `/api/negotiations/${room.negotiation}${path}`
const invite = async (body: object): Promise<{ id: string; token: string }> => {
  const { json } = await facilitator.send('POST', here('/invitations'), body)
  return { id: json.id, token: new URL(json.url).pathname.replace('/sign-in/', '') }
}
const use = (client: Client, token: string): Promise<Answer> =>
  client.send('POST', '/api/sign-in/link', { token })
const delegate = { name: 'Ola', role: 'delegate', delegation: 'NO' }

describe('a link', () => {
  test('gives its first user the seat it offers, with or without an e-mail address', async () => {
    for (const email of [undefined, 'Ola@Example.org']) {
      const { token } = await invite({ ...delegate, email, speaksFor: ['G'] })
      const client = room.stranger()
      expect((await use(client, token)).status).toBe(200)
      const { json } = await client.get('/api/me')
      expect(json).toMatchObject({
        person: { name: 'Ola', email: email?.toLowerCase() ?? null },
        negotiations: [{ id: room.negotiation, role: 'delegate', delegation: 'NO', speaksFor: ['G'] }],
      })
    }
  })

  test('works once', async () => {
    const { token } = await invite(delegate)
    expect((await use(room.stranger(), token)).status).toBe(200)
    const late = room.stranger()
    expect((await use(late, token)).status).toBe(404)
    expect((await late.get('/api/me')).status).toBe(401)
  })

  test('used by two at one moment works for one', async () => {
    const { token } = await invite(delegate)
    const answers = await Promise.all(Array.from({ length: 5 }, () => use(room.stranger(), token)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('is not used up by looking at its page or asking whom it is for', async () => {
    const { token } = await invite(delegate)
    const stranger = room.stranger()
    await stranger.get(`/sign-in/${token}`)
    await stranger.get(`/api/sign-in/link?token=${token}`)
    expect((await stranger.send('POST', '/api/sign-in/link/look', { token })).json).toMatchObject({
      state: 'usable',
      name: 'Ola',
    })
    expect(stranger.cookie).toBe('')
    expect((await use(stranger, token)).status).toBe(200)
  })

  test('that was revoked leads nowhere', async () => {
    const { id, token } = await invite(delegate)
    expect((await facilitator.get(here())).json.invitations.map((i: { id: string }) => i.id)).toContain(id)
    expect((await facilitator.send('DELETE', `/api/invitations/${id}`)).status).toBe(204)
    expect((await facilitator.get(here())).json.invitations.map((i: { id: string }) => i.id)).not.toContain(
      id,
    )
    expect((await use(room.stranger(), token)).status).toBe(404)
  })

  test('that has expired leads nowhere', async () => {
    const { token } = await invite(delegate)
    now += 14 * dayMs + 1
    expect((await use(room.stranger(), token)).status).toBe(404)
  })

  test('of the demonstration works again and again, until the server stops', async () => {
    const person = await room.server.services.memberships.addPerson('Guest', null)
    const token = room.server.services.links.standing(person)
    for (let i = 0; i < 3; i++) expect((await use(room.stranger(), token)).status).toBe(200)
    await room.restart()
    expect((await use(room.stranger(), token)).status).toBe(404)
  })

  test('gives nobody the identity of a person known by the same name or address', async () => {
    const first = room.stranger()
    const body = { ...delegate, name: 'Kari', email: 'kari@example.org' }
    await use(first, (await invite(body)).token)
    const second = room.stranger()
    await use(second, (await invite(body)).token)
    const ids = await Promise.all([first, second].map(async (c) => (await c.get('/api/me')).json.person.id))
    expect(ids[0]).not.toBe(ids[1])
  })

  test('tried out by its maker takes nothing from the maker', async () => {
    const maker = await room.enter('secretariat')
    const { token } = await invite(delegate)
    await use(maker, token)
    const seats = (await facilitator.get(here())).json.members as { person: string; role: string }[]
    expect(seats.find(({ person }) => person === maker.person)?.role).toBe('secretariat')
  })

  test('in somebody’s name adds a seat to who is signed in under it', async () => {
    const { negotiations, links } = room.server.services
    const client = room.stranger()
    await use(client, (await invite({ ...delegate, name: 'Siri' })).token)
    const other = await negotiations.create('Other talks')
    const seat = { role: 'observer', delegation: null, speaksFor: [] } as const
    const { token } = await links.invite(other, { name: 'siri', email: null }, seat)
    await use(client, token)
    expect((await client.get('/api/me')).json.negotiations).toHaveLength(2)
  })

  test('that is guessed at too often is refused to the guesser', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 610; i++) statuses.push((await use(room.stranger(), `guess${i}`)).status)
    expect(statuses).toContain(429)
    await room.restart()
  })
})

describe('a session', () => {
  test('is a cookie that scripts and other sites do not get; the file alone lets nobody in', async () => {
    const { token } = await room.server.services.links.renew(facilitator.person)
    const answer = await use(room.stranger(), token)
    const [cookie] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Lax/)
    const secret = decodeURIComponent(cookie!.split(';')[0]!.split('=')[1]!)
    const kept = ['', '-wal'].map((end) => readFileSync(room.dataFile + end, 'latin1')).join('')
    expect(kept).not.toContain(secret)
    expect(kept).not.toContain(token)
    expect(statSync(`${room.dataFile}.secret`).mode & 0o077).toBe(0)
  })

  test('lasts over a restart, and ends with sign-out', async () => {
    const client = await room.enter('observer')
    await room.restart()
    expect((await client.get('/api/me')).status).toBe(200)
    const cookie = client.cookie
    expect((await client.send('POST', '/api/sign-out')).status).toBe(204)
    expect(client.cookie).toBe('')
    client.cookie = cookie
    expect((await client.get('/api/me')).status).toBe(401)
  })

  test('with a changed cookie is none', async () => {
    const client = await room.enter('observer')
    client.cookie = client.cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')).replace(/%3D$/, '%3d')
    client.cookie = client.cookie.replace('token=', 'token=x')
    expect((await client.get('/api/me')).status).toBe(401)
  })
})

describe('seats', () => {
  test('changed by those who run the negotiation count at once', async () => {
    const client = await room.enter('observer')
    const path = here(`/members/${client.person}`)
    const head = { role: 'head', delegation: 'TV', speaksFor: [] }
    expect((await facilitator.send('PATCH', path, head)).json).toMatchObject(head)
    expect((await client.get(`/api/texts/${room.text}`)).json.me).toMatchObject(head)
    expect((await facilitator.send('DELETE', path)).status).toBe(204)
    expect((await client.get(`/api/texts/${room.text}`)).status).toBe(404)
    expect((await client.get('/api/me')).json.negotiations).toEqual([])
  })

  test('members and invitations are shown to those who run the negotiation alone', async () => {
    const head = await room.enter('head', 'NO')
    expect((await facilitator.get(here())).json).toHaveProperty('members')
    const { json } = await head.get(here())
    expect(json).not.toHaveProperty('members')
    expect(json).not.toHaveProperty('invitations')
  })

  test('the last one who runs a negotiation stays', async () => {
    const { json } = await facilitator.send('POST', '/api/negotiations', { title: 'Small talks' })
    const path = `/api/negotiations/${json.id}/members/${facilitator.person}`
    expect((await facilitator.send('DELETE', path)).status).toBe(403)
    expect((await facilitator.send('PATCH', path, { role: 'observer' })).status).toBe(403)
    expect((await facilitator.send('PATCH', path, { role: 'secretariat' })).status).toBe(200)
  })

  test('a party named later is seated in every text by an act', async () => {
    const party = { code: 'FJ', name: 'Fiji', kind: 'state' }
    expect((await facilitator.send('POST', here('/parties'), { party })).status).toBe(201)
    const { acts } = (await facilitator.get(`/api/texts/${room.text}/acts?after=1`)).json
    expect(acts.at(-1).deed).toEqual({ type: 'seat', party })
    expect((await facilitator.get(here())).json.parties).toContainEqual(party)
  })
})
