import { expect, type Page, test } from '@playwright/test'
import {
  ask,
  dialog,
  expectAccessible,
  label,
  openFloor,
  receipts,
  seen,
  select,
  table,
  words,
  type Floor,
} from './floor.ts'

let floor: Floor

test.beforeEach(async () => {
  floor = await openFloor()
})

test.afterEach(async () => {
  await floor.close()
})

test('a paragraph is deleted in three clicks from its label, and stays as it is for who asks to retain it', async ({
  browser,
}) => {
  const norway = await floor.enter(browser, 'head', 'NO')
  await label(norway, 2).click()
  await expectAccessible(norway)
  await norway.getByRole('menuitem', { name: 'Delete the paragraph…' }).click()
  await expect(dialog(norway).locator('.ask-live')).toHaveText('NO deletes OP2NO deletes OP2 (a)')
  await expectAccessible(norway)
  await table(norway, 'NO')
  await expect(receipts(norway)).toContainText(/Tabled · NO · \d\d:\d\d UTC · act 2/)
  await seen(norway, 2).toMatch(/^\[Invites all .* registry\. – NO: delete\]$/)

  const tuvalu = await floor.enter(browser, 'head', 'TV')
  await ask(tuvalu, 2, 'Keep the text as it stands…')
  await expect(dialog(tuvalu).getByRole('checkbox', { name: /^2 · NO deletes OP2/ })).toBeChecked()
  await expect(dialog(tuvalu).locator('.ask-live')).toHaveText(
    'TV asks to keep the text as it stands, on proposal 2',
  )
  await expectAccessible(tuvalu)
  await dialog(tuvalu).getByRole('button', { name: 'Publish for TV' }).click()
  await expect(receipts(tuvalu)).toContainText('act 3')
  await ask(tuvalu, 2, 'Delete the paragraph…')
  await expect(dialog(tuvalu)).toContainText('Already proposed by NO (proposal 2).')
})

test('words are put in brackets across paragraphs, and struck as one proposal with its places', async ({
  browser,
}) => {
  const norway = await floor.enter(browser, 'head', 'NO')
  await select(norway, [1, 'every year'], [2, 'Invites all States'])
  await norway.getByRole('button', { name: /^Ask for something about “every year/ }).click()
  await norway.getByRole('menuitem', { name: /^Put in brackets/ }).click()
  await expect(dialog(norway).locator('.ask-live')).toContainText('in OP1 in brackets')
  await expect(dialog(norway).locator('.ask-live')).toContainText(
    'NO puts Invites all States in OP2 in brackets',
  )
  await table(norway, 'NO')
  await seen(norway, 1).toBe(
    'Decides to meet again [every year; and to report on the outcome. – NO: reserve]',
  )
  await seen(norway, 2).toContain('[Invites all States – NO: reserve] to share')

  await words(norway, 1).click({ position: { x: 20, y: 10 } })
  const card = norway.locator('.card-open')
  await expect(card).toContainText('One proposal, also in: OP2')
  await expectAccessible(norway)
  await card.getByRole('button', { name: 'OP2' }).click()
  await expect(norway.locator('.paragraph.active .paragraph-label')).toHaveText('OP2')
  await expect(card).toContainText('One proposal, also in: OP1')

  const tuvalu = await floor.enter(browser, 'head', 'TV')
  await select(tuvalu, [2, 'promptly'], [2, 'promptly'])
  await tuvalu.getByRole('button', { name: /^Ask for something about “promptly”/ }).click()
  await tuvalu.getByRole('menuitem', { name: 'Delete words…' }).click()
  await expect(dialog(tuvalu).locator('.ask-live')).toHaveText('TV deletes promptly in OP2')
  await table(tuvalu, 'TV')
  await seen(tuvalu, 2).toContain('their observations [promptly – TV: delete] with the registry')
})

