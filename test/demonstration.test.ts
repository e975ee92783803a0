import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stances } from '../schema/party/position.ts'
import type { Change, SourceId, VersionKey } from '../schema/proposal/change.ts'
import { versionKey } from '../schema/proposal/change.ts'
import { restsOn } from '../schema/proposal/standing.ts'
import { rivalsOf } from '../schema/proposal/rivals.ts'
import { channels } from '../schema/proposal/channel.ts'
import { currentVersion, proposalStatuses } from '../schema/proposal/proposal.ts'
import { replay } from '../schema/record/apply.ts'
import { stateHash, verify } from '../schema/record/chain.ts'
import type { State } from '../schema/record/state.ts'
import { textOf } from '../schema/text/text.ts'
import { isBreak, plainText } from '../schema/text/token.ts'
import { printView } from '../schema/view/print.ts'
import type { Lens, Names } from '../schema/view/passage.ts'
import { view } from '../schema/view/view.ts'
import { createMemberships } from '../server/accounts/membership.ts'
import { createNegotiations } from '../server/accounts/negotiations.ts'
import { systemClock } from '../server/clock.ts'
import { people } from '../server/demonstration/cast.ts'
import { castOf, loadDemonstration, scripts } from '../server/demonstration/load.ts'
import type { Demonstration } from '../server/demonstration/load.ts'
import { readNotes } from '../server/demonstration/notes.ts'
import { perform } from '../server/demonstration/perform.ts'
import type { Script, Stage } from '../server/demonstration/perform.ts'
import { memoryStore } from '../server/record/memory.ts'
import { createRecord } from '../server/record/record.ts'
import { databaseStore } from '../server/record/tables.ts'
import type { Database } from '../server/storage/database.ts'
import { openDatabase } from '../server/storage/database.ts'
import { migrate } from '../server/storage/migrator.ts'

const folder = mkdtempSync(join(tmpdir(), 'adref-demonstration-'))
let db: Database
let loaded: Demonstration
let texts: readonly State[]
/** The two that were negotiated paragraph by paragraph; the third came as a rolling text. */
const negotiated = (): readonly State[] => texts.slice(0, 2)

beforeAll(async () => {
  db = openDatabase(join(folder, 'adref.sqlite'))
  await migrate(db)
  const services = {
    db,
    negotiations: createNegotiations({ db, clock: systemClock }),
    memberships: createMemberships({ db, clock: systemClock }),
  }
  loaded = await loadDemonstration(services)
  texts = loaded.texts
}, 60_000)

afterAll(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true })
})

const record = () => createRecord({ store: databaseStore(db), clock: systemClock })
const proposals = () => texts.flatMap((state) => [...state.proposals.values()])
const positions = () => texts.flatMap((state) => [...state.positions.values()].flat())
const count = <T>(items: readonly T[], fits: (item: T) => boolean): number => items.filter(fits).length

describe('the demonstration is a negotiation of real size', () => {
  test('two texts of 60 paragraphs or more together, with annexes and footnotes', () => {
    for (const state of negotiated()) {
      const kinds = textOf(state, new Set()).map(({ kind }) => kind)
      expect(kinds).toContain('annex')
      expect(kinds).toContain('footnote')
      expect(kinds).toContain('item')
    }
    const report = textOf(texts[1]!, new Set())
    expect(count(report, ({ kind }) => kind === 'body')).toBeGreaterThanOrEqual(60)
  })

  test('24 delegations and 4 groups, one of which changed its members', () => {
    const parties = [...texts[0]!.parties.values()]
    expect(count(parties, ({ kind }) => kind === 'state')).toBe(24)
    expect(count(parties, ({ kind }) => kind === 'group')).toBe(4)
    expect(parties.flatMap(({ members = [] }) => members.filter(({ until }) => until))).toHaveLength(1)
  })

  test('150 proposals or more and several hundred positions of every stance', () => {
    expect(proposals().length).toBeGreaterThanOrEqual(150)
    expect(positions().length).toBeGreaterThanOrEqual(300)
    expect(new Set(positions().map(({ stance }) => stance))).toEqual(new Set(stances))
    expect(count(positions(), ({ condition }) => condition !== '')).toBeGreaterThan(0)
    expect(count(positions(), ({ reason }) => reason !== '')).toBeGreaterThan(10)
  })

  test('proposals of every channel and every outcome, some revised, some with several sponsors', () => {
    expect(new Set(proposals().map(({ channel }) => channel))).toEqual(new Set(channels))
    expect(new Set(proposals().map(({ status }) => status))).toEqual(new Set(proposalStatuses))
    expect(count(proposals(), ({ versions }) => versions.length > 1)).toBeGreaterThanOrEqual(3)
    expect(count(proposals(), ({ sponsors }) => sponsors.length > 1)).toBeGreaterThanOrEqual(8)
    expect(count(proposals(), ({ stale }) => stale)).toBeGreaterThanOrEqual(1)
  })

  test('each of them has had a meeting that rose and has one that sits; one revision was published', () => {
    for (const state of negotiated()) {
      expect(count([...state.meetings.values()], ({ rose }) => rose !== null)).toBe(1)
      expect(state.meeting).not.toBeNull()
    }
    expect(texts.flatMap(({ revisions }) => revisions)).toHaveLength(1)
    const [revision] = texts[0]!.revisions
    expect(count([...texts[0]!.proposals.keys()], (id) => id > revision!.n)).toBeGreaterThanOrEqual(20)
  })

  test('paragraphs stand at every level but adopted', () => {
    const found = texts.flatMap(({ statuses }) => [...statuses.values()])
    expect(new Set(found.map(({ status }) => status))).toEqual(
      new Set(['informals', 'adReferendum', 'parked', 'package', 'reopened']),
    )
    expect(count(found, ({ pending }) => pending.length > 0)).toBeGreaterThanOrEqual(1)
  })
})

