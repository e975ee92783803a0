import { chairCode } from '../party/party.ts'
import type { Amend, Anchor, Change, Range, SourceId } from '../proposal/change.ts'
import { anchorOf, parseSource, rangesOf } from '../proposal/change.ts'
import { namedSources } from '../proposal/footprint.ts'
import type { Proposal } from '../proposal/proposal.ts'
import { currentVersion } from '../proposal/proposal.ts'
import type { Refusal } from '../refusal.ts'
import { refuse } from '../refusal.ts'
import { labelOf } from '../text/label.ts'
import { rootOf } from '../text/stream.ts'
import { isBreak, plainText, runsLength, sliceRuns } from '../text/token.ts'
import type { State } from './state.ts'
import { paragraphsTouched } from './touches.ts'

/**
 * May these changes be tabled (or, with `revising`, take the place of that proposal's)? Every place must
 * exist and still show, no agreed paragraph be touched, and nothing split a character.
 */
export function permitChanges(
  state: State,
  party: string,
  changes: readonly Change[],
  revising: Proposal | null,
): Refusal | null {
  const inserted = new Set<string>()
  for (const change of changes) {
    const refusal =
      permitPlaces(state, change, revising) ??
      permitInserted(state, change, revising, inserted) ??
      permitTouched(state, party, change)
    if (refusal) return refusal
  }
  return null
}

function permitPlaces(state: State, change: Change, revising: Proposal | null): Refusal | null {
  for (const source of namedSources(change)) {
    const refusal = permitSource(state, source, revising)
    if (refusal) return refusal
  }
  for (const range of rangesOf(change)) {
    const refusal = permitRange(state, range)
    if (refusal) return refusal
  }
  const anchor = anchorOf(change)
  if (anchor) {
    const paragraphs = change.type === 'place' || (change.type === 'amend' && beginsParagraph(change))
    const refusal = permitAnchor(state, anchor, paragraphs)
    if (refusal) return refusal
  }
  if (change.type === 'set' || change.type === 'place') {
    const { paragraph } = change
    const spot = state.breaks.get(paragraph)
    if (!spot) return refuse('unknown-paragraph', { paragraph })
    if (change.type === 'place') {
      const through = state.sources.get(change.through.source)
      if (!through || change.through.at >= through.length)
        return refuse('unknown-place', { source: change.through.source })
    } else if (change.kind === undefined && change.level === undefined) return refuse('empty-proposal')
  }
  if (change.type === 'amend' && !change.strike.length && !change.insert?.runs.length)
    return refuse('empty-proposal')
  return null
}

/** A source must belong to the text or to words that stand, in their current wording. */
function permitSource(state: State, source: SourceId, revising: Proposal | null): Refusal | null {
  if (!state.sources.has(source)) return refuse('unknown-place', { source })
  const parsed = parseSource(source)
  if (!parsed) return null
  const owner = state.proposals.get(parsed.proposal)!
  if (owner.id === revising?.id) return refuse('place-fixed', { proposal: owner.id })
  if (owner.status !== 'open' && owner.status !== 'accepted')
    return refuse('proposal-decided', { proposal: owner.id, status: owner.status })
  const { version } = currentVersion(owner)
  const named = Number(parsed.key.split('.')[1])
  return named === version
    ? null
    : refuse('version-passed', { proposal: owner.id, version: named, current: version })
}

function permitRange(state: State, { source, from, to }: Range): Refusal | null {
  const { length, runs } = state.sources.get(source)!
  if (from >= to || to > length) return refuse('unknown-place', { source })
  if (splitsCharacter(runs, from) || splitsCharacter(runs, to)) return refuse('unknown-place', { source })
  const strikes = state.slots.get(source)?.strikes ?? []
  const struck = strikes.find((mark) => state.accepted.has(mark.key) && mark.from < to && from < mark.to)
  return struck ? overtaken(state, { source, at: from }) : null
}

const beginsParagraph = ({ insert }: Amend): boolean =>
  insert?.runs[0] !== undefined && isBreak(insert.runs[0])

function permitAnchor(state: State, anchor: Anchor, paragraphs: boolean): Refusal | null {
  const { source, at, before, after } = anchor
  const { length, runs, breaks } = state.sources.get(source)!
  // Words before a paragraph's break would fall to the paragraph before it.
  if (!paragraphs && at === 0 && breaks[0] === 0) return refuse('unknown-place', { source })
  if (at > length || splitsCharacter(runs, at)) return refuse('unknown-place', { source })
  for (const neighbour of [before, after])
    if (neighbour !== undefined && !state.sources.has(neighbour))
      return refuse('unknown-place', { source: neighbour })
  const strikes = state.slots.get(source)?.strikes ?? []
  const inside = strikes.some((mark) => state.accepted.has(mark.key) && mark.from < at && at < mark.to)
  return inside ? overtaken(state, { source, at }) : null
}

