import type { Lexicon } from '../notation/notation.ts'
import { parseNotation } from '../notation/parse.ts'
import type { Party } from '../party/party.ts'
import { Author } from './author.ts'
import { countsOf } from './counts.ts'
import { deskOf } from './desk.ts'
import type { Draft } from './plan.ts'
import { planOf } from './planner.ts'
import { placeOf, scriptOf, type Script } from './script.ts'
import { lateSteps } from './late.ts'
import { namesIn, voicesOf } from './voices.ts'
import type { Corrections, Finding, Understanding, WrittenParagraph } from './written.ts'

const uncorrected: Corrections = { brackets: {}, names: {} }

/**
 * Understands a text in brackets: the text to open, what is asked of it as deeds, and each guess that was
 * made, to be corrected. It never throws. The deeds go by the number of their acts: the text is opened by
 * act 1, and they follow in order.
 */
export function understand(
  paragraphs: readonly WrittenParagraph[],
  parties: readonly Party[],
  lexicon: Lexicon,
  corrections: Corrections = uncorrected,
): Understanding {
  const script = scriptOf(paragraphs)
  const voices = voicesOf(parties, lexicon, corrections)
  const notation = parseNotation(script.text, voices.lexicon, true)
  const read = (first: boolean) => {
    const desk = deskOf(script, notation, voices, corrections)
    const plans = planOf(desk, notation.nodes, { depth: 0, asked: false })
    return { desk, author: new Author(desk, plans, first) }
  }
  let { desk, author } = read(false)
  if (author.scribe.base.length === 0) ({ desk, author } = read(true))
  lateSteps(desk, author)
  const { base } = author.scribe
  return {
    base,
    counts: countsOf(base, paragraphs),
    steps: author.scribe.steps,
    findings: desk.findings.map((draft) => findingOf(script, draft)),
    names: namesIn(notation, voices, desk.heard),
    orphans: desk.orphans.map(({ offset, char }) => {
      const { index, at } = placeOf(script, offset)
      return { paragraph: paragraphs[index]!.id, at, char }
    }),
    kept: desk.kept,
  }
}

function findingOf(script: Script, draft: Draft): Finding {
  const { id, reading, choices, row, sponsors, claims, words, sure } = draft
  const [first, last] = [placeOf(script, draft.from), placeOf(script, Math.max(draft.from, draft.to - 1))]
  const [paragraph, through] = [first, last].map(({ index }) => script.paragraphs[index]!.id) as [
    string,
    string,
  ]
  const to = draft.to - script.starts[last.index]!
  return { id, paragraph, from: first.at, to, through, reading, choices, row, sponsors, claims, words, sure }
}
