import type { RawData, WebSocket } from 'ws'
import * as Y from 'yjs'
import { closeCode } from '../../schema/draft/wire.ts'
import { chairCode } from '../../schema/party/party.ts'
import type { Actor } from '../../schema/party/role.ts'
import type { Change } from '../../schema/proposal/change.ts'
import { compare } from '../../schema/proposal/compare.ts'
import { permitRead, seatOf, secretariatSeat } from '../../schema/record/rights.ts'
import type { State } from '../../schema/record/state.ts'
import { isRefusal, refuse } from '../../schema/refusal.ts'
import type { Refusal } from '../../schema/refusal.ts'
import { newId } from '../accounts/token.ts'
import type { Keeping } from '../services.ts'
import { amendedWith, basisNow, basisOf, paragraphsOfDraft, rebase, seed } from './basis.ts'
import { Room } from './room.ts'
import { createDraftStorage } from './storage.ts'
import type { DraftEntry } from './storage.ts'

/** What an open draft would change now; no changes once it is closed. */
interface Overlay {
  readonly text: string
  readonly draft: string
  readonly owner: readonly string[]
  readonly changes: readonly Change[]
}

/** Drafts: who has them, who has them open, and their way to the disk. */
export interface Rooms {
  /** Drafts of a text that the actor belongs to. */
  list(text: string, actor: Actor): Promise<DraftEntry[] | Refusal>
  /** The draft of exactly these seats and the actor's own, made when there is none yet. */
  create(text: string, actor: Actor, members?: readonly string[]): Promise<DraftEntry | Refusal>
  /** Opens a draft to everyone or closes it. Whose it is never changes: nobody can be let in, or put out, by another. */
  setOpen(draft: string, actor: Actor, open: boolean): Promise<DraftEntry | Refusal>
  /** Brings the words of open proposals into a draft, to be amended there, and takes those of others out. */
  rebase(
    draft: string,
    actor: Actor,
    proposals: readonly number[],
    left?: readonly number[],
  ): Promise<DraftEntry | Refusal>
  /** Throws a draft away; one that others share is not one's own to throw away. */
  remove(draft: string, actor: Actor): Promise<null | Refusal>
  /** The entry, if the actor belongs to the draft; to all others it is not found. */
  enter(draft: string, actor: Actor | null): Promise<DraftEntry | Refusal>
  /** Lets a socket into a draft's room. */
  attach(socket: WebSocket, draft: string, actor: Actor): void
  /** Tells of every draft that is open to everyone, now and whenever what it would change has changed. */
  onOverlay(listener: (overlay: Overlay) => void): void
  close(): Promise<void>
}

/** An open draft is compared with the text when its keys have rested so long. */
const overlayAfterMs = 300
/** A room is kept so long after the last person has left. */
const idleMs = 30_000
/** Updates on disk from which on a room that is loaded replaces them by one. */
const compactFrom = 500

interface Loaded {
  entry: DraftEntry
  readonly room: Room
  readonly leave: () => void
  overlayTimer: NodeJS.Timeout | null
  idleTimer: NodeJS.Timeout | null
}

