import type { State } from '../../schema/record/state.ts'
import { agreementOf } from '../../schema/view/agreement.ts'
import { view } from '../../schema/view/view.ts'
import { type ActRecord, DamagedRecord } from '../record/record.ts'
import type { TextEntry } from '../record/store.ts'

/** A text as the lists show it. */
export interface TextSummary {
  readonly id: string
  readonly title: string
  readonly symbol: string
  readonly n: number
  /** Symbol of the last revision; null before the first. */
  readonly revision: string | null
  readonly paragraphs: number
  /** Paragraphs agreed ad referendum or adopted. */
  readonly agreed: number
  /** Pairs of brackets in the compilation. */
  readonly openPairs: number
  readonly updatedAt: string
  /** Set when its record does not hold: nothing is known of it but its name. */
  readonly unreadable?: true
}

/** Summaries are worked out from the whole text, so each is kept until the text's next act. */
export function createSummaries(record: ActRecord): (entry: TextEntry) => Promise<TextSummary> {
  const kept = new Map<string, TextSummary>()
  return async (entry) => {
    const state = await record.state(entry.id).catch((error: unknown) => {
      if (error instanceof DamagedRecord) return 'damaged' as const
      throw error
    })
    // One text that cannot be read must not keep everybody from all the others.
    if (state === 'damaged') return unreadable(entry)
    if (state === null) throw new RangeError(`a text without acts: ${entry.id}`)
    const known = kept.get(entry.id)
    if (known?.n === state.n) return known
    const summary = summarize(entry, state)
    kept.set(entry.id, summary)
    return summary
  }
}

const unreadable = ({ id, title, symbol, createdAt }: TextEntry): TextSummary => ({
  id,
  title,
  symbol,
  n: 0,
  revision: null,
  paragraphs: 0,
  agreed: 0,
  openPairs: 0,
  updatedAt: createdAt,
  unreadable: true,
})

function summarize({ id, title }: TextEntry, state: State): TextSummary {
  const { paragraphs, pairs } = view(state, { type: 'compilation', names: 'hidden' })
  const { agreed, all } = agreementOf({ paragraphs })
  return {
    id,
    title,
    symbol: state.symbol,
    n: state.n,
    revision: state.revisions.at(-1)?.symbol ?? null,
    paragraphs: all,
    agreed,
    openPairs: pairs,
    updatedAt: state.at,
  }
}
