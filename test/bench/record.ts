import type { Actor, Role } from '../../schema/party/role.ts'
import { stances } from '../../schema/party/position.ts'
import type { Change, SourceId } from '../../schema/proposal/change.ts'
import { sourceId, versionKey } from '../../schema/proposal/change.ts'
import type { Act } from '../../schema/record/act.ts'
import { apply } from '../../schema/record/apply.ts'
import { firstPrev, seal } from '../../schema/record/chain.ts'
import type { Deed } from '../../schema/record/deed.ts'
import type { State } from '../../schema/record/state.ts'
import { isRefusal } from '../../schema/refusal.ts'
import { plainText } from '../../schema/text/token.ts'
import { addition, clause, longText, wordCount } from './prose.ts'
import type { Dice } from './random.ts'
import { diceOf, oneOf } from './random.ts'

/** Delegations that negotiate the long text. */
export const delegations = Array.from({ length: 24 }, (_, i) => `D${String(i + 1).padStart(2, '0')}`)

/** A record of some size, made act by act through `apply`. */
export interface LongRecord {
  readonly acts: readonly Act[]
  readonly state: State
  readonly words: number
  /** Proposals that are open. */
  readonly open: number
  /** Insertions that the innermost open words lie in. */
  readonly depth: number
}

/** How long a record is made. */
export interface Size {
  readonly words: number
  readonly proposals: number
  readonly depth: number
  readonly acts: number
}

/** The size the targets speak of. */
export const fullSize: Size = { words: 35_000, proposals: 1_700, depth: 10, acts: 10_000 }

/** Words that can be amended: a paragraph as opened (depth 0), or what an open proposal inserts. */
interface Ground {
  readonly source: SourceId
  readonly depth: number
  readonly text: string
  /** Offset of the first character: 1 behind a break. */
  readonly from: number
}

/** Makes the record of a text; the same for the same id, size and seed. */
export function longRecord(text: string, size: Size = fullSize, seed = 7): LongRecord {
  const dice = diceOf(seed)
  const paragraphs = longText(dice, size.words)
  const maker = new Maker(text)
  maker.act(chair, {
    type: 'open',
    title: 'Draft decision on cooperation',
    symbol: 'A/BENCH/L.1',
    language: 'en',
    paragraphs: paragraphs.map((paragraph) => ({ ...paragraph, content: [...paragraph.content] })) as never,
    parties: delegations.map((code) => ({ code, name: `Delegation ${code}`, kind: 'state' })),
  })
  const base = paragraphs
    .filter(({ kind }) => kind !== 'title' && kind !== 'heading' && kind !== 'annex')
    .map(({ id, content }): Ground => ({ source: id, depth: 0, text: plainText(content), from: 1 }))
  const inner: Ground[] = []
  let open: number[] = []
  while (open.length < size.proposals) {
    const ground = choose(dice, base, inner, size.depth)
    const change = changeOn(dice, ground, base, maker.now.n + 1)
    const n = maker.act(delegate(oneOf(dice, delegations)), {
      type: 'table',
      changes: [change as never],
      rationale: '',
      invite: [],
      alternatives: [],
    })
    if (n === null) continue
    open.push(n)
    if (change.type === 'amend' && change.insert)
      inner.push({
        source: sourceId(versionKey(n, 1), 0),
        depth: ground.depth + 1,
        text: plainText(change.insert.runs),
        from: change.insert.runs[0] && 'break' in change.insert.runs[0] ? 1 : 0,
      })
    if (dice(25) === 0) {
      const ruling = oneOf(dice, ['accepted', 'lapsed'] as const)
      maker.act(chair, { type: 'rule', proposal: oneOf(dice, open), version: 1, ruling, reason: '' })
      open = open.filter((id) => maker.now.proposals.get(id)?.status === 'open')
    }
    while (maker.now.n < (size.acts * open.length) / size.proposals) discuss(dice, maker, oneOf(dice, open))
  }
  return {
    acts: maker.acts,
    state: maker.now,
    words: paragraphs.reduce((sum, { content }) => sum + wordCount(plainText(content)), 0),
    open: open.length,
    depth: Math.max(0, ...inner.map(({ depth }) => depth)),
  }
}

