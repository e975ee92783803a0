import { expect, test } from '@playwright/test'
import {
  ask,
  dialog,
  expectAccessible,
  type Floor,
  label,
  openFloor,
  receipts,
  seen,
  select,
  table,
} from './floor.ts'

let floor: Floor

test.beforeEach(async () => {
  floor = await openFloor()
})
test.afterEach(async () => {
  await floor.close()
})

test('asks of several kinds at several paragraphs are gathered, outlive a reload and are tabled as one', async ({
  browser,
}) => {
  const norway = await floor.enter(browser, 'head', 'NO')
  await ask(norway, 2, /^Link changes of several paragraphs/)
  await expect(dialog(norway)).toContainText('None yet.')
  await expect(dialog(norway).getByRole('button', { name: 'Table for NO' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await norway.keyboard.press('Escape')

  await ask(norway, 4, 'Delete the paragraph…')
  const more = dialog(norway).getByRole('button', { name: 'Add another change…' })
  await more.click()
  const notice = norway.getByRole('region', { name: 'Changes in one proposal' })
  await expect(notice).toContainText('1 change for one proposal, not tabled yet.')
  await select(norway, [1, 'every'], [1, 'year'])
  await norway.getByRole('button', { name: /^Ask for something about/ }).click()
  await norway.getByRole('menuitem', { name: /^Put in brackets/ }).click()
  await expect(dialog(norway).locator('.ask-live')).toHaveText(
    /NO deletes OP3\s*Take out\s*NO puts every year in OP1 in brackets/,
  )
  await expectAccessible(norway)
  await more.click()
  await norway.reload()
  await expect(notice).toContainText('2 changes for one proposal, not tabled yet.')
  await ask(norway, 0, /^An alternative/)
  await dialog(norway).locator('.ProseMirror').click()
  await norway.keyboard.type('Noting what was said and done in the years since then by all concerned,')
  await expect(dialog(norway).locator('.ask-live')).toContainText('in PP1')
  await more.click()

  await notice.getByRole('button', { name: 'Show and table…' }).click()
  await dialog(norway)
    .getByRole('button', { name: /^Take out: NO replaces “Recalling/ })
    .click()
  await expect(dialog(norway).locator('.ask-live')).not.toContainText('PP1')
  await expectAccessible(norway)
  await table(norway, 'NO')
  await expect(receipts(norway)).toContainText('act 2')
  await expect(notice).toHaveCount(0)
  await seen(norway, 1).toContain('[every year – NO: reserve]')
  await expect(norway.locator('.chip[data-proposal="2"]')).toHaveCount(2)
  await expect(label(norway, 0)).toHaveText('PP1')
})

test('one change of a proposal of several is withdrawn, and the others stand', async ({ browser }) => {
  const norway = await floor.enter(browser, 'head', 'NO')
  await ask(norway, 4, 'Delete the paragraph…')
  await dialog(norway).getByRole('button', { name: 'Add another change…' }).click()
  await ask(norway, 0, 'Delete the paragraph…')
  await table(norway, 'NO')
  await expect(receipts(norway)).toContainText('act 2')
  await norway.locator('.paragraph').nth(0).locator('.digest-head').click()
  await norway.locator('.card-open').getByRole('button', { name: 'More' }).click()
  await norway.getByRole('menuitem', { name: 'Withdraw', exact: true }).click()
  const sheet = norway.getByRole('alertdialog').or(dialog(norway))
  await sheet.getByRole('checkbox', { name: /NO deletes OP3/ }).click({ force: true })
  await sheet.getByRole('button', { name: /^Withdraw/ }).click()
  await expect(receipts(norway)).toContainText('act 3')
  await seen(norway, 0).toBe('Recalling its decisions on the matter,')
  await seen(norway, 4).toContain('[')
})
