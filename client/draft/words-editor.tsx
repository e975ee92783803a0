import { useCallback, useRef } from 'react'
import * as Y from 'yjs'
import { paragraphsToDelta } from '../../schema/draft/delta.ts'
import { draftMaps } from '../../schema/draft/wire.ts'
import type { Paragraph, Paragraphs } from '../../schema/text/paragraph.ts'
import { type DraftEditor, mountDraftEditor } from './editor.ts'

/** The drafting editor on a few paragraphs of its own, which nobody else sees and nothing keeps. */
export default function WordsEditor({
  paragraphs,
  language,
  direction,
  label,
  onChange,
}: {
  /** What it begins with; not followed afterwards. */
  readonly paragraphs: Paragraphs
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly label: string
  readonly onChange: (paragraphs: readonly Paragraph[]) => void
}) {
  const start = useRef({ paragraphs, label, onChange })
  const attach = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined
      const ydoc = new Y.Doc()
      ydoc.getText(draftMaps.text).applyDelta(paragraphsToDelta(start.current.paragraphs))
      const editor: DraftEditor = mountDraftEditor(element, {
        ydoc,
        editable: true,
        lang: language,
        dir: direction,
        label: start.current.label,
        handleHint: '',
        onChange: start.current.onChange,
      })
      editor.view.focus()
      return () => {
        editor.destroy()
        ydoc.destroy()
      }
    },
    [language, direction],
  )
  return <div ref={attach} className="words-editor" />
}
