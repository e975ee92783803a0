import type { ParagraphView, Passage } from './passage.ts'

/**
 * A text without the paragraphs that nobody asks to change: null stands for each run of them, which is
 * printed `(…)`. The title stays, and what a paragraph that stays stands under or refers to: its annex,
 * section headings, the paragraph its item belongs to, its footnotes.
 */
export function touchedOnly(paragraphs: readonly ParagraphView[]): (ParagraphView | null)[] {
  const kept = keptOf(paragraphs)
  const notes = new Set([...kept].flatMap(({ passages }) => notesIn(passages)))
  const out: (ParagraphView | null)[] = []
  for (const paragraph of paragraphs) {
    if (kept.has(paragraph) || notes.has(paragraph.id)) out.push(paragraph)
    else if (paragraph.kind !== 'footnote' && out.at(-1) !== null) out.push(null)
  }
  return out
}

/** True when somebody asks for a change of it, its place or its kind, or holds its words. */
const isTouched = ({ pairs, requests, proposedBy }: ParagraphView): boolean =>
  pairs > 0 || requests.length > 0 || proposedBy.length > 0

function keptOf(paragraphs: readonly ParagraphView[]): Set<ParagraphView> {
  const kept = new Set<ParagraphView>()
  let above: readonly ParagraphView[] = []
  for (const paragraph of paragraphs) {
    const { kind } = paragraph
    const over = above.filter((other) => rankOf(other) < rankOf(paragraph))
    if (kind === 'title') kept.add(paragraph)
    else if (isTouched(paragraph)) for (const one of [...over, paragraph]) kept.add(one)
    if (kind !== 'title' && kind !== 'footnote') above = [...over, paragraph]
  }
  return kept
}

/** A paragraph stands under the nearest before it of a lower rank. */
function rankOf({ kind, level }: ParagraphView): number {
  if (kind === 'annex') return 0
  if (kind === 'heading' && level > 0) return level
  return kind === 'item' ? 100 + Math.max(1, level) : 100
}

const notesIn = (passages: readonly Passage[]): string[] =>
  passages.flatMap((passage) =>
    passage.type === 'contest'
      ? passage.wordings.flatMap((wording) => notesIn(wording.passages))
      : 'note' in passage.run
        ? [passage.run.note]
        : [],
  )
