import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { does, eachInARoom, enter, expectAccessible, room, table } from './talks.ts'

eachInARoom()

test('the life of a standing, a proposed and a dropped word, from the text, by keys and by an address', async ({
  browser,
}) => {
  const [norway, chair] = [await room.enter('head', 'NO'), await room.enter('facilitator')]
  const id = await does(norway, table('again', 'soon'))
  const page = await enter(browser, 'observer', 'IRC')
  await expect(page.locator('.wording.proposed')).toHaveCount(1)
  await page.locator('.paragraph-words').nth(1).getByText('soon').dblclick()
  await page.keyboard.press('l')
  const life = page.getByRole('complementary', { name: 'Life of “soon”' })
  await expect(life).toBeFocused()
  await expect(life).toContainText(`Asked for in proposal ${id}`)
  await expect(life).toContainText(/First asked for\s*NO · .* UTC · act 2/)
  await expect(life).toContainText('entered by head NO')
  await expectAccessible(page)

  await does(chair, { type: 'rule', proposal: id, version: 1, ruling: 'accepted', reason: 'no objection' })
  await expect(life).toContainText('Stands in the text since act 3.')
  await expect(life).toContainText('The chair ruled proposal 2 accepted, “no objection”.')
  await life.getByRole('button', { name: 'again' }).click()
  const dropped = page.getByRole('complementary', { name: 'Life of “again”' })
  await expect(dropped).toContainText('Dropped: deleted by proposal 2.')
  await expect(dropped).toContainText('the text as opened')

  const other = await enter(browser, 'delegate', 'TV', new URL(page.url()).search)
  await expect(other.getByRole('complementary', { name: 'Life of “again”' })).toContainText('Dropped')
  await other.keyboard.press('Escape')
  await expect(other.getByRole('complementary')).toHaveCount(0)
  await other.keyboard.press('l')
  await other.getByRole('textbox', { name: 'Find a word, also a dropped one' }).fill('AGAIN')
  await expect(other.locator('.life-find li')).toContainText('dropped, act 3')
  await other.getByRole('button', { name: 'OP1 again' }).press('Enter')
  await expect(other.getByRole('complementary', { name: 'Life of “again”' })).toBeFocused()
  await expectAccessible(other)

  await page.keyboard.press('Escape')
  await page.locator('.paragraph-words').nth(1).click()
  await page.getByText('Words that were dropped: 1').click()
  await page.locator('.dropped').getByRole('button', { name: 'again' }).click()
  await expect(dropped).toContainText('Dropped: deleted by proposal 2.')
  await dropped.getByRole('button', { name: 'act 1' }).first().click()
  await expect(page.locator('.past').first()).toContainText('act 1')
  await expect(dropped).toContainText('Stands in the text.')
})

test('the menu on words leads to their life, and Escape back to the paragraph', async ({ browser }) => {
  const page = await enter(browser, 'delegate', 'TV')
  await page
    .locator('.paragraph-words')
    .nth(1)
    .getByText('Decides to meet')
    .dblclick({ position: { x: 30, y: 10 } })
  await page.keyboard.press('m')
  await page.getByRole('menuitem', { name: 'Life of this word' }).click()
  await expect(page.getByRole('complementary', { name: 'Life of “Decides”' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await expect(page.locator('.paragraph.active')).toBeFocused()
})

test('a finger finds the life of a word: from the menu, then on the word; then of another', async ({
  browser,
}) => {
  const [norway, observer] = [await room.enter('head', 'NO'), await room.enter('observer', 'IRC')]
  const id = await does(norway, table('again', 'soon'))
  const { token } = await room.server.services.links.renew(observer.person)
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  const page = await context.newPage()
  await page.goto(`${room.server.url}/sign-in/${token}`)
  await page.getByRole('button', { name: /^Sign in as/ }).tap()
  await expect(page.getByRole('heading', { level: 1, name: 'Texts' })).toBeVisible()
  await page.goto(`${room.server.url}/n/${room.negotiation}/t/${room.text}`)
  await page.getByRole('button', { name: 'More', exact: true }).tap()
  await page.getByRole('menuitem', { name: 'Find a word and its life…' }).tap()
  const life = page.getByRole('complementary')
  await expect(life).toContainText('Press a word in the text')
  await expectAccessible(page)
  await tapEndOf(page, 'soon')
  await expect(life).toHaveAccessibleName('Life of “soon”')
  await expect.poll(() => marked(page)).toEqual(['soon'])
  await expect(life).toContainText(`Asked for in proposal ${id}`)
  await expect(page.locator('.card-open')).toHaveCount(0)
  await life.getByRole('button', { name: 'Another word…' }).tap()
  await tapEndOf(page, 'Decides')
  await expect(life).toHaveAccessibleName('Life of “Decides”')
  await expect(life).toContainText('The text was opened with it.')
  await expect.poll(() => marked(page)).toEqual(['Decides'])
  await does(norway, table('meet', 'assemble'))
  await expect(page.locator('.wording.proposed')).toHaveCount(2)
  await expect.poll(() => marked(page)).toEqual(['Decides'])
  await life.getByRole('button', { name: 'Close the life of this word' }).tap()
  await expect.poll(() => marked(page)).toEqual([])
})

/** The words that are marked as those whose life is told. */
const marked = (page: Page) =>
  page.evaluate(() =>
    [...(CSS.highlights.get('life-word') ?? [])].map((range) => (range as Range).toString()),
  )

/** Taps the last letter of some words, on the half that is nearer to what follows them. */
async function tapEndOf(page: Page, words: string): Promise<void> {
  const place = await page.evaluate((sought) => {
    const walker = document.createTreeWalker(document.querySelector('.paragraphs')!, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(sought)
      const inside = node.parentElement!
      if (at < 0 || !inside.closest('.paragraph-words') || inside.closest('.said')) continue
      const range = document.createRange()
      range.setStart(node, at + sought.length - 1)
      range.setEnd(node, at + sought.length)
      const { right, top, height } = range.getBoundingClientRect()
      return { x: right - 1, y: top + height / 2 }
    }
    throw new RangeError(sought)
  }, words)
  await page.touchscreen.tap(place.x, place.y)
}

test('tables and lives keep within a narrow window', async ({ browser }) => {
  const norway = await room.enter('head', 'NO')
  await does(norway, table('again', 'soon'))
  const page = await enter(browser, 'facilitator', null, '?stands=brackets&life=p2:9')
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(page.getByRole('complementary')).toBeInViewport()
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(await overflow()).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: 'Close the life of this word' }).click()
  expect(await overflow()).toBeLessThanOrEqual(0)
  await expectAccessible(page)
})
