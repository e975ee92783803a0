import type { Actor } from '../../schema/party/role.ts'
import type { Act } from '../../schema/record/act.ts'
import { apply, replay } from '../../schema/record/apply.ts'
import { firstPrev, seal, verify } from '../../schema/record/chain.ts'
import type { Intent } from '../../schema/record/deed.ts'
import type { State } from '../../schema/record/state.ts'
import { isRefusal, refuse } from '../../schema/refusal.ts'
import type { Refusal } from '../../schema/refusal.ts'
import type { Clock } from '../clock.ts'
import { beginning, type Judged, parse, type Recorded, recordedBefore, stamp } from './judged.ts'
import type { ActReader, ActStore, ActWriter, Head, StoredAct, TextEntry } from './store.ts'
import { LostRace } from './store.ts'
import { createTurns } from './turns.ts'

/** Hears of each act of a text once it is on disk, in order of number. Must not throw. */
type ActListener = (stored: StoredAct) => void

/** The only way to append acts, and the newest state of every text. */
export interface ActRecord {
  /**
   * Appends act 1, `open`, of a new text, whose symbol must be new in its negotiation, and with it, in one
   * transaction and in order, what the text came with. If any of it is refused nothing is recorded, and the
   * refusal says of which act (params: act). Gives act 1; the same intents again give it again.
   */
  open(
    place: { text: string; negotiation: string },
    actor: Actor,
    intent: Intent,
    cameWith?: readonly Intent[],
  ): Promise<Recorded | Refusal>
  /**
   * Appends one act: judged on the newest state, numbered, chained and on disk when it returns.
   * The same key and deed from the same person give the act recorded before.
   */
  append(text: string, actor: Actor, intent: Intent): Promise<Recorded | Refusal>
  /** Acts numbered above `after`. */
  acts(text: string, after: number): Promise<Act[]>
  /** JSON of the acts numbered above `after`: all, or at most `limit` of them. */
  lines(text: string, after: number, limit?: number): Promise<string[]>
  /** The newest state; null when there is no such text. */
  state(text: string): Promise<State | null>
  /** The state as of act `n`; null when there is no such text or act. */
  stateAt(text: string, n: number): Promise<State | null>
  texts(negotiation: string): Promise<TextEntry[]>
  entry(text: string): Promise<TextEntry | null>
  /** Calls `listener` for each act of the text from now on, until the returned function is called. */
  subscribe(text: string, listener: ActListener): () => void
}

/** Texts whose state is kept in memory; the one unused longest is folded anew when it is asked for. */
const keptStates = 64
/** How often an act is judged anew because others were recorded first. */
const attempts = 8

