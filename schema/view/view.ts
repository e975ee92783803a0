import type { SourceId } from '../proposal/change.ts'
import type { State, StatusEntry } from '../record/state.ts'
import { labelsOf } from '../text/label.ts'
import type { Node } from '../text/node.ts'
import { arrangedNodes } from '../text/node.ts'
import type { LaidParagraph } from '../text/text.ts'
import { gather } from '../text/text.ts'
import { attributionOf } from './names.ts'
import type { Lens, ParagraphView, View } from './passage.ts'
import type { Unlabelled } from './paragraph.ts'
import { paragraphViews } from './paragraph.ts'
import type { LensSelection } from './selection.ts'
import { selectionOfLens } from './selection.ts'

/** What a paragraph's view was made from; as long as it is the same, so is the view. */
interface Kept {
  readonly nodes: readonly Node[]
  readonly entry: StatusEntry | undefined
  readonly views: readonly Unlabelled[]
  readonly labelled: (ParagraphView | undefined)[]
}

const keptOf = new WeakMap<View, ReadonlyMap<string, Kept>>()

/**
 * The text as a lens shows it. Given the previous view through the same lens, paragraphs that no act has
 * touched since are the same objects.
 */
export function view(state: State, lens: Lens, previous?: View): View {
  const selection = selectionOfLens(state, lens)
  const { nodes, order } = arrangedNodes(state, selection)
  const laid = gather(
    nodes.map((node) => withOpenSplit(node, selection)),
    order,
  )
  const names = 'names' in lens ? lens.names : 'shown'
  const sameLens = previous !== undefined && JSON.stringify(previous.lens) === JSON.stringify(lens)
  const before = sameLens && names !== 'groups' ? keptOf.get(previous) : undefined
  const kept = new Map<string, Kept>()
  for (const one of laid) {
    const { id } = one.head
    const entry = state.statuses.get(id)
    const last = before?.get(id)
    if (last && last.entry === entry && sameNodes(last.nodes, one.nodes) && !state.places.has(id)) {
      kept.set(id, last)
      continue
    }
    const views = paragraphViews(
      state,
      one,
      selection,
      (ref) => attributionOf(state, names, ref),
      (portal) => holderOf(laid, portal, selection),
    )
    kept.set(id, { nodes: one.nodes, entry, views, labelled: [] })
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
      const label = labels[next++]!
      if (group.labelled[i]?.label !== label) group.labelled[i] = { ...unlabelled, label }
      return group.labelled[i]!
    }),
  )
  const made = { lens, n: state.n, paragraphs, pairs: paragraphs.reduce((sum, { pairs }) => sum + pairs, 0) }
  keptOf.set(made, kept)
  return made
}

const sameNodes = (a: readonly Node[], b: readonly Node[]): boolean =>
  a.length === b.length && a.every((node, i) => node === b[i])

/** The paragraph of the text, not one only proposed, behind which a portal stands. */
function holderOf(laid: readonly LaidParagraph[], portal: SourceId, { open }: LensSelection): string | null {
  const here = laid.findIndex(({ nodes }) =>
    nodes.some(({ hidden }) => hidden.some(({ source }) => source === portal)),
  )
  const standing = laid.slice(0, here + 1).findLast((one) => !one.break.keys.some(open))
  return standing?.head.id ?? null
}

const inlined = new WeakMap<Node, Node>()

/**
 * A break that is only proposed does not part a paragraph of the text: it is shown inside it, or others'
 * brackets behind it would stand under a label that may never be.
 */
function withOpenSplit(node: Node, { open }: LensSelection): Node {
  const outer = node.break.chain.at(-1)
  if (!node.visible || outer === undefined || !open(node.break.keys.at(-1)!)) return node
  if (node.pieces.every(({ chain }) => chain.includes(outer))) return node
  let made = inlined.get(node)
  if (!made) inlined.set(node, (made = { ...node, visible: false, pieces: [node.break, ...node.pieces] }))
  return made
}

/** One paragraph of a view; null when the lens does not show it. */
export function viewParagraph(state: State, lens: Lens, id: string, previous?: View): ParagraphView | null {
  return view(state, lens, previous).paragraphs.find((paragraph) => paragraph.id === id) ?? null
}
