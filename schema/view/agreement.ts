import type { ParagraphView, View } from './passage.ts'

/** How far a text is agreed: paragraphs agreed ad referendum or adopted, of those there are to agree on. */
export interface Agreement {
  readonly agreed: number
  readonly all: number
}

/** Counts what delegations agree on paragraph by paragraph: no titles, headings or footnotes, nothing only proposed. */
export function agreementOf({ paragraphs }: Pick<View, 'paragraphs'>): Agreement {
  const counted = paragraphs.filter(isCounted)
  const agreed = counted.filter(({ status }) => status === 'adReferendum' || status === 'adopted')
  return { agreed: agreed.length, all: counted.length }
}

const uncounted = new Set(['title', 'heading', 'annex', 'footnote'])

const isCounted = ({ kind, proposedBy }: ParagraphView): boolean =>
  proposedBy.length === 0 && !uncounted.has(kind)
