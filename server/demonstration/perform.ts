import type { When } from '../../schema/party/condition.ts'
import type { Party } from '../../schema/party/party.ts'
import { chairCode } from '../../schema/party/party.ts'
import type { Actor } from '../../schema/party/role.ts'
import { compare } from '../../schema/proposal/compare.ts'
import type { Change, VersionKey } from '../../schema/proposal/change.ts'
import { versionKey } from '../../schema/proposal/change.ts'
import type { Channel } from '../../schema/proposal/channel.ts'
import { currentVersion } from '../../schema/proposal/proposal.ts'
import { contentHash } from '../../schema/record/chain.ts'
import type { Deed, Intent } from '../../schema/record/deed.ts'
import { deedSchema } from '../../schema/record/deed.ts'
import type { State } from '../../schema/record/state.ts'
import { isRefusal } from '../../schema/refusal.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import { textOf } from '../../schema/text/text.ts'
import type { ActRecord } from '../record/record.ts'
import { draftOf, holdOf, idOf } from './draft.ts'
import { readStances } from './stances.ts'
import type { Edit, Name, Noted, Step } from './step.ts'

/** A text, who negotiates it and what they do. */
export interface Script {
  readonly text: string
  readonly negotiation: string
  readonly title: string
  readonly symbol: string
  readonly paragraphs: readonly Paragraph[]
  readonly parties: readonly Party[]
  readonly steps: readonly Noted[]
}

/** Who acts for whom. Throws RangeError for a party nobody sits for. */
export interface Cast {
  readonly facilitator: Actor
  readonly secretariat: Actor
  /** The person who types for a delegation. */
  delegate(delegation: string): Actor
  /** The delegation that speaks for a group; a delegation speaks for itself. */
  speaker(party: string): string
}

/** The time in a demonstration: its record's clock reads it, a script sets it. */
export interface Stage {
  now: Date
}

/**
 * Performs a script act by act, as the browsers of all those people would: each proposal is what `compare`
 * finds between the text and a draft. Throws RangeError naming the line of the notes that was refused or does not fit.
 */
