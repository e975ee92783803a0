import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { Room } from '../server.ts'
import { openRoom } from '../server.ts'

let room: Room

test.beforeAll(async () => {
  room = await openRoom()
  const norway = await room.enter('head', 'NO')
  const change = { type: 'amend', strike: [{ source: 'p2', from: 9, to: 16 }] }
  const answer = await norway.send('POST', `/api/texts/${room.text}/acts`, {
    key: 'strike-to-meet',
    channel: 'typed',
    deed: { type: 'table', changes: [change], rationale: '', invite: [], alternatives: [] },
  })
  expect(answer.status, answer.text).toBe(201)
})

test.afterAll(async () => {
  await room.close()
})

test.beforeEach(async ({ page }) => {
  const { person } = await room.enter('observer')
  const { token } = await room.server.services.links.renew(person)
  await page.goto(`${room.server.url}/sign-in/${token}`)
  await page.getByRole('button', { name: /^Sign in as/ }).click()
  await page.getByRole('link', { name: /^A\/1/ }).click()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Export/ }).click()
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible()
})

test('a clean text with open brackets is refused with the list, unless they are kept', async ({ page }) => {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /Clean text/ }).press('Space')
  await dialog.getByRole('radio', { name: /Plain text/ }).press('Space')
  await expect(dialog.getByRole('radio', { name: 'No names' })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Download' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Still open: OP1.')
  await expect(dialog.getByRole('alert')).toContainText('1 proposal is open: 2.')
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await dialog.getByRole('checkbox', { name: 'Keep these brackets in the text' }).press('Space')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/clean\.txt$/)
  expect(await readFile(await download.path(), 'utf8')).toContain('[to meet')
  await expect(page.getByText(/is in your downloads/)).toBeVisible()
})

test('the compilation is named by its symbol, with the names that were asked for', async ({ page }) => {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'No names' }).press('Space')
  await dialog.getByRole('radio', { name: /Plain text/ }).press('Space')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('A-1_compilation.txt')
  const words = await readFile(await download.path(), 'utf8')
  expect(words).toContain('[to meet')
  expect(words).not.toContain('NO:')
})

test('brackets are written as was chosen, seen on this text before and remembered after', async ({
  page,
}) => {
  const dialog = page.getByRole('dialog')
  const sample = dialog.locator('.sample-line')
  await expect(sample).toHaveText('OP1. Decides [to meet – NO: delete] again.')
  await dialog.getByRole('button', { name: /Names$/ }).press('Enter')
  await page.getByRole('option', { name: /^After/ }).press('Enter')
  await dialog.getByRole('button', { name: /Positions$/ }).press('Enter')
  await page.getByRole('option', { name: 'EU delete' }).press('Enter')
  await expect(sample).toHaveText('OP1. Decides [to meet – NO delete] again.')
  await dialog.getByRole('radio', { name: /Plain text/ }).press('Space')
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ])
  expect(await readFile(await download.path(), 'utf8')).toContain('OP1. Decides [to meet – NO delete] again.')
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Export/ }).click()
  await expect(dialog.getByRole('radio', { name: /Plain text/ })).toBeChecked()
  await expect(sample).toHaveText('OP1. Decides [to meet – NO delete] again.')
})

test('in strike and bold the sample is struck, and the Markdown says how it is read', async ({ page }) => {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /Struck and bold/ }).press('Space')
  await expect(dialog.locator('.sample-line del')).toHaveText('to meet')
  await dialog.getByRole('checkbox', { name: /^Leave out/ }).press('Space')
  await dialog.getByRole('radio', { name: /Markdown/ }).press('Space')
  await expect(dialog.locator('.sample-line')).toHaveText('OP1. Decides ~~to meet~~ (NO) again.')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('A-1_compilation.md')
  const words = await readFile(await download.path(), 'utf8')
  expect(words).toContain('~~words~~: asked to be deleted')
  expect(words).toContain('(…)\n\nOP1. Decides ~~to meet~~ (NO) again.')
  expect(words).not.toContain('Recalling its decisions')
})

test('the page for printing opens by itself, and runs nothing', async ({ page }) => {
  await page.getByRole('radio', { name: /Page for printing/ }).press('Space')
  const [printed] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Open the page for printing' }).click(),
  ])
  await expect(printed.getByText('Recalling its decisions')).toBeVisible()
  const { headers } = await page.evaluate(async (address) => {
    const response = await fetch(address)
    return { headers: response.headers.get('content-disposition') }
  }, printed.url())
  expect(headers).toBe('inline; filename=A-1_compilation.html')
  expect(await printed.locator('script').count()).toBe(0)
})

test('page one is in sight before anything is downloaded, follows every choice, and fits the screen', async ({
  page,
}) => {
  const dialog = page.getByRole('dialog')
  const paper = dialog.frameLocator('iframe[title="Page one"]')
  await expect(paper.locator('.operative')).toHaveText('OP1. Decides [to meet – NO: delete] again.')
  await expect(paper.locator('footer')).toContainText('Not an official document')
  await dialog.getByRole('radio', { name: 'No names' }).press('Space')
  await expect(paper.locator('.operative')).toHaveText('OP1. Decides [to meet] again.')
  await dialog.getByRole('radio', { name: /Struck and bold/ }).press('Space')
  await expect(paper.locator('.operative del')).toHaveText('to meet')
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await dialog.getByRole('radio', { name: /Plain text/ }).press('Space')
  await expect(dialog.getByRole('figure', { name: 'Page one' }).locator('pre')).toContainText(
    /Compilation of proposals[^]*OP1\. Decides /,
  )

  // A clean text with brackets has no first page, and what is open is told at once.
  await dialog.getByRole('radio', { name: /Clean text/ }).press('Space')
  await expect(dialog.getByRole('alert')).toContainText('Still open: OP1.')
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expect(dialog.getByRole('button', { name: 'Download' })).toBeInViewport({ ratio: 1 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false)
  }
})
