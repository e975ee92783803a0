import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import type { Role } from '../../schema/party/role.ts'
import type { Stance } from '../../schema/party/position.ts'
import type { Deed } from '../../schema/record/deed.ts'
import type { Client, Room } from '../server.ts'
import { openRoom } from '../server.ts'

/** The room of the test that runs. */
export let room: Room
let count = 0

/** Opens a server with a text of two paragraphs for each test of a file. */
export function eachInARoom(): void {
  test.beforeEach(async () => {
    room = await openRoom()
  })
  test.afterEach(async () => {
    await room.close()
  })
}

/** A browser of its own in the room, signed in by a link as somebody with a seat. */
export async function enter(
  browser: Browser,
  role: Role,
  code: string | null = null,
  suffix = '',
): Promise<Page> {
  const page = await visit(browser, await room.enter(role, code))
  await page.goto(`${room.server.url}/n/${room.negotiation}/t/${room.text}${suffix}`)
  await expect(page.locator('.paragraph, .stands').first()).toBeVisible()
  return page
}

/** The same person at a browser, on the first page. */
export async function visit(browser: Browser, { person }: Client): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  const { token } = await room.server.services.links.renew(person)
  await page.goto(`${room.server.url}/sign-in/${token}`)
  await page.getByRole('button', { name: /^Sign in as/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Texts' })).toBeVisible()
  return page
}

/** Has a deed recorded; gives the number of its act. */
export async function does(by: Client, deed: Deed): Promise<number> {
  const key = `standing-${++count}-${room.text}`.slice(0, 40)
  const answer = await by.send('POST', `/api/texts/${room.text}/acts`, { key, channel: 'typed', deed })
  expect(answer.status, answer.text).toBeLessThan(300)
  return Number(answer.json.act.n)
}

const words = 'Decides to meet again.'

/** Replaces or inserts words of OP1. */
export function changing(was: string, now: string): Extract<Deed, { type: 'table' }>['changes'] {
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

export const table = (was: string, now: string): Deed => ({
  type: 'table',
  changes: changing(was, now),
  rationale: '',
  invite: [],
  alternatives: [],
})

export const position = (proposal: number, version: number, stance: Stance): Deed => ({
  type: 'position',
  on: { proposal, version },
  stance,
  reason: '',
  condition: '',
})

/** No screen may fail a rule of WCAG 2.2 AA that a program can check. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

/** Where receipts come up. */
export const receipts = (page: Page) => page.getByLabel('Receipts and notices')
