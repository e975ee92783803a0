import type { Head, Run, Runs } from './token.ts'
import { isBreak, joinRuns } from './token.ts'

/** A paragraph standing by itself: its beginning and its words (no break inside). */
export interface Paragraph extends Head {
  readonly content: Runs
}

/** A whole text as paragraphs in reading order. */
export type Paragraphs = readonly Paragraph[]

/** The paragraph as a stream: its break, then its words. */
export function paragraphRuns({ id, kind, level, content }: Paragraph): Run[] {
  return [{ break: { id, kind, level } }, ...content]
}

/** The whole text as one flat stream of tokens. */
export const textRuns = (paragraphs: Paragraphs): Run[] => paragraphs.flatMap(paragraphRuns)

/**
 * Cuts a stream at its breaks; content is in normal form.
 * Throws RangeError when words stand before the first break.
 */
export function paragraphsOf(runs: Runs): Paragraph[] {
  const out: { head: Head; content: Run[] }[] = []
  for (const run of runs) {
    if (isBreak(run)) out.push({ head: run.break, content: [] })
    else {
      const last = out.at(-1)
      if (!last) throw new RangeError('words before the first paragraph')
      last.content.push(run)
    }
  }
  return out.map(({ head, content }) => ({ ...head, content: joinRuns(content) }))
}
