import { once } from 'node:events'
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { connect, Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { stateHash } from '../schema/record/chain.ts'
import { sameOrigin } from '../server/http/session.ts'
import { openRoom, paragraphs } from './server.ts'
import type { Client, Room } from './server.ts'

let room: Room
let facilitator: Client
let norway: Client
let before: string

const megabyte = 1024 * 1024
const actsPath = (): string => `/api/texts/${room.text}/acts`
const hash = async (): Promise<string> => stateHash((await room.server.services.record.state(room.text))!)
const intent = (deed: unknown, more: object = {}) => ({ key: 'malformed-1', channel: 'typed', deed, ...more })
const comment = { type: 'comment', on: { paragraph: 'p1' }, text: 'A remark' }

beforeAll(async () => {
  room = await openRoom()
  facilitator = await room.enter('facilitator')
  norway = await room.enter('head', 'NO')
  before = await hash()
})
afterEach(async () => {
  expect((await norway.get('/api/me')).status).toBe(200)
  expect(await hash()).toBe(before)
})
afterAll(() => room.close())

describe('an act that is not one is refused, and leaves nothing behind', () => {
  test.each([
    ['nothing', undefined],
    ['an empty body', ''],
    ['half of a JSON', '{"key":"abc'],
    ['a word', '"act"'],
    ['a list', '[]'],
    ['deep nesting', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['no deed', intent(undefined)],
    ['an unknown deed', intent({ type: 'destroy' })],
    ['a field too many', intent({ ...comment, by: 'x' })],
    ['a prototype', `{"__proto__":{"role":"facilitator"},${JSON.stringify(intent(comment)).slice(1)}`],
    ['a key with a blank', intent(comment, { key: 'a key with blanks' })],
    ['a key too short', intent(comment, { key: 'k' })],
    ['a number for a text', intent({ ...comment, text: 7 })],
    ['an over-long remark', intent({ ...comment, text: 'x'.repeat(10_001) })],
    ['a control character', intent({ ...comment, text: 'bell\u0007' })],
    ['half a character', intent({ ...comment, text: '\ud800' })],
    ['an unknown channel', intent(comment, { channel: 'telepathy' })],
    [
      'a range of NaN',
      '{"key":"malformed-1","channel":"typed","deed":{"type":"table","changes":[{"type":"hold","ranges":[{"source":"p1","from":NaN,"to":2}]}],"rationale":"","invite":[],"alternatives":[]}}',
    ],
  ])('%s', async (_, body) => {
    const answer = await norway.send('POST', actsPath(), body)
    expect([answer.status, answer.json.code]).toEqual([400, 'malformed'])
    expect(answer.text).not.toMatch(/node_modules|\.ts:|at \w+ \(/)
  })

  test.each([
    ['of a hundred thousand places', 200, { strike: Array(500).fill({ source: 'p1', from: 1, to: 2 }) }],
    [
      'of ten thousand new paragraphs',
      1,
      {
        runs: Array.from({ length: 10_000 }, (_, i) => ({ break: { id: `n${i}`, kind: 'body', level: 0 } })),
      },
    ],
    ['of four million characters', 1, { runs: Array(4).fill({ text: 'a'.repeat(1_000_000) }) }],
  ])('a proposal %s', async (_, count, { strike = [], runs }: { strike?: object[]; runs?: object[] }) => {
    const insert = runs && { anchor: { source: 'p1', at: 3 }, runs }
    const changes = Array(count).fill({ type: 'amend', strike, ...(insert && { insert }) })
    const deed = { type: 'table', changes, rationale: '', invite: [], alternatives: [] }
    const answer = await norway.send('POST', actsPath(), intent(deed))
    expect([answer.status, answer.json.code]).toEqual([400, 'malformed'])
  })

  test.each([
    ['outside a paragraph', { source: 'p1', from: 5, to: 100_000 }],
    ['the wrong way round', { source: 'p1', from: 9, to: 3 }],
    ['of a paragraph that is not there', { source: 'nowhere', from: 1, to: 2 }],
  ])('a strike %s', async (_, range) => {
    const deed = {
      type: 'table',
      changes: [{ type: 'amend', strike: [range] }],
      rationale: '',
      invite: [],
      alternatives: [],
    }
    const answer = await norway.send('POST', actsPath(), intent(deed))
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })
})

describe('other bad requests', () => {
  test.each([
    ['POST', () => '/api/negotiations', { title: 'x'.repeat(201) }, 400],
    ['POST', () => '/api/negotiations', { title: '   ' }, 400],
    ['POST', () => `/api/negotiations/${room.negotiation}/invitations`, { name: 'A', role: 'king' }, 400],
    ['POST', () => `/api/negotiations/${room.negotiation}/invitations`, { name: 'A', role: 'head' }, 400],
    [
      'POST',
      () => `/api/negotiations/${room.negotiation}/invitations`,
      { name: 'A', role: 'head', delegation: 'XX' },
      409,
    ],
    [
      'POST',
      () => `/api/negotiations/${room.negotiation}/invitations`,
      { name: 'A', email: 'no', role: 'observer' },
      400,
    ],
    [
      'POST',
      () => `/api/negotiations/${room.negotiation}/parties`,
      { party: { code: '<b>', name: 'B', kind: 'state' } },
      400,
    ],
    [
      'POST',
      () => `/api/negotiations/${room.negotiation}/parties`,
      { party: { code: 'Chair', name: 'B', kind: 'state' } },
      409,
    ],
    [
      'POST',
      () => `/api/negotiations/${room.negotiation}/parties`,
      { party: { code: 'H', name: 'H', kind: 'group', members: [{ code: 'XX', from: '2026-01-01' }] } },
      409,
    ],
    [
      'POST',
      () => `/api/negotiations/${room.negotiation}/texts`,
      { key: 'opening-3', title: 'T', symbol: 'S', language: 'en', paragraphs: [] },
      400,
    ],
    [
      'POST',
      () => `/api/negotiations/${room.negotiation}/texts`,
      { key: 'opening-3', title: 'T', symbol: 'S', language: '<en>', paragraphs },
      400,
    ],
    [
      'POST',
      () => `/api/negotiations/${room.negotiation}/texts`,
      { key: 'opening-3', title: 'T', symbol: 'A/1', language: 'en', paragraphs },
      409,
    ],
    ['GET', () => `/api/texts/${room.text}/acts?after=-1`, undefined, 400],
    ['GET', () => `/api/texts/${room.text}/acts?after[]=1`, undefined, 200],
    ['GET', () => `/api/texts/${room.text}/export?what=everything&format=docx`, undefined, 400],
    ['GET', () => `/api/texts/${room.text}/export?what=compilation&format=txt&n=99`, undefined, 404],
    ['GET', () => '/api/texts/%00', undefined, 404],
    ['GET', () => '/api/texts/%zz', undefined, 400],
    ['GET', () => `/api/texts/${"' or 1=1 --".repeat(50)}`, undefined, 404],
    ['PUT', () => '/api/me', {}, 404],
    ['POST', () => '/api/sign-in/link', { token: 'x'.repeat(101) }, 400],
    ['POST', () => '/api/sign-in/link', { token: 'unknown' }, 404],
  ])('%s %s', async (method, path, body, status) => {
    const answer = await facilitator.send(method, path(), body)
    expect([answer.status, Object.keys(answer.json ?? {}).includes('code')]).toEqual([status, status >= 400])
  })

  test('scripts in names and remarks are words like any others', async () => {
    const title = '<script>alert(1)</script><img src=x onerror=alert(1)>'
    const { json } = await facilitator.send('POST', '/api/negotiations', { title })
    const answer = await facilitator.get(`/api/negotiations/${json.id}`)
    expect(answer.json.title).toBe(title)
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('pages run no scripts but their own, and are framed by nobody', async () => {
    const policy = (await room.stranger().get('/')).headers.get('content-security-policy')!
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
  })

  test.each([
    ['that turn the direction', 'Ann \u202egnp'],
    ['that are not seen', 'A\u200bnn'],
    ['and nothing else', '\u3164'],
    ['of control', 'Ann\nLee'],
    ['that are half', 'Ann \ud800'],
  ])('a name with characters %s', async (_, name) => {
    const home = `/api/negotiations/${room.negotiation}`
    const answers = await Promise.all([
      facilitator.send('POST', '/api/negotiations', { title: name }),
      facilitator.send('POST', `${home}/invitations`, { name, role: 'observer' }),
      facilitator.send('POST', `${home}/parties`, { party: { code: 'N', name, kind: 'organization' } }),
      facilitator.send('POST', `${home}/texts`, {
        key: 'opening-1',
        title: name,
        symbol: 'A/9',
        language: 'en',
        paragraphs,
      }),
      facilitator.send('POST', `${home}/texts`, {
        key: 'opening-2',
        title: 'T',
        symbol: name,
        language: 'en',
        paragraphs,
      }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400])
  })

  test.each(['Chair', 'chair', 'Secretariat', 'SECRETARIAT'])(
    'a party called %s, whose delegates would sit at that desk',
    async (code) => {
      const party = { code, name: 'Somebody', kind: 'state' }
      const path = `/api/negotiations/${room.negotiation}/parties`
      expect((await facilitator.send('POST', path, { party })).json).toMatchObject({ code: 'code-taken' })
      const seat = intent({ type: 'seat', party })
      expect((await facilitator.send('POST', actsPath(), seat)).json).toMatchObject({ code: 'code-taken' })
    },
  )

  test.each([
    ['a name that objects have', { id: '__proto__', text: 'Decides.' }],
    ['words that turn the direction of what follows', { id: 'p1', text: 'Decides \u202enot' }],
  ])('a paragraph with %s', async (_, { id, text }) => {
    const path = `/api/negotiations/${room.negotiation}/texts`
    const bad = [{ id, kind: 'operative', level: 0, content: [{ text }] }]
    const answer = await facilitator.send('POST', path, {
      title: 'T',
      symbol: 'A/8',
      language: 'en',
      paragraphs: bad,
    })
    expect(answer.status).toBe(400)
  })

  test('words in another encoding than was said', async () => {
    const body = Buffer.from(JSON.stringify(intent({ ...comment, text: 'Café' })), 'latin1')
    const answer = await norway.send('POST', actsPath(), new Uint8Array(body), {
      'content-type': 'application/json',
    })
    expect([answer.status, answer.json.code]).toEqual([400, 'malformed'])
  })

  test('an upgrade to an address that is none', async () => {
    const socket = connect(Number(new URL(room.server.url).port), 'localhost')
    socket.write(
      `GET // HTTP/1.1\r\nHost: x\r\nOrigin: ${room.server.url}\r\nCookie: ${norway.cookie}\r\n` +
        'Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    )
    const [answer] = (await once(socket, 'data')) as [Buffer]
    socket.destroy()
    expect(String(answer)).toMatch(/^HTTP\/1.1 404 /)
  })

  test.each([
    ['https://adref.example', 'https://adref.example', true],
    ['https://10.0.0.7', 'https://adref.example', true],
    ['http://10.0.0.7', 'https://adref.example', false],
    ['http://10.0.0.7', 'http://localhost', true],
    ['https://evil.example', 'https://adref.example', false],
  ])('a page of %s, where the server is %s, is its own: %s', (origin, url, own) => {
    const asked = { headers: { origin, host: '10.0.0.7' } } as IncomingMessage
    expect(sameOrigin(asked, url)).toBe(own)
  })

  test('a page of another site cannot act in somebody’s name', async () => {
    for (const origin of ['https://evil.example', 'null', '']) {
      const answer = await norway.send('POST', actsPath(), intent(comment), { origin })
      expect([answer.status, answer.json.code]).toEqual([403, 'not-allowed'])
    }
  })

  test.each([
    ['an act', () => actsPath(), 'application/json'],
    ['a title', () => '/api/negotiations', 'application/json'],
    ['a file', () => '/api/imports/preview?name=a.docx', 'application/octet-stream'],
  ])('a body of 100 MB for %s is refused as too large', async (_, path, type) => {
    for (const announced of [true, false]) expect(await sendMuch(path(), type, 100, announced)).toBe(413)
  })

  test('a small body that swells to 100 MB is refused as too large', async () => {
    const bomb = gzipSync(Buffer.alloc(100 * megabyte, 32))
    const answer = await facilitator.send('POST', '/api/imports/preview?name=a.txt', bomb, {
      'content-encoding': 'gzip',
    })
    expect([answer.status, answer.json.code]).toEqual([413, 'too-large'])
  })

  test('a body that breaks off and bytes that are no HTTP do no harm', async () => {
    const { port } = new URL(room.server.url)
    for (const bytes of [
      `POST ${actsPath()} HTTP/1.1\r\nHost: localhost\r\nCookie: ${norway.cookie}\r\nContent-Length: 1000\r\n\r\n{"key"`,
      '\x16\x03\x01\x00\xa5\x01\x00\x00',
      'GET /live/x HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
      'GET //[ HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    ]) {
      const socket = new Socket().on('error', () => undefined)
      await new Promise<void>((resolve) => socket.connect(Number(port), 'localhost', resolve))
      socket.write(bytes)
      await new Promise((resolve) => setTimeout(resolve, 50))
      socket.destroy()
    }
  })
})

/** Sends that many megabytes with or without saying so beforehand; gives the status. */
function sendMuch(path: string, type: string, megabytes: number, announced: boolean): Promise<number> {
  const { port } = new URL(room.server.url)
  return new Promise((resolve, reject) => {
    const sending = request({
      port,
      path,
      method: 'POST',
      headers: {
        origin: room.server.url,
        cookie: facilitator.cookie,
        'content-type': type,
        ...(announced ? { 'content-length': megabytes * megabyte } : {}),
      },
    })
    let status = 0
    sending.on('response', (response) => {
      status = response.statusCode ?? 0
      response.resume()
    })
    sending.on('close', () => (status ? resolve(status) : reject(new Error('no answer'))))
    // The server need not read what it has refused.
    sending.on('error', () => undefined)
    const chunk = Buffer.alloc(megabyte, 32)
    const write = (left: number): void => {
      if (left === 0) sending.end()
      else sending.write(chunk, () => write(left - 1))
    }
    write(megabytes)
  })
}
