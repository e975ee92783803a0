import { diffArrays } from 'diff'
import type { Lexicon, Notation } from '../../../schema/notation/notation.ts'
import { parseNotation } from '../../../schema/notation/parse.ts'
import { walk } from '../../../schema/notation/walk.ts'
import type { WrittenParagraph } from '../../../schema/imported/written.ts'
import type { Run } from '../../../schema/text/token.ts'
import type { View } from '../../../schema/view/passage.ts'
import { labelsIn, printParagraph } from '../../../schema/view/print.ts'

/** A place where the text reads otherwise when it is printed from the record. Either side may be empty. */
export interface Difference {
  /** The imported paragraph; null where the print has one more. */
  readonly paragraph: string | null
  readonly imported: string
  readonly printed: string
}

/** How the text, printed from the record, compares with what was imported. Numbers of paragraphs are left aside. */
export interface Comparison {
  /** Printed character for character as it was imported. */
  readonly same: boolean
  /** Paragraphs whose names, positions, notes or statuses only are written in another form. */
  readonly restyled: number
  /** Paragraphs whose words or brackets differ. */
  readonly differences: readonly Difference[]
}

/** A paragraph as it reads, and its words and brackets alone. */
interface Line {
  readonly id: string | null
  readonly text: string
  readonly bare: string
}

/** Compares a compilation with the written paragraphs it was made from. */
export function compared(written: readonly WrittenParagraph[], shown: View, lexicon: Lexicon): Comparison {
  const imported = linesOf(
    written.map(({ id, content }) => ({
      id,
      text: content.map(unitOf).join(''),
    })),
    lexicon,
  )
  const labels = labelsIn(shown)
  const notes = new Set(shown.paragraphs.filter(({ kind }) => kind === 'footnote').map(({ id }) => id))
  const labelOf = (id: string): string => (notes.has(id) ? oneNote : labels(id))
  const printed = linesOf(
    shown.paragraphs.map((paragraph) => ({
      id: null,
      text: printParagraph({ ...paragraph, label: '' }, labelOf),
    })),
    lexicon,
  )
  const differences = differencesOf(imported, printed)
  const same =
    imported.length === printed.length && imported.every(({ text }, i) => text === printed[i]!.text)
  const texts = new Set(printed.map(({ text }) => text))
  const otherwise = imported.filter(({ text }) => !texts.has(text)).length
  return {
    same,
    restyled: Math.max(0, otherwise - differences.filter(({ paragraph }) => paragraph !== null).length),
    differences,
  }
}

/** Footnotes are numbered anew when they are printed: which number it is says nothing. */
const oneNote = '1'

const unitOf = (run: Run): string => ('text' in run ? run.text : 'note' in run ? '¹' : ' ')

/** Pairs what only one side has, in order. */
function differencesOf(imported: readonly Line[], printed: readonly Line[]): Difference[] {
  const out: Difference[] = []
  const bare = (lines: readonly Line[]): string[] => lines.map((line) => line.bare)
  let [left, right] = [0, 0]
  let gone: Line[] = []
  const flush = (come: readonly Line[]): void => {
    for (const [before, after] of paired(gone, come))
      out.push({
        paragraph: before?.id ?? null,
        imported: before?.text ?? '',
        printed: after?.text ?? '',
      })
    gone = []
  }
  for (const { added, removed, value } of diffArrays(bare(imported), bare(printed))) {
    if (removed) gone = imported.slice(left, left + value.length)
    else flush(added ? printed.slice(right, right + value.length) : [])
    if (!added) left += value.length
    if (!removed) right += value.length
  }
  flush([])
  return out
}

/** Longer runs of differing paragraphs are paired by their order alone: comparing all with all would take too long. */
const mostCompared = 40_000
/** Share of their words that two wordings of one paragraph have in common. */
const likeness = 0.3

/** Which of the imported paragraphs reads as which of the printed ones, in order; the rest stand alone. */
function paired(
  gone: readonly Line[],
  come: readonly Line[],
): (readonly [Line | undefined, Line | undefined])[] {
  if (gone.length * come.length > mostCompared)
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => [gone[i], come[i]])
  const words = (line: Line): Set<string> => new Set(line.bare.match(/[\p{L}\p{N}]+/gu))
  const [left, right] = [gone.map(words), come.map(words)]
  // best[i][j]: the most likeness that the paragraphs from i and j on can be paired with.
  const best = Array.from({ length: gone.length + 1 }, () => new Float64Array(come.length + 1))
  const alike = left.map((one) => right.map((other) => shared(one, other)))
  for (let i = gone.length - 1; i >= 0; i--)
    for (let j = come.length - 1; j >= 0; j--) {
      const pair = alike[i]![j]! < likeness ? 0 : alike[i]![j]! + best[i + 1]![j + 1]!
      best[i]![j] = Math.max(pair, best[i + 1]![j]!, best[i]![j + 1]!)
    }
  const out: (readonly [Line | undefined, Line | undefined])[] = []
  let [i, j] = [0, 0]
  while (i < gone.length || j < come.length) {
    const rest = best[i]?.[j] ?? 0
    if (i < gone.length && (j === come.length || best[i + 1]![j] === rest)) out.push([gone[i++], undefined])
    else if (j < come.length && (i === gone.length || best[i]![j + 1] === rest))
      out.push([undefined, come[j++]])
    else out.push([gone[i++], come[j++]])
  }
  return out
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0
  for (const word of one) if (other.has(word)) both++
  return one.size + other.size === 0 ? 0 : (2 * both) / (one.size + other.size)
}

function linesOf(
  lines: readonly { readonly id: string | null; readonly text: string }[],
  lexicon: Lexicon,
): Line[] {
  const whole = lines.map(({ text }) => text.replaceAll('\n', ' ')).join('\n')
  const bare = bareWords(whole, parseNotation(whole, lexicon, true)).split('\n')
  return lines
    .map(({ id, text }, i) => ({ id, text: text.trim(), bare: spaced(bare[i] ?? '') }))
    .filter((line) => line.bare !== '')
}

/**
 * The words and brackets of a text, without names, positions, notes, statuses and the marks of options. A
 * stroke between wordings, `[A / B]`, and a bracket over several paragraphs read as they are printed: `[A][B]`,
 * and a bracket in each.
 */
function bareWords(text: string, notation: Notation): string {
  const left = new Uint8Array(text.length)
  const signs = new Map<number, string>()
  walk(notation, ({ node }) => {
    if (node.type === 'note' || (node.type === 'bracket' && node.role === 'status'))
      return left.fill(1, node.at, node.end)
    if (node.type === 'claims' || node.type === 'status' || node.type === 'option' || node.type === 'slash')
      left.fill(1, node.at, node.at + node.text.length)
    if (node.type === 'slash') signs.set(node.at, '][')
    if (node.type !== 'bracket') return
    for (let at = text.indexOf('\n', node.at); at >= 0 && at < node.end; at = text.indexOf('\n', at + 1)) {
      const [close, open] = (signs.get(at) ?? '\n').split('\n')
      signs.set(at, `${close}]\n[${open}`)
    }
  })
  let out = ''
  for (let at = 0; at < text.length; at++)
    out += signs.get(at) ?? (left[at] && text[at] !== '\n' ? '' : text[at]!)
  return out
}

const spaced = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/ ?([[\]]) ?/g, '$1')
    .trim()
