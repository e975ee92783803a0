import { believable, isCertain, readClaims } from './claims.ts'
import { labelAt } from './label.ts'
import type { ClaimsNode, LeafNode, Lexicon, NotationNode, WordsNode } from './notation.ts'
import { isStatus, statusWords } from './role.ts'

/** Words of a pair or of the text, and what is known around them. */
export interface Around {
  readonly text: string
  readonly node: WordsNode
  readonly before: NotationNode | undefined
  /** Offsets at which paragraphs begin. */
  readonly starts: ReadonlySet<number>
  readonly within: 'text' | 'bracket' | 'note'
  readonly known: Lexicon
}

/** Labels, options, statuses and positions in parentheses among words. None of them overlap. */
export function leavesAmong(around: Around): LeafNode[] {
  if (around.within === 'note') return []
  return [...options(around), ...labels(around), ...parentheses(around), ...lines(around)]
}

const optionMark =
  /(?<![\p{L}\p{N}])(?:Option|OPTION|option|Alternative|ALTERNATIVE|Variant|VARIANT)[ \u00a0\u202f](\d{1,2}(?:\.\d{1,2}|[a-z]|\([a-z]\))?|\((?:\p{Ll}{1,4}|\d{1,2})\)|[A-Z]|[IVX]{1,5}|[a-z])((?:[ .]?(?:bis|ter|quater|alt))*)(?![\p{L}\p{N}])([ \u00a0\u202f]\([^()\r\n]{2,200}\))?([ \t]*[:.)–—-]?)/gu

/** "Option 1:" anywhere, and where it begins a line also without a colon or in other words. */
function options({ text, node, known }: Around): LeafNode[] {
  return [...node.text.matchAll(optionMark)].flatMap((match): LeafNode[] => {
    const at = node.at + match.index
    const [mark, number = '', suffixes = '', aside = '', sign = ''] = match
    const begins = beginsLine(text, at)
    const isUsual = mark.startsWith('Option') && aside === ''
    if (
      !(sign.trimStart().startsWith(':') && (begins || isUsual)) &&
      !(begins && endsMark(text, at + mark.length))
    )
      return []
    const from = at + mark.length - sign.length - aside.length
    const claims =
      aside === '' ? [] : readClaims({ text, from: from + 2, to: from + aside.length - 1 }, known)
    if (!claims || (aside !== '' && !believable(claims, 'known'))) return []
    return [{ type: 'option', at, text: mark, name: `${number}${suffixes}`, claims }]
  })
}

/** Only brackets, bullets and marks of headings before it on its line. */
const beginsLine = (text: string, at: number): boolean =>
  /(?:^|[\r\n])[\s[#>*•_-]*$/.test(text.slice(Math.max(0, at - 40), at)) &&
  (at <= 40 || /[\r\n]/.test(text.slice(at - 40, at)))

/** A mark without a colon stands alone on its line or is parted by a sign. */
const endsMark = (text: string, at: number): boolean =>
  /[:.)–—-]$/.test(text.slice(at - 1, at)) || /^[ \t\]*_]*(?:[\r\n]|$)/.test(text.slice(at, at + 20))

