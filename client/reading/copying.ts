/**
 * The notation of what is selected: words with their brackets and full names, without what is there only
 * for the ear or the eye. A bracket cut through by the selection is closed, so that what is pasted balances.
 */
export function notationOf(selection: Selection, root: HTMLElement): string | null {
  if (selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const rows = [...root.querySelectorAll<HTMLElement>('.paragraph')].filter((row) =>
    range.intersectsNode(row),
  )
  const parts = rows.flatMap((row) => {
    const words = row.querySelector<HTMLElement>('.paragraph-words')
    if (!words || !range.intersectsNode(words)) return []
    const whole = document.createRange()
    whole.selectNodeContents(words)
    const inside = range.cloneRange()
    if (inside.compareBoundaryPoints(Range.START_TO_START, whole) < 0)
      inside.setStart(whole.startContainer, whole.startOffset)
    if (inside.compareBoundaryPoints(Range.END_TO_END, whole) > 0)
      inside.setEnd(whole.endContainer, whole.endOffset)
    const text = fragmentText(enclosed(inside, words))
    const atStart = inside.compareBoundaryPoints(Range.START_TO_START, whole) <= 0
    const label = row.querySelector('.paragraph-label')?.textContent ?? ''
    return text === '' ? [] : [rows.length > 1 && atStart && label ? `${label}. ${text}` : text]
  })
  return parts.length > 0 ? parts.join('\n\n') : null
}

/** The range's contents inside copies of the wordings that enclose it, up to the paragraph. */
function enclosed(range: Range, words: HTMLElement): DocumentFragment {
  const contents = range.cloneContents()
  const common = range.commonAncestorContainer
  let at = common instanceof HTMLElement ? common : common.parentElement
  for (; at && at !== words && words.contains(at); at = at.parentElement) {
    if (!at.matches('.wording, ins, del')) continue
    const shell = at.cloneNode(false)
    shell.appendChild(contents.cloneNode(true))
    contents.replaceChildren(shell)
  }
  return contents
}

function fragmentText(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? ''
  if (node instanceof HTMLElement) {
    if (node.matches('.said, .note')) return ''
    if (node.tagName === 'BR') return '\n'
    if (node.matches('.chip')) return node.dataset['codes'] ?? ''
    if (node.matches('.wording')) {
      const inner = childrenText(node)
      return `${firstGlyph(node) === '[' ? '' : '['}${inner}${lastGlyph(node) === ']' ? '' : ']'}`
    }
  }
  return childrenText(node)
}

const childrenText = (node: Node): string => [...node.childNodes].map(fragmentText).join('')
const glyphOf = (node: Element | null) => (node?.matches('.glyph') ? node.textContent : null)
const firstGlyph = (node: HTMLElement) => glyphOf(node.firstElementChild)
const lastGlyph = (node: HTMLElement) => glyphOf(node.lastElementChild)

/** Puts notation on the clipboard in place of what the browser would; to be called on `copy`. */
export function copyNotation(event: ClipboardEvent, root: HTMLElement): void {
  const selection = getSelection()
  const text = selection && notationOf(selection, root)
  if (!text || !event.clipboardData) return
  event.clipboardData.setData('text/plain', text)
  event.preventDefault()
}
