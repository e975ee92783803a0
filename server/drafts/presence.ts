import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Actor } from '../../schema/party/role.ts'
import { seatOf } from '../../schema/record/rights.ts'

/** JSON characters of one person's state: two relative positions need a third of it. */
const maxState = 1_000
/** Carets are told at most this often. */
const everyMs = 80

interface Shown {
  clock: number
  /** JSON as the server stamped it; 'null' once gone. */
  state: string
}

/**
 * Carets of the people in a room. A client says where its caret is and nothing else; who it is, the server
 * says. What came in quickly goes out once.
 */
export class Presence {
  readonly #shown = new Map<number, Shown>()
  readonly #changed = new Set<number>()
  readonly #tell: (bytes: Uint8Array, clients: ReadonlySet<number>) => void
  #timer: NodeJS.Timeout | null = null

  constructor(tell: (bytes: Uint8Array, clients: ReadonlySet<number>) => void) {
    this.#tell = tell
  }

  /** Takes in what one client says of itself; what it says of others is passed over. */
  receive(bytes: Uint8Array, client: number, actor: Actor): void {
    const entry = readOwn(bytes, client)
    if (!entry) return
    const known = this.#shown.get(client)
    if (known && known.clock >= entry.clock) return
    this.#shown.set(client, { clock: entry.clock, state: stamped(entry.state, actor) })
    this.#later(client)
  }

  /** Takes a client's caret away. */
  leave(client: number): void {
    const known = this.#shown.get(client)
    if (!known || known.state === 'null') return
    this.#shown.set(client, { clock: known.clock + 1, state: 'null' })
    this.#later(client)
  }

  /** Everyone who is here, for somebody who comes in; `except` is their own client id. */
  all(except: number | null): Uint8Array {
    return this.#encode([...this.#shown.keys()].filter((client) => client !== except))
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
  }

  #later(client: number): void {
    this.#changed.add(client)
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      const changed = new Set(this.#changed)
      this.#changed.clear()
      this.#tell(this.#encode([...changed]), changed)
      for (const gone of changed) if (this.#shown.get(gone)?.state === 'null') this.#shown.delete(gone)
    }, everyMs)
  }

  #encode(clients: readonly number[]): Uint8Array {
    const encoder = encoding.createEncoder()
    const found = clients.flatMap((client) => {
      const shown = this.#shown.get(client)
      return shown ? [{ client, ...shown }] : []
    })
    encoding.writeVarUint(encoder, found.length)
    for (const { client, clock, state } of found) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarString(encoder, state)
    }
    return encoding.toUint8Array(encoder)
  }
}

/** An awareness update that says nothing: y-websocket drops a line on which nothing was heard for 30 s. */
export const nothingNew = (): Uint8Array => new Uint8Array([0])

function readOwn(bytes: Uint8Array, own: number): { clock: number; state: unknown } | null {
  try {
    const decoder = decoding.createDecoder(bytes)
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const state = decoding.readVarString(decoder)
      if (client === own && state.length <= maxState) return { clock, state: JSON.parse(state) as unknown }
    }
  } catch {
    return null
  }
  return null
}

function stamped(state: unknown, actor: Actor): string {
  if (typeof state !== 'object' || state === null) return 'null'
  const { cursor } = state as { cursor?: unknown }
  const { name, delegation } = actor
  return JSON.stringify({
    user: { name, delegation: delegation ?? seatOf(actor) },
    cursor: positions(cursor),
  })
}

function positions(cursor: unknown): { anchor: unknown; head: unknown } | null {
  if (typeof cursor !== 'object' || cursor === null) return null
  const { anchor, head } = cursor as { anchor?: unknown; head?: unknown }
  return { anchor, head }
}
