import { printParagraph } from '../../schema/view/print.ts'
import type { View } from '../../schema/view/passage.ts'
import { piecesText } from './piece.ts'
import type { Sheet } from './sheet.ts'

/**
 * The text as characters: a compilation in the notation that can be read back, a clean text with the numbers
 * it is issued with. One paragraph a line, a blank line between them.
 */
export function printPlain(sheet: Sheet, view: View): string {
  const { phrases, what, caption, symbol, provenance } = sheet
  const head = [symbol, caption, ...provenance, phrases.unofficial].join(' · ')
  const labels = new Map(view.paragraphs.map(({ id, label }) => [id, label || id]))
  const paragraphs =
    what === 'compilation'
      ? view.paragraphs.map((paragraph) => printParagraph(paragraph, (id) => labels.get(id) ?? id))
      : sheet.paragraphs.map(line)
  return `${[head, ...paragraphs].join('\n\n')}\n`
}

function line({ label, kind, pieces }: Sheet['paragraphs'][number]): string {
  return [label, piecesText(pieces)].filter((part) => part !== '').join(kind === 'annex' ? '\n' : ' ')
}
