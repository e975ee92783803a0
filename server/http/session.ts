import type { IncomingMessage } from 'node:http'
import type { Request } from 'express'
import type { Session } from '../accounts/sessions.ts'

const sessionsOfRequests = new WeakMap<Request, Session>()

/** Notes whose request it is. */
export const setSession = (request: Request, session: Session): void => {
  sessionsOfRequests.set(request, session)
}

/** Whose request it is; undefined when nobody is signed in. */
export const sessionOf = (request: Request): Session | undefined => sessionsOfRequests.get(request)

/** The headers of a Node request as the web knows them. */
export function webHeaders({ headers }: IncomingMessage): Headers {
  const out = new Headers()
  for (const [name, value] of Object.entries(headers))
    for (const one of Array.isArray(value) ? value : [value ?? '']) out.append(name, one)
  return out
}

/**
 * True when the request comes from a page of this server: what keeps other sites from acting in somebody's
 * name. Browsers send Origin with every socket and every request that is not a GET.
 */
export function sameOrigin({ headers }: IncomingMessage, url: string): boolean {
  const { origin, host } = headers
  if (origin === undefined || !URL.canParse(origin)) return false
  if (origin === url) return true
  const from = new URL(origin)
  // Whoever stands in the way can make a page of http; where all is https, it is not ours.
  return from.host === host && (from.protocol === 'https:' || new URL(url).protocol === 'http:')
}
