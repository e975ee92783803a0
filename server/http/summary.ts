import type { State } from '../../schema/record/state.ts'
import { agreementOf } from '../../schema/view/agreement.ts'
import { view } from '../../schema/view/view.ts'
import type { ActRecord } from '../record/record.ts'
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
}

/** Summaries are worked out from the whole text, so each is kept until the text's next act. */
export function createSummaries(record: ActRecord): (entry: TextEntry) => Promise<TextSummary> {
  const kept = new Map<string, TextSummary>()
  return async (entry) => {
    const state = await record.state(entry.id)
    if (state === null) throw new RangeError(`a text without acts: ${entry.id}`)
    const known = kept.get(entry.id)
    if (known?.n === state.n) return known
    const summary = summarize(entry, state)
    kept.set(entry.id, summary)
    return summary
  }
}

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
