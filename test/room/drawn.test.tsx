import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { english, LanguageProvider } from '../../client/lang/locale.tsx'
import { mannersOf } from '../../client/reading/manner.ts'
import { type Folding, unfolded } from '../../client/reading/folding.ts'
import { ParagraphText } from '../../client/reading/paragraph.tsx'
import { figuresOf } from '../notation/reading.ts'
import type { State } from '../../schema/record/state.ts'
import type { Lens } from '../../schema/view/passage.ts'
import { printView } from '../../schema/view/print.ts'
import { view } from '../../schema/view/view.ts'
import { negotiation, numRuns, timeoutMs } from '../laws/generate.ts'
import { delegations } from '../laws/negotiation.ts'
import { lensesOf, withoutTyped } from '../laws/printed.ts'
import { denseScene } from './dense.ts'

vi.setConfig({ testTimeout: timeoutMs })

const neighbours = { printedLabel: (id: string) => id, labelOf: (id: string) => id }
const lexicon = new Map(delegations.map((code) => [code, code]))

/** Pairs of brackets on the screen and in notation, and those the view counts. */
function pairsOf(state: State, lens: Lens, folding: Folding) {
  const made = withoutTyped(view(state, lens))
  const manners = mannersOf(made.paragraphs, state, folding, true)
  const drawn = renderToStaticMarkup(
    <LanguageProvider language={english}>
      {made.paragraphs.map((paragraph, i) => (
        <ParagraphText
          key={paragraph.id}
          paragraph={paragraph}
          neighbours={neighbours}
          manner={manners[i]!}
        />
      ))}
    </LanguageProvider>,
  )
  const signs = (sign: string) => drawn.split(`<b class="glyph" aria-hidden="true">${sign}</b>`).length - 1
  return {
    counted: made.pairs,
    opened: signs('['),
    closed: signs(']'),
    wordings: drawn.split('class="wording ').length - 1,
    printed: figuresOf(printView(made), lexicon).pairs,
  }
}

const all = (pairs: number) => ({
  counted: pairs,
  opened: pairs,
  closed: pairs,
  wordings: pairs,
  printed: pairs,
})

describe('the brackets drawn', () => {
  it('[BR20] are as many as the view counts and as are printed, in every lens, folded or not', () => {
    fc.assert(
      fc.property(negotiation, fc.constantFrom(null, 1, 2), (it, below) => {
        for (const lens of lensesOf(it.now)) {
          const pairs = pairsOf(it.now, lens, { below, turned: new Map() })
          expect(pairs).toEqual(all(pairs.counted))
        }
      }),
      { numRuns: Math.ceil(numRuns / 3) },
    )
  })

  it('[BR20] of the densest text are as many as those of it in notation', () => {
    const state = denseScene().it.now
    const pairs = pairsOf(state, { type: 'compilation', names: 'shown' }, unfolded)
    expect(pairs).toEqual(all(pairs.counted))
    expect(pairs.counted).toBeGreaterThan(60)
  })
})
