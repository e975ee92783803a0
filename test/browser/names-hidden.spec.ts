import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import type { DenseRoom } from './dense-room.ts'
import { openDenseRoom } from './dense-room.ts'
import { expectAccessible } from './floor.ts'

let room: DenseRoom
test.beforeAll(async () => {
  room = await openDenseRoom()
})
test.afterAll(() => room.close())

const size = { width: 1440, height: 900 }

/** Codes of parties other than the reader's own anywhere in the room, said, shown or kept in an attribute. */
const named = (page: Page): Promise<string[]> =>
  page
    .locator('main.room')
    .evaluate(
      (main) => main.outerHTML.match(/(?<![\p{L}\p{N}])(?:US|RF|CH|DE|SE|FR)(?![\p{L}\p{N}])/gu) ?? [],
    )

const words = (page: Page) => page.locator('#p-p5 .paragraph-words').click({ position: { x: 60, y: 12 } })

test('where names are hidden nothing in the room names a party, and one press shows them again', async ({
  browser,
}) => {
  const page = await room.open(browser, size, '?names=hidden')
  await expect(page.locator('.wording')).toHaveCount(room.compiled.pairs)
  expect(await named(page)).toEqual([])
  await expect(page.locator('.digest-codes').first()).toHaveText(/^\d+$/)
  await expect(page.locator('#p-p6 .option-head').first()).toBeVisible()

  await words(page)
  const card = page.locator('.card-open')
  await expect(card).toContainText('Names are hidden in this view.')
  await expect(card.locator('.proposal').first()).toContainText(
    /Proposal \d+ replaces voluntary with mandatory/,
  )
  await expect(card.getByRole('button', { name: /^Support\./ }).first()).toBeVisible()
  expect(await named(page)).toEqual([])
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  // What is asked of the reader on the way names nobody either: a key's question, a position, a draft.
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('s')
  await expect(page.getByRole('alertdialog')).toContainText(/Proposal \d+ /)
  expect(await page.getByRole('alertdialog').innerText()).not.toMatch(/\b(US|RF|CH|DE|SE|FR)\b/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('m')
  await page.getByRole('menuitem', { name: /^A position on a condition/ }).click()
  await expect(dialog.getByRole('checkbox', { name: /Proposal \d+ replaces/ }).first()).toBeVisible()
  expect(await dialog.innerText()).not.toMatch(/\b(US|RF|CH|DE|SE|FR)\b/)
  await dialog.getByRole('combobox', { name: 'If this comes about' }).pressSequentially('Proposal')
  await expect(page.getByRole('option').first()).toBeVisible()
  expect((await page.getByRole('option').allInnerTexts()).join()).not.toMatch(/\b(US|RF|CH|DE|SE|FR)\b/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Export/ }).click()
  const exporting = page.getByRole('dialog', { name: 'Export' })
  await expect(exporting.getByRole('radio', { name: 'No names' })).toBeChecked()
  await expect(exporting.locator('.sample-line')).not.toContainText(/US|RF|CH|EU/)
  await exporting.getByRole('radio', { name: /Plain text/ }).press('Space')
  await expect(exporting.locator('.first-page pre')).toContainText('[')
  await expect(exporting.locator('.first-page pre')).not.toContainText(/\b(US|RF|CH|EU)\b/)
  await page.keyboard.press('Escape')

  await page.locator('.t', { hasText: 'mandatory' }).dblclick()
  await page.keyboard.press('l')
  const life = page.getByRole('complementary', { name: 'Life of “mandatory”' })
  await expect(life).toContainText('Names are hidden in this view.')
  await expect(life).toContainText(/First asked for\s*Proposal \d+ ·/)
  await expect(life).toContainText('A delegation asked to delete the words it would replace')
  await expect(life).not.toContainText('entered by')
  expect(await named(page)).toEqual([])
  await expectAccessible(page)

  await life.getByRole('button', { name: 'Show names' }).click()
  await expect(page).not.toHaveURL(/names=/)
  await expect(life).toContainText('RF asked to delete')
  await page.keyboard.press('Escape')
  await expect(page.locator('.chip').first()).toBeVisible()
})

