import { light } from '../rows/listen.ts'

/** Rows of the text in order, as drawn. */
const rowsIn = (list: HTMLElement): HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('.paragraph[data-paragraph]:not([hidden])'),
]

/** The paragraph `steps` after (or before) one; the first or last where there is none; null in an empty list. */
export function paragraphBeyond(list: HTMLElement, from: string | null, steps: number): string | null {
  const rows = rowsIn(list)
  const at = rows.findIndex((row) => row.dataset['paragraph'] === from)
  const next = at < 0 ? (steps > 0 ? 0 : rows.length - 1) : at + steps
  return rows[Math.min(Math.max(next, 0), rows.length - 1)]?.dataset['paragraph'] ?? null
}

/**
 * Lights the next (or previous) open bracket after the one that is lit in paragraph `from`, or after its
 * start, brings it into sight, focuses its paragraph and returns its paragraph; null when there is none.
 */
export function nextBracket(list: HTMLElement, from: string | null, forward: boolean): string | null {
  const brackets = [...list.querySelectorAll<HTMLElement>('.wording')]
  const lit = list.querySelector<HTMLElement>('.wording.lit')
  const row = from === null ? null : list.querySelector(`[data-paragraph="${CSS.escape(from)}"]`)
  const origin = lit && (!row || row.contains(lit)) ? lit : row
  const ahead = (bracket: Element): boolean => {
    if (!origin) return true
    const place = origin.compareDocumentPosition(bracket)
    return (place & (forward ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING)) !== 0
  }
  const wanted = (bracket: Element) => ahead(bracket) && isShown(bracket)
  const next = forward ? brackets.find(wanted) : brackets.findLast(wanted)
  if (!next) return null
  light(list, next)
  const holder = next.closest<HTMLElement>('.paragraph')
  holder?.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'center' })
  return holder?.dataset['paragraph'] ?? null
}

/** False for what is folded away, or is yet to be drawn in the view that is shown. */
const isShown = (element: Element): boolean =>
  element.closest('[hidden], [data-section-folded]') === null &&
  element.closest<HTMLElement>('.paragraph')?.dataset['turn'] ===
    element.closest<HTMLElement>('.paragraphs')?.dataset['turn']

/** Brings a paragraph into sight: on a small screen to its top, because a card covers the rest of it. */
export function showParagraph(list: HTMLElement, paragraph: string, block: ScrollLogicalPosition): void {
  const narrow = matchMedia('(max-width: 44.99rem)').matches
  rowOf(list, paragraph)?.scrollIntoView({ block: narrow && block === 'center' ? 'start' : block })
}

/** Brings a paragraph into sight and puts the focus on it. */
export function enterParagraph(
  list: HTMLElement,
  paragraph: string,
  block: ScrollLogicalPosition = 'nearest',
): void {
  rowOf(list, paragraph)?.focus({ preventScroll: true })
  showParagraph(list, paragraph, block)
}

/** False for a paragraph whose row is yet to be drawn. */
export const isDrawn = (list: HTMLElement, paragraph: string): boolean => rowOf(list, paragraph) !== null

const rowOf = (list: HTMLElement, paragraph: string): HTMLElement | null =>
  list.querySelector<HTMLElement>(`[data-paragraph="${CSS.escape(paragraph)}"]`)
