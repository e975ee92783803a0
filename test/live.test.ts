import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { PROTOCOL_VERSION } from '../schema/record/protocol.ts'
import { Listener } from '../server/live/listener.ts'
import { openRoom } from './server.ts'
import type { Client, Room } from './server.ts'

let room: Room
let norway: Client
let facilitator: Client
let count = 0

beforeAll(async () => {
  room = await openRoom()
  facilitator = await room.enter('facilitator')
  norway = await room.enter('head', 'NO', ['G'])
})
afterAll(() => room.close())

const live = (after: number, text = room.text) => `/live/${text}?after=${after}&protocol=${PROTOCOL_VERSION}`
const comment = (client: Client) =>
  client.send('POST', `/api/texts/${room.text}/acts`, {
    key: `comment-${count++}`,
    channel: 'typed',
    deed: { type: 'comment', on: { paragraph: 'p1' }, text: `remark ${count}` },
  })

describe('the live socket', () => {
  test('sends the acts after n, then each new one as it is recorded, once and in order', async () => {
    await comment(norway)
    const behind = await norway.follow(live(0))
    const upToDate = await norway.follow(live(2))
    expect((await behind.acts(2)).map(({ n }) => n)).toEqual([1, 2])
    await Promise.all(Array.from({ length: 20 }, () => comment(norway)))
    const wanted = Array.from({ length: 22 }, (_, i) => i + 1)
    expect((await behind.acts(22)).map(({ n }) => n)).toEqual(wanted)
    expect((await upToDate.acts(20)).map(({ n }) => n)).toEqual(wanted.slice(2))
    behind.socket.close()
    upToDate.socket.close()
  })

  test('somebody who joins while acts are being recorded misses none', async () => {
    const sent = Array.from({ length: 30 }, () => comment(norway))
    const followers = await Promise.all(Array.from({ length: 10 }, () => norway.follow(live(1))))
    await Promise.all(sent)
    const { n } = (await norway.get(`/api/texts/${room.text}`)).json
    const wanted = Array.from({ length: n - 1 }, (_, i) => i + 2)
    for (const follower of followers) {
      expect((await follower.acts(n - 1)).map((act) => act.n)).toEqual(wanted)
      follower.socket.close()
    }
  })

  test('what it sends is what the record holds', async () => {
    const follower = await norway.follow(live(0))
    const { acts } = (await norway.get(`/api/texts/${room.text}/acts?after=0`)).json
    expect(await follower.acts(acts.length)).toEqual(acts)
    follower.socket.close()
  })

  test('says how many people of each delegation are present, each once', async () => {
    const first = await norway.follow(live(0))
    const again = await norway.follow(live(0))
    const chair = await facilitator.follow(live(0))
    const observer = await (await room.enter('observer')).follow(live(0))
    const here = [
      { code: 'Chair', people: 1 },
      { code: 'NO', people: 1 },
    ]
    for (;;) {
      const { delegations } = await first.next('presence')
      if (delegations.length === 2) {
        expect(delegations).toEqual(here)
        break
      }
    }
    chair.socket.close()
    for (;;) {
      const { delegations } = await first.next('presence')
      if (delegations.length === 1) break
    }
    for (const { socket } of [first, again, observer]) socket.close()
  })

  test.each([
    ['without a session', {}, 401],
    ['from a page of another site', { origin: 'https://evil.example' }, 403],
    ['without an origin', { origin: '' }, 403],
    ['with a forged cookie', { cookie: 'adref.session_token=abc.def' }, 401],
  ])('is refused %s', async (_, headers, status) => {
    const client = status === 401 ? room.stranger() : norway
    await expect(client.follow(live(0), headers)).rejects.toThrow(`HTTP ${status}`)
  })

  test.each([
    ['of a text that does not exist', () => live(0, 'nowhere'), 404],
    ['at an act that does not exist', () => live(100_000), 400],
    ['at what is no number', () => `/live/${room.text}?after=x`, 400],
    ['at another address', () => '/elsewhere', 404],
    ['at the root', () => '/', 404],
  ])('is refused %s', async (_, path, status) => {
    await expect(norway.follow(path())).rejects.toThrow(`HTTP ${status}`)
  })

  test('is refused to who has no seat in the negotiation', async () => {
    const other = await room.server.services.negotiations.create('Other talks')
    const { memberships, links } = room.server.services
    const person = await memberships.addPerson('Elsewhere', null)
    await memberships.put(other, person, { role: 'facilitator', delegation: null, speaksFor: [] })
    const client = room.stranger()
    await client.send('POST', '/api/sign-in/link', { token: (await links.renew(person)).token })
    await expect(client.follow(live(0))).rejects.toThrow('HTTP 404')
  })

  test('is closed when the seat is taken away', async () => {
    const delegate = await room.enter('delegate', 'TV')
    const follower = await delegate.follow(live(0))
    const other = await norway.follow(live(0))
    const path = `/api/negotiations/${room.negotiation}/members/${delegate.person}`
    expect((await facilitator.send('DELETE', path)).status).toBe(204)
    expect((await follower.next('closed')).code).toBe('not-allowed')
    expect(await follower.closed).toEqual({ code: 4403, reason: 'not-allowed' })
    expect(other.socket.readyState).toBe(other.socket.OPEN)
    await expect(delegate.follow(live(0))).rejects.toThrow('HTTP 404')
    other.socket.close()
  })

  test('is refused when the seat is taken away at the very moment it is asked for', async () => {
    const delegate = await room.enter('delegate', 'TV')
    const { memberships } = room.server.services
    const found = vi.spyOn(memberships, 'actor')
    found.mockImplementationOnce(async (negotiation, person) => {
      const actor = await memberships.actor(negotiation, person)
      await memberships.remove(negotiation, person)
      return actor
    })
    await expect(delegate.follow(live(0))).rejects.toThrow('HTTP 404')
    expect(found).toHaveBeenCalledTimes(3)
    found.mockRestore()
  })

  test('is closed when the seat is changed, to come back with the new one', async () => {
    const delegate = await room.enter('delegate', 'TV')
    const follower = await delegate.follow(live(0))
    const path = `/api/negotiations/${room.negotiation}/members/${delegate.person}`
    await facilitator.send('PATCH', path, { role: 'observer' })
    expect((await follower.closed).code).toBe(1012)
    const { socket } = await delegate.follow(live(0))
    socket.close()
  })

  test('is closed when its session is signed out, and only that one', async () => {
    const delegate = await room.enter('delegate', 'TV')
    const phone = room.stranger()
    const { token } = await room.server.services.links.renew(delegate.person)
    await phone.send('POST', '/api/sign-in/link', { token })
    const [here, there] = [await delegate.follow(live(0)), await phone.follow(live(0))]
    await delegate.send('POST', '/api/sign-out')
    expect((await here.closed).code).toBe(4401)
    expect(there.socket.readyState).toBe(there.socket.OPEN)
    await expect(delegate.follow(live(0))).rejects.toThrow('HTTP 401')
    there.socket.close()
  })

  test.each([
    ['of an earlier version', '&protocol=1'],
    ['of a version to come', '&protocol=999'],
    ['of no version', '&protocol=x'],
  ])('tells a client %s to reload, and tells it nothing else', async (_, protocol) => {
    const follower = await norway.follow(`/live/${room.text}?after=0${protocol}`)
    expect((await follower.next('closed')).code).toBe('outdated')
    expect(await follower.closed).toEqual({ code: 4426, reason: 'outdated' })
    await expect(follower.acts(1)).rejects.toThrow('closed')
  })

  test('is not opened more often than one person can look at it; others are not held up', async () => {
    const greedy = await room.enter('delegate', 'TV')
    const { id } = (await greedy.send('POST', `/api/texts/${room.text}/drafts`, {})).json
    const open = await Promise.all(Array.from({ length: 60 }, () => greedy.follow(live(0))))
    const over = await greedy.follow(live(0))
    expect((await over.next('closed')).code).toBe('too-many-windows')
    expect((await over.closed).code).toBe(4429)
    await expect(greedy.follow(`/drafts/${id}`)).rejects.toThrow('HTTP 429')
    for (const { socket } of open) expect(socket.readyState).toBe(socket.OPEN)
    const other = await norway.follow(live(0))
    await other.acts(1)
    open[0]!.socket.close()
    await open[0]!.closed
    const again = await greedy.follow(live(0))
    await again.acts(1)
    for (const { socket } of [...open, other, again]) socket.close()
  })

  test('takes nothing but small messages; the server stays up', async () => {
    const follower = await norway.follow(live(0))
    follower.socket.send('x'.repeat(2_000))
    expect((await follower.closed).code).toBe(1009)
    expect((await norway.get('/api/me')).status).toBe(200)
  })

  test('is closed when the server stops, and picks up from n at the next one', async () => {
    const follower = await norway.follow(live(0))
    const { n } = (await norway.get(`/api/texts/${room.text}`)).json
    await follower.acts(n)
    const closed = follower.closed
    await room.restart()
    expect((await closed).code).toBe(1001)
    const later = await norway.follow(live(n))
    await comment(norway)
    expect((await later.acts(1)).map((act) => act.n)).toEqual([n + 1])
    later.socket.close()
  })
})

