/**
 * Types of message on the socket of a draft. The first four are those of y-websocket; the others are ours.
 * `saved` counts the updates of this socket that are on disk; `refused` carries a Refusal as JSON; `hello`
 * must be the first thing a client says.
 */
export const messageType = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  saved: 4,
  refused: 5,
  hello: 6,
} as const

/** Types of sync message, as in y-protocols. */
export const syncType = { step1: 0, step2: 1, update: 2 } as const

/**
 * Version of what a draft may hold. A client that knows less would delete what it does not know, so the
 * server admits only its own version.
 */
export const draftVersion = 1

/** What a client says first: its version, and the Yjs client ids it writes with, the present one first. */
export interface Hello {
  readonly version: number
  readonly clients: readonly number[]
}

/** Close codes that tell a client not to come back by itself. */
export const closeCode = {
  malformed: 4400,
  'signed-out': 4401,
  'not-allowed': 4403,
  'not-found': 4404,
  'too-large': 4413,
  outdated: 4426,
  'too-many-windows': 4429,
} as const

/** What the server writes into a draft beside its words. */
export const draftMaps = { meta: 'meta', overtaken: 'overtaken', text: 'text' } as const
