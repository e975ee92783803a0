import { type RefCallback, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { compare } from '../../../schema/proposal/compare.ts'
import type { VersionKey } from '../../../schema/proposal/change.ts'
import type { State } from '../../../schema/record/state.ts'
import type { Paragraph } from '../../../schema/text/paragraph.ts'
import type { DraftConnection } from '../../draft/connection.ts'
import { type DraftEditor, mountDraftEditor } from '../../draft/editor.ts'
import { basisOf, watchBasis } from '../../draft/overtaken.ts'
import { drafting as words } from '../../lang/en/drafting.ts'
import { directionOf } from '../../lang/locale.tsx'
import { useSay } from '../../lang/say.tsx'
import { type DeskChange, deskChanges } from './desk-change.ts'
import { asDrafted } from './revising.ts'

/** The editor on the page, what the draft says, and from what it was made. */
export interface Desk {
  readonly editor: DraftEditor | null
  readonly paragraphs: readonly Paragraph[] | null
  readonly basis: ReadonlySet<VersionKey>
  /** Reads the draft at once, without waiting for the keys to rest. */
  readonly refresh: () => void
  /** What a toolbar shows at the caret; another string only when it shows something else. */
  readonly tools: string
}

/** The editor of a draft, and what takes the element it is mounted in; the caret in paragraph `at`. */
export function useEditor(
  connection: DraftConnection,
  language: string,
  at: string | null,
): readonly [RefCallback<HTMLElement>, Desk] {
  const say = useSay()
  const { ydoc, awareness } = connection
  const [editor, setEditor] = useState<DraftEditor | null>(null)
  const [paragraphs, setParagraphs] = useState<readonly Paragraph[] | null>(null)
  const [basis, setBasis] = useState(() => basisOf(ydoc))
  const [tools, setTools] = useState('')
  const start = useRef(at)
  const attach = useCallback<RefCallback<HTMLElement>>(
    (element) => {
      if (!element) return undefined
      let rest: ReturnType<typeof setTimeout> | undefined
      const mounted = mountDraftEditor(element, {
        ydoc,
        awareness,
        editable: true,
        lang: language,
        dir: directionOf(language),
        label: say(words.text),
        handleHint: say(words.handle),
        onChange: setParagraphs,
        onSelection: () => {
          clearTimeout(rest)
          rest = setTimeout(() => setTools(toolsAt(mounted)), toolsMs)
        },
      })
      setEditor(mounted)
      setParagraphs(mounted.paragraphs())
      if (start.current !== null) showParagraph(mounted, start.current)
      return () => {
        clearTimeout(rest)
        setEditor(null)
        mounted.destroy()
      }
    },
    [ydoc, awareness, language, say],
  )
  useEffect(() => watchBasis(ydoc, () => setBasis(basisOf(ydoc))), [ydoc])
  const refresh = useCallback(() => editor && setParagraphs(editor.paragraphs()), [editor])
  return [attach, { editor, paragraphs, basis, refresh, tools }]
}

/** The toolbar follows the caret when the keys rest: trying nine commands at every letter is felt in a long text. */
const toolsMs = 250

/** The caret's paragraph, its kind and what can be done there: most keys change neither, and draw no toolbar anew. */
function toolsAt({ view, can, commands, paragraphAtCaret }: DraftEditor): string {
  const { italic, bold, footnote, promote, demote, moveUp, moveDown, undo, redo } = commands
  const able = [italic, bold, footnote, promote, demote, moveUp, moveDown, undo, redo].map(can)
  return [paragraphAtCaret(), view.state.selection.$from.node(1)?.attrs['kind'], ...able].join(' ')
}

/** Puts the caret into a paragraph of the draft and the paragraph in the middle of the window. */
export function showParagraph(editor: DraftEditor, paragraph: string): void {
  if (!editor.focusParagraph(paragraph)) return
  const { node } = editor.view.domAtPos(editor.view.state.selection.head)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center' })
}

/**
 * The changes of a draft, set against what is tabled, and the names of those that were there when the
 * person came. Null until the record has caught up with what the draft was made from.
 */
export function useDeskChanges(
  state: State,
  { paragraphs, basis }: Desk,
  speaker: string,
  at: string | null,
): { readonly changes: readonly DeskChange[]; readonly before: ReadonlySet<string> } | null {
  const changes = useMemo(() => {
    const known = [...basis].every((key) => state.proposals.has(Number.parseInt(key, 10)))
    return paragraphs && known
      ? deskChanges(state, compare(state, basis, paragraphs), speaker, (own) => asDrafted(state, basis, own))
      : null
  }, [state, basis, paragraphs, speaker])
  const [before, setBefore] = useState<ReadonlySet<string> | null>(null)
  // Changes in the paragraph one comes to work on are one's business, whoever began them.
  if (changes && !before)
    setBefore(new Set(changes.filter(({ paragraph }) => paragraph !== at).map(({ name }) => name)))
  return useMemo(() => changes && { changes, before: before ?? new Set() }, [changes, before])
}
