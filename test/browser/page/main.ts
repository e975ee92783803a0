import * as Y from 'yjs'
import { mountDraftEditor } from '../../../client/draft/editor.ts'
import type { DraftEditor } from '../../../client/draft/editor.ts'
import { deltaToParagraphs, paragraphsToDelta } from '../../../schema/draft/delta.ts'
import type { Delta } from '../../../schema/draft/delta.ts'
import type { Paragraph, Paragraphs } from '../../../schema/text/paragraph.ts'

/** An editor and a colleague who edits the same draft without a screen. */
declare global {
  interface Window {
    open(paragraphs: Paragraphs): void
    editor: DraftEditor
    colleague: Y.Text
    shared(): Paragraph[]
  }
}

let close = (): void => undefined

Object.assign(window, {
  open(paragraphs: Paragraphs): void {
    close()
    const mine = new Y.Doc()
    const theirs = new Y.Doc()
    mine.getText('text').applyDelta(paragraphsToDelta(paragraphs))
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
    mine.on(
      'update',
      (update: Uint8Array, origin: unknown) => origin !== 'net' && Y.applyUpdate(theirs, update, 'net'),
    )
    theirs.on(
      'update',
      (update: Uint8Array, origin: unknown) => origin !== 'net' && Y.applyUpdate(mine, update, 'net'),
    )
    const element = document.querySelector<HTMLElement>('#editor')
    if (!element) throw new RangeError('the page has no place for the editor')
    let count = 0
    const editor = mountDraftEditor(element, {
      ydoc: mine,
      editable: true,
      lang: 'en',
      dir: 'ltr',
      label: 'Draft',
      handleHint: 'Move paragraph',
      newId: () => `new${++count}`,
    })
    window.editor = editor
    window.colleague = theirs.getText('text')
    window.shared = () => deltaToParagraphs(mine.getText('text').toDelta() as Delta)
    close = () => {
      editor.destroy()
      element.replaceChildren()
    }
  },
})
