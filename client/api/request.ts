import type { Refusal } from '../../schema/refusal.ts'
import { isRefusal, refuse } from '../../schema/refusal.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

export interface RequestOptions {
  /** Sent as JSON, or as raw bytes when it is a Blob. */
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
  /**
   * True when the server does the same request once however often it comes (a GET, or a POST with an
   * idempotency key): it is then sent again after a lost connection.
   */
  readonly repeatable?: boolean | undefined
}

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
    const answer = await send<T>(path, init)
    const pause = pausesMs[attempt]
    if (!isRefusal(answer) || answer.code !== 'unavailable' || !repeatable || pause === undefined) {
      if (isRefusal(answer) && answer.code === 'signed-out') signedOut.forEach((listener) => listener())
      return answer
    }
    await new Promise((done) => setTimeout(done, pause))
    signal?.throwIfAborted()
  }
}

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

async function send<T>(path: string, init: RequestInit): Promise<T | Refusal> {
  let response: Response
  try {
    response = await fetch(path, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    return refuse('unavailable')
  }
  if (response.status === 204) return undefined as T
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return answer as T
  if (isRefusal(answer)) return answer
  if (response.status === 401) return refuse('signed-out')
  if (response.status === 404) return refuse('not-found')
  if (response.status === 413) return refuse('too-large')
  // What stands between browser and server (a proxy, a limiter) answers in its own words.
  return refuse('unavailable')
}
