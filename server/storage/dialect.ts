import Sqlite from 'better-sqlite3'
import { SqliteDialect } from 'kysely'
import type { Dialect } from 'kysely'

/** Milliseconds a connection waits for another one's transaction on the same file. */
const busyTimeoutMs = 5_000

/** Column types that differ between the engines; migrations take them from here. */
export const columnTypes = { bytes: 'blob' } as const

/**
 * The engine under Kysely: one SQLite file. Everything that only SQLite understands is in this file, so
 * that another engine is another file like it. A read-only connection never creates or changes anything.
 * Throws the driver's error when the file is missing (read-only), locked or not a database.
 */
export function sqliteDialect(file: string, readOnly: boolean): Dialect {
  const connection = new Sqlite(file, { readonly: readOnly, fileMustExist: readOnly, timeout: busyTimeoutMs })
  try {
    if (!readOnly) {
      connection.pragma('journal_mode = WAL')
      // An act is told to others only once it is on disk: NORMAL would lose the last ones with the power.
      connection.pragma('synchronous = FULL')
      connection.pragma('foreign_keys = ON')
    }
    // Reads the header, so that a file that is no database is noticed here and not in the first query.
    connection.pragma('schema_version')
  } catch (error) {
    connection.close()
    throw error
  }
  return new SqliteDialect({ database: connection })
}

const racing = new Set([
  'SQLITE_CONSTRAINT_PRIMARYKEY',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
])
const damaged = /^SQLITE_(NOTADB|CORRUPT|IOERR|CANTOPEN)/

/** True when a transaction failed only because another one was faster: it may be tried again. */
export const lostRace = (error: unknown): boolean => racing.has(codeOf(error))

/** True when the file cannot be read as a database of the engine. */
export const unreadable = (error: unknown): boolean => damaged.test(codeOf(error))

const codeOf = (error: unknown): string => (error instanceof Sqlite.SqliteError ? error.code : '')
