import type { Inquiry, Proposal } from '../proposal/proposal.ts'
import { currentVersion } from '../proposal/proposal.ts'
import type { State } from '../record/state.ts'
import { madeOn, nestedIn, openRivals, type Beside } from '../proposal/beside.ts'
import { whenMet } from '../record/conditions.ts'
import type { Holdout, Ways } from './once.ts'
import { addWay, countedOnce, memberOf } from './once.ts'
import type { Position, Stance } from './position.ts'
import { lastPositions, tally, type Tally } from './tally.ts'

/** Those in the way of one thing, and the party that is so alone; null when there are none or several. */
interface Against {
  readonly holdouts: readonly Holdout[]
  readonly alone: string | null
}

/**
 * Who stands where on one bracket, by what was declared and nothing else: silence is no objection, and no
 * number here is a vote.
 */
export interface BracketStanding {
  readonly proposal: number
  /** Who asks for it; empty when nobody is named. */
  readonly sponsors: readonly string[]
  readonly byStance: Tally['byStance']
  /** True for words only put in brackets: there is nothing to adopt, the brackets are kept up or lifted. */
  readonly holdsOnly: boolean
  readonly adopting: Against
  /** Who asks for it and who supports it. */
  readonly dropping: Against
  /** Proposals without a sponsor that compete with it: they may be lapsed. */
  readonly unnamed: readonly number[]
  /** Proposals of others that strike or hold the very words this one strikes or holds, and can stand with it. */
  readonly beside: readonly Beside[]
  /** What was said in its favour on a condition that has not come about. */
  readonly onCondition: readonly Position[]
  /** Positions on an earlier wording, not renewed; those of sponsors left out. */
  readonly stale: readonly Position[]
  /** Parties asked for a position on this wording that have not answered. */
  readonly asked: readonly Inquiry[]
  /** States that have said nothing, by themselves or through a group. */
  readonly silent: number
}

/** Stances by which a party stands in the way of adopting a proposal, or of agreeing a paragraph. */
const against: readonly Stance[] = ['opposes', 'reserves', 'retain', 'noText']
const againstParagraph: readonly Stance[] = ['opposes', 'reserves', 'noText']
/** Stances by which a party that asks for other words says that it can do with these. */
const accepting: readonly Stance[] = ['supports', 'canLiveWith', 'flexible']

const known = new WeakMap<State, Map<number, BracketStanding>>()

/** Who stands where on a proposal; kept for a state. Throws RangeError for one that is not there. */
export function bracketStanding(state: State, id: number): BracketStanding {
  let standings = known.get(state)
  if (!standings) known.set(state, (standings = new Map()))
  let found = standings.get(id)
  if (!found) standings.set(id, (found = standingOf(state, id)))
  return found
}

function standingOf(state: State, id: number): BracketStanding {
  const proposal = proposalOf(state, id)
  const { byStance, standings, stale } = tally(state, id)
  const own = standings.filter(({ through }) => through === null).map(({ position }) => position)
  const accepted = new Set(own.filter(({ stance }) => accepting.includes(stance!)).map(({ party }) => party))
  const ways: Ways = new Map()
  const unnamed: number[] = []
  for (const { proposal: other, does } of [...openRivals(state, id), ...nestedIn(state, id)]) {
    const { sponsors } = state.proposals.get(other)!
    if (sponsors.length === 0) unnamed.push(other)
    for (const party of sponsors)
      if (!proposal.sponsors.includes(party) && !accepted.has(party))
        addWay(ways, party, { by: does, proposal: other })
  }
  for (const position of own)
    if (against.includes(position.stance!) && !proposal.sponsors.includes(position.party))
      addWay(ways, position.party, { by: 'position', position })
  const keeping: Ways = new Map()
  for (const party of proposal.sponsors) addWay(keeping, party, { by: 'asks', proposal: id })
  for (const position of own)
    if (position.stance === 'supports') addWay(keeping, position.party, { by: 'position', position })
  const spoken = [...ways.keys(), ...keeping.keys(), ...[...own, ...stale].map(({ party }) => party)]
  return {
    proposal: id,
    sponsors: countedOnce(state, new Map(proposal.sponsors.map((party) => [party, []]))).map(
      ({ party }) => party,
    ),
    byStance,
    holdsOnly: holdsOnly(proposal),
    adopting: againstBy(state, ways),
    dropping: againstBy(state, keeping),
    unnamed,
    beside: madeOn(state, id),
    onCondition: own.filter(
      ({ stance, condition, when }) =>
        accepting.includes(stance!) &&
        (condition !== '' || when !== null) &&
        (when === null || whenMet(state, when) === null),
    ),
    stale: stale.filter(({ party }) => !proposal.sponsors.includes(party)),
    asked: unanswered(proposal, own),
    silent: silentStates(state, spoken),
  }
}

