import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import type { Logger } from 'pino'
import { createSessions } from './accounts/sessions.ts'
import { systemClock } from './clock.ts'
import type { Clock } from './clock.ts'
import { createRooms } from './drafts/rooms.ts'
import { createApp } from './http/app.ts'
import { allRoutes } from './http/routes.ts'
import { acceptSockets } from './live/sockets.ts'
import type { Sockets } from './live/sockets.ts'
import { createLive } from './live/live.ts'
import { createKeeping } from './services.ts'
import type { Services } from './services.ts'
import { clientFolder, secretBeside } from './settings.ts'
import { openDatabase } from './storage/database.ts'
import { migrate } from './storage/migrator.ts'

/** How a server is started. */
interface ServerOptions {
  readonly dataFile: string
  /** 0 takes any free port. */
  readonly port: number
  /** Public address; http://localhost and the port when left out. */
  readonly url?: string | undefined
  readonly clock?: Clock | undefined
  readonly log?: Logger | undefined
  readonly proxies?: number | undefined
  readonly requestsPerMinute?: number | undefined
  /** Milliseconds between two looks at whether those connected still answer and are still signed in. */
  readonly heartbeatMs?: number | undefined
}

/** A server that answers. */
export interface RunningServer {
  readonly url: string
  readonly services: Services
  /** Ends the sockets, lets requests under way finish, and closes the database. */
  close(): Promise<void>
}

/** Milliseconds that requests under way are given when the server stops. */
const graceMs = 5_000

/** Opens the database and listens. Throws when the file cannot be opened or the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { dataFile, port, clock = systemClock, log = pino({ level: 'silent' }) } = options
  const db = openDatabase(dataFile)
  try {
    await migrate(db)
    const keeping = createKeeping(db, clock)
    const server = createServer()
    const taken = await listen(server, port)
    const url = options.url ?? `http://localhost:${taken}`
    const sessions = createSessions({ db, secret: secretBeside(dataFile), url })
    const services = { ...keeping, sessions, url }
    const stop = serve(server, services, options, log)
    return {
      url,
      services,
      async close() {
        await stop()
        await db.destroy()
      },
    }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

function serve(server: Server, services: Services, options: ServerOptions, log: Logger): () => Promise<void> {
  const { proxies = 0, requestsPerMinute, heartbeatMs } = options
  const live = createLive(services.record, (error) => log.error(error, 'record could not be read'))
  const rooms = createRooms(services, (error) => log.error(error, 'draft could not be kept'))
  rooms.onOverlay(({ text, ...drafting }) => live.drafting(text, { type: 'drafting', ...drafting }))
  const sockets: Sockets = acceptSockets(server, services, { live, drafts: rooms, log, heartbeatMs })
  const routes = allRoutes(services, rooms, (session) => sockets.endSession(session))
  server.on('request', createApp(services, { routes, clientFolder, log, proxies, requestsPerMinute }))
  return async () => {
    sockets.close()
    live.close()
    await rooms.close()
    const closed = once(server, 'close')
    server.close()
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), graceMs).unref()
    await closed
  }
}
