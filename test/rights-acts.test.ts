import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../schema/party/role.ts'
import { contentHash } from '../schema/record/chain.ts'
import type { Deed, DeedType } from '../schema/record/deed.ts'
import { textOf } from '../schema/text/text.ts'
import { Askers, askers } from './askers.ts'
import { paragraphs } from './server.ts'
import type { Answer, Client, Room } from './server.ts'

let people: Askers
let room: Room
const as = (role: Role): Client => people.as(role)
const newText = (): Promise<string> => people.newText()
const key = (): string => people.key()

beforeAll(async () => {
  people = await Askers.open()
  room = people.room
})
afterAll(() => room.close())

type Changes = Extract<Deed, { type: 'table' }>['changes']

/** A replacement of "again" in the operative paragraph. */
const replacing = (words: string): Changes => [
  {
    type: 'amend',
    strike: [{ source: 'p2', from: 17, to: 22 }],
    insert: { anchor: { source: 'p2', at: 22 }, runs: [{ text: words }] },
  },
]
const striking: Changes = [{ type: 'amend', strike: [{ source: 'p2', from: 1, to: 8 }] }]
const tabling = (changes: Changes, invite: string[] = []): Deed => ({
  type: 'table',
  changes,
  rationale: '',
  invite,
  alternatives: [],
})
const table = tabling(replacing('soon'))

interface ActCase {
  /** Done first: by the facilitator as such, or entered for a delegation. */
  readonly before?: readonly { deed: Deed; for?: string }[]
  readonly deed: Deed | ((text: string) => Promise<Deed>)
  /** Delegation in whose name those who run the negotiation do it. */
  readonly for?: string
  /** For facilitator, secretariat, head (of NO), delegate (of NO), observer, stakeholder. */
  readonly expected: number[]
}

const no = 'NO'
const acts: Record<DeedType, ActCase> = {
  open: {
    deed: {
      type: 'open',
      title: 'X',
      symbol: 'X',
      language: 'en',
      paragraphs: [...paragraphs] as never,
      parties: [],
    },
    expected: [409, 409, 403, 403, 403, 403],
  },
  seat: {
    deed: { type: 'seat', party: { code: 'CH', name: 'Switzerland', kind: 'state' } },
    expected: [201, 201, 403, 403, 403, 403],
  },
  meet: { deed: { type: 'meet', meeting: 'm1', title: 'First' }, expected: [201, 201, 403, 403, 403, 403] },
  rise: {
    before: [{ deed: { type: 'meet', meeting: 'm1', title: 'First' } }],
    deed: { type: 'rise' },
    expected: [201, 201, 403, 403, 403, 403],
  },
  table: { deed: table, for: no, expected: [201, 201, 201, 201, 403, 403] },
  revise: {
    before: [{ deed: table, for: no }],
    deed: {
      type: 'revise',
      proposal: 2,
      changes: replacing('later'),
      rationale: '',
    },
    for: no,
    expected: [201, 201, 201, 201, 403, 403],
  },
  withdraw: {
    before: [{ deed: table, for: no }],
    deed: { type: 'withdraw', proposal: 2, reason: '' },
    for: no,
    expected: [201, 201, 201, 201, 403, 403],
  },
  cosponsor: {
    before: [{ deed: table, for: 'TV' }],
    deed: { type: 'cosponsor', proposal: 2 },
    for: no,
    expected: [201, 201, 201, 201, 403, 403],
  },
  decline: {
    before: [{ deed: tabling(replacing('soon'), [no]), for: 'TV' }],
    deed: { type: 'decline', proposal: 2 },
    for: no,
    expected: [201, 201, 201, 201, 403, 403],
  },
  position: {
    before: [{ deed: table, for: 'TV' }],
    deed: { type: 'position', on: { proposal: 2, version: 1 }, stance: 'opposes', reason: '', condition: '' },
    for: no,
    expected: [201, 201, 201, 201, 403, 403],
  },
  undertake: {
    before: [{ deed: table, for: no }],
    deed: { type: 'undertake', proposal: 2, condition: 'if PP3 bis is accommodated' },
    for: no,
    expected: [201, 201, 201, 201, 403, 403],
  },
  ask: {
    before: [{ deed: table, for: no }],
    deed: { type: 'ask', proposal: 2, version: 1, parties: ['TV'] },
    expected: [201, 201, 201, 201, 403, 403],
  },
  comment: {
    deed: { type: 'comment', on: { paragraph: 'p1' }, text: 'A remark' },
    expected: [201, 201, 201, 201, 403, 201],
  },
  rule: {
    before: [{ deed: table, for: 'TV' }],
    deed: { type: 'rule', proposal: 2, version: 1, ruling: 'accepted', reason: '' },
    expected: [201, 403, 403, 403, 403, 403],
  },
  amend: {
    deed: { type: 'amend', changes: replacing('soon'), rationale: '' },
    expected: [201, 403, 403, 403, 403, 403],
  },
  rivals: {
    before: [
      { deed: table, for: no },
      { deed: tabling(striking), for: 'TV' },
    ],
    deed: { type: 'rivals', proposals: [2, 3] },
    expected: [201, 403, 201, 201, 403, 403],
  },
  status: {
    deed: { type: 'status', paragraph: 'p1', status: 'informals', pending: [], reason: '' },
    expected: [201, 403, 403, 403, 403, 403],
  },
  package: {
    deed: { type: 'package', package: 'k1', title: 'Means', proposals: [], paragraphs: ['p1'] },
    expected: [201, 403, 403, 403, 403, 403],
  },
  publish: {
    deed: async (text) => {
      const state = (await room.server.services.record.state(text))!
      const hash = contentHash(textOf(state, state.accepted))
      return { type: 'publish', symbol: 'A/1/Rev.1', contentHash: hash, note: '' }
    },
    expected: [201, 403, 403, 403, 403, 403],
  },
}

