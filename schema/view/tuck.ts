import { words } from '../text/token.ts'
import type { Contest, Passage, Plain } from './passage.ts'

/**
 * Puts a space that every wording begins or ends with outside the brackets, as it is written by hand:
 * `[CH: promptly] report`, not `[CH: promptly ]report`. A wording of spaces alone stays as it is.
 */
export function tucked(contest: Contest): Passage[] {
  const before = edgeSpace(contest, 'start')
  const trimmed = before ? trim(contest, 'start') : contest
  const after = edgeSpace(trimmed, 'end')
  return [before, after ? trim(trimmed, 'end') : trimmed, after].filter((passage) => passage !== null)
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
    return (
      passages.some(({ type }, j) => type === 'contest' || j !== passages.indexOf(edges[i]!)) ||
      run.text.trim() !== ''
    )
  })
  const first = edges[0]
  if (!all || !first || !('text' in first.run)) return null
  const at = edge === 'start' ? first.origin.at : first.origin.at + first.run.text.length - 1
  return { type: 'words', run: words(' ', first.run.marks), origin: { ...first.origin, at } }
}

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