/** A record over a store; `clock` stamps the acts, never earlier than the act before. */
export function createRecord({ store, clock }: { store: ActStore; clock: Clock }): ActRecord {
  const states = new Map<string, State>()
  const listeners = new Map<string, Set<ActListener>>()
  const inTurn = createTurns()

  const keep = (state: State): void => {
    const newer = (states.get(state.text)?.n ?? 0) > state.n ? states.get(state.text)! : state
    states.delete(state.text)
    states.set(state.text, newer)
    if (states.size > keptStates) states.delete(states.keys().next().value!)
  }

  const newest = async (from: ActReader, text: string): Promise<State | null> => {
    const known = states.get(text) ?? null
    const tail = parse(await from.after(text, known?.n ?? 0))
    if (known === null) mustHold(text, tail, await from.head(text))
    if (tail.length === 0) return known
    const state = replay(tail, known)
    keep(state)
    return state
  }

  const judge = async (
    writer: ActWriter,
    text: string,
    actor: Actor,
    intent: Intent,
  ): Promise<Judged | Refusal> => {
    const known = await writer.byKey(text, intent.key)
    if (known) return recordedBefore(writer, known, actor, [intent])
    const before = await newest(writer, text)
    const act = seal(stamp(text, actor, intent, before, clock().toISOString()), before?.hash ?? firstPrev)
    const after = apply(before, act)
    if (isRefusal(after)) return after
    const stored = { act, json: JSON.stringify(act), again: false }
    await writer.put([stored])
    return { recorded: [stored], after }
  }

  const attempt = async (
    work: (writer: ActWriter) => Promise<Judged | Refusal>,
  ): Promise<Recorded | Refusal> => {
    for (let i = 0; i < attempts; i++) {
      try {
        const { recorded, after } = await store.transact(async (writer) => {
          const result = await work(writer)
          // Thrown, so that nothing begun for an act that is refused stays in the store.
          if (isRefusal(result)) throw new Refused(result)
          return result
        })
        if (after) {
          keep(after)
          for (const one of recorded) for (const listener of listeners.get(one.act.text) ?? []) listener(one)
        }
        return recorded[0]!
      } catch (error) {
        if (error instanceof Refused) return error.refusal
        if (!(error instanceof LostRace)) throw error
      }
    }
    return refuse('unavailable')
  }

  return {
    // Acts of one text wait for each other here, so that only other processes can be faster.
    async open({ text, negotiation }, actor, intent, cameWith = []) {
      const { deed } = intent
      if (deed.type !== 'open') throw new RangeError(`the first act opens the text, not: ${deed.type}`)
      const { title, symbol } = deed
      const intents = [intent, ...cameWith]
      const opened = async (reader: ActReader): Promise<Judged | Refusal | null> => {
        const known = await reader.byKey(text, intent.key)
        if (known) return recordedBefore(reader, known, actor, intents)
        if (await reader.entry(text)) return refuse('text-open')
        const others = await reader.texts(negotiation)
        return others.some((other) => other.symbol === symbol) ? refuse('symbol-taken', { symbol }) : null
      }
      return inTurn(text, async () => {
        // Judged before the transaction begins: a long text must not keep everybody else from theirs.
        const begun = (await opened(store)) ?? (await beginning(text, actor, intents, clock().toISOString()))
        if (isRefusal(begun)) return begun
        return attempt(async (writer) => {
          const meanwhile = await opened(writer)
          if (meanwhile) return meanwhile
          await writer.begin({ id: text, negotiation, title, symbol, createdAt: clock().toISOString() })
          await writer.put(begun.recorded)
          return begun
        })
      })
    },
    async append(text, actor, intent) {
      return inTurn(text, () =>
        attempt(async (writer) =>
          (await writer.head(text)) === null ? refuse('not-found') : judge(writer, text, actor, intent),
        ),
      )
    },
    acts: async (text, after) => parse(await store.after(text, after)),
    lines: (text, after, limit) => store.after(text, after, limit),
    state: (text) => newest(store, text),
    async stateAt(text, n) {
      const now = await newest(store, text)
      if (now === null || n < 1 || n > now.n) return null
      return n === now.n ? now : replay(parse(await store.after(text, 0, n)), null)
    },
    texts: (negotiation) => store.texts(negotiation),
    entry: (text) => store.entry(text),
    subscribe(text, listener) {
      const own = listeners.get(text) ?? new Set()
      listeners.set(text, own.add(listener))
      return () => {
        own.delete(listener)
        if (own.size === 0 && listeners.get(text) === own) listeners.delete(text)
      }
    },
  }
}

/** A record that was changed behind the server's back is served to nobody. */
function mustHold(text: string, acts: readonly Act[], head: Head | null): void {
  const found = verify(acts)
  if (!found.ok)
    throw new DamagedRecord(`the record of text ${text} is damaged: act ${found.n} is ${found.what}`)
  if (head && head.n > found.n)
    throw new DamagedRecord(`the record of text ${text} is cut off after act ${found.n}`)
}

/** Acts on disk were altered, removed or cut off: the text is served to nobody until it is put right. */
export class DamagedRecord extends Error {
  override readonly name = 'DamagedRecord'
}

class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}
