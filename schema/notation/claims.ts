import { readNames, trustOf, type NameList } from './names.ts'
import type { Asked, Claim, Lexicon } from './notation.ts'
import { positionAt } from './position.ts'

/** A stretch of a text that may say who asks what, and nothing else. */
export interface Stretch {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** A stretch longer than this is words of the text. */
const longestClaims = 2_000

/**
 * Reads a whole stretch as "US; G77 delete" or "EU, CANZ: reserve; Japan: would withdraw if …": parts at
 * semicolons, each of them names and, behind a colon or a space, what they ask. Null when any of it is
 * something else. `free` lets any words follow a position behind a colon; words that a bracket asks for would
 * be taken for them.
 */
export function readClaims({ text, from, to }: Stretch, lexicon: Lexicon, free = true): Claim[] | null {
  if (to - from > longestClaims) return null
  const claims: Claim[] = []
  for (let at = from; at < to;) {
    const stop = text.slice(at, to).indexOf(';')
    const end = stop < 0 ? to : at + stop
    const found = readClaim({ text, from: at, to: end }, lexicon, free)
    if (!found) return null
    claims.push(...found)
    at = end + 1
  }
  return claims.length === 0 ? null : claims
}

const space = /[\s\u00a0]/

function readClaim({ text, from, to }: Stretch, lexicon: Lexicon, free: boolean): Claim[] | null {
  let [start, end] = [from, to]
  while (start < end && space.test(text[start]!)) start++
  while (end > start && /[\s\u00a0.,]/.test(text[end - 1]!)) end--
  const list = readNames(text, start, end, lexicon)
  if (!list) return null
  if (list.end === end) return claimsOf(list, 'propose', '')
  const [between] = /^[ \u00a0]*:?[ \u00a0]*/.exec(text.slice(list.end, end))!
  if (between === '') return null
  const position = positionAt(text, list.end + between.length)
  if (!position) return null
  const behind = list.end + between.length + position.length
  const rest = text.slice(behind, end)
  const depends = /^[\s,]*(?:if|unless|provided|pending|subject to|in exchange for)\b/.test(rest)
  if (rest.trim() !== '' && !depends && !(free && between.includes(':'))) return null
  return [...claimsOf(list, position.asked, conditionIn(rest)), ...chained(text, behind, end, lexicon)]
}

function claimsOf({ names, own }: NameList, asked: Asked, condition: string): Claim[] {
  const claim = (some: Claim['names'], what: Asked): Claim[] =>
    some.length === 0 ? [] : [{ names: some, asked: what, condition }]
  return [
    ...claim(names.slice(0, own), asked),
    ...claim(names.slice(own), asked === 'propose' ? 'support' : asked),
  ]
}

function conditionIn(rest: string): string {
  const found = /\b(?:if|unless|provided|pending|subject to|in exchange for)\b.*$/s.exec(rest)?.[0] ?? ''
  return found.replace(/,?\s*in which case\b.*$/s, '').trim()
}

/** "…, in which case Mexico also withdraws its amendments": another's position on the same condition. */
function chained(text: string, from: number, to: number, lexicon: Lexicon): Claim[] {
  const words = text.slice(from, to)
  const lead = /\bin which case /.exec(words)
  if (!lead) return []
  const list = readNames(text, from + lead.index + lead[0].length, to, lexicon)
  const position = list && positionAt(text, list.end + 1)
  return position ? claimsOf(list, position.asked, conditionIn(words)) : []
}

/** How much it takes for names to be believed (NT9). */
export type Reason = 'position' | 'code' | 'known'

/**
 * True when there is reason to take claims for claims. Names of the lexicon and a position always are;
 * `code` also believes what looks like a code, and any name in a list with a known one; `known` the latter
 * only; `position` wants a position of everybody.
 */
export function believable(claims: readonly Claim[], reason: Reason): boolean {
  if (claims.every(({ asked }) => asked !== 'propose')) return true
  if (reason === 'position') return false
  const first = claims[0]!
  const all = claims.flatMap(({ names }) => names)
  const { least, known } = trustOf({ names: all, own: 0, end: 0 })
  if (known) return true
  if (claims.length > 1 && claims.slice(1).every(({ asked }) => asked !== 'propose')) return true
  return reason === 'code' && least === 'code' && first.names.length > 0
}