test('a section folds under a name that does not say nobody asks for it', async ({ browser }) => {
  const page = await room.open(browser, size, '?names=hidden')
  await expect(
    page.getByRole('button', { name: 'Fold: section, 6 paragraphs proposed together' }),
  ).toBeVisible()
})

/** What the text showed, gave away and printed at the moment after the names were hidden. */
const atOnce = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ waiting: number; seen: string[]; copied: string; printed: number }>((resolve) => {
        const list = document.querySelector<HTMLElement>('.paragraphs')!
        const stale = () =>
          [...list.querySelectorAll<HTMLElement>(':scope > .paragraph')].filter(
            (row) => row.dataset['turn'] !== list.dataset['turn'],
          )
        new MutationObserver((_, observer) => {
          if (list.dataset['names'] !== 'hidden') return
          observer.disconnect()
          getSelection()!.selectAllChildren(list)
          const data = new DataTransfer()
          list.dispatchEvent(
            new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
          )
          const waiting = stale().length
          const seen = [...list.querySelectorAll<HTMLElement>('.chip, .said, .digest-head')].filter(
            (one) =>
              getComputedStyle(one).visibility === 'visible' &&
              /\b(US|RF|CH|EU)\b/.test(one.textContent ?? ''),
          )
          dispatchEvent(new Event('beforeprint'))
          const printed = list.querySelectorAll('.chip').length + stale().length
          dispatchEvent(new Event('afterprint'))
          resolve({
            waiting,
            seen: seen.map((one) => one.textContent ?? ''),
            copied: data.getData('text/plain'),
            printed,
          })
        }).observe(list, { attributes: true })
      }),
  )

test('what is yet to be drawn without names is neither seen, heard, copied nor printed with them', async ({
  browser,
}) => {
  const page = await room.open(browser, size)
  await expect(page.locator('.wording')).toHaveCount(room.compiled.pairs)
  await expect(page.locator('.paragraphs')).toHaveAttribute('aria-busy', 'false')
  const whole = await page.evaluate(() => document.querySelectorAll('.paragraph').length)
  const found = atOnce(page)
  await page.keyboard.press('h')
  await page.keyboard.press('h')
  const { waiting, seen, copied, printed } = await found
  expect(waiting).toBeGreaterThan(0)
  expect(seen).toEqual([])
  expect(copied).not.toMatch(/EU|RF|delete|reserve/)
  expect(copied.split('\n\n')).toHaveLength(whole)
  expect(printed).toBe(0)
})

test('views changed faster than they are drawn leave nothing of those between', async ({ browser }) => {
  const page = await room.open(browser, size)
  await expect(page.locator('.wording')).toHaveCount(room.compiled.pairs)
  const strays = await page.evaluate(async () => {
    const list = document.querySelector<HTMLElement>('.paragraphs')!
    const press = () =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'h', bubbles: true, cancelable: true }))
    let seen = 0
    // Around all ways of naming and on to none, more often than there are marks for views.
    for (let i = 0; i < 8; i++) {
      press()
      await new Promise((resolve) => requestAnimationFrame(resolve))
      for (const row of list.querySelectorAll<HTMLElement>(':scope > .paragraph'))
        if (row.dataset['turn'] !== list.dataset['turn'] && getComputedStyle(row).visibility !== 'hidden')
          seen++
    }
    return seen
  })
  expect(strays).toBe(0)
  await expect(page).toHaveURL(/names=hidden/)
  await expect(page.locator('.paragraphs')).toHaveAttribute('aria-busy', 'false')
  await expect(page.locator('.wording')).toHaveCount(room.compiled.pairs)
  expect(await named(page)).toEqual([])
})
