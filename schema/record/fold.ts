import type { Position } from '../party/position.ts'
import { chairCode } from '../party/party.ts'
import { carry, counterparts } from '../proposal/carry.ts'
import type { SourceId } from '../proposal/change.ts'
import { sourceId, versionKey } from '../proposal/change.ts'
import { hostsOf } from '../proposal/footprint.ts'
import type { Outcome, Proposal, Version } from '../proposal/proposal.ts'
import { currentVersion } from '../proposal/proposal.ts'
import { rivalsOf } from '../proposal/rivals.ts'
import { madeInside } from '../proposal/standing.ts'
import { rootOf } from '../text/stream.ts'
import { paragraphRuns } from '../text/paragraph.ts'
import type { Act } from './act.ts'
import type { DeedOf } from './deed.ts'
import type { Owned } from './owned.ts'
import { addSource, weave } from './weave.ts'

/** Folds one act that `permit` let pass into a state owned by the caller. */
export function fold(state: Owned, act: Act): void {
  state.text = act.text
  state.n = act.n
  state.at = act.at
  state.hash = act.hash
  const { deed } = act
  state.importing = deed.type === 'open' || (state.importing && act.channel === 'imported')
  switch (deed.type) {
    case 'open':
      return open(state, act, deed)
    case 'seat':
      state.parties.set(deed.party.code, deed.party)
      return
    case 'meet':
      state.meetings.set(deed.meeting, { id: deed.meeting, title: deed.title, opened: act.at, rose: null })
      state.meeting = deed.meeting
      return
    case 'rise': {
      const meeting = state.meetings.get(state.meeting!)!
      state.meetings.set(meeting.id, { ...meeting, rose: act.at })
      state.meeting = null
      return
    }
    case 'table':
      return table(state, act, deed.changes, deed.rationale, deed)
    case 'amend':
      table(state, act, deed.changes, deed.rationale, null)
      return rule(state, act, act.n, 'accepted', '', undefined)
    case 'revise':
      return revise(state, act, deed)
    case 'withdraw':
      return withdraw(state, act, deed)
    case 'cosponsor': {
      const proposal = state.proposals.get(deed.proposal)!
      const party = sponsorOf(act)
      update(state, act, deed.proposal, {
        sponsors: [...proposal.sponsors, party],
        invited: proposal.invited.filter((code) => code !== party),
        formerSponsors: proposal.formerSponsors.filter((code) => code !== party),
      })
      return
    }
    case 'decline': {
      const { invited } = state.proposals.get(deed.proposal)!
      const party = sponsorOf(act)
      update(state, act, deed.proposal, { invited: invited.filter((code) => code !== party) })
      return
    }
    case 'position': {
      const { on, stance, reason, condition, when = null } = deed
      const { channel, meeting, n, at } = act
      const taken: Position = {
        party: sponsorOf(act),
        on,
        stance,
        reason,
        condition,
        when,
        channel,
        meeting,
        n,
        at,
      }
      return append(state.positions, state, act, taken)
    }
    case 'undertake':
      return undertake(state, act, deed)
    case 'ask':
      return ask(state, act, deed)
    case 'comment':
      return append(state.remarks, state, act, {
        n: act.n,
        at: act.at,
        by: act.by.name,
        party: act.onBehalfOf ?? act.for,
        text: deed.text,
      })
    case 'rule':
      return rule(state, act, deed.proposal, deed.ruling, deed.reason, deed.into)
    case 'rivals':
      for (const id of deed.proposals) declare(state, act, id, deed.proposals)
      return
    case 'status': {
      const { status, pending, reason } = deed
      state.statuses.set(deed.paragraph, { status, pending, reason, n: act.n, at: act.at })
      return touchParagraph(state, act, deed.paragraph)
    }
    case 'package': {
      const { package: id, title, proposals, paragraphs } = deed
      if (proposals.length + paragraphs.length === 0) state.packages.delete(id)
      else state.packages.set(id, { id, title, proposals, paragraphs, n: act.n, at: act.at })
      return
    }
    case 'publish': {
      const { symbol, contentHash, note } = deed
      const accepted = new Set(state.accepted)
      state.revisions = [...state.revisions, { symbol, n: act.n, at: act.at, contentHash, note, accepted }]
      for (const root of state.opened) state.touched.set(root, { n: act.n })
      return
    }
  }
}

