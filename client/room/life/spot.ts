import type { Spot } from '../../../schema/proposal/change.ts'
import type { State } from '../../../schema/record/state.ts'
import type { ParagraphView } from '../../../schema/view/passage.ts'
import { caretIn, selectedWords } from '../asking/selection.ts'

/** A unit as an address writes it: "31.1/0:5". */
export const printSpot = ({ source, at }: Spot): string => `${source}:${at}`

/** Reads what an address names; null when it is no unit of this state, as of a draft that is not tabled. */
export function parseSpot(text: string, state: State): Spot | null {
  const colon = text.lastIndexOf(':')
  const [source, at] = [text.slice(0, colon), Number(text.slice(colon + 1))]
  const found = state.sources.get(source)
  return found && Number.isInteger(at) && at >= 0 && at < found.length ? { source, at } : null
}

/**
 * The first unit of the words selected in the list, of the bracket that keys have lit, or the one at the cursor;
 * null when there is none of them.
 */
export function spotHere(list: HTMLElement, paragraphs: readonly ParagraphView[]): Spot | null {
  const selection = getSelection()
  const views = new Map(paragraphs.map((one) => [one.id, one]))
  const [range] = selectedWords(list, views, selection)?.ranges ?? []
  if (range) return { source: range.source, at: range.from }
  const focus = selection?.focusNode ?? null
  const lit = list.querySelector('.wording.lit')
  // A press lights the bracket it lands in: one that is lit elsewhere was reached by keys since.
  const at = lit && !lit.contains(focus) ? beginningOf(lit) : selection
  return at && list.contains(at.focusNode) ? wordIn(paragraphs, at) : null
}

/** The unit at a place of the page, or the one before it where a caret was left behind a word; null outside of words. */
export function wordIn(
  paragraphs: readonly ParagraphView[],
  { focusNode: node, focusOffset: offset }: Pick<Selection, 'focusNode' | 'focusOffset'>,
): Spot | null {
  const element = node instanceof Element ? node : node?.parentElement
  const row = element?.closest<HTMLElement>('.paragraph[data-paragraph]')
  const view = paragraphs.find(({ id }) => id === row?.dataset['paragraph'])
  if (!row || !view) return null
  const text = node instanceof Text ? node.data : ''
  const behind = offset > 0 && isOfWord(text[offset - 1]) && !isOfWord(text[offset])
  return caretIn(row, view, { focusNode: node, focusOffset: behind ? offset - 1 : offset })
}

const isOfWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character)

/** Where the first word in a bracket begins. */
function beginningOf(bracket: Element): Pick<Selection, 'focusNode' | 'focusOffset'> | null {
  const marked = [...bracket.querySelectorAll('.t')].find((one) =>
    /[\p{L}\p{N}]/u.test(one.textContent ?? ''),
  )
  if (!marked) return null
  const texts = document.createTreeWalker(marked, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const offset = (node.textContent ?? '').search(/[\p{L}\p{N}]/u)
    if (offset >= 0) return { focusNode: node, focusOffset: offset }
  }
  return null
}
