import { existsSync, readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { SqliteDialect } from 'kysely'
import type { Dialect } from 'kysely'

/** Milliseconds a connection waits for another one's transaction on the same file. */
const busyTimeoutMs = 5_000

/** Column types that differ between the engines; migrations take them from here. */
export const columnTypes = { bytes: 'blob' } as const

/**
 * The engine under Kysely: one SQLite file. Everything that only SQLite understands is in this file, so
 * that another engine is another file like it. Throws the driver's error when the file cannot be opened.
 */
export function sqliteDialect(file: string): Dialect {
  const connection = new Sqlite(file, { timeout: busyTimeoutMs })
  try {
    connection.pragma('journal_mode = WAL')
    // An act is told to others only once it is on disk: NORMAL would lose the last ones with the power.
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
  } catch (error) {
    connection.close()
    throw error
  }
  return new SqliteDialect({ database: connection })
}

/**
 * An existing file, for reading. A file that nobody has open is read whole and never touched, as from a
 * write-protected medium; one in use is read beside its writer. Throws the driver's error when it cannot.
 */
export function readingDialect(file: string): Dialect {
  const connection = existsSync(`${file}-wal`)
    ? new Sqlite(file, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs })
    : new Sqlite(withoutWal(readFileSync(file)), { readonly: true })
  try {
    // Reads the header, so that a file that is no database is noticed here and not in the first query.
    connection.pragma('schema_version')
  } catch (error) {
    connection.close()
    throw error
  }
  return new SqliteDialect({ database: connection })
}

/** Bytes 18 and 19 of the header ask for a write-ahead log, which a database in memory cannot have. */
function withoutWal(bytes: Buffer): Buffer {
  if (bytes[18] === 2 && bytes[19] === 2) bytes.fill(1, 18, 20)
  return bytes
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
