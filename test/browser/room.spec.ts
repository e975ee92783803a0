import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import type { Role } from '../../schema/party/role.ts'
import type { Room } from '../server.ts'
import { openRoom } from '../server.ts'

let room: Room

test.beforeEach(async () => {
  room = await openRoom()
})

test.afterEach(async () => {
  await room.close()
})

/** A browser of its own in the room, signed in by a link as somebody with a seat. */
async function enter(browser: Browser, role: Role, code: string | null = null, suffix = ''): Promise<Page> {
  const { person } = await room.enter(role, code)
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  const { token } = await room.server.services.links.renew(person)
  await page.goto(`${room.server.url}/sign-in/${token}`)
  await page.getByRole('button', { name: /^Sign in as/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Texts' })).toBeVisible()
  await page.goto(`${room.server.url}/n/${room.negotiation}/t/${room.text}${suffix}`)
  await expect(page.locator('.paragraph')).toHaveCount(2)
  return page
}

/** No screen may fail a rule of WCAG 2.2 AA that a program can check. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

/** Opens the draft at OP1, puts the caret behind some words of it and types. */
async function draft(page: Page, text: string): Promise<void> {
  await page
    .locator('.paragraph-words')
    .nth(1)
    .click({ position: { x: 20, y: 10 } })
  await page.getByRole('button', { name: /^Propose a change in OP1/ }).click()
  await expect(page.locator('.ProseMirror')).toBeFocused({ timeout: 15_000 })
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(text)
}

/** What a paragraph says to the eye. */
const seen = (page: Page, row: number) =>
  expect.poll(() =>
    words(page, row).evaluate((element) => {
      const copy = element.cloneNode(true) as Element
      copy.querySelectorAll('.said').forEach((said) => said.remove())
      return copy.textContent
    }),
  )

const words = (page: Page, row: number) => page.locator('.paragraph-words').nth(row)
const receipts = (page: Page) => page.getByLabel('Receipts and notices')

test('a delegate tables a proposal in three clicks; another takes a position in two; the chair accepts it', async ({
  browser,
}) => {
  const norway = await enter(browser, 'head', 'NO')
  await draft(norway, ' next year')
  await expect(norway.locator('.desk-live')).toContainText('NO inserts next year in OP1')
  await expectAccessible(norway)
  const tuvalu = await enter(browser, 'head', 'TV')
  await norway.getByRole('button', { name: 'Table for NO' }).click()
  await expect(receipts(norway)).toContainText(/Tabled · NO · \d\d:\d\d UTC · act 2/)
  await expect(norway.locator('.desk-changes')).toContainText('Tabled as proposal 2.')

  await seen(tuvalu, 1).toBe('Decides to meet again [NO: next year].')
  await tuvalu.getByText('Decides to meet again').click()
  await expectAccessible(tuvalu)
  await tuvalu.getByRole('button', { name: /^Support\./ }).click()
  await expect(receipts(tuvalu)).toContainText(/TV · \d\d:\d\d UTC · act 3/)
  await expect(tuvalu.locator('.card-open .proposal .tally')).toContainText('TV')
  await tuvalu.getByRole('button', { name: /^Support\..*Takes back/ }).click()
  await expect(tuvalu.locator('.card-open')).toContainText('No position taken.')

  const chair = await enter(browser, 'facilitator', null, '#proposal-2')
  await chair.getByRole('button', { name: 'Rule' }).click()
  await expectAccessible(chair)
  await chair.getByRole('button', { name: 'Record the ruling' }).click()
  await expect(words(tuvalu, 1)).toHaveText('Decides to meet again next year.')
})

test('what a colleague left unfinished is not tabled unless it is ticked', async ({ browser }) => {
  const head = await enter(browser, 'head', 'NO')
  await draft(head, ' soon')
  await expect(head.locator('.connection')).toHaveText(/Saved/)
  const delegate = await enter(browser, 'delegate', 'NO')
  await delegate.getByText('Recalling its decisions,').click()
  await delegate.getByRole('button', { name: /^Propose a change in PP1/ }).click()
  await expect(delegate.locator('.desk-change')).toContainText('NO inserts soon in OP1')
  await expect(delegate.locator('.desk-live')).toContainText('Nothing is chosen to be tabled.')
  await delegate.keyboard.press('ArrowLeft')
  await delegate.keyboard.type(' and resolutions')
  await expect(delegate.locator('.desk-live')).toHaveText('NO inserts and resolutions in PP1')
})

test('near-identical words are met with the proposal that has them already', async ({ browser }) => {
  const norway = await enter(browser, 'head', 'NO')
  await draft(norway, ' soon')
  await norway.getByRole('button', { name: 'Table for NO' }).click()
  await expect(receipts(norway)).toContainText('act 2')
  const tuvalu = await enter(browser, 'head', 'TV')
  await draft(tuvalu, ' Soon')
  await expect(tuvalu.locator('.desk-like')).toContainText('Already proposed by NO (proposal 2).')
  await tuvalu.getByRole('button', { name: 'Support it instead' }).click()
  await expect(receipts(tuvalu)).toContainText('act 3')
  await tuvalu.getByRole('button', { name: 'Discard' }).click()
  await expect(tuvalu.locator('.ProseMirror')).toContainText('Decides to meet again.')
})

test('a proposal is revised at its place and amended by another in its words', async ({ browser }) => {
  const norway = await enter(browser, 'head', 'NO')
  await draft(norway, ' next year')
  await norway.keyboard.press('Control+Enter')
  await expect(receipts(norway)).toContainText('act 2')
  await norway.locator('.ProseMirror').press('End')
  await norway.keyboard.press('ArrowLeft')
  await norway.keyboard.type(' in spring')
  await expect(norway.locator('.desk-changes')).toContainText('next version of your proposal 2')
  await norway.keyboard.press('Control+Enter')
  await expect(receipts(norway)).toContainText('act 3')

  const tuvalu = await enter(browser, 'head', 'TV', '#proposal-2')
  await expect(tuvalu.locator('.card-open')).toContainText('version 2')
  await tuvalu.getByRole('button', { name: 'Amend this' }).click()
  await expect(tuvalu.locator('.ProseMirror')).toContainText('Decides to meet again next year in spring.')
  await tuvalu.locator('.ProseMirror').press('End')
  await tuvalu.keyboard.press('ArrowLeft')
  for (let i = 0; i < 'spring'.length; i++) await tuvalu.keyboard.press('Backspace')
  await tuvalu.keyboard.type('autumn')
  await expect(tuvalu.locator('.desk-live')).toContainText('TV replaces spring with autumn in OP1')
  await tuvalu.keyboard.press('Control+Enter')
  await tuvalu.getByRole('button', { name: 'Back to the text' }).click()
  await seen(tuvalu, 1).toMatch(/\[NO: .*next year in \[spring\]\[TV: autumn\]\]/)
})

test('while the server cannot be reached what is to be tabled waits, can be taken back, and goes out by itself', async ({
  browser,
}) => {
  const page = await enter(browser, 'head', 'NO')
  await draft(page, ' soon')
  await expect(page.locator('.desk-live')).toContainText('soon')
  await page.context().setOffline(true)
  const later = page.getByRole('button', { name: 'Table when back online' })
  await later.click()
  await expect(page.locator('.waiting')).toContainText('Not tabled · waiting since')
  await page.getByRole('button', { name: 'Do not table' }).click()
  await expect(page.locator('.waiting')).toHaveCount(0)
  await later.click()
  await expect(page.locator('.bar-state')).toContainText(
    'Offline: draft kept on this device, nothing is tabled.',
  )
  await expect(page.locator('.desk-changes')).toContainText('Not tabled yet')
  await expect(later).toHaveAttribute('aria-disabled', 'true')
  await page.context().setOffline(false)
  await expect(receipts(page)).toContainText(/Tabled · NO · .* act 2/, { timeout: 20_000 })
  await expect(page.locator('.waiting')).toHaveCount(0)
})

test('a link shows the same screen to somebody else', async ({ browser }) => {
  const norway = await enter(browser, 'head', 'NO')
  await draft(norway, ' soon')
  await norway.keyboard.press('Control+Enter')
  await expect(receipts(norway)).toContainText('act 2')
  const observer = await enter(browser, 'observer', 'IRC')
  const address = `${room.server.url}/n/${room.negotiation}/t/${room.text}`
  await observer.goto(`${address}?party=NO&open=1&view=unnamed#OP1`)
  await expect(observer.locator('.paragraph')).toHaveCount(1)
  await expect(observer.locator('.filters-shown')).toHaveText('1 of 2 shown')
  await seen(observer, 0).toBe('Decides to meet again [soon].')
  await expect(observer.locator('.chip')).toHaveCount(0)
  await expect(observer.locator('.paragraph.active')).toContainText('Decides')
  await observer.getByRole('button', { name: 'Clear' }).click()
  await expect(observer.locator('.paragraph')).toHaveCount(2)
  await observer.goto(`${address}?at=1`)
  await expect(observer.getByText(/You are reading the text as of .* act 1/)).toBeVisible()
  await expect(words(observer, 1)).toHaveText('Decides to meet again.')
  await observer.getByRole('button', { name: 'Back to now' }).click()
  await expect(words(observer, 1)).toContainText('soon')
})

test('an observer reads and is offered nothing to do', async ({ browser }) => {
  const norway = await enter(browser, 'head', 'NO')
  await draft(norway, ' soon')
  await norway.keyboard.press('Control+Enter')
  await expect(receipts(norway)).toContainText('act 2')
  const observer = await enter(browser, 'observer', 'IRC', '#proposal-2')
  await expect(observer.locator('.card-open')).toContainText('NO inserts soon')
  for (const name of [/^Propose/, /^Support/, 'Rule', 'Amend this', 'Co-sponsor', 'Publish comment'])
    await expect(observer.getByRole('button', { name })).toHaveCount(0)
  await observer.keyboard.press('e')
  await expect(observer.locator('.ProseMirror')).toHaveCount(0)
  await expectAccessible(observer)
})

test('by keys alone: to a bracket, its card, a position, and back', async ({ browser }) => {
  const norway = await enter(browser, 'head', 'NO')
  await draft(norway, ' soon')
  await norway.keyboard.press('Control+Enter')
  await expect(receipts(norway)).toContainText('act 2')
  const page = await enter(browser, 'head', 'TV')
  await page.keyboard.press('n')
  await expect(page.locator('.wording.lit')).toHaveCount(1)
  await expect(page.locator('.paragraph.active')).toContainText('Decides')
  await page.keyboard.press('Enter')
  await expect(page.locator('.card-open')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.locator('.paragraph.active')).toBeFocused()
  await page.keyboard.press('o')
  await expect(page.getByRole('alertdialog')).toContainText('“Oppose” on proposal 2')
  await page.getByRole('button', { name: 'Publish' }).click()
  await expect(receipts(page)).toContainText('act 3')
  await page.keyboard.press('k')
  await expect(page.locator('.paragraph.active')).toContainText('Recalling')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('checkbox', { name: 'Use single keys' }).press('Space')
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await expect(page.locator('.paragraph.active')).toContainText('Recalling')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Label or words' }).fill('op1')
  await page.keyboard.press('Enter')
  await expect(page.locator('.paragraph.active')).toContainText('Decides')
  await page.goBack()
  await expect(page.locator('.paragraph.active')).toContainText('Recalling')
  await page.evaluate(() => (location.hash = '#proposal-2'))
  await expect(page.locator('.card-open #proposal-2')).toBeFocused()
  await page.goBack()
  await expect(page.locator('.paragraph.active')).toContainText('Recalling')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Propose a change in PP1/ }).press('Enter')
  await expect(page.locator('.ProseMirror')).toBeFocused({ timeout: 15_000 })
  await page.goBack()
  await expect(page.locator('.paragraph.active')).toContainText('Recalling')
})

