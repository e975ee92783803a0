import { expect, test } from '@playwright/test'
import type { DenseRoom } from './dense-room.ts'
import { openDenseRoom, row } from './dense-room.ts'
import { expectAccessible } from './floor.ts'

let room: DenseRoom
test.beforeAll(async () => {
  room = await openDenseRoom()
})
test.afterAll(() => room.close())

const size = { width: 1280, height: 800 }

test('each menu over the text opens, is left by Escape and by a press beside it, and gives the focus back', async ({
  browser,
}) => {
  const page = await room.open(browser, size)
  const buttons = page.getByRole('toolbar').locator('button[aria-haspopup="true"]')
  const count = await buttons.count()
  expect(count).toBeGreaterThanOrEqual(4)
  for (let i = 0; i < count; i++) {
    const button = buttons.nth(i)
    await button.click()
    const menu = page.getByRole('menu')
    await expect(menu.getByRole('menuitem').first()).toBeVisible()
    // The style of everything in what becomes inert is worked out anew: of a long text, for a third of a second.
    await expect(page.locator('[inert]')).toHaveCount(0)
    // As when an act comes in above what is in sight.
    await page.evaluate(() => scrollBy(0, 40))
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
    await expect(menu.getByRole('menuitem').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(menu).toHaveCount(0)
    await expect(button).toBeFocused()
    await button.press('Enter')
    await expect(menu).toBeVisible()
    // A press beside it closes it, and is no press on the text.
    await page.mouse.click(330, 700)
    await expect(menu).toHaveCount(0)
    await expect(page.locator('.card-open')).toHaveCount(0)
  }
})

test('the strip over the text has no more shapes than statuses, however long the text', async ({
  browser,
}) => {
  const page = await room.open(browser, size)
  const statuses = new Set(room.compiled.paragraphs.map(({ status }) => status)).size
  // Bars, the feet of each status, and the mark of where the reader is.
  await expect(page.locator('.heat svg > *')).toHaveCount(statuses + 2)
})

test('the filter tells paragraphs with open brackets from those whose status is open', async ({
  browser,
}) => {
  const page = await room.open(browser, size)
  await page.keyboard.press('/')
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: 'Open', exact: true }).click()
  await expect(page).toHaveURL(/status=open/)
  await page.keyboard.press('/')
  await page.getByRole('menuitem', { name: 'Open brackets only' }).click()
  await expect(page).toHaveURL(/open=1/)
  await expect(row(page, 'OP1')).toBeVisible()
  await page.keyboard.press('/')
  await page.getByRole('menuitem', { name: 'Adopted', exact: true }).click()
  await expect(page.getByText(/^Nothing matches/)).toBeVisible()
  await page
    .getByText(/^Nothing matches/)
    .locator('..')
    .getByRole('button')
    .click()
  await expect(page.locator('.wording')).toHaveCount(room.compiled.pairs)
})
