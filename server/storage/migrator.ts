import { Migrator } from 'kysely/migration'
import type { Migration } from 'kysely/migration'
import type { Database } from './database.ts'
import * as founding from './migrations/001-founding.ts'

/** In order of their names, which are never changed once released. */
const migrations: Readonly<Record<string, Migration>> = {
  '001-founding': founding,
}

/** Brings the tables up to date; each step is one transaction. Throws the first error, with nothing half done. */
export async function migrate(db: Database): Promise<void> {
  const provider = { getMigrations: async () => ({ ...migrations }) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (error !== undefined) throw error
}
