import { expect, test } from '@playwright/test'
import type { DenseRoom } from './dense-room.ts'
import { openDenseRoom, row } from './dense-room.ts'
import { expectAccessible, openFloor } from './floor.ts'

let room: DenseRoom
test.beforeAll(async () => {
  room = await openDenseRoom()
})
test.afterAll(() => room.close())

const wide = { width: 1280, height: 800 }

for (const size of [wide, { width: 1440, height: 900 }, { width: 1920, height: 1080 }])
  test(`the life of a word covers no words in a window ${size.width} px wide, and gives way to a card`, async ({
    browser,
  }) => {
    const page = await room.open(browser, size, '#OP1')
    await row(page, 'OP1').locator('.t', { hasText: 'mandatory' }).dblclick()
    await expect(page.locator('.card-open')).toBeVisible()
    await page.keyboard.press('l')
    const life = page.getByRole('complementary', { name: 'Life of “mandatory”' })
    await expect(life).toBeFocused()
    await expect(page.locator('.card-open')).toBeHidden()
    const [panel, words] = [
      await life.boundingBox(),
      await row(page, 'OP1').locator('.paragraph-text').boundingBox(),
    ]
    expect(panel!.x).toBeGreaterThanOrEqual(words!.x + words!.width)
    expect(panel!.width).toBeGreaterThan(320)
    await life.getByRole('button', { name: 'Show in the text' }).click()
    await expect(life).toBeVisible()
    await row(page, 'OP3')
      .locator('.paragraph-words')
      .click({ position: { x: 20, y: 10 } })
    await expect(life).toHaveCount(0)
    await expect(page.locator('.card-open')).toContainText('OP3')
  })

test('a proposal opened by its address on a telephone keeps its paragraph above its card', async ({
  browser,
}) => {
  const page = await room.open(browser, { width: 390, height: 844 }, '#proposal-40')
  const card = page.locator('.card-open')
  await expect(card).toBeVisible()
  const words = row(page, 'OP2').locator('.paragraph-words')
  await expect.poll(async () => (await words.boundingBox())!.y < (await card.boundingBox())!.y).toBe(true)
})

test('the margin says of each paragraph of a section what is asked of it', async ({ browser }) => {
  const page = await room.open(browser, wide)
  await expect(row(page, 'OP3 bis').locator('.digest-entry')).toContainText('Recognizes that capacity')
  await expect(row(page, 'OP2 alt').locator('.digest-entry')).toContainText('Invites the Committee')
})

test('names are shown with the conditions on which they were said, by pointer and by key', async ({
  browser,
}) => {
  const floor = await openFloor()
  const asked = await floor.replace('NO', 'b', 'every year', 'every second year')
  const when = { paragraph: 'e', becomes: 'agreed' } as const
  await floor.record('delegate', 'NO', { type: 'undertake', proposal: asked, condition: '', when })
  await floor.record('delegate', 'TV', {
    type: 'position',
    on: { proposal: asked, version: 1 },
    stance: 'supports',
    reason: '',
    condition: 'if OP2 is kept',
  })
  const page = await floor.enter(browser, 'observer', 'IRC')
  await page.locator('.chip').first().hover()
  const panel = page.locator('.names-panel')
  await expect(panel.locator('li').first()).toContainText(/NO.*withdraws if OP3 is agreed/)
  await expect(panel.locator('li').nth(1)).toContainText(/TV\s*supports if OP2 is kept/)
  await expectAccessible(page)
  await page.mouse.move(5, 5)
  await expect(panel).toHaveCount(0)
  await page.keyboard.press('n')
  await page.keyboard.press('n')
  await page.keyboard.press('w')
  await expect(panel).toContainText('withdraws if OP3 is agreed')
  await floor.close()
})

test('by keys alone: to a bracket, the life of its first word, its names, and back', async ({ browser }) => {
  const page = await room.open(browser, wide, '#OP1')
  await expect(row(page, 'OP1')).toBeFocused()
  await page.keyboard.press('n')
  await page.keyboard.press('l')
  await expect(page.getByRole('complementary', { name: 'Life of “voluntary”' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(row(page, 'OP1')).toBeFocused()
  await page.keyboard.press('n')
  await page.keyboard.press('n')
  await page.keyboard.press('l')
  await expect(page.getByRole('complementary', { name: 'Life of “mandatory”' })).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('w')
  await expect(page.getByRole('button', { name: 'Only EU' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(row(page, 'OP1')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.card-open')).toBeFocused()
})

test('the label of a paragraph leads to what may be asked of it, and the address to the paragraph', async ({
  browser,
}) => {
  const page = await room.open(browser, wide, '?open=1#OP1')
  await page.keyboard.press('v')
  await page.getByRole('menuitem', { name: 'Fold below level 2' }).click()
  await row(page, 'OP4').locator('.paragraph-label').click()
  await expect(page.getByRole('menu')).toBeVisible()
  await expect(page).toHaveURL(/#OP4$/)
  await page.keyboard.press('Escape')
  await expect(row(page, 'OP4')).toBeFocused()
  await page.goto(`${page.url().split('#')[0]}#OP3bis`)
  await expect(row(page, 'OP3 bis')).toBeFocused()
})

test('on a telephone the bracket whose life is told stays in sight', async ({ browser }) => {
  const page = await room.open(browser, { width: 390, height: 844 }, '#OP1')
  for (let i = 0; i < 9; i++) await page.keyboard.press('n')
  await page.keyboard.press('l')
  const life = page.getByRole('complementary')
  await expect(life).toBeFocused()
  const lit = page.locator('.wording.lit')
  const [at, panel] = [(await lit.boundingBox())!, (await life.boundingBox())!]
  expect(at.y).toBeGreaterThan(40)
  expect(at.y + 28).toBeLessThan(panel.y)
})
