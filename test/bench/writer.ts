import type { CDPSession, Page } from '@playwright/test'

/** An editor on a page of its own, with the caret in it. */
export interface Desk {
  readonly page: Page
  readonly session: CDPSession
}

/** Takes hold of an editor: puts the caret into its paragraph `index`. */
export async function sitDown(page: Page, index: number): Promise<Desk> {
  await page.bringToFront()
  const paragraph = page.locator('.ProseMirror > p').nth(index)
  await paragraph.scrollIntoViewIfNeeded()
  await paragraph.click({ position: { x: 40, y: 8 } })
  const session = await page.context().newCDPSession(page)
  // Work is counted in processor time of the page's thread, so that other programs do not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return { page, session }
}

/** Processor milliseconds that the page's thread has worked so far. */
async function workedMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

/** Two frames: what a key sets off is drawn by then. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )

/** Types so many keys, one by one; gives the work of each in processor milliseconds, script, layout and paint. */
export async function type({ page, session }: Desk, keys: number): Promise<number[]> {
  await page.bringToFront()
  const samples: number[] = []
  const words = 'taking into account national circumstances '
  for (let key = 0; key < keys; key++) {
    await settled(page)
    const idle = await costOf(session, () => settled(page))
    const busy = await costOf(session, async () => {
      await session.send('Input.insertText', { text: words[key % words.length]! })
      await settled(page)
    })
    // Asking and waiting cost something too; that is taken off.
    samples.push(Math.max(0, busy - idle))
  }
  return samples
}

async function costOf(session: CDPSession, work: () => Promise<void>): Promise<number> {
  const before = await workedMs(session)
  await work()
  return (await workedMs(session)) - before
}
