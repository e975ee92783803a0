import fc from 'fast-check'
import type { Actor, Role } from '../../schema/party/role.ts'
import { stances } from '../../schema/party/position.ts'
import type { Change, VersionKey } from '../../schema/proposal/change.ts'
import { compare } from '../../schema/proposal/compare.ts'
import { currentVersion } from '../../schema/proposal/proposal.ts'
import { basisOf } from '../../schema/proposal/standing.ts'
import type { Act } from '../../schema/record/act.ts'
import { apply } from '../../schema/record/apply.ts'
import { contentHash, firstPrev, seal } from '../../schema/record/chain.ts'
import type { Deed } from '../../schema/record/deed.ts'
import type { Asked } from '../../schema/record/permit.ts'
import type { State } from '../../schema/record/state.ts'
import type { Refusal } from '../../schema/refusal.ts'
import { isRefusal } from '../../schema/refusal.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import { textOf } from '../../schema/text/text.ts'
import type { Edit } from './edits.ts'
import { edited } from './edits.ts'

export const delegations = ['A', 'B', 'C', 'D'] as const

/** A person of a delegation, or one who serves the chair. */
export function actor(role: Role, delegation: string | null = null): Actor {
  return {
    person: `${role}-${delegation ?? ''}`,
    name: `${role} ${delegation ?? ''}`,
    role,
    delegation,
    speaksFor: [],
  }
}
export const chair = actor('facilitator')

/** Numbers and seals an act as the record would. */
export function actOf(state: State | null, by: Actor, asked: Asked, at = '2026-03-02T10:00:00.000Z'): Act {
  const n = (state?.n ?? 0) + 1
  const serves = by.role === 'facilitator' || by.role === 'secretariat'
  return seal(
    {
      text: 't',
      n,
      key: `key-${n}-000`,
      at,
      by: { ...by },
      for: asked.for ?? (serves ? null : by.delegation),
      onBehalfOf: asked.onBehalfOf ?? null,
      channel: asked.channel,
      meeting: state?.meeting ?? null,
      deed: asked.deed,
    },
    state?.hash ?? firstPrev,
  )
}

/** A negotiation under way: its acts, and the state they lead to. */
export class Negotiation {
  readonly acts: Act[] = []
  state: State | null = null
  refused: Refusal[] = []
  private count = 0

  /** Does what is asked, or keeps why not. */
  act(by: Actor, deed: Deed, party?: string): Refusal | null {
    const act = actOf(this.state, by, { for: party, channel: 'typed', deed })
    const next = apply(this.state, act)
    if (isRefusal(next)) {
      this.refused.push(next)
      return next
    }
    this.state = next
    this.acts.push(act)
    return null
  }

  get now(): State {
    if (!this.state) throw new RangeError('not opened')
    return this.state
  }

  fresh = (): string => `n${++this.count}`

  /** Opens the text with paragraphs "p1", "p2" …, one for each line. */
  static open(paragraphs: readonly Paragraph[]): Negotiation {
    const it = new Negotiation()
    const parties = delegations.map((code) => ({ code, name: `Delegation ${code}`, kind: 'state' as const }))
    const refusal = it.act(actor('secretariat'), {
      type: 'open',
      title: 'Draft decision',
      symbol: 'A/TEST/L.1',
      language: 'en',
      paragraphs: [...paragraphs].map((paragraph) => ({
        ...paragraph,
        content: [...paragraph.content],
      })) as never,
      parties,
    })
    if (refusal) throw new RangeError(JSON.stringify(refusal))
    return it
  }

  table(party: string, changes: readonly Change[]): number | Refusal {
    const refusal = this.act(actor('delegate', party), {
      type: 'table',
      changes: changes as never,
      rationale: '',
      invite: [],
      alternatives: [],
    })
    return refusal ?? this.now.n
  }

  /** Tables what turns the text with these proposals accepted into the draft, each change by itself. */
  propose(party: string, draft: readonly Paragraph[], on: readonly number[] = []): (number | Refusal)[] {
    const changes = compare(this.now, this.with(on), draft)
    return changes.map((change) => this.table(party, [change]))
  }

  /** The text under negotiation and these open proposals. */
  with(proposals: readonly number[]): Set<VersionKey> {
    return basisOf(this.now, proposals)
  }

  rule(proposal: number, ruling: 'accepted' | 'lapsed' | 'open' | 'parked' | 'superseded'): Refusal | null {
    const { version } = currentVersion(this.now.proposals.get(proposal)!)
    return this.act(chair, { type: 'rule', proposal, version, ruling, reason: '' })
  }

