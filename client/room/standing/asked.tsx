import type { Change } from '../../../schema/proposal/change.ts'
import type { State } from '../../../schema/record/state.ts'
import { ShortSentence } from '../wording/sentence.tsx'
import { descriptionOf } from '../wording/sentences.tsx'

/** What a proposal asks for, in its own words: its first change, and how many more it has. */
export function Asked({ changes, state }: { readonly changes: readonly Change[]; readonly state: State }) {
  const [first] = changes
  return (
    <span className="stands-what" dir="auto" lang={state.language}>
      {first && <ShortSentence of={descriptionOf(state, first)} />}
      {changes.length > 1 && ` +${changes.length - 1}`}
    </span>
  )
}
