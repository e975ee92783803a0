import 'prosemirror-view/style/prosemirror.css'
import './editor.css'
import type { Command } from 'prosemirror-state'
import { EditorState, Plugin, TextSelection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import { DraftBinding } from './binding.ts'
import { caretPlugin } from './carets.ts'
import { commandsOf, keysOf } from './commands.ts'
import type { DraftCommands } from './commands.ts'
import { paragraphOf } from './content.ts'
import { handlePlugin } from './handle.ts'
import { identityPlugin } from './identity.ts'
import type { NewId } from './identity.ts'
import { MarginSheet } from './margin.ts'
import type { Margins } from './margin.ts'
import { pastePlugin } from './paste.ts'

/** What an editor is mounted with. */
interface DraftEditorOptions {
  readonly ydoc: Y.Doc
  readonly awareness?: Awareness | undefined
  readonly editable: boolean
  /** Language and direction of the text. */
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** Name of the editor for a screen reader. */
  readonly label: string
  /** Tip of the handle that moves a paragraph. */
  readonly handleHint: string
  /** Hears the draft once its keys have rested. */
  readonly onChange?: ((paragraphs: readonly Paragraph[]) => void) | undefined
  /** Hears, after every change of document or selection, where the caret is: for a toolbar. */
  readonly onSelection?: ((state: EditorState) => void) | undefined
  /** Makes ids of paragraphs; random when left out. */
  readonly newId?: NewId | undefined
}

/** An editor on the page. */
export interface DraftEditor {
  readonly view: EditorView
  readonly commands: DraftCommands
  /** Runs a command and gives the keyboard back to the text; false when it did not apply. */
  readonly run: (command: Command) => boolean
  /** True when a command would do something now. */
  readonly can: (command: Command) => boolean
  readonly paragraphs: () => Paragraph[]
  /** Makes the draft say these words; one step of undo. */
  readonly rewrite: (wanted: readonly Paragraph[]) => void
  /** Puts the caret at the end of a paragraph and scrolls there; false when it is not in the draft. */
  readonly focusParagraph: (id: string) => boolean
  /** Id of the paragraph the caret is in. */
  readonly paragraphAtCaret: () => string | null
  /** Labels and notes beside the paragraphs, by id. */
  readonly setMargins: (margins: Margins) => void
  readonly setEditable: (editable: boolean) => void
  readonly destroy: () => void
}

/** The draft is told of after its keys have rested so long. */
const restMs = 250
/** An input method's last words reach the document so long after it says it has finished. */
const composedMs = 50

/** Shows a draft in an element, to be written in. The draft's words must be there already. */
export function mountDraftEditor(element: HTMLElement, options: DraftEditorOptions): DraftEditor {
  const { ydoc, awareness, lang, dir, label, handleHint, onChange, onSelection } = options
  const newId = options.newId ?? randomId
  const binding = new DraftBinding(ydoc)
  const commands = commandsOf(binding, newId)
  const sheet = new MarginSheet()
  let editable = options.editable
  let composing = false
  let rest: ReturnType<typeof setTimeout> | undefined

  const paragraphs = (): Paragraph[] => view.state.doc.children.map(paragraphOf)
  const tell = (): void => {
    rest = undefined
    onChange?.(paragraphs())
  }

  const composition = new Plugin({
    props: {
      handleDOMEvents: {
        compositionstart: () => void (composing = true),
        compositionend: () =>
          void setTimeout(() => {
            composing = false
            binding.release()
          }, composedMs),
      },
    },
  })
  const state = EditorState.create({
    doc: binding.document(),
    plugins: [
      composition,
      ...keysOf(commands, newId),
      pastePlugin(),
      identityPlugin(newId),
      ...(options.handleHint ? [handlePlugin(handleHint)] : []),
      ...(awareness ? [caretPlugin(binding, awareness)] : []),
    ],
  })
  element.classList.add('draft-editor')
  const view = new EditorView(element, {
    state,
    editable: () => editable,
    attributes: {
      lang,
      dir,
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label,
      spellcheck: 'true',
    },
    dispatchTransaction: (tr) => binding.dispatch(tr),
  })
  binding.attach({
    get state() {
      return view.state
    },
    get composing() {
      return composing || view.composing
    },
    updateState(next) {
      const { doc } = view.state
      view.updateState(next)
      onSelection?.(next)
      if (next.doc === doc || !onChange) return
      clearTimeout(rest)
      rest = setTimeout(tell, restMs)
    },
  })

  return {
    view,
    commands,
    run(command) {
      const done = command(view.state, view.dispatch, view)
      view.focus()
      return done
    },
    can: (command) => command(view.state, undefined, view),
    paragraphs,
    rewrite: (wanted) => binding.rewrite(wanted),
    focusParagraph(id) {
      let found = -1
      view.state.doc.forEach((node, position) => {
        if (node.attrs['id'] === id) found = position + 1 + node.content.size
      })
      if (found < 0) return false
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, found)).scrollIntoView())
      view.focus()
      return true
    },
    paragraphAtCaret() {
      const { $head } = view.state.selection
      return $head.depth > 0 ? String($head.node(1).attrs['id']) : null
    },
    setMargins: (margins) => sheet.show(margins),
    setEditable(next) {
      editable = next
      view.setProps({ editable: () => editable })
    },
    destroy() {
      clearTimeout(rest)
      if (rest !== undefined) tell()
      binding.destroy()
      view.destroy()
      sheet.destroy()
      element.classList.remove('draft-editor')
    },
  }
}

/** 16 letters and digits: two delegations never hit on the same. */
function randomId(): string {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet[byte % 32]).join('')
}
