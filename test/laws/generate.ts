import fc from 'fast-check'
import type { Count } from '../../schema/text/numbering.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import type { ParagraphKind } from '../../schema/text/token.ts'
import type { Edit } from './edits.ts'
import type { Step } from './moves.ts'
import { draftsOnText, imports, moves, openIn, pick } from './moves.ts'
import { delegations, Negotiation } from './negotiation.ts'

/** How many cases each property tries; the nightly run asks for more. */
export const numRuns = Number(process.env['RUNS'] ?? 150)

// A push is judged by what it changes, not by luck; a run that is asked for more looks elsewhere each time.
if (process.env['RUNS'] === undefined) fc.configureGlobal({ seed: 19450626 })

/** Ample time for a property: a slow machine is no failure. */
export const timeoutMs = 60_000 + 60 * numRuns

const nat = fc.nat({ max: 997 })
const edit: fc.Arbitrary<Edit> = fc.record({ what: nat, where: nat, from: nat, length: nat, words: nat })

const lines: readonly (readonly [ParagraphKind, string])[] = [
  ['preambular', 'Recalling its decisions on the matter,'],
  ['operative', 'Parties shall report on implementation.'],
  ['operative', 'The quick brown fox jumps over the lazy dog and the fence'],
  ['operative', 'يقرر مواصلة التعاون بين الدول على أساس طوعي'],
  ['body', '各国应当自愿合作，分享信息。'],
  ['operative', 'Welcomes 👩‍🚀 and 🌍 as partners, in particular small island States;'],
  ['operative', ''],
  ['item', 'to prepare a summary [sic];'],
  ['operative', 'Requests the Secretariat to prepare a summary of [the matter.'],
  ['heading', 'Means of implementation'],
  ['plain', '“No one should be left behind”, as the Chair put it.'],
]

/** A text to open: one to six paragraphs in several scripts, one of them empty, some with typed brackets. */
export const baseText: fc.Arbitrary<Paragraph[]> = fc
  .array(fc.constantFrom(...lines), { minLength: 1, maxLength: 6 })
  .map((chosen) =>
    chosen.map(([kind, text], i) => ({
      id: `p${i + 1}`,
      kind,
      level: kind === 'item' || kind === 'heading' ? 1 : 0,
      content: text ? [{ text }] : [],
    })),
  )

/** One text in three has numbers of its own: begun anew, or as in an excerpt. */
const counts: fc.Arbitrary<readonly { at: number; count: Omit<Count, 'paragraph'> }[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: fc.uniqueArray(
      fc.record({
        at: fc.nat({ max: 5 }),
        count: fc.constantFrom({ under: 'Article 3' }, { under: '' }, { number: 17 }, { next: 4 }),
      }),
      { minLength: 1, maxLength: 3, selector: ({ at }) => at },
    ),
  },
)

/** Edits of one draft. */
export const edits: fc.Arbitrary<Edit[]> = fc.array(edit, { minLength: 0, maxLength: 8 })

/** Carries out one step; what is not permitted is refused and leaves no trace. */
export function take(it: Negotiation, step: Step): void {
  const open = openIn(it)
  const move = open.length ? pick(moves, step.does) : draftsOnText
  // The latest are likelier to be amended and ruled on, as they are in a room.
  const chosen = open.at(-1 - Math.floor((step.which % 7) ** 2 / 8)) ?? open.at(-1)
  move(it, { ...step, code: delegations[step.party]! }, chosen!)
}

const step: fc.Arbitrary<Step> = fc.record({
  party: fc.nat({ max: delegations.length - 1 }),
  does: fc.nat({ max: moves.length - 1 }),
  which: nat,
  edits: fc.array(edit, { minLength: 1, maxLength: 4 }),
})

/** One text in three is opened with brackets in it. */
const imported = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(step, { minLength: 1, maxLength: 4 }) },
)

/** A negotiation of four delegations: drafts, amendments to amendments, positions, withdrawals, rulings, rounds. */
export const negotiation: fc.Arbitrary<Negotiation> = fc
  .tuple(baseText, counts, imported, fc.array(step, { minLength: 1, maxLength: 24, size: 'max' }))
  .map(([base, counted, said, steps]) => {
    const own = counted.flatMap(({ at, count }) => (base[at] ? [{ paragraph: base[at].id, ...count }] : []))
    const it = Negotiation.open(base, undefined, own)
    for (const next of said) imports(it, { ...next, code: delegations[next.party]! })
    for (const next of steps) take(it, next)
    return it
  })
