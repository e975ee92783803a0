import type { BracketStanding, JointStanding } from '../../../schema/party/holdouts.ts'
import { bracketStanding, jointStanding } from '../../../schema/party/holdouts.ts'
import type { Holdout } from '../../../schema/party/once.ts'
import type { Package } from '../../../schema/record/state.ts'
import { homeOf, spentProposals } from '../../../schema/record/spent.ts'
import type { State } from '../../../schema/record/state.ts'
import { citations } from '../../../schema/text/label.ts'
import type { ParagraphView } from '../../../schema/view/passage.ts'

/** A bracket in the table of where it stands. */
export interface BracketRow {
  readonly id: number
  readonly place: string
  readonly paragraph: string
  readonly standing: BracketStanding
  readonly packages: readonly Package[]
  /** True when its words have left the text: it is open, and stands in no bracket. */
  readonly spent: boolean
}

/** A paragraph that is held open. */
export interface ParagraphRow {
  readonly id: string
  readonly place: string
  readonly standing: JointStanding
  readonly packages: readonly Package[]
}

/** Something to be agreed with the rest of a package: a proposal by its number, or a paragraph by its id. */
export interface PackageItem {
  readonly id: number | string
  readonly place: string
  readonly standing: JointStanding
  /** True when nothing is left to agree on in it. */
  readonly settled: boolean
}

/** A package with its items in reading order; of each, and of all together, who stands where. */
export interface PackageRow {
  readonly package: Package
  readonly standing: JointStanding
  readonly items: readonly PackageItem[]
}

/** Everything the tables show. */
export interface Overview {
  readonly brackets: readonly BracketRow[]
  readonly paragraphs: readonly ParagraphRow[]
  readonly packages: readonly PackageRow[]
  /** Those of the brackets with positions on an earlier wording. */
  readonly renewals: readonly BracketRow[]
}

/** Who stands where over a whole text; `shown` are its paragraphs with all brackets, in reading order. */
export function overviewOf(state: State, shown: readonly ParagraphView[]): Overview {
  const names = citations(shown)
  const labels = new Map(shown.map(({ id }, i) => [id, names[i]!]))
  const proposalsOf = new Map<string, number[]>()
  const brackets = new Map<number, BracketRow>()
  const packages = [...state.packages.values()]
  const bracket = (id: number, paragraph: string, spent: boolean): BracketRow => ({
    id,
    place: labels.get(paragraph) ?? '',
    paragraph,
    standing: bracketStanding(state, id),
    packages: packages.filter((one) => one.proposals.includes(id)),
    spent,
  })
  const spent = Map.groupBy(spentProposals(state), (one) => homeOf(state, one))
  for (const { id: row, alternativeTo, proposals } of shown) {
    const paragraph = alternativeTo ?? row
    proposalsOf.set(paragraph, [...(proposalsOf.get(paragraph) ?? []), ...proposals])
    for (const id of proposals) if (!brackets.has(id)) brackets.set(id, bracket(id, paragraph, false))
    for (const { id } of spent.get(row) ?? []) brackets.set(id, bracket(id, row, true))
  }
  const paragraphs = [...proposalsOf].flatMap(([id, proposals]): ParagraphRow[] => {
    const standing = jointStanding(state, proposals, [id])
    if (standing.holdouts.length === 0 && standing.proposals.length === 0) return []
    const among = packages.filter((one) => one.paragraphs.includes(id))
    return [{ id, place: labels.get(id) ?? '', standing, packages: among }]
  })
  const placeOf = (id: number): string => {
    const home = homeOf(state, state.proposals.get(id)!)
    return brackets.get(id)?.place ?? labels.get(home ?? '') ?? ''
  }
  const rows = [...labels.keys()]
  const order = (id: number | string): number =>
    rows.indexOf(typeof id === 'string' ? id : (brackets.get(id)?.paragraph ?? '')) + 1 || Infinity
  return {
    brackets: [...brackets.values()],
    renewals: [...brackets.values()].filter(({ standing }) => standing.stale.length > 0),
    paragraphs,
    packages: packages.map((one): PackageRow => {
      const items = [
        ...one.paragraphs.map((id) =>
          paragraphItem(state, id, labels.get(id) ?? '', proposalsOf.get(id) ?? []),
        ),
        ...one.proposals.map((id) => proposalItem(state, id, placeOf(id))),
      ]
      return {
        package: one,
        standing: jointStanding(
          state,
          items.flatMap(({ standing }) => standing.proposals),
          one.paragraphs,
        ),
        // What no row shows any more comes last.
        items: items.toSorted((a, b) => order(a.id) - order(b.id) || 0),
      }
    }),
  }
}

