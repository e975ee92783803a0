import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { View } from '../../schema/view/passage.ts'
import { view } from '../../schema/view/view.ts'
import { startServer } from '../../server/app.ts'
import { databaseStore } from '../../server/record/tables.ts'
import { denseScene } from '../room/dense.ts'

/** A server that holds the densest text, and what its compilation should look like. */
export interface DenseRoom {
  readonly compiled: View
  /** Opens the text in a window of its own, signed in as a delegate of the EU. */
  open(browser: Browser, size: { width: number; height: number }, suffix?: string): Promise<Page>
  close(): Promise<void>
}

/** Starts the server with the scene in its record. */
export async function openDenseRoom(): Promise<DenseRoom> {
  const folder = mkdtempSync(join(tmpdir(), 'adref-dense-'))
  const server = await startServer({
    dataFile: join(folder, 'adref.sqlite'),
    port: 0,
    requestsPerMinute: 1_000_000,
  })
  const { db, negotiations, memberships, links } = server.services
  const { acts, now } = denseScene().it
  const negotiation = await negotiations.create('Talks')
  for (const party of now.parties.values()) await negotiations.putParty(negotiation, party)
  const { text, at } = acts[0]!
  await databaseStore(db).transact(async (writer) => {
    await writer.begin({
      id: text,
      negotiation,
      title: 'Draft decision',
      symbol: 'A/DENSE/L.1',
      createdAt: at,
    })
    for (const act of acts) await writer.put([{ act, json: JSON.stringify(act) }])
  })
  const person = await memberships.addPerson('Delegate', null)
  await memberships.put(negotiation, person, { role: 'delegate', delegation: 'EU', speaksFor: [] })
  return {
    compiled: view(now, { type: 'compilation', names: 'shown' }),
    async open(browser, viewport, suffix = '') {
      const page = await (await browser.newContext({ viewport })).newPage()
      const { token } = await links.renew(person)
      await page.goto(`${server.url}/sign-in/${token}`)
      await page.getByRole('button', { name: /^Sign in as/ }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Texts' })).toBeVisible()
      await page.goto(`${server.url}/n/${negotiation}/t/${text}${suffix}`)
      await expect(page.locator('.paragraph').first()).toBeVisible()
      return page
    },
    async close() {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The row of a paragraph by its label. */
export const row = (page: Page, label: string): Locator =>
  page
    .locator('.paragraph')
    .filter({ has: page.locator('.paragraph-label', { hasText: new RegExp(`^${label}$`) }) })
