import type { Database } from '../storage/database.ts'
import type { DraftTable } from '../storage/tables.ts'

/** A draft without its words. */
export interface DraftEntry {
  readonly id: string
  readonly text: string
  /** Seats it belongs to, sorted. */
  readonly members: readonly string[]
  readonly open: boolean
  readonly basis: readonly string[]
}

/** Drafts and their updates in the database. */
interface DraftStorage {
  entry(draft: string): Promise<DraftEntry | null>
  /** Drafts of a text, oldest first; of all texts those that are open. */
  of(text: string): Promise<DraftEntry[]>
  open(): Promise<DraftEntry[]>
  /** Begins a draft with its first update; gives the one with these members when there is one. */
  create(entry: DraftEntry, createdAt: string, seed: Uint8Array): Promise<DraftEntry>
  change(draft: string, to: Partial<Pick<DraftEntry, 'open' | 'basis'>>): Promise<void>
  remove(draft: string): Promise<void>
  /** The updates of a draft in order, and the number of the last. */
  load(draft: string): Promise<{ updates: Uint8Array[]; seq: number }>
  /**
   * Appends updates behind number `seq`; resolves when they are on disk. What is appended at one time goes
   * to disk in one transaction. Rejects when it could not be, or somebody else appended meanwhile.
   */
  append(draft: string, seq: number, updates: readonly Uint8Array[]): Promise<void>
  /** Puts one update in place of those up to `seq`. */
  compact(draft: string, seq: number, update: Uint8Array): Promise<void>
}

interface Waiting {
  readonly rows: { draft: string; seq: number; bytes: Uint8Array }[]
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** Drafts kept in the server's database. */
export function createDraftStorage(db: Database): DraftStorage {
  let waiting: Waiting[] = []
  let writing = false

  const write = async (): Promise<void> => {
    if (writing) return
    writing = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        await db.transaction().execute(async (trx) => {
          for (const { rows } of batch)
            for (const row of rows) await trx.insertInto('draft_update').values(row).execute()
        })
        for (const { resolve } of batch) resolve()
      } catch (error) {
        await each(batch, error)
      }
    }
    writing = false
  }

  /** One draft that cannot be written must not keep the others from the disk. */
  const each = async (batch: readonly Waiting[], error: unknown): Promise<void> => {
    const [only] = batch
    if (batch.length === 1 && only) {
      only.reject(error)
      return
    }
    for (const { rows, resolve, reject } of batch)
      await db
        .transaction()
        .execute(async (trx) => {
          for (const row of rows) await trx.insertInto('draft_update').values(row).execute()
        })
        .then(resolve, reject)
  }

  const select = () => db.selectFrom('draft').selectAll().orderBy('created_at').orderBy('id')

  return {
    async entry(draft) {
      const row = await select().where('id', '=', draft).executeTakeFirst()
      return row ? entryOf(row) : null
    },
    of: async (text) => (await select().where('text', '=', text).execute()).map(entryOf),
    open: async () => (await select().where('open', '=', 1).execute()).map(entryOf),
    create(entry, createdAt, seed) {
      return db.transaction().execute(async (trx) => {
        const members = JSON.stringify(entry.members)
        const same = await trx
          .selectFrom('draft')
          .selectAll()
          .where('text', '=', entry.text)
          .where('members', '=', members)
          .executeTakeFirst()
        if (same) return entryOf(same)
        const { id, text, open, basis } = entry
        await trx
          .insertInto('draft')
          .values({
            id,
            text,
            members,
            open: open ? 1 : 0,
            basis: JSON.stringify(basis),
            created_at: createdAt,
          })
          .execute()
        await trx.insertInto('draft_update').values({ draft: id, seq: 1, bytes: seed }).execute()
        return entry
      })
    },
    async change(draft, { open, basis }) {
      await db
        .updateTable('draft')
        .set({
          ...(open !== undefined && { open: open ? 1 : 0 }),
          ...(basis && { basis: JSON.stringify(basis) }),
        })
        .where('id', '=', draft)
        .execute()
    },
    async remove(draft) {
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom('draft_update').where('draft', '=', draft).execute()
        await trx.deleteFrom('draft').where('id', '=', draft).execute()
      })
    },
    async load(draft) {
      const rows = await db
        .selectFrom('draft_update')
        .select(['seq', 'bytes'])
        .where('draft', '=', draft)
        .orderBy('seq')
        .execute()
      return { updates: rows.map(({ bytes }) => new Uint8Array(bytes)), seq: rows.at(-1)?.seq ?? 0 }
    },
    append: (draft, seq, updates) =>
      new Promise((resolve, reject) => {
        const rows = updates.map((bytes, i) => ({ draft, seq: seq + 1 + i, bytes: Buffer.from(bytes) }))
        waiting.push({ rows, resolve, reject })
        setImmediate(() => void write())
      }),
    async compact(draft, seq, update) {
      await db.transaction().execute(async (trx) => {
        await trx.deleteFrom('draft_update').where('draft', '=', draft).where('seq', '<=', seq).execute()
        await trx
          .insertInto('draft_update')
          .values({ draft, seq, bytes: Buffer.from(update) })
          .execute()
      })
    },
  }
}

const entryOf = ({ id, text, members, open, basis }: DraftTable): DraftEntry => ({
  id,
  text,
  members: JSON.parse(members) as string[],
  open: open === 1,
  basis: JSON.parse(basis) as string[],
})
