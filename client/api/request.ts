import type { Refusal, RefusalCode } from '../../schema/refusal.ts'
import { isRefusal, refuse } from '../../schema/refusal.ts'

/** What a request is to do. */
export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

interface RequestOptions {
  /** Sent as JSON, or as raw bytes when it is a Blob. */
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
  /**
   * True when the server does the same request once however often it comes (a GET, or a POST with an
   * idempotency key): it is then sent again after a lost connection.
   */
  readonly repeatable?: boolean | undefined
}

/** For answers in other words than ours, as of a proxy or a limiter between browser and server. */
const codes: Readonly<Record<number, RefusalCode>> = { 401: 'signed-out', 404: 'not-found', 413: 'too-large' }

const signedOut = new Set<() => void>()

/** Calls back whenever the server says that the session has ended. Returns how to stop. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener)
  return () => signedOut.delete(listener)
}

// Pauses before a repeated request, in milliseconds: long enough together for a server to restart.
const pausesMs = [400, 1200, 3000]

/**
 * Asks the server. A refusal, a lost connection (`unavailable`) and an ended session (`signed-out`) are
 * values; only an aborted request throws.
 */
export async function request<T>(
  method: Method,
  path: string,
  { body, signal, repeatable = method === 'GET' }: RequestOptions = {},
): Promise<T | Refusal> {
  const init = requestInit(method, body, signal)
  for (let attempt = 0; ; attempt++) {
    const answer = await send(path, init)
    if (!isRefusal(answer))
      return (answer.status === 204 ? undefined : await answer.json().catch(() => null)) as T
    const pause = pausesMs[attempt]
    if (answer.code !== 'unavailable' || !repeatable || pause === undefined) return answer
    await new Promise((done) => setTimeout(done, pause))
    signal?.throwIfAborted()
  }
}

/** Asks the server for a file, once; what is not a file is a value as in `request`. */
export const requestFile = (path: string, signal?: AbortSignal): Promise<Response | Refusal> =>
  send(path, requestInit('GET', undefined, signal))

/** What a query throws so that its cache keeps the refusal. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** Reads for a query: throws `Refused` in place of returning a refusal. */
export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  const answer = await request<T>('GET', path, { signal })
  if (isRefusal(answer)) throw new Refused(answer)
  return answer
}

/** The refusal in whatever was thrown; a fault that is none reads as `unavailable`. */
export function refusalIn(error: unknown): Refusal {
  return error instanceof Refused ? error.refusal : refuse('unavailable')
}

function requestInit(method: Method, body: unknown, signal: AbortSignal | undefined): RequestInit {
  const raw = body instanceof Blob
  return {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(body === undefined
        ? {}
        : { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
    },
    ...(body === undefined ? {} : { body: raw ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }
}

async function send(path: string, init: RequestInit): Promise<Response | Refusal> {
  let response: Response
  try {
    response = await fetch(path, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    return refuse('unavailable')
  }
  if (response.ok) return response
  const answer: unknown = await response.json().catch(() => null)
  const refusal = isRefusal(answer) ? answer : refuse(codes[response.status] ?? 'unavailable')
  if (refusal.code === 'signed-out') signedOut.forEach((listener) => listener())
  return refusal
}
