import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import type { DenseRoom } from './dense-room.ts'
import { openRoom } from '../server.ts'
import { openDenseRoom, row } from './dense-room.ts'

let room: DenseRoom
test.beforeAll(async () => {
  room = await openDenseRoom()
})
test.afterAll(() => room.close())

const size = { width: 1280, height: 800 }

/** How far from the top of the window a paragraph stands, once nothing is to be drawn. */
async function topOf(page: Page, label: string): Promise<number> {
  await expect(page.locator('.paragraphs')).toHaveAttribute('aria-busy', 'false')
  return row(page, label).evaluate((one) => one.getBoundingClientRect().top)
}

async function choose(page: Page, view: string): Promise<void> {
  await page.keyboard.press('v')
  await page.getByRole('menuitem', { name: view, exact: true }).click()
  await expect(page.getByRole('menu')).toHaveCount(0)
}

for (const at of ['OP3', 'OP8'])
  test(`${at} stays where it is on the screen in every view`, async ({ browser }) => {
    const page = await room.open(browser, size, `#${at}`)
    await expect(row(page, at)).toBeFocused()
    await expect(page.locator('.paragraphs')).toHaveAttribute('aria-busy', 'false')
    // By the wheel: what the page does by itself is taken back.
    await page.mouse.move(400, 400)
    await page.mouse.wheel(0, (await topOf(page, at)) - size.height / 2)
    await expect.poll(async () => Math.abs((await topOf(page, at)) - size.height / 2)).toBeLessThan(4)
    const before = await topOf(page, at)
    for (const view of [
      'Clean: accepted only',
      'All brackets',
      'No names',
      'Fold below level 1',
      'Unfold all',
    ]) {
      await choose(page, view)
      await expect.poll(async () => Math.abs((await topOf(page, at)) - before), view).toBeLessThan(4)
    }
  })

test('a reader who goes on while another view is drawn is not taken back', async ({ browser }) => {
  const page = await room.open(browser, size, '#OP8')
  await expect(row(page, 'OP8')).toBeFocused()
  await choose(page, 'Clean: accepted only')
  await page.keyboard.press('k')
  await expect(row(page, 'OP7')).toBeFocused()
  await page.mouse.move(400, 400)
  await page.mouse.wheel(0, -3000)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
  // Longer than the place is kept for.
  await page.waitForTimeout(1200)
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

test('a link leads far down a long text, and the paragraph stays there while the rest is drawn', async ({
  browser,
}) => {
  const long = await openRoom()
  try {
    const chair = await long.enter('facilitator')
    const paragraphs = Array.from({ length: 400 }, (_, i) => ({
      id: `p${i + 1}`,
      kind: 'operative',
      level: 0,
      content: [{ text: 'Decides to return to the matter at its next session. '.repeat((i % 9) + 1) }],
    }))
    const opened = await chair.send('POST', `/api/negotiations/${long.negotiation}/texts`, {
      key: 'kept-place-long',
      title: 'Long draft',
      symbol: 'A/LONG',
      language: 'en',
      paragraphs,
    })
    const page = await (await browser.newContext({ viewport: size })).newPage()
    const { token } = await long.server.services.links.renew(chair.person)
    await page.goto(`${long.server.url}/sign-in/${token}`)
    await page.getByRole('button', { name: /^Sign in as/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Texts' })).toBeVisible()
    await page.goto(`${long.server.url}/n/${long.negotiation}/t/${opened.json.id}#OP233`)
    await expect(row(page, 'OP233')).toBeFocused()
    const before = await row(page, 'OP233').evaluate((one) => one.getBoundingClientRect().top)
    await expect(row(page, 'OP400').locator('.line-numbers span').first()).toBeAttached()
    expect(Math.abs((await topOf(page, 'OP233')) - before)).toBeLessThan(4)
    await expect(row(page, 'OP233')).toBeFocused()
    await expect(row(page, 'OP233')).toBeInViewport()
  } finally {
    await long.close()
  }
})
