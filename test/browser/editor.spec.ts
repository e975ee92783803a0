import { expect, test } from '@playwright/test'
import type { CDPSession, Page } from '@playwright/test'
import type { ViteDevServer } from 'vite'
import { lines, op, openDraft, servePage, shared } from './page.ts'

let server: ViteDevServer
let url: string

test.beforeAll(async () => {
  ;({ server, url } = await servePage())
})
test.afterAll(() => server.close())
test.beforeEach(async ({ page }) => {
  await page.goto(url)
  await page.waitForFunction(() => 'open' in window && window.open.length === 1)
})

const fox = [op('op1', 'The quick brown fox')]

test('words typed are inserted where they are typed', async ({ page }) => {
  await openDraft(page, fox, 'quick', 'before')
  await page.keyboard.type('very ')
  expect(await lines(page)).toEqual(['The very quick brown fox'])
})

test('Backspace and Delete take out one character each and the caret goes on', async ({ page }) => {
  await openDraft(page, fox, 'quick')
  for (let i = 0; i < 3; i++) await page.keyboard.press('Backspace')
  expect(await lines(page)).toEqual(['The qu brown fox'])
  await openDraft(page, fox, 'quick', 'before')
  for (let i = 0; i < 3; i++) await page.keyboard.press('Delete')
  await page.keyboard.type('x')
  expect(await lines(page)).toEqual(['The xck brown fox'])
})

test('Ctrl+Backspace takes out a word and leaves the spaces as they are', async ({ page }) => {
  await openDraft(page, [op('op1', 'hello world')], 'hello')
  await page.keyboard.press('Control+Backspace')
  expect(await lines(page)).toEqual([' world'])
})

test('a space typed at the end of a line is a space', async ({ page }) => {
  await openDraft(page, fox, 'fox')
  await page.keyboard.type('  ')
  await page.keyboard.type('x')
  expect(await lines(page)).toEqual(['The quick brown fox  x'])
})

test('typing over a selection replaces it', async ({ page }) => {
  await openDraft(page, fox, 'quick', 'all')
  await page.keyboard.type('slow')
  expect(await lines(page)).toEqual(['The slow brown fox'])
})

test('Enter splits: the first half keeps the identity', async ({ page }) => {
  await openDraft(page, [op('op1', 'one two')], 'one ')
  await page.keyboard.press('Enter')
  expect(await shared(page)).toEqual([op('op1', 'one '), op('new1', 'two')])
})

test('Enter at the beginning puts an empty paragraph before', async ({ page }) => {
  await openDraft(page, [op('op1', 'one'), op('op2', 'two')], 'two', 'before')
  await page.keyboard.press('Enter')
  expect(await shared(page)).toEqual([op('op1', 'one'), op('new1', ''), op('op2', 'two')])
})

test('Backspace at the beginning joins to the paragraph before, which keeps its identity', async ({
  page,
}) => {
  await openDraft(page, [op('op1', 'one '), op('op2', 'two', 'item', 1)], 'two', 'before')
  await page.keyboard.press('Backspace')
  expect(await shared(page)).toEqual([op('op1', 'one two')])
})

test('Alt+arrow moves a paragraph, and a colleague’s words in it go with it', async ({ page }) => {
  await openDraft(page, [op('op1', 'one'), op('op2', 'two'), op('op3', 'three')], 'one')
  await page.keyboard.press('Alt+ArrowDown')
  await page.evaluate(() => window.colleague.insert(4, ' more'))
  expect(await shared(page)).toEqual([op('op2', 'two'), op('op1', 'one more'), op('op3', 'three')])
  expect(await page.locator('.ProseMirror p').allTextContents()).toEqual(['two', 'one more', 'three'])
})

test('a paragraph is moved by its handle', async ({ page }) => {
  await openDraft(page, [op('op1', 'one'), op('op2', 'two'), op('op3', 'three')])
  const [first, last] = [page.locator('.ProseMirror p').first(), page.locator('.ProseMirror p').last()]
  await first.hover()
  await page.locator('.paragraph-handle').hover()
  await page.mouse.down()
  const box = await last.boundingBox()
  await page.mouse.move(60, (box?.y ?? 0) + (box?.height ?? 0) - 2, { steps: 4 })
  await page.mouse.up()
  expect(await lines(page)).toEqual(['two', 'three', 'one'])
})

