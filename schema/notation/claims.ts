import { readNames, trustOf, type NameList } from './names.ts'
import type { Asked, Claim, Lexicon } from './notation.ts'
import { instructs, positionAt } from './position.ts'

/** A stretch of a text that may say who asks what, and nothing else. */
interface Stretch {
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
    const found = readClaim(
      { text, from: at, to: end },
      lexicon,
      free ? (at > from ? 'behind' : 'first') : 'alone',
    )
    if (!found) return null
    claims.push(...found)
    at = end + 1
  }
  return claims.length === 0 ? null : claims
}

/** Spaces, and marks of emphasis in Markdown. */
const blank = /[\s\u00a0\u202f*_]/
/** "EU proposal: …", "EU alt: …", "**EU:** …" */
const between =
  /(?:[ \u00a0\u202f](?:proposal|proposes|proposed|suggests|suggestion|addition|amendment|text|wording|alt(?:ernative)?\.?(?:[ \u00a0\u202f]?\d)?))?[*_]{0,3}[ \u00a0\u202f]*[:：]?[*_]{0,3}[ \u00a0\u202f]*/y
/** "proposed by Japan", "opposed by China" */
const leads: readonly (readonly [Asked, RegExp])[] = [
  ['propose', /(?:proposed|suggested|submitted) by |proposal (?:by|of|from) /iy],
  ['support', /(?:also )?supported by /iy],
  ['oppose', /opposed by |objected to by /iy],
  ['reserve', /bracketed by /iy],
]

/**
 * Where a part stands: `alone`, where what it says may be words that are asked for; `first` or `behind` others,
 * where no words of the text are.
 */
type Standing = 'alone' | 'first' | 'behind'

function readClaim({ text, from, to }: Stretch, lexicon: Lexicon, standing: Standing): Claim[] | null {
  let [start, end] = [from, to]
  while (start < end && blank.test(text[start]!)) start++
  while (
    end > start &&
    /[\s\u00a0\u202f.,*_]/.test(text[end - 1]!) &&
    !/\p{Lu}\.\p{Lu}\.$/u.test(text.slice(start, end))
  )
    end--
  const list = readNames(text, start, end, lexicon)
  const said = list && readNamed(text, end, list, lexicon, standing)
  return said ?? readVerbFirst(text, start, end, lexicon)
}

/** What those who are named first ask for. */
function readNamed(
  text: string,
  end: number,
  list: NameList,
  lexicon: Lexicon,
  standing: Standing,
): Claim[] | null {
  if (list.end === end) return claimsOf(list, 'propose', '')
  const against = opposers(text, list.end, end, lexicon)
  if (against) return [...claimsOf(list, 'propose', ''), ...against]
  between.lastIndex = list.end
  const gap = between.exec(text)![0]
  if (gap === '') return null
  const behind = list.end + gap.length
  if (behind >= end) return claimsOf(list, 'propose', '')
  if (/[:：]/.test(gap) && instructs(text.slice(0, end), behind)) return claimsOf(list, 'instruct', '')
  const position = positionAt(text, behind)
  const free = standing !== 'alone'
  if (!position) return free && /[:：]/.test(gap) ? spoken(text.slice(behind, end), list, standing) : null
  const rest = text.slice(behind + position.length, end)
  const depends = /^[\s,]*(?:if|unless|provided|pending|subject to|in exchange for)\b/.test(rest)
  if (rest.trim() !== '' && !depends && !(free && /[:：]/.test(gap))) return null
  return [
    ...claimsOf(list, position.asked, conditionIn(rest)),
    ...chained(text, behind + position.length, end, lexicon),
  ]
}

/** “G77: no”, “Chile: ‘suitable words’”, and behind other names whatever is said in a known name. */
function spoken(said: string, list: NameList, standing: Standing): Claim[] | null {
  if (trustOf(list).least !== 'known') return null
  if (/^no$/i.test(said)) return claimsOf(list, 'oppose', '')
  return standing === 'behind' || /^(["“«‘„])[^"“”«»„]+["”»’“]$/u.test(said)
    ? claimsOf(list, 'instruct', '')
    : null
}

/** "US, opposed by China" */
function opposers(text: string, from: number, to: number, lexicon: Lexicon): Claim[] | null {
  const [lead] = /^[ \u00a0\u202f]*,[ \u00a0\u202f]*(?=opposed by )/.exec(
    text.slice(from, Math.min(to, from + 20)),
  ) ?? ['']
  return lead === '' ? null : readVerbFirst(text, from + lead.length, to, lexicon)
}

/** "opposed by China", and "retain – Egypt, Namibia", where capitals or the lexicon say that these are names. */
function readVerbFirst(text: string, from: number, to: number, lexicon: Lexicon): Claim[] | null {
  for (const [asked, lead] of leads) {
    lead.lastIndex = from
    const found = lead.exec(text)
    const list = found && readNames(text, from + found[0].length, to, lexicon)
    if (list?.end === to) return claimsOf(list, asked, '')
  }
  const position = positionAt(text, from)
  const sign =
    position &&
    /^[ \u00a0\u202f]*(?:[:：]|[-–—])[ \u00a0\u202f]*/.exec(text.slice(from + position.length, to))
  const list = sign && readNames(text, from + position.length + sign[0].length, to, lexicon)
  return list?.end === to && trustOf(list).least !== 'proper' ? claimsOf(list, position!.asked, '') : null
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

/** True when all names are of the lexicon and each asks for something: what may stand without a sign of its own. */
export const isCertain = (claims: readonly Claim[]): boolean =>
  claims.every(
    ({ names, asked }) => asked !== 'propose' && asked !== 'add' && names.every(({ code }) => code !== null),
  )

/** How much it takes for names to be believed (NT9). */
type Reason = 'position' | 'code' | 'known'

/**
 * True when there is reason to take claims for claims. Names of the lexicon and a position always are;
 * `code` also believes what looks like a code, and any name in a list with a known one, or before those with
 * a position; `known` the latter only; `position` wants a position of everybody.
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