/** The party whose name an act puts down: the group spoken for, else the delegation, else the chair. */
export const sponsorOf = (act: Pick<Act, 'for' | 'onBehalfOf'>): string =>
  act.onBehalfOf ?? act.for ?? chairCode

function open(state: Owned, act: Act, deed: DeedOf<'open'>): void {
  state.title = deed.title
  state.symbol = deed.symbol
  state.language = deed.language
  for (const party of deed.parties) state.parties.set(party.code, party)
  state.parties.set(chairCode, { code: chairCode, name: chairCode, kind: 'chair' })
  state.opened = deed.paragraphs.map(({ id }) => id)
  state.counts = new Map(deed.counts?.map((count) => [count.paragraph, count]))
  for (const paragraph of deed.paragraphs) {
    const runs = paragraphRuns(paragraph)
    addSource(state, { id: paragraph.id, runs, key: null, anchor: null, portal: false })
    state.touched.set(paragraph.id, { n: act.n })
  }
}

function table(
  state: Owned,
  act: Act,
  changes: Version['changes'],
  rationale: string,
  deed: Pick<DeedOf<'table'>, 'invite' | 'alternatives'> | null,
): void {
  const unattributed = act.channel === 'imported' && act.for === null
  const sponsors = unattributed ? [] : [sponsorOf(act)]
  state.proposals.set(act.n, {
    id: act.n,
    versions: [{ version: 1, n: act.n, at: act.at, changes, rationale }],
    status: 'open',
    sponsors,
    unattributed,
    invited: [...new Set(deed?.invite ?? [])].filter((code) => !sponsors.includes(code)),
    formerSponsors: [],
    spokenBy: act.onBehalfOf === null ? null : act.for,
    enteredBy: { person: act.by.person, name: act.by.name, delegation: act.by.delegation },
    channel: act.channel,
    meeting: act.meeting,
    alternatives: [],
    undertakings: [],
    asked: [],
    outcome: null,
    stale: false,
  })
  weave(state, versionKey(act.n, 1), changes)
  touchProposal(state, act, act.n)
  if (deed?.alternatives.length) {
    const all = [act.n, ...deed.alternatives]
    for (const id of all) declare(state, act, id, all)
  }
}

function revise(state: Owned, act: Act, deed: DeedOf<'revise'>): void {
  const proposal = state.proposals.get(deed.proposal)!
  const last = currentVersion(proposal)
  const version = last.version + 1
  const { changes, rationale } = deed
  // Also where this version asks for nothing any more.
  touchProposal(state, act, proposal.id)
  update(state, act, proposal.id, {
    versions: [...proposal.versions, { version, n: act.n, at: act.at, changes, rationale }],
    stale: false,
  })
  weave(state, versionKey(proposal.id, version), changes)
  counterparts(last.changes, changes).forEach((next, index) => {
    const from = state.sources.get(sourceId(versionKey(proposal.id, last.version), index))
    const to = next === null ? undefined : state.sources.get(sourceId(versionKey(proposal.id, version), next))
    const slot = from && state.slots.get(from.id)
    if (!from || !slot) return
    if (to) state.slots.set(to.id, carry(slot, from, to))
    const keys = new Set([...slot.strikes, ...slot.holds].map(({ key }) => parseInt(key, 10)))
    for (const { source } of slot.insertions) keys.add(parseInt(source, 10))
    for (const id of keys) update(state, act, id, { stale: true })
  })
  touchProposal(state, act, proposal.id)
}