const person = (role: Role, delegation: string | null): Actor => ({
  person: `${role}-${delegation ?? ''}`,
  name: `${role} ${delegation ?? ''}`.trim(),
  role,
  delegation,
  speaksFor: [],
})
const chair = person('facilitator', null)
const delegate = (code: string): Actor => person('delegate', code)

/** Numbers, seals and applies acts as the record does, half a minute apart. */
class Maker {
  readonly acts: Act[] = []
  readonly #text: string
  #state: State | null = null

  constructor(text: string) {
    this.#text = text
  }

  get now(): State {
    if (!this.#state) throw new RangeError('not opened')
    return this.#state
  }

  /** Number of the act; null when it was refused. */
  act(by: Actor, deed: Deed): number | null {
    const n = (this.#state?.n ?? 0) + 1
    const act = seal(
      {
        text: this.#text,
        n,
        key: `bench-${String(n).padStart(8, '0')}`,
        at: new Date(Date.UTC(2026, 2, 2) + n * 30_000).toISOString(),
        by,
        for: by.delegation,
        onBehalfOf: null,
        channel: 'typed',
        meeting: null,
        deed,
      },
      this.#state?.hash ?? firstPrev,
    )
    const next = apply(this.#state, act)
    if (isRefusal(next)) return null
    this.#state = next
    this.acts.push(act)
    return n
  }
}

/** Two in three amend the text; the others what somebody proposed, every eighth of them the deepest words there are. */
function choose(dice: Dice, base: readonly Ground[], inner: readonly Ground[], depth: number): Ground {
  const deeper = inner.filter((ground) => ground.depth < depth)
  if (deeper.length === 0 || dice(3) > 0) {
    // Some paragraphs are far more disputed than others.
    return base[Math.floor((dice(1_000_000) / 1_000_000) ** 2 * base.length)]!
  }
  if (dice(8) > 0) return oneOf(dice, deeper)
  return deeper.reduce((deepest, ground) => (ground.depth >= deepest.depth ? ground : deepest))
}

function changeOn(dice: Dice, ground: Ground, base: readonly Ground[], n: number): Change {
  const { source, text, from } = ground
  const words = [...text.matchAll(/\S+\s?/g)].map((match) => ({
    from: from + match.index,
    to: from + match.index + match[0].length,
  }))
  const first = dice(words.length)
  const last = Math.min(words.length - 1, first + dice(4))
  const range = { source, from: words[first]!.from, to: words[last]!.to }
  const insert = { anchor: { source, at: range.to }, runs: [{ text: `${addition(dice)} ` }] }
  const kind = dice(20)
  if (kind < 9) return { type: 'amend', strike: [range], insert }
  if (kind < 14) return { type: 'amend', strike: [], insert }
  if (kind < 17) return { type: 'amend', strike: [range] }
  if (kind < 19) return { type: 'hold', ranges: [range] }
  if (ground.depth === 0 && dice(4) === 0) return move(ground, oneOf(dice, base))
  const head = { id: `n${n}`, kind: 'operative', level: 0 } as const
  const anchor = { source, at: from + text.length }
  return {
    type: 'amend',
    strike: [],
    insert: { anchor, runs: [{ break: head }, { text: `${clause(dice)};` }] },
  }
}

/** Places a paragraph as opened behind another one. */
const move = ({ source, text, from }: Ground, behind: Ground): Change => ({
  type: 'place',
  paragraph: source,
  through: { source, at: from + text.length - 1 },
  anchor: { source: behind.source, at: behind.from + behind.text.length },
})

/** Somebody takes a position on a proposal, joins it or remarks on it. */
function discuss(dice: Dice, maker: Maker, proposal: number): void {
  const by = delegate(oneOf(dice, delegations))
  const on = { proposal, version: 1 }
  const kind = dice(10)
  const stance = oneOf(dice, stances)
  if (kind < 8) maker.act(by, { type: 'position', on, stance, reason: '', condition: '' })
  else if (kind < 9) maker.act(by, { type: 'cosponsor', proposal })
  else maker.act(by, { type: 'comment', on, text: clause(dice) })
}