test('a session that runs out while its sockets are open closes them, and no others', async () => {
  const soon = await openRoom({ heartbeatMs: 50 })
  const [leaving, staying] = [await soon.enter('delegate', 'NO'), await soon.enter('delegate', 'NO')]
  const path = `/live/${soon.text}?after=0&protocol=${PROTOCOL_VERSION}`
  const { id } = (await leaving.send('POST', `/api/texts/${soon.text}/drafts`, {})).json
  const followers = [await leaving.follow(path), await leaving.follow(`/drafts/${id}`)]
  const other = await staying.follow(path)
  await soon.server.services.db
    .updateTable('session')
    .set({ expires_at: '2020-01-01T00:00:00.000Z' })
    .where('person', '=', leaving.person)
    .execute()
  expect((await followers[0]!.next('closed')).code).toBe('signed-out')
  for (const { closed } of followers) expect((await closed).code).toBe(4401)
  expect(other.socket.readyState).toBe(other.socket.OPEN)
  await soon.close()
})

test('a line too slow for what is sent is dropped, to catch up later', async () => {
  const sent: string[] = []
  const socket = {
    OPEN: 1,
    readyState: 1,
    bufferedAmount: 0,
    send: (frame: Buffer, _options: object, done?: () => void) => {
      sent.push(frame.toString())
      done?.()
    },
    close(code: number) {
      sent.push(`closed ${code}`)
      socket.readyState = 2
    },
  }
  const listener = new Listener(socket as never, room.server.services.record, room.text, 0)
  listener.send(Buffer.from('first'))
  socket.bufferedAmount = 100 * 1024 * 1024
  listener.send(Buffer.from('second'))
  listener.send(Buffer.from('third'))
  expect(sent).toEqual(['first', 'closed 1013'])
})

