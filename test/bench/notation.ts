import markdown from 'markdown-it'
import { parseNotation } from '../../schema/notation/parse.ts'
import { summarize } from '../../schema/notation/summary.ts'
import { bracketedText } from './bracketed.ts'
import type { Figure } from './measure.ts'
import { median, timed } from './measure.ts'

const runs = 7
const size = { words: 62_000, pairs: 2_000 }

/** Measures reading a text in brackets of the largest size that is asked of it, beside reading it as Markdown. */
export async function measureNotation(): Promise<Figure[]> {
  const text = bracketedText(size.words, size.pairs)
  const { words, pairs, maxDepth } = summarize(text, parseNotation(text))
  const reading = timed(
    runs,
    () => text,
    (given) => summarize(given, parseNotation(given)),
  )
  const peer = timed(
    runs,
    () => markdown(),
    (parser) => parser.parse(text, {}),
  )
  return [
    {
      part: 'notation',
      what: `brackets read, counted and printed back (${words} words, ${pairs} pairs, ${maxDepth} deep)`,
      unit: 'ms',
      samples: reading,
      value: median(reading),
      target: 2_000,
      peer: { what: 'markdown-it', value: median(peer) },
    },
  ]
}
