import { paragraphStatuses } from '../../schema/record/deed.ts'
import type { When } from '../../schema/party/condition.ts'
import { stances } from '../../schema/party/position.ts'
import type { Change } from '../../schema/proposal/change.ts'
import { sourceId, versionKey } from '../../schema/proposal/change.ts'
import { compare } from '../../schema/proposal/compare.ts'
import type { Proposal } from '../../schema/proposal/proposal.ts'
import { currentVersion } from '../../schema/proposal/proposal.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import { layoutOf, textOf } from '../../schema/text/text.ts'
import { isWords, words } from '../../schema/text/token.ts'
import { view } from '../../schema/view/view.ts'
import type { Edit } from './edits.ts'
import { edited, gapsIn, vocabulary } from './edits.ts'
import type { Negotiation } from './negotiation.ts'
import { actor, chair } from './negotiation.ts'

/** What one party does next; the numbers choose among what is there. */
export interface Step {
  readonly party: number
  readonly does: number
  readonly which: number
  readonly edits: readonly Edit[]
}

/** Carries out a step of the party `code`; `chosen` is a proposal that is open. */
export type Move = (it: Negotiation, step: Step & { readonly code: string }, chosen: Proposal) => void

/** One of a list, by any number. */
export const pick = <T>(list: readonly T[], index: number): T => list[index % list.length]!

const draftOn = (it: Negotiation, { edits: done }: Step, on: readonly number[]): Paragraph[] =>
  done.reduce((draft, next) => edited(draft, next, it.fresh), textOf(it.now, it.with(on)))

const wordOf = ({ edits: done }: Step): string => pick(vocabulary, done[0]!.words)

/** Drafts on the text as it stands, and tables each change by itself. */
export const draftsOnText: Move = (it, step) => {
  it.propose(step.code, draftOn(it, step, []))
}
const draftsOnProposal: Move = (it, step, { id }) => {
  it.propose(step.code, draftOn(it, step, [id]), [id])
}
/** All changes of a draft in one proposal. */
const tablesTogether: Move = (it, step) => {
  const changes = compare(it.now, it.now.accepted, draftOn(it, step, []))
  if (changes.length) it.table(step.code, changes)
}
/** Puts a word into the words of a proposal, so that amendments to amendments come about. */
const amendsInside: Move = (it, step, { id }) => {
  const { version, changes } = currentVersion(it.now.proposals.get(id)!)
  const source = it.now.sources.get(sourceId(versionKey(id, version), step.which % changes.length))
  if (!source || source.portal) return
  const at = pick(gapsIn(source.runs), step.edits[0]!.from + 1)
  const runs = [words(wordOf(step))]
  it.table(step.code, [{ type: 'amend', strike: [], insert: { anchor: { source: source.id, at }, runs } }])
}
/** Strikes what a proposal strikes, with or without another wording. */
const competes: Move = (it, step, { id }) => {
  const change = currentVersion(it.now.proposals.get(id)!).changes.find(
    (one) => one.type === 'amend' && one.strike.length > 0,
  )
  if (change?.type !== 'amend') return
  const last = change.strike.at(-1)!
  const breaks = change.strike.some(({ source, from, to }) =>
    it.now.sources.get(source)!.breaks.some((at) => from <= at && at < to),
  )
  const insert = { anchor: { source: last.source, at: last.to }, runs: [words(wordOf(step))] }
  it.table(step.code, [
    { type: 'amend', strike: change.strike, insert: breaks || step.which % 3 === 0 ? undefined : insert },
  ])
}
const holds: Move = (it, step) => {
  const pieces = layoutOf(it.now, it.now.accepted).flatMap((laid) => laid.pieces)
  if (!pieces.length) return
  const piece = pick(pieces, step.which)
  const gaps = gapsIn(it.now.sources.get(piece.source)!.runs).filter(
    (at) => piece.from <= at && at <= piece.to,
  )
  const from = step.edits[0]!.from % (gaps.length - 1)
  const to = Math.min(gaps.length - 1, from + 1 + (step.edits[0]!.length % 8))
  it.table(step.code, [
    { type: 'hold', ranges: [{ source: piece.source, from: gaps[from]!, to: gaps[to]! }] },
  ])
}
/** Another wording of the same changes: a word more, a word less, or other words. */
const revises: Move = (it, step, { id, sponsors }) => {
  const changes = currentVersion(it.now.proposals.get(id)!).changes.map((change): Change => {
    if (change.type !== 'amend' || !change.insert) return change
    const runs = change.insert.runs.map((run) =>
      isWords(run) ? words(reworded(run.text, step), run.marks) : run,
    )
    return { ...change, insert: { ...change.insert, runs } }
  })
  if (!sponsors.length) return
  it.act(actor('delegate', sponsors[0]!), {
    type: 'revise',
    proposal: id,
    changes: changes as never,
    rationale: '',
  })
}
const reworded = (text: string, step: Step): string => {
  const half = gapsIn([{ text }])[Math.floor((gapsIn([{ text }]).length - 1) / 2)]!
  return [text + wordOf(step), wordOf(step) + text, text.slice(half) || wordOf(step), wordOf(step)][
    step.which % 4
  ]!
}
const takesPosition: Move = (it, step, { id, versions }) => {
  it.act(actor('delegate', step.code), {
    type: 'position',
    on: { proposal: id, version: versions.length },
    stance: pick(stances, step.edits[0]!.words),
    reason: '',
    condition: '',
    ...conditionOf(it, step),
  })
}
/** Half of what is said waits for another proposal, or for a paragraph. */
function conditionOf(it: Negotiation, { which, edits: done }: Step): { readonly when?: When } {
  const open = openIn(it)
  const layout = layoutOf(it.now, it.now.accepted)
  const { words: other } = done[0]!
  if (which % 4 === 0 && open.length)
    return { when: { proposal: pick(open, other).id, becomes: which % 3 ? 'accepted' : 'withdrawn' } }
  return which % 4 === 1 && layout.length
    ? { when: { paragraph: pick(layout, other).head.id, becomes: 'agreed' } }
    : {}
}
const undertakes: Move = (it, step, { id, sponsors }) => {
  if (!sponsors.length) return
  const condition = step.which % 5 ? 'if our concerns are met' : ''
  const deed = { type: 'undertake', proposal: id, condition, ...conditionOf(it, step) } as const
  it.act(actor('delegate', pick(sponsors, step.which)), deed)
}
const asks: Move = (it, step, { id, versions }) => {
  it.act(chair, { type: 'ask', proposal: id, version: versions.length, parties: [step.code] })
}
const packages: Move = (it, step, { id }) => {
  const paragraphs = layoutOf(it.now, it.now.accepted).slice(0, step.which % 3)
  it.act(chair, {
    type: 'package',
    package: `k${step.which % 2}`,
    title: `Package ${step.which}`,
    proposals: step.which % 5 ? [id] : [],
    paragraphs: paragraphs.map(({ head }) => head.id),
  })
}
const withdraws: Move = (it, _, { id, sponsors }) => {
  if (sponsors.length) it.act(actor('delegate', sponsors[0]!), { type: 'withdraw', proposal: id, reason: '' })
}
const cosponsors: Move = (it, step, { id }) => {
  it.act(actor('delegate', step.code), { type: 'cosponsor', proposal: id })
}
const accepts: Move = (it, _, { id }) => {
  it.rule(id, 'accepted')
}
const rulesOtherwise: Move = (it, step, { id }) => {
  it.rule(id, pick(['lapsed', 'parked', 'superseded', 'parked'], step.edits[0]!.words))
}
/** Brings about what somebody said they wait for. */
const meetsCondition: Move = (it) => {
  for (const { undertakings } of openIn(it))
    for (const { when } of undertakings)
      if (when && 'proposal' in when && when.becomes === 'accepted' && !it.rule(when.proposal, 'accepted'))
        return
}
/** Takes a ruling back, or reads what was parked again. */
const reopens: Move = (it, step) => {
  const ruled = [...it.now.proposals.values()].filter(({ status }) => status !== 'open')
  if (ruled.length) it.rule(pick(ruled, step.which).id, 'open')
}
const givesStatus: Move = (it, step) => {
  const layout = layoutOf(it.now, it.now.accepted)
  if (!layout.length) return
  const { head } = pick(layout, step.which)
  const status = pick(paragraphStatuses, step.edits[0]!.words)
  const pending = status === 'informals' ? [step.code] : []
  it.act(chair, { type: 'status', paragraph: head.id, status, pending, reason: 'as discussed' })
}
const usesPen: Move = (it, step) => {
  const [change] = compare(it.now, it.now.accepted, draftOn(it, step, []))
  if (change) it.act(chair, { type: 'amend', changes: [change] as never, rationale: '' })
}
const declaresRivals: Move = (it, step, { id }) => {
  const open = openIn(it)
  it.act(chair, { type: 'rivals', proposals: [id, pick(open, step.edits[0]!.where).id] })
}
const publishes: Move = (it) => {
  it.publish(`A/TEST/L.1/Rev.${it.now.revisions.length + 1}`)
}
const comments: Move = (it, step, { id }) => {
  it.act(actor('stakeholder', step.code), {
    type: 'comment',
    on: { proposal: id, version: 1 },
    text: wordOf(step),
  })
}

