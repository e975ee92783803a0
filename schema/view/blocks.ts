import type { Attribution, ParagraphView, Passage } from './passage.ts'

/** What a proposal asks of whole paragraphs. */
export type SectionAsks = 'insert' | 'delete' | 'hold'

/** Paragraphs in a row, `from` up to and with `to` in the list, that the same proposals bracket whole. */
export interface Section {
  readonly asks: SectionAsks
  readonly by: readonly Attribution[]
  readonly from: number
  readonly to: number
  /** Paragraphs bracketed; footnotes and alternatives that only stand between them are not. */
  readonly count: number
}

interface Whole {
  readonly asks: SectionAsks
  readonly by: Attribution
}

/** The sections among paragraphs, in reading order, outer ones first. */
export function sectionsOf(paragraphs: readonly ParagraphView[]): Section[] {
  const runs = new Map<
    string,
    { asks: SectionAsks; by: Attribution; from: number; to: number; count: number }
  >()
  const ended: Section[] = []
  const end = (name: string) => {
    const { by, ...run } = runs.get(name)!
    runs.delete(name)
    if (run.count < 2) return
    const same = ended.findIndex(
      ({ asks, from, to }) => asks === run.asks && from === run.from && to === run.to,
    )
    if (same < 0) ended.push({ ...run, by: [by] })
    else ended[same] = { ...ended[same]!, by: [...ended[same]!.by, by] }
  }
  paragraphs.forEach((paragraph, i) => {
    const whole = new Map(wholesOf(paragraph).map((one) => [`${one.asks} ${one.by.proposal}`, one]))
    // A footnote, or another wording of the paragraph before, parts nothing.
    const between = paragraph.kind === 'footnote' || paragraph.alternativeTo !== null
    for (const name of runs.keys()) if (!whole.has(name) && !between) end(name)
    for (const [name, { asks, by }] of whole) {
      const run = runs.get(name)
      if (run) Object.assign(run, { to: i, count: run.count + 1 })
      else runs.set(name, { asks, by, from: i, to: i, count: 1 })
    }
  })
  for (const name of runs.keys()) end(name)
  return ended.sort((a, b) => a.from - b.from || b.to - a.to)
}

/** What is asked of all words of a paragraph at once. */
function wholesOf({ proposedBy, alternativeTo, requests, passages }: ParagraphView): Whole[] {
  if (alternativeTo !== null) return []
  const deleted = requests.filter(({ type }) => type === 'delete')
  return [
    ...proposedBy.map((by): Whole => ({ asks: 'insert', by })),
    ...deleted.map(({ by }): Whole => ({ asks: 'delete', by })),
    ...wholesIn(passages),
  ]
}

function wholesIn(passages: readonly Passage[]): Whole[] {
  const seen = passages.filter(
    (passage) => passage.type === 'contest' || !('text' in passage.run) || passage.run.text.trim() !== '',
  )
  const [only] = seen
  if (seen.length !== 1 || only?.type !== 'contest') return []
  const { role, deletedBy, heldBy, passages: inner } = only.wordings[0]!
  if (role !== 'standing') return []
  return [
    ...deletedBy.map((by): Whole => ({ asks: 'delete', by })),
    ...heldBy.map((by): Whole => ({ asks: 'hold', by })),
    ...wholesIn(inner),
  ]
}

/** One of several wordings that stand as paragraphs: those `from` up to and with `to` in the list. */
export interface Option {
  readonly from: number
  readonly to: number
  /** Who asks for it; empty for the one that stands. */
  readonly by: readonly Attribution[]
}

/** Options one after another of which at most one can stand, the standing one first. */
type OptionBlock = readonly Option[]

/**
 * The blocks of options among paragraphs: a paragraph with the wordings that rewrite it, and paragraphs side
 * by side whose proposals were declared alternatives. `alternativesOf` gives what was declared.
 */
export function optionsOf(
  paragraphs: readonly ParagraphView[],
  alternativesOf: (proposal: number) => readonly number[],
): OptionBlock[] {
  const blocks: OptionBlock[] = []
  let block: Option[] = []
  const units = unitsOf(paragraphs)
  const belongs = (unit: Option): boolean => {
    const { alternativeTo } = paragraphs[unit.from]!
    return block.some((other) =>
      alternativeTo !== null
        ? paragraphs[other.from]!.id === alternativeTo
        : other.by.some((a) => unit.by.some((b) => alternativesOf(a.proposal).includes(b.proposal))),
    )
  }
  for (const unit of units) {
    if (!belongs(unit)) {
      if (block.length > 1) blocks.push(block)
      block = []
    }
    block.push(unit)
  }
  if (block.length > 1) blocks.push(block)
  return blocks
}

/** Paragraphs that would stand or fall as one: those in a row of the same proposals, with their footnotes. */
function unitsOf(paragraphs: readonly ParagraphView[]): Option[] {
  const units: Option[] = []
  const name = ({ by }: Pick<Option, 'by'>) => by.map(({ proposal }) => proposal).join(' ')
  paragraphs.forEach(({ kind, proposedBy: by, alternativeTo }, i) => {
    const last = units.at(-1)
    const joins =
      last &&
      (kind === 'footnote' ||
        (by.length > 0 &&
          alternativeTo === null &&
          paragraphs[last.from]!.alternativeTo === null &&
          name(last) === name({ by })))
    if (joins) units[units.length - 1] = { ...last, to: i }
    else units.push({ from: i, to: i, by })
  })
  return units
}
