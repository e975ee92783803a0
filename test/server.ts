import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { WebSocket } from 'ws'
import type { Role } from '../schema/party/role.ts'
import type { Party } from '../schema/party/party.ts'
import type { Paragraph } from '../schema/text/paragraph.ts'
import { startServer } from '../server/app.ts'
import type { RunningServer } from '../server/app.ts'
import type { Clock } from '../server/clock.ts'
import type { Drafting, Presence } from '../server/live/frame.ts'
import type { Act } from '../schema/record/act.ts'

/** What a request was answered. `json` is the parsed body, or null when it is not JSON. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // The shape is what each test asserts.
  readonly json: ReturnType<typeof JSON.parse>
}

/** Somebody at a browser, signed in or not. */
export interface Client {
  readonly person: string
  get(path: string): Promise<Answer>
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** Opens a socket; its frames are read with `next` of `Follower`. */
  follow(path: string, headers?: Record<string, string>): Promise<Follower>
  cookie: string
}

/** A test server on a file of its own, with one negotiation and one text. */
export interface Room {
  readonly server: RunningServer
  readonly negotiation: string
  readonly text: string
  readonly dataFile: string
  /** Signs in somebody new with a seat. */
  enter(role: Role, delegation?: string | null, speaksFor?: string[]): Promise<Client>
  /** A browser nobody has signed in at. */
  stranger(): Client
  /** Stops the server and starts another one on the same file. */
  restart(): Promise<void>
  close(): Promise<void>
}

export const parties: readonly Party[] = [
  { code: 'NO', name: 'Norway', kind: 'state' },
  { code: 'TV', name: 'Tuvalu', kind: 'state' },
  { code: 'IRC', name: 'A registry', kind: 'organization' },
  { code: 'G', name: 'The group', kind: 'group', members: [{ code: 'NO', from: '2026-01-01' }] },
]

export const paragraphs: readonly Paragraph[] = [
  { id: 'p1', kind: 'preambular', level: 0, content: [{ text: 'Recalling its decisions,' }] },
  { id: 'p2', kind: 'operative', level: 0, content: [{ text: 'Decides to meet again.' }] },
]

/** Starts a server, with a facilitator who has opened a text. */
export async function openRoom({
  clock,
  log,
  heartbeatMs,
}: {
  clock?: Clock
  log?: Logger
  heartbeatMs?: number
} = {}): Promise<Room> {
  const folder = mkdtempSync(join(tmpdir(), 'adref-room-'))
  const dataFile = join(folder, 'adref.sqlite')
  const start = () => startServer({ dataFile, port: 0, clock, log, heartbeatMs, requestsPerMinute: 100_000 })
  let server = await start()
  const negotiation = await server.services.negotiations.create('Talks')
  for (const party of parties) await server.services.negotiations.putParty(negotiation, party)

  const room: Omit<Room, 'text'> = {
    get server() {
      return server
    },
    negotiation,
    dataFile,
    async enter(role, delegation = null, speaksFor = []) {
      const { memberships, links } = server.services
      const person = await memberships.addPerson(`${role} ${delegation ?? ''}`.trim(), null)
      await memberships.put(negotiation, person, { role, delegation, speaksFor })
      const client = clientOf(() => server.url, person)
      const { token } = await links.renew(person)
      const answer = await client.send('POST', '/api/sign-in/link', { token })
      if (answer.status !== 200) throw new Error(`no entry: ${answer.text}`)
      return client
    },
    stranger: () => clientOf(() => server.url, ''),
    async restart() {
      await server.close()
      server = await start()
    },
    async close() {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  const facilitator = await room.enter('facilitator')
  const opened = await facilitator.send('POST', `/api/negotiations/${negotiation}/texts`, {
    key: 'opening-of-a-1',
    title: 'Draft decision',
    symbol: 'A/1',
    language: 'en',
    paragraphs,
  })
  if (opened.status !== 201) throw new Error(`the text was not opened: ${opened.text}`)
  return Object.defineProperty(room, 'text', { value: String(opened.json.id) }) as Room
}

function clientOf(url: () => string, person: string): Client {
  const client: Client = {
    person,
    cookie: '',
    get: (path) => client.send('GET', path),
    async send(method, path, body, headers = {}) {
      const raw = body instanceof Uint8Array
      const response = await fetch(url() + path, {
        method,
        redirect: 'manual',
        headers: {
          origin: url(),
          ...(client.cookie ? { cookie: client.cookie } : {}),
          ...(body === undefined
            ? {}
            : { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: raw ? new Uint8Array(body) : typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!)
      if (set.length > 0) client.cookie = set.filter((cookie) => !cookie.endsWith('=')).join('; ')
      const text = await response.text()
      return { status: response.status, headers: response.headers, text, json: parsed(text) }
    },
    follow: (path, headers = {}) =>
      follow(url().replace('http', 'ws') + path, { origin: url(), cookie: client.cookie, ...headers }),
  }
  return client
}

/** A frame of the live socket as it comes over the wire. */
export type AnyFrame =
  | { type: 'acts'; acts: Act[] }
  | { type: 'presence'; delegations: Presence[] }
  | { type: 'closed'; code: string }
  | Drafting

/** A socket that is read frame by frame. */
export interface Follower {
  readonly socket: WebSocket
  /** Waits until `count` acts have come in all, and gives every one so far in the order of their coming. */
  acts(count: number): Promise<Act[]>
  /** Waits for a frame that has not been waited for yet. */
  next<T extends Exclude<AnyFrame['type'], 'acts'>>(type: T): Promise<Extract<AnyFrame, { type: T }>>
  /** Waits for the end; gives code and reason. */
  closed: Promise<{ code: number; reason: string }>
}

/** Rejects with "HTTP <status>" when the server does not take the socket. */
async function follow(address: string, headers: Record<string, string>): Promise<Follower> {
  const socket = new WebSocket(address, { headers })
  const acts: Act[] = []
  const frames: AnyFrame[] = []
  let heard = (): void => undefined
  socket.on('message', (data: Buffer, isBinary) => {
    // Drafts speak in bytes, which these tests do not follow.
    if (isBinary) return
    const frame = JSON.parse(data.toString()) as AnyFrame
    if (frame.type === 'acts') acts.push(...frame.acts)
    else frames.push(frame)
    heard()
  })
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => {
      resolve({ code, reason: reason.toString() })
      heard()
    })
  })
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
    socket.on('unexpected-response', (_request, response) => reject(new Error(`HTTP ${response.statusCode}`)))
  })
  const until = async <T>(found: () => T | undefined): Promise<T> => {
    for (;;) {
      const value = found()
      if (value !== undefined) return value
      if (socket.readyState === WebSocket.CLOSED) throw new Error('the socket has been closed')
      await new Promise<void>((resolve) => (heard = resolve))
    }
  }
  return {
    socket,
    closed,
    acts: (count) => until(() => (acts.length >= count ? [...acts] : undefined)),
    next: (type) =>
      until(() => {
        const i = frames.findIndex((frame) => frame.type === type)
        return i < 0 ? undefined : (frames.splice(i, 1)[0] as Extract<AnyFrame, { type: typeof type }>)
      }),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
