import { currentVersion } from '../proposal/proposal.ts'
import type { Change } from '../proposal/change.ts'
import { parseSource, versionKey } from '../proposal/change.ts'
import { rivalsOf } from '../proposal/rivals.ts'
import { borneBy, restsOn } from '../proposal/standing.ts'
import type { Refusal } from '../refusal.ts'
import { refuse } from '../refusal.ts'
import { labelOf } from '../text/label.ts'
import { textOf } from '../text/text.ts'
import { isBreak } from '../text/token.ts'
import type { View } from '../view/passage.ts'
import { view } from '../view/view.ts'
import { contentHash } from './chain.ts'
import type { DeedOf } from './deed.ts'
import type { State } from './state.ts'
import { roundBase } from './state.ts'
import { currentLayout, paragraphsTouched } from './touches.ts'

/** Of rivals at most one is accepted, nothing before what it rests on, and nothing of a closed round is undone. */
export function permitRule(state: State, deed: DeedOf<'rule'>): Refusal | null {
  const { ruling, into } = deed
  const proposal = state.proposals.get(deed.proposal)
  if (!proposal) return refuse('unknown-proposal', { proposal: deed.proposal })
  const { id, status } = proposal
  const current = currentVersion(proposal).version
  if (deed.version !== current)
    return refuse('version-passed', { proposal: id, version: deed.version, current })
  if (ruling === status) return refuse('already-so')
  if (status === 'withdrawn') return refuse('proposal-decided', { proposal: id, status })
  if (ruling === 'open') return permitReopening(state, id, versionKey(id, current))
  if (status !== 'open' && status !== 'parked') return refuse('proposal-decided', { proposal: id, status })
  if (ruling === 'merged') {
    const other = into === undefined ? undefined : state.proposals.get(into)
    if (!other || other.id === id) return refuse('unknown-proposal', { proposal: into ?? 0 })
    return other.status === 'open' || other.status === 'accepted'
      ? null
      : refuse('proposal-decided', { proposal: other.id, status: other.status })
  }
  return ruling === 'accepted' ? permitAcceptance(state, id) : null
}

function permitAcceptance(state: State, id: number): Refusal | null {
  const on = restsOn(state, id)
  if (on !== null) return refuse('rests-on', { proposal: id, on })
  const rival = rivalsOf(state, id).find((other) => state.proposals.get(other)!.status === 'accepted')
  if (rival !== undefined) return refuse('rival-accepted', { proposal: id, rival })
  return permitWhereAgreed(state, id)
}

/** The paragraphs a change brings. */
const paragraphsIn = (change: Change): string[] =>
  change.type === 'amend' ? (change.insert?.runs ?? []).filter(isBreak).map((run) => run.break.id) : []

/** No ruling changes the words of an agreed paragraph. */
function permitWhereAgreed(state: State, id: number): Refusal | null {
  const { changes } = currentVersion(state.proposals.get(id)!)
  const touched = changes.flatMap((change) => [...paragraphsTouched(state, change), ...paragraphsIn(change)])
  for (const paragraph of touched) {
    const status = state.statuses.get(paragraph)?.status
    if (status === 'adReferendum' || status === 'adopted')
      return refuse('paragraph-agreed', { paragraph, label: labelOf(state, paragraph), status })
  }
  return null
}

function permitReopening(state: State, id: number, key: string): Refusal | null {
  const { status } = state.proposals.get(id)!
  if (roundBase(state).has(key)) return refuse('proposal-decided', { proposal: id, status })
  const { changes } = currentVersion(state.proposals.get(id)!)
  const taken = changes.flatMap(paragraphsIn).find((paragraph) => {
    const holder = parseSource(state.breaks.get(paragraph)!.source)
    return holder !== null && holder.proposal !== id
  })
  if (taken !== undefined) return refuse('paragraph-taken', { paragraph: taken })
  if (status !== 'accepted') return null
  const children = borneBy(state, id)
  return children.length
    ? refuse('bears', { proposal: id, children: children.map(String) })
    : permitWhereAgreed(state, id)
}