describe('the socket of a draft', () => {
  test('is for its members alone: to all others, and signed out, the draft is not there', async () => {
    const { id } = (await norway.send('POST', `/api/texts/${room.text}/drafts`, {})).json
    const path = `/drafts/${id}`
    const colleague = await room.enter('delegate', 'NO')
    const { socket } = await colleague.follow(path)
    socket.close()
    for (const other of [facilitator, await room.enter('head', 'TV'), await room.enter('observer', 'NO')])
      await expect(other.follow(path)).rejects.toThrow('HTTP 404')
    await expect(room.stranger().follow(path)).rejects.toThrow('HTTP 401')
    await expect(norway.follow(path, { origin: 'https://evil.example' })).rejects.toThrow('HTTP 403')
    await expect(norway.follow('/drafts/unknown')).rejects.toThrow('HTTP 404')
  })

  test('is closed when the seat is taken away', async () => {
    const { id } = (await norway.send('POST', `/api/texts/${room.text}/drafts`, {})).json
    const colleague = await room.enter('delegate', 'NO')
    const { closed } = await colleague.follow(`/drafts/${id}`)
    await facilitator.send('DELETE', `/api/negotiations/${room.negotiation}/members/${colleague.person}`)
    expect((await closed).code).toBe(4403)
  })
})
