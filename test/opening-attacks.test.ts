import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { audit } from '../server/record/audit.ts'
import { Askers, askers } from './askers.ts'
import type { Answer, Client, Room } from './server.ts'

let people: Askers
let room: Room
let facilitator: Client

beforeAll(async () => {
  people = await Askers.open()
  room = people.room
  facilitator = people.as('facilitator')
})
afterAll(() => room.close())
afterEach(async () => {
  expect((await audit(room.server.services.db)).filter(({ ok }) => !ok)).toEqual([])
})

const paragraph = { id: 'p1', kind: 'operative', level: 0, content: [{ text: 'Decides to meet again.' }] }
const replacing = (from = 1, text = 'Resolves') => ({
  type: 'table',
  changes: [
    {
      type: 'amend',
      strike: [{ source: 'p1', from, to: from + 7 }],
      insert: { anchor: { source: 'p1', at: from + 7 }, runs: [{ text }] },
    },
  ],
  rationale: '',
  invite: [],
  alternatives: [],
})
const on = { proposal: 2, version: 1 }
const position = { type: 'position', on, stance: 'opposes', reason: '', condition: '' }

const opening = (more: object = {}) => {
  const key = people.key()
  return { key, title: 'T', symbol: key, language: 'en', paragraphs: [paragraph], ...more }
}
const home = (): string => `/api/negotiations/${room.negotiation}/texts`
const open = (body: object, as = facilitator): Promise<Answer> => as.send('POST', home(), body)
const symbols = async (): Promise<string[]> =>
  (await facilitator.get(`/api/negotiations/${room.negotiation}`)).json.texts.map(
    ({ symbol }: { symbol: string }) => symbol,
  )

describe('acts that a text comes with are refused whole', () => {
  test.each<[string, object[]]>([
    ['that speak for nobody seated', [{ for: 'XX', deed: replacing() }]],
    ['in which the chair takes a position', [{ deed: replacing() }, { for: 'Chair', deed: position }]],
    ['with a name that turns the direction', [{ for: 'N\u202eO', deed: replacing() }]],
    ['with a person of their own', [{ by: { person: 'x' }, deed: replacing() }]],
    ['with a number of their own', [{ n: 2, deed: replacing() }]],
    ['with a time of their own', [{ at: '2020-01-01T00:00:00.000Z', deed: replacing() }]],
    ['on behalf of a group', [{ for: 'NO', onBehalfOf: 'G', deed: replacing() }]],
    ['with a position of nobody', [{ deed: replacing() }, { deed: position }]],
    [
      'on a proposal that comes later',
      [{ for: 'NO', deed: { ...position, on: { proposal: 3, version: 1 } } }, { deed: replacing() }],
    ],
    [
      'on the opening',
      [{ deed: replacing() }, { for: 'NO', deed: { ...position, on: { proposal: 1, version: 1 } } }],
    ],
    [
      'on a version that there is not',
      [{ deed: replacing() }, { for: 'NO', deed: { ...position, on: { proposal: 2, version: 2 } } }],
    ],
    [
      'on conditions of their own',
      [
        { deed: replacing() },
        { for: 'NO', deed: { ...position, when: { proposal: 2, becomes: 'accepted' } } },
      ],
    ],
    [
      'that wait for a paragraph that is not there',
      [
        { deed: replacing() },
        { for: 'NO', deed: { ...position, when: { paragraph: 'p9', becomes: 'agreed' } } },
      ],
    ],
    [
      'by who does not sponsor',
      [{ deed: replacing() }, { for: 'NO', deed: { type: 'undertake', proposal: 2, condition: 'if' } }],
    ],
    [
      'that open another text',
      [
        {
          deed: {
            type: 'open',
            title: 'T',
            symbol: 'S',
            language: 'en',
            paragraphs: [paragraph],
            parties: [],
          },
        },
      ],
    ],
    ['that seat a party', [{ deed: { type: 'seat', party: { code: 'FR', name: 'France', kind: 'state' } } }]],
    [
      'that ask, withdraw or rule',
      [
        { for: 'NO', deed: replacing() },
        { for: 'NO', deed: { type: 'withdraw', proposal: 2, reason: '' } },
      ],
    ],
    ['with half a character', [{ deed: replacing(1, 'Resolves \ud83d') }]],
    ['with a control character', [{ deed: replacing(1, 'Resolves\u0000') }]],
    ['with a character of which the text has none', [{ deed: replacing(20) }]],
    [
      'that are refused in the middle',
      [{ deed: replacing() }, { deed: replacing(900) }, { deed: replacing() }],
    ],
    [
      'that agree on a paragraph in brackets',
      [
        { deed: replacing() },
        { deed: { type: 'status', paragraph: 'p1', status: 'adReferendum', pending: [], reason: '' } },
      ],
    ],
    ['more than there may be', Array(20_001).fill({ deed: { type: 'rise' } })],
  ])('%s', async (_, acts) => {
    const body = opening({ acts })
    const answer = await open(body)
    expect([400, 403, 409]).toContain(answer.status)
    expect(answer.text.length).toBeLessThan(1_000)
    expect(await symbols()).not.toContain(body.symbol)
    // Nothing of it is left in the way of the same opening, put right.
    expect((await open({ ...body, acts: [{ deed: replacing() }] })).status).toBe(201)
  })
})

