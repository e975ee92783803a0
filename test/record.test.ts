import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import type { Actor } from '../schema/party/role.ts'
import { isRefusal } from '../schema/refusal.ts'
import { systemClock } from '../server/clock.ts'
import { memoryStore } from '../server/record/memory.ts'
import { createRecord } from '../server/record/record.ts'
import { databaseStore } from '../server/record/tables.ts'
import { openDatabase } from '../server/storage/database.ts'
import type { Database } from '../server/storage/database.ts'
import { migrate } from '../server/storage/migrator.ts'
import { comment, opening, recordContract } from './record.contract.ts'

const cleanups: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

recordContract('memory', async () => {
  const store = memoryStore()
  return { store, again: async () => store }
})

recordContract('SQLite', async () => {
  const file = newFile()
  return { store: databaseStore(await open(file)), again: async () => databaseStore(await open(file)) }
})

const facilitator: Actor = {
  person: 'ana',
  name: 'Ana',
  role: 'facilitator',
  delegation: null,
  speaksFor: [],
}
const opened = { key: 'opening-1', channel: 'typed', deed: opening } as const

test('acts are there when the file is opened again after the server was cut off', async () => {
  const file = newFile()
  const record = createRecord({ store: databaseStore(await open(file)), clock: systemClock })
  await record.open({ text: 't1', negotiation: 'n1' }, facilitator, opened)
  await record.append('t1', facilitator, { ...comment('kept'), for: 'NO' })
  // The first connection is never closed: what it left is all in the file and its log.
  const later = createRecord({ store: databaseStore(await open(file)), clock: systemClock })
  expect((await later.state('t1'))?.n).toBe(2)
})

test('an act that fails while it is written leaves nothing of itself', async () => {
  const db = await open(newFile())
  const store = databaseStore(db)
  const record = createRecord({ store, clock: systemClock })
  await record.open({ text: 't1', negotiation: 'n1' }, facilitator, opened)
  const failing = createRecord({
    store: {
      ...store,
      transact: (work) =>
        store.transact(async (writer) =>
          work({
            ...writer,
            async put(stored) {
              await writer.put(stored)
              throw new Error('the disk is full')
            },
          }),
        ),
    },
    clock: systemClock,
  })
  const intent = { ...comment('lost'), for: 'NO' }
  await expect(failing.append('t1', facilitator, intent)).rejects.toThrow('the disk is full')
  expect(await store.head('t1')).toMatchObject({ n: 1 })
  expect((await failing.state('t1'))?.n).toBe(1)
  const recorded = await record.append('t1', facilitator, intent)
  expect(isRefusal(recorded) ? recorded : recorded.act.n).toBe(2)
})

test.each([
  [
    'altered',
    (db: Sqlite.Database) => db.exec(`update act set act = replace(act, 'kept', 'KEPT') where n = 2`),
  ],
  ['cut off', (db: Sqlite.Database) => db.exec('delete from act where n = 3')],
])('a record that was %s on disk is served to nobody', async (what, tamper) => {
  const file = newFile()
  const record = createRecord({ store: databaseStore(await open(file)), clock: systemClock })
  await record.open({ text: 't1', negotiation: 'n1' }, facilitator, opened)
  await record.append('t1', facilitator, { ...comment('kept'), for: 'NO' })
  await record.append('t1', facilitator, { ...comment('last'), for: 'NO' })
  const raw = new Sqlite(file)
  tamper(raw)
  raw.close()
  const later = createRecord({ store: databaseStore(await open(file)), clock: systemClock })
  await expect(later.state('t1')).rejects.toThrow(what)
})

async function open(file: string): Promise<Database> {
  const db = openDatabase(file)
  cleanups.push(() => db.destroy())
  await migrate(db)
  await db
    .insertInto('negotiation')
    .values({ id: 'n1', title: 'Talks', created_at: '2026-11-23T09:00:00.000Z' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return db
}

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'adref-'))
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'test.sqlite')
}
