import type { When } from '../../../schema/party/condition.ts'
import { currentVersion, type Proposal } from '../../../schema/proposal/proposal.ts'
import type { State } from '../../../schema/record/state.ts'
import { citations, labelOf } from '../../../schema/text/label.ts'
import type { ParagraphView } from '../../../schema/view/passage.ts'
import { asking as words } from '../../lang/en/asking.ts'
import { room, sentences } from '../../lang/en/room.ts'
import type { Sayer } from '../../lang/say.tsx'
import { shortCodes } from '../../reading/chip.tsx'
import { paragraphOfChange } from '../place.ts'
import { named } from '../wording/sentence.tsx'

/** A paragraph that a proposal touches, as the screen names it. */
interface Touched {
  readonly paragraph: string
  readonly label: string
}

const cited = new WeakMap<readonly ParagraphView[], ReadonlyMap<string, string>>()

/** A paragraph as sentences cite it, "OP3 (b)"; empty for one without a label or not among these. */
function citedIn(rows: readonly ParagraphView[], paragraph: string): string {
  let names = cited.get(rows)
  if (!names) {
    const all = citations(rows)
    cited.set(rows, (names = new Map(rows.map(({ id }, i) => [id, all[i]!]))))
  }
  return names.get(paragraph) ?? ''
}

/** Paragraphs a proposal touches, in reading order: as they are shown, or those it was made in. */
export function placesOf(state: State, rows: readonly ParagraphView[], proposal: Proposal): Touched[] {
  const shown = rows.filter(
    ({ proposals, alternativeTo }) => alternativeTo === null && proposals.includes(proposal.id),
  )
  if (shown.length > 0) return shown.map(({ id }) => ({ paragraph: id, label: citedIn(rows, id) }))
  const made = currentVersion(proposal).changes.flatMap((change) => paragraphOfChange(state, change) ?? [])
  return [...new Set(made)].map((paragraph) => ({ paragraph, label: labelOf(state, paragraph) }))
}

/** What a proposal is called after where it stands: "PP3 bis" where it brings that paragraph. */
export function placeName(state: State, rows: readonly ParagraphView[], proposal: Proposal): string {
  const own = rows.find(({ proposedBy }) => proposedBy.some((by) => by.proposal === proposal.id))
  return (own && citedIn(rows, own.id)) || placesOf(state, rows, proposal)[0]?.label || ''
}

/** "#15 (PP3 bis, MX)", or "#15 (PP3 bis)" where names are hidden. */
export function proposalName(
  state: State,
  rows: readonly ParagraphView[],
  n: number,
  say: Sayer,
  isNamed = true,
): string {
  const proposal = state.proposals.get(n)
  if (!proposal) return say(room.proposal, { n })
  const label = placeName(state, rows, proposal) || say(room.text)
  const { sponsors: now, formerSponsors, unattributed } = proposal
  const sponsors = now.length > 0 || unattributed ? now : formerSponsors
  return isNamed && sponsors.length > 0
    ? say(words.named, { n, label, who: shortCodes(sponsors) })
    : say(words.namedUnattributed, { n, label })
}

/** "if #15 (PP3 bis, MX) is accepted": what a condition waits for, in words. */
export function whenWords(
  state: State,
  rows: readonly ParagraphView[],
  when: When,
  say: Sayer,
  isNamed = true,
): string {
  if ('paragraph' in when) {
    const label = citedIn(rows, when.paragraph) || labelOf(state, when.paragraph)
    return say(words.ifAgreed, { label })
  }
  const what = proposalName(state, rows, when.proposal, say, isNamed)
  return say(when.becomes === 'accepted' ? words.ifAccepted : words.ifWithdrawn, { what })
}

/** Names paragraphs in sentences: "OP4", "paragraph 2", "the text" where there is no label. */
export const nameOfParagraph =
  (labelOf: (paragraph: string) => string, say: Sayer) =>
  (paragraph: string): string => {
    const label = labelOf(paragraph)
    if (label === '') return say(sentences.unlabelled)
    return named(label, say)
  }

/** A condition as it is shown: in its party's words, or what it waits for where it has none. */
export const conditionWords = (
  state: State,
  rows: readonly ParagraphView[],
  { condition, when }: { readonly condition: string; readonly when: When | null },
  say: Sayer,
): string => condition.trim() || (when ? whenWords(state, rows, when, say) : '')
