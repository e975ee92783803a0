import markdown from 'markdown-it'
import { parseNotation } from '../../schema/notation/parse.ts'
import { summarize } from '../../schema/notation/summary.ts'
import { perform } from '../../schema/imported/perform.ts'
import { understand } from '../../schema/imported/understand.ts'
import { isRefusal } from '../../schema/refusal.ts'
import { readImport } from '../../server/imports/read.ts'
import { bracketedText, names } from './bracketed.ts'
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
    ...understanding(text),
  ]
}

/** Measures what the screen for imported brackets does at each correction: understand anew, and try it out. */
function understanding(text: string): Figure[] {
  const preview = readImport('rolling.txt', new TextEncoder().encode(text))
  if (isRefusal(preview)) throw new RangeError(`cannot be read: ${preview.code}`)
  const understood = understand(preview.paragraphs, parties, new Map())
  const opening = { title: 'Draft', symbol: 'A/L.1', language: 'en', parties }
  const figure = (what: string, samples: number[]): Figure => ({
    part: 'notation',
    what,
    unit: 'ms',
    samples,
    value: median(samples),
    target: null,
    peer: null,
  })
  const { base, steps } = understood
  return [
    figure(
      'brackets understood',
      timed(
        runs,
        () => preview.paragraphs,
        (given) => understand(given, parties, new Map()),
      ),
    ),
    figure(
      `what they ask for tried out (${base.length} paragraphs, ${steps.length} acts)`,
      timed(
        runs,
        () => understood,
        (given) => perform(given, opening, secretariat, '2026-03-02T10:00:00.000Z'),
      ),
    ),
  ]
}

const parties = names.map((code) => ({ code, name: `Delegation of ${code}`, kind: 'state' as const }))
const secretariat = { person: 'p', name: 'P', role: 'secretariat', delegation: null, speaksFor: [] } as const
