import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { postAct } from '../../client/api/acts.ts'
import { onSignedOut, read, Refused, refusalIn, request } from '../../client/api/request.ts'
import { copied } from '../../client/controls/clipboard.ts'
import { fetchExport } from '../../client/exporting/fetch-export.ts'
import { isRefusal } from '../../schema/refusal.ts'

const answers: (() => Promise<Response>)[] = []
const sent: { readonly path: string; readonly init: RequestInit }[] = []

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    sent.push({ path, init })
    const next = answers.shift()
    return next ? next() : Promise.reject(new TypeError('no connection'))
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  answers.length = sent.length = 0
})

const json = (status: number, body: unknown) => () => Promise.resolve(Response.json(body, { status }))
const lost = () => Promise.reject(new TypeError('no connection'))

async function settled<T>(promise: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync()
  return promise
}

test('a refusal of the server is a value', async () => {
  answers.push(json(409, { code: 'already-so', params: {} }))
  expect(await settled(request('POST', '/api/x', { body: {} }))).toEqual({ code: 'already-so', params: {} })
})

test('an act is sent again with the same key until the line is back', async () => {
  answers.push(lost, lost, json(201, { act: { n: 7 } }))
  const intent = { key: 'key-000001', channel: 'typed', deed: { type: 'rise' } } as const
  expect(await settled(postAct('t1', intent))).toEqual({ n: 7 })
  expect(sent.map(({ init }) => init.body)).toEqual(Array(3).fill(JSON.stringify(intent)))
})

test('what cannot be repeated is sent once, and the reader is told', async () => {
  answers.push(lost)
  expect(await settled(request('POST', '/api/negotiations', { body: { title: 'x' } }))).toMatchObject({
    code: 'unavailable',
  })
  expect(sent).toHaveLength(1)
})

test('after the last try a reading is refused as unavailable', async () => {
  const failed = read('/api/x').catch((error: unknown) => error)
  const error = await settled(failed)
  expect(error).toBeInstanceOf(Refused)
  expect(refusalIn(error).code).toBe('unavailable')
  expect(sent).toHaveLength(4)
})

test.each([
  [401, 'signed-out'],
  [404, 'not-found'],
  [413, 'too-large'],
  [502, 'unavailable'],
])('an answer %i that is no refusal of ours reads as %s', async (status, code) => {
  const page = (): Promise<Response> => Promise.resolve(new Response('<html>proxy</html>', { status }))
  answers.push(page, page, page, page)
  expect(await settled(request('GET', '/api/x'))).toMatchObject({ code })
})

test('the end of a session is told to whoever listens, until they stop', async () => {
  const heard = vi.fn()
  const stop = onSignedOut(heard)
  answers.push(...Array<() => Promise<Response>>(3).fill(json(401, { code: 'signed-out', params: {} })))
  await settled(request('GET', '/api/x'))
  await settled(fetchExport('/api/x'))
  stop()
  await settled(request('GET', '/api/x'))
  expect(heard).toHaveBeenCalledTimes(2)
})

test('an exported file comes with its name; what a proxy says instead of it is a refusal', async () => {
  const headers = { 'content-disposition': 'attachment; filename="A-C.2-81-L.4.md"' }
  answers.push(() => Promise.resolve(new Response('words', { headers })))
  const file = await settled(fetchExport('/api/x'))
  expect(isRefusal(file) ? file : [file.name, await file.blob.text()]).toEqual(['A-C.2-81-L.4.md', 'words'])
  answers.push(() => Promise.resolve(new Response('Bad gateway', { status: 502 })))
  expect(await settled(fetchExport('/api/x'))).toEqual({ code: 'unavailable', params: {} })
})

test('a link is copied, or told not to be where the page has no clipboard', async () => {
  const writeText = vi.fn(() => Promise.resolve())
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  expect(await settled(copied('https://example.org/#proposal-7'))).toBe(true)
  expect(writeText).toHaveBeenCalledWith('https://example.org/#proposal-7')
  vi.stubGlobal('navigator', {})
  expect(await settled(copied('https://example.org/'))).toBe(false)
})

test('files are sent as they are', async () => {
  answers.push(json(200, {}))
  const file = new Blob(['words'])
  await settled(request('POST', '/api/imports/preview', { body: file }))
  expect(sent[0]?.init.body).toBe(file)
  expect(sent[0]?.init.headers).toMatchObject({ 'content-type': 'application/octet-stream' })
})
