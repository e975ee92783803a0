import type { State } from '../../../schema/record/state.ts'
import type { ParagraphView } from '../../../schema/view/passage.ts'
import type { Address } from '../moving/address.ts'

/** True when an address hides some paragraphs. */
export const isFiltered = ({ party, status, open }: Address): boolean =>
  party !== null || status !== null || open

/**
 * The paragraphs an address asks for, in order. A footnote follows the paragraph before it, so that a
 * paragraph is never shown without its notes.
 */
export function filtered(
  paragraphs: readonly ParagraphView[],
  state: State,
  address: Address,
): readonly ParagraphView[] {
  if (!isFiltered(address)) return paragraphs
  let shown = false
  return paragraphs.filter((paragraph) => {
    const own = matches(paragraph, state, address)
    shown = paragraph.kind === 'footnote' ? shown || own : own
    return shown
  })
}

function matches({ status, pairs, proposals }: ParagraphView, state: State, address: Address): boolean {
  if (address.status !== null && status !== address.status) return false
  if (address.open && pairs === 0 && proposals.length === 0) return false
  const { party } = address
  return party === null || proposals.some((id) => state.proposals.get(id)?.sponsors.includes(party) ?? false)
}
