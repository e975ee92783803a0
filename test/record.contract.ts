import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../schema/party/role.ts'
import type { Act } from '../schema/record/act.ts'
import { replay } from '../schema/record/apply.ts'
import { stateHash, verify } from '../schema/record/chain.ts'
import type { Deed, Intent } from '../schema/record/deed.ts'
import { isRefusal } from '../schema/refusal.ts'
import type { Refusal } from '../schema/refusal.ts'
import { createRecord } from '../server/record/record.ts'
import type { Recorded } from '../server/record/judged.ts'
import type { ActRecord } from '../server/record/record.ts'
import type { ActStore } from '../server/record/store.ts'

const facilitator: Actor = {
  person: 'ana',
  name: 'Ana Facilitator',
  role: 'facilitator',
  delegation: null,
  speaksFor: [],
}
const norway: Actor = { person: 'nils', name: 'Nils', role: 'head', delegation: 'NO', speaksFor: ['G'] }

/** The opening of a small text of two paragraphs with two delegations and a group. */
export const opening: Extract<Deed, { type: 'open' }> = {
  type: 'open',
  title: 'Draft decision',
  symbol: 'A/1',
  language: 'en',
  paragraphs: [
    { id: 'p1', kind: 'preambular', level: 0, content: [{ text: 'Recalling its decisions,' }] },
    { id: 'p2', kind: 'operative', level: 0, content: [{ text: 'Decides to meet again.' }] },
  ],
  parties: [
    { code: 'NO', name: 'Norway', kind: 'state' },
    { code: 'TV', name: 'Tuvalu', kind: 'state' },
    { code: 'G', name: 'The group', kind: 'group', members: [{ code: 'NO', from: '2026-01-01' }] },
  ],
}

/** A comment on the first paragraph, under a key of its own. */
export const comment = (key: string, text = key): Intent => ({
  key: key.padEnd(8, '-'),
  channel: 'typed',
  deed: { type: 'comment', on: { paragraph: 'p1' }, text },
})

