import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openRecord as recordOfText } from '../../client/record/live.ts'
import type { Frame, Wire } from '../../client/record/wire.ts'
import type { Act } from '../../schema/record/act.ts'
import type { Intent } from '../../schema/record/deed.ts'
import { isRefusal, refuse } from '../../schema/refusal.ts'
import { recordOf, replacing } from './acts.ts'

const all = recordOf([
  ['EU', replacing('a', 0, 7, 'Agrees')],
  ['NO', replacing('b', 0, 8, 'Asks for')],
  ['EU', replacing('b', 9, 10, 'one')],
])

/** A server that holds the first `held` acts, with a line that can be cut. */
function fakeServer(held: number) {
  const server = {
    acts: all.slice(0, held),
    reachable: true,
    streams: [] as { heard: (frame: Frame) => void; ended: () => void; after: number }[],
    posts: [] as string[],
    asked: [] as number[],
  }
  const reach = () => {
    if (!server.reachable) throw new Error('no line')
  }
  const wire: Wire = {
    head: async () => {
      reach()
      const me = { person: 'p', name: 'P', role: 'head', delegation: 'EU', speaksFor: [] } as const
      return { id: 't1', negotiation: 'n1', title: 'A text', symbol: 'A/1/L.1', n: held, me }
    },
    acts: async (_, after) => {
      reach()
      server.asked.push(after)
      return server.acts.slice(after)
    },
    post: async (_, intent) => {
      server.posts.push(intent.key)
      reach()
      return server.acts.find(({ key }) => key === intent.key) ?? refuse('already-so')
    },
    stream: (_, after, heard, ended) => {
      server.streams.push({ heard, ended, after })
      return { close: () => undefined }
    },
  }
  return { server, wire }
}

/** A record somebody follows. */
function openRecord(text: string, wire: Wire) {
  const record = recordOfText(text, wire)
  return { ...record, close: record.subscribe(() => undefined) }
}

const settle = () => vi.advanceTimersByTimeAsync(0)
const frame = (...acts: Act[]): Frame => ({ type: 'acts', acts })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a reader is brought up to date and then follows the stream from there', async () => {
  const { server, wire } = fakeServer(2)
  const record = openRecord('t1', wire)
  await settle()
  expect(record.snapshot().state?.n).toBe(2)
  expect(server.streams[0]?.after).toBe(2)
  server.streams[0]?.heard(frame(all[2]!))
  expect(record.snapshot().state?.n).toBe(3)
  expect(record.snapshot().acts.map(({ n }) => n)).toEqual([1, 2, 3])
  record.close()
})

test('an act told twice is folded once', async () => {
  const { server, wire } = fakeServer(2)
  const record = openRecord('t1', wire)
  await settle()
  server.streams[0]?.heard(frame(all[2]!))
  server.streams[0]?.heard(frame(all[1]!, all[2]!))
  expect(record.snapshot().acts).toHaveLength(3)
  record.close()
})

test('a gap is filled from the record', async () => {
  const { server, wire } = fakeServer(2)
  const record = openRecord('t1', wire)
  await settle()
  server.acts = all
  server.streams[0]?.heard(frame(all[3]!))
  await settle()
  expect(record.snapshot().state?.n).toBe(4)
  expect(server.asked).toEqual([0, 2])
  record.close()
})

test('a lost line is said, tried again, and what was missed is read', async () => {
  const { server, wire } = fakeServer(2)
  const record = openRecord('t1', wire)
  await settle()
  server.reachable = false
  server.streams[0]?.ended()
  expect(record.snapshot().offlineSince).not.toBeNull()
  await vi.advanceTimersByTimeAsync(4_000)
  expect(record.snapshot().state?.n).toBe(2)
  server.reachable = true
  server.acts = all
  await vi.advanceTimersByTimeAsync(20_000)
  expect(record.snapshot().state?.n).toBe(4)
  expect(record.snapshot().offlineSince).toBeNull()
  expect(server.streams.at(-1)?.after).toBe(4)
  record.close()
})

