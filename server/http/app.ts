import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import compression from 'compression'
import express from 'express'
import type { ErrorRequestHandler, Express } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import { refuse } from '../../schema/refusal.ts'
import type { Refusal } from '../../schema/refusal.ts'
import { DamagedRecord } from '../record/record.ts'
import type { Services } from '../services.ts'
import { apiRouter, sendRefusal } from './api.ts'
import type { Route } from './route.ts'

/** How the HTTP side is set up. */
interface AppOptions {
  readonly routes: readonly Route[]
  /** Folder of the built client. */
  readonly clientFolder: string
  readonly log: Logger
  /** Reverse proxies in front whose word on the client's address is taken. */
  readonly proxies: number
  /** Requests of one signed-in person in a minute. */
  readonly requestsPerMinute?: number | undefined
}

/** The HTTP side: the API below /api, and the client's pages everywhere else. */
export function createApp(services: Services, options: AppOptions): Express {
  const { routes, clientFolder, log, proxies, requestsPerMinute } = options
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', proxies)
  app.set('query parser', 'simple')
  app.use(logRequests(log), headers(services.url.startsWith('https:')), compression())
  app.use('/api', apiRouter(services, routes, requestsPerMinute))
  app.use(pages(clientFolder))
  app.use(fail(log))
  return app
}

/** What is logged of a request: never a query, a body, a cookie, or the secret in a link's address. */
const logRequests = (log: Logger) =>
  pinoHttp({
    logger: log,
    genReqId: () => randomUUID(),
    serializers: {
      req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
        id,
        method,
        path: url.replace(/\?.*/s, '').replace(/^(\/sign-in\/).*/s, '$1'),
      }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
  })

const headers = (secure: boolean) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // react-aria writes style elements of its own; scripts stay strict.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'same-origin' },
  })

/** The built client. Its assets carry a hash in their names and never change; its page is asked for each time. */
function pages(folder: string) {
  const router = express.Router()
  const page = join(folder, 'index.html')
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  )
  router.use(express.static(folder, { index: false, maxAge: '1h' }))
  router.get(/.*/, (_request, response) => {
    response.set('Cache-Control', 'no-cache')
    if (existsSync(page)) response.sendFile(page)
    else response.status(503).type('text').send('The client has not been built: npm run build')
  })
  return router
}

/** Whatever went wrong: the sender's fault is told, ours is logged and told as unavailable. */
const fail =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    const refusal = refusalOf(error)
    if (refusal.code === 'unavailable' || refusal.code === 'record-damaged')
      log.error(error, 'request failed')
    // What is left of a body that was refused need not be read.
    if (refusal.code === 'too-large') response.set('Connection', 'close')
    sendRefusal(response, refusal)
  }

/** Body-parser and the router give errors with an HTTP status; anything without is a fault of ours. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof DamagedRecord) return refuse('record-damaged')
  const { status, limit } = (error ?? {}) as { status?: unknown; limit?: unknown }
  if (status === 413)
    return refuse('too-large', { what: 'body', limit: typeof limit === 'number' ? limit : 0 })
  if (status === 404) return refuse('not-found')
  if (typeof status === 'number' && status < 500)
    return refuse('malformed', { where: 'request', what: String(status) })
  return refuse('unavailable')
}
