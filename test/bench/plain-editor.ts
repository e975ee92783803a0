import { baseKeymap } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import 'prosemirror-view/style/prosemirror.css'
import '../../client/style/tokens.css'
import '../../client/draft/editor.css'
import { paragraphNode } from '../../client/draft/content.ts'
import { draftSchema } from '../../client/draft/schema.ts'
import type { Paragraphs } from '../../schema/text/paragraph.ts'

/** Mounts plain ProseMirror on the same document, drawn alike: what the drafting editor's work per key is measured against. */
Object.assign(window, {
  mountPlain(paragraphs: Paragraphs): void {
    const doc = draftSchema.node('doc', null, paragraphs.map(paragraphNode))
    const place = document.body.appendChild(document.createElement('div'))
    place.className = 'draft-editor'
    new EditorView(place, { state: EditorState.create({ doc, plugins: [keymap(baseKeymap)] }) })
  },
})
