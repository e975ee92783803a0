import { isUtf8 } from 'node:buffer'
import type { IncomingMessage, ServerResponse } from 'node:http'
import express from 'express'
import type { Request, RequestHandler, Response, Router } from 'express'
import type { Session } from '../accounts/sessions.ts'
import { isRefusal, refuse } from '../../schema/refusal.ts'
import type { Refusal } from '../../schema/refusal.ts'
import type { Services } from '../services.ts'
import { limitGuesses, limitRequests } from './limits.ts'
import type { Reply, Route } from './route.ts'
import { issueOf } from './issue.ts'
import { sameOrigin, sessionOf, setSession, webHeaders } from './session.ts'
import { statusOf } from './status.ts'

/**
 * The routes of the table, below /api. Without a session all but the open ones answer 401, whether
 * they exist or not.
 */
export function apiRouter(services: Services, routes: readonly Route[], requestsPerMinute?: number): Router {
  const router = express.Router()
  router.use(noStore, checkOrigin(services.url), findSession(services), limitRequests(requestsPerMinute))
  const open = routes.filter((route) => route.open)
  for (const route of open) mount(router, route, limitGuesses())
  router.use((request, response, next) => {
    if (sessionOf(request)) next()
    else sendRefusal(response, refuse('signed-out'))
  })
  for (const route of routes) if (!route.open) mount(router, route)
  router.use((_request, response) => sendRefusal(response, refuse('not-found')))
  return router
}

/** Answers with a refusal as JSON. */
export function sendRefusal(response: Response, refusal: Refusal): void {
  response.status(statusOf(refusal)).json(refusal)
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store')
  next()
}

const checkOrigin =
  (url: string): RequestHandler =>
  (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD' || sameOrigin(request, url)) next()
    else sendRefusal(response, refuse('not-allowed', { role: 'stranger', deed: 'cross-site' }))
  }

const findSession =
  ({ sessions }: Services): RequestHandler =>
  async (request, response, next) => {
    const { session, setCookie } = await sessions.find(webHeaders(request))
    if (session) setSession(request, session)
    for (const cookie of setCookie) response.append('Set-Cookie', cookie)
    next()
  }

function mount(router: Router, route: Route, ...before: RequestHandler[]): void {
  const { method, path, bodyLimit, raw } = route
  const parse = raw
    ? express.raw({ type: () => true, limit: bodyLimit })
    : express.json({ type: () => true, limit: bodyLimit, verify: mustBeUtf8 })
  const handlers = route.body || raw ? [...before, parse] : before
  router[method](path, ...handlers, async (request: Request, response: Response) => {
    const reply = await answer(route, request)
    if (isRefusal(reply)) sendRefusal(response, reply)
    else send(response, reply)
  })
}

/** Bytes that are not UTF-8 would come out as question marks in somebody's words. */
function mustBeUtf8(_request: IncomingMessage, _response: ServerResponse, body: Buffer): void {
  if (!isUtf8(body)) throw Object.assign(new Error('the body is not UTF-8'), { status: 400 })
}

async function answer(route: Route, request: Request): Promise<Reply | Refusal> {
  const body = route.body?.safeParse(request.body)
  if (body && !body.success) return refuse('malformed', issueOf(body.error))
  const query = route.query?.safeParse(request.query)
  if (query && !query.success) return refuse('malformed', issueOf(query.error))
  return route.handle({
    // Routes that are not open are mounted behind the check that there is one.
    session: sessionOf(request) as Session,
    headers: webHeaders(request),
    part(name) {
      const value = request.params[name]
      if (typeof value !== 'string') throw new RangeError(`no such part of ${route.path}: ${name}`)
      return value
    },
    body: route.raw && !Buffer.isBuffer(request.body) ? new Uint8Array() : (body?.data ?? request.body),
    query: query?.data,
  })
}

function send(response: Response, { status, body, json, file, setCookie }: Reply): void {
  for (const cookie of setCookie ?? []) response.append('Set-Cookie', cookie)
  response.status(status)
  if (file) {
    // What delegations wrote is in it: no script of it may run as a page of this server.
    response.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    const inline = file.type.startsWith('text/html')
    response.attachment(file.name)
    // Shown, and still saved under its name.
    if (inline)
      response.set(
        'Content-Disposition',
        response.get('Content-Disposition')!.replace(/^attachment/, 'inline'),
      )
    response.type(file.type).send(typeof file.bytes === 'string' ? file.bytes : Buffer.from(file.bytes))
  } else if (json !== undefined) response.type('json').send(json)
  else if (body !== undefined) response.json(body)
  else response.end()
}
