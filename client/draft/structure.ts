import { Fragment } from 'prosemirror-model'
import type { Node, ResolvedPos } from 'prosemirror-model'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { AllSelection, NodeSelection, TextSelection } from 'prosemirror-state'
import type { NewId } from './identity.ts'
import { moveMeta } from './outgoing.ts'
import type { Move } from './outgoing.ts'
import { draftSchema, isParagraph } from './schema.ts'

/** The paragraph a position is in, with its child index and the position before it. */
interface Here {
  readonly node: Node
  readonly index: number
  readonly before: number
}

/** The paragraph around a resolved position; null where there is none. */
export function paragraphAt($position: ResolvedPos): Here | null {
  if ($position.depth === 0) return null
  const node = $position.node(1)
  return isParagraph(node) ? { node, index: $position.index(0), before: $position.before(1) } : null
}

/** Kind and level of a paragraph begun by Enter in or behind this one. */
function following({ attrs }: Node, atEnd: boolean): { kind: string; level: number } {
  const kind = String(attrs['kind'])
  // Nobody writes two titles or headings in a row; what follows one is running text.
  if (atEnd && (kind === 'title' || kind === 'heading' || kind === 'annex')) return { kind: 'body', level: 0 }
  return { kind, level: Number(attrs['level']) }
}

/**
 * Enter. In a paragraph, the first half keeps the identity and the second begins a new one; at the beginning
 * of one with words an empty paragraph is put before it, so that the words keep theirs.
 */
export const splitParagraph =
  (newId: NewId): Command =>
  (state, dispatch) => {
    const { $from, $to } = state.selection
    const here = paragraphAt($from)
    if (!here || !(state.selection instanceof TextSelection)) return false
    if (!dispatch) return true
    const tr = state.tr
    if (!state.selection.empty) tr.deleteSelection()
    const at = tr.mapping.map($from.pos)
    const atStart = $from.parentOffset === 0 && $from.pos === $to.pos && here.node.content.size > 0
    if (atStart) {
      const { kind, level } = here.node.attrs
      tr.insert(here.before, draftSchema.node('paragraph', { id: newId(), kind, level }))
    } else {
      const atEnd = tr.doc.resolve(at).parentOffset === tr.doc.resolve(at).parent.content.size
      const attrs = { id: newId(), ...following(here.node, atEnd) }
      tr.split(at, 1, [{ type: here.node.type, attrs }])
      tr.setSelection(TextSelection.create(tr.doc, at + 2))
    }
    dispatch(tr.scrollIntoView())
    return true
  }

/** Backspace at the beginning of a paragraph: an item first rises a level, then the paragraph joins the one before. */
export const joinBackward: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const here = paragraphAt($from)
  if (!empty || !here || $from.parentOffset > 0 || here.index === 0) return false
  dispatch?.(joinAt(state, here.before))
  return true
}

/** Delete at the end of a paragraph: the next one joins it. */
export const joinForward: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const here = paragraphAt($from)
  if (!empty || !here || $from.parentOffset < here.node.content.size) return false
  if (here.index === state.doc.childCount - 1) return false
  dispatch?.(joinAt(state, here.before + here.node.nodeSize))
  return true
}

function joinAt(state: EditorState, position: number): Transaction {
  const tr = state.tr
  const before = tr.doc.resolve(position).nodeBefore
  // An empty paragraph gives way, so that the words keep the identity they have.
  if (before && before.content.size === 0) tr.delete(position - before.nodeSize, position)
  else tr.join(position)
  return tr.scrollIntoView()
}

/** Deletes a selection of everything, leaving one empty paragraph to write in. */
export const deleteAll: Command = (state, dispatch) => {
  if (!(state.selection instanceof AllSelection) || state.doc.childCount === 0) return false
  const tr = state.tr
  tr.delete(1, state.doc.content.size - 1)
  tr.setSelection(TextSelection.create(tr.doc, 1))
  dispatch?.(tr)
  return true
}

/** Paragraphs that move together: those selected, with the footnotes that follow them. */
export function unitAt(doc: Node, from: number, to = from): { from: number; to: number } {
  let end = to + 1
  let start = from
  while (start > 0 && isFootnote(doc.maybeChild(start))) start--
  while (isFootnote(doc.maybeChild(end))) end++
  return { from: start, to: end }
}

const isFootnote = (node: Node | null): boolean => node?.attrs['kind'] === 'footnote'

/** Moves the selected paragraphs one place up or down. */
export const moveParagraph =
  (direction: 'up' | 'down'): Command =>
  (state, dispatch) => {
    const { $from, $to } = state.selection
    if ($from.depth === 0 || $to.depth === 0) return false
    const unit = unitAt(state.doc, $from.index(0), $to.index(0))
    if (direction === 'up' ? unit.from === 0 : unit.to === state.doc.childCount) return false
    const before = direction === 'up' ? unitAt(state.doc, unit.from - 1).from : unitAt(state.doc, unit.to).to
    dispatch?.(moveTo(state, { ...unit, before }).scrollIntoView())
    return true
  }

/** A transaction that moves paragraphs; the selection goes with them. `before` lies outside the moved ones. */
export function moveTo(state: EditorState, move: Move): Transaction {
  const { doc, selection } = state
  const tr = state.tr
  const position = (index: number): number => {
    let at = 0
    for (let i = 0; i < index; i++) at += doc.child(i).nodeSize
    return at
  }
  const [from, to, target] = [position(move.from), position(move.to), position(move.before)]
  const nodes = doc.slice(from, to).content
  tr.delete(from, to)
  const at = tr.mapping.map(target)
  tr.insert(at, Fragment.from(nodes))
  const { anchor, head } = selection
  if (anchor > from && head < to && anchor < to && head > from && !(selection instanceof NodeSelection))
    tr.setSelection(TextSelection.create(tr.doc, anchor - from + at, head - from + at))
  return tr.setMeta(moveMeta, move)
}
