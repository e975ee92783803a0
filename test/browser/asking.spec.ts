import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import type { Role } from '../../schema/party/role.ts'
import type { Deed } from '../../schema/record/deed.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import type { Room } from '../server.ts'
import { openRoom } from '../server.ts'

const op = (id: string, text: string, kind: Paragraph['kind'] = 'operative'): Paragraph => ({
  id,
  kind,
  level: kind === 'item' ? 1 : 0,
  content: [{ text }],
})

const paragraphs: readonly Paragraph[] = [
  op('a', 'Recalling its decisions on the matter,', 'preambular'),
  op('b', 'Decides to meet again every year; and to report on the outcome.'),
  op('c', 'Invites all States to share their observations promptly with the registry.'),
  op('d', 'by electronic means;', 'item'),
  op('e', 'Requests the registry to publish what it receives without delay.'),
]

let room: Room
let text: string
let count = 0

test.beforeEach(async () => {
  room = await openRoom()
  const chair = await room.enter('facilitator')
  const opened = await chair.send('POST', `/api/negotiations/${room.negotiation}/texts`, {
    key: 'asking-spec-open',
    title: 'Draft decision on registries',
    symbol: 'A/2',
    language: 'en',
    paragraphs,
  })
  expect(opened.status, opened.text).toBe(201)
  text = String(opened.json.id)
})

test.afterEach(async () => {
  await room.close()
})

