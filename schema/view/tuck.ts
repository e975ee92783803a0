import { words } from '../text/token.ts'
import type { Contest, Passage, Plain } from './passage.ts'

/**
 * Puts spaces that every wording begins or ends with outside the brackets, as it is written by hand:
 * `[CH: promptly] report`, not `[CH: promptly ]report`. A wording of spaces alone stays as it is.
 */
export function tucked(contest: Contest): Passage[] {
  const before: Plain[] = []
  const behind: Plain[] = []
  let inner = contest
  for (let space = edgeSpace(inner, 'start'); space; space = edgeSpace(inner, 'start')) {
    before.push(space)
    inner = trim(inner, 'start')
  }
  for (let space = edgeSpace(inner, 'end'); space; space = edgeSpace(inner, 'end')) {
    behind.unshift(space)
    inner = trim(inner, 'end')
  }
  return [...before, inner, ...behind]
}

type Edge = 'start' | 'end'

const edgeOf = (passages: readonly Passage[], edge: Edge): Plain | null => {
  const passage = edge === 'start' ? passages[0] : passages.at(-1)
  return passage?.type === 'words' ? passage : null
}

/** The space itself, when every wording has one at this edge and words besides. */
function edgeSpace({ wordings }: Contest, edge: Edge): Plain | null {
  const edges = wordings.map(({ passages }) => edgeOf(passages, edge))
  const all = wordings.every(({ passages }, i) => {
    const run = edges[i]?.run
    if (!run || !('text' in run) || (edge === 'start' ? run.text[0] : run.text.at(-1)) !== ' ') return false
    return passages.some(isOwn)
  })
  const first = edges[0]
  if (!all || !first || !('text' in first.run)) return null
  const at = edge === 'start' ? first.origin.at : first.origin.at + first.run.text.length - 1
  return { type: 'words', run: words(' ', first.run.marks), origin: { ...first.origin, at } }
}

/** Words of the wording itself: what is asked for within it may be gone, and leave spaces alone. */
const isOwn = (passage: Passage): boolean =>
  passage.type === 'words'
    ? !('text' in passage.run) || passage.run.text.trim() !== ''
    : passage.wordings[0]!.role === 'standing'

const trim = ({ type, wordings }: Contest, edge: Edge): Contest => ({
  type,
  wordings: wordings.map((wording) => {
    const passage = edgeOf(wording.passages, edge)!
    const text = (passage.run as { text: string }).text
    const kept: Plain = {
      type: 'words',
      run: { ...passage.run, text: edge === 'start' ? text.slice(1) : text.slice(0, -1) },
      origin: edge === 'start' ? { ...passage.origin, at: passage.origin.at + 1 } : passage.origin,
    }
    const rest = edge === 'start' ? wording.passages.slice(1) : wording.passages.slice(0, -1)
    const part = (kept.run as { text: string }).text === '' ? [] : [kept]
    return { ...wording, passages: edge === 'start' ? [...part, ...rest] : [...rest, ...part] }
  }),
})