test('a paragraph is placed elsewhere with what stands under it, split, joined and made another kind', async ({
  browser,
}) => {
  const norway = await floor.enter(browser, 'head', 'NO')
  await ask(norway, 2, 'Place elsewhere…')
  await expect(dialog(norway)).toContainText('1 paragraph stands under it and goes along.')
  await dialog(norway).getByRole('combobox', { name: 'To stand after' }).fill('Requests')
  await norway.getByRole('option', { name: /OP3/ }).click()
  await expect(dialog(norway).locator('.ask-live')).toHaveText('NO moves OP2 after OP3')
  await expectAccessible(norway)
  await table(norway, 'NO')
  await expect(norway.locator('.requests')).toContainText('NO: place after OP3')

  await ask(norway, 1, 'Split in two…')
  await expect(dialog(norway).locator('.ask-live')).toHaveText(
    'NO splits OP1 in two after “Decides to meet again every year;”',
  )
  await expectAccessible(norway)
  await table(norway, 'NO')
  await seen(norway, 1).toBe('Decides to meet again every year; [NO: ¶ ]and to report on the outcome.')

  await ask(norway, 4, 'Join to the paragraph before…')
  await expect(dialog(norway).locator('.ask-live')).toHaveText('NO joins OP3 to OP2 (a)')
  await table(norway, 'NO')
  await expect(norway.locator('.requests').last()).toContainText('NO: join to the paragraph before')

  await ask(norway, 3, 'Kind or level…')
  await dialog(norway).getByRole('button', { name: /Level/ }).click()
  await norway.getByRole('option', { name: '2', exact: true }).click()
  await expect(dialog(norway).locator('.ask-live')).toContainText('at level 2')
  await table(norway, 'NO')
  await expect(norway.locator('.requests', { hasText: 'set at level 2' })).toBeVisible()
})

test('an alternative stands beside its paragraph; no text is a position on it', async ({ browser }) => {
  const norway = await floor.enter(browser, 'head', 'NO')
  await ask(norway, 4, /^An alternative: OP3 alt/)
  const editor = dialog(norway).locator('.ProseMirror')
  await expect(editor).toBeFocused({ timeout: 15_000 })
  await norway.keyboard.type('Requests the registry to publish twice a year.')
  await expect(dialog(norway).locator('.ask-live')).toContainText('publish twice a year.')
  await expectAccessible(norway)
  // Closed by a slip or a reload, what was written is there again.
  await norway.keyboard.press('Escape')
  await expect(dialog(norway)).toHaveCount(0)
  await norway.reload()
  await ask(norway, 4, /^An alternative: OP3 alt/)
  await expect(editor).toHaveText('Requests the registry to publish twice a year.')
  await table(norway, 'NO')
  await expect(norway.locator('.paragraph-label', { hasText: 'OP3 alt' })).toBeVisible()
  expect(await norway.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))).not.toContain(
    'publish twice',
  )

  const tuvalu = await floor.enter(browser, 'head', 'TV')
  await ask(tuvalu, 5, 'No text…')
  await expect(dialog(tuvalu).getByRole('checkbox', { name: /^2 · NO replaces/ })).toBeChecked()
  await dialog(tuvalu).getByRole('checkbox', { name: 'OP3 as a whole' }).click({ force: true })
  await dialog(tuvalu).getByRole('button', { name: 'Publish for TV' }).click()
  await expect(receipts(tuvalu)).toContainText('act 4')
})

test('changes of two paragraphs are tabled as one proposal from the draft', async ({ browser }) => {
  const norway = await floor.enter(browser, 'head', 'NO')
  await words(norway, 1).click({ position: { x: 20, y: 10 } })
  await norway.getByRole('button', { name: /^Propose a change in OP1/ }).click()
  await expect(norway.locator('.ProseMirror')).toBeFocused({ timeout: 15_000 })
  await norway.keyboard.press('ArrowLeft')
  await norway.keyboard.type(' soon')
  await norway.locator('.ProseMirror').getByText('Requests the registry').click()
  await norway.keyboard.press('End')
  await norway.keyboard.press('ArrowLeft')
  await norway.keyboard.type(' now')
  await expect(norway.locator('.desk-change')).toHaveCount(2)
  await norway
    .getByRole('checkbox', { name: 'Table as one proposal: they stand or fall together' })
    .click({ force: true })
  await norway.getByRole('button', { name: 'Table for NO' }).click()
  await expect(receipts(norway)).toContainText('act 2')
  await norway.getByRole('button', { name: 'Back to the text' }).click()
  await seen(norway, 1).toContain('[NO: soon]')
  const chips = norway.locator('.chip[data-proposal="2"]')
  await expect(chips).toHaveCount(2)
})

