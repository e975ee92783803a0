import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Kysely } from 'kysely'
import { readingDialect, sqliteDialect } from './dialect.ts'
import type { Tables } from './tables.ts'

/** All that the server keeps. Queries of one process run one at a time; a transaction is not interleaved. */
export type Database = Kysely<Tables>

/**
 * Opens the file, making it and its folder when they are not there; ':memory:' keeps nothing.
 * Tables are brought up to date by `migrate`. Throws the driver's error when the file cannot be opened.
 */
export function openDatabase(file: string): Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  return new Kysely<Tables>({ dialect: sqliteDialect(file) })
}

/** Opens an existing file without the means to change it. Throws the driver's error when it cannot. */
export const openForReading = (file: string): Database =>
  new Kysely<Tables>({ dialect: readingDialect(file) })
