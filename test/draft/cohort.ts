import { EditorState, TextSelection } from 'prosemirror-state'
import type { Transaction } from 'prosemirror-state'
import * as Y from 'yjs'
import type { Host } from '../../client/draft/binding.ts'
import { DraftBinding } from '../../client/draft/binding.ts'
import { paragraphOf } from '../../client/draft/content.ts'
import { identityPlugin } from '../../client/draft/identity.ts'
import type { NewId } from '../../client/draft/identity.ts'
import { deltaToParagraphs, paragraphsToDelta } from '../../schema/draft/delta.ts'
import type { Delta } from '../../schema/draft/delta.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'

/** A paragraph for a test. */
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

/** An update with which a draft begins. */
export function seedUpdate(paragraphs: readonly Paragraph[]): Uint8Array {
  const ydoc = new Y.Doc()
  ydoc.getText('text').applyDelta(paragraphsToDelta(paragraphs))
  return Y.encodeStateAsUpdate(ydoc)
}

/** An editor without a screen. */
export class Editor implements Host {
  readonly ydoc = new Y.Doc()
  readonly binding: DraftBinding
  readonly name: string
  readonly newId: NewId
  state: EditorState
  composing = false

  constructor(name: string, clientId: number, seed: Uint8Array) {
    this.name = name
    this.ydoc.clientID = clientId
    Y.applyUpdate(this.ydoc, seed)
    let count = 0
    this.newId = () => `${name}${++count}`
    this.binding = new DraftBinding(this.ydoc)
    this.state = EditorState.create({ doc: this.binding.document(), plugins: [identityPlugin(this.newId)] })
    this.binding.attach(this)
  }

  updateState(state: EditorState): void {
    state.doc.check()
    this.state = state
  }

  do(make: (tr: Transaction) => Transaction): void {
    this.binding.dispatch(make(this.state.tr))
  }

  run(command: (state: EditorState, dispatch: (tr: Transaction) => void) => boolean): boolean {
    return command(this.state, (tr) => this.binding.dispatch(tr))
  }

  /** Puts the caret, or a selection. */
  select(anchor: number, head = anchor): void {
    this.do((tr) => tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head))))
  }

  /** Position in front of `words`. */
  find(words: string, index = 0): number {
    let found = -1
    this.state.doc.forEach((node, position) => {
      const at = node.textBetween(0, node.content.size, '', '\ufffc').indexOf(words, index)
      if (at >= 0 && found < 0) found = position + 1 + at
    })
    if (found < 0) throw new RangeError(`no such words: ${words}`)
    return found
  }

  /** What the screen shows. */
  paragraphs(): Paragraph[] {
    return this.state.doc.children.map(paragraphOf)
  }

  /** What the shared text says. */
  shared(): Paragraph[] {
    return deltaToParagraphs(this.binding.text.toDelta() as Delta)
  }

  lines(): string[] {
    return this.state.doc.children.map((node) => `${node.attrs['id']}: ${node.textContent}`)
  }
}

/** Editors of one draft whose updates travel when they are told to. */
export class Cohort {
  readonly editors: Editor[]
  readonly offline = new Set<Editor>()
  readonly #waiting = new Map<Editor, Uint8Array[]>()

  constructor(names: readonly string[], paragraphs: readonly Paragraph[]) {
    const seed = seedUpdate(paragraphs)
    this.editors = names.map((name, index) => new Editor(name, 100 + index, seed))
    for (const editor of this.editors)
      editor.ydoc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin === 'network') return
        for (const other of this.editors)
          if (other !== editor) this.#waiting.set(other, [...(this.#waiting.get(other) ?? []), update])
      })
  }

  /** Delivers what waits for an editor: the first `count` updates, or all. */
  deliver(editor: Editor, count = Infinity): void {
    const waiting = this.#waiting.get(editor) ?? []
    this.#waiting.set(editor, waiting.slice(count))
    for (const update of waiting.slice(0, count)) Y.applyUpdate(editor.ydoc, update, 'network')
  }

  /** Delivers everything to everyone. */
  meet(): void {
    while ([...this.#waiting.values()].some(({ length }) => length > 0))
      for (const editor of this.editors) this.deliver(editor)
  }
}
