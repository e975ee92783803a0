import { anchorOf, type Change, type Range, rangesOf } from '../../../schema/proposal/change.ts'
import { currentVersion, type Proposal } from '../../../schema/proposal/proposal.ts'
import type { Description } from '../../../schema/proposal/describe.ts'
import type { State } from '../../../schema/record/state.ts'
import { plainText } from '../../../schema/text/token.ts'
import { paragraphOfChange } from '../place.ts'
import { descriptionOf } from '../wording/sentences.tsx'

/** A change the draft makes, and how it stands to what has been tabled. */
export interface DeskChange {
  /** The same while words are being typed into it. */
  readonly name: string
  readonly change: Change
  readonly description: Description
  readonly paragraph: string | null
  /** The open proposal of one's own that says exactly this. */
  readonly tabled: number | null
  /** The open proposal of one's own made at this place, of which this would be the next version. */
  readonly revises: number | null
  /** Somebody else's open proposal with nearly the same words at this place. */
  readonly like: number | null
}

/**
 * Sets the changes of a draft against the open proposals; `speaker` is whose proposals are one's own. `asDrafted`
 * gives what an own one says as the draft would say it, where that may be something else than was tabled.
 */
export function deskChanges(
  state: State,
  changes: readonly Change[],
  speaker: string,
  asDrafted: (proposal: Proposal) => readonly Change[] = () => [],
): DeskChange[] {
  const byParagraph = new Map<string | null, Set<Proposal>>()
  for (const proposal of state.proposals.values())
    for (const change of proposal.status === 'open' ? changesOf(proposal) : []) {
      const paragraph = paragraphOfChange(state, change)
      byParagraph.set(paragraph, (byParagraph.get(paragraph) ?? new Set()).add(proposal))
    }
  return changes.map((change) => {
    const paragraph = paragraphOfChange(state, change)
    const here = [...(byParagraph.get(paragraph) ?? [])]
    const own = here.filter(({ sponsors }) => sponsors.includes(speaker))
    const says = (other: Change): boolean => sameWords(change, other)
    const tabled =
      own.find((proposal) => changesOf(proposal).some(says)) ??
      own.find((proposal) => asDrafted(proposal).some(says))
    const revised = tabled
      ? undefined
      : own.find((proposal) => changesOf(proposal).some((other) => samePlace(change, other)))
    const like = here.find(
      (proposal) => !own.includes(proposal) && changesOf(proposal).some((other) => nearWords(change, other)),
    )
    return {
      name: nameOf(change),
      change,
      description: descriptionOf(state, change),
      paragraph,
      tabled: tabled?.id ?? null,
      revises: revised?.id ?? null,
      like: tabled || revised ? null : (like?.id ?? null),
    }
  })
}

const changesOf = (proposal: Proposal): readonly Change[] => currentVersion(proposal).changes

/** Where a change is made and what it strikes, but not what it inserts: that is still being typed. */
function nameOf(change: Change): string {
  const anchor = anchorOf(change)
  const ranges = rangesOf(change).map(rangeName).join(' ')
  const paragraph = change.type === 'set' || change.type === 'place' ? change.paragraph : ''
  return `${change.type} ${paragraph} ${ranges || (anchor ? `${anchor.source}@${anchor.at}` : '')}`
}

const rangeName = ({ source, from, to }: Range): string => `${source}:${from}-${to}`

const insertedText = (change: Change): string =>
  change.type === 'amend' && change.insert ? plainText(change.insert.runs) : ''

const struckName = (change: Change): string => rangesOf(change).map(rangeName).join(' ')

/** True when two changes are made in one place: they strike the same words, or insert in the same gap. */
export function samePlace(a: Change, b: Change): boolean {
  if (a.type !== b.type) return false
  if (a.type === 'set' || a.type === 'place') return b.type === a.type && a.paragraph === b.paragraph
  const overlap = rangesOf(a).some((one) =>
    rangesOf(b).some(({ source, from, to }) => one.source === source && one.from < to && from < one.to),
  )
  const [here, there] = [anchorOf(a), anchorOf(b)]
  const bare = rangesOf(a).length === 0 && rangesOf(b).length === 0
  return (
    overlap ||
    (bare && here !== null && there !== null && here.source === there.source && here.at === there.at)
  )
}

/** True when two changes ask for the same, whatever ids new paragraphs have been given. */
export function sameWords(a: Change, b: Change): boolean {
  if (!samePlace(a, b) || struckName(a) !== struckName(b)) return false
  return a.type === 'set' || a.type === 'place'
    ? JSON.stringify(a) === JSON.stringify(b)
    : insertedText(a) === insertedText(b)
}

/** True when two changes at one place differ at most in capitals, spaces and punctuation. */
function nearWords(a: Change, b: Change): boolean {
  if (!samePlace(a, b)) return false
  if (a.type === 'set' || a.type === 'place') return sameWords(a, b)
  const [mine, theirs] = [bare(insertedText(a)), bare(insertedText(b))]
  // With no new words on either side it is what they strike that must agree.
  return mine === theirs && (mine !== '' || struckName(a) === struckName(b))
}

const bare = (text: string): string =>
  text
    .toLocaleLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim()
