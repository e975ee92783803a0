import type { State } from '../../schema/record/state.ts'
import { optionsOf, sectionsOf, type Section } from '../../schema/view/blocks.ts'
import type { Attribution, ParagraphView } from '../../schema/view/passage.ts'
import { type Folding, unfolded } from './folding.ts'

/** A rule in the margin that joins the paragraphs of a section. Lanes are counted from the words outwards. */
export interface Rule {
  readonly lane: number
  readonly edge: 'first' | 'middle' | 'last'
}

/** A section that begins at a paragraph. */
export interface SectionHead {
  readonly name: string
  readonly section: Section
  readonly folded: boolean
}

/** The option that a paragraph is, or begins. */
export interface OptionPlace {
  /** From 1. */
  readonly place: number
  readonly count: number
  /** True in the first paragraph of the option, and so where it is headed. */
  readonly heads: boolean
  /** True in the last paragraph of the last option. */
  readonly closes: boolean
  readonly by: readonly Attribution[]
  /** Paragraph of the standing option; null for one that is proposed. */
  readonly standing: string | null
  /** All that "no text" may have been said on: paragraph and proposals of the block. */
  readonly subjects: readonly (string | number)[]
}

/** How one paragraph is read: what is folded in it, and which sections and options it is part of. */
export interface Manner {
  /** The same for two manners that draw alike. */
  readonly key: string
  readonly folding: Folding
  readonly named: boolean
  readonly namedAbove: ReadonlySet<number>
  readonly rules: readonly Rule[]
  readonly heads: readonly SectionHead[]
  /** Within a folded section: only its first paragraph keeps a row. */
  readonly away: boolean
  readonly option: OptionPlace | null
}

const none: readonly never[] = []

/** Nothing folded, no section, no option. */
export const plainManner: Manner = {
  key: '',
  folding: unfolded,
  named: true,
  namedAbove: new Set(),
  rules: none,
  heads: none,
  away: false,
  option: null,
}

/** How each of the paragraphs is read, in their order. */
export function mannersOf(
  paragraphs: readonly ParagraphView[],
  state: State,
  folding: Folding,
  named: boolean,
): Manner[] {
  const sections = placed(sectionsOf(paragraphs), paragraphs, folding)
  const options = placesOf(paragraphs, state)
  const turned = turnedBy([...folding.turned])
  const plain: Folding = { below: folding.below, turned: unfolded.turned }
  const shared = { ...plainManner, folding: plain, named, key: `${folding.below} ${named}` }
  return paragraphs.map(({ id }, i) => {
    const here = sections.filter(({ section: { from, to } }) => from <= i && i <= to)
    const own = turned.get(id)
    const option = options.get(i) ?? null
    if (here.length === 0 && !own && !option) return shared
    const manner: Omit<Manner, 'key'> = {
      folding: own ? { below: folding.below, turned: new Map(own) } : plain,
      named,
      namedAbove: new Set([
        ...here.flatMap(({ section }) => section.by.map(({ proposal }) => proposal)),
        ...(option?.by.map(({ proposal }) => proposal) ?? none),
      ]),
      rules: here.map(({ section: { from, to }, lane }) => ({
        lane,
        edge: i === from ? 'first' : i === to ? 'last' : 'middle',
      })),
      heads: here.filter(({ section }) => section.from === i),
      away: here.some(({ section, folded }) => folded && i > section.from),
      option,
    }
    return { ...manner, key: JSON.stringify([manner, own, [...manner.namedAbove]]) }
  })
}

/** What was folded by itself, by the paragraph it lies in. */
const turnedBy = (turned: readonly (readonly [string, boolean])[]) =>
  Map.groupBy(turned, ([name]) => name.split(':')[0]!)

type Placed = SectionHead & { readonly lane: number }

/** Gives each section a lane that no other has where the two meet. */
function placed(
  sections: readonly Section[],
  paragraphs: readonly ParagraphView[],
  { turned }: Folding,
): Placed[] {
  const done: Placed[] = []
  for (const section of sections.toReversed()) {
    const met = done.filter((one) => one.section.from <= section.to && section.from <= one.section.to)
    let lane = 0
    while (met.some((one) => one.lane === lane)) lane++
    const name = `section:${section.asks}:${section.by[0]!.proposal}:${paragraphs[section.from]!.id}`
    done.push({ section, lane, name, folded: turned.get(name) ?? false })
  }
  return done.toReversed()
}

/** The place of each paragraph among options, by its own place in the list. */
function placesOf(paragraphs: readonly ParagraphView[], state: State): Map<number, OptionPlace> {
  const places = new Map<number, OptionPlace>()
  const blocks = optionsOf(paragraphs, (id) => state.proposals.get(id)?.alternatives ?? none)
  for (const block of blocks) {
    const proposals = block.flatMap(({ by }) => by.map(({ proposal }) => proposal))
    const standing = block.filter(({ by }) => by.length === 0).map(({ from }) => paragraphs[from]!.id)
    block.forEach(({ from, to, by }, at) => {
      for (let i = from; i <= to; i++)
        places.set(i, {
          place: at + 1,
          count: block.length,
          heads: i === from,
          closes: at === block.length - 1 && i === to,
          by,
          standing: by.length === 0 ? paragraphs[from]!.id : null,
          subjects: [...standing, ...proposals],
        })
    })
  }
  return places
}