const intent: Intent = { key: all[2]!.key, channel: 'typed', deed: all[2]!.deed }

test('an act is posted again with the same key until the server answers', async () => {
  const { server, wire } = fakeServer(3)
  const record = openRecord('t1', wire)
  await settle()
  server.reachable = false
  const posted = record.post(intent)
  await vi.advanceTimersByTimeAsync(600)
  expect(record.snapshot().sending).toBe(1)
  server.reachable = true
  await vi.advanceTimersByTimeAsync(2_000)
  expect(await posted).toMatchObject({ n: 3 })
  expect(server.posts.length).toBeGreaterThan(1)
  expect(new Set(server.posts)).toEqual(new Set([intent.key]))
  expect(record.snapshot().sending).toBe(0)
  record.close()
})

test('an act is not posted again once it is no longer wanted', async () => {
  const { server, wire } = fakeServer(3)
  const record = openRecord('t1', wire)
  await settle()
  server.reachable = false
  const open = new AbortController()
  const posted = record.post(intent, open.signal)
  await vi.advanceTimersByTimeAsync(600)
  const tried = server.posts.length
  open.abort()
  server.reachable = true
  await vi.advanceTimersByTimeAsync(30_000)
  expect(await posted).toMatchObject({ code: 'unavailable' })
  expect(server.posts).toHaveLength(tried)
  record.close()
})

test('an act whose answer was lost is known by its key when the stream tells it', async () => {
  const { server, wire } = fakeServer(2)
  const record = openRecord('t1', wire)
  await settle()
  server.reachable = false
  const posted = record.post(intent)
  await settle()
  server.streams[0]?.heard(frame(all[2]!))
  expect(await posted).toMatchObject({ n: 3 })
  record.close()
})

test('when the server stays away the act is not said to be recorded', async () => {
  const { server, wire } = fakeServer(2)
  const record = openRecord('t1', wire)
  await settle()
  server.reachable = false
  const posted = record.post(intent)
  await vi.advanceTimersByTimeAsync(40_000)
  const answer = await posted
  expect(isRefusal(answer) && answer.code).toBe('unavailable')
  record.close()
})

test('a reader who may not read learns why, and nothing else', async () => {
  const { wire } = fakeServer(2)
  const record = openRecord('t1', { ...wire, head: async () => refuse('signed-out') })
  await settle()
  expect(record.snapshot().refused?.code).toBe('signed-out')
  expect(record.snapshot().state).toBeNull()
  record.close()
})

test('drafts opened to everyone are shown while they are open', async () => {
  const { server, wire } = fakeServer(2)
  const record = openRecord('t1', wire)
  await settle()
  const changes = all[1]!.deed.type === 'table' ? all[1]!.deed.changes : []
  server.streams[0]?.heard({ type: 'drafting', draft: 'd1', owner: ['NO'], changes })
  expect(record.snapshot().overlays).toHaveLength(1)
  server.streams[0]?.heard({ type: 'drafting', draft: 'd1', owner: ['NO'], changes: [] })
  expect(record.snapshot().overlays).toEqual([])
  record.close()
})

test('a record that nobody follows any more is quiet, and picks up when it is followed again', async () => {
  const { server, wire } = fakeServer(2)
  const record = recordOfText('t1', wire)
  const leave = record.subscribe(() => undefined)
  await settle()
  leave()
  server.acts = all
  await vi.advanceTimersByTimeAsync(60_000)
  expect(record.snapshot().state?.n).toBe(2)
  const again = record.subscribe(() => undefined)
  await settle()
  expect(record.snapshot().state?.n).toBe(4)
  again()
})

test.each(['outdated', 'too-many-windows', 'signed-out'] as const)(
  'a line closed as %s says so, and is not opened again by itself',
  async (code) => {
    const { server, wire } = fakeServer(2)
    const record = openRecord('t1', wire)
    await settle()
    server.streams[0]!.heard({ type: 'closed', code })
    server.streams[0]!.ended()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(record.snapshot().refused?.code).toBe(code)
    expect(server.streams).toHaveLength(1)
    record.close()
  },
)