function overtaken(state: State, { source }: { source: SourceId; at: number }): Refusal {
  const paragraph = rootOf(state, source)
  return refuse('overtaken', { paragraph, label: labelOf(state, paragraph) })
}

/** True when a gap lies between the halves of a character beyond U+FFFF. */
function splitsCharacter(runs: Parameters<typeof sliceRuns>[0], at: number): boolean {
  if (at === 0 || at >= runsLength(runs)) return false
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(plainText(sliceRuns(runs, at - 1, at + 1)))
}

/** A paragraph's id is free again for its own proposal's revision, and once that proposal has fallen. */
function yieldsTo(state: State, source: SourceId, revising: Proposal | null): boolean {
  const owner = parseSource(source)?.proposal
  if (owner === undefined) return false
  const { status } = state.proposals.get(owner)!
  return owner === revising?.id || (status !== 'open' && status !== 'accepted' && status !== 'parked')
}

/** New paragraphs need ids of their own. */
function permitInserted(
  state: State,
  change: Change,
  revising: Proposal | null,
  inserted: Set<string>,
): Refusal | null {
  if (change.type !== 'amend' || !change.insert) return null
  for (const run of change.insert.runs) {
    if (!isBreak(run)) continue
    const { id } = run.break
    const spot = state.breaks.get(id)
    if (inserted.has(id) || (spot && !yieldsTo(state, spot.source, revising)))
      return refuse('paragraph-taken', { paragraph: id })
    inserted.add(id)
  }
  return null
}

/** Agreed paragraphs refuse changes until the chair reopens them; informally agreed ones wait for those named. */
function permitTouched(state: State, party: string, change: Change): Refusal | null {
  const closed = closedTo(state, party)
  // To lay the whole text out for every change of a long import would take longer than all the rest.
  if (closed.size === 0 || isFarFrom(state, change, closed.keys())) return null
  const paragraph = paragraphsTouched(state, change).find((id) => closed.has(id))
  if (paragraph === undefined) return null
  const status = closed.get(paragraph)!
  return refuse('paragraph-agreed', { paragraph, label: labelOf(state, paragraph), status })
}

/**
 * True when a change plainly bears on none of these paragraphs: while nothing is accepted, words stand in the
 * paragraph that was opened with them, and a break that is struck joins its words to the one before.
 */
function isFarFrom(state: State, change: Change, paragraphs: Iterable<string>): boolean {
  if (state.accepted.size > 0) return false
  let roots = new Set(rootsOf(state, change))
  for (const { source, from, to } of rangesOf(change))
    if (state.sources.get(source)!.breaks.some((at) => from <= at && at < to))
      roots = new Set(
        [...roots].flatMap((root) => [root, state.opened[state.opened.indexOf(root) - 1] ?? root]),
      )
  for (const paragraph of paragraphs)
    if (roots.has(rootOf(state, state.breaks.get(paragraph)!.source))) return false
  return true
}

/** Paragraphs that take no changes from a party, with what they are agreed as. */
function closedTo(state: State, party: string): ReadonlyMap<string, string> {
  const closed = new Map<string, string>()
  for (const [paragraph, { status, pending }] of state.statuses)
    if (
      status === 'adReferendum' ||
      status === 'adopted' ||
      (status === 'informals' && party !== chairCode && !pending.includes(party))
    )
      closed.set(paragraph, status)
  return closed
}

/** A revision changes the wording, not the place or the kind of what others have taken positions on. */
export function permitRevision(state: State, proposal: Proposal, changes: readonly Change[]): Refusal | null {
  const last = currentVersion(proposal).changes
  if (JSON.stringify(last) === JSON.stringify(changes)) return refuse('already-so')
  const roots = new Set(last.flatMap((change) => rootsOf(state, change)))
  const types = new Set(last.map(({ type }) => type))
  const strays = changes.some(
    (change) => !types.has(change.type) || rootsOf(state, change).some((root) => !roots.has(root)),
  )
  return strays ? refuse('place-fixed', { proposal: proposal.id }) : null
}

function rootsOf(state: State, change: Change): string[] {
  const sources = namedSources(change)
  if (change.type === 'set' || change.type === 'place')
    sources.push(state.breaks.get(change.paragraph)!.source)
  return sources.map((source) => rootOf(state, source))
}
