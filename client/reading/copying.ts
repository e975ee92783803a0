/** Prints a paragraph in notation by its id; null when it is not shown any more. */
export type PrintOf = (paragraph: string) => string | null

/** A row reached by the selection; without `words` where it waits to be drawn and is copied whole. */
interface Chosen {
  readonly row: HTMLElement
  readonly words: HTMLElement | null
  readonly text: string
}

/**
 * The notation of what is selected: words with their brackets and full names, folded ones too, without what is
 * there only for the ear or the eye. A bracket cut through by the selection is printed around the words chosen
 * of it, so that what is pasted balances. Of several paragraphs those chosen whole are printed by `printOf`.
 */
function notationOf(selection: Selection, root: HTMLElement, printOf: PrintOf = () => null): string | null {
  if (selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const chosen = [...root.querySelectorAll<HTMLElement>('.paragraph')].flatMap((row): Chosen[] => {
    const words = row.querySelector<HTMLElement>('.paragraph-words')
    if (!isDrawn(row, root)) {
      const text = range.intersectsNode(row) ? printOf(idOf(row)) : null
      return text ? [{ row, words: null, text }] : []
    }
    if (!words || !range.intersectsNode(words)) return []
    const text = textWithin(words, range)
    return text === '' ? [] : [{ row, words, text }]
  })
  if (chosen.length === 0) return null
  if (chosen.length === 1) return chosen[0]!.text
  return chosen
    .map(({ row, words, text }) => {
      if (!words) return text
      const whole = text === textWithin(words, null)
      const printed = whole ? printOf(idOf(row)) : null
      if (printed !== null) return printed
      const label = row.querySelector('.paragraph-label')?.textContent ?? ''
      return whole && label ? `${label}. ${text}` : text
    })
    .join('\n\n')
}

const idOf = (row: HTMLElement): string => row.dataset['paragraph'] ?? row.dataset['waiting'] ?? ''

/**
 * False for a row that waits to be drawn, or to be drawn anew in another view: what it holds is not what the reader
 * asked to see. No selection begins or ends in it, for it cannot be seen: it is copied whole.
 */
const isDrawn = (row: HTMLElement, root: HTMLElement): boolean =>
  row.dataset['waiting'] === undefined && row.dataset['turn'] === root.dataset['turn']

/** What a node prints as far as it lies in the range; all of it without one. */
function textWithin(node: Node, range: Range | null): string {
  if (range && !range.intersectsNode(node)) return ''
  if (node.nodeType === Node.TEXT_NODE) return charactersWithin(node, range)
  if (!(node instanceof HTMLElement) || node.matches('.said, .glyph, .chip, .tail, .fold')) return ''
  if (node.tagName === 'BR') return '\n'
  if (node.matches('.note')) return raised(node.textContent ?? '')
  const inner = [...node.childNodes].map((child) => textWithin(child, range)).join('')
  return node.matches('.wording') && inner !== '' ? bracketed(node, inner) : inner
}

function charactersWithin(node: Node, range: Range | null): string {
  const text = node.textContent ?? ''
  if (!range) return text
  const from = node === range.startContainer ? range.startOffset : 0
  const to = node === range.endContainer ? range.endOffset : text.length
  return text.slice(from, to)
}

/** Words in the brackets of a wording, with its names in full. */
function bracketed(wording: HTMLElement, inner: string): string {
  const lead = wording.querySelector<HTMLElement>(':scope > .chip')
  const tail = wording.querySelector<HTMLElement>(':scope > .tail')
  const asked = tail ? [...tail.childNodes].map(nameOrWords).join('') : ''
  return `[${lead ? `${nameOrWords(lead)}: ` : ''}${inner}${asked}]`
}

function nameOrWords(node: Node): string {
  if (!(node instanceof HTMLElement) || !node.matches('.chip')) return node.textContent ?? ''
  const codes = node.dataset['codes'] ?? ''
  return node.matches('.chip-drafting') ? `${codes} drafting`.trim() : codes
}

/** Digits raised, as footnotes are cited in plain text. */
const raised = (label: string): string => label.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!)

/** Puts notation on the clipboard in place of what the browser would; to be called on `copy`. */
export function copyNotation(event: ClipboardEvent, root: HTMLElement, printOf: PrintOf): void {
  const selection = getSelection()
  const text = selection && notationOf(selection, root, printOf)
  if (!text || !event.clipboardData) return
  event.clipboardData.setData('text/plain', text)
  event.preventDefault()
}
