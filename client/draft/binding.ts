import type { EditorState, Transaction } from 'prosemirror-state'
import { TextSelection } from 'prosemirror-state'
import type { Step } from 'prosemirror-transform'
import * as Y from 'yjs'
import type { Delta } from '../../schema/draft/delta.ts'
import { deltaToParagraphs, segsOf } from '../../schema/draft/delta.ts'
import { Flow } from '../../schema/draft/flow.ts'
import type { Sink } from '../../schema/draft/flow.ts'
import { rewrite } from '../../schema/draft/rewrite.ts'
import type { Paragraphs } from '../../schema/text/paragraph.ts'
import { before, changedBy, offsetAfter, putBack } from './composed.ts'
import { paragraphNode } from './content.ts'
import { follow, redraw } from './incoming.ts'
import { positionOf, spotAt } from './layout.ts'
import { astray } from './mending.ts'
import { send } from './outgoing.ts'
import { draftSchema } from './schema.ts'

/** What shows the document; an `EditorView` is one. */
export interface Host {
  readonly state: EditorState
  updateState(state: EditorState): void
  /** True while an input method composes: the document must not change under it. */
  readonly composing: boolean
}

/** Marks transactions that bring in what is in the shared text already. */
const remoteMeta = 'adref-remote'

/** True for a transaction that brings in what others did, or an undo. */
export const isRemote = (tr: Transaction): boolean => tr.getMeta(remoteMeta) === true

/** What was held back while an input method composed. */
interface Held {
  readonly deltas: Delta[]
  readonly steps: { readonly step: Step; readonly inverse: Step }[]
}

interface Caret {
  readonly anchor: Y.RelativePosition
  readonly head: Y.RelativePosition
}

/**
 * Ties an editor to the shared text of a draft, position by position. What is typed is done to the shared
 * text where it was typed; what others do becomes steps of the editor. Undo takes back only what this
 * editor did.
 */
export class DraftBinding {
  readonly text: Y.Text
  readonly undoManager: Y.UndoManager
  flow: Flow
  #host: Host | null = null
  #held: Held | null = null
  #caret: Caret | null = null
  /** Origin of what is done to the shared text without a step of the editor, and taken back like one. */
  readonly #rewriting = Symbol('rewriting')
  /** Origin of what no person did: it is never taken back. */
  readonly #mending = Symbol('mending')
  /** What came in and has not been looked through for words that strayed. */
  readonly #received: Y.Transaction[] = []

