import { believable, readClaims } from './claims.ts'
import { labelAt } from './label.ts'
import type { ClaimsNode, LeafNode, Lexicon, NotationNode, WordsNode } from './notation.ts'
import { statusWords } from './role.ts'

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
  return [...options(around), ...labels(around), ...parentheses(around), ...wholeLines(around)]
}

const optionMark =
  /(?<![\p{L}\p{N}])Option[ \u00a0](\((?:\p{Ll}{1,4}|\d{1,2})\)|\d{1,2}|[A-Z]|[IVX]{1,5}|[a-z])((?:[ .]?(?:bis|ter|quater|alt))*)(?![\p{L}\p{N}])([ \t]*[:.)–—-]?)/gu

/** "Option 1:" anywhere, and "Option 1" without a colon where it begins a line. */
function options({ text, node }: Around): LeafNode[] {
  return [...node.text.matchAll(optionMark)].flatMap((match): LeafNode[] => {
    const at = node.at + match.index
    if (
      !match[3]!.trimStart().startsWith(':') &&
      !(beginsLine(text, at) && endsMark(text, at + match[0].length))
    )
      return []
    return [{ type: 'option', at, text: match[0], name: `${match[1]}${match[2]}` }]
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
  const lines = node.text.matchAll(/(?:^|\r\n|\n|\r)[ \t\u00a0#>*•-]*/g)
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
    const attached = behind >= 0 && /^[ \t\u00a0]*$/.test(text.slice(behind, at))
    if (statusWords(match[0].slice(1, -1)) || /^\(agreed, /i.test(match[0]))
      found.push({ type: 'status', at, text: match[0] })
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
  const spoken = /\bon behalf of\b/.test(text.slice(at, end)) || listed(text, at, end)
  const reason = tight ? 'code' : attached || spoken ? 'known' : 'position'
  return believable(claims, reason) ? { type: 'claims', at, text: text.slice(at, end), place, claims } : null
}

/** A compilation by theme: "Preserve the principles (Spain); Maintain the balance (Egypt);" */
function listed(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 400), at)
  const after = text.slice(end, end + 400)
  return /^;[^\r\n]*\);/.test(after) || (/\);[^\r\n]*$/.test(before) && /^[;.]/.test(after))
}

/** A line of its own that says nothing but positions: "EU: reserve". */
function wholeLines({ text, node, known, within }: Around): LeafNode[] {
  if (within !== 'text') return []
  return [...node.text.matchAll(/(?<=^|[\r\n])[^\r\n]{4,300}(?=[\r\n]|$)/g)].flatMap((match): LeafNode[] => {
    const at = node.at + match.index
    const end = at + match[0].length
    if ((at > 0 && !/[\r\n]/.test(text[at - 1]!)) || (end < text.length && !/[\r\n]/.test(text[end]!)))
      return []
    const from = at + /^(?:[\s*•–-]|\[\^\w+\]:|[⁰¹²³⁴⁵⁶⁷⁸⁹])*/.exec(match[0])![0].length
    const claims = readClaims({ text, from, to: end }, known, false)
    return claims && believable(claims, 'position')
      ? [{ type: 'claims', at: from, text: text.slice(from, end), place: 'apart', claims }]
      : []
  })
}
