import { baseKeymap, chainCommands, deleteSelection, toggleMark } from 'prosemirror-commands'
import { keymap } from 'prosemirror-keymap'
import type { Command, EditorState, Plugin, Transaction } from 'prosemirror-state'
import { TextSelection } from 'prosemirror-state'
import type { Marks, ParagraphKind } from '../../schema/text/token.ts'
import { isLink } from '../../schema/draft/embed.ts'
import type { DraftBinding } from './binding.ts'
import type { NewId } from './identity.ts'
import { draftSchema } from './schema.ts'
import {
  deleteAll,
  joinBackward,
  joinForward,
  moveParagraph,
  paragraphAt,
  splitParagraph,
} from './structure.ts'

/** Highest level of an item: 1 = (a), 2 = (i), 3 = a. */
const deepestItem = 3

/** Gives the selected words a mark or takes it away. */
function toggle(name: Exclude<keyof Marks, 'link'>): Command {
  const type = draftSchema.marks[name]
  if (!type) throw new RangeError(`no such mark: ${name}`)
  return toggleMark(type, null, { removeWhenPresent: true })
}

/** Links the selected words to an address, or (null) unlinks them. Refuses what is no address. */
const setLink =
  (href: string | null): Command =>
  (state, dispatch) => {
    const { from, to, empty } = state.selection
    const type = draftSchema.marks['link']
    if (empty || !type || (href !== null && !isLink(href))) return false
    dispatch?.(
      href === null ? state.tr.removeMark(from, to, type) : state.tr.addMark(from, to, type.create({ href })),
    )
    return true
  }

/** Makes the selected paragraphs this kind; items begin at level 1, headings at the level given. */
export const setKind =
  (kind: ParagraphKind, level?: number): Command =>
  (state, dispatch) =>
    changeHeads(state, dispatch, (was) => ({ kind, level: level ?? usualLevel(kind, was) }))

const usualLevel = (kind: ParagraphKind, was: { kind: string; level: number }): number => {
  if (kind !== 'item' && kind !== 'heading') return 0
  return was.kind === kind ? was.level : 1
}

/**
 * Tab and Shift-Tab. An item goes a level down or up; running text becomes an item of the first level, and
 * an item of the first level that rises becomes what stands before the list.
 */
export const shiftLevel =
  (by: 1 | -1): Command =>
  (state, dispatch) =>
    changeHeads(state, dispatch, (was, index) => {
      if (was.kind === 'heading') return { kind: 'heading', level: Math.min(3, Math.max(1, was.level + by)) }
      if (was.kind === 'item') {
        if (was.level + by < 1) return { kind: kindBefore(state, index), level: 0 }
        return { kind: 'item', level: Math.min(deepestItem, was.level + by) }
      }
      const listed = was.kind === 'preambular' || was.kind === 'operative' || was.kind === 'body'
      return listed && by > 0 ? { kind: 'item', level: 1 } : null
    })

function kindBefore(state: EditorState, index: number): string {
  for (let i = index - 1; i >= 0; i--) {
    const kind = String(state.doc.child(i).attrs['kind'])
    if (kind === 'preambular' || kind === 'operative' || kind === 'body') return kind
  }
  return 'body'
}

function changeHeads(
  state: EditorState,
  dispatch: ((tr: Transaction) => void) | undefined,
  next: (was: { kind: string; level: number }, index: number) => { kind: string; level: number } | null,
): boolean {
  const { from, to } = state.selection
  const tr = state.tr
  state.doc.nodesBetween(from, to, (node, position, _parent, index) => {
    const { kind, level } = node.attrs as { kind: string; level: number }
    const wanted = next({ kind, level }, index)
    if (wanted && wanted.kind !== kind) tr.setNodeAttribute(position, 'kind', wanted.kind)
    if (wanted && wanted.level !== level) tr.setNodeAttribute(position, 'level', wanted.level)
    return false
  })
  if (!tr.docChanged) return false
  dispatch?.(tr)
  return true
}