/** Agrees a paragraph on which nothing is open. */
const agrees: Move = (it, step) => {
  const { paragraphs } = view(it.now, { type: 'clean' })
  for (const { id, status } of paragraphs) {
    const to = step.which % 2 ? 'adReferendum' : 'adopted'
    if (
      status !== to &&
      !it.act(chair, { type: 'status', paragraph: id, status: to, pending: [], reason: '' })
    )
      return
  }
}

/** What may happen next; what comes more than once is likelier. */
export const moves: readonly Move[] = [
  draftsOnText,
  draftsOnText,
  draftsOnText,
  draftsOnText,
  tablesTogether,
  draftsOnProposal,
  draftsOnProposal,
  draftsOnProposal,
  amendsInside,
  amendsInside,
  amendsInside,
  competes,
  competes,
  holds,
  revises,
  revises,
  takesPosition,
  takesPosition,
  undertakes,
  undertakes,
  asks,
  packages,
  withdraws,
  cosponsors,
  accepts,
  accepts,
  accepts,
  rulesOtherwise,
  meetsCondition,
  reopens,
  givesStatus,
  agrees,
  usesPen,
  declaresRivals,
  publishes,
  comments,
]

/** Open proposals, in order of their number. */
export const openIn = (it: Negotiation): Proposal[] =>
  [...it.now.proposals.values()].filter(({ status }) => status === 'open')

/** What a text said when it was opened: changes and holds of which nobody is named, or one delegation. */
export function imports(it: Negotiation, step: Step & { readonly code: string }): void {
  const changes = compare(it.now, it.now.accepted, draftOn(it, step, []))
  const named = step.which % 3 === 0 ? { for: step.code } : {}
  for (const change of changes)
    it.act(
      actor('secretariat'),
      { type: 'table', changes: [change] as never, rationale: '', invite: [], alternatives: [] },
      { channel: 'imported', ...named },
    )
}
