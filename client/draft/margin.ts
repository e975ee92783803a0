import { Plugin, PluginKey } from 'prosemirror-state'
import type { EditorState } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { EditorView } from 'prosemirror-view'

/** What is said beside a paragraph: its label, and a word for its state ("changed while you drafted"). */
export interface Margin {
  readonly label: string
  readonly note?: string | undefined
}
export type Margins = ReadonlyMap<string, Margin>

interface Shown {
  readonly margins: Margins
  readonly drawn: DecorationSet
}

const key = new PluginKey<Shown>('margins')

/** Shows paragraphs with what is said beside them, as `data-label` and `data-note`. */
export const marginPlugin = (): Plugin<Shown> =>
  new Plugin<Shown>({
    key,
    state: {
      init: () => ({ margins: new Map(), drawn: DecorationSet.empty }),
      apply(tr, value, _old, state) {
        const margins = tr.getMeta(key) as Margins | undefined
        if (margins) return { margins, drawn: draw(margins, state) }
        return tr.docChanged ? { ...value, drawn: value.drawn.map(tr.mapping, tr.doc) } : value
      },
    },
    props: { decorations: (state) => key.getState(state)?.drawn },
  })

/** Says other things beside the paragraphs. */
export const setMargins = (view: EditorView, margins: Margins): void =>
  view.dispatch(view.state.tr.setMeta(key, margins).setMeta('addToHistory', false))

function draw(margins: Margins, { doc }: EditorState): DecorationSet {
  const drawn: Decoration[] = []
  doc.forEach((node, position) => {
    const margin = margins.get(String(node.attrs['id']))
    if (!margin) return
    const { label, note } = margin
    const attributes = { 'data-label': label, ...(note !== undefined && { 'data-note': note }) }
    drawn.push(Decoration.node(position, position + node.nodeSize, attributes))
  })
  return DecorationSet.create(doc, drawn)
}
