import type { WebSocket } from 'ws'
import type { Actor } from '../../schema/party/role.ts'
import { seatOf } from '../../schema/record/rights.ts'
import type { ActRecord } from '../record/record.ts'
import { encodeActs, encodeFrame } from './frame.ts'
import type { Drafting, Presence } from './frame.ts'
import { Listener } from './listener.ts'

/** Keeps every open screen of a text up to date. */
export interface Live {
  /** Lets a socket follow a text from act `after` on, as one more person present. */
  join(socket: WebSocket, text: string, actor: Actor, after: number): void
  /** Shows everyone what an open draft would change. */
  drafting(text: string, drafting: Drafting): void
  close(): void
}

/** People come and go in crowds: who is present is told at most this often. */
const presenceEveryMs = 500

interface Channel {
  readonly listeners: Map<Listener, Actor>
  readonly overlays: Map<string, Buffer>
  readonly leave: () => void
  presence: Buffer
  timer: NodeJS.Timeout | null
}

/** Live sockets over a record. `onError` hears of a record that could not be read. */
export function createLive(record: ActRecord, onError: (error: unknown) => void): Live {
  const channels = new Map<string, Channel>()

  const channelOf = (text: string): Channel => {
    const known = channels.get(text)
    if (known) return known
    const listeners = new Map<Listener, Actor>()
    const leave = record.subscribe(text, (stored) => {
      const frame = encodeActs([stored.json])
      for (const listener of listeners.keys())
        if (!listener.pass(stored, frame)) void listener.catchUp().catch(onError)
    })
    const channel = { listeners, overlays: new Map(), leave, presence: encodePresence([]), timer: null }
    channels.set(text, channel)
    return channel
  }

  const tellPresence = (channel: Channel): void => {
    channel.timer ??= setTimeout(() => {
      channel.timer = null
      const presence = encodePresence([...channel.listeners.values()])
      if (presence.equals(channel.presence)) return
      channel.presence = presence
      for (const listener of channel.listeners.keys()) listener.send(presence)
    }, presenceEveryMs)
  }

  return {
    join(socket, text, actor, after) {
      const channel = channelOf(text)
      const listener = new Listener(socket, record, text, after)
      channel.listeners.set(listener, actor)
      listener.send(channel.presence)
      tellPresence(channel)
      socket.on('close', () => {
        channel.listeners.delete(listener)
        if (channel.listeners.size > 0 || channel.overlays.size > 0) tellPresence(channel)
        else if (channels.get(text) === channel) drop(text, channel)
      })
      // Overlays lie on the words: they come when the acts are there.
      listener.catchUp().then(() => channel.overlays.forEach((frame) => listener.send(frame)), onError)
    },
    drafting(text, drafting) {
      const { overlays, listeners } = channelOf(text)
      const frame = encodeFrame(drafting)
      if (drafting.changes.length > 0) overlays.set(drafting.draft, frame)
      else overlays.delete(drafting.draft)
      for (const listener of listeners.keys()) listener.send(frame)
    },
    close() {
      for (const [text, channel] of channels) drop(text, channel)
    },
  }

  function drop(text: string, channel: Channel): void {
    channel.leave()
    if (channel.timer) clearTimeout(channel.timer)
    channels.delete(text)
  }
}

/** People by seat, each counted once however many screens they have open; who sits nowhere is not listed. */
function encodePresence(actors: readonly Actor[]): Buffer {
  const people = new Map<string, Set<string>>()
  for (const actor of actors) {
    const code = actor.delegation ?? seatOf(actor)
    if (code !== null) people.set(code, (people.get(code) ?? new Set()).add(actor.person))
  }
  const delegations = [...people].map(([code, { size }]): Presence => ({ code, people: size }))
  return encodeFrame({
    type: 'presence',
    delegations: delegations.sort((a, b) => (a.code < b.code ? -1 : 1)),
  })
}
