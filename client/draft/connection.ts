import * as decoding from 'lib0/decoding'
import { IndexeddbPersistence } from 'y-indexeddb'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { draftVersion, messageType } from '../../schema/draft/wire.ts'
import { isRefusal, refuse } from '../../schema/refusal.ts'
import type { Refusal, RefusalCode } from '../../schema/refusal.ts'
import { markUnsynced } from '../frame/device.ts'
import { countingSocket } from './socket.ts'

/**
 * How a draft stands with the server. `saved`: the server has all of it on disk. `saving`: not yet all.
 * `offline`: the server cannot be reached. `refused`: it will not take it, and trying again would not help.
 */
type SavingState = 'saved' | 'saving' | 'offline' | 'refused'

/** What is to be said of a draft's safety. */
interface Saving {
  readonly state: SavingState
  /** ISO time when the server last had everything; null when it has not yet. */
  readonly savedAt: string | null
  /** True when this device holds words that the server may not have. */
  readonly unsaved: boolean
  /** True when what is on the screen is kept on this device too. */
  readonly kept: boolean
  /** Why, when it is refused. */
  readonly refusal: Refusal | null
}

/** A draft that is open on this device. */
export interface DraftConnection {
  readonly ydoc: Y.Doc
  readonly awareness: Awareness
  /** Resolves when the draft's words are there: from this device, or from the server. */
  readonly ready: Promise<void>
  readonly saving: () => Saving
  /** Hears of every change of `saving()`. */
  readonly subscribe: (listener: () => void) => () => void
  /** Leaves; what the server has not got stays on this device for the next time. */
  readonly close: () => void
}

/** Codes with which the server ends a socket for good, and what they mean. */
const endings: Readonly<Record<number, RefusalCode>> = {
  4400: 'malformed',
  4401: 'signed-out',
  4403: 'not-allowed',
  4404: 'not-found',
  4413: 'too-large',
}
/** Tries that never got as far as a socket, after which the server is asked why. */
const triesBeforeAsking = 2
/** Earlier visits from this device whose words may still wait here. */
const maxClients = 100

/** A person who writes is told "Saved" once they pause so long, not between two letters. */
const restMs = 500

/** Name of the database that keeps a person's draft on this device. */
const draftDatabase = (person: string, draft: string): string => `adref-draft.${person}.${draft}`

/**
 * Opens a draft: from this device at once, and with the server as soon as and whenever it can be reached.
 * `why` asks the server for the reason when it will not open a socket at all (null: it gave none).
 */
export function openDraft({
  url,
  draft,
  person,
  why,
}: {
  readonly url: string
  readonly draft: string
  readonly person: string
  readonly why: (draft: string) => Promise<Refusal | null>
}): DraftConnection {
  const ydoc = new Y.Doc()
  const listeners = new Set<() => void>()
  const count = { sent: 0, acknowledged: 0, whole: false }
  let clients: number[] = [ydoc.clientID]
  let edited = false
  let editedAt = 0
  let tries = 0
  let saving: Saving = { state: 'saving', savedAt: null, unsaved: false, kept: false, refusal: null }

  const change = (part: Partial<Saving>): void => {
    saving = { ...saving, ...part }
    // Outlives this visit: whoever signs out later is warned.
    if (saving.unsaved || saving.state === 'saved') markUnsynced(draft, saving.unsaved)
    for (const listener of listeners) listener()
  }
  let resting: ReturnType<typeof setTimeout> | undefined
  const weigh = (): void => {
    clearTimeout(resting)
    if (saving.refusal) return
    const reached = provider.wsconnected && isOnline()
    const all = reached && count.whole && count.acknowledged === count.sent
    // "Saved" waits for the keys to rest; that something is not saved yet is said at once.
    if (all && edited && Date.now() - editedAt < restMs) {
      resting = setTimeout(weigh, restMs)
      return
    }
    if (all) edited = false
    const state = all ? 'saved' : !reached && (tries > 0 || !isOnline()) ? 'offline' : 'saving'
    const savedAt = all ? new Date().toISOString() : saving.savedAt
    if (state !== saving.state || edited !== saving.unsaved || (all && saving.state === 'saving'))
      change({ state, savedAt, unsaved: edited })
  }
  const stop = (refusal: Refusal): void => {
    provider.disconnect()
    change({ state: 'refused', refusal, unsaved: edited })
  }

  const Socket = countingSocket(
    () => ({ version: draftVersion, clients }),
    (sent, whole) => {
      count.sent = sent
      count.whole ||= whole
      weigh()
    },
  )
  const provider = new WebsocketProvider(url, draft, ydoc, {
    connect: false,
    disableBc: true,
    WebSocketPolyfill: Socket,
    maxBackoffTime: 15_000,
  })
  provider.messageHandlers[messageType.saved] = (_encoder, decoder) => {
    count.acknowledged = decoding.readVarUint(decoder)
    weigh()
  }
  provider.messageHandlers[messageType.refused] = (_encoder, decoder) => {
    const refusal: unknown = JSON.parse(decoding.readVarString(decoder))
    stop(isRefusal(refusal) ? refusal : refuse('malformed', { where: 'update', what: '' }))
  }
  provider.on('status', ({ status }) => {
    if (status === 'connected') {
      tries = 0
      Object.assign(count, { sent: 0, acknowledged: 0, whole: false })
    }
    weigh()
  })
  provider.on('connection-close', (event) => {
    if (saving.refusal) return
    const opened = count.sent > 0 || provider.wsconnected
    Object.assign(count, { sent: 0, acknowledged: 0, whole: false })
    tries++
    const ending = event ? endings[event.code] : undefined
    if (ending) stop(refuse(ending))
    else if (!opened && tries % triesBeforeAsking === 0 && navigator.onLine)
      void why(draft)
        .then((refusal) => refusal && !provider.wsconnected && stop(refusal))
        .catch(() => undefined)
    // The provider notes the end of the line only after it has told of it.
    queueMicrotask(weigh)
  })
  ydoc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === provider || origin === kept) return
    edited = true
    editedAt = Date.now()
    weigh()
  })

  // The device knows that it is cut off long before an open socket finds out.
  globalThis.addEventListener?.('online', weigh)
  globalThis.addEventListener?.('offline', weigh)

  const kept = new IndexeddbPersistence(draftDatabase(person, draft), ydoc)
  // Offline words of an earlier visit go out under the id they were written with.
  const loaded = kept.whenSynced.then(async () => {
    const earlier: unknown = await kept.get('clients')
    const known = typeof earlier === 'string' ? earlier.split(' ').map(Number) : []
    clients = [ydoc.clientID, ...known].slice(0, maxClients)
    await kept.set('clients', clients.join(' '))
    change({ kept: true })
  })
  // Where the browser keeps nothing (private windows), the draft lives with the server alone.
  const fromDevice = loaded.catch(() => undefined)
  void fromDevice.then(() => provider.connect())
  const fromServer = new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  const words = ydoc.getText('text')
  const ready = Promise.race([fromServer, fromDevice.then(() => (words.length > 0 ? undefined : fromServer))])

  return {
    ydoc,
    awareness: provider.awareness,
    ready,
    saving: () => saving,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      listeners.clear()
      clearTimeout(resting)
      globalThis.removeEventListener?.('online', weigh)
      globalThis.removeEventListener?.('offline', weigh)
      markUnsynced(draft, edited && count.acknowledged !== count.sent)
      provider.destroy()
      void kept.destroy()
      ydoc.destroy()
    },
  }
}

/** False when the device says that it has no network; outside of browsers nobody says so. */
const isOnline = (): boolean => globalThis.navigator?.onLine !== false