test('copied text is bracket notation without what is there for the ear', async ({ browser }) => {
  const norway = await enter(browser, 'head', 'NO')
  await draft(norway, ' soon')
  await norway.keyboard.press('Control+Enter')
  await norway.getByRole('button', { name: 'Back to the text' }).click()
  await expect(words(norway, 1)).toContainText('soon')
  const copied = await norway.evaluate(() => {
    const [first, last] = document.querySelectorAll('.paragraph-words')
    getSelection()?.setBaseAndExtent(first!, 0, last!, last!.childNodes.length)
    const data = new DataTransfer()
    const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })
    document.querySelector('.paragraphs')!.dispatchEvent(event)
    return data.getData('text/plain')
  })
  expect(copied).toBe('PP1. Recalling its decisions,\n\nOP1. Decides to meet again [NO: soon].')
})

test('the secretariat enters what a delegation said from the floor', async ({ browser }) => {
  const page = await enter(browser, 'secretariat')
  await page.keyboard.press('f')
  await expect(page.getByRole('combobox', { name: 'Who speaks' })).toBeFocused()
  await page.keyboard.type('tv')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Who speaks' })).toHaveValue('TV · Tuvalu')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await draft(page, ' soon')
  await page.getByRole('button', { name: 'Table for TV' }).click()
  await expect(receipts(page)).toContainText(/Tabled · TV/)
  await page.getByRole('button', { name: 'Back to the text' }).click()
  await words(page, 1).getByText('soon').click()
  await expect(page.locator('.card-open')).toContainText('from the floor')
})