const compilation = { type: 'compilation', names: 'shown' } as const
/** By opened text: the view that was looked at last, of which most is still true. */
const lastViews = new WeakMap<State['opened'], View>()

/** Open proposals in a paragraph. A rolling text has statuses by the hundred, so only what was touched is viewed anew. */
function openIn(state: State, paragraph: string): readonly number[] {
  const seen = view(state, compilation, lastViews.get(state.opened))
  lastViews.set(state.opened, seen)
  return seen.paragraphs.find(({ id }) => id === paragraph)?.proposals ?? []
}

const agreed = new Set(['informals', 'adReferendum', 'adopted'])

/** Agreed ad referendum and adopted need a paragraph without brackets; reopening needs a reason. */
export function permitStatus(state: State, deed: DeedOf<'status'>): Refusal | null {
  const { paragraph, status, pending, reason } = deed
  if (!currentLayout(state).some(({ head }) => head.id === paragraph))
    return refuse('unknown-paragraph', { paragraph })
  const stranger = pending.find((code) => !state.parties.has(code))
  if (stranger !== undefined) return refuse('unknown-party', { party: stranger })
  const now = state.statuses.get(paragraph)
  const same =
    (now?.status ?? 'open') === status && JSON.stringify(now?.pending ?? []) === JSON.stringify(pending)
  if (same) return refuse('already-so')
  const label = labelOf(state, paragraph)
  if (status === 'adReferendum' || status === 'adopted') {
    const proposals = openIn(state, paragraph)
    if (proposals.length) {
      const holders = [...new Set(proposals.flatMap((id) => state.proposals.get(id)!.sponsors))]
      return refuse('brackets-open', { paragraph, label, holders, proposals: proposals.map(String) })
    }
  }
  const closed = now !== undefined && agreed.has(now.status)
  if (status === 'reopened' && !closed) return refuse('already-so')
  if (closed && !agreed.has(status) && reason.trim() === '')
    return refuse('malformed', { where: 'reason', what: label })
  if (closed && status === 'open') return refuse('paragraph-agreed', { paragraph, label, status: now.status })
  return null
}

/** Packages of one text: far more than a chair can keep in mind, and few enough for every screen to list. */
const mostPackages = 100

/** The first of a list that is in it again; null when none is. */
const repeated = <T>(list: readonly T[]): T | null => list.find((one, i) => list.indexOf(one) !== i) ?? null

/** A package holds what is there once, and something else than before. */
export function permitPackage(state: State, deed: DeedOf<'package'>): Refusal | null {
  const { package: id, title, proposals, paragraphs } = deed
  const stranger = proposals.find((proposal) => !state.proposals.has(proposal))
  if (stranger !== undefined) return refuse('unknown-proposal', { proposal: stranger })
  const nowhere = paragraphs.find((paragraph) => !state.breaks.has(paragraph))
  if (nowhere !== undefined) return refuse('unknown-paragraph', { paragraph: nowhere })
  const twice = repeated<number | string>(proposals) ?? repeated(paragraphs)
  if (twice !== null) return refuse('malformed', { where: 'package', what: `${twice} twice` })
  const now = state.packages.get(id)
  if (!now) {
    if (proposals.length + paragraphs.length === 0) return refuse('unknown-package', { package: id })
    return state.packages.size < mostPackages
      ? null
      : refuse('too-large', { what: 'packages', limit: mostPackages })
  }
  const same =
    now.title === title &&
    JSON.stringify([now.proposals, now.paragraphs]) === JSON.stringify([proposals, paragraphs])
  return same ? refuse('already-so') : null
}

/** A revision has a symbol of its own and says which words it issues; when these changed meanwhile it is refused. */
export function permitPublish(state: State, deed: DeedOf<'publish'>): Refusal | null {
  if (state.revisions.some(({ symbol }) => symbol === deed.symbol) || deed.symbol === state.symbol)
    return refuse('symbol-taken', { symbol: deed.symbol })
  return contentHash(textOf(state, state.accepted)) === deed.contentHash
    ? null
    : refuse('overtaken', { paragraph: '', label: state.symbol })
}