/** Several brackets and paragraphs to be settled together: one paragraph, or a package. */
export interface JointStanding {
  /** Open proposals in it. */
  readonly proposals: readonly number[]
  /** Those who ask for something in it, stand in the way of something asked, or are waited for. */
  readonly holdouts: readonly Holdout[]
  /**
   * Each party that by itself could settle it all, by dropping what it alone keeps up and accepting what it
   * alone stands against; what nobody stands against waits for the chair, not for a party.
   */
  readonly alone: readonly string[]
  /** False where what is asked has nobody in its way, and nobody is waited for. */
  readonly contested: boolean
  /** Proposals that nobody named asks for or supports: they may be lapsed. */
  readonly unnamed: readonly number[]
}

/** Who holds paragraphs and proposals open; of the proposals only open ones count. */
export function jointStanding(
  state: State,
  proposals: readonly number[],
  paragraphs: readonly string[],
): JointStanding {
  const open = [...new Set(proposals)]
    .filter((id) => state.proposals.get(id)?.status === 'open')
    .sort(ascending)
  const ways: Ways = new Map()
  const unnamed: number[] = []
  // Sides of each matter: to settle it, all of one side give way.
  const matters: string[][][] = []
  for (const id of open) {
    const { adopting, dropping, holdsOnly: held } = bracketStanding(state, id)
    const sides = [dropping, ...(held ? [] : [adopting])]
    for (const { holdouts } of sides) for (const one of holdouts) spread(ways, one)
    if (dropping.holdouts.length === 0) unnamed.push(id)
    if (sides.every(({ holdouts }) => holdouts.length > 0))
      matters.push(sides.map(({ holdouts }) => holdouts.flatMap(withMembers)))
  }
  for (const paragraph of new Set(paragraphs)) {
    const waiting: Ways = new Map()
    const entry = state.statuses.get(paragraph)
    const closed = entry?.status === 'adReferendum' || entry?.status === 'adopted'
    for (const party of entry && !closed ? entry.pending : [])
      addWay(waiting, party, { by: 'pending', paragraph })
    for (const position of closed ? [] : lastPositions(state, paragraph))
      if (againstParagraph.includes(position.stance!))
        addWay(waiting, position.party, { by: 'position', position })
    for (const [party, its] of waiting) for (const way of its) addWay(ways, party, way)
    if (waiting.size > 0) matters.push([[...waiting.keys()]])
  }
  const facing = new Set(
    matters.flatMap(([one = [], other = []]) => one.flatMap((a) => other.map((b) => `${a}\t${b}`))),
  )
  const holdouts = countedOnce(state, ways, (a, b) => facing.has(`${a}\t${b}`) || facing.has(`${b}\t${a}`))
  return {
    proposals: open,
    holdouts,
    alone: aloneIn(holdouts, matters),
    contested: matters.length > 0,
    unnamed,
  }
}

/** The holdouts that are a whole side of every matter; none where nothing is contested. */
function aloneIn(
  holdouts: readonly Holdout[],
  matters: readonly (readonly (readonly string[])[])[],
): string[] {
  if (matters.length === 0) return []
  return holdouts
    .filter(({ party, members }) => {
      const yields = (code: string) => code === party || members.some((member) => member.party === code)
      return matters.every((sides) => sides.some((side) => side.every(yields)))
    })
    .map(({ party }) => party)
}

const withMembers = ({ party, members }: Holdout): string[] => [
  party,
  ...members.map((member) => member.party),
]

function spread(ways: Ways, { party, ways: its, members }: Holdout): void {
  for (const way of its) addWay(ways, party, way)
  for (const member of members) for (const way of member.ways) addWay(ways, member.party, way)
}

function againstBy(state: State, ways: Ways): Against {
  const holdouts = countedOnce(state, ways)
  return { holdouts, alone: holdouts.length === 1 ? holdouts[0]!.party : null }
}

const holdsOnly = (proposal: Proposal): boolean =>
  currentVersion(proposal).changes.every(({ type }) => type === 'hold')

function unanswered(proposal: Proposal, own: readonly Position[]): Inquiry[] {
  const { version } = currentVersion(proposal)
  return proposal.asked.filter(
    (one) => one.version === version && !own.some(({ party }) => party === one.party),
  )
}

function silentStates(state: State, spoken: readonly string[]): number {
  const heard = new Set(spoken)
  for (const group of spoken) for (const member of memberOf(state, group)) heard.add(member)
  return [...state.parties.values()].filter(({ kind, code }) => kind === 'state' && !heard.has(code)).length
}

function proposalOf(state: State, id: number): Proposal {
  const proposal = state.proposals.get(id)
  if (!proposal) throw new RangeError(`no proposal ${id}`)
  return proposal
}

const ascending = (a: number, b: number) => a - b
