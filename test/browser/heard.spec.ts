import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import type { DenseRoom } from './dense-room.ts'
import { openDenseRoom } from './dense-room.ts'

let room: DenseRoom
test.beforeAll(async () => {
  room = await openDenseRoom()
})
test.afterAll(() => room.close())

/** What the browser hands to a screen reader of the words of a paragraph, in one line. */
async function heard(page: Page, paragraph: string): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const { root } = await session.send('DOM.getDocument')
  const selector = `#p-${paragraph} .paragraph-words`
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { node } = await session.send('DOM.describeNode', { nodeId })
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const known = new Map(nodes.map((one) => [one.nodeId, one]))
  const told = (one: (typeof nodes)[number]): string => {
    const role = String(one.role?.value)
    if (!one.ignored && (role === 'StaticText' || role === 'button')) return String(one.name?.value ?? '')
    return (one.childIds ?? []).map((id) => (known.has(id) ? told(known.get(id)!) : '')).join('')
  }
  await session.detach()
  return told(nodes.find((one) => one.backendDOMNodeId === node.backendNodeId)!)
}

const size = { width: 1280, height: 800 }

test('a listener hears of two wordings which stands, who asks for the other, and where each ends', async ({
  browser,
}) => {
  const page = await room.open(browser, size)
  const text = (await heard(page, 'p5')).replace(/\s+/g, ' ')
  expect(text).toContain(
    'which 3 wordings: As it stands: shall end. EU proposes instead: should end. ' +
      'CH, US, RF, A, B, C propose instead: may end. report',
  )
  expect(text).toContain('on gaps A proposes to insert: , needs and 2 wordings: Level 2: As it stands: means')
  expect(text).toContain('Level 4: US proposes instead: regionally end of level 4. end of level 3. balanced')
  expect(text).not.toMatch(/\p{Ll}(?:end\.|Level \d|As it stands|proposes|wordings)|[.:]\p{L}/u)
})

test('a listener hears of a folded bracket how much it holds, and nobody’s name where names are hidden', async ({
  browser,
}) => {
  const page = await room.open(browser, size, '?fold=1&names=hidden')
  const text = (await heard(page, 'p5')).replace(/\s+/g, ' ')
  expect(text).toContain(
    'Proposed to insert: voluntary Level 2: Proposed to insert: 1 word folded end of level 2.',
  )
  expect(text).not.toMatch(/\b(?:EU|RF|US|CH|SE|DE)\b/)
})
