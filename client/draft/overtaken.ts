import type * as Y from 'yjs'
import type { Overtaken } from '../../schema/draft/merge.ts'
import { draftMaps } from '../../schema/draft/wire.ts'

/** Places of a draft that were changed in the text while they were being drafted, by paragraph id. */
export function overtakenOf(ydoc: Y.Doc): ReadonlyMap<string, Overtaken> {
  return new Map(ydoc.getMap<Overtaken>(draftMaps.overtaken).entries())
}

/** Hears when places are overtaken or settled; returns what ends it. */
export function watchOvertaken(ydoc: Y.Doc, listener: () => void): () => void {
  const map = ydoc.getMap(draftMaps.overtaken)
  map.observe(listener)
  return () => map.unobserve(listener)
}

/** Says that the draft's wording of a paragraph has been looked at and stands. */
export const settleOvertaken = (ydoc: Y.Doc, paragraph: string): void =>
  ydoc.getMap(draftMaps.overtaken).delete(paragraph)

/** The set of versions the draft was made from or brought up to: what `compare` takes. */
export function basisOf(ydoc: Y.Doc): ReadonlySet<string> {
  return new Set((ydoc.getMap(draftMaps.meta).get('basis') ?? []) as string[])
}

/** Hears when the draft is brought up to another basis; returns what ends it. */
export function watchBasis(ydoc: Y.Doc, listener: () => void): () => void {
  const map = ydoc.getMap(draftMaps.meta)
  const hear = (event: Y.YMapEvent<unknown>): void => {
    if (event.keysChanged.has('basis')) listener()
  }
  map.observe(hear)
  return () => map.unobserve(hear)
}
