import type { Finding, WrittenParagraph } from '../../../schema/imported/written.ts'
import type { Run } from '../../../schema/text/token.ts'
import { runsLength, sliceRuns } from '../../../schema/text/token.ts'
import { unitText } from '../importing/review.ts'
import type { Aside } from './asides.ts'

/** The part of a finding that lies in one paragraph, in units of its content. */
export interface Stretch {
  readonly finding: Finding
  readonly from: number
  readonly to: number
  /** Its first, or last, character stands in this paragraph. */
  readonly begins: boolean
  readonly ends: boolean
}

/** Characters of a paragraph that are drawn alike. */
export interface Piece {
  /** Unit of the content with which it begins. */
  readonly from: number
  readonly runs: readonly Run[]
  /** The innermost finding it is part of. */
  readonly finding: Finding | null
  /** The sign with which that finding begins or ends: `[`, `{`, "Option 2:". */
  readonly sign: 'opening' | 'closing' | null
  /** It goes on from the word before it: no line may end there. */
  readonly joined: boolean
  /** Set of characters that are no words of the bracket they stand in. */
  readonly aside: Aside['type'] | null
}

/** By paragraph id, what was found in each, outermost first. Paragraphs without findings are left out. */
export function stretchesOf(
  paragraphs: readonly WrittenParagraph[],
  findings: readonly Finding[],
): ReadonlyMap<string, readonly Stretch[]> {
  const places = new Map(paragraphs.map(({ id }, i) => [id, i]))
  const out = new Map<string, Stretch[]>()
  for (const finding of findings) {
    const [first, last] = [places.get(finding.paragraph), places.get(finding.through)]
    if (first === undefined || last === undefined) continue
    for (let i = first; i <= last; i++) {
      const { id, content } = paragraphs[i]!
      const from = i === first ? finding.from : 0
      const to = i === last ? finding.to : runsLength(content)
      const own = out.get(id) ?? []
      out.set(id, [...own, { finding, from, to, begins: i === first, ends: i === last }])
    }
  }
  for (const own of out.values()) own.sort((a, b) => a.from - b.from || b.to - a.to)
  return out
}

const opening = /^(?:[[{(]|Option\s+\(?[\p{L}\p{N}]{1,4}\)?[.:]?|\S{1,20})/u

/** The bracket that ends what one at `from` begins; names may stand behind it. Without brackets, the last character. */
function partnerOf(text: string, from: number, to: number): number {
  const close = { '[': ']', '{': '}' }[text[from]!]
  if (!close) return to - 1
  let depth = 0
  for (let at = from; at < to; at++) {
    if (text[at] === text[from]) depth++
    else if (text[at] === close && --depth === 0) return at
  }
  return to - 1
}

/** Cuts a paragraph where findings begin and end; together the pieces are its content. */
export function piecesOf(
  { content }: WrittenParagraph,
  stretches: readonly Stretch[],
  asides: readonly Aside[] = [],
): Piece[] {
  const text = unitText(content)
  const marks = new Map<number, { to: number; finding: Finding; sign: 'opening' | 'closing' }>()
  for (const { finding, from, to, begins, ends } of stretches) {
    const sign = begins ? opening.exec(text.slice(from, from + 20)) : null
    if (begins) marks.set(from, { to: from + (sign?.[0].length ?? 0), finding, sign: 'opening' })
    const close = begins && ends ? partnerOf(text, from, to) : to - 1
    if (ends && /[\]})]/.test(text[close] ?? ''))
      marks.set(close, { to: close + 1, finding, sign: 'closing' })
  }
  const cuts = new Set([0, text.length])
  for (const { from, to } of [...stretches, ...asides]) cuts.add(from).add(to)
  for (const [from, { to }] of marks) cuts.add(from).add(to)
  const bounds = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b)
  return bounds.slice(0, -1).map((from, i) => {
    const to = bounds[i + 1]!
    const mark = marks.get(from)
    const inner = stretches.findLast((one) => one.from <= from && to <= one.to)?.finding ?? null
    return {
      from,
      runs: sliceRuns(content, from, to),
      finding: mark?.finding ?? inner,
      sign: mark && mark.to >= to && mark.to > from ? mark.sign : null,
      joined: from > 0 && !/\s/.test(text[from - 1]!),
      aside: asides.find((one) => one.from <= from && to <= one.to)?.type ?? null,
    }
  })
}