/** The label at the start of a paragraph, also behind brackets that open there. */
function labels({ text, node, starts }: Around): LeafNode[] {
  const found: LeafNode[] = []
  const lines = node.text.matchAll(/(?:^|\r\n|\n|\r)[ \t\u00a0\u202f#>*•-]*/g)
  for (const { 0: lead, index } of lines) {
    const at = node.at + index + lead.length
    const label = at < node.at + node.text.length ? labelAt(text, at) : null
    if (label && at + label.length <= node.at + node.text.length && beginsParagraph(text, at, starts))
      found.push({ type: 'label', at, text: text.slice(at, at + label.length), label: label.label })
  }
  return found
}

function beginsParagraph(text: string, at: number, starts: ReadonlySet<number>): boolean {
  for (let i = at, stop = Math.max(0, at - 60); i >= stop; i--) {
    if (starts.has(i)) return true
    if (i > 0 && !/[\s[#>*•-]/.test(text[i - 1]!)) return nameBefore(text, i)
  }
  return false
}

/** A paragraph that is asked for as a whole has its sponsors before its label: `[EU: OP5 bis. …`. */
const nameBefore = (text: string, at: number): boolean =>
  /(?:^|[\r\n])[\s[]*\[[^[\]\r\n:]{1,60}:[ ]$/.test(text.slice(Math.max(0, at - 80), at + 1))

/** Parentheses that say who asks what, or how a paragraph stands. */
function parentheses({ text, node, before, known }: Around): LeafNode[] {
  const found: LeafNode[] = []
  // Offset up to which everything since the bracket was such a parenthesis.
  let behind = before?.type === 'bracket' ? node.at : -1
  for (const match of node.text.matchAll(/\((?:[^()\r\n]|\([^()\r\n]{0,60}\)){2,600}\)/g)) {
    const at = node.at + match.index
    const end = at + match[0].length
    const attached = behind >= 0 && /^[ \t\u00a0\u202f]*$/.test(text.slice(behind, at))
    if (isStatus(text, at, end, match[0].slice(1, -1))) found.push({ type: 'status', at, text: match[0] })
    else {
      const leaf = claimsIn({ text, at, end, attached, tight: behind === at, known })
      if (leaf) found.push(leaf)
      if (leaf && attached) behind = end
    }
  }
  return found
}

interface Parenthesis {
  readonly text: string
  readonly at: number
  readonly end: number
  readonly attached: boolean
  readonly tight: boolean
  readonly known: Lexicon
}

function claimsIn({ text, at, end, attached, tight, known }: Parenthesis): ClaimsNode | null {
  const claims = readClaims({ text, from: at + 1, to: end - 1 }, known)
  if (!claims) return null
  const place = attached ? 'behind' : 'apart'
  const spoken = /\b(?:on behalf of|supported by)\b/.test(text.slice(at, end)) || listed(text, at, end)
  const reason = tight ? 'code' : attached || spoken ? 'known' : 'position'
  return believable(claims, reason) ? { type: 'claims', at, text: text.slice(at, end), place, claims } : null
}

/** A compilation by theme: "Preserve the principles (Spain); Maintain the balance (Egypt)." */
function listed(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 400), at)
  const after = text.slice(end, end + 400)
  return /^;[^\r\n]*\)[;.]/.test(after) || (/\);[^\r\n]*$/.test(before) && /^[;.]/.test(after))
}

/** Lines, and ends of lines, that say who asks what or how a paragraph stands. */
function lines({ text, node, known, within }: Around): LeafNode[] {
  if (within !== 'text') return []
  return [...node.text.matchAll(/(?<=^|[\r\n])[^\r\n]{4,}(?=[\r\n]|$)/g)].flatMap((match): LeafNode[] => {
    const from = node.at + match.index
    const to = from + match[0].length
    if (to < text.length && !/[\r\n]/.test(text[to]!)) return []
    const isLine = from === 0 || /[\r\n]/.test(text[from - 1]!)
    const found =
      (isLine ? wholeLine(text, from, to, known) : null) ?? lineEnd({ text, from, to, isLine }, known)
    return found ? [found] : []
  })
}

/** A line of its own that says nothing but positions, or how the paragraph before it stands: "EU: reserve". */
function wholeLine(text: string, from: number, to: number, known: Lexicon): LeafNode | null {
  if (to - from > 300) return null
  const words = text.slice(from, to)
  const at = from + /^(?:[\s*_•–-]|\[\^\w+\]:|[⁰¹²³⁴⁵⁶⁷⁸⁹])*/.exec(words)![0].length
  const end = Math.max(at, to - /[\s*_]*$/.exec(words)![0].length)
  const said = text.slice(at, end)
  if (/^agreed ad ref/i.test(said) && statusWords(said)) return statusAt(text, at, end)
  const claims = readClaims({ text, from: at, to: end }, known, false)
  return claims && believable(claims, 'position')
    ? { type: 'claims', at, text: said, place: 'apart', claims }
    : null
}

const statusAt = (text: string, at: number, to: number): LeafNode => ({
  type: 'status',
  at,
  text: text.slice(at, to),
})

interface LineEnd {
  readonly text: string
  readonly from: number
  readonly to: number
  /** A line begins at `from`; else a bracket or a note stands there. */
  readonly isLine: boolean
}

/** How much of a line its end may be, and how many signs are tried as the first of it. */
const [longestEnd, signsTried] = [300, 12]

/** "…; US, Japan delete", "…. G77: retain" and "… – agreed ad referendum" behind other words. */
function lineEnd({ text, from, to, isLine }: LineEnd, known: Lexicon): LeafNode | null {
  const start = Math.max(from, to - longestEnd)
  const words = text.slice(start, to)
  const tag =
    /[ \u00a0\u202f][-–—][ \u00a0\u202f]?(?:agreed )?ad ref(?:erendum)?[.;]?[ \u00a0\u202f]*$/i.exec(words)
  if (tag) return statusAt(text, start + tag.index + 1, to)
  const signs = [
    ...words.matchAll(
      /(?<![\p{L}\p{N}]\.\p{Lu})[;.](?=[ \u00a0\u202f])|(?<=[ \u00a0\u202f])[-–—](?=[ \u00a0\u202f])/gu,
    ),
  ]
  const open = !isLine && text[from - 1] === ']' && /^[ \u00a0\u202f][^:：]+[:：]/.test(words) ? from : -1
  const bare = open < 0 ? null : readClaims({ text, from: open, to }, known, false)
  if (bare && isCertain(bare))
    return { type: 'claims', at: open + 1, text: text.slice(open + 1, to), place: 'behind', claims: bare }
  for (const { 0: sign, index } of signs.slice(-signsTried)) {
    const at = start + index
    const claims = readClaims({ text, from: at + 1, to }, known, false)
    if (!claims || !isCertain(claims)) continue
    // Directly behind a bracket they speak of it, else of the paragraph, whose punctuation stays with it.
    const behind = !isLine && at === from && text[at - 1] === ']'
    const first = behind || /[-–—]/.test(sign) ? at : at + 1 + (words.slice(index + 1).search(/\S/) || 0)
    return {
      type: 'claims',
      at: first,
      text: text.slice(first, to),
      place: behind ? 'behind' : 'apart',
      claims,
    }
  }
  return null
}
