/** Every so many lines carry their number. */
const every = 5

/**
 * Numbers the rendered lines of a text continuously, in the `.line-numbers` of each row's margin, every fifth
 * line. It reads all heights first and writes afterwards, so the page is laid out once.
 */
export function numberLines(root: HTMLElement): void {
  const measured = [...root.querySelectorAll<HTMLElement>('.paragraph')].map((row) => {
    const words = row.querySelector<HTMLElement>('.paragraph-words')
    return {
      margin: row.querySelector<HTMLElement>('.line-numbers'),
      height: words?.offsetHeight ?? 0,
      words,
    }
  })
  const first = measured.find(({ words }) => words)?.words
  if (!first) return
  const leading = new Map<string, number>()
  let before = 0
  for (const { margin, height, words } of measured) {
    if (!margin || !words) continue
    const kind = words.tagName + (words.parentElement?.className ?? '')
    let lineHeight = leading.get(kind)
    if (lineHeight === undefined) {
      lineHeight = Number.parseFloat(getComputedStyle(words).lineHeight)
      leading.set(kind, lineHeight)
    }
    const lines = Math.max(1, Math.round(height / lineHeight))
    writeNumbers(margin, before, lines, lineHeight)
    before += lines
  }
}

function writeNumbers(margin: HTMLElement, before: number, lines: number, lineHeight: number): void {
  const numbers: { n: number; top: number }[] = []
  for (let n = every * (Math.floor(before / every) + 1); n <= before + lines; n += every)
    numbers.push({ n, top: (n - before - 1) * lineHeight })
  const name = numbers.map(({ n, top }) => `${n}@${top}`).join()
  // Most rows keep their numbers when a later row grows; untouched rows cost nothing.
  if (margin.dataset['numbers'] === name) return
  margin.dataset['numbers'] = name
  margin.replaceChildren(
    ...numbers.map(({ n, top }) => {
      const number = document.createElement('span')
      number.textContent = String(n)
      number.style.insetBlockStart = `${top}px`
      number.style.blockSize = `${lineHeight}px`
      return number
    }),
  )
}

/**
 * Keeps the lines numbered as they break: on the screen whenever its width or a row's height changes, and
 * for paper while it is printed. Returns what ends it.
 */
export function keepNumbered(root: HTMLElement): () => void {
  let due = 0
  const soon = () => {
    cancelAnimationFrame(due)
    due = requestAnimationFrame(() => numberLines(root))
  }
  const { classList } = document.documentElement
  const onPrint = () => {
    classList.add('printing')
    numberLines(root)
  }
  const onPrinted = () => {
    classList.remove('printing')
    numberLines(root)
  }
  const observer = new ResizeObserver(soon)
  observer.observe(root)
  addEventListener('beforeprint', onPrint)
  addEventListener('afterprint', onPrinted)
  return () => {
    cancelAnimationFrame(due)
    observer.disconnect()
    removeEventListener('beforeprint', onPrint)
    removeEventListener('afterprint', onPrinted)
  }
}
