import { replay } from '../../schema/record/apply.ts'
import type { DeedOf } from '../../schema/record/deed.ts'
import type { State } from '../../schema/record/state.ts'
import type { Attribution, HeadRequest, ParagraphView, Passage, Wording } from '../../schema/view/passage.ts'
import type { Overlay } from '../record/wire.ts'

/**
 * The state as if open drafts had been tabled, for showing them in brackets: each under a number above the
 * last act. What a draft asks on words that have changed since is left out until its owners' next key.
 */
export function withOverlays(state: State, overlays: readonly Overlay[]): State {
  let shown = state
  for (const { owner, changes } of overlays) {
    const [first = ''] = owner
    try {
      shown = replay(
        [
          {
            text: state.text,
            n: shown.n + 1,
            key: 'drafting',
            at: state.at,
            by: { person: '', name: '', role: 'delegate', delegation: first, speaksFor: [] },
            for: first,
            onBehalfOf: null,
            channel: 'typed',
            meeting: null,
            deed: {
              type: 'table',
              changes: changes as DeedOf<'table'>['changes'],
              rationale: '',
              invite: [],
              alternatives: [],
            },
            prev: shown.hash,
            hash: '',
          },
        ],
        shown,
      )
    } catch {
      continue
    }
  }
  return shown
}

const marked = new WeakMap<ParagraphView, ParagraphView>()

/** A paragraph with what stands above act `n` marked as drafting, and not counted among its proposals. */
export function markDrafting(paragraph: ParagraphView, n: number): ParagraphView {
  if (!paragraph.proposals.some((id) => id > n)) return paragraph
  let found = marked.get(paragraph)
  if (!found) {
    const mark = markBy(n)
    found = {
      ...paragraph,
      proposedBy: paragraph.proposedBy.map(mark),
      requests: paragraph.requests.map((request): HeadRequest => ({ ...request, by: mark(request.by) })),
      passages: markPassages(paragraph.passages, mark),
      proposals: paragraph.proposals.filter((id) => id <= n),
    }
    marked.set(paragraph, found)
  }
  return found
}

type Marker = (by: Attribution) => Attribution

const markBy =
  (n: number): Marker =>
  (by) =>
    by.proposal > n ? { ...by, drafting: true } : by

const markPassages = (passages: readonly Passage[], mark: Marker): Passage[] =>
  passages.map((passage) =>
    passage.type === 'words'
      ? passage
      : { ...passage, wordings: passage.wordings.map((wording) => markWording(wording, mark)) },
  )

const markWording = (wording: Wording, mark: Marker): Wording => ({
  ...wording,
  by: wording.by.map(mark),
  deletedBy: wording.deletedBy.map(mark),
  heldBy: wording.heldBy.map(mark),
  passages: markPassages(wording.passages, mark),
})
