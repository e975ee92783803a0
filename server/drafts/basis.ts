import * as Y from 'yjs'
import { deltaToParagraphs, paragraphsToDelta, segsOf } from '../../schema/draft/delta.ts'
import type { Delta } from '../../schema/draft/delta.ts'
import { Flow } from '../../schema/draft/flow.ts'
import { merge3 } from '../../schema/draft/merge.ts'
import type { Overtaken } from '../../schema/draft/merge.ts'
import { rewrite } from '../../schema/draft/rewrite.ts'
import { draftMaps } from '../../schema/draft/wire.ts'
import type { VersionKey } from '../../schema/proposal/change.ts'
import { versionKey } from '../../schema/proposal/change.ts'
import { currentVersion } from '../../schema/proposal/proposal.ts'
import { rivalsOf } from '../../schema/proposal/rivals.ts'
import { restsOn } from '../../schema/proposal/standing.ts'
import type { State } from '../../schema/record/state.ts'
import { refuse } from '../../schema/refusal.ts'
import type { Refusal } from '../../schema/refusal.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import { textOf } from '../../schema/text/text.ts'

/** The set that a draft was made from or brought up to, and the open proposals it amends. */
export interface Basis {
  readonly set: ReadonlySet<VersionKey>
  readonly amended: readonly number[]
}

/** The set a draft should rest on now: what is accepted, and what it amends as long as that is open. */
export function basisNow(state: State, amended: readonly number[]): Basis {
  const open = amended.filter((id) => state.proposals.get(id)?.status === 'open')
  const keys = open.flatMap((id) => {
    const proposal = state.proposals.get(id)
    return proposal ? [versionKey(id, currentVersion(proposal).version)] : []
  })
  return { set: new Set([...state.accepted, ...keys]), amended: open }
}

/**
 * The proposals a draft amends once these are added, with those in whose words they were made, and others are left.
 * One that cannot stand with what is added leaves for it: a person changes their mind about whose words to start
 * from. What was made in the words of one that leaves goes too.
 */
export function amendedWith(
  state: State,
  amended: readonly number[],
  added: readonly number[],
  left: readonly number[] = [],
): number[] | Refusal {
  const leaving = new Set(left)
  const fresh = new Set<number>()
  const queue = [...added]
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const proposal = state.proposals.get(id)
    if (!proposal) return refuse('unknown-proposal', { proposal: id })
    if (proposal.status !== 'open')
      return refuse('proposal-decided', { proposal: id, status: proposal.status })
    if (fresh.has(id)) continue
    for (const rival of rivalsOf(state, id)) {
      if (fresh.has(rival) || state.proposals.get(rival)?.status === 'accepted')
        return refuse('rival-accepted', { proposal: id, rival })
      leaving.add(rival)
    }
    fresh.add(id)
    const parent = restsOn(state, id)
    if (parent !== null) queue.push(parent)
  }
  const leaves = (id: number): boolean => {
    const parent = leaving.has(id) ? null : restsOn(state, id)
    return leaving.has(id) || (parent !== null && leaves(parent))
  }
  return [...new Set([...amended.filter((id) => !leaves(id)), ...fresh])]
}

/** The words of a draft. */
export const paragraphsOfDraft = (doc: Y.Doc): Paragraph[] =>
  deltaToParagraphs(doc.getText(draftMaps.text).toDelta() as Delta)

/** What a draft rests on, as it says itself. */
export function basisOf(doc: Y.Doc): Basis {
  const meta = doc.getMap(draftMaps.meta)
  return {
    set: new Set((meta.get('basis') ?? []) as VersionKey[]),
    amended: (meta.get('amended') ?? []) as number[],
  }
}

function setBasis(doc: Y.Doc, { set, amended }: Basis, n: number): void {
  const meta = doc.getMap(draftMaps.meta)
  meta.set('basis', [...set].sort())
  meta.set('amended', [...amended])
  meta.set('n', n)
}

/** The first update of a draft: the text as it stands. */
export function seed(state: State): { basis: Basis; update: Uint8Array } {
  const doc = new Y.Doc()
  const basis = basisNow(state, [])
  doc.transact(() => {
    doc.getText(draftMaps.text).applyDelta(paragraphsToDelta(textOf(state, basis.set)))
    setBasis(doc, basis, state.n)
  })
  return { basis, update: Y.encodeStateAsUpdate(doc) }
}

const same = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((key) => b.has(key))

/**
 * Brings a draft up to date with the text: what it has not touched follows, what it has touched stays and
 * is entered as overtaken where the text changed there too. One transaction of `doc` under `origin`.
 * False when there was nothing to do.
 */
export function rebase(doc: Y.Doc, state: State, wanted: Basis, origin: unknown): boolean {
  const old = basisOf(doc)
  if (same(old.set, wanted.set) && old.amended.length === wanted.amended.length) return false
  doc.transact(() => {
    if (!same(old.set, wanted.set)) bringUp(doc, state, old.set, wanted.set)
    setBasis(doc, wanted, state.n)
  }, origin)
  return true
}

function bringUp(doc: Y.Doc, state: State, from: ReadonlySet<VersionKey>, to: ReadonlySet<VersionKey>): void {
  const text = doc.getText(draftMaps.text)
  const mine = paragraphsOfDraft(doc)
  const { paragraphs, overtaken } = merge3(textOf(state, from), textOf(state, to), mine)
  rewrite(new Flow(segsOf(text.toDelta() as Delta), text), mine, paragraphs)
  const map = doc.getMap<Overtaken>(draftMaps.overtaken)
  for (const [id, entry] of Object.entries(overtaken)) {
    // Overtaken twice before anybody looked: the words first drafted upon are the ones to show.
    const was = map.get(id)?.was ?? entry.was
    map.set(id, { was, now: entry.now })
  }
}
