import { namedSources } from '../../../schema/proposal/footprint.ts'
import type { State } from '../../../schema/record/state.ts'
import type {
  Attribution,
  HeadRequest,
  ParagraphView,
  Passage,
  Wording,
} from '../../../schema/view/passage.ts'
import type { Overlay } from '../../record/wire.ts'
import { deskChanges } from '../desk/desk-change.ts'
import { withTabled } from './supposed.ts'

/**
 * The state as if open drafts had been tabled, for showing them in brackets: each under a number above the
 * last act. What they have
 * tabled already stands there by itself; what is asked on words that are gone waits for its owners' next key.
 */
export function withOverlays(state: State, overlays: readonly Overlay[]): State {
  let shown = state
  for (const { owner, changes } of overlays) {
    const [party = ''] = owner
    const placed = changes.filter((change) =>
      namedSources(change).every((source) => state.sources.has(source)),
    )
    const untabled = deskChanges(state, placed, party).filter(({ tabled }) => tabled === null)
    if (untabled.length > 0)
      shown = withTabled(
        shown,
        party,
        untabled.map(({ change }) => change),
      )
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
