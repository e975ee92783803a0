import type { Lexicon } from '../notation/notation.ts'
import { parseNotation } from '../notation/parse.ts'
import { walk } from '../notation/walk.ts'
import type { View } from '../view/passage.ts'
import { idAt, placeOf, scriptOf } from './script.ts'
import type { Finding, Understanding, WrittenParagraph } from './written.ts'

/**
 * Why a compilation has other pairs of brackets than the text it was imported from. `strokes`: `[A / B]` is
 * `[A][B]` · `paragraphs`: a bracket over several paragraphs stands around each · `options`: each is a bracket ·
 * `remarks`: a status or remark in brackets is no words of the text · `joined`: brackets around the same words, or
 * around none, are not printed · `others`: what comes of all else, as the two wordings of an alternative paragraph.
 */
type PairReason = 'strokes' | 'paragraphs' | 'options' | 'remarks' | 'joined' | 'others'

/** The pairs of brackets of a text, and of the compilation printed from it. The reasons add up to the difference. */
export interface PairAccount {
  readonly written: number
  readonly printed: number
  readonly because: readonly { readonly why: PairReason; readonly count: number }[]
}

const standing: readonly Finding['reading'][] = ['hold', 'standing', 'deletion', 'placeholder', 'reservation']

/** Accounts for the pairs of brackets of a written text. */
export function pairAccount(
  paragraphs: readonly WrittenParagraph[],
  { findings, kept }: Pick<Understanding, 'findings' | 'kept'>,
  { pairs: printed }: Pick<View, 'pairs'>,
  lexicon: Lexicon,
): PairAccount {
  const script = scriptOf(paragraphs)
  const notation = parseNotation(script.text, lexicon, true)
  const byId = new Map(findings.map((finding) => [finding.id, finding]))
  const isBracket = ({ paragraph, from }: Finding): boolean =>
    script.text[script.starts[paragraphs.findIndex(({ id }) => id === paragraph)]! + from] === '['
  const counts: Record<PairReason, number> = {
    strokes: 0,
    paragraphs: 0,
    options: notation.options.filter(
      ({ noText, depth, end }, i, all) =>
        // "Option 2" over "Option (a)" holds no words of its own.
        !noText && !((all[i + 1]?.depth ?? 0) > depth && all[i + 1]!.at < end),
    ).length,
    remarks: 0,
    joined: 0,
    others: 0,
  }
  let written = 0
  walk(notation, ({ node }) => {
    if (node.type !== 'bracket' || node.role === 'reference' || node.role === 'link') return
    written++
    const { at, end, children } = node
    const finding = byId.get(idAt(script, at))
    if (!finding || finding.reading === 'words') return
    counts.strokes += children.filter(({ type }) => type === 'slash').length
    const [first, last] = [placeOf(script, at), placeOf(script, end - 1)]
    // What is asked for in the middle of a paragraph stays one bracket, with a sign for each new paragraph.
    if (standing.includes(finding.reading) || first.at === 0)
      for (let i = first.index + 1; i <= last.index; i++)
        if (script.text.slice(script.starts[i]!, Math.min(end - 1, script.ends[i]!)).trim() !== '')
          counts.paragraphs++
  })
  // "[– EU: delete]" stands around its paragraph instead.
  const isRemark = ({ reading, claims }: Finding): boolean =>
    reading === 'status' || (reading === 'note' && !claims.some(({ asked }) => asked === 'delete'))
  const gone = new Set(
    kept.filter(({ why }) => why === 'same-span' || why === 'no-words').map((one) => one.finding),
  )
  for (const finding of findings)
    if (isBracket(finding)) {
      if (isRemark(finding)) counts.remarks--
      else if (gone.has(finding.id)) counts.joined--
    }
  const told = Object.values(counts).reduce((sum, count) => sum + count, written)
  counts.others = printed - told
  const because = (Object.keys(counts) as PairReason[]).flatMap((why) =>
    counts[why] === 0 ? [] : [{ why, count: counts[why] }],
  )
  return { written, printed, because }
}