export async function perform(record: ActRecord, script: Script, cast: Cast, stage: Stage): Promise<State> {
  const performance = new Performance(record, script, cast, stage)
  for (const { where, step } of script.steps) {
    try {
      await performance.perform(step)
    } catch (error) {
      throw new RangeError(`${where}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      })
    }
  }
  return performance.state
}

interface Told {
  readonly id: number
  /** Proposals in whose words it was made. */
  readonly on: readonly Name[]
}

class Performance {
  private readonly record: ActRecord
  private readonly script: Script
  private readonly cast: Cast
  private readonly stage: Stage
  private readonly told = new Map<Name, Told>()
  private count = 0
  private current: State | null = null

  constructor(record: ActRecord, script: Script, cast: Cast, stage: Stage) {
    this.record = record
    this.script = script
    this.cast = cast
    this.stage = stage
  }

  get state(): State {
    if (!this.current) throw new RangeError('nothing was performed')
    return this.current
  }

  async perform(step: Step): Promise<void> {
    const { facilitator, secretariat } = this.cast
    switch (step.type) {
      case 'date':
        this.stage.now = new Date(`${step.at.replace(' ', 'T')}:00Z`)
        if (!this.current) await this.open()
        return
      case 'meet': {
        const { meeting, title } = step
        await this.act(secretariat, { type: 'meet', meeting, title })
        return
      }
      case 'rise':
        await this.act(secretariat, { type: 'rise' })
        return
      case 'table':
        return this.table(step)
      case 'revise': {
        const { id, on } = this.named(step.name)
        const changes = this.changes(this.basis(on), step.edits)
        const { sponsors } = this.state.proposals.get(id)!
        return this.say(sponsors[0]!, { type: 'revise', proposal: id, changes, rationale: step.says })
      }
      case 'withdraw':
        return this.say(step.by, { type: 'withdraw', proposal: this.named(step.name).id, reason: step.says })
      case 'undertake': {
        const { name, condition } = step
        const when = this.whenOf(condition)
        return this.say(step.by, { type: 'undertake', proposal: this.named(name).id, condition, ...when })
      }
      case 'ask': {
        const { id: proposal } = this.named(step.name)
        const { version } = currentVersion(this.state.proposals.get(proposal)!)
        await this.act(facilitator, { type: 'ask', proposal, version, parties: step.parties })
        return
      }
      case 'package': {
        const { title, of } = step
        const proposals = of.flatMap((name) => this.told.get(name)?.id ?? [])
        const paragraphs = of.filter((name) => !this.told.has(name)).map(idOf)
        const code = `package-${this.state.packages.size + 1}`
        await this.act(facilitator, { type: 'package', package: code, title, proposals, paragraphs })
        return
      }
      case 'cosponsor':
        return this.say(step.by, { type: 'cosponsor', proposal: this.named(step.name).id })
      case 'stand':
        return this.stand(step.on, step.stances)
      case 'comment':
        return this.say(step.by, { type: 'comment', on: this.subject(step.on), text: step.says })
      case 'rule': {
        const { id } = this.named(step.name)
        const { version } = currentVersion(this.state.proposals.get(id)!)
        const into = step.into === null ? {} : { into: this.named(step.into).id }
        const { ruling, says: reason } = step
        await this.act(facilitator, { type: 'rule', proposal: id, version, ruling, reason, ...into })
        return
      }
      case 'pen': {
        const changes = this.changes(this.state.accepted, step.edits)
        await this.act(facilitator, { type: 'amend', changes, rationale: step.says })
        return
      }
      case 'rivals':
        await this.act(facilitator, {
          type: 'rivals',
          proposals: step.names.map((name) => this.named(name).id),
        })
        return
      case 'status': {
        const { status, says: reason, pending } = step
        await this.act(facilitator, {
          type: 'status',
          paragraph: idOf(step.at),
          status,
          pending,
          reason,
        })
        return
      }
      case 'publish': {
        const hash = contentHash(textOf(this.state, this.state.accepted))
        const { symbol, says: note } = step
        await this.act(facilitator, { type: 'publish', symbol, contentHash: hash, note })
        return
      }
    }
  }

  private async open(): Promise<void> {
    const { text, negotiation, title, symbol, paragraphs, parties } = this.script
    const deed = deedSchema.parse({ type: 'open', title, symbol, language: 'en', paragraphs, parties })
    const opened = await this.record.open(
      { text, negotiation },
      this.cast.secretariat,
      this.intent(deed, 'typed'),
    )
    if (isRefusal(opened)) throw new RangeError(`refused: ${JSON.stringify(opened)}`)
    await this.refresh()
  }

  private async table(step: Step & { type: 'table' }): Promise<void> {
    const { name, by, edits, says: rationale, on, invites, against, channel } = step
    const deed: Unchecked<Deed> = {
      type: 'table',
      changes: this.changes(this.basis(on), edits),
      rationale,
      invite: [...step.with, ...invites],
      alternatives: against.map((other) => this.named(other).id),
    }
    const n =
      by === chairCode ? await this.act(this.cast.facilitator, deed) : await this.speak(by, deed, channel)
    this.told.set(name, { id: n, on })
    for (const sponsor of step.with) await this.say(sponsor, { type: 'cosponsor', proposal: n })
  }

  private changes(basis: ReadonlySet<VersionKey>, edits: readonly Edit[]): Change[] {
    const draft = draftOf(this.state, basis, edits)
    const held = edits.flatMap((edit) =>
      edit.type === 'hold' ? [holdOf(this.state, basis, edit.at, edit.words)] : [],
    )
    return [...compare(this.state, basis, draft), ...held]
  }

  /** What is accepted, and the proposals to build on with those they build on. */
  private basis(on: readonly Name[]): ReadonlySet<VersionKey> {
    const set = new Set(this.state.accepted)
    const include = (name: Name): void => {
      const { id, on: deeper } = this.named(name)
      set.add(versionKey(id, currentVersion(this.state.proposals.get(id)!).version))
      deeper.forEach(include)
    }
    on.forEach(include)
    return set
  }

  private named(name: Name): Told {
    const found = this.told.get(name)
    if (!found) throw new RangeError(`no proposal is called ${name}`)
    return found
  }

  private subject(on: Name): { proposal: number; version: number } | { paragraph: string } {
    const proposal = this.told.get(on)
    if (!proposal) return { paragraph: idOf(on) }
    const { version } = currentVersion(this.state.proposals.get(proposal.id)!)
    return { proposal: proposal.id, version }
  }

  private async stand(on: Name, shorthand: string): Promise<void> {
    for (const { party, stance, reason, condition } of readStances(shorthand))
      await this.say(party, {
        type: 'position',
        on: this.subject(on),
        stance,
        reason,
        condition,
        ...this.whenOf(condition),
      })
  }

  /** What "if OP11 bis G77 is accepted" or "if OP11 is agreed" waits for; other conditions are words alone. */
  private whenOf(condition: string): { readonly when?: When } {
    const [, name, becomes] = /^if (.+) is (accepted|withdrawn|agreed)$/.exec(condition) ?? []
    if (name === undefined) return {}
    if (becomes === 'agreed') return { when: { paragraph: idOf(name), becomes } }
    return { when: { proposal: this.named(name).id, becomes: becomes as 'accepted' | 'withdrawn' } }
  }

  /** In a meeting the secretariat notes what is said from the floor; outside, delegations type it. */
  private async say(party: string, deed: Unchecked<Deed>): Promise<void> {
    await this.speak(party, deed, this.state.meeting === null ? 'typed' : 'floor')
  }

  private speak(party: string, deed: Unchecked<Deed>, channel: Channel): Promise<number> {
    const speaker = this.cast.speaker(party)
    const actor = channel === 'typed' ? this.cast.delegate(speaker) : this.cast.secretariat
    return this.act(actor, deed, {
      for: speaker,
      ...(speaker === party ? {} : { onBehalfOf: party }),
      channel,
    })
  }

  private intent(deed: Unchecked<Deed>, channel: Channel): Intent {
    return {
      key: `${this.script.text}-${String(++this.count).padStart(5, '0')}`,
      channel,
      deed: deedSchema.parse(deed),
    }
  }

  private async act(
    actor: Actor,
    deed: Unchecked<Deed>,
    { channel, ...who }: Partial<Pick<Intent, 'for' | 'onBehalfOf' | 'channel'>> = {},
  ): Promise<number> {
    this.stage.now = new Date(this.stage.now.getTime() + secondsFor(deed, this.count) * 1000)
    const intent = { ...this.intent(deed, channel ?? 'typed'), ...who }
    const recorded = await this.record.append(this.script.text, actor, intent)
    if (isRefusal(recorded)) throw new RangeError(`refused: ${JSON.stringify(recorded)}`)
    await this.refresh()
    return recorded.act.n
  }

  private async refresh(): Promise<void> {
    this.current = await this.record.state(this.script.text)
  }
}

/** A deed as a browser would send it, before the server's validator has seen it. */
type Unchecked<T> = T extends readonly (infer Item)[]
  ? readonly Unchecked<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Unchecked<T[K]> }
    : T

/** How long people take: minutes to present a proposal, seconds to take a position on it. */
const secondsFor = ({ type }: Unchecked<Deed>, count: number): number =>
  type === 'position' || type === 'cosponsor' ? 4 + (count % 5) : 40 + ((count * 17) % 50)