test('the secretariat enters for a delegation what it asked for from the floor', async ({ browser }) => {
  const desk = await floor.enter(browser, 'secretariat')
  await ask(desk, 2, 'Delete the paragraph…')
  await expect(dialog(desk)).toContainText('Choose the delegation that said it.')
  await expect(dialog(desk).getByRole('button', { name: 'Table', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await dialog(desk).getByRole('combobox', { name: 'Who asks' }).fill('TV')
  await desk.keyboard.press('Enter')
  await expect(dialog(desk).locator('.ask-live')).toHaveText('TV deletes OP2TV deletes OP2 (a)')
  await table(desk, 'TV')
  await expect(receipts(desk)).toContainText('Tabled · TV')
  await words(desk, 2).click({ position: { x: 20, y: 10 } })
  await expect(desk.locator('.card-open')).toContainText('from the floor')
})

test('by keys alone: words are put in brackets, and a paragraph is deleted', async ({ browser }) => {
  const norway = await floor.enter(browser, 'head', 'NO')
  for (let i = 0; i < 3; i++) await norway.keyboard.press('j')
  await norway.keyboard.press('m')
  await expect(norway.getByRole('menu'))
    .toBeFocused({ timeout: 1 })
    .catch(() => undefined)
  await norway.keyboard.type('Put')
  await norway.keyboard.press('Enter')
  await expect(dialog(norway).getByRole('textbox', { name: /Which words/ })).toBeFocused()
  await norway.keyboard.type('their observations')
  await expect(dialog(norway).locator('.ask-live')).toHaveText(
    'NO puts their observations in OP2 in brackets',
  )
  for (let i = 0; i < 4; i++) await norway.keyboard.press('Tab')
  await expect(dialog(norway).getByRole('button', { name: 'Table for NO' })).toBeFocused()
  await norway.keyboard.press('Enter')
  await seen(norway, 2).toContain('share [their observations – NO: reserve] promptly')
  await expect(dialog(norway)).toHaveCount(0)
  await norway.keyboard.press('m')
  await norway.keyboard.type('Delete the')
  await norway.keyboard.press('Enter')
  await expect(dialog(norway).locator('.ask-live')).toHaveText('NO deletes OP2NO deletes OP2 (a)')
  await dialog(norway).getByRole('button', { name: 'Table for NO' }).focus()
  await norway.keyboard.press('Enter')
  await seen(norway, 2).toMatch(/^\[Invites .*– NO: delete\]$/)
})

test('what cannot be asked for says why', async ({ browser }) => {
  await floor.record('facilitator', null, {
    type: 'status',
    paragraph: 'c',
    status: 'adReferendum',
    pending: [],
    reason: '',
  })
  const norway = await floor.enter(browser, 'head', 'NO')
  await label(norway, 2).click()
  const entry = norway.getByRole('menuitem', { name: 'Delete the paragraph…' })
  await expect(entry).toHaveAttribute('aria-disabled', 'true')
  await expect(entry).toContainText('closed: agreed ad referendum')
  await expect(norway.locator('.ask-popover')).toContainText('until the facilitator reopens it')
  await expectAccessible(norway)
  await norway.keyboard.press('Escape')
  await label(norway, 0).click()
  await expect(norway.getByRole('menuitem', { name: /^Join/ })).toContainText(
    'No paragraph stands before it.',
  )
})

test('on a telephone the menu is a sheet at the bottom', async ({ browser }) => {
  const page = await floor.enter(browser, 'head', 'NO', { width: 390, height: 844 })
  await label(page, 2).click()
  const sheet = page.locator('.ask-popover')
  await expect(sheet).toBeVisible()
  await expect
    .poll(async () => {
      const box = await sheet.boundingBox()
      // A page that is held still keeps the room of its scroll bar free.
      return box && [Math.round(box.x), box.width >= 375, Math.round(box.y + box.height)]
    })
    .toEqual([0, true, 844])
  await expectAccessible(page)
})

test('a chapeau goes with its items, and the focus comes back where a panel was opened', async ({
  browser,
}) => {
  const norway = await floor.enter(browser, 'head', 'NO')
  for (let i = 0; i < 3; i++) await norway.keyboard.press('j')
  const here = norway.locator('.paragraph.active')
  await expect(here).toBeFocused()
  await norway.keyboard.press('m')
  await norway.keyboard.type('Delete the')
  await norway.keyboard.press('Enter')
  await expect(dialog(norway).locator('.ask-live')).toHaveText(/NO deletes OP2\s*NO deletes OP2 \(a\)/)
  await norway.keyboard.press('Escape')
  await expect(dialog(norway)).toHaveCount(0)
  await expect(here).toBeFocused()
  await ask(norway, 2, 'Delete the paragraph…')
  await dialog(norway).getByRole('checkbox', { name: 'Also the paragraph that stands under it' }).click({
    force: true,
  })
  await expect(dialog(norway).locator('.ask-live')).toHaveText('NO deletes OP2')
})

/** Begins to amend a proposal of Tuvalu in OP2. */
async function amendOf(page: Page, proposal: number): Promise<void> {
  await label(page, 2).click()
  await page
    .getByRole('menuitem', { name: 'Amend the wording of TV…' })
    .filter({ hasText: `${proposal} ·` })
    .click()
}

test('in a draft one asks beside it; the words of others in it are named, and taken out', async ({
  browser,
}) => {
  const one = await floor.replace('TV', 'c', 'promptly', 'at once')
  const other = await floor.replace('TV', 'c', 'promptly', 'soon')
  const norway = await floor.enter(browser, 'head', 'NO')
  await amendOf(norway, one)
  const amended = norway.getByRole('region', { name: /^Words of others in this draft/ })
  await expect(amended).toContainText(`#${one} (OP2, TV)`, { timeout: 15_000 })
  await expect(norway.locator('.ProseMirror')).toContainText('observations at once with')
  await expectAccessible(norway)
  await norway.getByRole('button', { name: 'Back to the text' }).click()
  await amendOf(norway, other)
  await expect(norway.locator('.ProseMirror')).toContainText('observations soon with', { timeout: 15_000 })
  await expect(amended).not.toContainText(`#${one}`)

  await norway.locator('.ProseMirror').getByText('Requests the registry').click()
  await norway.keyboard.type('x')
  await norway.keyboard.press('Backspace')
  await norway.keyboard.press('Home')
  await norway.keyboard.press('Control+Shift+ArrowRight')
  await norway.getByRole('button', { name: 'Ask for…' }).click()
  await expect(norway.locator('.ask-popover')).toContainText('Tabled directly, beside your draft')
  await norway.getByRole('menuitem', { name: /^Put in brackets/ }).click()
  await expect(dialog(norway).locator('.ask-live')).toHaveText('NO puts Requests in OP3 in brackets')
  await expectAccessible(norway)
  await table(norway, 'NO')
  await expect(receipts(norway)).toContainText('Tabled · NO')
  await expect(norway.locator('.ProseMirror')).toBeFocused()

  await amended.getByRole('button', { name: `Take out the words of #${other} (OP2, TV)` }).click()
  await expect(norway.locator('.ProseMirror')).toContainText('observations promptly with')
  await expect(amended).toHaveCount(0)
})
