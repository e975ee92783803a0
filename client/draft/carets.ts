import { Plugin, PluginKey } from 'prosemirror-state'
import type { EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { EditorView } from 'prosemirror-view'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { DraftBinding } from './binding.ts'

/** One's own caret is told at most this often. */
const tellEveryMs = 250

const key = new PluginKey<DecorationSet>('carets')
const fromElsewhere = 'carets'

/** Colleagues' carets with their names, as the server says them; and one's own, told to them. */
export const caretPlugin = (binding: DraftBinding, awareness: Awareness): Plugin<DecorationSet> =>
  new Plugin({
    key,
    state: {
      init: (_config, state) => draw(binding, awareness, state),
      apply: (tr, drawn, _old, state) =>
        tr.getMeta(key) === fromElsewhere
          ? draw(binding, awareness, state)
          : tr.docChanged
            ? drawn.map(tr.mapping, tr.doc)
            : drawn,
    },
    props: { decorations: (state) => key.getState(state) },
    view(view) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const tell = (): void => {
        timer = undefined
        if (!view.isDestroyed)
          awareness.setLocalStateField('cursor', view.hasFocus() ? ownCaret(binding, view) : null)
      }
      const later = (): void => {
        timer ??= setTimeout(tell, tellEveryMs)
      }
      const redraw = ({
        added,
        updated,
        removed,
      }: Record<'added' | 'updated' | 'removed', number[]>): void => {
        const others = [...added, ...updated, ...removed].some((client) => client !== awareness.clientID)
        if (others && !view.isDestroyed && !view.composing)
          view.dispatch(view.state.tr.setMeta(key, fromElsewhere).setMeta('addToHistory', false))
      }
      awareness.on('change', redraw)
      view.dom.addEventListener('focusin', later)
      view.dom.addEventListener('focusout', later)
      return {
        update(_view, before) {
          if (before.doc !== view.state.doc || !before.selection.eq(view.state.selection)) later()
        },
        destroy() {
          clearTimeout(timer)
          awareness.off('change', redraw)
          view.dom.removeEventListener('focusin', later)
          view.dom.removeEventListener('focusout', later)
          awareness.setLocalState(null)
        },
      }
    },
  })

function ownCaret(binding: DraftBinding, view: EditorView): { anchor: unknown; head: unknown } {
  const { anchor, head } = view.state.selection
  const told = (position: number): unknown => Y.relativePositionToJSON(binding.relative(position))
  return { anchor: told(anchor), head: told(head) }
}

interface Told {
  readonly user?: { readonly name?: unknown } | undefined
  readonly cursor?: { readonly anchor?: unknown; readonly head?: unknown } | null | undefined
}

function draw(binding: DraftBinding, awareness: Awareness, { doc }: EditorState): DecorationSet {
  const drawn: Decoration[] = []
  for (const [client, state] of awareness.getStates()) {
    const { user, cursor } = state as Told
    if (client === awareness.clientID || !cursor || typeof user?.name !== 'string') continue
    const head = place(binding, cursor.head, doc.content.size)
    const anchor = place(binding, cursor.anchor, doc.content.size)
    if (head === null || anchor === null) continue
    const name = user.name
    drawn.push(
      Decoration.widget(head, () => caret(name), {
        key: `${client} ${name}`,
        side: 10,
        ignoreSelection: true,
      }),
    )
    if (anchor !== head)
      drawn.push(
        Decoration.inline(Math.min(anchor, head), Math.max(anchor, head), { class: 'colleague-selection' }),
      )
  }
  return DecorationSet.create(doc, drawn)
}

function place(binding: DraftBinding, told: unknown, size: number): number | null {
  if (typeof told !== 'object' || told === null) return null
  try {
    const position = binding.absolute(Y.createRelativePositionFromJSON(told))
    return position === null ? null : Math.min(position, size)
  } catch {
    return null
  }
}

function caret(name: string): HTMLElement {
  const element = document.createElement('span')
  element.className = 'colleague-caret'
  // The name is for the eye; a screen reader would read it in the middle of a word.
  element.setAttribute('aria-hidden', 'true')
  const label = document.createElement('span')
  label.className = 'colleague-name'
  label.textContent = name
  element.append(label)
  return element
}
