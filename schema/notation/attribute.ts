import { believable, isCertain, readClaims } from './claims.ts'
import { readNames, trustOf } from './names.ts'
import type { Claim, ClaimsNode, LeafNode, Lexicon, NotationNode, SlashNode } from './notation.ts'

/** Leaves found in the words of one pair, by the place of those words among its nodes. */
type Found = ReadonlyMap<number, readonly LeafNode[]>

/** One of the wordings in a bracket: its first and last nodes, and where it begins and ends. */
interface Wording {
  readonly first: number
  readonly from: number
  readonly last: number
  readonly to: number
}

/** Before and after which names stand: `[EU: … / … – US]`. Dashes further from the end are punctuation. */
const dashesTried = 8
const longestPrefix = 240

/**
 * Finds who asks what in a bracket or note: names before a colon and behind a dash, in each of the wordings
 * that strokes part. Nothing outside pairs.
 */
export function attribute(
  text: string,
  nodes: readonly NotationNode[],
  within: 'text' | 'bracket' | 'note',
  known: Lexicon,
): Found {
  const found = new Map<number, LeafNode[]>()
  const add = (index: number, leaf: LeafNode): void => {
    const leaves = found.get(index)
    if (leaves) leaves.push(leaf)
    else found.set(index, [leaf])
  }
  if (within === 'text' || nodes.length === 0) return found
  const slashes = within === 'bracket' ? slashesIn(text, nodes, known) : []
  for (const { index, leaf } of slashes) add(index, leaf)
  for (const wording of wordingsIn(nodes, slashes)) {
    const before = prefixOf(text, nodes, wording, known)
    if (before) add(wording.first, before)
    const from = before ? before.at + before.text.length : wording.from
    const after = within === 'bracket' ? suffixOf(text, nodes, wording, from, known) : null
    if (after) add(wording.last, after)
  }
  return found
}

interface PlacedSlash {
  readonly index: number
  readonly leaf: SlashNode
}

/** Strokes with a space on either side part wordings; "and/or", "A/RES/73/27" and "EU / US: soon" are words. */
function slashesIn(text: string, nodes: readonly NotationNode[], known: Lexicon): PlacedSlash[] {
  return nodes.flatMap((node, index) => {
    if (node.type !== 'words') return []
    const end = endOf(node)
    let from = node.at
    return [...node.text.matchAll(/(?<=[\s\u00a0\u202f])\/(?=[\s\u00a0\u202f])/g)].flatMap(
      (match): PlacedSlash[] => {
        const at = node.at + match.index
        if (isAmongNames(text, from, at, end, known)) return []
        from = at + 1
        return [{ index, leaf: { type: 'slash', at, text: '/' } }]
      },
    )
  })
}

/** True of a stroke in a list of names that a colon follows, or that a dash leads in and the bracket ends. */
function isAmongNames(text: string, from: number, at: number, end: number, known: Lexicon): boolean {
  const near = text.slice(Math.max(from, at - longestPrefix), Math.min(end, at + longestPrefix))
  if (!/[:：–—-]/.test(near)) return false
  const behind = readNames(text, at + 2, Math.min(end, at + longestPrefix), known)
  if (!behind || !trustOf(behind).known) return false
  const rest = text.slice(behind.end, Math.min(end, behind.end + 2))
  const before = text.slice(Math.max(from, at - longestPrefix), at)
  const lead = /^[:：]/.test(rest)
    ? /\S/
    : /^(?:[\s;.]|$)/.test(rest)
      ? /(?<=[-–—][ \u00a0\u202f]?)\p{Lu}[^-–—]*$/u
      : null
  const start = lead ? before.search(lead) : -1
  if (start < 0) return false
  const list = readNames(text, at - before.length + start, behind.end, known)
  return list?.end === behind.end
}

function wordingsIn(nodes: readonly NotationNode[], slashes: readonly PlacedSlash[]): Wording[] {
  const first = nodes[0]!
  const last = nodes.length - 1
  const ends = [
    ...slashes.map(({ index, leaf }) => ({ index, at: leaf.at })),
    { index: last, at: endOf(nodes[last]!) },
  ]
  let [index, from] = [0, first.at]
  return ends.map((end) => {
    const wording = { first: index, from, last: end.index, to: end.at }
    index = end.index
    from = end.at + 1
    return wording
  })
}

const endOf = (node: NotationNode): number => ('end' in node ? node.end : node.at + node.text.length)

