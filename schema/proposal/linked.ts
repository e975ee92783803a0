import { isBreak } from '../text/token.ts'
import type { Change } from './change.ts'

/**
 * Which changes of a draft belong together whether or not the person joins them: a footnote and the
 * reference to it. Groups of indexes, in the order of their first change.
 */
export function linkedChanges(changes: readonly Change[]): number[][] {
  const groups: number[][] = []
  const byNote = new Map<string, number[]>()
  changes.forEach((change, index) => {
    const notes = notesOf(change)
    const group = notes.map((note) => byNote.get(note)).find(Boolean) ?? []
    if (!group.length) groups.push(group)
    group.push(index)
    for (const note of notes) byNote.set(note, group)
  })
  return groups
}

/** Footnotes a change refers to or brings. */
function notesOf(change: Change): string[] {
  if (change.type !== 'amend') return []
  return (change.insert?.runs ?? []).flatMap((run) =>
    'note' in run ? [run.note] : isBreak(run) && run.break.kind === 'footnote' ? [run.break.id] : [],
  )
}
