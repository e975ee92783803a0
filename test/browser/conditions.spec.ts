import { expect, test } from '@playwright/test'
import {
  ask,
  dialog,
  expectAccessible,
  label,
  openFloor,
  receipts,
  replacement,
  seen,
  tabling,
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

test('a withdrawal is announced on a condition, followed in a sentence, and asked about when it is met', async ({
  browser,
}) => {
  const first = await floor.replace('NO', 'b', 'every year', 'every second year')
  const second = await floor.replace('TV', 'c', 'promptly', 'at once')
  const norway = await floor.enter(browser, 'head', 'NO')
  await label(norway, 1).click()
  await norway.getByRole('menuitem', { name: `Withdraw ${first} if…` }).click()
  await dialog(norway).getByRole('combobox', { name: 'If this comes about' }).fill('OP2 by Tuvalu')
  await norway.getByRole('option', { name: /OP2 by Tuvalu/ }).click()
  await expect(dialog(norway).locator('.ask-live')).toHaveText(
    `NO withdraws this if #${second} (OP2, TV) is accepted`,
  )
  await expectAccessible(norway)
  await dialog(norway).getByRole('button', { name: 'Announce for NO' }).click()
  await expect(receipts(norway)).toContainText('act 4')
  await floor.record('delegate', 'TV', {
    type: 'undertake',
    proposal: second,
    condition: '',
    when: { proposal: first, becomes: 'withdrawn' },
  })
  const tuvalu = await floor.enter(browser, 'head', 'TV')
  await words(tuvalu, 1).click({ position: { x: 20, y: 10 } })
  await expect(tuvalu.locator('.announced')).toContainText(
    `NO withdraws this if #${second} (OP2, TV) is accepted; then TV also withdraws #${second}`,
  )

  const chair = await floor.enter(browser, 'facilitator')
  const accepted = await floor.record('facilitator', null, {
    type: 'rule',
    proposal: second,
    version: 1,
    ruling: 'accepted',
    reason: '',
  })
  const met = `The condition is met: #${second} (OP2, TV) was accepted (act ${accepted}).`
  const ofChair = chair.getByRole('region', { name: 'Conditions that are met' })
  await expect(ofChair).toContainText(met)
  await expect(ofChair.getByRole('button', { name: 'Withdraw', exact: true })).toHaveCount(0)
  await expectAccessible(chair)
  await ofChair.getByRole('button', { name: 'Ask NO' }).click()
  await dialog(chair).getByRole('button', { name: 'Publish the question' }).click()
  await expect(receipts(chair)).toContainText('Recorded')

  const notice = norway.getByRole('region', { name: 'Conditions that are met' })
  await expect(notice).toContainText(met)
  await expect(notice).toContainText('Withdraw as announced?')
  await notice.getByRole('button', { name: 'Withdraw', exact: true }).click()
  await norway.getByRole('alertdialog').getByRole('button', { name: 'Withdraw', exact: true }).click()
  await expect(notice).toHaveCount(0)
  await expect(words(norway, 1)).toHaveText('Decides to meet again every year; and to report on the outcome.')
})

test('a position on a condition is confirmed by its party when the condition is met', async ({ browser }) => {
  const first = await floor.replace('NO', 'b', 'every year', 'every second year')
  const tuvalu = await floor.enter(browser, 'head', 'TV')
  await ask(tuvalu, 1, 'A position on a condition…')
  await dialog(tuvalu).getByRole('combobox', { name: 'If this comes about' }).fill('OP3 is agreed')
  await tuvalu.getByRole('option', { name: /OP3 is agreed/ }).click()
  await expect(dialog(tuvalu).locator('.ask-live')).toHaveText(
    `TV supports proposal ${first}, if OP3 is agreed`,
  )
  await expectAccessible(tuvalu)
  await dialog(tuvalu).getByRole('button', { name: 'Publish for TV' }).click()
  await expect(receipts(tuvalu)).toContainText('act 3')
  await floor.record('facilitator', null, {
    type: 'status',
    paragraph: 'e',
    status: 'adReferendum',
    pending: [],
    reason: '',
  })
  const notice = tuvalu.getByRole('region', { name: 'Conditions that are met' })
  await expect(notice).toContainText('The condition is met: OP3 is agreed (act 4).')
  await notice.getByRole('button', { name: 'Confirm without condition' }).click()
  await expect(notice).toHaveCount(0)
})

test('a bracket that nobody named is amended in its words, and adopted', async ({ browser }) => {
  await floor.close()
  floor = await openFloor([
    tabling(replacement('c', 'promptly', 'at once')),
    tabling(replacement('b', '', ' It so decides.')),
  ])
  const norway = await floor.enter(browser, 'head', 'NO')
  await norway.locator('.digest-head').nth(2).click()
  const card = norway.locator('.card-open')
  await expect(card).toContainText('Not attributed (as recorded in the imported text)')
  await expect(card).toContainText('The imported text replaces promptly with at once in OP2')
  await expectAccessible(norway)
  await card.getByRole('button', { name: 'Adopt' }).click()
  await expect(receipts(norway)).toContainText('Recorded · NO')
  await expect(card).not.toContainText('Not attributed')

  const tuvalu = await floor.enter(browser, 'head', 'TV')
  await label(tuvalu, 1).click()
  await tuvalu.getByRole('menuitem', { name: /^Amend the wording of proposal 3/ }).click()
  await expect(tuvalu.locator('.ProseMirror')).toContainText('It so decides.', { timeout: 15_000 })
  await tuvalu.locator('.ProseMirror').getByText('It so decides.').click()
  await tuvalu.keyboard.press('End')
  await tuvalu.keyboard.press('ArrowLeft')
  await tuvalu.keyboard.type(' today')
  await expect(tuvalu.locator('.desk-live')).toContainText('TV inserts today in OP1')
  await tuvalu.getByRole('button', { name: 'Table for TV' }).click()
  await expect(receipts(tuvalu)).toContainText('Tabled · TV')
  await tuvalu.getByRole('button', { name: 'Back to the text' }).click()
  await seen(tuvalu, 1).toContain('[It so decides [TV: today].]')
})

test('a condition that was decided the other way is said to wait in vain, until it is read again', async ({
  browser,
}) => {
  const first = await floor.replace('NO', 'b', 'every year', 'every second year')
  const second = await floor.replace('TV', 'c', 'promptly', 'at once')
  const when = { proposal: second, becomes: 'accepted' } as const
  await floor.record('delegate', 'NO', { type: 'undertake', proposal: first, condition: '', when })
  const ruling = { type: 'rule', proposal: second, version: 1, reason: '' } as const
  await floor.record('facilitator', null, { ...ruling, ruling: 'superseded' })
  const tuvalu = await floor.enter(browser, 'head', 'TV')
  await words(tuvalu, 1).click({ position: { x: 20, y: 10 } })
  await expect(tuvalu.locator('.announced')).toContainText(
    `It waits in vain: proposal ${second} was decided otherwise`,
  )
  await expect(tuvalu.getByRole('region', { name: 'Conditions that are met' })).toHaveCount(0)
  await floor.record('facilitator', null, { ...ruling, ruling: 'open' })
  await expect(tuvalu.locator('.announced')).not.toContainText('in vain')
})
