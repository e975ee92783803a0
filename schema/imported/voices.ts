import type { Asked, Claim, Lexicon, Notation } from '../notation/notation.ts'
import { walk } from '../notation/walk.ts'
import { readNames } from '../notation/names.ts'
import { positionAt } from '../notation/position.ts'
import type { Party } from '../party/party.ts'
import { chairCode } from '../party/party.ts'
import type { Corrections, FoundClaim } from './written.ts'

/** Finds whose names those of a text are. */
export interface Voices {
  /** The lexicon with the parties and what a person said of names. */
  readonly lexicon: Lexicon
  readonly seated: (code: string) => boolean
  readonly claimsOf: (claims: readonly Claim[]) => FoundClaim[]
}

/** Names as the negotiation seats them: a name nobody seated bears has no code. */
export function voicesOf(parties: readonly Party[], known: Lexicon, corrections: Corrections): Voices {
  const lexicon = new Map(known)
  for (const { code, name } of parties) {
    lexicon.set(code, code)
    if (!lexicon.has(name)) lexicon.set(name, code)
  }
  lexicon.set(chairCode, chairCode)
  for (const [name, code] of Object.entries(corrections.names)) if (code !== null) lexicon.set(name, code)
  const codes = new Set([...parties.map(({ code }) => code), chairCode])
  const codeOf = (text: string, found: string | null): string | null => {
    const code = Object.hasOwn(corrections.names, text) ? corrections.names[text]! : found
    return code !== null && codes.has(code) ? code : null
  }
  return {
    lexicon,
    seated: (code) => codes.has(code),
    claimsOf: (claims) =>
      claims.map(({ names, asked, condition }) => ({
        names: names.map(({ text, code }) => ({ text, code: codeOf(text, code) })),
        asked,
        condition,
      })),
  }
}

/** Words that may be a name, where names stand: behind a dash at the end of a bracket. */
const nameLike = /[-–—][ \u00a0\u202f]+(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,3})[.\s]*$/u

/**
 * Every name of a text and how often it asks for something, by its first mention, with what may be a name and
 * was read as words until a person says whose it is.
 */
export function namesIn(
  notation: Notation,
  { claimsOf }: Voices,
  heard: readonly FoundClaim[],
): { text: string; code: string | null; count: number }[] {
  const names = new Map<string, { text: string; code: string | null; count: number }>()
  const count = ({ text, code }: { readonly text: string; readonly code: string | null }): void => {
    const entry = names.get(text)
    if (entry) entry.count++
    else names.set(text, { text, code, count: 1 })
  }
  walk(notation, ({ node }) => {
    const last = node.type === 'bracket' ? node.children.at(-1) : undefined
    const like = last?.type === 'words' ? nameLike.exec(last.text)?.[1] : undefined
    if (like !== undefined) count({ text: like, code: null })
    if (node.type !== 'claims' && node.type !== 'option') return
    for (const { text, code } of claimsOf(node.claims).flatMap((claim) => claim.names)) count({ text, code })
  })
  for (const { text, code } of heard.flatMap((claim) => claim.names)) count({ text, code })
  return [...names.values()]
}

/** What asks for words: a name alone, "add", or a draft that is open to everyone. */
const asking: readonly Asked[] = ['propose', 'add', 'drafting']

/** True when somebody asks for these words. */
export const isAskedFor = (claims: readonly FoundClaim[]): boolean =>
  claims.some(({ asked }) => asking.includes(asked))

/** True when something of this kind is asked. */
export const asks = (claims: readonly FoundClaim[], what: Asked): boolean =>
  claims.some(({ asked }) => asked === what)

/** Codes of those who ask for the words. */
export const askers = (claims: readonly FoundClaim[]): string[] => codesIn(claims, asking)

/** Codes of those who ask one of these things, each once. */
export const codesIn = (claims: readonly FoundClaim[], what: readonly Asked[]): string[] => [
  ...new Set(
    claims
      .filter(({ asked }) => what.includes(asked))
      .flatMap(({ names }) => names.flatMap(({ code }) => (code === null ? [] : [code]))),
  ),
]

/**
 * The parts of what is said that claims do not carry: all of "EU: would withdraw its words on lakes, if OP2 is
 * kept", none of "EU: delete".
 */
export function unsaid(said: string, { lexicon }: Voices): string[] {
  return said
    .replace(/^[\s([–—-]+|[\s)\]]+$/g, '')
    .split(';')
    .filter((part) => {
      const from = part.search(/\S/)
      const list = from < 0 ? null : readNames(part, from, part.length, lexicon)
      if (!list) return false
      const [between] = /^[ \u00a0\u202f]*[:：]?[ \u00a0\u202f]*/.exec(part.slice(list.end))!
      const behind = list.end + between.length
      const position = positionAt(part, behind)
      // Behind a colon stands what they say, whether or not it begins with a position.
      const rest = position || /[:：]/.test(between) ? part.slice(behind + (position?.length ?? 0)) : ''
      const words = rest.replace(/^[\s,]*(?:if|unless|provided|pending|subject to|in exchange for)\b.*$/s, '')
      if (/^no\P{L}*$/iu.test(words)) return false
      return /[\p{L}\p{N}]/u.test(words) || /\bin which case\b/.test(rest)
    })
    .map((part) => part.trim())
}
