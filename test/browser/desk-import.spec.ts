import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import { rollingText } from '../desk/rolling-text.ts'
import type { Room } from '../server.ts'
import { openRoom } from '../server.ts'

let room: Room

test.beforeAll(async () => {
  room = await openRoom()
})

test.afterAll(async () => {
  await room.close()
})

/** A browser of its own, signed in as somebody with a seat. */
async function enter(browser: Browser, role: 'secretariat' | 'head', code?: string): Promise<Page> {
  const { person } = await room.enter(role, code ?? null)
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  const { token } = await room.server.services.links.renew(person)
  await page.goto(`${room.server.url}/sign-in/${token}`)
  await page.getByRole('button', { name: /^Sign in as/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Texts' })).toBeVisible()
  return page
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

const sideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)

/** Pastes a text, gives it a symbol and goes on to its brackets. */
async function paste(page: Page, text: string, symbol: string): Promise<void> {
  await page.goto(`${room.server.url}/n/${room.negotiation}/texts/new`)
  await page.getByLabel('Paste the text').fill(text)
  await page.getByRole('button', { name: 'Look it over' }).click()
  await page.getByLabel('Symbol').fill(symbol)
  await page.getByRole('button', { name: 'Look at the brackets' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Brackets' })).toBeFocused()
  await expect(page.getByText(/^Printed again/)).toBeVisible()
}

const short = `Draft decision on the rivers

The Assembly,

PP1. Recalling its decisions,

[NO: PP1 bis. Recalling also the duty of all,]

OP1. Decides [shall][should][TV: may] to meet [promptly];

OP2. Requests a report [– Ruritania: delete] [on water – CANX] without delay;

OP3. Thanks all] parties. [Agreed ad ref]`

test('a pasted rolling text is understood with the person, and its brackets stand in the room by name', async ({
  browser,
}) => {
  test.slow()
  const page = await enter(browser, 'secretariat')
  await paste(page, short, 'A/2/CRP.1')
  await expect(page.getByText(/\d brackets · .* · 1 orphan bracket$/)).toBeVisible()
  expect(await sideways(page)).toBe(false)
  await expectAccessible(page)

  // A guess is corrected: the word in brackets is asked for, by two.
  await page.getByRole('button', { name: 'In brackets only in OP1: promptly' }).click()
  const card = page.getByRole('region', { name: /promptly/ })
  await card.getByRole('radio', { name: /^Proposed words/ }).press('Space')
  await expect(page.getByRole('button', { name: 'Proposed words in OP1: promptly' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await card.getByRole('combobox', { name: 'Whose it is' }).fill('TV')
  await page.getByRole('option', { name: /Tuvalu/ }).click()
  await expect(card.getByRole('button', { name: 'Remove TV' })).toBeVisible()
  await expectAccessible(page)

  // Undone, and done again: it outlives a reload.
  await page.getByRole('button', { name: 'Undo the last correction' }).click()
  await expect(card.getByRole('button', { name: 'Remove TV' })).toHaveCount(0)
  await card.getByRole('combobox', { name: 'Whose it is' }).fill('TV')
  await page.getByRole('option', { name: /Tuvalu/ }).click()
  await page.reload()
  await page.getByRole('button', { name: 'Proposed words in OP1: promptly' }).click()
  await expect(card.getByRole('button', { name: 'Remove TV' })).toBeVisible()

  // A name that nobody bears is matched, another is added as a party.
  await page.getByRole('tab', { name: /^Names \(\d, 2 unknown\)/ }).click()
  await page.getByRole('combobox', { name: '“Ruritania” stands for' }).fill('NO')
  await page.getByRole('option', { name: /Norway/ }).click()
  await page
    .getByRole('listitem')
    .filter({ has: page.getByRole('combobox', { name: '“CANX” stands for' }) })
    .getByRole('button', { name: 'Add as a party…' })
    .click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Code')).toHaveValue('CANX')
  await dialog.getByRole('button', { name: 'Save CANX' }).click()
  await expect(page.getByRole('tab', { name: /^Names \(\d\)/ })).toBeVisible()
  await expect(page.getByRole('combobox', { name: '“CANX” stands for' })).toHaveValue(/^CANX/)
  await expectAccessible(page)

  await page.getByRole('tab', { name: /^Not as it stands/ }).click()
  await expect(page.getByRole('heading', { name: 'Brackets without a partner (1)' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Open the text' }).click()
  await expect(page).toHaveURL(/\/t\/[^/]+$/)
  await expect(page.getByText(/As recorded in the imported text: \d+ proposals/)).toBeVisible()
  await expect(page.locator('#p-p5, [id$="p5"]').first()).toContainText('promptly')
  const text = page.url().split('/').at(-1)!
  const { acts } = (await (await room.enter('head', 'NO')).get(`/api/texts/${text}/acts?after=0`)).json
  const imported = acts.slice(1)
  expect(new Set(imported.map(({ channel }: { channel: string }) => channel))).toEqual(new Set(['imported']))
  expect(new Set(imported.map((act: { for: string | null }) => act.for))).toEqual(
    new Set([null, 'NO', 'TV', 'CANX']),
  )
})

test('a bracket that nobody asked for is adopted by a delegation in the room', async ({ browser }) => {
  const secretariat = await enter(browser, 'secretariat')
  await paste(secretariat, '1. Decides [shall][should] to meet.\n2. Requests a report.', 'A/2/CRP.2')
  await secretariat.getByRole('button', { name: 'Open the text' }).click()
  await expect(secretariat).toHaveURL(/\/t\/[^/]+$/)
  const norway = await enter(browser, 'head', 'NO')
  await norway.goto(secretariat.url())
  await expect(norway.getByText('should').first()).toBeVisible()
  await norway.getByText('1 open').first().click()
  await expect(norway.getByText('Not attributed (as recorded in the imported text)')).toBeVisible()
  await norway.getByRole('button', { name: 'Adopt', exact: true }).click()
  await expect(norway.locator('main').getByText('NO', { exact: true }).first()).toBeVisible()
})

test('a rolling text in Word is read by keyboard alone: signs, card, and back', async ({ browser }) => {
  test.slow()
  const page = await enter(browser, 'secretariat')
  const paragraphs = rollingText()
    .split('\n\n')
    .map((line) => new Paragraph({ children: [new TextRun(line)] }))
  const buffer = await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] }))
  await page.goto(`${room.server.url}/n/${room.negotiation}/texts/new`)
  await page.getByLabel(/Choose a file/).setInputFiles({
    name: 'rolling.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer,
  })
  await page.getByLabel('Symbol').fill('A/2/CRP.3')
  await page.getByRole('button', { name: 'Look at the brackets' }).click()
  await expect(page.getByText(/^2\d\d brackets/)).toBeVisible()
  await expect(page.getByText(/^Printed again/)).toBeVisible()

  const first = page.locator('.marked-button').first()
  await first.focus()
  await page.keyboard.press('ArrowRight')
  const second = page.locator('.marked-button').nth(1)
  await expect(second).toBeFocused()
  await expect(second).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Enter')
  await expect(page.locator('#finding-card')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(second).toBeFocused()

  await page.getByRole('checkbox', { name: /^Only what is unsure/ }).press('Space')
  await expect(page.getByRole('heading', { name: /^Alternative \(/ })).toHaveCount(0)
  await expectAccessible(page)

  await page.setViewportSize({ width: 390, height: 844 })
  expect(await sideways(page)).toBe(false)
  await expectAccessible(page)
})

test('a text without brackets opens as before', async ({ browser }) => {
  const page = await enter(browser, 'secretariat')
  await page.goto(`${room.server.url}/n/${room.negotiation}/texts/new`)
  await page.getByLabel('Paste the text').fill('1. Decides to meet;\n2. Requests a report.')
  await page.getByRole('button', { name: 'Look it over' }).click()
  await page.getByLabel('Symbol').fill('A/2/CRP.4')
  await expect(page.getByRole('button', { name: 'Look at the brackets' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Open for negotiation' }).click()
  await expect(page).toHaveURL(/\/t\/[^/]+$/)
})

test('many guesses are corrected at once, a misspelt name once for all, and a closed tab loses nothing', async ({
  browser,
}) => {
  test.slow()
  const page = await enter(browser, 'secretariat')
  await paste(
    page,
    '1. Decides [promptly] to meet [again] on [all] rivers;\n2. Requests [a report – Norwey; Tuvalo delete] today [– Norwey: reserve].',
    'A/2/CRP.5',
  )
  await expect(page.getByText(/^2 names stand for nobody yet/)).toBeVisible()
  await page.getByRole('button', { name: /^Take all 3 for… In brackets only/ }).click()
  await page.getByRole('menuitem', { name: 'Proposed words' }).click()
  await expect(page.getByRole('heading', { name: /^Proposed words/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^In brackets only in/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo the last correction' }).click()
  await expect(page.getByRole('button', { name: /^In brackets only in/ })).toHaveCount(3)
  await page.getByRole('button', { name: /^Take all 3 for… In brackets only/ }).click()
  await page.getByRole('menuitem', { name: 'Proposed words' }).click()

  await page.getByRole('button', { name: 'Match the names' }).click()
  await page.getByRole('button', { name: 'It means Norway (NO)' }).click()
  await page.getByRole('button', { name: 'It means Tuvalu (TV)' }).click()
  await expect(page.getByRole('combobox', { name: '“Norwey” stands for' })).toHaveValue(/^NO/)
  await expect(page.getByText(/for nobody yet/)).toHaveCount(0)
  await expectAccessible(page)

  const [context, address] = [page.context(), page.url()]
  await page.close()
  const later = await context.newPage()
  await later.goto(address)
  await expect(later.getByText(/was not finished/)).toBeVisible()
  await expectAccessible(later)
  await later.getByRole('button', { name: 'Go on with it' }).click()
  await expect(later.getByRole('heading', { level: 1, name: 'Brackets' })).toBeFocused()
  await expect(later.getByRole('button', { name: /^In brackets only in/ })).toHaveCount(0)
  await later.getByRole('tab', { name: /^Names/ }).click()
  await expect(later.getByRole('combobox', { name: '“Norwey” stands for' })).toHaveValue(/^NO/)
  await later.getByRole('button', { name: 'Open the text' }).click()
  await expect(later).toHaveURL(/\/t\/[^/]+$/)
  await later.goto(address)
  await expect(later.getByRole('heading', { level: 1, name: 'Open a text' })).toBeVisible()
  await expect(later.getByText(/was not finished/)).toHaveCount(0)
})

test('what is pasted from a word processor is read with its footnotes, and numbers can be corrected', async ({
  browser,
}) => {
  const page = await enter(browser, 'secretariat')
  await page.goto(`${room.server.url}/n/${room.negotiation}/texts/new`)
  const field = page.getByLabel('Paste the text')
  const html =
    '<p><i>Recalling</i> its decision,</p><ol start="17"><li>Decides to meet;</li><li>Requests a report.</li></ol>'
  await field.evaluate((element, copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', copied)
    clipboardData.setData('text/plain', 'Recalling its decision,\nDecides to meet;\nRequests a report.')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
  await expect(field).toHaveValue(/^Recalling its decision,\nDecides/)
  await expect(page.getByText(/^With its formatting/)).toBeVisible()
  await page.getByRole('button', { name: 'Look it over' }).click()
  await expect(page.locator('.review-words em')).toHaveText('Recalling')
  const number = page.getByRole('textbox', { name: 'Number of paragraph 2' })
  await expect(number).toHaveValue(/^17/)
  await number.fill('3')
  await number.press('Enter')
  await page.getByRole('textbox', { name: 'Number of paragraph 3' }).fill('')
  await page.keyboard.press('Tab')
  await page.getByRole('combobox', { name: 'Kind of paragraph 1' }).selectOption('plain')
  await expect(page.locator('.review-label').filter({ hasText: /./ })).toHaveText(['OP3', 'OP4'])
  await expectAccessible(page)
  await page.getByLabel('Symbol').fill('A/2/CRP.6')
  await page.getByRole('button', { name: 'Open for negotiation' }).click()
  await expect(page).toHaveURL(/\/t\/[^/]+$/)
  await expect(page.locator('main')).toContainText(/OP3[^]*Decides to meet[^]*OP4[^]*Requests a report/)
})
