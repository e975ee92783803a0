import type { Act } from '../../schema/record/act.ts'
import { replay } from '../../schema/record/apply.ts'
import type { Intent } from '../../schema/record/deed.ts'
import type { State } from '../../schema/record/state.ts'
import { isRefusal, refuse, type Refusal } from '../../schema/refusal.ts'
import { following } from './sequence.ts'
import type { TextHead } from '../api/answers.ts'
import { browserWire, type Frame, type Overlay, type Presence, type Wire } from './wire.ts'

/** Everything a reader's screen follows from. A new object after every change; its parts are never changed. */
export interface Live {
  readonly head: TextHead | null
  readonly state: State | null
  readonly acts: readonly Act[]
  /** ISO time when the server was last heard; null before the first answer. */
  readonly heardAt: string | null
  /** ISO time since which the server has not been reached; null while it is. */
  readonly offlineSince: string | null
  /** Acts posted and not yet answered. */
  readonly sending: number
  readonly presence: readonly Presence[]
  /** Drafts that their owners have opened to everyone. */
  readonly overlays: readonly Overlay[]
  /** Why the text cannot be read at all. */
  readonly refused: Refusal | null
}

/** One text's record as it grows. */
export interface LiveRecord {
  readonly subscribe: (listener: () => void) => () => void
  readonly snapshot: () => Live
  /**
   * Posts an act, trying again with the same key while the server cannot be reached, for `patienceMs`.
   * Resolves to the recorded act, or to a Refusal (`unavailable`: whether it was recorded is not known;
   * posting once more with the same key is safe). An aborted signal ends the trying; a request that is on its way
   * is still answered.
   */
  readonly post: (intent: Intent, signal?: AbortSignal) => Promise<Act | Refusal>
}

const patienceMs = 20_000
const firstWaitMs = 500
const longestWaitMs = 15_000

/** Why the server closes a line for good, where the reader can do something about it. */
const said = ['signed-out', 'outdated', 'too-many-windows'] as const

/** A text's record: read and followed from the first subscriber on, until the last has gone. */
export function openRecord(text: string, wire: Wire = browserWire): LiveRecord {
  let live: Live = {
    head: null,
    state: null,
    acts: [],
    heardAt: null,
    offlineSince: null,
    sending: 0,
    presence: [],
    overlays: [],
    refused: null,
  }
  let closed = true
  let visit = 0
  let waitMs = firstWaitMs
  let timer: ReturnType<typeof setTimeout> | undefined
  let stream: { readonly close: () => void } | undefined
  const listeners = new Set<() => void>()
  const awaited = new Map<string, (act: Act) => void>()

  const now = () => new Date().toISOString()
  const change = (part: Partial<Live>) => {
    live = { ...live, ...part }
    for (const listener of listeners) listener()
  }
  const heard = (part: Partial<Live> = {}) => change({ ...part, heardAt: now(), offlineSince: null })
  const lost = () => live.offlineSince ?? change({ offlineSince: now() })

  /** Folds what follows on; true when acts in between are missing. */
  const take = (delivery: readonly Act[]): boolean => {
    const { fresh, gap } = following(live.state?.n ?? 0, delivery)
    if (fresh.length > 0) heard({ state: replay(fresh, live.state), acts: [...live.acts, ...fresh] })
    else heard()
    for (const act of fresh) awaited.get(act.key)?.(act)
    return gap
  }

  const catchUp = async (): Promise<boolean> => {
    const acts = await wire.acts(text, live.state?.n ?? 0)
    if (isRefusal(acts)) {
      change({ refused: acts })
      return false
    }
    take(acts)
    return true
  }

  const hear = (frame: Frame) => {
    switch (frame.type) {
      case 'acts':
        if (take(frame.acts)) void catchUp().catch(lost)
        return
      case 'presence':
        return heard({ presence: frame.delegations })
      case 'drafting':
        return heard({
          overlays: [
            ...live.overlays.filter(({ draft }) => draft !== frame.draft),
            ...(frame.changes.length > 0 ? [frame] : []),
          ],
        })
      case 'closed':
        change({ refused: refuse(said.find((code) => code === frame.code) ?? 'unavailable') })
        return stop()
    }
  }

  const again = () => {
    if (closed) return
    lost()
    stream = undefined
    clearTimeout(timer)
    // Spread out, so that a restarted server does not meet the whole room in one second.
    timer = setTimeout(start, waitMs * (0.5 + Math.random() / 2))
    waitMs = Math.min(waitMs * 2, longestWaitMs)
  }

  const start = () => {
    clearTimeout(timer)
    stream?.close()
    void begin().catch(again)
  }

  const begin = async () => {
    const mine = ++visit
    if (!live.head) {
      const head = await wire.head(text)
      if (isRefusal(head)) return change({ refused: head })
      change({ head })
    }
    // Whoever left and came back while this was under way has begun anew.
    if (!(await catchUp()) || mine !== visit) return
    waitMs = firstWaitMs
    stream = wire.stream(text, live.state?.n ?? 0, hear, again)
  }

  const stop = () => {
    closed = true
    visit++
    clearTimeout(timer)
    stream?.close()
    globalThis.removeEventListener?.('online', start)
    globalThis.removeEventListener?.('offline', lost)
  }

  const post = (intent: Intent, signal?: AbortSignal): Promise<Act | Refusal> => {
    change({ sending: live.sending + 1 })
    const told = new Promise<Act>((resolve) => awaited.set(intent.key, resolve))
    return Promise.race([told, send(intent, Date.now() + patienceMs, signal)]).finally(() => {
      awaited.delete(intent.key)
      change({ sending: live.sending - 1 })
    })
  }

  const send = async (intent: Intent, until: number, signal?: AbortSignal): Promise<Act | Refusal> => {
    for (let pauseMs = firstWaitMs; ; pauseMs *= 2) {
      try {
        const answer = await wire.post(text, intent)
        if (!isRefusal(answer) && take([answer])) await catchUp().catch(lost)
        return answer
      } catch {
        lost()
        if (Date.now() + pauseMs > until) return refuse('unavailable')
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
        if (signal?.aborted) return refuse('unavailable')
      }
    }
  }

  const open = () => {
    closed = false
    globalThis.addEventListener?.('online', start)
    globalThis.addEventListener?.('offline', lost)
    start()
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      if (closed) open()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
    snapshot: () => live,
    post,
  }
}
