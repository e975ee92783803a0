import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRoom, paragraphs } from './server.ts'
import type { Client, Room } from './server.ts'

let room: Room
let facilitator: Client
let norway: Client
let sound: string

beforeAll(async () => {
  room = await openRoom()
  facilitator = await room.enter('facilitator')
  norway = await room.enter('head', 'NO')
  const opening = { key: 'opening-of-a-2', title: 'Sound', symbol: 'A/2', language: 'en', paragraphs }
  sound = (await facilitator.send('POST', `/api/negotiations/${room.negotiation}/texts`, opening)).json.id
  const { db } = room.server.services
  const { act } = await db
    .selectFrom('act')
    .select('act')
    .where('text', '=', room.text)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('act')
    .set({ act: act.replace('again', 'never') })
    .where('text', '=', room.text)
    .execute()
  await room.restart()
})
afterAll(() => room.close())

test('a record that was altered is listed as one that cannot be read, and the others are as they were', async () => {
  const [{ texts }] = (await norway.get('/api/negotiations')).json
  expect(texts).toMatchObject([
    { id: room.text, symbol: 'A/1', unreadable: true },
    { id: sound, symbol: 'A/2', n: 1, paragraphs: 2 },
  ])
  expect(texts[1]).not.toHaveProperty('unreadable')
  expect((await norway.get(`/api/negotiations/${room.negotiation}`)).json.texts).toEqual(texts)
})

test('it is shown to nobody and takes no acts; whoever asks is told why', async () => {
  const remark = { type: 'comment', on: { paragraph: 'p1' }, text: 'A remark' }
  const answers = await Promise.all([
    norway.get(`/api/texts/${room.text}`),
    norway.get(`/api/texts/${room.text}/export?what=compilation&format=txt`),
    norway.send('POST', `/api/texts/${room.text}/acts`, {
      key: 'remark-0001',
      channel: 'typed',
      deed: remark,
    }),
  ])
  for (const { status, json } of answers) expect([status, json.code]).toEqual([503, 'record-damaged'])
  await expect(norway.follow(`/live/${room.text}?after=0&protocol=2`)).rejects.toThrow('HTTP 503')
})

test('the rest of the negotiation goes on: acts, parties, new texts', async () => {
  const remark = { type: 'comment', on: { paragraph: 'p1' }, text: 'A remark' }
  const acted = await norway.send('POST', `/api/texts/${sound}/acts`, {
    key: 'remark-0002',
    channel: 'typed',
    deed: remark,
  })
  const party = { code: 'FJ', name: 'Fiji', kind: 'state' }
  const home = `/api/negotiations/${room.negotiation}`
  const seated = await facilitator.send('POST', `${home}/parties`, { party })
  const opened = await facilitator.send('POST', `${home}/texts`, {
    key: 'opening-of-a-3',
    title: 'Third',
    symbol: 'A/3',
    language: 'en',
    paragraphs,
  })
  expect([acted.status, seated.status, opened.status]).toEqual([201, 201, 201])
})