/** Shift-Enter: a line break inside the paragraph. */
const insertLine: Command = (state, dispatch) => {
  if (!paragraphAt(state.selection.$from)) return false
  dispatch?.(state.tr.replaceSelectionWith(draftSchema.node('line'), false).scrollIntoView())
  return true
}

/** Puts a reference at the caret and a footnote behind the paragraph's others, and the caret in it. */
export const insertFootnote =
  (newId: NewId): Command =>
  (state, dispatch) => {
    const { $to } = state.selection
    const here = paragraphAt($to)
    if (!here || here.node.attrs['kind'] === 'footnote') return false
    if (!dispatch) return true
    const id = newId()
    const tr = state.tr.insert($to.pos, draftSchema.node('note', { id }))
    let at = tr.mapping.map(here.before + here.node.nodeSize)
    const notes = notesBefore(state, here.before, $to.pos)
    for (let i = here.index + 1; i < state.doc.childCount; i++) {
      const next = state.doc.child(i)
      if (next.attrs['kind'] !== 'footnote' || !notes.has(String(next.attrs['id']))) break
      at += next.nodeSize
    }
    tr.insert(at, draftSchema.node('paragraph', { id, kind: 'footnote', level: 0 }))
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
    return true
  }

/** Footnotes that the paragraph refers to in front of a position: the new one comes behind theirs. */
function notesBefore(state: EditorState, from: number, to: number): Set<string> {
  const ids = new Set<string>()
  state.doc.nodesBetween(from, to, (node) => {
    if (node.type.name === 'note') ids.add(String(node.attrs['id']))
    return true
  })
  return ids
}

/** What a toolbar offers; each does nothing and returns false where it does not apply. */
export interface DraftCommands {
  readonly bold: Command
  readonly italic: Command
  readonly underline: Command
  readonly subscript: Command
  readonly superscript: Command
  readonly link: (href: string | null) => Command
  readonly footnote: Command
  readonly lineBreak: Command
  readonly kind: (kind: ParagraphKind, level?: number) => Command
  readonly demote: Command
  readonly promote: Command
  readonly moveUp: Command
  readonly moveDown: Command
  readonly undo: Command
  readonly redo: Command
}

/** The commands of one editor. */
export function commandsOf(binding: DraftBinding, newId: NewId): DraftCommands {
  return {
    bold: toggle('strong'),
    italic: toggle('em'),
    underline: toggle('underline'),
    subscript: toggle('sub'),
    superscript: toggle('sup'),
    link: setLink,
    footnote: insertFootnote(newId),
    lineBreak: insertLine,
    kind: setKind,
    demote: shiftLevel(1),
    promote: shiftLevel(-1),
    moveUp: moveParagraph('up'),
    moveDown: moveParagraph('down'),
    undo: (_state, dispatch) => binding.canUndo() && (!dispatch || binding.undo()),
    redo: (_state, dispatch) => binding.canRedo() && (!dispatch || binding.redo()),
  }
}

/** The keys of the editor. */
export function keysOf(commands: DraftCommands, newId: NewId): Plugin[] {
  const always =
    (command: Command): Command =>
    (state, dispatch, view) => {
      command(state, dispatch, view)
      return true
    }
  return [
    keymap({
      'Mod-b': commands.bold,
      'Mod-i': commands.italic,
      'Mod-u': commands.underline,
      'Mod-Alt-f': commands.footnote,
      'Alt-ArrowUp': always(commands.moveUp),
      'Alt-ArrowDown': always(commands.moveDown),
      'Mod-z': always(commands.undo),
      'Mod-y': always(commands.redo),
      'Shift-Mod-z': always(commands.redo),
      Enter: splitParagraph(newId),
      'Shift-Enter': commands.lineBreak,
      Backspace: chainCommands(deleteAll, deleteSelection, joinBackward),
      'Mod-Backspace': chainCommands(deleteAll, deleteSelection, joinBackward),
      Delete: chainCommands(deleteAll, deleteSelection, joinForward),
      'Mod-Delete': chainCommands(deleteAll, deleteSelection, joinForward),
      Tab: commands.demote,
      'Shift-Tab': commands.promote,
    }),
    keymap(baseKeymap),
  ]
}
