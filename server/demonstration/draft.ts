import { layoutOf, textOf } from '../../schema/text/text.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import type { Head, Run } from '../../schema/text/token.ts'
import { isWords, joinRuns, runLength, runsLength, sliceRuns, words } from '../../schema/text/token.ts'
import type { Hold, Range, VersionKey } from '../../schema/proposal/change.ts'
import type { State } from '../../schema/record/state.ts'
import { readWords } from './reader.ts'
import type { Edit, Label } from './step.ts'

/** The id of the paragraph that a script calls "OP3 (a)": "op3-a". */
export const idOf = (label: Label): string =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '')

/**
 * The text under a set of proposals as a delegation leaves it after its edits: what its draft would hold.
 * Throws RangeError when a paragraph is not there, or the words stand in it other than once.
 */
export function draftOf(state: State, basis: ReadonlySet<VersionKey>, edits: readonly Edit[]): Paragraph[] {
  return edits.reduce(edited, textOf(state, basis))
}

function edited(text: Paragraph[], edit: Edit): Paragraph[] {
  switch (edit.type) {
    case 'words':
      return changed(text, edit.at, (paragraph) => ({
        ...paragraph,
        content: reworded(paragraph.content, placeOf(paragraph, edit.was), readWords(edit.now)),
      }))
    case 'rewrite':
      return changed(text, edit.at, (paragraph) => ({ ...paragraph, content: readWords(edit.now) }))
    case 'add': {
      const head = headNamed(edit.at)
      const end = head.kind === 'item' ? indexOf(text, edit.after) + 1 : blockEnd(text, edit.after)
      return text.toSpliced(end, 0, { ...head, content: readWords(edit.now) })
    }
    case 'delete':
      return text.toSpliced(indexOf(text, edit.at), 1)
    case 'split': {
      const i = indexOf(text, edit.at)
      const { id, kind, level, content } = text[i]!
      const { from } = placeOf(text[i]!, edit.before)
      return text.toSpliced(
        i,
        1,
        { id, kind, level, content: sliceRuns(content, 0, from) },
        { id: idOf(edit.into), kind, level, content: sliceRuns(content, from, runsLength(content)) },
      )
    }
    case 'join': {
      const i = indexOf(text, edit.at)
      const before = text[i - 1]
      if (!before) throw new RangeError(`nothing stands before ${edit.at}`)
      return text.toSpliced(i - 1, 2, {
        ...before,
        content: joinRuns([...before.content, ...text[i]!.content]),
      })
    }
    case 'move': {
      const from = indexOf(text, edit.at)
      const block = text.slice(from, blockEnd(text, edit.at))
      const rest = text.toSpliced(from, block.length)
      return rest.toSpliced(blockEnd(rest, edit.after), 0, ...block)
    }
    case 'level':
      return changed(text, edit.at, (paragraph) => ({ ...paragraph, level: edit.level }))
    case 'hold':
      return text
  }
}

/** The words a delegation puts in brackets as they are. Throws RangeError like `draftOf`. */
export function holdOf(state: State, basis: ReadonlySet<VersionKey>, label: Label, held: string): Hold {
  const laid = layoutOf(state, basis).find(({ head }) => head.id === idOf(label))
  const paragraph = textOf(state, basis).find(({ id }) => id === idOf(label))
  if (!laid || !paragraph) throw new RangeError(`no paragraph ${label}`)
  const { from, to } = placeOf(paragraph, held)
  const ranges: Range[] = []
  let at = 0
  for (const piece of laid.pieces) {
    const end = at + piece.to - piece.from
    const [start, stop] = [Math.max(from, at), Math.min(to, end)]
    if (start < stop)
      ranges.push({ source: piece.source, from: piece.from + start - at, to: piece.from + stop - at })
    at = end
  }
  return { type: 'hold', ranges }
}

/** A new paragraph is of the kind its name tells. */
function headNamed(label: Label): Head {
  const id = idOf(label)
  if (/\([a-z]+( [a-z]+)?\)$/.test(label)) return { id, kind: 'item', level: 1 }
  const kind = label.startsWith('PP') ? 'preambular' : label.startsWith('OP') ? 'operative' : 'body'
  return { id, kind, level: 0 }
}

function changed(text: Paragraph[], label: Label, change: (paragraph: Paragraph) => Paragraph): Paragraph[] {
  const i = indexOf(text, label)
  return text.with(i, change(text[i]!))
}

function indexOf(text: readonly Paragraph[], label: Label): number {
  const i = text.findIndex(({ id }) => id === idOf(label))
  if (i < 0) throw new RangeError(`no paragraph ${label}`)
  return i
}

/** Where the items and footnotes of a paragraph end. */
function blockEnd(text: readonly Paragraph[], label: Label): number {
  const from = indexOf(text, label)
  const own = (p: Paragraph): boolean =>
    p.kind === 'footnote' ||
    (p.kind === 'item' && (text[from]!.kind !== 'item' || p.level > text[from]!.level))
  let end = from + 1
  while (end < text.length && own(text[end]!)) end++
  return end
}

/** One character for each unit, so that offsets in it are offsets in the paragraph. */
const unitsOf = (runs: readonly Run[]): string =>
  runs.map((run) => (isWords(run) ? run.text : '\ufffc'.repeat(runLength(run)))).join('')

function placeOf({ id, content }: Paragraph, sought: string): { from: number; to: number } {
  const units = unitsOf(content)
  const from = units.indexOf(sought)
  if (sought === '' || from < 0) throw new RangeError(`${id} does not say “${sought}” but “${units}”`)
  if (units.includes(sought, from + 1)) throw new RangeError(`${id} says “${sought}” more than once`)
  return { from, to: from + sought.length }
}

/**
 * Only what differs is replaced, so that formatting and footnotes around it stay. Words written for words
 * of one formatting take it on.
 */
function reworded(content: readonly Run[], { from, to }: { from: number; to: number }, now: Run[]): Run[] {
  const old = sliceRuns(content, from, to)
  const [was, units] = [unitsOf(old), unitsOf(now)]
  const shorter = Math.min(was.length, units.length)
  let head = 0
  while (head < shorter && was[head] === units[head]) head++
  let tail = 0
  while (tail < shorter - head && was.at(-1 - tail) === units.at(-1 - tail)) tail++
  const only = old.length === 1 ? old[0]! : null
  const marks = only && isWords(only) ? only.marks : undefined
  return joinRuns([
    ...sliceRuns(content, 0, from + head),
    ...sliceRuns(now, head, runsLength(now) - tail).map((run) =>
      isWords(run) && run.marks === undefined ? words(run.text, marks) : run,
    ),
    ...sliceRuns(content, to - tail, runsLength(content)),
  ])
}