const paragraphItem = (
  state: State,
  id: string,
  place: string,
  proposals: readonly number[],
): PackageItem => {
  const status = state.statuses.get(id)?.status
  const settled = status === 'adReferendum' || status === 'adopted'
  return { id, place, standing: jointStanding(state, proposals, [id]), settled }
}

const proposalItem = (state: State, id: number, place: string): PackageItem => ({
  id,
  place,
  standing: jointStanding(state, [id], []),
  settled: state.proposals.get(id)?.status !== 'open',
})

/** In how many of its items each party asks for something, supports or opposes it; who does most first. */
export function sharesOf({
  items,
  standing,
}: PackageRow): readonly (readonly [party: string, items: number])[] {
  const shares = standing.holdouts.map(({ party, members }) => {
    const its = new Set([party, ...members.map((member) => member.party)])
    return [
      party,
      items.filter((item) => names(item.standing.holdouts).some((one) => its.has(one))).length,
    ] as const
  })
  return shares.toSorted(([a, most], [b, least]) => least - most || (a < b ? -1 : 1))
}

const names = (holdouts: readonly Holdout[]): string[] =>
  holdouts.flatMap(({ party, members }) => [party, ...members.map((member) => member.party)])

/** Parties that ask for a bracket, have said something on it or stand in its way. */
const amongBracket = ({ standing }: BracketRow): string[] => [
  ...names(standing.adopting.holdouts),
  ...names(standing.dropping.holdouts),
  ...Object.values(standing.byStance).flat(),
  ...standing.stale.map(({ party }) => party),
]

/** Parties that hold something open. */
const amongJoint = ({ standing }: { readonly standing: JointStanding }): string[] => names(standing.holdouts)

/** What of everything concerns a party; all of it for null. */
export function concerning(all: Overview, party: string | null): Overview {
  if (party === null) return all
  const { brackets, paragraphs, packages, renewals } = all
  return {
    brackets: brackets.filter((row) => amongBracket(row).includes(party)),
    paragraphs: paragraphs.filter((row) => amongJoint(row).includes(party)),
    packages: packages.filter((row) => amongJoint(row).includes(party)),
    renewals: renewals.filter(({ standing }) => standing.stale.some((one) => one.party === party)),
  }
}

/** What of everything one delegation by itself could settle; what is to be renewed is left as it is. */
export const nearestOf = ({ brackets, paragraphs, packages, renewals }: Overview): Overview => ({
  brackets: brackets.filter(isNear),
  paragraphs: paragraphs.filter(isNear),
  packages: packages.filter(isNear),
  renewals,
})

const isNear = (row: BracketRow | ParagraphRow | PackageRow): boolean => aloneIn(row).length > 0

/** The parties each of which could settle it by itself. */
export function aloneIn(row: BracketRow | ParagraphRow | PackageRow): readonly string[] {
  if (!('adopting' in row.standing)) return row.standing.alone
  const { adopting, dropping, holdsOnly } = row.standing
  const { alone } = holdsOnly ? dropping : adopting
  return alone === null ? [] : [alone]
}

/** Order of how near to being settled: one delegation away, nobody in the way, several. */
export function nearness(holdouts: number, alone: number): number {
  if (alone > 0) return 0
  return holdouts === 0 ? 1 : 1 + holdouts
}
