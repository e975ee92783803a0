import type { View } from '../view/passage.ts'
import type { WrittenParagraph } from './written.ts'

/** A paragraph that is not called as it was written. */
export interface Renumbered {
  readonly paragraph: string
  readonly written: string
  /** Empty where it has no number now. */
  readonly printed: string
}

/**
 * The numbers of a written text that its compilation does not print: of what is only proposed and so is named
 * after the paragraph before it, of items written with other signs. Bullets are told of with the file.
 */
export function renumbered(
  written: readonly WrittenParagraph[],
  { paragraphs }: Pick<View, 'paragraphs'>,
): Renumbered[] {
  const labels = new Map(paragraphs.map(({ id, label }) => [id, label]))
  return written.flatMap(({ id, kind, label }) => {
    const printed = labels.get(id)
    const isNumber = label !== null && kind !== 'footnote' && /[\p{L}\p{N}]/u.test(label)
    if (!isNumber || printed === undefined || bare(label) === bare(printed)) return []
    return [{ paragraph: id, written: label, printed }]
  })
}

/** A number without the signs around it: "OP1bis", "1 bis." and "Annex II, OP1 bis" are one. */
const bare = (label: string): string =>
  label
    .toLowerCase()
    .replace(/^annex[^,]*,\s*|^annex\s+(?=[op\d])/, '')
    .replace(/^[op]p/, '')
    .replace(/[\s().:\u00a0\u202f]/g, '')
