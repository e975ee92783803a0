import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify } from '../schema/record/chain.ts'
import { openRoom } from './server.ts'
import type { Answer, Client, Room } from './server.ts'

let room: Room
let norway: Client
let tuvalu: Client
const logged: string[] = []

beforeAll(async () => {
  room = await openRoom({
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
  })
  norway = await room.enter('head', 'NO')
  tuvalu = await room.enter('head', 'TV')
})
afterAll(() => room.close())

const comment = (client: Client, key: string, text = 'A remark'): Promise<Answer> =>
  client.send('POST', `/api/texts/${room.text}/acts`, {
    key,
    channel: 'typed',
    deed: { type: 'comment', on: { paragraph: 'p1' }, text },
  })

test('an act is answered as it stands in the record; sent again, it is the same one', async () => {
  const first = await comment(norway, 'key-once-1')
  const again = await comment(norway, 'key-once-1')
  const other = await comment(norway, 'key-once-1', 'Other words')
  expect([first.status, again.status, other.status]).toEqual([201, 200, 400])
  expect(again.json).toEqual(first.json)
  const { acts } = (await tuvalu.get(`/api/texts/${room.text}/acts?after=${first.json.act.n - 1}`)).json
  expect(acts).toEqual([first.json.act])
})

test('one key sent ten times at one moment is recorded once', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => comment(norway, 'key-at-once')))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(new Set(answers.map(({ json }) => json.act.n)).size).toBe(1)
})

test('what two people do at one moment is ordered, and the second is judged on the first', async () => {
  const table = {
    type: 'table',
    changes: [{ type: 'amend', strike: [{ source: 'p2', from: 1, to: 8 }] }],
    rationale: '',
    invite: [],
    alternatives: [],
  }
  const path = `/api/texts/${room.text}/acts`
  const tabled = await norway.send('POST', path, { key: 'key-tabled', channel: 'typed', deed: table })
  const { n } = tabled.json.act
  const withdraw = (key: string) =>
    norway.send('POST', path, { key, channel: 'typed', deed: { type: 'withdraw', proposal: n, reason: '' } })
  const answers = await Promise.all([
    withdraw('key-withdraw-1'),
    withdraw('key-withdraw-2'),
    comment(tuvalu, 'key-beside'),
  ])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 409])
  expect(answers.find(({ status }) => status === 409)?.json.code).toBe('proposal-decided')
  const { acts } = (await norway.get(`/api/texts/${room.text}/acts?after=0`)).json
  expect(verify(acts)).toMatchObject({ ok: true, n: acts.length })
})

test('nothing that opens a door or was meant for few is logged', async () => {
  const { token } = await room.server.services.links.renew(norway.person)
  const guest = room.stranger()
  await guest.get(`/sign-in/${token}`)
  await guest.get(`/sign-in/${token}?from=mail`)
  await guest.send('POST', '/api/sign-in/link', { token })
  await comment(norway, 'key-logged', 'unspoken words')
  await norway.get(`/api/texts/${room.text}/acts?after=0&secret=unspoken`)
  const log = logged.join('')
  expect(log).toContain('request completed')
  for (const secret of [token, guest.cookie.split('=')[1]!, norway.cookie.split('=')[1]!, 'unspoken'])
    expect(log).not.toContain(secret)
})
