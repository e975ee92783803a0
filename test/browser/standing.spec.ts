import { expect, test } from '@playwright/test'
import type { Deed } from '../../schema/record/deed.ts'
import {
  changing,
  does,
  eachInARoom,
  enter,
  expectAccessible,
  position,
  receipts,
  room,
  table,
  visit,
} from './talks.ts'

eachInARoom()

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

test('beside the text as of an earlier act a card says who stood where by then', async ({ browser }) => {
  const [norway, tuvalu] = [await room.enter('head', 'NO'), await room.enter('head', 'TV')]
  const id = await does(norway, table('again', 'soon'))
  await does(tuvalu, position(id, 1, 'opposes'))
  const page = await enter(browser, 'observer', 'IRC', `?at=${id}#proposal-${id}`)
  await expect(page.locator('.in-the-way')).toContainText('Nobody stands in the way of adopting it.')
  await expect(page.locator('.story .acts li')).toHaveCount(1)
  await page.getByRole('button', { name: 'Back to now' }).click()
  await expect(page.locator('.in-the-way')).toContainText('TV (opposes)')
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

  const held = { type: 'hold' as const, ranges: [{ source: 'p2', from: 1, to: 8 }] }
  await does(tuvalu, { ...table('again', ''), changes: [held] } as Deed)
  await page.getByRole('button', { name: /^Brackets/ }).click()
  await expect(rows.filter({ hasText: '[Decides]' })).toContainText('Keep the brackets up: TV (keeps it up)')
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
  await expect(page.locator('.proposal .tally')).toHaveText('No position on this version.')
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
  await expect(sponsor.locator('.stale')).toContainText(/Asked \d+ \w+ \d{4}, \d\d:\d\d UTC/)
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
  // Also while it enters what a delegation says, it asks in no delegation's name.
  await page.getByRole('button', { name: 'Another position…' }).click()
  await page.getByRole('button', { name: /^Ask again/ }).click()
  await expect(page.locator('.stale')).toContainText(/Asked \d+ \w+ \d{4}, \d\d:\d\d UTC/)
  const { acts } = (await tuvalu.get(`/api/texts/${room.text}/acts?after=${id}`)).json
  expect(acts.at(-1)).toMatchObject({ for: null, deed: { type: 'ask', parties: ['TV'] } })
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
  await expect(stale).toContainText(/Asked \d+ \w+ \d{4}, \d\d:\d\d UTC/)
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
