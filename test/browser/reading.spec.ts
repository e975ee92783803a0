import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { labelsIn, printParagraph } from '../../schema/view/print.ts'
import type { DenseRoom } from './dense-room.ts'
import { openDenseRoom, row } from './dense-room.ts'

let room: DenseRoom
test.beforeAll(async () => {
  room = await openDenseRoom()
})
test.afterAll(() => room.close())

const wide = { width: 1280, height: 800 }

/** What a copy of what is selected puts on the clipboard. */
const copied = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const data = new DataTransfer()
    const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })
    document.querySelector('.paragraphs')!.dispatchEvent(event)
    return data.getData('text/plain')
  })

const selectAll = (page: Page): Promise<void> =>
  page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('.paragraphs')!))

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

/** Everything that is printed over something else, and everything that reaches out of the window. */
const collisions = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth - clientWidth} px too wide`)
    for (const label of document.querySelectorAll('.paragraph-label')) {
      const range = document.createRange()
      range.selectNodeContents(label)
      for (const box of range.getClientRects())
        if (box.left < 0 || box.right > clientWidth) found.push(`the label ${label.textContent} is cut off`)
    }
    for (const words of document.querySelectorAll('.paragraph-words')) {
      words.scrollIntoView()
      const boxes: { text: string; box: DOMRect }[] = []
      const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement!.closest('.said, [hidden]')) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        for (const box of range.getClientRects())
          if (box.width > 1) boxes.push({ text: node.textContent!.trim(), box })
      }
      boxes.forEach(({ text, box }, i) => {
        if (box.left < 0 || box.right > clientWidth) found.push(`“${text}” reaches out of the window`)
        for (const other of boxes.slice(i + 1)) {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
          const middle = (one: DOMRect) => one.top + one.height / 2
          if (across > 1.5 && Math.abs(middle(box) - middle(other.box)) < 8)
            found.push(`“${text}” and “${other.text}” overlap by ${across} px`)
        }
      })
    }
    return found
  })

for (const size of [
  wide,
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 320, height: 700 },
])
  test(`the densest text keeps its words apart and within a window ${size.width} px wide`, async ({
    browser,
  }) => {
    const page = await room.open(browser, size)
    await expect(page.locator('.wording')).toHaveCount(room.compiled.pairs)
    expect(await collisions(page)).toEqual([])
  })

test('the densest text can be read with a screen reader, open and folded', async ({ browser }) => {
  const page = await room.open(browser, wide)
  await expectAccessible(page)
  await expect(row(page, 'OP2').locator('.paragraph-words')).toContainText('2 wordings:')
  await expect(row(page, 'OP2 alt')).toHaveAttribute('aria-label', /^OP2 alt, option 2 of 3, 1 open proposal/)
  await page.goto(`${page.url().split('?')[0]}?fold=1`)
  await page.reload()
  await expect(page.locator('.wording > .fold').first()).toBeVisible()
  await expectAccessible(page)
})

test('both signs of the bracket at the cursor are marked, by pointer, selection and keys', async ({
  browser,
}) => {
  const page = await room.open(browser, wide)
  const mandatory = page.locator('.wording', { hasText: 'mandatory' }).last()
  await mandatory.locator('.t').first().hover()
  await expect(mandatory).toHaveClass(/pointed/)
  const signs = () =>
    mandatory
      .locator(':scope > .glyph')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor))
  const [opening, closing] = await signs()
  expect(opening).toBe(closing)
  expect(opening).not.toBe('rgba(0, 0, 0, 0)')
  await page.mouse.move(5, 5)
  await mandatory.locator('.t').first().dblclick()
  await expect(mandatory).toHaveClass(/lit/)
  await page.keyboard.press('n')
  await expect(mandatory).not.toHaveClass(/lit/)
  await expect(page.locator('.wording.lit')).toHaveCount(1)
})

test('a deeper bracket is heavier', async ({ browser }) => {
  const page = await room.open(browser, wide)
  const weights = await page.evaluate(() =>
    [1, 2, 3].map((depth) =>
      Number(
        getComputedStyle(document.querySelector(`.wording[data-depth="${depth}"] > .glyph`)!).fontWeight,
      ),
    ),
  )
  expect(weights).toEqual(weights.toSorted((a, b) => a - b))
  expect(new Set(weights).size).toBe(3)
})

test('a bracket is folded and unfolded by a key, by its sign and by its button', async ({ browser }) => {
  const page = await room.open(browser, wide, '#PP2')
  await page.keyboard.press('n')
  const lit = page.locator('.wording.lit')
  await page.keyboard.press('x')
  const button = lit.locator(':scope > .fold')
  await expect(button).toBeFocused()
  await expect(button).toHaveAttribute('aria-expanded', 'false')
  await expect(button).toHaveAccessibleName(/words folded$/)
  await expect(lit.locator(':scope > .words')).toBeHidden()
  await expect(lit.locator(':scope > .chip')).toBeVisible()
  await page.reload()
  await expect(page.locator('.wording > .fold')).toHaveCount(1)
  await page.locator('.wording > .fold').press('Enter')
  await expect(page.locator('.wording > .fold')).toHaveAttribute('aria-expanded', 'true')
  const standing = row(page, 'OP4').locator('.wording').first()
  await standing.locator(':scope > .glyph').first().click()
  await expect(standing.locator(':scope > .words')).toBeHidden()
  await expect(page.locator('.card-open')).toHaveCount(0)
})

test('all brackets below a level fold from the view menu, and a link keeps them so', async ({ browser }) => {
  const page = await room.open(browser, wide)
  await page.keyboard.press('v')
  await page.getByRole('menuitem', { name: 'Fold below level 2' }).click()
  await expect(page).toHaveURL(/fold=2/)
  await expect(page.locator('.wording[data-depth="3"] > .words').first()).toBeHidden()
  await expect(page.locator('.wording[data-depth="2"] > .words').first()).toBeVisible()
  await page.keyboard.press('v')
  await page.getByRole('menuitem', { name: 'Unfold all' }).click()
  await expect(page.locator('.fold', { hasText: '…' })).toHaveCount(0)
})

test('a section is one bracket over its paragraphs, named once, and folds as one', async ({ browser }) => {
  const page = await room.open(browser, wide)
  const first = page.locator('.paragraph', { hasText: 'Capacity' }).first()
  await expect(first.locator('.whole-head')).toContainText('6 paragraphs proposed together')
  await expect(row(page, 'OP3 ter').locator('.section-rule')).toHaveCount(1)
  await expect(row(page, 'OP3 ter').locator('.chip').first()).toBeHidden()
  await expect(row(page, 'OP6').locator('.section-rule')).toHaveCount(2)
  await first.getByRole('button', { name: /section of EU/ }).click()
  await expect(row(page, 'OP3 ter')).toBeHidden()
  await expect(first.locator('.paragraph-words')).toBeHidden()
  await expect(first.getByRole('button', { name: /section of EU/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(row(page, 'OP3 ter')).toBeVisible()
})

test('options are headed by who asks for them and who stands where, and no text is one of them', async ({
  browser,
}) => {
  const page = await room.open(browser, wide)
  await expect(row(page, 'OP2').locator('.option-head').first()).toContainText('Option 1')
  await expect(row(page, 'OP2').locator('.option-head').first()).toContainText('As it stands')
  const asked = row(page, 'OP2 alt').locator('.option-head')
  await expect(asked).toContainText('EU')
  await expect(asked).toContainText(/Supports?: CH · DE/)
  await expect(asked).toContainText(/Opposes?: US/)
  await expect(row(page, 'OP2 alt bis').locator('.option-none')).toContainText(/No text.*RF · D/)
  await expect(row(page, 'OP8 quinquies').locator('.option-head')).toContainText('Option 3')
})

test('only what one delegation proposed is shown, from a chip, and in the address', async ({ browser }) => {
  const page = await room.open(browser, wide)
  const mandatory = page.locator('.wording', { hasText: 'mandatory' }).last()
  await mandatory.locator('.chip').hover()
  await page.getByRole('button', { name: 'Only EU' }).click()
  await expect(page).toHaveURL(/only=EU/)
  await expect(page.getByText(/^\d+ of \d+ proposals shown$/)).toBeVisible()
  const codes = () =>
    page
      .locator('.chip')
      .evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLElement).dataset['codes']))])
  // A's words stay: one of the EU's amendments was made in them.
  expect(new Set(await codes())).toEqual(new Set(['A', 'EU']))
  await page.reload()
  await expect(page.getByText(/^\d+ of \d+ proposals shown$/)).toBeVisible()
  await page.getByRole('button', { name: /^Clear/ }).click()
  await expect(page.locator('.wording')).toHaveCount(room.compiled.pairs)
})

test('all names behind a bracket are shown by a key', async ({ browser }) => {
  const page = await room.open(browser, wide)
  const may = page.locator('.wording', { hasText: /may/ }).last()
  await expect(may.locator('.chip')).toHaveText(/^CH · US \+4: $/)
  await may.locator('.t').first().dblclick()
  await page.keyboard.press('Escape')
  await page.keyboard.press('w')
  await expect(page.locator('.names-panel li')).toHaveCount(6)
  await expect(page.getByRole('button', { name: 'Only CH' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.locator('.names-panel')).toHaveCount(0)
})

test('a key hides the names, and nothing but the names', async ({ browser }) => {
  const page = await room.open(browser, wide)
  const bare = () =>
    page.locator('.paragraph-words').evaluateAll((all) =>
      all.map((one) => {
        const copy = one.cloneNode(true) as Element
        copy.querySelectorAll('.said, .chip, .tail').forEach((name) => name.remove())
        return copy.textContent
      }),
    )
  const before = await bare()
  await page.keyboard.press('h')
  await page.keyboard.press('h')
  await expect(page).toHaveURL(/names=hidden/)
  await expect(page.locator('.chip')).toHaveCount(0)
  await expect(page.locator('.wording')).toHaveCount(room.compiled.pairs)
  expect(await bare()).toEqual(before)
  await selectAll(page)
  expect(await copied(page)).not.toMatch(/EU|delete|reserve/)
  await page.keyboard.press('h')
  await expect(page.locator('.chip').first()).toBeVisible()
})

test('the whole text is copied as it is printed, with what is folded in full', async ({ browser }) => {
  const page = await room.open(browser, wide, '?fold=1')
  await expect(page.locator('.wording')).toHaveCount(room.compiled.pairs)
  await selectAll(page)
  const labelOf = labelsIn(room.compiled)
  const printed = room.compiled.paragraphs.map((one) => printParagraph(one, labelOf))
  expect((await copied(page)).split('\n\n')).toEqual(printed)
})

test('whatever is selected is copied with brackets that balance, and without what only the ear is told', async ({
  browser,
}) => {
  const page = await room.open(browser, wide)
  await expect(page.locator('.wording')).toHaveCount(room.compiled.pairs)
  const faults = await page.evaluate(() => {
    const list = document.querySelector('.paragraphs')!
    const texts: Node[] = []
    const walker = document.createTreeWalker(list, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.parentElement!.closest('.paragraph-words')) texts.push(node)
    let seed = 1
    const pick = (n: number) => (seed = (seed * 48_271) % 2_147_483_647) % n
    const wrong: string[] = []
    for (let i = 0; i < 300; i++) {
      const at = pick(texts.length)
      const [a, b] = [texts[at]!, texts[Math.min(texts.length - 1, at + pick(60))]!]
      getSelection()!.setBaseAndExtent(a, pick(a.textContent!.length + 1), b, pick(b.textContent!.length + 1))
      const data = new DataTransfer()
      list.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }))
      const text = data.getData('text/plain')
      let depth = 0
      let least = 0
      for (const sign of text) {
        depth += sign === '[' ? 1 : sign === ']' ? -1 : 0
        least = Math.min(least, depth)
      }
      if (depth !== 0 || least < 0 || /proposes to|proposes? instead|wordings:| end\. /.test(text))
        wrong.push(text)
    }
    return wrong
  })
  expect(faults).toEqual([])
})

test('words cut out of a bracket are copied in their bracket with all its names', async ({ browser }) => {
  const page = await room.open(browser, wide)
  await expect(page.locator('.wording')).toHaveCount(room.compiled.pairs)
  await page.locator('.t', { hasText: 'mandatory' }).dblclick()
  expect(await copied(page)).toBe('[[EU: mandatory] – RF: delete]')
  await page.locator('.t', { hasText: /^may$/ }).dblclick()
  expect(await copied(page)).toBe('[CH, US, RF, A, B, C: may]')
})