const shapes: Readonly<Record<string, (change: Change, state: State) => boolean>> = {
  'strikes words': (change) => change.type === 'amend' && change.strike.length > 0 && !change.insert,
  'inserts words': (change) => change.type === 'amend' && !change.strike.length && !breaks(change),
  'replaces words': (change) => change.type === 'amend' && change.strike.length > 0 && !!change.insert,
  'adds a paragraph': (change) =>
    change.type === 'amend' && change.insert !== undefined && isBreak(change.insert.runs[0]!),
  'splits a paragraph': (change) => change.type === 'amend' && change.strike.length > 0 && breaks(change),
  'deletes a paragraph': (change, state) =>
    change.type === 'amend' &&
    change.strike.some(({ source, from, to }) => from === 0 && to === state.sources.get(source)!.length),
  'joins paragraphs': (change, state) =>
    change.type === 'amend' &&
    change.strike.some(({ source, from, to }) => from === 0 && to < state.sources.get(source)!.length),
  'moves a paragraph': (change) => change.type === 'place',
  'sets a level': (change) => change.type === 'set',
  'holds words': (change) => change.type === 'hold',
}

const breaks = (change: Change): boolean =>
  change.type === 'amend' && (change.insert?.runs.some(isBreak) ?? false)

describe('the demonstration shows every kind of change', () => {
  test.each(Object.entries(shapes))('one %s', (_, fits) => {
    const found = texts.flatMap((state) =>
      [...state.proposals.values()].filter(({ versions }) =>
        versions.some(({ changes }) => changes.some((change) => fits(change, state))),
      ),
    )
    expect(found.length).toBeGreaterThanOrEqual(1)
  })

  test('amendments to amendments four deep', () => {
    const depths = texts.flatMap((state) => [...state.sources.keys()].map((id) => depthOf(state, id)))
    expect(Math.max(...depths)).toBeGreaterThanOrEqual(4)
  })

  test('three rivals for the same words, and three who would delete the same ones', () => {
    const [decision, report] = [texts[0]!, texts[1]!]
    const rivals = [...decision.proposals.keys()].map((id) => rivalsOf(decision, id).length)
    expect(Math.max(...rivals)).toBeGreaterThanOrEqual(2)
    const strikes = [...report.slots.values()].flatMap((slot) => slot.strikes)
    const together = Map.groupBy(strikes, ({ source, from, to }) => `${source} ${from}–${to}`)
    expect(Math.max(...[...together.values()].map((marks) => marks.length))).toBeGreaterThanOrEqual(3)
  })
})

describe('the compilation reads like a rolling text', () => {
  const lens = (names: Names): Lens => ({ type: 'compilation', names })

  test.each(['shown', 'groups', 'hidden'] as const)('brackets balance with names %s', (names) => {
    for (const state of texts) {
      const seen = view(state, lens(names))
      const depths = depthsOf(printView(seen))
      expect(Math.min(...depths)).toBe(0)
      expect(depths.at(-1)).toBe(0)
      expect(seen.pairs).toBeGreaterThan(texts.indexOf(state) < 2 ? 100 : 40)
    }
  })

  test('some paragraphs are dense and deep, most have two pairs of brackets or none', () => {
    const paragraphs = texts.flatMap((state) => view(state, lens('shown')).paragraphs)
    expect(count(paragraphs, ({ pairs }) => pairs >= 8)).toBeGreaterThanOrEqual(4)
    expect(count(paragraphs, ({ pairs }) => pairs <= 2)).toBeGreaterThan(paragraphs.length * 0.6)
    for (const state of texts)
      expect(Math.max(...depthsOf(printView(view(state, lens('shown')))))).toBeGreaterThanOrEqual(3)
  })

  test('the text under negotiation carries no brackets', () => {
    for (const state of texts) expect(printView(view(state, { type: 'clean' }))).not.toMatch(/[[\]{}]/)
  })
})

