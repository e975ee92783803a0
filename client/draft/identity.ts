import { Plugin } from 'prosemirror-state'
import type { Transaction } from 'prosemirror-state'
import { isRemote } from './binding.ts'

/** Makes ids of paragraphs that no other paragraph has. */
export type NewId = () => string

/**
 * Gives new paragraphs an id of their own. What was typed, pasted or dropped in and has no id, or one that
 * another paragraph has, gets a new one; a paragraph cut and put elsewhere keeps its id.
 */
export const identityPlugin = (newId: NewId): Plugin =>
  new Plugin({
    appendTransaction(transactions, _old, state): Transaction | null {
      const changed = transactions.filter((tr) => tr.docChanged && !isRemote(tr))
      if (changed.length === 0) return null
      const fresh = freshRange(changed)
      if (!fresh) return null
      const seen = new Set<string>()
      const suspects: { position: number; id: string }[] = []
      state.doc.forEach((node, position) => {
        const id = String(node.attrs['id'])
        if (position >= fresh.from && position < fresh.to) suspects.push({ position, id })
        else seen.add(id)
      })
      const tr = state.tr
      for (const { position, id } of suspects) {
        if (id !== '' && !seen.has(id)) seen.add(id)
        else tr.setNodeAttribute(position, 'id', newId())
      }
      return tr.docChanged ? tr : null
    },
  })

/** Where paragraphs begin that transactions brought in, as one range of the last document; null when none. */
function freshRange(transactions: readonly Transaction[]): { from: number; to: number } | null {
  let from = Infinity
  let to = -Infinity
  for (const [index, tr] of transactions.entries())
    for (const [i, map] of tr.mapping.maps.entries())
      map.forEach((_oldFrom, _oldTo, newFrom, newTo) => {
        const doc = tr.docs[i + 1] ?? tr.doc
        // Inside one paragraph nothing can begin; this is every key press.
        if (newTo === newFrom || doc.resolve(newFrom).sharedDepth(newTo) > 0) return
        const rest = tr.mapping.slice(i + 1)
        const later = transactions.slice(index + 1)
        const last = (position: number, side: number): number =>
          later.reduce((at, next) => next.mapping.map(at, side), rest.map(position, side))
        from = Math.min(from, last(newFrom, -1))
        to = Math.max(to, last(newTo, 1))
      })
  return from < to ? { from, to } : null
}
