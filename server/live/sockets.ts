import { STATUS_CODES } from 'node:http'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import { WebSocketServer } from 'ws'
import { closeCode } from '../../schema/draft/wire.ts'
import type { Actor } from '../../schema/party/role.ts'
import { PROTOCOL_VERSION } from '../../schema/record/protocol.ts'
import { isRefusal, refuse } from '../../schema/refusal.ts'
import type { Refusal } from '../../schema/refusal.ts'
import type { Session } from '../accounts/sessions.ts'
import { enterDraft, enterText } from '../http/access.ts'
import { sameOrigin, webHeaders } from '../http/session.ts'
import { statusOf } from '../http/status.ts'
import type { Services } from '../services.ts'
import { encodeFrame } from './frame.ts'
import type { Live } from './live.ts'

/** Where a draft's socket is handed over. */
export interface Drafts {
  attach(socket: WebSocket, draft: string, actor: Actor): void
}

/** The sockets that are open, and the ways they end. */
export interface Sockets {
  /** Closes the sockets of a session that has ended. */
  endSession(session: string): void
  /** Closes every socket and takes no more. */
  close(): void
}

interface Visitor {
  readonly session: Session
  readonly negotiation: string
  readonly live: boolean
  answered: boolean
}

const usualHeartbeatMs = 30_000
/** Sockets of one person: a text and its drafts in a dozen windows on each of several devices. */
const mostSockets = 60
/** Milliseconds a client is given to answer the closing of its socket. */
const closingMs = 1_000
const liveMaxBytes = 1024
/** A paste of a whole text fits; more is refused by closing the socket. */
const draftMaxBytes = 16 * 1024 * 1024
/** WebSocket close codes after which a client comes back, to be judged anew. */
const [goingAway, comeBack] = [1001, 1012]

/**
 * Takes over the upgrades of a server: /live/:text?after=n&protocol=v and /drafts/:draft. A socket needs a session, a
 * page of this server as its origin and the right to read; it is closed when the session or the right ends.
 */
