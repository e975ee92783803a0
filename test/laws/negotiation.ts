import fc from 'fast-check'
import type { Actor, Role } from '../../schema/party/role.ts'
import type { Change, VersionKey } from '../../schema/proposal/change.ts'
import { compare } from '../../schema/proposal/compare.ts'
import { currentVersion } from '../../schema/proposal/proposal.ts'
import { basisOf } from '../../schema/proposal/standing.ts'
import type { Act } from '../../schema/record/act.ts'
import { apply } from '../../schema/record/apply.ts'
import { contentHash, firstPrev, seal } from '../../schema/record/chain.ts'
import type { Deed, DeedOf } from '../../schema/record/deed.ts'
import type { Asked } from '../../schema/record/permit.ts'
import type { State } from '../../schema/record/state.ts'
import type { Refusal } from '../../schema/refusal.ts'
import { isRefusal } from '../../schema/refusal.ts'
import type { Count } from '../../schema/text/numbering.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import { textOf } from '../../schema/text/text.ts'
import { brief } from './brief.ts'

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

/** A State as it is seated. */
export const stateOf = (code: string) => ({ code, name: `Delegation ${code}`, kind: 'state' as const })

/** A negotiation under way: its acts, and the state they lead to. */
export class Negotiation {
  readonly acts: Act[] = []
  state: State | null = null
  refused: Refusal[] = []
  private count = 0

  /** Does what is asked, for a party and on behalf of a group where these are named, or keeps why not. */
  act(by: Actor, deed: Deed, voice: Partial<Omit<Asked, 'deed'>> = {}): Refusal | null {
    const act = actOf(this.state, by, { channel: 'typed', ...voice, deed })
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
  static open(
    paragraphs: readonly Paragraph[],
    parties: DeedOf<'open'>['parties'] = delegations.map(stateOf),
    counts: readonly Count[] = [],
  ): Negotiation {
    const it = new Negotiation()
    const refusal = it.act(actor('secretariat'), {
      type: 'open',
      title: 'Draft decision',
      symbol: 'A/TEST/L.1',
      language: 'en',
      paragraphs: [...paragraphs].map((paragraph) => ({
        ...paragraph,
        content: [...paragraph.content],
      })) as never,
      counts: [...counts],
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
    return `\n${this.acts.map((act) => brief(act)).join('\n')}\n`
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

/** Paragraphs "p1" … of the given lines. */
export const paragraphs = (...texts: string[]): Paragraph[] =>
  texts.map((text, i) => ({ id: `p${i + 1}`, kind: 'operative', level: 0, content: text ? [{ text }] : [] }))
