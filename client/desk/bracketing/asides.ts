import type { Lexicon } from '../../../schema/notation/notation.ts'
import { parseNotation } from '../../../schema/notation/parse.ts'
import { walk } from '../../../schema/notation/walk.ts'
import { placeOf, scriptOf, withinParagraphs } from '../../../schema/imported/script.ts'
import type { Understanding, WrittenParagraph } from '../../../schema/imported/written.ts'

/** Characters that are no words of the bracket they stand in: who asks what, and brackets without a partner. */
export interface Aside {
  readonly type: 'claims' | 'orphan'
  /** Units of the content of its paragraph. */
  readonly from: number
  readonly to: number
}

/** Asides by paragraph id, in order. `lexicon` knows the names that were read. */
export function asidesOf(
  paragraphs: readonly WrittenParagraph[],
  lexicon: Lexicon,
  orphans: Understanding['orphans'],
): Record<string, readonly Aside[]> {
  const script = scriptOf(paragraphs)
  const out: Record<string, Aside[]> = {}
  const add = (paragraph: string, aside: Aside): void => void (out[paragraph] ??= []).push(aside)
  for (const { paragraph, at } of orphans) add(paragraph, { type: 'orphan', from: at, to: at + 1 })
  walk(parseNotation(script.text, lexicon, true), ({ node }) => {
    if (node.type !== 'claims') return
    for (const { from, to } of withinParagraphs(script, node.at, node.at + node.text.length)) {
      const { index, at } = placeOf(script, from)
      add(paragraphs[index]!.id, { type: 'claims', from: at, to: at + to - from })
    }
  })
  for (const own of Object.values(out)) own.sort((a, b) => a.from - b.from)
  return out
}