function withdraw(state: Owned, act: Act, deed: DeedOf<'withdraw'>): void {
  const proposal = state.proposals.get(deed.proposal)!
  const party = sponsorOf(act)
  const sponsors = proposal.sponsors.filter((code) => code !== party)
  const formerSponsors = [...proposal.formerSponsors, party]
  const undertakings = proposal.undertakings.filter((one) => one.party !== party)
  // What the text itself asks for is not one delegation's to take out of it.
  if (sponsors.length || proposal.unattributed)
    return update(state, act, proposal.id, { sponsors, formerSponsors, undertakings })
  const outcome = outcomeOf(act, deed.reason)
  update(state, act, proposal.id, { status: 'withdrawn', outcome })
}

function undertake(state: Owned, act: Act, deed: DeedOf<'undertake'>): void {
  const { proposal, condition } = deed
  const when = deed.when ?? null
  const party = sponsorOf(act)
  const { n, at, channel, meeting } = act
  const others = state.proposals.get(proposal)!.undertakings.filter((one) => one.party !== party)
  const taken = condition.trim() === '' && when === null
  const own = taken ? [] : [{ party, condition, when, n, at, channel, meeting }]
  update(state, act, proposal, { undertakings: [...others, ...own] })
}

function ask(state: Owned, act: Act, { proposal, version, parties }: DeedOf<'ask'>): void {
  const { asked } = state.proposals.get(proposal)!
  // Whoever was asked about this wording before was asked then.
  const known = asked.filter((one) => one.version === version).map(({ party }) => party)
  const anew = [...new Set(parties)].filter((party) => !known.includes(party))
  const others = asked.filter(({ party }) => !anew.includes(party))
  const by = sponsorOf(act)
  const now = anew.map((party) => ({ party, version, n: act.n, at: act.at, by }))
  update(state, act, proposal, { asked: [...others, ...now] })
}

function rule(
  state: Owned,
  act: Act,
  id: number,
  ruling: DeedOf<'rule'>['ruling'],
  reason: string,
  into: number | undefined,
): void {
  const proposal = state.proposals.get(id)!
  const key = versionKey(id, currentVersion(proposal).version)
  const rivals = ruling === 'accepted' ? rivalsOf(state, id) : []
  if (ruling === 'accepted') state.accepted.add(key)
  else state.accepted.delete(key)
  const outcome = ruling === 'open' ? null : outcomeOf(act, reason, into)
  update(state, act, id, { status: ruling, outcome })
  for (const rival of rivals)
    if (state.proposals.get(rival)!.status === 'open')
      update(state, act, rival, { status: 'superseded', outcome: outcomeOf(act, '', id) })
}

const outcomeOf = (act: Act, reason: string, into?: number): Outcome => ({
  n: act.n,
  at: act.at,
  by: act.by.name,
  reason,
  into,
})

function declare(state: Owned, act: Act, id: number, all: readonly number[]): void {
  const known = new Set([...state.proposals.get(id)!.alternatives, ...all])
  known.delete(id)
  update(state, act, id, { alternatives: [...known].sort((a, b) => a - b) })
}

function update(state: Owned, act: Act, id: number, change: Partial<Proposal>): void {
  state.proposals.set(id, { ...state.proposals.get(id)!, ...change })
  touchProposal(state, act, id)
  // What was made in its words stands or falls with it, also in other paragraphs.
  if (change.status) for (const other of madeInside(state, id)) touchProposal(state, act, other)
}

function append<T>(map: Map<number | string, readonly T[]>, state: Owned, act: Act, entry: T): void {
  const { on } = act.deed as DeedOf<'comment' | 'position'>
  const subject = 'proposal' in on ? on.proposal : on.paragraph
  map.set(subject, [...(map.get(subject) ?? []), entry])
  if ('proposal' in on) touchProposal(state, act, on.proposal)
  else touchParagraph(state, act, on.paragraph)
}

function touchProposal(state: Owned, act: Act, id: number): void {
  for (const host of hostsOf(state, id)) touchSource(state, act, host)
}

function touchParagraph(state: Owned, act: Act, paragraph: string): void {
  touchSource(state, act, state.breaks.get(paragraph)!.source)
}

function touchSource(state: Owned, act: Act, source: SourceId): void {
  state.touched.set(rootOf(state, source), { n: act.n })
}
