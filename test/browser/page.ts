import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { createServer } from 'vite'
import type { ViteDevServer } from 'vite'
import type { Paragraph } from '../../schema/text/paragraph.ts'

/** A page with the drafting editor alone. */
export async function servePage(): Promise<{ url: string; server: ViteDevServer }> {
  const root = fileURLToPath(new URL('page', import.meta.url))
  const repository = fileURLToPath(new URL('../..', import.meta.url))
  const server = await createServer({
    configFile: false,
    root,
    cacheDir: fileURLToPath(new URL('../../node_modules/.cache/adref/page', import.meta.url)),
    logLevel: 'error',
    server: { port: 0, fs: { allow: [repository] }, hmr: false, watch: null },
    optimizeDeps: { include: ['yjs', 'prosemirror-view'] },
  })
  await server.listen()
  return { url: server.resolvedUrls?.local[0] ?? '', server }
}

/** A paragraph of the text. */
export const op = (
  id: string,
  text: string,
  kind: Paragraph['kind'] = 'operative',
  level = 0,
): Paragraph => ({
  id,
  kind,
  level,
  content: text === '' ? [] : [{ text }],
})

/** Opens a draft of these paragraphs and puts the caret behind `words`, or selects them. */
export async function openDraft(
  page: Page,
  paragraphs: readonly Paragraph[],
  words?: string,
  select: 'after' | 'before' | 'all' = 'after',
): Promise<void> {
  await page.evaluate((all) => window.open(all), paragraphs)
  await page.locator('.ProseMirror').focus()
  if (words === undefined) return
  await page.evaluate(
    ([text, how]) => {
      const { view } = window.editor
      view.state.doc.descendants((node, position) => {
        const at = node.isText ? (node.text ?? '').indexOf(text ?? '') : -1
        if (at < 0) return
        const from = position + at
        const to = from + (text ?? '').length
        const anchor = how === 'after' ? to : from
        const Selection = view.state.selection.constructor as unknown as {
          create(doc: unknown, anchor: number, head: number): typeof view.state.selection
        }
        view.dispatch(
          view.state.tr.setSelection(Selection.create(view.state.doc, anchor, how === 'before' ? from : to)),
        )
      })
    },
    [words, select] as const,
  )
}

/** The draft as the others have it. */
export const shared = (page: Page): Promise<Paragraph[]> => page.evaluate(() => window.shared())

/** The draft's words, one line a paragraph. */
export const lines = async (page: Page): Promise<string[]> =>
  (await shared(page)).map(({ content }) =>
    content.map((run) => ('text' in run ? run.text : 'line' in run ? '\n' : '*')).join(''),
  )