export function acceptSockets(
  server: Server,
  services: Services,
  {
    live,
    drafts,
    log,
    heartbeatMs = usualHeartbeatMs,
  }: { live: Live; drafts: Drafts; log: Logger; heartbeatMs?: number | undefined },
): Sockets {
  const visitors = new Map<WebSocket, Visitor>()
  /** Seats that have changed so far. */
  let changed = 0
  const options = { noServer: true, perMessageDeflate: false, clientTracking: false }
  const liveServer = new WebSocketServer({ ...options, maxPayload: liveMaxBytes })
  const draftServer = new WebSocketServer({ ...options, maxPayload: draftMaxBytes })

  const admit = (socket: WebSocket, visitor: Omit<Visitor, 'answered'>): void => {
    const entry = { ...visitor, answered: true }
    visitors.set(socket, entry)
    socket.on('close', () => visitors.delete(socket))
    socket.on('pong', () => (entry.answered = true))
    // The library closes the socket by itself; unheard, the error would end the process.
    socket.on('error', (error) => log.debug({ error: error.message }, 'socket failed'))
  }

  const close = (code: number, reason: string, concerns: (visitor: Visitor) => boolean): void => {
    for (const [socket, visitor] of visitors) {
      if (!concerns(visitor)) continue
      // Whoever does not answer the closing is not heard meanwhile, and not waited for.
      socket.removeAllListeners('message')
      socket.close(code, reason)
      setTimeout(() => socket.terminate(), closingMs).unref()
    }
  }
  /** Closes for good: the frame says why, and that coming back is of no use. */
  const end = (code: 'signed-out' | 'not-allowed', concerns: (visitor: Visitor) => boolean): void => {
    const frame = encodeFrame({ type: 'closed', code })
    for (const [socket, visitor] of visitors)
      if (visitor.live && concerns(visitor)) socket.send(frame, { binary: false })
    close(closeCode[code], code, concerns)
  }

  const socketsOf = (person: string): number => {
    let count = 0
    for (const { session } of visitors.values()) if (session.person.id === person) count++
    return count
  }

  /** A browser does not show a page why its socket was refused: it is let in, told, and shut out. */
  const turnAway = (
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    code: 'outdated' | 'too-many-windows',
  ): void =>
    liveServer.handleUpgrade(request, socket, head, (opened) => {
      opened.on('error', () => opened.terminate())
      opened.send(encodeFrame({ type: 'closed', code }), { binary: false })
      opened.close(closeCode[code], code)
      setTimeout(() => opened.terminate(), closingMs).unref()
    })

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    if (!sameOrigin(request, services.url)) {
      reject(socket, refuse('not-allowed', { role: 'stranger', deed: 'cross-site' }))
      return
    }
    const before = changed
    const { session } = await services.sessions.find(webHeaders(request))
    const goal = session ? await goalOf(services, request.url ?? '', session) : refuse('signed-out')
    // Whoever lost their seat while it was looked up is no visitor yet, whose socket would be closed.
    if (changed !== before) return upgrade(request, socket, head)
    if (isRefusal(goal)) {
      reject(socket, goal)
      return
    }
    const full = socketsOf(session!.person.id) >= mostSockets
    const outdated = goal.type === 'live' && goal.protocol !== PROTOCOL_VERSION
    if (full || outdated) {
      const code = outdated ? 'outdated' : 'too-many-windows'
      if (goal.type === 'live') turnAway(request, socket, head, code)
      else reject(socket, refuse(code, { limit: mostSockets }))
      return
    }
    const { negotiation, actor } = goal
    const visitor = { session: session!, negotiation }
    if (goal.type === 'live')
      liveServer.handleUpgrade(request, socket, head, (opened) => {
        admit(opened, { ...visitor, live: true })
        live.join(opened, goal.id, actor, goal.after)
      })
    else
      draftServer.handleUpgrade(request, socket, head, (opened) => {
        admit(opened, { ...visitor, live: false })
        drafts.attach(opened, goal.id, actor)
      })
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    upgrade(request, socket, head).catch((error: unknown) => {
      log.error(error, 'socket could not be opened')
      reject(socket, refuse('unavailable'))
    })
  })

  services.memberships.onChange(({ person, negotiation, ended }) => {
    changed++
    const theirs = (visitor: Visitor): boolean =>
      visitor.negotiation === negotiation && visitor.session.person.id === person
    if (ended) end('not-allowed', theirs)
    else close(comeBack, 'seat changed', theirs)
  })

  /** A session may run out, or be ended by another process, while its sockets are open. */
  const endExpired = async (): Promise<void> => {
    const sessions = [...new Set([...visitors.values()].map(({ session }) => session.id))]
    if (sessions.length === 0) return
    const living = await services.sessions.living(sessions, services.clock().toISOString())
    end('signed-out', ({ session }) => sessions.includes(session.id) && !living.has(session.id))
  }

  const heartbeat = setInterval(() => {
    endExpired().catch((error: unknown) => log.error(error, 'sessions could not be checked'))
    for (const [socket, visitor] of visitors) {
      if (!visitor.answered) socket.terminate()
      visitor.answered = false
      socket.ping()
    }
  }, heartbeatMs)

  return {
    endSession: (session) => end('signed-out', (visitor) => visitor.session.id === session),
    close() {
      clearInterval(heartbeat)
      close(goingAway, 'the server stops', () => true)
      server.removeAllListeners('upgrade')
    },
  }
}

type Goal = { readonly id: string; readonly negotiation: string; readonly actor: Actor } & (
  { readonly type: 'live'; readonly after: number; readonly protocol: number } | { readonly type: 'draft' }
)

/** What an address leads to, for this person. */
async function goalOf(services: Services, address: string, session: Session): Promise<Goal | Refusal> {
  const url = URL.parse(address, 'http://localhost')
  if (!url) return refuse('not-found')
  const [, type, id, ...rest] = url.pathname.split('/')
  if (id === undefined || rest.length > 0) return refuse('not-found')
  const person = session.person.id
  if (type === 'live') {
    const after = Number(url.searchParams.get('after') ?? 0)
    if (!Number.isSafeInteger(after) || after < 0)
      return refuse('malformed', { where: 'after', what: 'a number of an act is expected' })
    const access = await enterText(services, id, person)
    if (isRefusal(access)) return access
    // Somebody who knows acts that are not here would wait for ever: they have to start anew.
    if (after > ((await services.record.state(id))?.n ?? 0))
      return refuse('malformed', { where: 'after', what: 'no such act' })
    const protocol = Number(url.searchParams.get('protocol') ?? PROTOCOL_VERSION)
    return { type, id, after, protocol, negotiation: access.entry.negotiation, actor: access.actor }
  }
  if (type !== 'drafts') return refuse('not-found')
  const access = await enterDraft(services, id, person)
  if (isRefusal(access)) return access
  return { type: 'draft', id, negotiation: access.entry.negotiation, actor: access.actor }
}

function reject(socket: Duplex, refusal: Refusal): void {
  const status = statusOf(refusal)
  const body = JSON.stringify(refusal)
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}