/** Names before a colon: `[EU: `, `[EU, US: add `, `[G77: retain]`. */
function prefixOf(
  text: string,
  nodes: readonly NotationNode[],
  { first, from, last, to }: Wording,
  known: Lexicon,
): ClaimsNode | null {
  const node = nodes[first]!
  if (node.type !== 'words') return null
  const end = first === last ? to : endOf(node)
  const colon = text.slice(from, Math.min(end, from + longestPrefix)).search(/[:：]/)
  // "[JP: Agrees]" asks for the verb of an operative paragraph; who takes a position writes "agrees" or "agree".
  const isVerb = colon >= 0 && /^[:：]\s*\p{Lu}\p{Ll}+s[\s.,;]*$/u.test(text.slice(from + colon, end))
  if (first === last && !isVerb) {
    const whole = readClaims({ text, from, to: end }, known, false)
    // "[Norway reserves its position.]" is a sentence, as footnotes have them.
    const isTag = colon >= 0 || !/\.\s*$/.test(text.slice(from, end))
    if (whole && isTag && (colon < 0 ? isCertain(whole) : believable(whole, 'position')))
      return leaf(text, from, end, 'before', whole)
  }
  if (colon < 0) return null
  const claims = readClaims({ text, from, to: from + colon }, known)
  if (!claims || !believable(claims, 'code')) return null
  const [behind] = /^[ \t\u00a0\u202f]*(?:(?:add|insert|replace (?:with|by))[ :]*(?=["“«‘']))?/.exec(
    text.slice(from + colon + 1, end),
  )!
  const asked = claims.map((claim): Claim => (behind.trim() === '' ? claim : { ...claim, asked: 'add' }))
  return leaf(text, from, from + colon + 1 + behind.length, 'before', asked)
}

/** What "[delete – EU]" and "[NOC – EU]" hold: no words, but what is asked of others. */
export const bareVerb = /^\s*(?:del(?:ete)?|retain|keep|NOC|SUP)\.?\s*$/i

/** Names behind a dash, up to the end: ` – EU, G77`, `. -G77; US delete.` */
function suffixOf(
  text: string,
  nodes: readonly NotationNode[],
  { first, last, to }: Wording,
  wordingFrom: number,
  known: Lexicon,
): ClaimsNode | null {
  const node = nodes[last]!
  if (node.type !== 'words') return null
  const from = first === last ? Math.max(node.at, wordingFrom) : node.at
  const words = text.slice(from, to)
  const dashes = [
    ...words.matchAll(
      /(?:(?<![^\s\u00a0\u202f.,;:!?"”’)])[-–—]|—)[ \t\u00a0\u202f]*[*_]{0,3}(?=[\p{L}\p{N}])/gu,
    ),
  ]
  for (const dash of dashes.slice(-dashesTried)) {
    const at = from + dash.index
    const claims = readClaims({ text, from: at + dash[0].length, to }, known)
    if (!claims || !believable(claims, 'code')) continue
    const bare = bareVerb.exec(text.slice(from, at))
    const asked = bare && first === last ? (/^\s*(?:del|SUP)/i.test(bare[0]) ? 'delete' : 'retain') : null
    const said = asked ? claims.map((one) => (one.asked === 'propose' ? { ...one, asked } : one)) : claims
    return leaf(text, at, to, 'after', said as Claim[])
  }
  return positionsAfter(text, from, to, known) ?? parenthesesAfter(text, from, to, known)
}

/** Positions behind a semicolon, without a dash: "; US, Japan delete" */
function positionsAfter(text: string, from: number, to: number, known: Lexicon): ClaimsNode | null {
  for (const sign of [...text.slice(from, to).matchAll(/;/g)].slice(-dashesTried)) {
    const at = from + sign.index
    const claims = readClaims({ text, from: at + 1, to }, known, false)
    if (claims && isCertain(claims)) return leaf(text, at, to, 'after', claims)
  }
  return null
}

/** A word in small letters or the end of a clause: a place in parentheses stands behind its own name, in capitals. */
const behindWords = /(?:(?<![\p{L}\p{N}’'-])\p{Ll}[\p{L}’'-]*["”’)]?|[.,;:]["”’)]?)[ \u00a0\u202f]*$/u

/** Names in parentheses before the bracket closes: "[soon (EU, US)]", "[soon (EU) (US: delete)]" */
function parenthesesAfter(text: string, from: number, to: number, known: Lexicon): ClaimsNode | null {
  const start = Math.max(from, to - longestPrefix)
  const found = /[ \u00a0\u202f]*((?:\([^()]{2,200}\)[ \u00a0\u202f]*){1,4})[.,;]?\s*$/.exec(
    text.slice(start, to),
  )
  if (!found) return null
  const at = start + found.index + found[0].indexOf('(')
  const each = [...found[1]!.matchAll(/\(([^()]+)\)/g)].map(({ 1: said = '', index }) =>
    readClaims({ text, from: at + index + 1, to: at + index + 1 + said.length }, known),
  )
  const claims = each.flatMap((some) => some ?? [])
  const names = claims.flatMap((claim) => claim.names)
  if (each.includes(null) || names.some(({ code }) => code === null)) return null
  // "held in Oslo (Norway)" and "the European Union (EU)" name nobody who asks.
  const [only] = names
  const isCode = /^[\p{Lu}\p{N}.-]{2,8}$/u.test(only?.text ?? '')
  const isAlone = isCode || behindWords.test(text.slice(Math.max(from, at - 40), at))
  const says = names.length > 1 || claims.some(({ asked }) => asked !== 'propose') || isAlone
  return says && !spellsOut(text, from, at, only!.code, known) ? leaf(text, at, to, 'after', claims) : null
}

/** True when the words before an offset are a name of that code in full. */
function spellsOut(text: string, from: number, at: number, code: string | null, known: Lexicon): boolean {
  const words = text
    .slice(Math.max(from, at - 80), at)
    .trim()
    .split(/\s+/)
  return words.some((_, i) => known.get(words.slice(i).join(' ')) === code)
}

const leaf = (
  text: string,
  from: number,
  to: number,
  place: ClaimsNode['place'],
  claims: readonly Claim[],
): ClaimsNode => ({ type: 'claims', at: from, text: text.slice(from, to), place, claims })
