import type { Notation, OptionBlock } from '../notation/notation.ts'
import type { Draft } from './plan.ts'
import { type Script, idAt } from './script.ts'
import type { Voices } from './voices.ts'
import type { Corrections, FoundClaim, KeptReason, Reading } from './written.ts'

/** Brackets nested deeper than this stay characters of the text. */
export const deepest = 40

const shortUnits = 80

/** Where a text is understood: what it is made of, and what is found on the way. */
export interface Desk {
  readonly script: Script
  readonly voices: Voices
  readonly corrections: Corrections
  readonly findings: Draft[]
  readonly kept: { readonly finding: string; readonly why: KeptReason }[]
  readonly orphans: { readonly offset: number; readonly char: '[' | ']' }[]
  /** Options by the offset of their mark. */
  readonly options: ReadonlyMap<number, OptionBlock>
  /** Number of the next group of rivals; those of options come first. */
  rivals: number
  /** Claims that no node of the notation carries. */
  readonly heard: FoundClaim[]
  /** Options that are no text, with the number of the group they are of. */
  readonly noText: { readonly rivals: number; readonly finding: Draft }[]
}

/** A desk with nothing found yet. */
export const deskOf = (
  script: Script,
  { options }: Pick<Notation, 'options'>,
  voices: Voices,
  corrections: Corrections,
): Desk => ({
  script,
  voices,
  corrections,
  findings: [],
  kept: [],
  orphans: [],
  options: new Map(options.map((block) => [block.at, block])),
  rivals: options.reduce((most, { group }) => Math.max(most, group + 1), 0),
  heard: [],
  noText: [],
})

/** What a person says the bracket or sign at an offset is. */
export const readingAt = ({ script, corrections }: Desk, offset: number): Reading | undefined =>
  corrections.brackets[idAt(script, offset)]?.reading

/** What is known of a finding; `shown` are its words where they are not all of it. */
type Known = Pick<Draft, 'from' | 'to' | 'reading' | 'choices'> &
  Partial<Pick<Draft, 'claims' | 'sure'>> & { readonly shown?: Pick<Draft, 'from' | 'to'> }

/** Notes a finding. The claims in it are those of the text, whatever it is corrected to. */
export function find(
  desk: Desk,
  { from, to, reading, choices, claims = [], sure = true, shown }: Known,
): Draft {
  const { script, corrections, findings, voices } = desk
  const id = idAt(script, from)
  const sponsors = (corrections.brackets[id]?.sponsors ?? []).filter(voices.seated)
  const words = shortly(script, shown ?? { from, to })
  const finding = { id, from, to, reading, choices, row: null, sponsors, claims, words, unsaid: [], sure }
  findings.push(finding)
  return finding
}

function shortly({ text }: Script, { from, to }: Pick<Draft, 'from' | 'to'>): string {
  const words = text.slice(from, Math.min(to, from + 4 * shortUnits)).toWellFormed()
  const plain = words.replace(/[\s\ufffc]+/g, ' ').trim()
  return plain.length > shortUnits ? `${plain.slice(0, shortUnits - 1).toWellFormed()}…` : plain
}
