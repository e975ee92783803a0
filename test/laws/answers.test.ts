import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Change, SourceId } from '../../schema/proposal/change.ts'
import { parseSource } from '../../schema/proposal/change.ts'
import type { Act } from '../../schema/record/act.ts'
import { paragraphRuns } from '../../schema/text/paragraph.ts'
import { layoutOf, pieceRuns } from '../../schema/text/text.ts'
import type { Runs } from '../../schema/text/token.ts'
import { joinRuns, sliceRuns } from '../../schema/text/token.ts'
import type { Negotiation } from './negotiation.ts'
import { negotiation, numRuns, timeoutMs } from './generate.ts'

vi.setConfig({ testTimeout: timeoutMs })

interface Answer {
  /** The act that brought the words to the record, and the words as that act has them. */
  readonly asked: Act
  readonly runs: Runs
  /** The act by which they entered the text. */
  readonly entered: Act
}

/** Who first asked for the words of a source, and by which act they entered: from the acts alone. */
function answer({ acts, now }: Negotiation, source: SourceId): Answer {
  const parsed = parseSource(source)
  const opening = acts[0]!
  if (!parsed) {
    if (opening.deed.type !== 'open') throw new RangeError('act 1 opens')
    const paragraph = opening.deed.paragraphs.find(({ id }) => id === source)!
    return { asked: opening, runs: paragraphRuns(paragraph), entered: opening }
  }
  const proposal = now.proposals.get(parsed.proposal)!
  const version = proposal.versions.find(({ version: number }) => parsed.key === `${proposal.id}.${number}`)!
  const asked = acts[version.n - 1]!
  const change = changesOf(asked)[parsed.index]!
  if (change.type !== 'amend') throw new RangeError('words come from amendments')
  return { asked, runs: change.insert!.runs, entered: acts[proposal.outcome!.n - 1]! }
}

const changesOf = ({ deed }: Act): readonly Change[] => {
  if (deed.type === 'table' || deed.type === 'revise' || deed.type === 'amend') return deed.changes
  throw new RangeError(`${deed.type} brings no words`)
}

describe('law 8: every character of the clean text answers', () => {
  it('[ST7] who asked for it, when, and by which act it entered', () => {
    fc.assert(
      fc.property(negotiation, (it) => {
        for (const laid of layoutOf(it.now, it.now.accepted))
          for (const piece of [laid.break, ...laid.pieces]) {
            const { asked, runs, entered } = answer(it, piece.source)
            expect(joinRuns(pieceRuns(it.now, piece))).toEqual(
              joinRuns(sliceRuns(runs, piece.from, piece.to)),
            )
            expect([asked.by.name, asked.at, asked.deed.type].every(Boolean)).toBe(true)
            const { deed } = entered
            if (deed.type === 'rule')
              expect([deed.ruling, deed.proposal]).toEqual(['accepted', parseSource(piece.source)!.proposal])
            else expect(['open', 'amend']).toContain(deed.type)
            for (const key of piece.keys) expect(it.now.accepted.has(key)).toBe(true)
          }
      }),
      { numRuns },
    )
  })
})
