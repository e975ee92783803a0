import type { SourceId } from '../proposal/change.ts'
import { sourceId } from '../proposal/change.ts'
import type { State, StatusEntry } from '../record/state.ts'
import { labelsOf } from '../text/label.ts'
import type { Node } from '../text/node.ts'
import { arrangedNodes } from '../text/node.ts'
import type { LaidParagraph } from '../text/text.ts'
import { gather } from '../text/text.ts'
import { attributionOf } from './names.ts'
import type { Lens, ParagraphView, View } from './passage.ts'
import type { PortalHolder, Unlabelled } from './paragraph.ts'
import { paragraphViews } from './paragraph.ts'
import type { LensSelection } from './selection.ts'
import { selectionOfLens } from './selection.ts'
import { withOpenSplits } from './splits.ts'

/** What a paragraph's view was made from; as long as it is the same, so is the view. */
interface Kept {
  readonly nodes: readonly Node[]
  readonly entry: StatusEntry | undefined
  /** Paragraphs behind which it is asked to stand. */
  readonly behind: string
  readonly views: readonly Unlabelled[]
  readonly labelled: (ParagraphView | undefined)[]
}

/** By view: what was kept of it, and the name of its selection. */
const keptOf = new WeakMap<
  View,
  { readonly selection: string; readonly paragraphs: ReadonlyMap<string, Kept> }
>()

/**
 * The text as a lens shows it. Given the previous view through the same lens, paragraphs that no act has
 * touched since are the same objects.
 */
export function view(state: State, lens: Lens, previous?: View): View {
  const selection = selectionOfLens(state, lens)
  const { nodes, order } = arrangedNodes(state, selection)
  const laid = gather(withOpenSplits(nodes, selection), order)
  const names = 'names' in lens ? lens.names : 'shown'
  const sameLens = previous !== undefined && JSON.stringify(previous.lens) === JSON.stringify(lens)
  const last = sameLens && names !== 'groups' ? keptOf.get(previous) : undefined
  const before = last?.selection === selection.name ? last.paragraphs : undefined
  const kept = new Map<string, Kept>()
  const holder = holderIn(laid, selection)
  for (const one of laid) {
    const { id } = one.head
    const entry = state.statuses.get(id)
    const then = before?.get(id)
    const behind = (state.places.get(id) ?? [])
      .map(({ key, index }) => holder(sourceId(key, index)))
      .join(' ')
    if (then && then.entry === entry && then.behind === behind && sameNodes(then.nodes, one.nodes)) {
      kept.set(id, then)
      continue
    }
    const views = paragraphViews(state, one, selection, (ref) => attributionOf(state, names, ref), holder)
    kept.set(id, { nodes: one.nodes, entry, behind, views, labelled: [] })
  }
  const groups = laid.map(({ head }) => kept.get(head.id)!)
  const labels = labelsOf(
    state,
    groups.flatMap(({ views }) =>
      views.map(({ id, kind, level, alternativeTo }) => ({ head: { id, kind, level }, alternativeTo })),
    ),
  )
  let next = 0
  const paragraphs = groups.flatMap((group) =>
    group.views.map((unlabelled, i) => {
      const { label, under } = labels[next++]!
      const last = group.labelled[i]
      if (last?.label !== label || last.under !== under) group.labelled[i] = { ...unlabelled, label, under }
      return group.labelled[i]!
    }),
  )
  const made = { lens, n: state.n, paragraphs, pairs: paragraphs.reduce((sum, { pairs }) => sum + pairs, 0) }
  keptOf.set(made, { selection: selection.name, paragraphs: kept })
  return made
}

const sameNodes = (a: readonly Node[], b: readonly Node[]): boolean =>
  a.length === b.length && a.every((node, i) => node === b[i])

/** Finds the paragraph of the text, not one only proposed, behind which a portal stands. */
function holderIn(laid: readonly LaidParagraph[], { open }: LensSelection): PortalHolder {
  let holders: Map<SourceId, string | null> | undefined
  return (portal) => (holders ??= holdersOf(laid, open)).get(portal) ?? null
}

function holdersOf(
  laid: readonly LaidParagraph[],
  open: LensSelection['open'],
): Map<SourceId, string | null> {
  const holders = new Map<SourceId, string | null>()
  let standing: string | null = null
  for (const { head, break: first, nodes } of laid) {
    if (!first.keys.some(open)) standing = head.id
    for (const { hidden } of nodes)
      for (const { portal, source } of hidden) if (portal) holders.set(source, standing)
  }
  return holders
}