/** Rooms over the record and the database. `onError` hears of what could not be kept or computed. */
export function createRooms(
  { db, record, clock }: Pick<Keeping, 'db' | 'record' | 'clock'>,
  onError: (error: unknown) => void = () => undefined,
): Rooms {
  const storage = createDraftStorage(db)
  const rooms = new Map<string, Promise<Loaded | null>>()
  const listeners: ((overlay: Overlay) => void)[] = []

  const tell = ({ text, id, members }: DraftEntry, changes: readonly Change[]): void => {
    for (const listener of listeners) listener({ text, draft: id, owner: members, changes })
  }

  const load = (draft: string): Promise<Loaded | null> => {
    const known = rooms.get(draft)
    if (known) return known
    const loading = open(draft).then((loaded) => {
      if (!loaded) rooms.delete(draft)
      return loaded
    })
    rooms.set(draft, loading)
    loading.catch(() => rooms.delete(draft))
    return loading
  }

  const open = async (draft: string): Promise<Loaded | null> => {
    const entry = await storage.entry(draft)
    const stored = await storage.load(draft)
    if (!entry) return null
    const doc = new Y.Doc()
    doc.transact(() => stored.updates.forEach((update) => Y.applyUpdate(doc, update)))
    if (stored.updates.length >= compactFrom)
      await storage.compact(draft, stored.seq, Y.encodeStateAsUpdate(doc))
    let { seq } = stored
    const room = new Room(doc, {
      async persist(updates) {
        const after = seq
        seq += updates.length
        await storage.append(draft, after, updates)
      },
      onChange: () => overlayLater(loaded),
      onBroken(error) {
        onError(error)
        unload(loaded, 1011, 'reload')
      },
    })
    const leave = record.subscribe(entry.text, () => void follow(loaded).catch(onError))
    const loaded: Loaded = { entry, room, leave, overlayTimer: null, idleTimer: null }
    await follow(loaded)
    if (entry.open) overlayLater(loaded)
    return loaded
  }

  const unload = (loaded: Loaded, code: number, reason: string): void => {
    const { entry, room, leave } = loaded
    rooms.delete(entry.id)
    leave()
    if (loaded.overlayTimer) clearTimeout(loaded.overlayTimer)
    if (loaded.idleTimer) clearTimeout(loaded.idleTimer)
    room.close(code, reason)
  }

  const stateOf = async (text: string): Promise<State> => {
    const state = await record.state(text)
    if (!state) throw new RangeError(`a draft of no text: ${text}`)
    return state
  }

  /** Brings a draft up to the text as it is now. */
  const follow = async (loaded: Loaded, amended?: readonly number[]): Promise<void> => {
    const state = await stateOf(loaded.entry.text)
    const { doc } = loaded.room
    const wanted = basisNow(state, amended ?? basisOf(doc).amended)
    // Any act may change what an open draft's changes look like, or make them the text.
    overlayLater(loaded)
    if (!rebase(doc, state, wanted, loaded)) return
    const basis = [...wanted.set].sort()
    loaded.entry = { ...loaded.entry, basis }
    await loaded.room.flush()
    await storage.change(loaded.entry.id, { basis })
  }

  const overlayLater = (loaded: Loaded): void => {
    if (!loaded.entry.open || loaded.overlayTimer) return
    loaded.overlayTimer = setTimeout(() => {
      loaded.overlayTimer = null
      void overlay(loaded).catch(onError)
    }, overlayAfterMs)
  }

  const overlay = async (loaded: Loaded): Promise<void> => {
    const state = await stateOf(loaded.entry.text)
    if (!loaded.entry.open) return
    const { doc } = loaded.room
    tell(loaded.entry, compare(state, basisOf(doc).set, paragraphsOfDraft(doc)))
  }

  const idleLater = (loaded: Loaded): void => {
    if (loaded.idleTimer) clearTimeout(loaded.idleTimer)
    loaded.idleTimer = setTimeout(() => {
      loaded.idleTimer = null
      if (loaded.room.visitors.size === 0 && !loaded.entry.open)
        void loaded.room.flush().then(() => {
          if (loaded.room.visitors.size === 0) unload(loaded, 1001, 'idle')
        })
    }, idleMs)
  }

  const enter = async (draft: string, actor: Actor | null): Promise<DraftEntry | Refusal> => {
    const entry = await storage.entry(draft)
    if (!entry) return refuse('not-found')
    return permitRead(actor, { type: 'draft', members: entry.members }) ?? entry
  }

  const welcome = (socket: WebSocket, draft: string, actor: Actor): void => {
    const early: Uint8Array[] = []
    let hear = (data: Uint8Array): void => void early.push(data)
    const fail = (error: unknown): void => {
      onError(error)
      socket.close(1011, 'unavailable')
    }
    socket.on('message', (data: RawData, isBinary) => {
      if (isBinary) hear(bytesOf(data))
    })
    const admit = async (): Promise<void> => {
      const loading = load(draft)
      const loaded = await loading
      // Unloaded for want of visitors at this very moment.
      if (loaded && rooms.get(draft) !== loading) return admit()
      const refusal = loaded && permitRead(actor, { type: 'draft', members: loaded.entry.members })
      if (!loaded || refusal) return socket.close(closeCode['not-found'], 'not-found')
      if (socket.readyState !== socket.OPEN) return
      const { room } = loaded
      const visitor = room.enter(socket, actor)
      socket.on('close', () => {
        room.leave(visitor)
        if (room.visitors.size === 0) idleLater(loaded)
      })
      // What one device says must not take the server from all the others.
      hear = (data) => {
        try {
          room.hear(visitor, data)
        } catch (error) {
          fail(error)
        }
      }
      early.forEach(hear)
    }
    admit().catch(fail)
  }

  return {
    enter,
    attach: welcome,
    onOverlay(listener) {
      listeners.push(listener)
      const showOpen = async (): Promise<void> => {
        for (const { id } of await storage.open()) await load(id)
      }
      void showOpen().catch(onError)
    },
    async list(text, actor) {
      const refusal = permitRead(actor, { type: 'drafting' })
      if (refusal) return refusal
      const entries = await storage.of(text)
      return entries.filter(({ members }) => permitRead(actor, { type: 'draft', members }) === null)
    },
    async create(text, actor, members = []) {
      const state = await record.state(text)
      if (!state) return refuse('not-found')
      const all = membersWith(state, actor, members)
      if (isRefusal(all)) return all
      const { basis, update } = seed(state)
      const set = [...basis.set].sort()
      const entry = { id: newId(), text, members: all, open: false, basis: set }
      return storage.create(entry, clock().toISOString(), update)
    },
    async setOpen(draft, actor, open) {
      const entry = await enter(draft, actor)
      if (isRefusal(entry)) return entry
      const loaded = await load(draft)
      if (!loaded) return refuse('not-found')
      await storage.change(draft, { open })
      const wasOpen = loaded.entry.open
      loaded.entry = { ...loaded.entry, open }
      if (wasOpen && !open) tell(loaded.entry, [])
      overlayLater(loaded)
      return loaded.entry
    },
    async rebase(draft, actor, proposals, left) {
      const entry = await enter(draft, actor)
      if (isRefusal(entry)) return entry
      const loaded = await load(draft)
      if (!loaded) return refuse('not-found')
      const { amended: now } = basisOf(loaded.room.doc)
      const amended = amendedWith(await stateOf(entry.text), now, proposals, left)
      if (isRefusal(amended)) return amended
      await follow(loaded, amended)
      return loaded.entry
    },
    async remove(draft, actor) {
      const entry = await enter(draft, actor)
      if (isRefusal(entry)) return entry
      const other = entry.members.find((code) => code !== seatOf(actor))
      if (other !== undefined) return refuse('other-delegation', { party: other })
      const loaded = await rooms.get(draft)
      if (loaded) {
        await loaded.room.flush()
        unload(loaded, closeCode['not-found'], 'not-found')
      }
      await storage.remove(draft)
      if (entry.open) tell(entry, [])
      return null
    },
    async close() {
      for (const loading of rooms.values()) {
        const loaded = await loading
        if (!loaded) continue
        await loaded.room.flush()
        unload(loaded, 1001, 'the server stops')
      }
    },
  }
}

/** The seats a draft is to belong to, the actor's own among them. */
function membersWith(state: State, actor: Actor, members: readonly string[]): string[] | Refusal {
  const seat = seatOf(actor)
  const refusal = permitRead(actor, { type: 'drafting' })
  if (refusal || seat === null) return refusal ?? refuse('not-allowed', { role: actor.role, deed: 'draft' })
  const stranger = members.find(
    (code) => code !== chairCode && code !== secretariatSeat && !state.parties.has(code),
  )
  if (stranger !== undefined) return refuse('unknown-party', { party: stranger })
  return [...new Set([seat, ...members])].sort()
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}
