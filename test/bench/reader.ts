import type { Page } from '@playwright/test'

/** What the page notes of itself from its first moment on; times in milliseconds since it was opened. */
interface Notes {
  wordsMs: number
  answeredMs: number
  paintMs: number
  interactions: Map<number, number>
  switchMs: number
}
declare global {
  interface Window {
    notes: Notes
  }
}

/** What opening the reading view took. */
export interface Opening {
  /** Words of a paragraph can be seen. */
  readonly wordsMs: number
  /** The first click on them has been answered with the paragraph's card. */
  readonly usableMs: number
  readonly largestPaintMs: number
}

/** Makes every page opened from now on note what is measured. */
export async function takeNotes(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const notes: Notes = { wordsMs: 0, answeredMs: 0, paintMs: 0, interactions: new Map(), switchMs: 0 }
    window.notes = notes
    new PerformanceObserver((list) => {
      for (const { startTime } of list.getEntries()) notes.paintMs = startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver((list) => {
      for (const { interactionId, duration } of list.getEntries() as PerformanceEventTiming[])
        if (interactionId)
          notes.interactions.set(
            interactionId,
            Math.max(notes.interactions.get(interactionId) ?? 0, duration),
          )
    }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
    const look = (): void => {
      if (!notes.wordsMs && document.querySelector('.paragraph-words')?.textContent)
        notes.wordsMs = performance.now()
      if (!notes.answeredMs && document.querySelector('.card-open')) notes.answeredMs = performance.now()
      if (!notes.answeredMs) requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

/** Opens the text and clicks on its words as soon as they are there. */
export async function openReading(page: Page, address: string): Promise<Opening> {
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForFunction(() => window.notes?.wordsMs > 0, null, { polling: 'raf' })
  await page
    .locator('.paragraph-words')
    .nth(2)
    .click({ position: { x: 30, y: 8 } })
  await page.waitForFunction(() => window.notes.answeredMs > 0, null, { polling: 'raf' })
  const { wordsMs, answeredMs, paintMs } = await page.evaluate(() => window.notes)
  return { wordsMs, usableMs: answeredMs, largestPaintMs: paintMs }
}

/** Waits until every row is drawn. */
export async function allDrawn(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('.paragraph-waiting'), null, { timeout: 60_000 })
  // The event of the last row's drawing is over when an idle moment comes.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
}

/** Scrolls, clicks and presses keys as a reader does; gives the longest an interaction took to be painted (INP). */
export async function handleText(page: Page): Promise<number> {
  await page.evaluate(() => window.notes.interactions.clear())
  await page.mouse.move(500, 500)
  for (let round = 0; round < 6; round++) {
    for (let turn = 0; turn < 5; turn++) {
      await page.mouse.wheel(0, 700)
      await page.waitForTimeout(30)
    }
    await page.mouse.click(420, 320 + 30 * round)
    await page.waitForTimeout(120)
    for (const key of ['j', 'n', 'k', 'Escape', 'n', 'Enter']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(80)
    }
  }
  await page.waitForTimeout(300)
  // Interactions of under 16 ms are not reported; where none is, none was longer.
  return page.evaluate(() => Math.max(16, ...window.notes.interactions.values()))
}

/** Chooses another view in the menu; gives the milliseconds from the click until the new words are painted. */
export async function switchView(page: Page, name: string): Promise<number> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('v')
  const entry = page.getByRole('menuitem', { name, exact: true })
  await entry.waitFor()
  await page.evaluate(() => {
    window.notes.switchMs = 0
    const start = (): void => {
      const startMs = performance.now()
      const list = document.querySelector('.paragraphs')
      if (!list) throw new RangeError('no text is shown')
      const observer = new MutationObserver(() => {
        observer.disconnect()
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => (window.notes.switchMs = performance.now() - startMs)
          port2.postMessage(null)
        })
      })
      observer.observe(list, { childList: true, subtree: true, characterData: true })
    }
    addEventListener('pointerup', start, { capture: true, once: true })
  })
  await entry.click()
  await page.waitForFunction(() => window.notes.switchMs > 0, null, { timeout: 20_000 })
  return page.evaluate(() => window.notes.switchMs)
}
