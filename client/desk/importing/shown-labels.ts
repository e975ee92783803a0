import { countsOf } from '../../../schema/imported/counts.ts'
import { numbering } from '../../../schema/text/numbering.ts'
import type { ParagraphKind } from '../../../schema/text/token.ts'
import { mayHoldBrackets, type Reviewed, writtenOf } from './reviewed.ts'

/**
 * What each paragraph of an import is called, in order: the number it came with, or the next one. Where there
 * are brackets, "OP2 alt" stays what it was: only when they are understood is it known what it becomes.
 */
export function shownLabels({ paragraphs, labels }: Pick<Reviewed, 'paragraphs' | 'labels'>): string[] {
  const written = writtenOf({ paragraphs, labels })
  const counts = new Map(countsOf(paragraphs, written).map((count) => [count.paragraph, count]))
  const numbers = numbering(paragraphs, 'working', counts)
  if (!mayHoldBrackets({ paragraphs, labels })) return numbers
  return numbers.map((number, i) => written[i]!.label ?? number)
}

/** True of paragraphs that carry a number of which one may say what it is. */
export const isNumbered = (kind: ParagraphKind, level: number): boolean =>
  kind === 'heading' ? level > 0 : !['title', 'plain', 'footnote'].includes(kind)
