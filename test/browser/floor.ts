import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Role } from '../../schema/party/role.ts'
import type { Deed, DeedOf } from '../../schema/record/deed.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
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

/** A text on a server of its own, and what may be done on it without a screen or at one. */
export interface Floor {
  /** A browser of its own in the room, signed in by a link as somebody with a seat. */
  readonly enter: (browser: Browser, role: Role, code?: string | null, viewport?: Size) => Promise<Page>
  /** Has something recorded for a delegation; the number of its act. */
  readonly record: (role: Role, code: string | null, deed: Deed) => Promise<number>
  /** Tables for a delegation that words of a paragraph be replaced; the number of the proposal. */
  readonly replace: (code: string, paragraph: string, was: string, now: string) => Promise<number>
  readonly close: () => Promise<void>
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Opens a text of five paragraphs, with what its brackets say in nobody's name. */
export async function openFloor(unattributed: readonly Deed[] = []): Promise<Floor> {
  const room = await openRoom()
  const chair = await room.enter('facilitator')
  const opened = await chair.send('POST', `/api/negotiations/${room.negotiation}/texts`, {
    key: 'asking-spec-open',
    title: 'Draft decision on registries',
    symbol: 'A/2',
    language: 'en',
    paragraphs,
    ...(unattributed.length > 0 ? { acts: unattributed.map((deed) => ({ deed })) } : {}),
  })
  expect(opened.status, opened.text).toBe(201)
  const text = String(opened.json.id)
  let count = 0
  const record: Floor['record'] = async (role, code, deed) => {
    const client = await room.enter(role, code)
    const answer = await client.send('POST', `/api/texts/${text}/acts`, {
      key: `asking-spec-${String(++count).padStart(4, '0')}`,
      channel: 'typed',
      deed,
    })
    expect(answer.status, answer.text).toBeLessThan(300)
    return Number(answer.json.act.n)
  }
  return {
    record,
    replace: (code, paragraph, was, now) =>
      record('delegate', code, tabling(replacement(paragraph, was, now))),
    async enter(browser, role, code = null, viewport = { width: 1440, height: 900 }) {
      const { person } = await room.enter(role, code)
      const page = await (await browser.newContext({ viewport })).newPage()
      const { token } = await room.server.services.links.renew(person)
      await page.goto(`${room.server.url}/sign-in/${token}`)
      await page.getByRole('button', { name: /^Sign in as/ }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Texts' })).toBeVisible()
      await page.goto(`${room.server.url}/n/${room.negotiation}/t/${text}`)
      await expect(page.locator('.paragraph').nth(paragraphs.length - 1)).toBeVisible()
      return page
    },
    close: () => room.close(),
  }
}

type Change = DeedOf<'table'>['changes'][number]

/** The deed that tables one change. */
export const tabling = (change: Change): DeedOf<'table'> => ({
  type: 'table',
  changes: [change],
  rationale: '',
  invite: [],
  alternatives: [],
})

/** Words of a paragraph replaced by others; `was` empty puts them at its end. */
export function replacement(paragraph: string, was: string, now: string): Change {
  const { content = [] } = paragraphs.find(({ id }) => id === paragraph) ?? {}
  const all = content.map((run) => ('text' in run ? run.text : '')).join('')
  const from = (was === '' ? all.length : all.indexOf(was)) + 1
  const to = from + was.length
  return {
    type: 'amend',
    strike: was === '' ? [] : [{ source: paragraph, from, to }],
    insert: { anchor: { source: paragraph, at: to }, runs: [{ text: now }] },
  }
}

/** No screen may fail a rule of WCAG 2.2 AA that a program can check. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

/** The words of a row. */
export const words = (page: Page, row: number) => page.locator('.paragraph-words').nth(row)
/** Where receipts come up. */
export const receipts = (page: Page) => page.getByLabel('Receipts and notices')
/** The label of a row. */
export const label = (page: Page, row: number) => page.locator('.paragraph-label').nth(row)
/** The open dialog. */
export const dialog = (page: Page) => page.getByRole('dialog')

/** What the rows say to the eye, brackets and names included. */
export const seen = (page: Page, row: number) =>
  expect.poll(() =>
    words(page, row).evaluate((element) => {
      const copy = element.cloneNode(true) as Element
      copy.querySelectorAll('.said, button').forEach((said) => said.remove())
      return copy.textContent
    }),
  )

/** Selects from some words of one row to some words of another. */
export async function select(
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
export async function ask(page: Page, row: number, choice: string | RegExp): Promise<void> {
  await label(page, row).click()
  await page.getByRole('menuitem', { name: choice }).click()
  await expect(dialog(page)).toBeVisible()
}

/** Presses the button that tables. */
export const table = (page: Page, who: string) =>
  dialog(page)
    .getByRole('button', { name: `Table for ${who}` })
    .click()
