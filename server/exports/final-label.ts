import { type Counts, numbering, ordinal } from '../../schema/text/numbering.ts'
import type { ParagraphView } from '../../schema/view/passage.ts'

/** True of a paragraph that is in the text, not only proposed. */
export const isFirm = ({ proposedBy }: ParagraphView): boolean => proposedBy.length === 0

/**
 * Labels by paragraph id as the document is issued with them. Where brackets are kept, what is only proposed
 * has no number yet: it is called after the one before it ("13 bis"), and the others are counted as if it
 * were not there.
 */
export function finalLabels(
  paragraphs: readonly ParagraphView[],
  counts: Counts,
): ReadonlyMap<string, string> {
  const firm = paragraphs.filter(isFirm)
  const labels = new Map(numbering(firm, 'final', counts).map((label, i) => [firm[i]!.id, label]))
  const before = new Map<string, { readonly number: string; count: number }>()
  for (const { id, kind, label, alternativeTo } of paragraphs) {
    const own = labels.get(id)
    const counted = kind === 'operative' || kind === 'body'
    if (kind === 'annex' || counts.get(id)?.under !== undefined) before.clear()
    if (own !== undefined) before.set(kind, { number: own.replace(/\.$/, ''), count: 0 })
    else if (alternativeTo !== null)
      labels.set(id, `${(labels.get(alternativeTo) ?? '').replace(/\.$/, '')} alt.`.trimStart())
    else if (counted) {
      const last = before.get(kind) ?? { number: '0', count: 0 }
      before.set(kind, last)
      labels.set(id, `${last.number} ${ordinal(last.count++)}.`.trimStart())
    } else labels.set(id, kind === 'preambular' ? '' : label)
  }
  return labels
}
