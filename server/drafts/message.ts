import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Hello } from '../../schema/draft/wire.ts'
import { messageType, syncType } from '../../schema/draft/wire.ts'
import type { Refusal } from '../../schema/refusal.ts'

/** What a client says on the socket of a draft. */
export type Message =
  | { readonly type: 'hello'; readonly hello: Hello }
  | { readonly type: 'step1'; readonly vector: Uint8Array }
  | { readonly type: 'update'; readonly whole: boolean; readonly bytes: Uint8Array }
  | { readonly type: 'awareness'; readonly bytes: Uint8Array }
  | { readonly type: 'queryAwareness' }

/** Client ids that one socket may announce: those of earlier visits from the same device. */
const maxClients = 200

/** Reads one message; null when it is none. */
export function readMessage(data: Uint8Array): Message | null {
  try {
    const decoder = decoding.createDecoder(data)
    switch (decoding.readVarUint(decoder)) {
      case messageType.sync:
        return readSync(decoder)
      case messageType.awareness:
        return { type: 'awareness', bytes: decoding.readVarUint8Array(decoder) }
      case messageType.queryAwareness:
        return { type: 'queryAwareness' }
      case messageType.hello:
        return readHello(JSON.parse(decoding.readVarString(decoder)))
      default:
        return null
    }
  } catch {
    return null
  }
}

function readSync(decoder: decoding.Decoder): Message | null {
  const type = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (type === syncType.step1) return { type: 'step1', vector: bytes }
  return type === syncType.step2 || type === syncType.update
    ? { type: 'update', whole: type === syncType.step2, bytes }
    : null
}

function readHello(value: unknown): Message | null {
  const { version, clients } = (value ?? {}) as { version?: unknown; clients?: unknown }
  if (typeof version !== 'number' || !Array.isArray(clients)) return null
  if (clients.length === 0 || clients.length > maxClients) return null
  const isClient = (id: unknown): id is number =>
    Number.isInteger(id) && Number(id) >= 0 && Number(id) < 2 ** 32
  return clients.every(isClient) ? { type: 'hello', hello: { version, clients } } : null
}

function message(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

const sync = (type: number, bytes: Uint8Array): Uint8Array =>
  message(messageType.sync, (encoder) => {
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint8Array(encoder, bytes)
  })

/** Asks for what the server has not got. */
export const step1 = (doc: Y.Doc): Uint8Array => sync(syncType.step1, Y.encodeStateVector(doc))

/** All that somebody with this state vector has not got. Throws when it is no state vector. */
export const step2 = (doc: Y.Doc, vector: Uint8Array): Uint8Array =>
  sync(syncType.step2, Y.encodeStateAsUpdate(doc, vector))

/** One update. */
export const updateMessage = (bytes: Uint8Array): Uint8Array => sync(syncType.update, bytes)

/** Carets and names, as y-protocols writes them. */
export const awarenessMessage = (bytes: Uint8Array): Uint8Array =>
  message(messageType.awareness, (encoder) => encoding.writeVarUint8Array(encoder, bytes))

/** So many updates of this socket are on disk. */
export const savedMessage = (count: number): Uint8Array =>
  message(messageType.saved, (encoder) => encoding.writeVarUint(encoder, count))

/** An update was not taken, and why. */
export const refusedMessage = (refusal: Refusal): Uint8Array =>
  message(messageType.refused, (encoder) => encoding.writeVarString(encoder, JSON.stringify(refusal)))
