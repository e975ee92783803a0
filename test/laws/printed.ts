import type { State } from '../../schema/record/state.ts'
import type {
  Attribution,
  HeadRequest,
  Lens,
  ParagraphView,
  Passage,
  View,
} from '../../schema/view/passage.ts'
import { labelsIn, printParagraph } from '../../schema/view/print.ts'
import { view } from '../../schema/view/view.ts'
import { delegations } from './negotiation.ts'

/** Every way of reading a state, with each delegation's own text and its latest open proposals "as if". */
export function lensesOf(state: State): Lens[] {
  const open = [...state.proposals.values()].filter(({ status }) => status === 'open').map(({ id }) => id)
  return [
    { type: 'base' },
    { type: 'clean' },
    { type: 'compilation', names: 'shown' },
    { type: 'compilation', names: 'groups' },
    { type: 'compilation', names: 'hidden' },
    { type: 'since', names: 'shown' },
    { type: 'since', names: 'hidden' },
    ...delegations.map((party): Lens => ({ type: 'preferred', party })),
    ...delegations.slice(0, 2).map((only): Lens => ({ type: 'compilation', names: 'shown', only })),
    { type: 'asIf', proposals: open.slice(-2) },
  ]
}

/** A view with the brackets that were typed as words replaced, so that those left are brackets of the notation. */
export function withoutTyped(made: View): View {
  return {
    ...made,
    paragraphs: made.paragraphs.map((one) => mapPassages(one, (passages) => passages.map(untyped))),
  }
}

const untyped = (passage: Passage): Passage =>
  passage.type === 'words'
    ? 'text' in passage.run
      ? {
          ...passage,
          run: { ...passage.run, text: passage.run.text.replaceAll('[', '⟦').replaceAll(']', '⟧') },
        }
      : passage
    : {
        ...passage,
        wordings: passage.wordings.map((one) => ({ ...one, passages: one.passages.map(untyped) })),
      }

const mapPassages = (
  one: ParagraphView,
  map: (passages: readonly Passage[]) => readonly Passage[],
): ParagraphView => ({
  ...one,
  passages: map(one.passages),
})

/** A view with nobody named. */
export function withoutNames(made: View): ParagraphView[] {
  return made.paragraphs.map((one) => ({
    ...one,
    proposedBy: one.proposedBy.map(unnamed),
    requests: one.requests.map((request): HeadRequest => ({ ...request, by: unnamed(request.by) })),
    passages: one.passages.map(anonymous),
  }))
}

const unnamed = (by: Attribution): Attribution => ({ ...by, sponsors: [] })

const anonymous = (passage: Passage): Passage =>
  passage.type === 'words'
    ? passage
    : {
        ...passage,
        wordings: passage.wordings.map((wording) => ({
          ...wording,
          by: wording.by.map(unnamed),
          deletedBy: wording.deletedBy.map(unnamed),
          heldBy: wording.heldBy.map(unnamed),
          passages: wording.passages.map(anonymous),
        })),
      }

/** What is wrong with the brackets of a view: each paragraph that does not balance, or counts otherwise. */
export function bracketFaults(made: View): string[] {
  const plain = withoutTyped(made)
  const labelOf = labelsIn(plain)
  const faults = plain.paragraphs.flatMap((paragraph) => {
    const printed = printParagraph(paragraph, labelOf)
    const opened = printed.split('[').length - 1
    if (!balances(printed)) return [`unbalanced: ${printed}`]
    return opened === paragraph.pairs ? [] : [`${paragraph.pairs} pairs said, ${opened} printed: ${printed}`]
  })
  const sum = made.paragraphs.reduce((pairs, one) => pairs + one.pairs, 0)
  return sum === made.pairs
    ? faults
    : [...faults, `${made.pairs} pairs in the whole, ${sum} in its paragraphs`]
}

function balances(printed: string): boolean {
  let depth = 0
  for (const character of printed) {
    if (character === '[') depth++
    if (character === ']') depth--
    if (depth < 0) return false
  }
  return depth === 0
}

/** The words of a compilation paragraph by paragraph, with brackets and names but without labels. */
export const unlabelled = (state: State): string[] => {
  const made = view(state, { type: 'compilation', names: 'shown' })
  return made.paragraphs.map((one) => printParagraph({ ...one, label: '' }, (id) => id))
}
