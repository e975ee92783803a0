import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Paragraphs } from '../text/paragraph.ts'
import type { Act, UnsealedAct } from './act.ts'
import type { State } from './state.ts'

/** What act 1 names as its predecessor. */
export const firstPrev = '0'.repeat(64)

/** JSON with keys in order, so that the same value always gives the same characters. Undefined members are left out. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
}

const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** Closes an act: its hash covers every field and the hash of the act before it. */
export function seal(act: UnsealedAct, prev: string): Act {
  return { ...act, prev, hash: digest(canonical({ ...act, prev })) }
}

/** SHA-256 of the words, kinds and levels of a text. */
export const contentHash = (paragraphs: Paragraphs): string => digest(canonical(paragraphs))

/** SHA-256 of everything a state holds but the identity of its touches. */
export function stateHash(state: State): string {
  return digest(canonical(plain({ ...state, touched: null })))
}

function plain(value: unknown): unknown {
  if (value instanceof Map)
    return [...value].map(([key, member]) => [key, plain(member)]).sort(([a], [b]) => order(a, b))
  if (value instanceof Set) return [...value].sort(order)
  if (Array.isArray(value)) return value.map(plain)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]))
  return value
}

const order = (a: unknown, b: unknown): number => (String(a) < String(b) ? -1 : 1)

/** What became of a record that does not verify: at which act, and what was done to it. */
type Verdict =
  | { readonly ok: true; readonly n: number; readonly hash: string }
  | { readonly ok: false; readonly n: number; readonly what: 'altered' | 'missing' | 'reordered' }

/**
 * Recomputes the chain of one text's acts as stored. `missing`: act n is not there; `reordered`: another act
 * stands in the place of n, or n does not follow on the act before it; `altered`: n is not what was sealed.
 * A record cut off at its end verifies: compare `n` and `hash` with what was kept elsewhere.
 */
export function verify(acts: readonly Act[]): Verdict {
  let prev = firstPrev
  for (let i = 0; i < acts.length; i++) {
    const act = acts[i]!
    const n = i + 1
    if (act.n !== n)
      return { ok: false, n, what: acts.some((other) => other.n === n) ? 'reordered' : 'missing' }
    const { hash, prev: named, ...rest } = act
    if (seal(rest, named).hash !== hash) return { ok: false, n, what: 'altered' }
    if (named !== prev) return { ok: false, n, what: 'reordered' }
    prev = hash
  }
  return { ok: true, n: acts.length, hash: prev }
}
