import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import type { Role } from '../../schema/party/role.ts'
import type { Stance } from '../../schema/party/position.ts'
import type { Deed } from '../../schema/record/deed.ts'
import type { Client, Room } from '../server.ts'
import { openRoom } from '../server.ts'

let room: Room
let count = 0

test.beforeEach(async () => {
  room = await openRoom()
})

test.afterEach(async () => {
  await room.close()
})

/** A browser of its own in the room, signed in by a link as somebody with a seat. */
async function enter(browser: Browser, role: Role, code: string | null = null, suffix = ''): Promise<Page> {
  const page = await visit(browser, await room.enter(role, code))
  await page.goto(`${room.server.url}/n/${room.negotiation}/t/${room.text}${suffix}`)
  await expect(page.locator('.paragraph, .stands').first()).toBeVisible()
  return page
}

/** The same person at a browser, on the first page. */
async function visit(browser: Browser, { person }: Client): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  const { token } = await room.server.services.links.renew(person)
  await page.goto(`${room.server.url}/sign-in/${token}`)
  await page.getByRole('button', { name: /^Sign in as/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Texts' })).toBeVisible()
  return page
}

/** Has a deed recorded; gives the number of its act. */
async function does(by: Client, deed: Deed): Promise<number> {
  const key = `standing-${++count}-${room.text}`.slice(0, 40)
  const answer = await by.send('POST', `/api/texts/${room.text}/acts`, { key, channel: 'typed', deed })
  expect(answer.status, answer.text).toBeLessThan(300)
  return Number(answer.json.act.n)
}

const words = 'Decides to meet again.'

/** Replaces or inserts words of OP1. */
function changing(was: string, now: string): Extract<Deed, { type: 'table' }>['changes'] {
  const from = words.indexOf(was) + 1
  const to = from + was.length
  return [
    {
      type: 'amend',
      strike: was ? [{ source: 'p2', from, to }] : [],
      insert: { anchor: { source: 'p2', at: was ? to : words.length }, runs: [{ text: now }] },
    },
  ]
}

const table = (was: string, now: string): Deed => ({
  type: 'table',
  changes: changing(was, now),
  rationale: '',
  invite: [],
  alternatives: [],
})

const position = (proposal: number, version: number, stance: Stance): Deed => ({
  type: 'position',
  on: { proposal, version },
  stance,
  reason: '',
  condition: '',
})

/** No screen may fail a rule of WCAG 2.2 AA that a program can check. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

const receipts = (page: Page) => page.getByLabel('Receipts and notices')

test('a card says who stands in the way and who alone, and the paragraph between whom it is open', async ({
  browser,
}) => {
  const [norway, tuvalu] = [await room.enter('head', 'NO'), await room.enter('head', 'TV')]
  const id = await does(norway, table('again', 'soon'))
  const page = await enter(browser, 'observer', 'IRC', `#proposal-${id}`)
  await expect(page.locator('.in-the-way')).toContainText('Nobody stands in the way of adopting it.')
  await does(tuvalu, position(id, 1, 'opposes'))
  await expect(page.locator('.in-the-way')).toContainText('In the way of adopting: TV (opposes) · TV alone')
  await expect(page.locator('.held-open')).toContainText('Open between NO, TV')
  await expectAccessible(page)
})

test('the table tells it of brackets, paragraphs and packages, from a key, by an address, for one delegation', async ({
  browser,
}) => {
  const [norway, tuvalu] = [await room.enter('head', 'NO'), await room.enter('head', 'TV')]
  const first = await does(norway, table('again', 'soon'))
  await does(tuvalu, table('', ' Really.'))
  await does(tuvalu, position(first, 1, 'reserves'))
  const page = await enter(browser, 'facilitator')
  await page.keyboard.press('t')
  const rows = page.locator('.stands tbody tr')
  await expect(rows).toHaveCount(2)
  expect(new URL(page.url()).searchParams.get('stands')).toBe('brackets')
  await expect(rows.first()).toContainText('TV (reserves)')
  await expectAccessible(page)

  await page.getByRole('combobox', { name: 'Only what concerns' }).fill('NO')
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(1)
  expect(new URL(page.url()).searchParams.get('among')).toBe('NO')
  await page.getByRole('button', { name: 'All delegations' }).click()

  await page.getByRole('checkbox', { name: `Put proposal ${first} in a package` }).press('Space')
  await page.getByRole('button', { name: 'Paragraphs' }).click()
  await page.getByRole('checkbox', { name: 'Put OP1 in a package' }).press('Space')
  await page.getByRole('button', { name: 'Make a package…' }).click()
  await page.getByRole('textbox', { name: 'Name of the package' }).fill('Meetings')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(receipts(page)).toContainText('Chair')
  const meetings = page.getByRole('region', { name: 'Meetings' })
  await expect(meetings).toContainText('0 of 2 settled')
  await expect(meetings).toContainText('Open between NO in 2, TV in 2')
  await expect(meetings.locator('tbody tr')).toHaveCount(2)
  await expectAccessible(page)

  const observer = await enter(browser, 'observer', 'IRC', '?stands=packages')
  await expect(observer.getByRole('region', { name: 'Meetings' })).toContainText('TV in 2')
  await expect(observer.getByRole('button', { name: /Dissolve/ })).toHaveCount(0)
  await observer.getByRole('button', { name: new RegExp(`· ${first}$`) }).click()
  await expect(observer.locator(`.card-open #proposal-${first} .in-package`)).toContainText('Meetings')

  await page.getByRole('button', { name: 'Change… Meetings' }).click()
  await page.getByRole('textbox', { name: 'Name of the package' }).fill('Calendar')
  await page.getByRole('button', { name: 'Change the package' }).click()
  await expect(page.getByRole('region', { name: 'Calendar' })).toBeVisible()
  await page.getByRole('button', { name: 'Dissolve Calendar' }).click()
  await page.getByRole('button', { name: 'Dissolve', exact: true }).click()
  await expect(page.locator('.stands-none')).toContainText('No package has been named.')
})

test('from the first page one press leads to who holds each paragraph open', async ({ browser }) => {
  const [norway, tuvalu] = [await room.enter('head', 'NO'), await room.enter('head', 'TV')]
  const id = await does(norway, table('again', 'soon'))
  await does(tuvalu, position(id, 1, 'opposes'))
  const page = await visit(browser, await room.enter('observer', 'IRC'))
  await page.getByRole('link', { name: /paragraph by paragraph/ }).click()
  await expect(page.locator('.stands tbody tr').filter({ hasText: 'OP1' })).toContainText('TV (opposes 2)')
  await page.getByRole('button', { name: /Go to/ }).click()
  await page.getByRole('dialog').getByRole('combobox').fill('OP1')
  await page.keyboard.press('Enter')
  await expect(page.locator('.paragraph.active .paragraph-label')).toHaveText('OP1')
})

test('a stale position is renewed with one press, with what changed shown', async ({ browser }) => {
  const [norway, tuvalu] = [await room.enter('head', 'NO'), await room.enter('head', 'TV')]
  const id = await does(norway, table('again', 'soon, in Oslo'))
  await does(tuvalu, position(id, 1, 'supports'))
  await does(norway, {
    type: 'revise',
    proposal: id,
    changes: changing('again', 'soon, in Funafuti'),
    rationale: '',
  })
  const page = await visit(browser, tuvalu)
  await page.goto(`${room.server.url}/n/${room.negotiation}/t/${room.text}#proposal-${id}`)
  await expect(page.locator('.stale')).toContainText('TV: supports, on version 1')
  await page.getByRole('button', { name: 'See what changed' }).click()
  await expect(page.locator('.rewording del')).toContainText('Oslo')
  await expect(page.locator('.rewording ins')).toContainText('inserted: Funafuti')
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Still: supports/ }).click()
  await expect(receipts(page)).toContainText('TV')
  await expect(page.locator('.stale')).toHaveCount(0)
  await expect(page.locator('.proposal .tally')).toContainText('Supports')
})

test('who is asked again finds it on the first page and answers there; the card says when it was asked', async ({
  browser,
}) => {
  const [norway, tuvalu] = [await room.enter('head', 'NO'), await room.enter('head', 'TV')]
  const id = await does(norway, table('again', 'soon'))
  await does(tuvalu, position(id, 1, 'canLiveWith'))
  await does(norway, { type: 'revise', proposal: id, changes: changing('again', 'very soon'), rationale: '' })
  const sponsor = await visit(browser, norway)
  await sponsor.goto(`${room.server.url}/n/${room.negotiation}/t/${room.text}#proposal-${id}`)
  await sponsor.getByRole('button', { name: /^Ask again/ }).click()
  await expect(sponsor.locator('.stale')).toContainText(/Asked \d\d:\d\d UTC/)
  await expect(sponsor.getByRole('button', { name: /^Ask again/ })).toHaveCount(0)

  const page = await visit(browser, tuvalu)
  await expect(page.locator('.dues')).toContainText(`NO asks where TV stands on proposal ${id}`)
  await page.getByRole('button', { name: 'See what changed' }).click()
  await expect(page.locator('.dues .rewording ins')).toContainText('very')
  const heard = page.locator('.dues .rewording .unseen').first()
  expect((await heard.boundingBox())!.width).toBeLessThanOrEqual(1)
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Still: can live with/ }).click()
  await expect(receipts(page)).toContainText('TV')
  await expect(page.locator('.dues')).toHaveCount(0)
  await expect(sponsor.locator('.stale')).toHaveCount(0)
})

test('the secretariat enters the answer of a delegation from the floor', async ({ browser }) => {
  const [norway, tuvalu] = [await room.enter('head', 'NO'), await room.enter('head', 'TV')]
  const id = await does(norway, table('again', 'soon'))
  await does(tuvalu, position(id, 1, 'opposes'))
  await does(norway, { type: 'revise', proposal: id, changes: changing('again', 'early'), rationale: '' })
  const page = await enter(browser, 'secretariat', null, `#proposal-${id}`)
  await page.getByRole('button', { name: /^Still, says TV/ }).click()
  await expect(receipts(page)).toContainText('TV')
  await expect(page.locator('.in-the-way')).toContainText('TV (opposes)')
})

test('all that is to be renewed is in one list, of one delegation, and asked for there', async ({
  browser,
}) => {
  const [norway, tuvalu] = [await room.enter('head', 'NO'), await room.enter('head', 'TV')]
  const id = await does(norway, table('again', 'soon'))
  await does(tuvalu, position(id, 1, 'supports'))
  await does(norway, { type: 'revise', proposal: id, changes: changing('again', 'very soon'), rationale: '' })
  const page = await enter(browser, 'facilitator', null, '?stands=renewals&among=TV')
  const stale = page.locator('.stands tbody tr')
  await expect(stale).toHaveCount(1)
  await expect(stale).toContainText('TV: supports, on version 1')
  await stale.getByRole('button', { name: 'See what changed' }).click()
  await expect(stale.locator('.rewording ins')).toContainText('very')
  await expectAccessible(page)
  await stale.getByRole('button', { name: /^Ask again/ }).click()
  await expect(stale).toContainText(/Asked \d\d:\d\d UTC/)
  await page.getByRole('combobox', { name: 'Only what concerns' }).fill('NO')
  await page.keyboard.press('Enter')
  await expect(page.locator('.stands-none')).toContainText('Nothing here concerns NO.')
  await page.goto(page.url().replace('NO', 'TV'))
  await does(tuvalu, position(id, 2, 'supports'))
  await expect(stale).toHaveCount(0)
})

test('what is one delegation away is left alone, and what has lost its words is still listed', async ({
  browser,
}) => {
  const [norway, tuvalu] = [await room.enter('head', 'NO'), await room.enter('head', 'TV')]
  const chair = await room.enter('facilitator')
  const strike = (from: number, to: number): Deed => ({
    type: 'table',
    changes: [{ type: 'amend', strike: [{ source: 'p2', from, to }] }],
    rationale: '',
    invite: [],
    alternatives: [],
  })
  const first = await does(norway, table('meet', 'assemble'))
  await does(tuvalu, position(first, 1, 'opposes'))
  const lost = await does(tuvalu, strike(16, 22))
  const taken = await does(norway, strike(16, 22))
  await does(chair, { type: 'rule', proposal: taken, version: 1, ruling: 'accepted', reason: '' })
  const page = await enter(browser, 'delegate', 'NO', '?stands=brackets')
  const rows = page.locator('.stands tbody tr')
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1)).toContainText('its words have left the text')
  await page.getByRole('button', { name: 'One delegation away: 1' }).click()
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('TV (opposes)')
  expect(new URL(page.url()).searchParams.get('near')).toBe('1')
  await page.getByRole('button', { name: 'One delegation away: 1' }).click()
  await rows
    .nth(1)
    .getByRole('button', { name: `OP1 · ${lost}` })
    .click()
  await expect(page.locator(`#proposal-${lost}`)).toBeVisible()
  await expect(page.locator('.card-open')).toContainText('1 open proposal whose words have left the text')
  await expectAccessible(page)
})

test('where names are hidden, where it stands asks before it names anybody', async ({ browser }) => {
  const norway = await room.enter('head', 'NO')
  await does(norway, table('again', 'soon'))
  const page = await enter(browser, 'facilitator', null, '?stands=brackets&names=hidden')
  await expect(page.locator('.stands')).toContainText('Names are hidden in the text you are reading.')
  await expect(page.locator('.stands')).not.toContainText('NO')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Name them here' }).click()
  await expect(page.locator('.stands tbody tr')).toContainText('NO')
  await page.getByRole('button', { name: 'Back to the text' }).click()
  expect(new URL(page.url()).searchParams.get('names')).toBe('hidden')
})

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
