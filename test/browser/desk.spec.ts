import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import type { Room } from '../server.ts'
import { openRoom } from '../server.ts'

let room: Room

test.beforeAll(async () => {
  room = await openRoom()
})

test.afterAll(async () => {
  await room.close()
})

/** A browser of its own, signed in by a link as somebody with a seat. */
async function enter(
  browser: Browser,
  role: 'facilitator' | 'secretariat' | 'head' | 'observer',
  code?: string,
) {
  const { person } = await room.enter(role, code ?? null)
  const page = await (await browser.newContext()).newPage()
  const { token } = await room.server.services.links.renew(person)
  await page.goto(`${room.server.url}/sign-in/${token}`)
  await page.getByRole('button', { name: /^Sign in as/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Texts' })).toBeVisible()
  return page
}

/** No screen may fail a rule of WCAG 2.2 AA that a program can check. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

test('the secretariat sets up a negotiation, opens a text and invites a delegate, who signs in', async ({
  browser,
}) => {
  test.slow()
  const page = await enter(browser, 'secretariat')
  await page.getByRole('link', { name: 'New negotiation' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'New negotiation' })).toBeFocused()
  await expect(page).toHaveTitle(/New negotiation · Adref/)
  await page.getByLabel('Title').fill('Working group on the sea')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Create the negotiation' }).click()

  await page.getByRole('button', { name: 'Add parties', exact: true }).click()
  await page.getByLabel('Find by code or name').fill('cote d')
  await page.getByText('Côte d’Ivoire').click()
  await page.getByLabel('Find by code or name').fill('african gr')
  await page.getByRole('checkbox', { name: /African Group/ }).press('Space')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add 2 parties' }).click()
  await expect(page.getByRole('rowheader', { name: 'Côte d’Ivoire' })).toBeVisible()

  await page.getByRole('button', { name: 'Change African Group' }).click()
  await page.getByRole('combobox', { name: 'Add a member' }).fill('CI')
  await page.getByRole('option', { name: /Côte/ }).click()
  await page.getByLabel('CI: from').fill('2026-01-01')
  await page.getByRole('button', { name: 'Save African Group' }).click()
  await expect(page.getByRole('row', { name: /African Group/ })).toContainText('1 member today: CI')

  await page.getByRole('link', { name: 'Texts', exact: true }).click()
  await page.getByRole('link', { name: 'Open a text' }).click()
  await page
    .getByLabel('Paste the text')
    .fill('Measures for the sea\nRecalling its decisions,\n1. Decides to meet again;\n2. Requests a report.')
  await page.getByRole('button', { name: 'Look it over' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Look it over' })).toBeFocused()
  await expect(page.getByText('4 paragraphs')).toBeVisible()
  await expect(page.getByLabel('Kind of paragraph 2')).toHaveValue('preambular')
  await page.getByLabel('Kind of paragraph 4').selectOption('item')
  await expect(page.getByRole('listitem').filter({ hasText: 'Requests a report' })).toContainText('(a)')
  await page.getByRole('button', { name: 'Undo the last correction' }).click()
  await expect(page.getByLabel('Kind of paragraph 4')).toHaveValue('operative')
  await page.getByLabel('Symbol').fill('A/1/L.7')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Open for negotiation' }).click()
  await expect(page).toHaveURL(/\/n\/[^/]+\/t\/[^/]+$/)
  await expect(page.getByText('Recalling its decisions').first()).toBeVisible()

  await page.getByRole('link', { name: 'Working group on the sea' }).click()
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByRole('button', { name: 'Invite a person' }).click()
  await page.getByLabel('Name').fill('Ama Koffi')
  await page.getByRole('combobox', { name: 'Delegation' }).fill('CI')
  await page.getByRole('option', { name: /Côte/ }).click()
  await page.getByRole('checkbox', { name: 'African Group' }).press('Space')
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = await page.getByLabel('Sign-in link').inputValue()
  expect(link).toContain(`${room.server.url}/sign-in/`)
  await page.getByRole('button', { name: 'I have passed it on' }).click()
  await expect(page.getByRole('table', { name: '1 link' })).toContainText('Ama Koffi')
  await expect(page.getByText(link)).toHaveCount(0)
  await expectAccessible(page)

  const guest = await (await browser.newContext()).newPage()
  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: 'Sign in as Ama Koffi' })).toBeVisible()
  await expect(guest.getByText('Working group on the sea')).toBeVisible()
  await guest.reload()
  await guest.getByRole('button', { name: 'Sign in as Ama Koffi' }).click()
  await expect(guest.getByRole('button', { name: 'Your account: Ama Koffi · CI · delegate' })).toBeVisible()
  await expect(guest.getByRole('link', { name: /A\/1\/L\.7/ })).toBeVisible()

  const other = await (await browser.newContext()).newPage()
  await other.goto(link)
  await expect(other.getByText('This link has been used already.')).toBeVisible()
  await expectAccessible(other)
})

test('a person whose seat is taken away reads nothing any more', async ({ browser }) => {
  const delegate = await enter(browser, 'head', 'NO')
  const chair = await enter(browser, 'facilitator')
  await chair.goto(`${room.server.url}/n/${room.negotiation}/people`)
  await chair.getByRole('button', { name: 'Take the seat away: head NO' }).first().click()
  await chair.getByRole('alertdialog').getByRole('button', { name: 'Take the seat away' }).click()
  await expect(chair.getByText('head NO has no seat in this negotiation any more.')).toBeVisible()
  await delegate.goto(`${room.server.url}/n/${room.negotiation}`)
  await expect(delegate.getByText('There is nothing here.')).toBeVisible()
})

test('the only person who runs a negotiation cannot be removed, and the button says why', async ({
  browser,
}) => {
  const page = await enter(browser, 'secretariat')
  await page.getByRole('link', { name: 'New negotiation' }).click()
  await page.getByLabel('Title').fill('Alone')
  await page.getByRole('button', { name: 'Create the negotiation' }).click()
  await page.getByRole('link', { name: 'People' }).click()
  const button = page.getByRole('button', { name: /Take the seat away/ })
  await expect(button).toHaveAccessibleDescription(
    'At least one facilitator or secretariat member must remain.',
  )
  await button.click({ force: true })
  await expect(page.getByRole('alertdialog')).toHaveCount(0)
})

test('a delegate sees parties and rights, and no desk', async ({ browser }) => {
  const page = await enter(browser, 'head', 'TV')
  await expect(page.getByRole('link', { name: 'New negotiation' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Talks', exact: true }).click()
  await expect(page.getByText('You take part for TV, as head of delegation.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'People' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Parties' }).click()
  await expect(page.getByRole('rowheader', { name: 'Tuvalu' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Change/ })).toHaveCount(0)
  await page.getByRole('link', { name: 'Who may do what' }).click()
  await expect(page.getByRole('row', { name: /rule on a proposal yes no no no no no/ })).toBeVisible()
  await page.goto(`${room.server.url}/n/${room.negotiation}/people`)
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
})

test('a file that cannot be read is refused with what to do, and nothing is lost', async ({ browser }) => {
  const page = await enter(browser, 'facilitator')
  await page.goto(`${room.server.url}/n/${room.negotiation}/texts/new`)
  await page.getByLabel('Paste the text').fill('Recalling its decisions,')
  const file = { name: 'draft.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 …') }
  await page.getByLabel(/Choose a file/).setInputFiles(file)
  await expect(page.getByRole('alert')).toContainText('it is a PDF')
  await expect(page.getByLabel('Paste the text')).toHaveValue('Recalling its decisions,')
  await expectAccessible(page)
})

test('a session that ends shows the sign-in page, and the way back leads to the same place', async ({
  browser,
}) => {
  const page = await enter(browser, 'facilitator')
  const place = `${room.server.url}/n/${room.negotiation}/parties`
  await page.goto(place)
  await expect(page.getByRole('button', { name: 'Add parties', exact: true })).toBeVisible()
  await page.context().clearCookies()
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByRole('button', { name: 'Invite a person' }).click()
  await page.getByLabel('Name').fill('Nobody')
  await page.getByRole('combobox', { name: 'Delegation' }).fill('TV')
  await page.getByRole('option', { name: /Tuvalu/ }).click()
  await page.getByRole('button', { name: 'Make the link' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(new URL(page.url()).pathname).toBe(`/n/${room.negotiation}/people`)

  const { person } = await room.enter('facilitator')
  const { token } = await room.server.services.links.renew(person)
  await page.getByLabel('Sign-in link').fill(`${room.server.url}/sign-in/${token}`)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: /^Sign in as/ }).click()
  await expect(page.getByRole('button', { name: 'Invite a person' })).toBeVisible()
})

test('signing out warns of words that only this device has, and then forgets them', async ({ browser }) => {
  const page = await enter(browser, 'head', 'NO')
  await page.evaluate(async () => {
    localStorage.setItem('adref.unsynced.draft-1', '2026-05-12T14:00:00.000Z')
    await new Promise((done) => {
      const opened = indexedDB.open('a draft')
      opened.onsuccess = () => {
        opened.result.close()
        done(undefined)
      }
    })
  })
  await page.getByRole('button', { name: /^Your account/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('alertdialog')).toContainText('are lost')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  const kept = () =>
    page.evaluate(async () => [
      (await indexedDB.databases()).length,
      Object.keys(localStorage).filter((key) => key.startsWith('adref.unsynced')).length,
    ])
  await expect.poll(kept).toEqual([0, 0])
})

test('every screen stands in the night theme, from right to left, and on a small screen', async ({
  browser,
}) => {
  test.slow()
  const page = await enter(browser, 'facilitator')
  await page.evaluate(() =>
    localStorage.setItem('adref.appearance', JSON.stringify({ theme: 'night', density: 'compact' })),
  )
  await page.setViewportSize({ width: 390, height: 844 })
  for (const path of [
    '/',
    `/n/${room.negotiation}`,
    `/n/${room.negotiation}/parties`,
    `/n/${room.negotiation}/people`,
    `/n/${room.negotiation}/rights`,
    `/n/${room.negotiation}/texts/new`,
    '/n/new',
    '/nowhere/at/all',
  ]) {
    await page.goto(room.server.url + path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.evaluate(() => (document.documentElement.dir = 'rtl'))
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(wider, `${path} scrolls sideways`).toBe(false)
    await expectAccessible(page)
  }
})
