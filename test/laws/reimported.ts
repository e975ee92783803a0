import type { WrittenParagraph } from '../../schema/imported/written.ts'
import type { State } from '../../schema/record/state.ts'
import type { ParagraphView, Passage, View, Wording } from '../../schema/view/passage.ts'
import { citations } from '../../schema/text/label.ts'
import { scoped } from '../../schema/text/numbering.ts'
import { layoutOf } from '../../schema/text/text.ts'
import { labelsIn, printParagraph, printPassages, printView } from '../../schema/view/print.ts'

/** What a label ends with where it is printed. */
const stopped = (label: string): string => (label === '' || /[.)]$/.test(label) ? label : `${label}.`)

/**
 * The paragraphs of a printed compilation as an import leaves them: the number taken off behind the signs
 * that open there, and told from it. Kinds are those of the text: to guess them is not the core's affair.
 */
export function writtenFrom(made: View): WrittenParagraph[] {
  const labelOf = labelsIn(made)
  return made.paragraphs.map((one, i) => {
    const printed = printParagraph(one, labelOf)
    return { ...withoutLabel(printed, one), id: `q${i + 1}`, kind: one.kind, level: one.level }
  })
}

function withoutLabel(
  printed: string,
  { label }: ParagraphView,
): Pick<WrittenParagraph, 'label' | 'content'> {
  const number = stopped(label)
  const signs = /^(?:\{[^{}]*\} |\[(?:(?:\p{Lu}|Chair)(?:, (?:\p{Lu}|Chair))*: )?)*/u.exec(printed)![0]
  const at = [signs.length, 0].find((start) => printed.startsWith(number, start)) ?? -1
  if (at < 0) throw new RangeError(`no label ${number} in ${printed}`)
  const rest = printed.slice(at + number.length)
  const text = printed.slice(0, at) + (number === '' ? rest : rest.replace(/^ /, ''))
  return { label: label === '' ? null : label, content: contentOf(text) }
}

/** Line ends within a printed paragraph are line breaks of its words. */
const contentOf = (text: string): WrittenParagraph['content'] =>
  text
    .split('\n')
    .flatMap((line, i) => [...(i > 0 ? [{ line: true } as const] : []), ...(line ? [{ text: line }] : [])])

const holdsWords = (passages: readonly Passage[]): boolean =>
  passages.some((passage) =>
    passage.type === 'words'
      ? 'text' in passage.run && passage.run.text.trim() !== ''
      : passage.wordings[0]!.role === 'standing' && holdsWords(passage.wordings[0]!.passages),
  )

/** All words struck without their paragraph: on paper there is no telling an empty paragraph from none. */
function isStruckAlone(passages: readonly Passage[]): boolean {
  const full = passages.filter(
    (passage) => passage.type !== 'words' || !('text' in passage.run) || passage.run.text.trim() !== '',
  )
  const [only] = full
  return (
    full.length === 1 &&
    only?.type === 'contest' &&
    only.wordings.length === 1 &&
    only.wordings[0]!.deletedBy.length > 0
  )
}

/** Words put in right behind another wording of most of a paragraph read as one more of these, and so print alike. */
const isBesideRewriting = (passages: readonly Passage[]): boolean =>
  passages.some((passage, i) => {
    const behind = passages[i + 1]
    if (passage.type === 'words' || behind?.type !== 'contest') return false
    const [first] = passage.wordings
    return (
      first!.role === 'standing' &&
      behind.wordings[0]!.role === 'proposed' &&
      printPassages(first!.passages, (id) => id).length >= 40
    )
  })

/** Words in brackets without a name right behind others read as one more wording of these. */
const isTouching = (passages: readonly Passage[]): boolean =>
  passages.some((passage, i) => {
    if (passage.type === 'words') return false
    const touches = passages[i - 1]?.type === 'contest' && isNameless(passage.wordings[0]!)
    return touches || passage.wordings.some((wording) => isTouching(wording.passages))
  })

const isNameless = ({ by, deletedBy, heldBy }: Wording): boolean =>
  [...by, ...deletedBy, ...heldBy].every(({ sponsors }) => sponsors.length === 0)

/** Words nobody in particular asks for read as held, and count where it is told how much of a paragraph is rewritten. */
const isMeasured = (passages: readonly Passage[]): boolean =>
  isRewritten(passages, false) !== isRewritten(passages, true)

function isRewritten(passages: readonly Passage[], withAsked: boolean): boolean {
  const contest = passages.find(
    (one) => one.type === 'contest' && one.wordings.length > 1 && one.wordings[0]!.role === 'standing',
  )
  if (contest?.type !== 'contest') return false
  const length = unitsOf(contest.wordings[0]!.passages, withAsked)
  return length >= 40 && length / unitsOf(passages, withAsked) >= 0.8
}

const unitsOf = (passages: readonly Passage[], withAsked: boolean): number =>
  passages.reduce((sum, passage) => {
    if (passage.type === 'words') return sum + ('text' in passage.run ? passage.run.text.length : 1)
    const [first] = passage.wordings
    const counts = first!.role === 'standing' || (withAsked && isNameless(first!))
    return sum + (counts ? unitsOf(first!.passages, withAsked) : 0)
  }, 0)

/** Spaces that nobody in particular asks for, around words that nobody does: what is whose cannot be told. */
const isBlankAround = (passages: readonly Passage[]): boolean =>
  passages.some(
    (passage) =>
      passage.type === 'contest' &&
      passage.wordings.some(
        (wording) =>
          isBlankAround(wording.passages) ||
          (wording.role === 'proposed' &&
            wording.passages.some(asksForNobody) &&
            wording.passages.every((one) =>
              one.type === 'words'
                ? 'text' in one.run && one.run.text.trim() === ''
                : one.wordings[0]!.role === 'proposed',
            )),
      ),
  )

const asksForNobody = (passage: Passage): boolean =>
  passage.type === 'contest' && passage.wordings.some((one) => one.role === 'proposed' && isNameless(one))

/** A split that only what stands behind its paragraph lets show in it. */
const endsSplit = (passages: readonly Passage[]): boolean => {
  const last = passages.at(-1)
  return (
    last?.type === 'contest' &&
    last.wordings[0]!.role === 'proposed' &&
    last.wordings.some((wording) =>
      wording.passages.some((one) => one.type === 'words' && 'break' in one.run),
    )
  )
}

/**
 * Where strikes that cross are cut, a strike may end with words that are asked for, or cover the very words of
 * another: no strike that is made so would.
 */
const isCramped = (passages: readonly Passage[]): boolean =>
  passages.some((passage, i) => {
    if (passage.type === 'words') return false
    const [before, behind] = [spaceAt(passages[i - 1], -1), spaceAt(passages[i + 1], 0)]
    const [first] = passage.wordings
    const inner = first!.role === 'standing' || isNameless(first!) ? first!.passages : []
    const asked = (one: Passage | undefined) =>
      one?.type === 'contest' && one.wordings[0]!.role === 'proposed'
    const around = inner.length === 1 && inner[0]!.type === 'contest'
    return (
      (asked(inner[0]) && !before) ||
      (asked(inner.at(-1)) && !behind) ||
      (around && !before && !behind) ||
      passage.wordings.some((wording) => isCramped(wording.passages))
    )
  })

const spaceAt = (passage: Passage | undefined, at: number): boolean =>
  passage?.type === 'words' && 'text' in passage.run && passage.run.text.at(at) === ' '

const untold = [
  // The same words asked for twice, parted by a space that belongs to one of them: in one gap they are one bracket.
  /\[(?:\p{Lu}(?:, \p{Lu})*: )?([^[\]]*)\] ?\[(?:\p{Lu}(?:, \p{Lu})*: )?\1\]/u,
  // A strike of nothing that shows, cut off where strikes cross.
  /\[ – /,
  // A new paragraph in two brackets, neither of them anybody's.
  /\[\[[^[\]:]*¶/,
  // Two of a kind of which one must go, though a space parts them.
  /[[ ](?:shall|should|may)(?: – [^[\]]*)?\] \[(?:\p{Lu}(?:, \p{Lu})*: )?(?:shall|should|may)(?:\]| – )/u,
  // A split asked for in place of a single letter: it has no place among the words it replaces.
  /\[.(?: – [^\]]*)?\]\[[^\]]*¶/u,
  // A split in a wording of all of a paragraph: nothing that stands is behind it, so what follows is a paragraph.
  /\n\[[^\]]*¶/u,
]

/**
 * A new paragraph near where numbers begin anew: under nothing with a name it may stand on either side of that,
 * and what is placed may be cited under the heading there; before the first number it is not told that they do.
 */
const isAtLooseEnds = (state: State, { paragraphs }: View): boolean => {
  const begun = [...state.counts.values()].flatMap(({ under }) => under ?? [])
  return paragraphs.some(
    ({ proposedBy, kind, label, requests }) =>
      (begun.includes('') && requests.some(({ type }) => type === 'place')) ||
      (proposedBy.length > 0 &&
        scoped.has(kind) &&
        (begun.includes('') || (begun.length > 0 && /(?<!\d)0 /.test(label)))),
  )
}

/**
 * True of a compilation in which all that a record knows is told. What is not: who is the chair, an empty
 * paragraph, which of several paragraphs of one number is meant, and what the functions above say.
 */
export function isTold(state: State, made: View): boolean {
  const { paragraphs } = made
  const names = citations(paragraphs).filter((_, i) => paragraphs[i]!.proposedBy.length === 0)
  const standing = new Set(layoutOf(state, state.accepted).map(({ head }) => head.id))
  const once = (id: string) => names.filter((name) => name === labelsIn(made)(id)).length === 1
  // What it is counted under is told by a heading, and generated headings do not say so.
  const isUnder = (id: string) => paragraphs.some((one) => one.id === id && one.under !== '')
  return (
    paragraphs.some(({ proposedBy }) => proposedBy.length === 0) &&
    !untold.some((form) => form.test(printView(made))) &&
    !isAtLooseEnds(state, made) &&
    paragraphs.every(
      ({ id, proposedBy, alternativeTo, passages, requests, label }) =>
        (proposedBy.some(({ sponsors }) => sponsors.length > 0 && (label !== '' || holdsWords(passages))) ||
          (holdsWords(passages) && (proposedBy.length === 0 || label.includes(' ')))) &&
        !isStruckAlone(passages) &&
        !isBesideRewriting(passages) &&
        !isTouching(passages) &&
        !isMeasured(passages) &&
        !isCramped(passages) &&
        !isBlankAround(passages) &&
        !endsSplit(passages) &&
        (proposedBy.length > 0 || alternativeTo !== null || standing.has(id)) &&
        requests.every(({ type, by }) => type !== 'delete' || by.sponsors.length > 0) &&
        requests.every(
          (request) =>
            request.type !== 'place' ||
            request.after === null ||
            (request.after !== id && once(request.after) && !isUnder(request.after)),
        ),
    )
  )
}