test('who does not run the negotiation opens nothing, whatever the acts say', async () => {
  for (const role of askers) {
    const { status } = await open(opening({ acts: [{ deed: replacing() }] }), people.as(role))
    expect([role, status]).toEqual([role, ['facilitator', 'secretariat'].includes(role) ? 201 : 403])
  }
  const leaving = await room.enter('secretariat')
  await leaving.send('POST', '/api/sign-out')
  expect((await open(opening(), leaving)).status).toBe(401)
})

test('a key opens one text in each negotiation, and none in another’s', async () => {
  const body = opening({ acts: [{ deed: replacing() }] })
  const first = await open(body)
  const other = (await facilitator.send('POST', '/api/negotiations', { title: 'Other talks' })).json.id
  const second = await facilitator.send('POST', `/api/negotiations/${other}/texts`, body)
  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.json.id).not.toBe(first.json.id)
  const stranger = people.as('secretariat')
  expect((await stranger.send('POST', `/api/negotiations/${other}/texts`, body)).status).toBe(404)
  // Somebody else's key is another key, but the symbol is taken.
  expect((await open(body, stranger)).json).toMatchObject({ code: 'symbol-taken' })
})

test('sent ten times at once, with other acts among them, one text is opened and the others are told', async () => {
  const body = opening({ acts: [{ deed: replacing() }] })
  const bodies = Array.from({ length: 10 }, (_, i) => (i % 2 ? body : { ...body, acts: [] }))
  const answers = await Promise.all(bodies.map((one) => open(one)))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  for (const { status, json } of answers)
    expect([200, 201].includes(status) || [json.code, json.params.what].join(' ')).toEqual(
      [200, 201].includes(status) ? true : 'malformed in use',
    )
  expect((await symbols()).filter((symbol) => symbol === body.symbol)).toHaveLength(1)
})

describe('through the channel of the imported text', () => {
  const imported = (client: Client, text: string, deed: object, more: object = {}): Promise<Answer> =>
    client.send('POST', `/api/texts/${text}/acts`, { key: people.key(), channel: 'imported', deed, ...more })

  test('only those who serve the chair record, and only before anything else is done', async () => {
    const { id } = (await open(opening())).json
    const comment = { type: 'comment', on: { paragraph: 'p1' }, text: 'As in the paper' }
    for (const role of askers) {
      const { status, json } = await imported(
        people.as(role),
        id,
        role === 'observer' ? comment : replacing(),
      )
      const may = ['facilitator', 'secretariat'].includes(role)
      expect([role, status, json.code]).toEqual([role, may ? 201 : 403, may ? undefined : 'not-allowed'])
    }
    const typed = { key: people.key(), channel: 'typed', deed: comment }
    await people.as('head').send('POST', `/api/texts/${id}/acts`, typed)
    for (const role of askers) {
      const { json } = await imported(people.as(role), id, comment)
      const may = ['facilitator', 'secretariat'].includes(role)
      expect([role, json.code]).toEqual([role, may ? 'import-over' : 'not-allowed'])
    }
  })

  test('what comes while others act is recorded before them or refused, never after', async () => {
    const { id } = (await open(opening())).json
    const norway = people.as('head')
    const comment = { type: 'comment', on: { paragraph: 'p1' }, text: 'A remark' }
    const races = Array.from({ length: 12 }, (_, i) =>
      i === 4
        ? norway.send('POST', `/api/texts/${id}/acts`, { key: people.key(), channel: 'typed', deed: comment })
        : imported(i % 2 ? facilitator : people.as('secretariat'), id, comment),
    )
    for (const { status, json } of await Promise.all(races))
      expect(status === 201 || json.code === 'import-over').toBe(true)
    const { acts } = (await facilitator.get(`/api/texts/${id}/acts?after=1`)).json
    const channels = acts.map(({ channel }: { channel: string }) => channel)
    expect(channels.lastIndexOf('imported')).toBeLessThan(channels.indexOf('typed'))
  })
})

test('while 5,000 acts are recorded everybody else is answered', { timeout: 60_000 }, async () => {
  const words = 'Decides [shall][should] to meet again.'
  const paragraphs = Array.from({ length: 1_000 }, (_, i) => ({
    ...paragraph,
    id: `p${i + 1}`,
    content: [{ text: words.repeat(5) }],
  }))
  const acts = Array.from({ length: 5_000 }, (_, i) => {
    const [source, from] = [`p${(i % 1_000) + 1}`, 1 + Math.floor(i / 1_000) * words.length]
    return {
      for: 'NO',
      deed: { ...replacing(), changes: [{ type: 'amend', strike: [{ source, from, to: from + 7 }] }] },
    }
  })
  const opened = open(opening({ paragraphs, acts }))
  let isOpen = false
  void opened.then(() => (isOpen = true))
  let answered = 0
  while (!isOpen) {
    expect((await people.as('head').get('/api/me')).status).toBe(200)
    answered++
  }
  expect((await opened).status).toBe(201)
  // Kept waiting for all of it, the first would be the only one.
  expect(answered).toBeGreaterThan(1)
})
