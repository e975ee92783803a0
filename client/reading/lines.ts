/** Every so many lines carry their number. */
const every = 5

/** Rows measured in one go; a reader may press a key between two goes. */
const batch = 40

/** Lines are measured so long after the last change: what was changed is painted first. */
const restMs = 150

interface Measured {
  readonly margin: HTMLElement | null
  readonly words: HTMLElement | null
  readonly height: number
}

const rowsOf = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.paragraph')]

/** Reads the heights of rows, also of those that are not drawn while they are out of sight; lays them out once. */
function measure(rows: readonly HTMLElement[]): Measured[] {
  for (const row of rows) row.style.contentVisibility = 'visible'
  const heights = rows.map((row) => row.offsetHeight)
  const measured = rows.map((row): Measured => {
    const words = row.querySelector<HTMLElement>('.paragraph-words')
    return {
      margin: row.querySelector<HTMLElement>('.line-numbers'),
      height: words?.offsetHeight ?? 0,
      words,
    }
  })
  rows.forEach((row, i) => {
    row.style.contentVisibility = ''
    // Kept free for the row while it is not drawn, so that nothing jumps when it is scrolled to.
    row.style.containIntrinsicBlockSize = `auto ${heights[i]}px`
  })
  return measured
}

/** Numbers lines continuously, in the `.line-numbers` of each row's margin, every fifth line. */
function writeLines(measured: readonly Measured[]): void {
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
 * Lays the text out for paper whenever it is printed, also where its lines are not numbered: what is counted and
 * what is printed stand in the same measures. Returns what ends it.
 */
export function keepPrintable(): () => void {
  const { classList } = document.documentElement
  const onPrint = () => classList.add('printing')
  const onPrinted = () => classList.remove('printing')
  addEventListener('beforeprint', onPrint)
  addEventListener('afterprint', onPrinted)
  return () => {
    onPrinted()
    removeEventListener('beforeprint', onPrint)
    removeEventListener('afterprint', onPrinted)
  }
}

/**
 * Keeps the lines numbered as they break: on the screen whenever its width or a row's height changes, and
 * for paper while it is printed, behind `keepPrintable`. `measuring` is called before rows are measured: those
 * out of sight may turn out to be of another height. Returns what ends it.
 */
export function keepNumbered(root: HTMLElement, measuring: () => void): () => void {
  let due: ReturnType<typeof setTimeout> | undefined
  let known = new Map<HTMLElement, Measured>()
  let measuredAs = ''
  const step = () => {
    const setting = settingOf(root)
    if (setting !== measuredAs) known = new Map()
    measuredAs = setting
    const rows = rowsOf(root)
    const next = rows.filter((row) => !known.has(row)).slice(0, batch)
    if (next.length > 0) measuring()
    measure(next).forEach((measured, i) => known.set(next[i]!, measured))
    if (next.length > 0) due = setTimeout(step)
    else writeLines(rows.map((row) => known.get(row)!))
  }
  const soon = () => {
    clearTimeout(due)
    due = setTimeout(step, restMs)
  }
  void document.fonts.ready.then(() => {
    known = new Map()
    soon()
  })
  const number = () => writeLines(measure(rowsOf(root)))
  const observer = new ResizeObserver(soon)
  observer.observe(root)
  // A row out of sight keeps its height until it is drawn: what changes in it is heard of otherwise.
  const changes = new MutationObserver((records) => {
    const moving = records.filter(({ target }) => !apart(target))
    for (const { target } of moving) {
      const row = (target instanceof Element ? target : target.parentElement)?.closest<HTMLElement>(
        '.paragraph',
      )
      if (row) known.delete(row)
    }
    if (moving.length > 0) soon()
  })
  changes.observe(root, { childList: true, characterData: true, subtree: true })
  addEventListener('beforeprint', number)
  addEventListener('afterprint', number)
  return () => {
    clearTimeout(due)
    observer.disconnect()
    changes.disconnect()
    removeEventListener('beforeprint', number)
    removeEventListener('afterprint', number)
  }
}

/** True for what stands beside the words and moves no line of theirs. */
const apart = (target: Node): boolean =>
  target instanceof Element && target.closest('.line-numbers, .card-place') !== null

/** What the heights of all rows depend on besides their words: the width and the size of the letters. */
function settingOf(root: HTMLElement): string {
  const words = root.querySelector<HTMLElement>('.paragraph-words')
  return words ? `${words.clientWidth} ${getComputedStyle(words).font}` : ''
}