/** A browser of its own in the room, signed in by a link as somebody with a seat. */
async function enter(
  browser: Browser,
  role: Role,
  code: string | null = null,
  viewport = { width: 1440, height: 900 },
): Promise<Page> {
  const { person } = await room.enter(role, code)
  const page = await (await browser.newContext({ viewport })).newPage()
  const { token } = await room.server.services.links.renew(person)
  await page.goto(`${room.server.url}/sign-in/${token}`)
  await page.getByRole('button', { name: /^Sign in as/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Texts' })).toBeVisible()
  await page.goto(`${room.server.url}/n/${room.negotiation}/t/${text}`)
  await expect(page.locator('.paragraph').nth(paragraphs.length - 1)).toBeVisible()
  return page
}

/** Has something recorded for a delegation without a screen; the number of its act. */
async function record(role: Role, code: string | null, deed: Deed): Promise<number> {
  const client = await room.enter(role, code)
  const answer = await client.send('POST', `/api/texts/${text}/acts`, {
    key: `asking-spec-${String(++count).padStart(4, '0')}`,
    channel: 'typed',
    deed,
  })
  expect(answer.status, answer.text).toBeLessThan(300)
  return Number(answer.json.act.n)
}

/** Tables for a delegation that words of a paragraph be replaced. */
const replace = (code: string, paragraph: Paragraph, was: string, now: string) => {
  const words = paragraph.content.map((run) => ('text' in run ? run.text : '')).join('')
  const from = words.indexOf(was) + 1
  const to = from + was.length
  return record('delegate', code, {
    type: 'table',
    changes: [
      {
        type: 'amend',
        strike: [{ source: paragraph.id, from, to }],
        insert: { anchor: { source: paragraph.id, at: to }, runs: [{ text: now }] },
      },
    ],
    rationale: '',
    invite: [],
    alternatives: [],
  })
}

/** No screen may fail a rule of WCAG 2.2 AA that a program can check. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

const words = (page: Page, row: number) => page.locator('.paragraph-words').nth(row)
const receipts = (page: Page) => page.getByLabel('Receipts and notices')
const label = (page: Page, row: number) => page.locator('.paragraph-label').nth(row)
const dialog = (page: Page) => page.getByRole('dialog')

/** What the rows say to the eye, brackets and names included. */
const seen = (page: Page, row: number) =>
  expect.poll(() =>
    words(page, row).evaluate((element) => {
      const copy = element.cloneNode(true) as Element
      copy.querySelectorAll('.said, button').forEach((said) => said.remove())
      return copy.textContent
    }),
  )

/** Selects from some words of one row to some words of another. */
async function select(
  page: Page,
  [from, first]: [number, string],
  [to, last]: [number, string],
): Promise<void> {
  await page.evaluate(
    ([start, begins, end, ends]) => {
      const spot = (row: number, sought: string, behind: boolean): [Text, number] => {
        const walker = document.createTreeWalker(document.querySelectorAll('.paragraph-words')[row]!, 4)
        while (walker.nextNode()) {
          const node = walker.currentNode as Text
          const at = node.data.indexOf(sought)
          if (at >= 0) return [node, behind ? at + sought.length : at]
        }
        throw new RangeError(`“${sought}” is not in row ${row}`)
      }
      const range = document.createRange()
      range.setStart(...spot(start, begins, false))
      range.setEnd(...spot(end, ends, true))
      getSelection()!.removeAllRanges()
      getSelection()!.addRange(range)
    },
    [from, first, to, last] as const,
  )
}

/** Opens the menu at a paragraph's label and makes a choice. */
async function ask(page: Page, row: number, choice: string | RegExp): Promise<void> {
  await label(page, row).click()
  await page.getByRole('menuitem', { name: choice }).click()
  await expect(dialog(page)).toBeVisible()
}

const table = (page: Page, who: string) =>
  dialog(page)
    .getByRole('button', { name: `Table for ${who}` })
    .click()

test('a paragraph is deleted in three clicks from its label, and stays as it is for who asks to retain it', async ({
  browser,
}) => {
  const norway = await enter(browser, 'head', 'NO')
  await label(norway, 2).click()
  await expectAccessible(norway)
  await norway.getByRole('menuitem', { name: 'Delete the paragraph…' }).click()
  await expect(dialog(norway).locator('.ask-live')).toHaveText('NO deletes OP2')
  await expectAccessible(norway)
  await table(norway, 'NO')
  await expect(receipts(norway)).toContainText(/Tabled · NO · \d\d:\d\d UTC · act 2/)
  await seen(norway, 2).toMatch(/^\[Invites all .* registry\. – NO: delete\]$/)

  const tuvalu = await enter(browser, 'head', 'TV')
  await ask(tuvalu, 2, 'Keep as it is…')
  await expect(dialog(tuvalu).getByRole('checkbox', { name: /^2 · NO deletes OP2/ })).toBeChecked()
  await expect(dialog(tuvalu).locator('.ask-live')).toHaveText(
    'TV asks to keep the words as they are: proposal 2',
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
  const norway = await enter(browser, 'head', 'NO')
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

  const tuvalu = await enter(browser, 'head', 'TV')
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
  const norway = await enter(browser, 'head', 'NO')
  await ask(norway, 2, 'Place elsewhere…')
  await expect(dialog(norway)).toContainText('1 paragraph stands under it and goes along.')
  await dialog(norway).getByRole('combobox', { name: 'To stand after' }).fill('Requests')
  await norway.getByRole('option', { name: /OP3/ }).click()
  await expect(dialog(norway).locator('.ask-live')).toHaveText('NO moves OP2 after OP3')
  await expectAccessible(norway)
  await table(norway, 'NO')
  await expect(norway.locator('.requests')).toContainText('NO: place after OP3')

  await ask(norway, 1, 'Split in two…')
  await expect(dialog(norway).locator('.ask-live')).toHaveText('NO splits OP1 in two')
  await expectAccessible(norway)
  await table(norway, 'NO')
  await seen(norway, 1).toBe('Decides to meet again every year; [NO: ¶ ]and to report on the outcome.')

  await ask(norway, 4, 'Join to the paragraph before…')
  await expect(dialog(norway).locator('.ask-live')).toHaveText('NO joins OP3 to the paragraph before')
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
  const norway = await enter(browser, 'head', 'NO')
  await ask(norway, 4, /^An alternative: OP3 alt/)
  const editor = dialog(norway).locator('.ProseMirror')
  await expect(editor).toBeFocused({ timeout: 15_000 })
  await norway.keyboard.type('Requests the registry to publish twice a year.')
  await expect(dialog(norway).locator('.ask-live')).toContainText('publish twice a year.')
  await expectAccessible(norway)
  await table(norway, 'NO')
  await expect(norway.locator('.paragraph-label', { hasText: 'OP3 alt' })).toBeVisible()

  const tuvalu = await enter(browser, 'head', 'TV')
  await ask(tuvalu, 5, 'No text…')
  await expect(dialog(tuvalu).getByRole('checkbox', { name: /^2 · NO replaces/ })).toBeChecked()
  await dialog(tuvalu).getByRole('checkbox', { name: 'OP3 as a whole' }).click({ force: true })
  await dialog(tuvalu).getByRole('button', { name: 'Publish for TV' }).click()
  await expect(receipts(tuvalu)).toContainText('act 4')
})

test('changes of two paragraphs are tabled as one proposal from the draft', async ({ browser }) => {
  const norway = await enter(browser, 'head', 'NO')
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

test('a withdrawal is announced on a condition, followed in a sentence, and asked about when it is met', async ({
  browser,
}) => {
  const first = await replace('NO', paragraphs[1]!, 'every year', 'every second year')
  const second = await replace('TV', paragraphs[2]!, 'promptly', 'at once')
  const norway = await enter(browser, 'head', 'NO')
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
  await record('delegate', 'TV', {
    type: 'undertake',
    proposal: second,
    condition: '',
    when: { proposal: first, becomes: 'withdrawn' },
  })
  const tuvalu = await enter(browser, 'head', 'TV')
  await words(tuvalu, 1).click({ position: { x: 20, y: 10 } })
  await expect(tuvalu.locator('.announced')).toContainText(
    `NO withdraws this if #${second} (OP2, TV) is accepted; then TV also withdraws #${second}`,
  )

  const chair = await enter(browser, 'facilitator')
  const accepted = await record('facilitator', null, {
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
  const first = await replace('NO', paragraphs[1]!, 'every year', 'every second year')
  const tuvalu = await enter(browser, 'head', 'TV')
  await ask(tuvalu, 1, 'A position on a condition…')
  await dialog(tuvalu).getByRole('combobox', { name: 'If this comes about' }).fill('OP3 is agreed')
  await tuvalu.getByRole('option', { name: /OP3 is agreed/ }).click()
  await expect(dialog(tuvalu).locator('.ask-live')).toHaveText(
    `TV supports proposal ${first}, if OP3 is agreed`,
  )
  await expectAccessible(tuvalu)
  await dialog(tuvalu).getByRole('button', { name: 'Publish for TV' }).click()
  await expect(receipts(tuvalu)).toContainText('act 3')
  await record('facilitator', null, {
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

test('the secretariat enters for a delegation what it asked for from the floor', async ({ browser }) => {
  const desk = await enter(browser, 'secretariat')
  await ask(desk, 2, 'Delete the paragraph…')
  await expect(dialog(desk)).toContainText('Choose the delegation that said it.')
  await dialog(desk).getByRole('combobox', { name: 'Who asks' }).fill('TV')
  await desk.keyboard.press('Enter')
  await expect(dialog(desk).locator('.ask-live')).toHaveText('TV deletes OP2')
  await table(desk, 'TV')
  await expect(receipts(desk)).toContainText('Tabled · TV')
  await words(desk, 2).click({ position: { x: 20, y: 10 } })
  await expect(desk.locator('.card-open')).toContainText('from the floor')
})

test('by keys alone: words are put in brackets, and a paragraph is deleted', async ({ browser }) => {
  const norway = await enter(browser, 'head', 'NO')
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
  await norway.keyboard.press('Tab')
  await norway.keyboard.press('Tab')
  await norway.keyboard.press('Tab')
  await norway.keyboard.press('Enter')
  await seen(norway, 2).toContain('share [their observations – NO: reserve] promptly')
  await expect(dialog(norway)).toHaveCount(0)
  await norway.keyboard.press('m')
  await norway.keyboard.type('Delete the')
  await norway.keyboard.press('Enter')
  await expect(dialog(norway).locator('.ask-live')).toHaveText('NO deletes OP2')
  await dialog(norway).getByRole('button', { name: 'Table for NO' }).focus()
  await norway.keyboard.press('Enter')
  await seen(norway, 2).toMatch(/^\[Invites .*– NO: delete\]$/)
})

test('what cannot be asked for says why', async ({ browser }) => {
  await record('facilitator', null, {
    type: 'status',
    paragraph: 'c',
    status: 'adReferendum',
    pending: [],
    reason: '',
  })
  const norway = await enter(browser, 'head', 'NO')
  await label(norway, 2).click()
  const entry = norway.getByRole('menuitem', { name: 'Delete the paragraph…' })
  await expect(entry).toHaveAttribute('aria-disabled', 'true')
  await expect(entry).toContainText('agreed ad referendum')
  await expectAccessible(norway)
  await norway.keyboard.press('Escape')
  await label(norway, 0).click()
  await expect(norway.getByRole('menuitem', { name: /^Join/ })).toContainText(
    'No paragraph stands before it.',
  )
})

test('on a telephone the menu is a sheet at the bottom', async ({ browser }) => {
  const page = await enter(browser, 'head', 'NO', { width: 390, height: 844 })
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
