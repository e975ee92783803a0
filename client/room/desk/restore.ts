import type * as Y from 'yjs'
import { type Delta, deltaToParagraphs, segsOf } from '../../../schema/draft/delta.ts'
import { Flow } from '../../../schema/draft/flow.ts'
import { rewrite } from '../../../schema/draft/rewrite.ts'
import { draftMaps } from '../../../schema/draft/wire.ts'
import { type Change, versionKey, type VersionKey } from '../../../schema/proposal/change.ts'
import type { State } from '../../../schema/record/state.ts'
import type { Paragraph } from '../../../schema/text/paragraph.ts'
import { textOf } from '../../../schema/text/text.ts'
import { withTabled } from '../supposed.ts'

/** The words of a draft now. */
export const paragraphsIn = (doc: Y.Doc): Paragraph[] =>
  deltaToParagraphs(doc.getText(draftMaps.text).toDelta() as Delta)

/** The text of a set with further changes made to it. */
export function textWith(
  state: State,
  basis: ReadonlySet<VersionKey>,
  changes: readonly Change[],
): Paragraph[] {
  if (changes.length === 0) return textOf(state, basis)
  const supposed = withTabled(state, '', changes)
  return textOf(supposed, new Set([...basis, versionKey(supposed.n, 1)]))
}

/** Makes a draft say these words, by edits as small as the difference; one step of undo. */
export function rewriteDraft(doc: Y.Doc, wanted: readonly Paragraph[], origin: unknown): void {
  const text = doc.getText(draftMaps.text)
  doc.transact(() => {
    const flow = new Flow(segsOf(text.toDelta() as Delta), text)
    rewrite(flow, paragraphsIn(doc), wanted)
  }, origin)
}