test('undo takes back one’s own words and leaves a colleague’s', async ({ page }) => {
  await openDraft(page, fox, 'fox')
  await page.keyboard.type(' jumps')
  await page.evaluate(() => window.colleague.insert(1, 'See: '))
  await page.keyboard.press('Control+z')
  expect(await lines(page)).toEqual(['See: The quick brown fox'])
  await page.keyboard.press('Control+y')
  expect(await lines(page)).toEqual(['See: The quick brown fox jumps'])
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+Shift+z')
  expect(await lines(page)).toEqual(['See: The quick brown fox jumps'])
})

test('Ctrl+B, Ctrl+I and Ctrl+U mark words', async ({ page }) => {
  for (const [key, mark] of [
    ['b', 'strong'],
    ['i', 'em'],
    ['u', 'underline'],
  ] as const) {
    await openDraft(page, fox, 'quick', 'all')
    await page.keyboard.press(`Control+${key}`)
    expect((await shared(page))[0]?.content[1]).toEqual({ text: 'quick', marks: { [mark]: true } })
  }
})

test('Tab and Shift+Tab change the level of an item', async ({ page }) => {
  await openDraft(page, [op('op1', 'one'), op('i1', 'two', 'item', 1)], 'two')
  await page.keyboard.press('Tab')
  expect((await shared(page))[1]).toMatchObject({ kind: 'item', level: 2 })
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Shift+Tab')
  expect((await shared(page))[1]).toMatchObject({ kind: 'operative', level: 0 })
})

test('Shift+Enter breaks the line inside the paragraph', async ({ page }) => {
  await openDraft(page, fox, 'quick')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('x')
  expect(await lines(page)).toEqual(['The quick\nx brown fox'])
})

test('a footnote is put behind its paragraph and takes the caret', async ({ page }) => {
  await openDraft(page, [...fox, op('op2', 'two')], 'quick')
  await page.keyboard.press('Control+Alt+f')
  await page.keyboard.type('See above.')
  expect(await lines(page)).toEqual(['The quick* brown fox', 'See above.', 'two'])
  expect((await shared(page))[1]).toMatchObject({ id: 'new1', kind: 'footnote' })
})

test('everything selected and deleted leaves a paragraph to write in', async ({ page }) => {
  await openDraft(page, [op('op1', 'one'), op('op2', 'two')])
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.type('new')
  expect(await shared(page)).toEqual([op('op1', 'new')])
})

async function paste(page: Page, type: string, data: string): Promise<void> {
  await page.evaluate(
    ([kind, text]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData(kind ?? '', text ?? '')
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.querySelector('.ProseMirror')?.dispatchEvent(event)
    },
    [type, data] as const,
  )
}

test('plain text is pasted by lines', async ({ page }) => {
  await openDraft(page, fox, 'quick')
  await paste(page, 'text/plain', '-one\r\n\r\ntwo\nthree')
  expect(await lines(page)).toEqual(['The quick-one', 'two', 'three brown fox'])
  expect((await shared(page)).map(({ kind }) => kind)).toEqual(['operative', 'operative', 'operative'])
})

test('a whole wording pasted over another leaves the paragraph its identity', async ({ page }) => {
  await openDraft(page, [op('op1', 'one'), op('op2', 'two')], 'one', 'all')
  await paste(page, 'text/html', '<p>another</p>')
  expect(await shared(page)).toEqual([op('op1', 'another'), op('op2', 'two')])
  await page.keyboard.type('!')
  expect(await lines(page)).toEqual(['another!', 'two'])
})

