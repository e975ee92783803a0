import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { closeCode, draftMaps, draftVersion } from '../../schema/draft/wire.ts'
import type { Hello } from '../../schema/draft/wire.ts'
import type { Actor } from '../../schema/party/role.ts'
import { isRefusal, refuse } from '../../schema/refusal.ts'
import type { Refusal } from '../../schema/refusal.ts'
import type { Message } from './message.ts'
import {
  awarenessMessage,
  readMessage,
  refusedMessage,
  savedMessage,
  step1,
  step2,
  updateMessage,
} from './message.ts'
import { nothingNew, Presence } from './presence.ts'
import { checkUpdate, gap } from './update.ts'

/** Messages nobody understands, or updates refused, after which a socket is closed. */
const maxStrikes = 3
/** Bytes that may wait for a reader; beyond, the line is too slow and is dropped. */
const maxWaitingBytes = 16 * 1024 * 1024
const heartbeatMs = 15_000

/** One device that has the draft open. */
interface Visitor {
  readonly socket: WebSocket
  readonly actor: Actor
  /** Yjs client ids it writes with, the present one first; none before it has said hello. */
  clients: readonly number[]
  /** True once it has sent all it had when it came. */
  synced: boolean
  /** Updates it has sent. */
  received: number
  strikes: number
}

/** What a room needs of the world. */
interface RoomPorts {
  /** Resolves when the updates are on disk, in the order given. */
  persist(updates: readonly Uint8Array[]): Promise<void>
  /** The words or the basis changed. */
  onChange(): void
  /** The room is no longer what the disk says, or cannot be kept: it is to be made anew from the disk. */
  onBroken(error: unknown): void
}

/**
 * The people who have one draft open. Every update is read whole and checked, applied, put on disk, and
 * only then told to the others and acknowledged to its sender.
 */
export class Room {
  readonly doc: Y.Doc
  readonly visitors = new Set<Visitor>()
  readonly #ports: RoomPorts
  readonly #presence: Presence
  readonly #heartbeat: NodeJS.Timeout
  #queue: { bytes: Uint8Array; from: unknown }[] = []
  #acknowledge = new Map<Visitor, number>()
  #flushing: Promise<void> | null = null
  #broken = false

