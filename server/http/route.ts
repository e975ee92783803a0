import type { z } from 'zod'
import type { Session } from '../accounts/sessions.ts'
import type { Refusal } from '../../schema/refusal.ts'

/** What is sent back when a request is not refused. */
export interface Reply {
  readonly status: number
  /** Sent as JSON; nothing when undefined. */
  readonly body?: unknown
  /** JSON sent as it stands, in place of `body`. */
  readonly json?: string | undefined
  readonly file?:
    { readonly name: string; readonly type: string; readonly bytes: Uint8Array | string } | undefined
  readonly setCookie?: readonly string[] | undefined
}

/** A request that has been checked at the edge. `session` is null only on routes that are `open`. */
export interface Asked<Body, Query> {
  readonly session: Session
  readonly headers: Headers
  /** A named part of the path. Throws RangeError when the path has no such part. */
  readonly part: (name: string) => string
  readonly body: Body
  readonly query: Query
}

/** One thing that can be asked of the server. All are in one table, which the tests and the API page read. */
export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  /** Express path below /api. */
  readonly path: string
  readonly summary: string
  /** Anyone may ask, signed in or not. */
  readonly open: boolean
  readonly body: z.ZodType | null
  /** Bytes of body taken. */
  readonly bodyLimit: number
  readonly query: z.ZodType | null
  /** The body is a file, taken as it comes. */
  readonly raw: boolean
  readonly handle: (asked: Asked<unknown, unknown>) => Promise<Reply | Refusal>
}

const kilobyte = 1024
/** In bytes. */
export const megabyte = 1024 * kilobyte
const usualBody = 256 * kilobyte

/** A route whose body and query have the types that their validators say. */
export function route<Body = undefined, Query = undefined>(spec: {
  method: Route['method']
  path: string
  summary: string
  open?: boolean
  body?: z.ZodType<Body>
  bodyLimit?: number
  query?: z.ZodType<Query>
  raw?: boolean
  handle: (asked: Asked<Body, Query>) => Promise<Reply | Refusal>
}): Route {
  const { open = false, body = null, bodyLimit = usualBody, query = null, raw = false } = spec
  return {
    ...spec,
    open,
    body,
    bodyLimit,
    query,
    raw,
    // The app hands over what these very validators have returned.
    handle: (asked) => spec.handle(asked as Asked<Body, Query>),
  }
}

/** Answers with a body: 200. */
export const ok = (body: unknown): Reply => ({ status: 200, body })
/** Answers that something new is there: 201. */
export const created = (body: unknown): Reply => ({ status: 201, body })
/** Answers that it is done and there is nothing to say: 204. */
export const done: Reply = { status: 204 }
