import type { Act, UnsealedAct } from '../../schema/record/act.ts'
import { firstPrev, seal } from '../../schema/record/chain.ts'
import type { Deed } from '../../schema/record/deed.ts'
import type { Role } from '../../schema/party/role.ts'

/** Who does an act in a test: the chair, or a delegate of a code. */
export type By = 'Chair' | (string & {})

/** A small record: act 1 opens a text of two paragraphs, then what is given. */
export function recordOf(deeds: readonly (readonly [By, Deed])[]): Act[] {
  const acts: Act[] = []
  for (const [by, deed] of [['Chair', opening] as const, ...deeds]) {
    const n = acts.length + 1
    acts.push(seal(unsealed(n, by, deed), acts.at(-1)?.hash ?? firstPrev))
  }
  return acts
}

/** An act as it is before the record seals it. */
export function unsealed(n: number, by: By, deed: Deed): UnsealedAct {
  const role: Role = by === 'Chair' ? 'facilitator' : 'head'
  const delegation = by === 'Chair' ? null : by
  return {
    text: 't1',
    n,
    key: `key-${String(n).padStart(6, '0')}`,
    at: `2026-05-12T14:${String(n).padStart(2, '0')}:00.000Z`,
    by: { person: `p-${by}`, name: by, role, delegation, speaksFor: [] },
    for: delegation,
    onBehalfOf: null,
    channel: 'typed',
    meeting: null,
    deed,
  }
}

const opening: Deed = {
  type: 'open',
  title: 'A text',
  symbol: 'A/1/L.1',
  language: 'en',
  paragraphs: [
    { id: 'a', kind: 'operative', level: 0, content: [{ text: 'Decides that it shall act.' }] },
    { id: 'b', kind: 'operative', level: 0, content: [{ text: 'Requests a report.' }] },
  ],
  parties: [
    { code: 'EU', name: 'European Union', kind: 'group', members: [] },
    { code: 'NO', name: 'Norway', kind: 'state' },
  ],
}

/** A proposal that replaces characters `from` to `to` of a paragraph's words. */
export const replacing = (paragraph: string, from: number, to: number, text: string): Deed => ({
  type: 'table',
  changes: [
    {
      type: 'amend',
      strike: from < to ? [{ source: paragraph, from: from + 1, to: to + 1 }] : [],
      ...(text ? { insert: { anchor: { source: paragraph, at: to + 1 }, runs: [{ text }] } } : {}),
    },
  ],
  rationale: '',
  invite: [],
  alternatives: [],
})