  publish(symbol: string): Refusal | null {
    const hash = contentHash(textOf(this.now, this.now.accepted))
    return this.act(chair, { type: 'publish', symbol, contentHash: hash, note: '' })
  }

  /** The acts in a form short enough to read in a failing property. */
  [fc.toStringMethod](): string {
    return `\n${this.acts.map(({ n, by, deed }) => `${n} ${by.name}: ${JSON.stringify(deed)}`).join('\n')}\n`
  }

  text(proposals: readonly number[] = []): string {
    return show(textOf(this.now, this.with(proposals)))
  }
}

/** A text as lines of plain characters. */
export const show = (paragraphs: readonly Paragraph[]): string =>
  paragraphs
    .map(({ content }) =>
      content.map((run) => ('text' in run ? run.text : 'line' in run ? '/' : '°')).join(''),
    )
    .join('\n')

/** What one party does next; numbers choose among what is there. */
export interface Step {
  readonly party: number
  readonly does: number
  readonly which: number
  readonly edits: readonly Edit[]
}

const nat = fc.nat({ max: 997 })
const edit: fc.Arbitrary<Edit> = fc.record({ what: nat, where: nat, from: nat, length: nat, words: nat })
const step: fc.Arbitrary<Step> = fc.record({
  party: fc.nat({ max: delegations.length - 1 }),
  does: nat,
  which: nat,
  edits: fc.array(edit, { minLength: 1, maxLength: 4 }),
})

const lines = [
  'Recalling its decisions on the matter,',
  'Parties shall report on implementation.',
  'The quick brown fox jumps over the lazy dog and the fence',
  'يقرر مواصلة التعاون بين الدول على أساس طوعي',
  '各国应当自愿合作，分享信息。',
  'Welcomes 👩‍🚀 and 🌍 as partners, in particular small island States;',
  '',
  'Requests the Secretariat to prepare a summary.',
]

/** Paragraphs "p1" … of the given lines. */
export const paragraphs = (...texts: string[]): Paragraph[] =>
  texts.map((text, i) => ({ id: `p${i + 1}`, kind: 'operative', level: 0, content: text ? [{ text }] : [] }))

export const baseText: fc.Arbitrary<Paragraph[]> = fc
  .array(fc.constantFrom(...lines), { minLength: 1, maxLength: 6 })
  .map((texts) => paragraphs(...texts))

export const edits: fc.Arbitrary<Edit[]> = fc.array(edit, { minLength: 0, maxLength: 8 })

/** Carries out one step: a draft tabled on the text or on open proposals, a position, a withdrawal, a ruling, a revision. */
export function take(it: Negotiation, { party, does, which, edits: done }: Step): void {
  const code = delegations[party]!
  const open = [...it.now.proposals.values()].filter(({ status }) => status === 'open')
  const chosen = open.length ? open[which % open.length]! : null
  const draftOn = (on: readonly number[]) =>
    done.reduce((draft, next) => edited(draft, next, it.fresh), textOf(it.now, it.with(on)))
  const kind = does % 12
  if (kind < 4 || !chosen) it.propose(code, draftOn([]))
  else if (kind < 6) it.propose(code, draftOn([chosen.id]), [chosen.id])
  else if (kind === 6)
    it.act(actor('delegate', code), {
      type: 'position',
      on: { proposal: chosen.id, version: currentVersion(chosen).version },
      stance: stances[which % stances.length]!,
      reason: '',
      condition: '',
    })
  else if (kind === 7)
    it.act(actor('delegate', chosen.sponsors[0]!), { type: 'withdraw', proposal: chosen.id, reason: '' })
  else if (kind < 10) it.rule(chosen.id, kind === 8 ? 'accepted' : 'lapsed')
  else if (kind === 10) it.publish(`A/TEST/L.1/Rev.${it.now.revisions.length + 1}`)
  else it.act(actor('delegate', code), { type: 'cosponsor', proposal: chosen.id })
}

/** A negotiation of four delegations: drafts, amendments to amendments, positions, withdrawals, rulings, rounds. */
export const negotiation: fc.Arbitrary<Negotiation> = fc
  .tuple(baseText, fc.array(step, { minLength: 1, maxLength: 14 }))
  .map(([base, steps]) => {
    const it = Negotiation.open(base)
    for (const next of steps) take(it, next)
    return it
  })
