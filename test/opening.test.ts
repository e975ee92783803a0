import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRoom } from './server.ts'
import type { Answer, Client, Room } from './server.ts'

let room: Room
let facilitator: Client

beforeAll(async () => {
  room = await openRoom()
  facilitator = await room.enter('facilitator')
})
afterAll(() => room.close())

const words = 'Decides [shall][should] to meet again.'

/** The words of a replacement, as an import writes it: "shall" is struck and "should" put in. */
const replacement = (paragraph = 'p1') => ({
  type: 'table',
  changes: [
    {
      type: 'amend',
      strike: [{ source: paragraph, from: 1, to: 8 }],
      insert: { anchor: { source: paragraph, at: 8 }, runs: [{ text: 'Resolves' }] },
    },
  ],
  rationale: '',
  invite: [],
  alternatives: [],
})

let count = 0
const open = (acts: readonly object[] | undefined, more: object = {}): Promise<Answer> =>
  facilitator.send('POST', `/api/negotiations/${room.negotiation}/texts`, {
    key: `opening-no-${++count}`,
    title: 'Rolling text',
    symbol: `A/R.${count}`,
    language: 'en',
    paragraphs: [{ id: 'p1', kind: 'operative', level: 0, content: [{ text: words }] }],
    ...(acts ? { acts } : {}),
    ...more,
  })

test('brackets of an imported text are recorded with its opening, as recorded in the imported text', async () => {
  const position = {
    type: 'position',
    on: { proposal: 2, version: 1 },
    stance: 'opposes',
    reason: '',
    condition: '',
  }
  const answer = await open([{ deed: replacement() }, { for: 'NO', deed: position }])
  expect(answer.status).toBe(201)
  const { acts } = (await facilitator.get(`/api/texts/${answer.json.id}/acts?after=0`)).json
  expect(acts).toMatchObject([
    { n: 1, channel: 'typed', deed: { type: 'open' } },
    { n: 2, channel: 'imported', for: null, deed: { type: 'table' } },
    { n: 3, channel: 'imported', for: 'NO', deed: { type: 'position' } },
  ])
})

test('an unattributed bracket is adopted by a delegation as its co-sponsor', async () => {
  const { id } = (await open([{ deed: replacement() }])).json
  const norway = await room.enter('head', 'NO')
  const adopted = await norway.send('POST', `/api/texts/${id}/acts`, {
    key: 'adopting-it',
    channel: 'typed',
    deed: { type: 'cosponsor', proposal: 2 },
  })
  expect(adopted.status).toBe(201)
  const late = { key: 'late-import', channel: 'imported', deed: replacement() }
  expect((await facilitator.send('POST', `/api/texts/${id}/acts`, late)).json).toMatchObject({
    code: 'import-over',
  })
})

test('one act that is refused refuses the whole, and the answer says which', async () => {
  const refused = await open([{ deed: replacement() }, { deed: replacement('p9') }], { symbol: 'A/HALF' })
  expect(refused.status).toBeGreaterThanOrEqual(400)
  expect(refused.json).toMatchObject({ code: 'unknown-place', params: { act: 3 } })
  const { texts } = (await facilitator.get(`/api/negotiations/${room.negotiation}`)).json
  expect(texts.map(({ symbol }: { symbol: string }) => symbol)).not.toContain('A/HALF')
})

test('the same key opens one text, however often it is sent, also when a party was seated meanwhile', async () => {
  const twice = { key: 'opening-twice', symbol: 'A/TWICE' }
  const both = await Promise.all([
    open([{ deed: replacement() }], twice),
    open([{ deed: replacement() }], twice),
  ])
  expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 201])
  const party = { code: 'FJ', name: 'Fiji', kind: 'state' }
  await facilitator.send('POST', `/api/negotiations/${room.negotiation}/parties`, { party })
  const later = await open([{ deed: replacement() }], twice)
  expect(new Set([...both, later].map(({ json }) => json.id)).size).toBe(1)
  expect((await open(undefined, { ...twice, title: 'Other words' })).json).toMatchObject({
    code: 'malformed',
  })
})

test.each([
  ['a deed of another kind', [{ deed: { type: 'rule' } }]],
  ['a channel of its own', [{ channel: 'floor', deed: replacement() }]],
  ['no list', { deed: replacement() }],
])('acts are checked at the edge: %s', async (_, acts) => {
  expect((await open(acts as object[])).status).toBe(400)
})

test('what an imported text cannot say is refused: rulings, meetings, revisions', async () => {
  for (const deed of [{ type: 'rise' }, { type: 'meet', meeting: 'm1', title: 'First' }])
    expect((await open([{ deed }])).json).toMatchObject({ code: 'not-allowed', params: { act: 2 } })
})

test('2,000 acts are recorded in one go, fast', { timeout: 30_000 }, async () => {
  const paragraphs = Array.from({ length: 400 }, (_, i) => ({
    id: `p${i + 1}`,
    kind: 'operative',
    level: 0,
    content: [{ text: words.repeat(5) }],
  }))
  const acts = Array.from({ length: 2000 }, (_, i) => {
    const [source, from] = [`p${(i % 400) + 1}`, 1 + Math.floor(i / 400) * words.length]
    const changes = [
      {
        type: 'amend',
        strike: [{ source, from, to: from + 7 }],
        insert: { anchor: { source, at: from + 7 }, runs: [{ text: 'Resolves' }] },
      },
    ]
    return { for: i % 2 ? 'NO' : 'TV', deed: { ...replacement(), changes } }
  })
  const began = performance.now()
  const answer = await open(acts, { paragraphs })
  const tookMs = performance.now() - began
  expect(answer.status).toBe(201)
  expect((await facilitator.get(`/api/texts/${answer.json.id}`)).json).toMatchObject({ n: 2001 })
  expect(tookMs).toBeLessThan(10_000)
})
