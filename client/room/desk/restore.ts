import { type Change, versionKey, type VersionKey } from '../../../schema/proposal/change.ts'
import type { State } from '../../../schema/record/state.ts'
import type { Paragraph } from '../../../schema/text/paragraph.ts'
import { textOf } from '../../../schema/text/text.ts'
import { withTabled } from '../rows/supposed.ts'

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
