import { useEffect, useRef } from 'react'
import { isShown } from '../../../schema/proposal/standing.ts'
import type { State } from '../../../schema/record/state.ts'
import type { DeskChange } from './desk-change.ts'
import { restsWithin, withWordsOf } from './revising.ts'
import { type Desk, showParagraph } from './use-desk.ts'

/**
 * Brings the words of an own proposal into the draft once, when the draft is there and has what they were made in,
 * and puts the caret where they stand. A draft that says them already stays as it is.
 */
export function useRevision(
  revise: number | null,
  at: string | null,
  state: State,
  { editor, basis }: Desk,
  changes: readonly DeskChange[] | null,
): void {
  const done = useRef(false)
  useEffect(() => {
    if (revise === null || done.current || !editor || !changes) return
    const proposal = state.proposals.get(revise)
    if (!proposal || !isShown(state, proposal) || !restsWithin(state, basis, proposal)) return
    done.current = true
    const wanted = withWordsOf(state, basis, changes, proposal)
    if (!wanted) return
    editor.rewrite(wanted)
    if (at !== null) showParagraph(editor, at)
  }, [revise, at, state, editor, basis, changes])
}