test('the chair settles a paragraph, learns why it cannot, and publishes with the symbol typed', async ({
  browser,
}) => {
  const norway = await enter(browser, 'head', 'NO')
  await draft(norway, ' soon')
  await norway.keyboard.press('Control+Enter')
  await expect(receipts(norway)).toContainText('act 2')
  const chair = await enter(browser, 'facilitator', null, '#OP1')
  await chair.keyboard.press('Enter')
  await chair.getByRole('button', { name: 'Status…' }).click()
  await chair.getByRole('button', { name: /^Open.*Status$/ }).click()
  await chair.getByRole('option', { name: 'Agreed ad referendum' }).click()
  await expect(chair.getByRole('alert')).toContainText('NO')
  await expectAccessible(chair)
  await chair.keyboard.press('Escape')
  await chair.getByRole('button', { name: 'More', exact: true }).first().click()
  await chair.getByRole('menuitem', { name: 'Publish a revision…' }).click()
  await expect(chair.getByRole('alertdialog')).toContainText('1 proposal stays open')
  const publish = chair.getByRole('button', { name: 'Publish A/1/Rev.1' })
  await expect(publish).toHaveAttribute('aria-disabled', 'true')
  await chair.getByLabel('Type A/1/Rev.1 to confirm').fill('A/1/Rev.1')
  await expectAccessible(chair)
  await publish.click()
  await expect(receipts(chair)).toContainText(/Chair · .* act 3/)
})

