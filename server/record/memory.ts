import type { Act } from '../../schema/record/act.ts'
import { firstPrev } from '../../schema/record/chain.ts'
import type { ActStore, ActWriter, Head, StoredAct, TextEntry } from './store.ts'
import { LostRace } from './store.ts'

interface Kept {
  readonly entry: TextEntry
  readonly acts: readonly StoredAct[]
}

/**
 * A store that lasts as long as the process. Transactions work on a copy that replaces the whole at the
 * end, and fail with `LostRace` when another one did so meanwhile.
 */
export function memoryStore(): ActStore {
  let kept: ReadonlyMap<string, Kept> = new Map()
  return {
    ...readerOf(() => kept),
    async transact(work) {
      const before = kept
      let copy = before
      const result = await work(
        writerOf(
          () => copy,
          (next) => (copy = next),
        ),
      )
      if (copy === before) return result
      if (kept !== before) throw new LostRace()
      kept = copy
      return result
    },
  }
}

type Texts = ReadonlyMap<string, Kept>

function readerOf(texts: () => Texts) {
  const actsOf = (text: string): readonly StoredAct[] => texts().get(text)?.acts ?? []
  return {
    async head(text: string): Promise<Head | null> {
      if (!texts().has(text)) return null
      const last = actsOf(text).at(-1)?.act
      return last ? { n: last.n, hash: last.hash } : { n: 0, hash: firstPrev }
    },
    async after(text: string, n: number, limit = Infinity): Promise<string[]> {
      return actsOf(text)
        .slice(n, n + limit)
        .map(({ json }) => json)
    },
    async byKey(text: string, key: string): Promise<Act | null> {
      return actsOf(text).find(({ act }) => act.key === key)?.act ?? null
    },
    async texts(negotiation: string): Promise<TextEntry[]> {
      return [...texts().values()].map(({ entry }) => entry).filter((e) => e.negotiation === negotiation)
    },
    async entry(text: string): Promise<TextEntry | null> {
      return texts().get(text)?.entry ?? null
    },
  }
}

function writerOf(texts: () => Texts, replace: (texts: Texts) => void): ActWriter {
  return {
    ...readerOf(texts),
    async begin(entry) {
      if (texts().has(entry.id)) throw new LostRace()
      replace(new Map(texts()).set(entry.id, { entry, acts: [] }))
    },
    async put(stored) {
      const text = stored[0]?.act.text
      if (text === undefined) return
      const kept = texts().get(text)
      if (!kept) throw new RangeError(`no such text: ${text}`)
      const acts = [...kept.acts, ...stored]
      const keys = new Set(acts.map(({ act }) => act.key))
      if (keys.size < acts.length || acts.some(({ act }, i) => act.n !== i + 1)) throw new LostRace()
      replace(new Map(texts()).set(text, { ...kept, acts }))
    },
  }
}