  constructor(ydoc: Y.Doc) {
    this.text = ydoc.getText('text')
    this.flow = new Flow(segsOf(this.#whole()), sinkOf(this.text))
    this.undoManager = new Y.UndoManager(this.text, {
      trackedOrigins: new Set<unknown>([this, this.#rewriting]),
      captureTimeout: 500,
    })
  }

  /** The document as the shared text has it now. */
  document() {
    return draftSchema.node('doc', null, deltaToParagraphs(this.#whole()).map(paragraphNode))
  }

  /** Follows the shared text from now on. The host's document must be `document()`. */
  attach(host: Host): void {
    this.#host = host
    this.flow = new Flow(segsOf(this.#whole()), sinkOf(this.text))
    this.text.observe(this.#observe)
    this.text.doc?.on('beforeTransaction', this.#remember)
    this.text.doc?.on('afterAllTransactions', this.#mend)
  }

  destroy(): void {
    this.#host = null
    this.text.unobserve(this.#observe)
    this.text.doc?.off('beforeTransaction', this.#remember)
    this.text.doc?.off('afterAllTransactions', this.#mend)
    this.undoManager.destroy()
  }

  /** Applies a transaction of the host's and does to the shared text what it did. */
  dispatch(tr: Transaction): void {
    const host = this.#attached()
    const before = host.state
    const { state, transactions } = before.applyTransaction(tr)
    const own = transactions.filter((each) => each.docChanged && !isRemote(each))
    let structural = false
    if (this.#held) {
      for (const each of own)
        for (const [i, step] of each.steps.entries()) {
          const doc = each.docs[i]
          if (doc) this.#held.steps.push({ step, inverse: step.invert(doc) })
        }
    } else if (own.length > 0)
      this.text.doc?.transact(() => {
        for (const each of own) structural = send(this.flow, each) || structural
      }, this)
    host.updateState(state)
    if (structural) this.#rename()
    this.release()
  }

  /** Brings in what was held back while an input method composed, once it has ended. */
  release(): void {
    const host = this.#host
    const held = this.#held
    if (!host || !held || host.composing) return
    this.#held = null
    const { doc, selection } = host.state
    const changed = changedBy(held.steps.map(({ step }) => step.getMap()))
    // Where it was composed, in the shared text: a colleague who parts, joins or moves the paragraph takes it along.
    const places = changed.map(({ from, to }) => [this.#offset(from), this.#offset(to)] as const)
    const caret = [selection.anchor, selection.head].map((at) => this.#offset(before(changed, at)))
    const tr = host.state.tr.setMeta(remoteMeta, true).setMeta('addToHistory', false)
    for (const { inverse } of held.steps.toReversed()) tr.step(inverse)
    for (const delta of held.deltas) follow(this.flow, tr, delta)
    const now = (offset: number, side: -1 | 1): number =>
      positionOf(
        this.flow,
        held.deltas.reduce((at, delta) => offsetAfter(delta, at, side), offset),
      )
    const first = tr.steps.length
    const put = putBack(
      tr,
      doc,
      changed.map((one, i) => {
        const [from, to] = places[i]!
        const at = now(from, from === to ? -1 : 1)
        return { ...one, at, until: from === to ? at : Math.max(at, now(to, -1)) }
      }),
    )
    const [anchor, head] = [selection.anchor, selection.head].map((at, i) =>
      tr.doc.resolve(put(at) ?? tr.mapping.slice(first).map(now(caret[i]!, -1))),
    )
    tr.setSelection(TextSelection.between(anchor!, head!))
    this.text.doc?.transact(() => send(this.flow, tr, first), this)
    host.updateState(host.state.apply(tr))
  }

  /**
   * Makes the shared text say these words, by edits as small as the difference, so that carets and what others are
   * typing stay where they are. One step of undo.
   */
  rewrite(wanted: Paragraphs): void {
    this.undoManager.stopCapturing()
    this.text.doc?.transact(() => {
      const whole = this.#whole()
      rewrite(new Flow(segsOf(whole), this.text), deltaToParagraphs(whole), wanted)
    }, this.#rewriting)
    this.undoManager.stopCapturing()
  }

  canUndo(): boolean {
    return this.undoManager.undoStack.length > 0
  }

  canRedo(): boolean {
    return this.undoManager.redoStack.length > 0
  }

  undo(): boolean {
    return this.undoManager.undo() !== null
  }

  redo(): boolean {
    return this.undoManager.redo() !== null
  }

  /** A position of the editor as one that stays with the words. */
  relative(position: number): Y.RelativePosition {
    return Y.createRelativePositionFromTypeIndex(this.text, this.#offset(position), -1)
  }

  /** The editor's position of one that stays with the words; null when it is not of this text. */
  absolute(relative: Y.RelativePosition): number | null {
    const doc = this.text.doc
    const found = doc && Y.createAbsolutePositionFromRelativePosition(relative, doc)
    return found && found.type === this.text ? positionOf(this.flow, found.index) : null
  }

  readonly #remember = (transaction: Y.Transaction): void => {
    const selection = this.#host?.state.selection
    this.#caret = null
    if (transaction.origin === this || this.#held || !(selection instanceof TextSelection)) return
    this.#caret = { anchor: this.relative(selection.anchor), head: this.relative(selection.head) }
  }

  /**
   * Words that strayed into a paragraph which a colleague began at the same time continue their own again. Not while
   * changes are being told of: Yjs would tell of this one twice.
   */
  readonly #mend = (): void => {
    for (const transaction of this.#received.splice(0)) {
      const found = astray(this.text, transaction)
      if (!found) continue
      this.text.doc?.transact(() => new Flow(segsOf(this.#whole()), this.text).resume(found), this.#mending)
    }
  }

  readonly #observe = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    const host = this.#host
    if (!host || transaction.origin === this) return
    // Computing the delta begins a transaction of its own, which would forget the caret.
    const caret = this.#caret
    const delta = event.delta as Delta
    this.#follow(host, transaction, delta, caret)
    if (transaction.origin !== this.undoManager) this.#received.push(transaction)
  }

  #follow(host: Host, transaction: Y.Transaction, delta: Delta, caret: Caret | null): void {
    if (host.composing || this.#held) {
      this.#held ??= { deltas: [], steps: [] }
      this.#held.deltas.push(delta)
      return
    }
    const undone = transaction.origin === this.undoManager
    const tr = host.state.tr.setMeta(remoteMeta, true).setMeta('addToHistory', false)
    follow(this.flow, tr, delta)
    if (tr.docChanged) {
      this.#select(tr, caret, undone)
      host.updateState(host.state.apply(tr))
    }
  }

  /** Leaves the caret with its words; after an undo puts it where something was undone. */
  #select(tr: Transaction, caret: Caret | null, undone: boolean): void {
    if (undone) {
      let changed = -1
      tr.steps
        .at(-1)
        ?.getMap()
        .forEach((_from, _to, _newFrom, newTo) => (changed = Math.max(changed, newTo)))
      if (changed >= 0) tr.setSelection(TextSelection.near(tr.doc.resolve(changed), -1)).scrollIntoView()
      return
    }
    if (!caret) return
    const anchor = this.absolute(caret.anchor)
    const head = this.absolute(caret.head)
    if (anchor === null || head === null) return
    tr.setSelection(TextSelection.between(tr.doc.resolve(anchor), tr.doc.resolve(head)))
  }

  /** Gives the editor's paragraphs the names that the table gives them. */
  #rename(): void {
    const host = this.#attached()
    const heads = this.flow.shown.filter((seg) => !seg.joined)
    const { doc } = host.state
    if (heads.every((seg, index) => doc.maybeChild(index)?.attrs['id'] === seg.id)) return
    const tr = host.state.tr.setMeta(remoteMeta, true)
    redraw(
      tr,
      heads.map(({ id }, index) => {
        const node = doc.child(index)
        return node.attrs['id'] === id ? node : node.type.create({ ...node.attrs, id }, node.content)
      }),
    )
    host.updateState(host.state.apply(tr))
  }

  /** Offset in the shared text of a position of the document that the table describes. */
  #offset(position: number): number {
    const spot = spotAt(this.flow, position)
    return spot.index < 0 ? 0 : this.flow.offsetOf(spot)
  }

  #attached(): Host {
    if (!this.#host) throw new RangeError('the draft is not attached to an editor')
    return this.#host
  }

  #whole(): Delta {
    return this.text.toDelta() as Delta
  }
}

/**
 * The shared text as it is edited. To know what formatting holds at a place Yjs walks there from the
 * beginning of the text; inside a run of words it need not know, for what is typed there has the run's.
 */
function sinkOf(text: Y.Text): Sink {
  return {
    insert(at, words, attributes, asBefore) {
      if (!asBefore) return text.insert(at, words, attributes)
      text.insert(at, words)
      if (!followsWords(text)) text.format(at, words.length, attributes)
    },
    insertEmbed: (at, embed, attributes) => text.insertEmbed(at, embed, attributes),
    delete: (at, length) => text.delete(at, length),
    format: (at, length, attributes) => text.format(at, length, attributes),
  }
}

/** True when between the words inserted last and what stands before them no formatting begins or ends. */
function followsWords({ doc }: Y.Text): boolean {
  if (!doc) return false
  const last = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID) - 1)
  const item: Y.Item | Y.GC = Y.getItem(doc.store, last)
  let left = item instanceof Y.Item ? item.left : null
  while (left?.deleted) left = left.left
  return left !== null && !(left.content instanceof Y.ContentFormat)
}
