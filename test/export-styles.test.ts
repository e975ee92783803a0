import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { State } from '../schema/record/state.ts'
import { textOf } from '../schema/text/text.ts'
import { plainText } from '../schema/text/token.ts'
import type { Lens, Names, View } from '../schema/view/passage.ts'
import { piecesText } from '../schema/view/piece.ts'
import { printView } from '../schema/view/print.ts'
import type { NotationStyle } from '../schema/view/style.ts'
import { view } from '../schema/view/view.ts'
import { type Sheet, sheetOf } from '../server/exports/sheet.ts'
import { docxLines, htmlLines, markdownLines, plainLines } from './exports.ts'
import { negotiation, numRuns, timeoutMs } from './laws/generate.ts'
import { chairCode } from '../schema/party/party.ts'
import { delegations } from './laws/negotiation.ts'
import { withoutTyped } from './laws/printed.ts'
import { figuresOf } from './notation/reading.ts'

// Each run makes files: fewer of them, and more time.
const runs = Math.ceil(numRuns / 3)
vi.setConfig({ testTimeout: timeoutMs * 3 })

const at = '2026-11-23T03:15:27.000Z'
const lexicon = new Map([...delegations, chairCode].map((code) => [code, code]))

const style: fc.Arbitrary<NotationStyle> = fc.record({
  names: fc.constantFrom('before', 'after', 'none'),
  position: fc.constantFrom('colon', 'plain'),
  labels: fc.constantFrom('spaced', 'joined', 'dotted'),
  changes: fc.constantFrom('brackets', 'strikeAndBold'),
  membersOf: fc.constantFrom(
    () => [],
    (code: string) => (code === 'A' ? ['B', 'C'] : []),
  ),
})

const compiled = (state: State, names: Names): View =>
  withoutTyped(view(state, { type: 'compilation', names }))

const sheet = (state: State, made: View, chosen: NotationStyle, omit = false): Sheet =>
  sheetOf(state, made, 'compilation', at, { style: chosen, omit })

/** The signs that plain text writes for strike and bold. */
const unsigned = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/\*\*|~~/g, ''))
/** As Markdown can write it: no empty paragraphs, and a heading is one line. */
const written = (lines: readonly string[]): string[] =>
  lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean)

/** A space beside a bracket stands outside it, whoever asked for it. */
const unspaced = (text: string): string => text.replace(/\s/g, '')

describe('a compilation in any style', () => {
  it('[EX1] says the same in every format', () =>
    fc.assert(
      fc.asyncProperty(negotiation, style, fc.boolean(), async ({ now }, chosen, omit) => {
        const made = sheet(now, compiled(now, 'shown'), chosen, omit)
        const plain = plainLines(made)
        const said = chosen.changes === 'brackets' ? plain : unsigned(plain)
        expect(await docxLines(made)).toEqual(said)
        expect(htmlLines(made)).toEqual(said)
        expect(written(markdownLines(made))).toEqual(written(said))
      }),
      { numRuns: runs },
    ))

  it('[EX2] has the brackets of the view in every format', () =>
    fc.assert(
      fc.asyncProperty(negotiation, style, async ({ now }, chosen) => {
        const brackets = { ...chosen, changes: 'brackets' } as const
        const shown = compiled(now, 'shown')
        const made = sheet(now, shown, brackets)
        for (const lines of [plainLines(made), await docxLines(made), htmlLines(made)]) {
          const { pairs, orphans } = figuresOf(lines.join('\n'), lexicon)
          expect({ pairs, orphans }).toEqual({ pairs: shown.pairs, orphans: [] })
        }
        const balance = markdownLines(made)
          .join('')
          .replace(/[^[\]]/g, '')
        expect(balance.replaceAll(']', '')).toHaveLength(shown.pairs)
        expect(balance).toHaveLength(2 * shown.pairs)
      }),
      { numRuns: runs },
    ))

  it('[EX3] is with hidden names the one with names less the names', () =>
    fc.assert(
      fc.asyncProperty(
        negotiation,
        style,
        fc.constantFrom('shown', 'groups'),
        async ({ now }, chosen, names) => {
          const made = sheet(now, compiled(now, names), chosen)
          const hidden = sheet(now, compiled(now, 'hidden'), chosen)
          const plain = plainLines(hidden)
          const said = chosen.changes === 'brackets' ? plain : unsigned(plain)
          expect(await docxLines(made, { names: 'off' })).toEqual(said)
          expect(htmlLines(made, { names: 'off' })).toEqual(said)
          expect(await docxLines(hidden)).toEqual(said)
          expect(plainLines(sheet(now, compiled(now, names), { ...chosen, names: 'none' }))).toEqual(plain)
        },
      ),
      { numRuns: runs },
    ))

  it('[EX4] in strike and bold is the text under negotiation but for what is asked to be added', () => {
    fc.assert(
      fc.property(negotiation, style, ({ now }, chosen) => {
        const made = sheet(now, view(now, compilation), { ...chosen, changes: 'strikeAndBold' })
        const standing = made.paragraphs.flatMap(({ pieces }) =>
          pieces.filter((piece) => piece.type === 'words' && !piece.proposed),
        )
        const clean = textOf(now, now.accepted).flatMap(({ content }) => content)
        expect(unspaced(piecesText(standing))).toBe(unspaced(plainText(clean)))
      }),
      { numRuns },
    )
  })

  it('[EX6] leaves out only what nobody asks to change', () => {
    fc.assert(
      fc.property(negotiation, style, ({ now }, chosen) => {
        const shown = view(now, compilation)
        const [all, some] = [sheet(now, shown, chosen), sheet(now, shown, chosen, true)]
        const kept = some.paragraphs.filter(({ pieces }) => piecesText(pieces) !== '(…)')
        expect(all.paragraphs.filter(({ id }) => kept.some((one) => one.id === id))).toEqual(kept)
        const left = shown.paragraphs.filter(({ id }) => !kept.some((one) => one.id === id))
        expect(left.filter(({ pairs, requests }) => pairs > 0 || requests.length > 0)).toEqual([])
        const omitted = some.paragraphs.map(({ pieces }) => piecesText(pieces) === '(…)')
        expect(omitted.some((one, i) => one && omitted[i + 1])).toBe(false)
        expect(omitted.some(Boolean)).toBe(left.length > 0)
      }),
      { numRuns },
    )
  })
})

const compilation: Lens = { type: 'compilation', names: 'shown' }

describe('the notation of a style', () => {
  it('[EX1] is the plain text of the compilation, statuses apart', () => {
    fc.assert(
      fc.property(negotiation, style, ({ now }, chosen) => {
        const shown = view(now, compilation)
        const lines = plainLines(sheet(now, shown, chosen)).map((line) => line.replace(/ \{[^{}]*\}$/, ''))
        expect(lines.join('\n')).toBe(printView(shown, chosen).replaceAll(/ \{[^{}]*\}$/gm, ''))
      }),
      { numRuns },
    )
  })
})
