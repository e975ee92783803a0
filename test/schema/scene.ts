import type { Stance } from '../../schema/party/position.ts'
import type { Change } from '../../schema/proposal/change.ts'
import { compare } from '../../schema/proposal/compare.ts'
import { isMoot } from '../../schema/proposal/standing.ts'
import { currentVersion } from '../../schema/proposal/proposal.ts'
import type { Deed, ParagraphStatus, Ruling } from '../../schema/record/deed.ts'
import type { Refusal } from '../../schema/refusal.ts'
import { isRefusal } from '../../schema/refusal.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import { textOf } from '../../schema/text/text.ts'
import type { ParagraphKind } from '../../schema/text/token.ts'
import { isWords } from '../../schema/text/token.ts'
import { view } from '../../schema/view/view.ts'
import { actor, chair, Negotiation, stateOf } from '../laws/negotiation.ts'
import { draftAfter, gapAt } from './drafting.ts'

const kinds: readonly (readonly [RegExp, ParagraphKind, number])[] = [
  [/^PP /, 'preambular', 0],
  [/^\(a\) /, 'item', 1],
  [/^\(i\) /, 'item', 2],
  [/^# /, 'heading', 1],
  [/^Annex: /, 'annex', 0],
  [/^\d+\. /, 'body', 0],
  [/^¹ /, 'footnote', 0],
  [/^/, 'operative', 0],
]

/** A text as it is written in a case: a paragraph a line, operative unless it begins "PP ", "(a) ", "# " … */
export function paragraphsIn(given: string): Paragraph[] {
  return given.split('\n').map((line, i) => {
    const [mark, kind, level] = kinds.find(([pattern]) => pattern.test(line))!
    const text = line.replace(mark, '')
    return { id: `p${i + 1}`, kind, level, content: text ? [{ text }] : [] }
  })
}

/** Who sits in every case: States, and a group of three of them. */
const parties = [
  ...['A', 'B', 'C', 'D', 'CH', 'RF', 'US', 'FR', 'DE', 'SE'].map(stateOf),
  {
    code: 'EU',
    name: 'European Union',
    kind: 'group' as const,
    members: ['FR', 'DE', 'SE'].map((code) => ({ code, from: '2000-01-01' })),
  },
]

const stances: Readonly<Record<string, Stance>> = {
  supports: 'supports',
  'can live with': 'canLiveWith',
  reserves: 'reserves',
  opposes: 'opposes',
}
const rulings: Readonly<Record<string, Ruling>> = {
  accepts: 'accepted',
  lapses: 'lapsed',
  parks: 'parked',
  supersedes: 'superseded',
  'reads again': 'open',
}
const statuses: Readonly<Record<string, ParagraphStatus>> = {
  'agrees ad ref': 'adReferendum',
  adopts: 'adopted',
  parks: 'parked',
  reopens: 'reopened',
}

/**
 * A negotiation told line by line, as a note-taker would: `A: shall → should`, `B on A1: …`,
 * `B supports A1`, `chair accepts A1`, `chair publishes Rev.1`. Proposals are named by who tabled them, in
 * order: A1, A2. A line that is to be refused ends in `✗ code`.
 */
export class Scene {
  readonly it: Negotiation
  readonly names = new Map<string, number>()

  constructor(given: string, lines: readonly string[]) {
    this.it = Negotiation.open(paragraphsIn(given), parties)
    this.tellAll(lines)
  }

  /** What happens next, line by line. */
  tellAll(lines: readonly string[]): void {
    for (const line of lines) this.tell(line)
  }

  /** Number of a proposal by its name. */
  id(name: string): number {
    const id = this.names.get(name)
    if (id === undefined)
      throw new RangeError(`no proposal ${name}; there are ${[...this.names.keys()].join(', ')}`)
    return id
  }

  /** Name of a proposal by its number. */
  nameOf(id: number): string {
    return [...this.names].find(([, number]) => number === id)?.[0] ?? `#${id}`
  }

  /** "open", "open, moot", "superseded" …: how a proposal stands. */
  statusOf(name: string): string {
    const { id, status, stale } = this.it.now.proposals.get(this.id(name))!
    return [status, isMoot(this.it.now, id) && 'moot', stale && 'stale'].filter(Boolean).join(', ')
  }

  private tell(line: string): void {
    const [said, expected] = line.split(' ✗ ')
    const refusal = this.carryOut(said!)
    if ((refusal?.code ?? undefined) !== expected)
      throw new RangeError(`“${line}” gave ${refusal ? JSON.stringify(refusal) : 'no refusal'}`)
  }

  private carryOut(line: string): Refusal | null {
    const [, who, on, words] = /^(\w+)(?: on ([\w, ]+))?: (.*)$/.exec(line) ?? []
    if (who) return who === 'chair' ? this.pen(words!) : this.draft(who, on, words!)
    const [subject, ...rest] = line.split(' ')
    return subject === 'chair' ? this.chair(rest.join(' ')) : this.delegation(subject!, rest.join(' '))
  }

  private pen(words: string): Refusal | null {
    const draft = draftAfter(textOf(this.it.now, this.it.now.accepted), words, this.it)
    const changes = compare(this.it.now, this.it.now.accepted, draft) as never
    return this.it.act(chair, { type: 'amend', changes, rationale: '' })
  }

  private draft(who: string, on: string | undefined, words: string): Refusal | null {
    const hold = /^hold “(.*)”$/.exec(words)
    if (hold) return this.table(who, [[this.holdOf(hold[1]!)]])
    const set = this.it.with((on?.split(', ') ?? []).map((name) => this.id(name)))
    const draft = draftAfter(textOf(this.it.now, set), words, this.it)
    const changes = compare(this.it.now, set, draft)
    return this.table(who, words.includes(' & ') ? [changes] : changes.map((change) => [change]))
  }

  private table(who: string, proposals: readonly (readonly Change[])[]): Refusal | null {
    for (const changes of proposals) {
      const id = this.it.table(who, changes)
      if (isRefusal(id)) return id
      const count = [...this.names.keys()].filter((name) => name.replace(/\d+$/, '') === who).length
      this.names.set(`${who}${count + 1}`, id)
    }
    if (!proposals.length) throw new RangeError(`${who} changes nothing`)
    return null
  }

  private holdOf(words: string): Change {
    const { source, at } = gapAt(this.it.now, words)
    return { type: 'hold', ranges: [{ source, from: at, to: at + words.length }] }
  }

  private delegation(who: string, says: string): Refusal | null {
    const by = actor('delegate', who)
    const revises = /^revises (\w+): (.*) → (.*)$/.exec(says)
    if (revises) return this.revise(who, this.id(revises[1]!), revises[2]!, revises[3]!)
    const [, verb, name] = /^(.*) (\S+)$/.exec(says) ?? []
    const proposal = this.id(name!)
    if (verb === 'withdraws') return this.it.act(by, { type: 'withdraw', proposal, reason: '' })
    if (verb === 'co-sponsors') return this.it.act(by, { type: 'cosponsor', proposal })
    const stance = stances[verb!]
    if (!stance) throw new RangeError(`${who} cannot “${says}”`)
    const { version } = currentVersion(this.it.now.proposals.get(proposal)!)
    return this.it.act(by, { type: 'position', on: { proposal, version }, stance, reason: '', condition: '' })
  }

  private revise(who: string, proposal: number, was: string, now: string): Refusal | null {
    const changes = currentVersion(this.it.now.proposals.get(proposal)!).changes.map((change) =>
      change.type === 'amend' && change.insert
        ? {
            ...change,
            insert: {
              ...change.insert,
              runs: change.insert.runs.map((run) =>
                isWords(run) ? { ...run, text: run.text.replace(was, now) } : run,
              ),
            },
          }
        : change,
    )
    return this.it.act(actor('delegate', who), {
      type: 'revise',
      proposal,
      changes: changes as never,
      rationale: '',
    })
  }

  private chair(does: string): Refusal | null {
    const publishes = /^publishes (.*)$/.exec(does)
    if (publishes) return this.it.publish(`A/TEST/L.1/${publishes[1]}`)
    const declares = /^declares (\w+) and (\w+) alternatives$/.exec(does)
    if (declares)
      return this.it.act(chair, { type: 'rivals', proposals: [this.id(declares[1]!), this.id(declares[2]!)] })
    const merges = /^merges (\w+) into (\w+)$/.exec(does)
    if (merges) return this.rule(this.id(merges[1]!), 'merged', this.id(merges[2]!))
    const informals = /^agrees (.*) in informals pending (.*)$/.exec(does)
    if (informals) return this.status(informals[1]!, 'informals', informals[2]!.split(', '))
    const verb = [...Object.keys(rulings), ...Object.keys(statuses)].find((one) => does.startsWith(`${one} `))
    if (!verb) throw new RangeError(`the chair cannot “${does}”`)
    const [object, reason] = does.slice(verb.length + 1).split(' because ')
    return this.names.has(object!) && rulings[verb]
      ? this.rule(this.id(object!), rulings[verb])
      : this.status(object!, statuses[verb]!, [], reason)
  }

  private rule(proposal: number, ruling: Ruling, into?: number): Refusal | null {
    const { version } = currentVersion(this.it.now.proposals.get(proposal)!)
    return this.it.act(chair, { type: 'rule', proposal, version, ruling, into, reason: '' })
  }

  private status(
    label: string,
    status: ParagraphStatus,
    pending: string[] = [],
    reason = '',
  ): Refusal | null {
    const { paragraphs } = view(this.it.now, { type: 'clean' })
    const paragraph = paragraphs.find((one) => one.label === label)
    if (!paragraph) throw new RangeError(`no paragraph ${label}`)
    const deed: Deed = { type: 'status', paragraph: paragraph.id, status, pending, reason }
    return this.it.act(chair, deed)
  }
}