test('what Word puts on the clipboard comes in as words, items and marks', async ({ page }) => {
  await openDraft(page, [op('op1', 'Start'), op('op2', 'End')], 'Start')
  await paste(
    page,
    'text/html',
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {color:red} --></style>
    <!--[if gte mso 9]><xml><o:OfficeDocumentSettings>junk</o:OfficeDocumentSettings></xml><![endif]--></head>
    <body lang=EN-GB><!--StartFragment--><p class=MsoNormal style='margin:0'><i>Recalling</i> the
    <b style='mso-bidi-font-weight:normal'>report</b><o:p></o:p></p>
    <p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
    style='mso-list:Ignore'>(i)<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>An item<script>window.hit = 1</script></p><!--EndFragment--></body></html>`,
  )
  expect(await shared(page)).toEqual([
    {
      ...op('op1', ''),
      content: [
        { text: 'Start' },
        { text: 'Recalling', marks: { em: true } },
        { text: ' the ' },
        { text: 'report', marks: { strong: true } },
      ],
    },
    op('new1', 'An item', 'item', 2),
    op('op2', 'End'),
  ])
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
})

test('a web page is pasted without its scripts, styles and struck words', async ({ page }) => {
  await openDraft(page, [op('op1', '')])
  await page.locator('.ProseMirror').press('End')
  await paste(
    page,
    'text/html',
    `<meta charset="utf-8"><h2 onclick="x()">Title</h2><p>A <a href="https://un.org/a">link</a>, a <a href="javascript:alert(1)">trap</a>
     and x<sup>2</sup> <del>gone</del><ins data-proposal="7">kept</ins></p><ul><li>one<ul><li>two</li></ul></li></ul><img src=x onerror="window.hit=1">`,
  )
  const pasted = await shared(page)
  expect(pasted.map(({ kind, level }) => `${kind}${level}`)).toEqual([
    'heading2',
    'operative0',
    'item1',
    'item2',
  ])
  expect(pasted[0]?.id).toBe('op1')
  expect(await lines(page)).toEqual(['Title', 'A link, a trap and x2 kept', 'one', 'two'])
  expect(JSON.stringify(pasted)).toContain('"link":"https://un.org/a"')
  expect(JSON.stringify(pasted)).not.toMatch(/javascript|proposal|del|ins/)
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
})

test('a paragraph cut and pasted elsewhere keeps its identity; a copy gets its own', async ({ page }) => {
  await openDraft(page, [op('op1', 'one'), op('op2', 'two'), op('op3', 'three')])
  const slice = await page.evaluate(() => {
    const { view } = window.editor
    const from = view.state.doc.child(0).nodeSize
    const to = from + view.state.doc.child(1).nodeSize
    const nodes = view.state.doc.slice(from, to)
    view.dispatch(view.state.tr.delete(from, to))
    view.dispatch(view.state.tr.insert(view.state.doc.content.size, nodes.content))
    const cut = window.shared().map(({ id }) => id)
    view.dispatch(view.state.tr.insert(0, nodes.content))
    return { cut, copied: window.shared().map(({ id }) => id) }
  })
  expect(slice).toEqual({ cut: ['op1', 'op3', 'op2'], copied: ['new1', 'op1', 'op3', 'op2'] })
})

const compose = (cdp: CDPSession, text: string): Promise<unknown> =>
  cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

test('an input method composes once, whatever a colleague does meanwhile', async ({ page }) => {
  await openDraft(page, fox, 'quick ')
  const cdp = await page.context().newCDPSession(page)
  await compose(cdp, 'に')
  await compose(cdp, 'にほ')
  await page.evaluate(() => window.colleague.insert(1, 'See: '))
  await compose(cdp, 'にほんご')
  await page.evaluate(() => window.colleague.insert(window.colleague.length, '.'))
  await cdp.send('Input.insertText', { text: '日本語' })
  await expect.poll(() => lines(page)).toEqual(['See: The quick 日本語brown fox.'])
  expect(await page.locator('.ProseMirror').textContent()).toBe('See: The quick 日本語brown fox.')
  await page.keyboard.type('!')
  expect(await lines(page)).toEqual(['See: The quick 日本語!brown fox.'])
})

test('composing over a selection replaces it', async ({ page }) => {
  await openDraft(page, [op('op1', 'hello world')], 'world', 'all')
  const cdp = await page.context().newCDPSession(page)
  await compose(cdp, 'せ')
  await compose(cdp, 'せかい')
  await cdp.send('Input.insertText', { text: '世界' })
  await expect.poll(() => lines(page)).toEqual(['hello 世界'])
})

test('selected words dragged elsewhere are moved', async ({ page }) => {
  await openDraft(page, fox, 'quick ', 'all')
  const at = (words: string) =>
    page.evaluate((text) => {
      const node = document.querySelector('.ProseMirror p')?.firstChild
      const range = document.createRange()
      const from = (node?.textContent ?? '').indexOf(text)
      if (node) range.setStart(node, from)
      if (node) range.setEnd(node, from + text.length)
      const { x, y, height } = range.getBoundingClientRect()
      return { x: x + 1, y: y + height / 2 }
    }, words)
  const [from, to] = [await at('uick'), await at('fox')]
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 20, from.y, { steps: 3 })
  await page.mouse.move(to.x - 1, to.y, { steps: 5 })
  await page.mouse.up()
  expect(await lines(page)).toEqual(['The brown quick fox'])
})
