import { rangesOfWords, rewriteParagraph, wordsOf } from '../../../schema/proposal/asking.ts'
import { type Change, rangesOf, versionKey, type VersionKey } from '../../../schema/proposal/change.ts'
import { compare } from '../../../schema/proposal/compare.ts'
import { currentVersion, type Proposal, type Version } from '../../../schema/proposal/proposal.ts'
import { basisOf } from '../../../schema/proposal/standing.ts'
import type { State } from '../../../schema/record/state.ts'
import { type Paragraph, paragraphRuns } from '../../../schema/text/paragraph.ts'
import { textOf } from '../../../schema/text/text.ts'
import { joinRuns, plainText, type Run, runsLength } from '../../../schema/text/token.ts'
import { withTabled } from '../rows/supposed.ts'
import { type DeskChange, samePlace } from './desk-change.ts'
import { textWith } from './restore.ts'

type Basis = ReadonlySet<VersionKey>

const keyOf = (proposal: Proposal): VersionKey => versionKey(proposal.id, currentVersion(proposal).version)

const drafted = new WeakMap<Version, { readonly basis: Basis; readonly changes: readonly Change[] }>()

/**
 * What a proposal asks for as a draft that says it would say it: an alternative to a whole paragraph is, compared,
 * but the words that differ. Empty while the draft has not the words the proposal was made in.
 */
export function asDrafted(state: State, basis: Basis, proposal: Proposal): readonly Change[] {
  const version = currentVersion(proposal)
  const known = drafted.get(version)
  if (known?.basis === basis) return known.changes
  const changes = restsWithin(state, basis, proposal)
    ? compare(state, basis, textOf(state, new Set([...basis, keyOf(proposal)])))
    : []
  drafted.set(version, { basis, changes })
  return changes
}

/** True when a draft made from a set has the words in which a proposal was made. */
export const restsWithin = (state: State, basis: Basis, proposal: Proposal): boolean =>
  [...basisOf(state, [proposal.id])].every((key) => basis.has(key) || key === keyOf(proposal))

/** True for a proposal whose words a draft can show; what it only holds, no draft says. */
export const hasWords = (proposal: Proposal): boolean =>
  currentVersion(proposal).changes.some(({ type }) => type !== 'hold')

/**
 * The draft with the words of an own proposal brought in, ready to be changed; null when it says them, or others at
 * their place, already. What else the draft changes stays, but for what stands in the very place of the words.
 */
export function withWordsOf(
  state: State,
  basis: Basis,
  changes: readonly DeskChange[],
  proposal: Proposal,
): Paragraph[] | null {
  if (changes.some(({ tabled, revises }) => tabled === proposal.id || revises === proposal.id)) return null
  const own = asDrafted(state, basis, proposal)
  if (own.length === 0) return null
  const rest = changes
    .map(({ change }) => change)
    .filter((change) => !own.some((other) => samePlace(change, other)))
  if (rest.length === 0) return textOf(state, new Set([...basis, keyOf(proposal)]))
  const supposed = withTabled(state, '', rest)
  return textOf(supposed, new Set([...basis, keyOf(proposal), versionKey(supposed.n, 1)]))
}

/**
 * What the next version of a proposal asks for when its draft makes these changes: the words that it holds stay held,
 * and an alternative to a whole paragraph stays one.
 */
export function nextChanges(
  state: State,
  basis: Basis,
  proposal: Proposal,
  made: readonly Change[],
): readonly Change[] {
  const last = currentVersion(proposal).changes
  const holds = last.filter(({ type }) => type === 'hold')
  const paragraph = last.length === 1 ? rewritten(state, last[0]!) : null
  const whole = paragraph === null ? null : wholeWords(state, basis, paragraph, made)
  return paragraph !== null && whole
    ? [rewriteParagraph(state, paragraph, whole)]
    : [...made, ...holds.filter((hold) => !made.includes(hold))]
}

/** The paragraph all of whose words a change replaces; null for any other change. */
function rewritten(state: State, change: Change): string | null {
  if (change.type !== 'amend' || !change.insert) return null
  const struck = JSON.stringify(rangesOf(change))
  for (const [paragraph, { source }] of state.breaks) {
    if (rangesOf(change)[0]?.source !== source) continue
    const ranges = rangesOfWords(state, paragraph, 0, runsLength(wordsOf(state, paragraph)))
    if (JSON.stringify(ranges) === struck) return paragraph
  }
  return null
}

/** All that would stand in a paragraph's place, further paragraphs with it; null where that is not for sure. */
function wholeWords(state: State, basis: Basis, paragraph: string, made: readonly Change[]): Run[] | null {
  const before = textOf(state, basis)
  const now = before.find(({ id }) => id === paragraph)
  // Words of others that the draft amends are not the paragraph's.
  if (!now || plainText(now.content) !== plainText(wordsOf(state, paragraph))) return null
  const known = new Set(before.map(({ id }) => id))
  const text = textWith(state, basis, made)
  const at = text.findIndex(({ id }) => id === paragraph)
  if (at < 0) return null
  const end = text.findIndex(({ id }, i) => i > at && known.has(id))
  const [first, ...more] = text.slice(at, end < 0 ? text.length : end)
  return joinRuns([...first!.content, ...more.flatMap(paragraphRuns)])
}