test('words ruled on while others draft there are shown to them, with both wordings', async ({ browser }) => {
  const norway = await enter(browser, 'head', 'NO')
  await draft(norway, ' soon')
  await norway.keyboard.press('Control+Enter')
  await expect(receipts(norway)).toContainText('act 2')
  const tuvalu = await enter(browser, 'head', 'TV')
  await draft(tuvalu, ' in spring')
  await expect(tuvalu.locator('.connection')).toHaveText(/Saved/)
  const chair = await enter(browser, 'facilitator', null, '#proposal-2')
  await chair.getByRole('button', { name: 'Rule' }).click()
  await chair.getByRole('button', { name: 'Record the ruling' }).click()
  const notice = tuvalu.locator('.desk-overtaken')
  await expect(notice).toContainText('OP1 changed while you drafted. Your words are kept.')
  await expect(notice.locator('ins')).toHaveText(' soon')
  await expect(tuvalu.locator('.ProseMirror')).toContainText('in spring')
  await expectAccessible(tuvalu)
  await tuvalu.getByRole('button', { name: 'Take the text as it is' }).click()
  await expect(notice).toHaveCount(0)
  await expect(tuvalu.locator('.ProseMirror')).toContainText('Decides to meet again soon.')
})

test('the chair’s pen changes the text at once', async ({ browser }) => {
  const chair = await enter(browser, 'facilitator')
  await draft(chair, ' soon')
  await chair.getByRole('button', { name: 'Chair’s pen: change the text' }).click()
  await expect(receipts(chair)).toContainText('act 2')
  await chair.getByRole('button', { name: 'Back to the text' }).click()
  await expect(words(chair, 1)).toHaveText('Decides to meet again soon.')
})

test('the drafting editor, where Tab is a key, is left by F6', async ({ browser }) => {
  const norway = await enter(browser, 'head', 'NO')
  await draft(norway, ' soon')
  await norway.keyboard.press('F6')
  await expect(norway.locator('.desk-side button:focus')).toBeVisible()
  await norway.keyboard.press('F6')
  await expect(norway.getByRole('button', { name: 'Back to the text' })).toBeFocused()
  await norway.keyboard.press('F6')
  await expect(norway.locator('.ProseMirror')).toBeFocused()
})

test('a draft is its delegation’s alone until it is opened to everyone, and then shows as drafting', async ({
  browser,
}) => {
  const tuvalu = await enter(browser, 'head', 'TV')
  const norway = await enter(browser, 'head', 'NO')
  await draft(norway, ' soon')
  await expect(norway.locator('.desk-audience')).toContainText('Only NO sees this draft.')
  await expect(norway.locator('.connection')).toHaveText(/Saved/)
  await expect(words(tuvalu, 1)).toHaveText('Decides to meet again.')
  await norway.getByRole('button', { name: 'Who sees it' }).click()
  await norway.getByRole('menuitem', { name: 'Open to everyone…' }).click()
  await norway.getByRole('button', { name: 'Open to everyone', exact: true }).click()
  await expect(norway.locator('.desk-audience')).toContainText('Open: everyone who reads')
  await seen(tuvalu, 1).toMatch(/\[NO drafting: +soon\]/)
  await expect(tuvalu.locator('.paragraph').nth(1).locator('.digest-head')).toHaveText('OP1: Nothing open')
})

for (const [width, height] of [
  [390, 844],
  [1024, 768],
] as const)
  test(`the room keeps within a window ${width} px wide`, async ({ browser }) => {
    const norway = await enter(browser, 'head', 'NO')
    await draft(norway, ' soon')
    await norway.keyboard.press('Control+Enter')
    await expect(receipts(norway)).toContainText('act 2')
    await norway.setViewportSize({ width, height })
    const overflow = () =>
      norway.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(await overflow()).toBeLessThanOrEqual(0)
    await norway.getByRole('button', { name: 'Back to the text' }).click()
    await norway.getByRole('button', { name: /^OP1: 1 open/ }).click()
    await expect(norway.locator('.card-open')).toBeInViewport()
    expect(await overflow()).toBeLessThanOrEqual(0)
    await expectAccessible(norway)
  })