/** Every record must pass this, wherever its acts are kept. `again` opens a second one on the same acts. */
export function recordContract(
  name: string,
  make: () => Promise<{ store: ActStore; again: () => Promise<ActStore> }>,
): void {
  describe(`a record in ${name}`, () => {
    let store: ActStore
    let again: () => Promise<ActStore>
    let record: ActRecord
    let now: Date
    const clock = (): Date => now
    const open = (text = 't1', symbol = 'A/1') =>
      record.open({ text, negotiation: 'n1' }, facilitator, {
        key: `opening-${text}`,
        channel: 'typed',
        deed: { ...opening, symbol },
      })

    beforeEach(async () => {
      ;({ store, again } = await make())
      now = new Date('2026-11-23T09:00:00.000Z')
      record = createRecord({ store, clock })
    })

    test('the first act opens the text and lists it in its negotiation', async () => {
      const { act } = took(await open())
      expect(act).toMatchObject({ text: 't1', n: 1, for: null, at: '2026-11-23T09:00:00.000Z' })
      expect((await record.state('t1'))?.title).toBe('Draft decision')
      expect(await record.texts('n1')).toMatchObject([{ id: 't1', symbol: 'A/1', negotiation: 'n1' }])
    })

    test('acts are numbered, chained and stamped with the person, delegation and meeting', async () => {
      await open()
      took(
        await record.append('t1', facilitator, {
          key: 'meeting1',
          channel: 'typed',
          deed: { type: 'meet', meeting: 'm1', title: 'First meeting' },
        }),
      )
      const { act } = took(await record.append('t1', norway, { ...comment('a'), onBehalfOf: 'G' }))
      expect(act).toMatchObject({ n: 3, by: norway, for: 'NO', onBehalfOf: 'G', meeting: 'm1' })
      const acts = await record.acts('t1', 0)
      expect(verify(acts)).toMatchObject({ ok: true, n: 3 })
      expect(await record.acts('t1', 2)).toEqual([act])
      expect((await record.lines('t1', 0, 2)).map((line) => (JSON.parse(line) as Act).n)).toEqual([1, 2])
    })

    test('the same key from the same person is recorded once', async () => {
      await open()
      const first = took(await record.append('t1', norway, comment('same')))
      const second = took(await record.append('t1', norway, comment('same')))
      expect([first.again, second.again]).toEqual([false, true])
      expect(second.act).toEqual(first.act)
      expect(await record.acts('t1', 1)).toHaveLength(1)
    })

    test('a key that another person, or another deed, has used is refused', async () => {
      await open()
      await record.append('t1', norway, comment('same'))
      expect(await record.append('t1', norway, comment('same', 'other words'))).toMatchObject({
        code: 'malformed',
      })
      expect(await record.append('t1', facilitator, comment('same'))).toMatchObject({ code: 'malformed' })
    })

    test('what permit refuses leaves nothing behind', async () => {
      await open()
      const before = stateHash((await record.state('t1'))!)
      expect(await record.append('t1', norway, { ...comment('x'), for: 'TV' })).toMatchObject({
        code: 'other-delegation',
      })
      expect(stateHash((await record.state('t1'))!)).toBe(before)
      expect(await record.acts('t1', 0)).toHaveLength(1)
    })

    test('a text that cannot be opened is not listed', async () => {
      const twice = { ...opening, parties: [...opening.parties, opening.parties[0]!] }
      const intent: Intent = { key: 'opening-bad', channel: 'typed', deed: twice }
      expect(await record.open({ text: 't9', negotiation: 'n1' }, facilitator, intent)).toMatchObject({
        code: 'code-taken',
      })
      expect(await record.texts('n1')).toEqual([])
      expect(await record.state('t9')).toBeNull()
    })

    test('two texts of a negotiation cannot bear one symbol', async () => {
      await open()
      expect(await open('t2')).toMatchObject({ code: 'symbol-taken' })
      took(await open('t3', 'A/2'))
    })

    /** The opening of a text with what it came with: comments on the paragraphs named. */
    const openWith = (...paragraphs: string[]) =>
      record.open(
        { text: 't1', negotiation: 'n1' },
        facilitator,
        { key: 'opening-1', channel: 'typed', deed: opening },
        paragraphs.map((paragraph, i) => ({
          key: `opening-1-${i + 2}`,
          channel: 'imported',
          deed: { type: 'comment', on: { paragraph }, text: `note ${i}` },
        })),
      )

    test('a text and what it came with are recorded together, in order', async () => {
      const heard: number[] = []
      record.subscribe('t1', ({ act }) => heard.push(act.n))
      expect(took(await openWith('p1', 'p2', 'p1')).act.n).toBe(1)
      const acts = await record.acts('t1', 0)
      expect(acts.map(({ channel }) => channel)).toEqual(['typed', 'imported', 'imported', 'imported'])
      expect(verify(acts)).toMatchObject({ ok: true, n: 4 })
      expect(stateHash((await record.state('t1'))!)).toBe(stateHash(replay(acts)))
      expect(heard).toEqual([1, 2, 3, 4])
    })

    test('a refusal of anything a text came with leaves no text, and says which act it was', async () => {
      expect(await openWith('p1', 'nowhere', 'p2')).toMatchObject({
        code: 'unknown-paragraph',
        params: { paragraph: 'nowhere', act: 3 },
      })
      expect(await record.texts('n1')).toEqual([])
      expect(await record.state('t1')).toBeNull()
    })

    test('opened again under the same key, with the same acts, a text is the same; with others it is refused', async () => {
      await openWith('p1', 'p2')
      expect(took(await openWith('p1', 'p2')).again).toBe(true)
      expect(await openWith('p1', 'p1')).toMatchObject({ code: 'malformed' })
      expect(await openWith('p1', 'p2', 'p2')).toMatchObject({ code: 'malformed' })
      expect(await record.acts('t1', 0)).toHaveLength(3)
    })

    test('acts for a text that does not exist are refused', async () => {
      expect(await record.append('nowhere', norway, comment('a'))).toMatchObject({ code: 'not-found' })
    })

    test('acts sent at one moment are all recorded, in one order', async () => {
      await open()
      const sent = Array.from({ length: 25 }, (_, i) => record.append('t1', norway, comment(`race${i}`)))
      const numbers = (await Promise.all(sent)).map((recorded) => took(recorded).act.n)
      expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, i) => i + 2))
      expect(verify(await record.acts('t1', 0))).toMatchObject({ ok: true, n: 26 })
    })

    test('of two acts that exclude each other the second is judged on the first', async () => {
      await open()
      const meet = (key: string, meeting: string): Intent => ({
        key,
        channel: 'typed',
        deed: { type: 'meet', meeting, title: meeting },
      })
      const outcomes = await Promise.all([
        record.append('t1', facilitator, meet('meeting1', 'm1')),
        record.append('t1', facilitator, meet('meeting2', 'm2')),
      ])
      expect(outcomes.filter(isRefusal)).toMatchObject([{ code: 'meeting-sits' }])
    })

    test('two records on the same acts never give one number twice', async () => {
      await open()
      const other = createRecord({ store: await again(), clock })
      await other.state('t1')
      const sent = Array.from({ length: 20 }, (_, i) =>
        (i % 2 === 0 ? record : other).append('t1', norway, comment(`node${i}`)),
      )
      const recorded = (await Promise.all(sent)).map(took)
      expect(new Set(recorded.map(({ act }) => act.n)).size).toBe(20)
      const acts = await record.acts('t1', 0)
      expect(verify(acts)).toMatchObject({ ok: true, n: 21 })
      expect(stateHash((await other.state('t1'))!)).toBe(stateHash(replay(acts)))
    })

    test('the state at an act is the fold of the acts up to it', async () => {
      await open()
      for (const key of ['a', 'b', 'c']) await record.append('t1', norway, comment(key))
      const acts = await record.acts('t1', 0)
      expect(stateHash((await record.stateAt('t1', 3))!)).toBe(stateHash(replay(acts.slice(0, 3))))
      expect((await record.stateAt('t1', 4))?.n).toBe(4)
      expect([await record.stateAt('t1', 5), await record.stateAt('t1', 0)]).toEqual([null, null])
    })

    test('time in the record never goes back, though the clock may', async () => {
      await open()
      now = new Date('2026-11-23T08:00:00.000Z')
      expect(took(await record.append('t1', norway, comment('a'))).act.at).toBe('2026-11-23T09:00:00.000Z')
    })

    test('subscribers hear of each act once it can be read, until they leave', async () => {
      await open()
      const heard: [number, Promise<Act[]>][] = []
      const leave = record.subscribe('t1', ({ act }) => heard.push([act.n, record.acts('t1', act.n - 1)]))
      await record.append('t1', norway, comment('a'))
      await record.append('t1', norway, comment('a'))
      leave()
      await record.append('t1', norway, comment('b'))
      expect(heard.map(([n]) => n)).toEqual([2])
      expect((await heard[0]![1])[0]).toMatchObject({ n: 2 })
    })
  })
}

function took(outcome: Recorded | Refusal): Recorded {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome
}
