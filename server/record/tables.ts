import type { Act } from '../../schema/record/act.ts'
import { firstPrev } from '../../schema/record/chain.ts'
import type { Database } from '../storage/database.ts'
import { lostRace } from '../storage/dialect.ts'
import type { TextTable } from '../storage/tables.ts'
import type { ActReader, ActStore, ActWriter, TextEntry } from './store.ts'
import { LostRace } from './store.ts'

/** The store in the database. The primary key (text, n) decides between writers in other processes. */
export function databaseStore(db: Database): ActStore {
  return {
    ...readerOf(db),
    async transact(work) {
      try {
        return await db.transaction().execute((transaction) => work(writerOf(transaction)))
      } catch (error) {
        throw lostRace(error) ? new LostRace('another act was recorded first', { cause: error }) : error
      }
    },
  }
}

function readerOf(db: Database): ActReader {
  return {
    async head(text) {
      const row = await db.selectFrom('text').select(['n', 'hash']).where('id', '=', text).executeTakeFirst()
      return row ?? null
    },
    async after(text, n, limit) {
      const rows = await db
        .selectFrom('act')
        .select('act')
        .where('text', '=', text)
        .where('n', '>', n)
        .orderBy('n')
        .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
        .execute()
      return rows.map(({ act }) => act)
    },
    async byKey(text, key) {
      const row = await db
        .selectFrom('act')
        .select('act')
        .where('text', '=', text)
        .where('key', '=', key)
        .executeTakeFirst()
      return row ? (JSON.parse(row.act) as Act) : null
    },
    async texts(negotiation) {
      const rows = await db
        .selectFrom('text')
        .selectAll()
        .where('negotiation', '=', negotiation)
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(entryOf)
    },
    async entry(text) {
      const row = await db.selectFrom('text').selectAll().where('id', '=', text).executeTakeFirst()
      return row ? entryOf(row) : null
    },
  }
}

function writerOf(db: Database): ActWriter {
  return {
    ...readerOf(db),
    async begin({ id, negotiation, title, symbol, createdAt }) {
      await db
        .insertInto('text')
        .values({ id, negotiation, title, symbol, created_at: createdAt, n: 0, hash: firstPrev })
        .execute()
    },
    async put(stored) {
      const last = stored.at(-1)?.act
      if (!last) return
      const rows = stored.map(({ act: { text, n, key, at, hash }, json }) => ({
        text,
        n,
        key,
        at,
        hash,
        act: json,
      }))
      // One statement for many: nobody else gets their turn while a transaction runs.
      for (let i = 0; i < rows.length; i += rowsAtOnce)
        await db
          .insertInto('act')
          .values(rows.slice(i, i + rowsAtOnce))
          .execute()
      const { text, n, hash } = last
      await db.updateTable('text').set({ n, hash }).where('id', '=', text).execute()
    },
  }
}

/** Rows of one INSERT: far below the number of values that an engine takes. */
const rowsAtOnce = 250

const entryOf = ({ id, negotiation, title, symbol, created_at }: TextTable): TextEntry => ({
  id,
  negotiation,
  title,
  symbol,
  createdAt: created_at,
})
