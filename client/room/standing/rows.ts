import type { BracketStanding, JointStanding } from '../../../schema/party/holdouts.ts'
import { bracketStanding, jointStanding } from '../../../schema/party/holdouts.ts'
import type { Holdout } from '../../../schema/party/once.ts'
import type { Package } from '../../../schema/record/state.ts'
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
}

/** A paragraph that is held open. */
export interface ParagraphRow {
  readonly id: string
  readonly place: string
  readonly standing: JointStanding
  readonly packages: readonly Package[]
}

/** A package, and how many of its items are settled. */
export interface PackageRow {
  readonly package: Package
  readonly standing: JointStanding
  readonly settled: number
  readonly all: number
}

/** Everything the three tables show. */
export interface Overview {
  readonly brackets: readonly BracketRow[]
  readonly paragraphs: readonly ParagraphRow[]
  readonly packages: readonly PackageRow[]
  /** Paragraphs by id, as sentences cite them; empty for one without a label. */
  readonly labels: ReadonlyMap<string, string>
  /** Where an open proposal stands, by its number, as sentences cite it. */
  readonly places: ReadonlyMap<number, string>
}

/** Who stands where over a whole text; `shown` are its paragraphs with all brackets, in reading order. */
export function overviewOf(state: State, shown: readonly ParagraphView[]): Overview {
  const names = citations(shown)
  const labels = new Map(shown.map(({ id }, i) => [id, names[i]!]))
  const proposalsOf = new Map<string, number[]>()
  const brackets = new Map<number, BracketRow>()
  const packages = [...state.packages.values()]
  for (const { id: row, alternativeTo, proposals } of shown) {
    const paragraph = alternativeTo ?? row
    proposalsOf.set(paragraph, [...(proposalsOf.get(paragraph) ?? []), ...proposals])
    for (const id of proposals)
      if (!brackets.has(id))
        brackets.set(id, {
          id,
          place: labels.get(paragraph) ?? '',
          paragraph,
          standing: bracketStanding(state, id),
          packages: packages.filter((one) => one.proposals.includes(id)),
        })
  }
  const paragraphs = [...proposalsOf].flatMap(([id, proposals]): ParagraphRow[] => {
    const standing = jointStanding(state, proposals, [id])
    if (standing.holdouts.length === 0 && standing.proposals.length === 0) return []
    const among = packages.filter((one) => one.paragraphs.includes(id))
    return [{ id, place: labels.get(id) ?? '', standing, packages: among }]
  })
  return {
    brackets: [...brackets.values()],
    paragraphs,
    packages: packages.map((one) => packageRow(state, inOrder(one, labels, brackets), proposalsOf)),
    labels,
    places: new Map([...brackets].map(([id, { place }]) => [id, place])),
  }
}

/** A package with its items in reading order; what is not shown any more comes last. */
function inOrder(
  one: Package,
  labels: ReadonlyMap<string, string>,
  brackets: ReadonlyMap<number, BracketRow>,
): Package {
  const [rows, numbers] = [[...labels.keys()], [...brackets.keys()]]
  const by =
    <Item>(order: readonly Item[]) =>
    (a: Item, b: Item) =>
      (order.indexOf(a) + 1 || Infinity) - (order.indexOf(b) + 1 || Infinity) || 0
  return {
    ...one,
    paragraphs: one.paragraphs.toSorted(by(rows)),
    proposals: one.proposals.toSorted(by(numbers)),
  }
}

function packageRow(
  state: State,
  one: Package,
  proposalsOf: ReadonlyMap<string, readonly number[]>,
): PackageRow {
  const inside = one.paragraphs.flatMap((id) => proposalsOf.get(id) ?? [])
  const decided = one.proposals.filter((id) => state.proposals.get(id)?.status !== 'open')
  const agreed = one.paragraphs.filter((id) => {
    const status = state.statuses.get(id)?.status
    return status === 'adReferendum' || status === 'adopted'
  })
  return {
    package: one,
    standing: jointStanding(state, [...one.proposals, ...inside], one.paragraphs),
    settled: decided.length + agreed.length,
    all: one.proposals.length + one.paragraphs.length,
  }
}

const names = (holdouts: readonly Holdout[]): string[] =>
  holdouts.flatMap(({ party, members }) => [party, ...members.map((member) => member.party)])

/** Parties that ask for a bracket, have said something on it or stand in its way. */
export const amongBracket = ({ standing }: BracketRow): string[] => [
  ...names(standing.adopting.holdouts),
  ...names(standing.dropping.holdouts),
  ...Object.values(standing.byStance).flat(),
  ...standing.stale.map(({ party }) => party),
]

/** Parties that hold something open. */
export const amongJoint = ({ standing }: { readonly standing: JointStanding }): string[] =>
  names(standing.holdouts)

/** Order of how near to being settled: one delegation away, nobody in the way, several. */
export function nearness(holdouts: number, alone: number): number {
  if (alone > 0) return 0
  return holdouts === 0 ? 1 : 1 + holdouts
}