describe('each role at each act', () => {
  test.each(Object.entries(acts))('%s', async (_, { before = [], deed, for: party, expected }) => {
    const outcomes: { role: Role; status: number; code: string | undefined }[] = []
    for (const role of askers) {
      const text = await newText()
      for (const step of before) {
        const done = await act(as('facilitator'), text, step.deed, step.for)
        expect(done.json).toHaveProperty('act')
      }
      const asked = typeof deed === 'function' ? await deed(text) : deed
      const inName = role === 'facilitator' || role === 'secretariat' ? party : undefined
      const { status, json } = await act(as(role), text, asked, inName)
      outcomes.push({ role, status, code: json.code })
    }
    expect(outcomes.map(({ status }) => status)).toEqual(expected)
    for (const { status, code } of outcomes) if (status === 403) expect(code).toBe('not-allowed')
  })

  test.each([
    ['for another delegation', { for: 'TV' }, 'other-delegation'],
    ['on behalf of another group', { onBehalfOf: 'TV' }, 'not-speaking-for'],
    ['as said from the floor', { channel: 'floor' }, 'not-allowed'],
  ])('a delegate cannot act %s', async (_, more, code) => {
    const answer = await as('delegate').send('POST', `/api/texts/${room.text}/acts`, {
      key: key(),
      channel: 'typed',
      deed: table,
      ...more,
    })
    expect([answer.status, answer.json.code]).toEqual([403, code])
  })

  test('nobody says who they are: fields that the server stamps are refused', async () => {
    for (const forged of [
      { by: { person: 'x' } },
      { n: 7 },
      { at: '2020-01-01T00:00:00.000Z' },
      { meeting: 'm' },
    ]) {
      const answer = await as('head').send('POST', `/api/texts/${room.text}/acts`, {
        key: key(),
        channel: 'typed',
        deed: table,
        ...forged,
      })
      expect([answer.status, answer.json.code]).toEqual([400, 'malformed'])
    }
  })

  test('a group is spoken for by its coordinator', async () => {
    const text = await newText()
    const answer = await as('head').send('POST', `/api/texts/${text}/acts`, {
      key: key(),
      onBehalfOf: 'G',
      channel: 'typed',
      deed: table,
    })
    expect(answer.json.act).toMatchObject({ for: 'NO', onBehalfOf: 'G', by: { delegation: 'NO' } })
  })
})

function act(client: Client, text: string, deed: Deed, party?: string): Promise<Answer> {
  const channel = party === undefined ? 'typed' : 'floor'
  return client.send('POST', `/api/texts/${text}/acts`, {
    key: key(),
    channel,
    deed,
    ...(party === undefined ? {} : { for: party }),
  })
}