test('each open proposal alone leaves sentences without doubled or stray spaces and commas', () => {
  const flaw = /  |\s[,;.]|[,;]{2}|, [,;.]|\b(\w+) \1\b|^\s|\s$/
  for (const state of texts)
    for (const proposal of state.proposals.values()) {
      if (proposal.status !== 'open') continue
      const set = new Set([...state.accepted, ...chainOf(state, proposal.id)])
      const flawed = textOf(state, set)
        .map(({ content }) => plainText(content))
        .filter((words) => flaw.test(words))
      expect({ proposal: proposal.id, by: proposal.sponsors, flawed }).toMatchObject({ flawed: [] })
    }
})

/** The version in force of a proposal, and of those in whose words it was made. */
function chainOf(state: State, id: number): VersionKey[] {
  const own = versionKey(id, currentVersion(state.proposals.get(id)!).version)
  const on = restsOn(state, id)
  return on === null ? [own] : [own, ...chainOf(state, on)]
}

/** Depth of brackets after each of them. */
function depthsOf(printed: string): number[] {
  const depths = [0]
  for (const [bracket] of printed.matchAll(/[[\]]/g)) depths.push(depths.at(-1)! + (bracket === '[' ? 1 : -1))
  return depths
}

test('a rolling text is recorded as it says: brackets of named delegations, and of nobody', () => {
  const rolling = texts[2]!
  const asked = [...rolling.proposals.values()]
  expect(new Set(asked.map(({ channel }) => channel))).toEqual(new Set(['imported']))
  expect(count(asked, ({ sponsors }) => sponsors.length === 0)).toBeGreaterThanOrEqual(15)
  expect(count(asked, ({ sponsors }) => sponsors.length > 0)).toBeGreaterThanOrEqual(15)
  expect(count(asked, ({ undertakings }) => undertakings.length > 0)).toBe(2)
  expect([...rolling.positions.values()].flat().length).toBeGreaterThanOrEqual(10)
  expect([...rolling.remarks.values()].flat().length).toBeGreaterThanOrEqual(2)
  expect(rolling.importing).toBe(true)
})

describe('the demonstration is a record like any other', () => {
  test('rejecting everything gives back the texts as opened', () => {
    const opened = scripts(loaded.negotiation).map(({ paragraphs }) => paragraphs)
    expect(negotiated().map((state) => textOf(state, new Set()))).toEqual(opened)
  })

  test('its chains verify and replay to the same states', async () => {
    for (const state of texts) {
      const acts = await record().acts(state.text, 0)
      expect(verify(acts)).toMatchObject({ ok: true, n: state.n })
      expect(stateHash(replay(acts))).toBe(stateHash(state))
    }
  })

  test('it is dated when it took place, in order', async () => {
    for (const state of texts) {
      const times = (await record().acts(state.text, 0)).map(({ at }) => at)
      expect(times).toEqual([...times].sort())
      expect(times[0]).toMatch(/^2026-04-/)
    }
  })

  test('it is the same each time', async () => {
    const once = await performed(scripts('n')[0]!)
    const again = await performed(scripts('n')[0]!)
    expect(once.hash).toBe(again.hash)
  })

  test('there is somebody to sign in as for each kind of user', () => {
    expect(loaded.guests.map(({ as }) => as)).toEqual([
      'facilitator',
      'secretariat',
      'head, KE',
      'head, PT',
      'head, FJ',
      'observer, IRTG',
      'stakeholder, CCN',
    ])
  })
})

describe('notes that do not fit name their line', () => {
  const opened = 'date 2026-04-13 10:00\n\n'
  test.each([
    ['OP3 EU: “must” → “should”', /notes\.txt, line 3: op3 does not say “must”/],
    ['OP99 EU: delete', /notes\.txt, line 3: no paragraph OP99/],
    ['OP3 EU: “the” → “all”', /line 3: op3 says “the” more than once/],
    ['OP3 EU: paint it blue', /line 3: no such edit: paint it blue/],
    ['withdraw EU from OP3 EU', /line 3: no proposal is called OP3 EU/],
    ['OP3 XX: strike “freely and ”', /line 3: nobody sits for XX/],
    ['OP3 EU: strike “freely and ”\n* JP', /line 4: no such step: \* JP/],
    ['OP3 EU: strike “freely and ”\n+ JP (yes', /line 3: not the shorthand of positions: \+ JP \(yes/],
    ['status reopened: OP3', /line 3: refused: .*already-so/],
  ])('%s', async (notes, told) => {
    const script = { ...scripts('n')[0]! }
    await expect(async () =>
      performed({ ...script, steps: readNotes(opened + notes, 'notes.txt') }),
    ).rejects.toThrow(told)
  })
})

async function performed(script: Script): Promise<State> {
  const stage: Stage = { now: new Date(0) }
  const acts = createRecord({ store: memoryStore(), clock: () => stage.now })
  const ids = people.map((_, i) => `person-${i}`)
  return perform(acts, { ...script, text: 'the-text' }, castOf(ids), stage)
}

/** How many insertions a source lies in, itself included. */
function depthOf(state: State, source: SourceId): number {
  const { anchor } = state.sources.get(source)!
  return anchor ? 1 + depthOf(state, anchor.source) : 0
}
