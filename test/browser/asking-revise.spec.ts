import { expect, test, type Page } from '@playwright/test'
import { sourceId, versionKey } from '../../schema/proposal/change.ts'
import { dialog, type Floor, label, openFloor, receipts, replacement, tabling } from './floor.ts'

let floor: Floor

test.beforeEach(async () => {
  floor = await openFloor()
})
test.afterEach(async () => {
  await floor.close()
})

const editor = (page: Page) => page.locator('.ProseMirror')
const live = (page: Page) => page.locator('.desk-live')

/** Opens the card of a row and presses Revise of its first proposal. */
async function revise(page: Page, row: number): Promise<void> {
  await page.locator('.paragraph').nth(row).locator('.digest-head').click()
  await page.locator('.card-open').getByRole('button', { name: 'Revise' }).first().click()
}

/** Puts the caret behind some words of the draft and types there. */
async function typeBehind(page: Page, words: string, typed: string): Promise<void> {
  await page.evaluate((sought) => {
    const walker = document.createTreeWalker(document.querySelector('.ProseMirror')!, 4)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const at = node.data.indexOf(sought)
      if (at < 0) continue
      getSelection()!.collapse(node, at + sought.length)
      return
    }
    throw new RangeError(`“${sought}” is not in the draft`)
  }, words)
  await page.keyboard.type(typed)
}

test('an alternative that was not written in the draft is revised there, in its words, and stays one', async ({
  browser,
}) => {
  const norway = await floor.enter(browser, 'head', 'NO')
  await label(norway, 2).click()
  await norway.getByRole('menuitem', { name: /^An alternative/ }).click()
  await dialog(norway).locator('.ProseMirror').click()
  await norway.keyboard.type('Invites all States and observers to share what they have seen, within a year.')
  await dialog(norway).getByRole('button', { name: 'Table for NO' }).click()
  await expect(receipts(norway)).toContainText('act 2')

  await revise(norway, 3)
  await expect(editor(norway)).toContainText('what they have seen, within a year.')
  await expect(norway.locator('.desk-change')).toContainText('Tabled as proposal 2.')
  await expect(live(norway)).toHaveText('Nothing is chosen to be tabled.')
  await expect(editor(norway)).toBeFocused()
  await typeBehind(norway, 'a year', ' or two')
  await expect(live(norway)).toHaveText(
    'NO replaces Invites all States to share their observations promptly with the registry. with Invites all States and observers to share what they have seen, within a year or two. in OP2',
  )
  await norway.keyboard.press('Control+Enter')
  await expect(receipts(norway)).toContainText('act 3')
  await norway.getByRole('button', { name: 'Back to the text' }).click()
  await expect(label(norway, 3)).toHaveText('OP2 alt')
  await expect(norway.locator('.paragraph-words').nth(3)).toContainText('within a year or two.')

  // What was brought in is taken back by the keys, and discarding too.
  await revise(norway, 3)
  await norway.locator('.desk-change').getByText('Tabled as proposal 2.').waitFor()
  await typeBehind(norway, 'or two', ' or three')
  await norway.getByRole('button', { name: 'Discard' }).click()
  await expect(editor(norway)).toContainText('observations promptly with the registry.')
  await editor(norway).focus()
  await norway.keyboard.press('Control+z')
  await expect(editor(norway)).toContainText('within a year or two or three.')
})

test('words deleted at the menu, and an amendment in the words of another, are revised where they stand', async ({
  browser,
}) => {
  const host = await floor.replace('TV', 'c', 'promptly', 'at once and in full')
  const inside = { source: sourceId(versionKey(host, 1), 0), from: 7, to: 19 }
  await floor.record(
    'delegate',
    'NO',
    tabling({
      type: 'amend',
      strike: [inside],
      insert: { anchor: { source: inside.source, at: inside.to }, runs: [{ text: ' and openly' }] },
    }),
  )
  await floor.record('delegate', 'NO', tabling(replacement('e', ' without delay', ' soon')))
  const norway = await floor.enter(browser, 'head', 'NO')
  await norway.locator('.paragraph').nth(2).locator('.digest-head').click()
  await norway.locator('.card-open').getByRole('button', { name: 'Revise' }).click()
  await expect(editor(norway)).toContainText('observations at once and openly with')
  await expect(editor(norway)).toContainText('receives without delay.')
  await typeBehind(norway, 'and openly', ' so')
  await expect(live(norway)).toContainText('in OP2')
  await norway.keyboard.press('Control+Enter')
  await expect(receipts(norway)).toContainText('Tabled · NO')
  await norway.getByRole('button', { name: 'Back to the text' }).click()
  await revise(norway, 4)
  await expect(editor(norway)).toContainText('what it receives soon.')
  await expect(editor(norway)).toContainText('observations at once and openly so with')
})

test('what only holds words has none to revise, and says so', async ({ browser }) => {
  await floor.record('delegate', 'NO', tabling({ type: 'hold', ranges: [{ source: 'b', from: 1, to: 8 }] }))
  const norway = await floor.enter(browser, 'head', 'NO')
  await norway.locator('.paragraph').nth(1).locator('.digest-head').click()
  const button = norway.locator('.card-open').getByRole('button', { name: 'Revise' })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
})
