import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import type { DenseRoom } from './dense-room.ts'
import { openDenseRoom, row } from './dense-room.ts'

let room: DenseRoom
test.beforeAll(async () => {
  room = await openDenseRoom()
})
test.afterAll(() => room.close())

const size = { width: 1280, height: 800 }

/** The text as it goes to the printer. */
async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
}

test('on paper names stand in full before their words, under a head that says what is printed', async ({
  browser,
}) => {
  const page = await room.open(browser, size, '#OP1')
  await expect(page.locator('.wording')).toHaveCount(room.compiled.pairs)
  await onPaper(page)
  await expect(page.locator('.print-head')).toContainText(
    /Draft decision\s*All brackets · as of act \d+, 2 Mar 2026/,
  )
  const chip = page.locator('.wording', { hasText: /may/ }).last().locator('.chip')
  const parts = await chip.evaluate((one) => ({
    before: getComputedStyle(one, '::before').content,
    after: getComputedStyle(one, '::after').content,
    between: [...one.childNodes]
      .filter((node) => !(node instanceof Element) || getComputedStyle(node).display !== 'none')
      .map((node) => node.textContent)
      .join(''),
  }))
  expect(parts).toEqual({ before: '"CH, US, RF, A, B, C"', after: 'none', between: ': ' })
  const outline = await page
    .locator('.paragraph.active .paragraph-text')
    .evaluate((one) => getComputedStyle(one).outlineStyle)
  expect(outline).toBe('none')
})

test('on a sheet of paper, narrower than any window of a computer, lines are numbered', async ({
  browser,
}) => {
  const page = await room.open(browser, size)
  await expect(page.locator('.line-numbers span').first()).toBeVisible()
  await onPaper(page)
  // A4 less its margins, in CSS pixels.
  await page.setViewportSize({ width: 642, height: 971 })
  await expect(page.locator('.line-numbers span').first()).toBeVisible()
  const [label, words] = await row(page, 'OP1').evaluate((one) =>
    ['.paragraph-label', '.paragraph-words'].map(
      (part) => one.querySelector(part)!.getBoundingClientRect().top,
    ),
  )
  expect(Math.abs(label! - words!)).toBeLessThan(8)
})

test('long labels keep clear of the line numbers on paper', async ({ browser }) => {
  const page = await room.open(browser, size)
  await expect(page.locator('.line-numbers span').first()).toBeVisible()
  await onPaper(page)
  const met = await page.evaluate(
    () =>
      [...document.querySelectorAll('.paragraph-margin')].filter((margin) => {
        const label = margin.querySelector('.paragraph-label')!.getBoundingClientRect()
        const own = margin.getBoundingClientRect()
        const numbers = [...margin.querySelectorAll('.line-numbers span')]
        return label.left < own.left || numbers.some((one) => one.getBoundingClientRect().right > label.left)
      }).length,
  )
  expect(met).toBe(0)
})

test('a text that is filtered or folded is printed like any other, without its cards', async ({
  browser,
}) => {
  const page = await room.open(browser, size, '?fold=1&open=1&names=hidden')
  await expect(page.locator('.digest').first()).toBeVisible()
  await onPaper(page)
  await expect(page.locator('.card-place').first()).toBeHidden()
  await expect(page.locator('.print-head')).toContainText(/No names · \d+ of \d+ shown/)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await expect(page.locator('.digest').first()).toBeVisible()
})