  constructor(doc: Y.Doc, ports: RoomPorts) {
    this.doc = doc
    this.#ports = ports
    this.#presence = new Presence((bytes, clients) => {
      for (const visitor of this.visitors)
        if (clients.size > 1 || !clients.has(visitor.clients[0] ?? -1)) send(visitor, awarenessMessage(bytes))
    })
    this.#heartbeat = setInterval(() => {
      for (const visitor of this.visitors) send(visitor, awarenessMessage(nothingNew()))
    }, heartbeatMs)
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      this.#queue.push({ bytes, from: origin })
      this.#ports.onChange()
      void this.flush()
    })
  }

  /** Lets a device in; its messages are given to `hear`. */
  enter(socket: WebSocket, actor: Actor): Visitor {
    const visitor = { socket, actor, clients: [], synced: false, received: 0, strikes: 0 }
    this.visitors.add(visitor)
    return visitor
  }

  leave(visitor: Visitor): void {
    if (!this.visitors.delete(visitor)) return
    const [client] = visitor.clients
    if (client !== undefined) this.#presence.leave(client)
  }

  hear(visitor: Visitor, data: Uint8Array): void {
    const message = readMessage(data)
    if (!message)
      return this.#strike(visitor, refuse('malformed', { where: 'message', what: 'cannot be read' }))
    if (message.type === 'hello') return this.#hello(visitor, message.hello)
    if (visitor.clients.length === 0)
      return this.#end(visitor, refuse('malformed', { where: 'version', what: 'no version was given' }))
    this.#answer(visitor, message)
  }

  /** Resolves when everything applied so far is on disk and told. */
  flush(): Promise<void> {
    this.#flushing ??= this.#write().finally(() => (this.#flushing = null))
    return this.#flushing
  }

  /** Sends everyone away: to come back, or (with a code above 4400) not to. */
  close(code: number, reason: string): void {
    clearInterval(this.#heartbeat)
    this.#presence.close()
    for (const { socket } of this.visitors) socket.close(code, reason)
  }

  #hello(visitor: Visitor, { version, clients }: Hello): void {
    // A device that changes its name would leave a caret behind under each.
    if (visitor.clients.length > 0)
      return this.#end(visitor, refuse('malformed', { where: 'client', what: 'already given' }))
    if (version !== draftVersion)
      return this.#end(
        visitor,
        refuse('malformed', { where: 'version', what: `${version}, not ${draftVersion}` }),
      )
    const taken = clients.find((client) => {
      const owner = this.#ownerOf(client)
      return client === this.doc.clientID || (owner !== null && owner !== visitor.actor.person)
    })
    if (taken !== undefined)
      return this.#end(visitor, refuse('malformed', { where: 'client', what: `${taken} is somebody else's` }))
    visitor.clients = clients
    send(visitor, step1(this.doc))
    send(visitor, awarenessMessage(this.#presence.all(clients[0] ?? null)))
  }

  #answer(visitor: Visitor, message: Exclude<Message, { type: 'hello' }>): void {
    switch (message.type) {
      case 'step1':
        // What is not on disk yet is told to nobody.
        return void this.flush().then(() => this.#sync(visitor, message.vector))
      case 'queryAwareness':
        return send(visitor, awarenessMessage(this.#presence.all(visitor.clients[0] ?? null)))
      case 'awareness':
        return this.#presence.receive(message.bytes, visitor.clients[0] ?? -1, visitor.actor)
      case 'update':
        return this.#take(visitor, message.bytes, message.whole)
    }
  }

  #sync(visitor: Visitor, vector: Uint8Array): void {
    try {
      send(visitor, step2(this.doc, vector))
    } catch {
      this.#strike(visitor, refuse('malformed', { where: 'message', what: 'no state vector' }))
    }
  }

  #take(visitor: Visitor, bytes: Uint8Array, whole: boolean): void {
    visitor.received++
    const { person } = visitor.actor
    const checked = checkUpdate(this.doc, bytes, (client) => {
      const owner = this.#ownerOf(client)
      return owner === null ? visitor.clients.includes(client) : owner === person
    })
    if (whole) visitor.synced = true
    if (isRefusal(checked)) {
      // Typed in the moment between coming back and being asked what is missing: the answer to that has it.
      if (checked === gap && !visitor.synced) return
      return this.#strike(visitor, checked)
    }
    const meta = this.doc.getMap(draftMaps.meta)
    const fresh = checked.clients.filter((client) => meta.get(authorKey(client)) === undefined)
    try {
      if (fresh.length > 0)
        this.doc.transact(() => fresh.forEach((client) => meta.set(authorKey(client), person)), this)
      Y.applyUpdate(this.doc, bytes, visitor)
    } catch (error) {
      return this.#break(error)
    }
    if (this.doc.store.pendingStructs || this.doc.store.pendingDs)
      return this.#break(new Error('an update was applied in part'))
    this.#acknowledge.set(visitor, visitor.received)
    void this.flush()
  }

  /** Whose client id it is: who wrote under it, or announced it and is here. */
  #ownerOf(client: number): string | null {
    const author = this.doc.getMap(draftMaps.meta).get(authorKey(client))
    if (typeof author === 'string') return author
    for (const { clients, actor } of this.visitors) if (clients.includes(client)) return actor.person
    return null
  }

  async #write(): Promise<void> {
    while (!this.#broken && (this.#queue.length > 0 || this.#acknowledge.size > 0)) {
      const queue = this.#queue
      const acknowledge = this.#acknowledge
      this.#queue = []
      this.#acknowledge = new Map()
      try {
        if (queue.length > 0) await this.#ports.persist(queue.map(({ bytes }) => bytes))
      } catch (error) {
        return this.#break(error)
      }
      for (const { bytes, from } of queue) {
        const message = updateMessage(bytes)
        for (const visitor of this.visitors)
          if (visitor !== from && visitor.clients.length > 0) send(visitor, message)
      }
      for (const [visitor, count] of acknowledge) send(visitor, savedMessage(count))
    }
  }

  #break(error: unknown): void {
    this.#broken = true
    this.#ports.onBroken(error)
  }

  #strike(visitor: Visitor, refusal: Refusal): void {
    send(visitor, refusedMessage(refusal))
    if (++visitor.strikes >= maxStrikes) this.#end(visitor, refusal)
  }

  #end(visitor: Visitor, refusal: Refusal): void {
    send(visitor, refusedMessage(refusal))
    visitor.socket.close(closeCode.malformed, refusal.code)
  }
}

/** Key in `meta` of the person whose client id it is. */
const authorKey = (client: number): string => `author.${client}`

function send({ socket }: Visitor, message: Uint8Array): void {
  if (socket.readyState !== socket.OPEN) return
  if (socket.bufferedAmount > maxWaitingBytes) socket.close(1013, 'too slow: reconnect to catch up')
  else socket.send(message)
}
