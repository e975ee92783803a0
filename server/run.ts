import { existsSync, renameSync, rmSync } from 'node:fs'
import { pino } from 'pino'
import { guestLinks, keepGuests } from './accounts/guests.ts'
import { startServer } from './app.ts'
import { systemClock } from './clock.ts'
import { loadDemonstration } from './demonstration/load.ts'
import { createKeeping } from './services.ts'
import { readSettings } from './settings.ts'
import { openDatabase } from './storage/database.ts'
import { migrate } from './storage/migrator.ts'

/**
 * Runs the server until the process is told to stop: loads the demonstration when there is no database yet,
 * and says where to go. Ends the process with a sentence when it cannot start.
 */
export async function runServer(environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  try {
    const { dataFile, port, url, proxies, logLevel, demonstration } = readSettings(environment)
    const log = pino({ level: logLevel })
    if (demonstration && !existsSync(dataFile)) await foundDemonstration(dataFile, say)
    const server = await startServer({ dataFile, port, url, proxies, log })
    const links = await guestLinks(server.services, server.url)
    say(`Adref answers at ${server.url}   (data: ${dataFile})`)
    if (links.length > 0) say('\nSign in to the demonstration as:')
    const width = Math.max(0, ...links.map(({ as }) => as.length))
    for (const link of links) say(`  ${link.as.padEnd(width)}  ${link.url}`)
    if (links.length > 0) say('\nThese links work until the server stops. Stop it with Ctrl+C.')
    stopOnSignal(() => server.close(), say)
  } catch (error) {
    say(`Adref could not start: ${reasonOf(error)}`)
    process.exitCode = 1
  }
}

/** The demonstration takes its place under the file's name only once it is whole. */
async function foundDemonstration(dataFile: string, say: (line: string) => void): Promise<void> {
  say('First run: loading the demonstration …')
  const startMs = performance.now()
  const half = `${dataFile}.loading`
  for (const rest of ['', '-wal', '-shm']) rmSync(half + rest, { force: true })
  const db = openDatabase(half)
  try {
    await migrate(db)
    const { guests, texts } = await loadDemonstration(createKeeping(db, systemClock))
    await keepGuests(db, guests)
    const acts = texts.reduce((sum, { n }) => sum + n, 0)
    say(`Loaded ${texts.length} texts, ${acts} acts: ${((performance.now() - startMs) / 1000).toFixed(1)} s`)
  } finally {
    await db.destroy()
  }
  renameSync(half, dataFile)
}

function stopOnSignal(close: () => Promise<void>, say: (line: string) => void): void {
  let stopping = false
  const stop = (): void => {
    // Asked twice, it does not wait.
    if (stopping) process.exit(1)
    stopping = true
    say('\nStopping …')
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        say(reasonOf(error))
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** A sentence for the terminal: the errors an operator can do something about come with what to do. */
function reasonOf(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  if (code === 'EADDRINUSE') return 'the port is taken. Set PORT to another one.'
  if (code === 'EACCES') return `${String(message)}. Set PORT or ADREF_DATA to what this user may use.`
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT')
    return 'the file ADREF_DATA names is no database, or is damaged. `npm run -s adref -- verify FILE` says more.'
  return String(message ?? error)
}
