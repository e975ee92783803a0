import { existsSync } from 'node:fs'
import { systemClock } from '../clock.ts'
import { createKeeping } from '../services.ts'
import type { Keeping } from '../services.ts'
import { readSettings } from '../settings.ts'
import { openDatabase } from '../storage/database.ts'
import { migrate } from '../storage/migrator.ts'

/**
 * Does something with the database that the settings name, beside a running server or without one. Gives
 * the exit code of the work; 2, with a sentence, when the database is not there or cannot be opened.
 */
export async function withKeeping(
  work: (keeping: Keeping, url: string) => Promise<number>,
  { create = false }: { create?: boolean } = {},
): Promise<number> {
  try {
    const { dataFile, port, url = `http://localhost:${port}` } = readSettings(process.env)
    if (!create && !existsSync(dataFile)) {
      console.error(`There is no database ${dataFile} yet: start the server first, or set ADREF_DATA.`)
      return 2
    }
    const db = openDatabase(dataFile)
    try {
      await migrate(db)
      return await work(createKeeping(db, systemClock), url)
    } finally {
      await db.destroy()
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return 2
  }
}
