import type { Notation, OrphanPlace } from './notation.ts'
import { firstAfter } from './options.ts'
import { isStroke, printNotation, walk } from './walk.ts'

/** The figures of a text in brackets. */
export interface Summary {
  readonly words: number
  /** Pairs of square brackets; footnote references and links of Markdown are none. */
  readonly pairs: number
  readonly maxDepth: number
  /** Places at which wordings stand side by side: rows of brackets, strokes in one or between, groups of options. */
  readonly alternatives: number
  readonly placeholders: number
  /** How often each name is written, in order of its first mention. */
  readonly names: Readonly<Record<string, number>>
  readonly orphans: readonly OrphanPlace[]
  /** Pairs in which a new paragraph or item begins. */
  readonly spanningParagraphs: number
  readonly roundTrip: boolean
}

/** Counts what a text holds; `text` is what was read. */
export function summarize(text: string, notation: Notation): Summary {
  const names = new Map<string, number>()
  let [pairs, maxDepth, alternatives, placeholders, spanningParagraphs] = [0, 0, 0, 0, 0]
  const hidden: number[] = []
  walk(notation, ({ node, depth, among, index }) => {
    while (hidden.length > 0 && hidden.at(-1)! >= depth) hidden.pop()
    if (node.type === 'claims' || node.type === 'option')
      for (const { text: name } of node.claims.flatMap((claim) => claim.names))
        names.set(name, (names.get(name) ?? 0) + 1)
    if (node.type !== 'bracket') return
    if (node.role === 'reference' || node.role === 'link') {
      hidden.push(depth)
      return
    }
    pairs++
    maxDepth = Math.max(maxDepth, depth + 1 - hidden.length)
    if (node.role === 'placeholder') placeholders++
    if (beginsRow(among, index)) alternatives++
    if (node.children.some(({ type }) => type === 'slash')) alternatives++
    const next = notation.paragraphs[firstAfter(notation.paragraphs, node.at)]
    if (next !== undefined && next < node.end) spanningParagraphs++
  })
  return {
    words: countWords(text),
    pairs,
    maxDepth,
    alternatives: alternatives + optionGroups(notation),
    placeholders,
    names: Object.fromEntries(names),
    orphans: notation.orphans,
    spanningParagraphs,
    roundTrip: printNotation(notation) === text,
  }
}

/** True of the first of two or more adjacent wordings; the names behind a bracket in parentheses belong to it. */
function beginsRow(among: Notation['nodes'], index: number): boolean {
  return neighbour(among, index, 1) !== null && neighbour(among, index, -1) === null
}

function neighbour(among: Notation['nodes'], index: number, step: 1 | -1): number | null {
  let i = index + step
  const skipNames = (): void => {
    for (let node = among[i]; node?.type === 'claims' && node.place === 'behind'; node = among[i]) i += step
  }
  skipNames()
  if (isStroke(among[i])) {
    i += step
    skipNames()
  }
  const node = among[i]
  return isWording(among[index]) && isWording(node) ? i : null
}

/** Statuses, references and links are not among what is chosen from; options are counted by themselves. */
const isWording = (node: Notation['nodes'][number] | undefined): boolean =>
  node?.type === 'bracket' &&
  !['status', 'reference', 'link', 'label'].includes(node.role) &&
  node.children[0]?.type !== 'option'

function optionGroups({ options }: Notation): number {
  const sizes = new Map<number, number>()
  for (const { group } of options) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return [...sizes.values()].filter((size) => size > 1).length
}

/**
 * Words by the characters they are made of: each Chinese, Japanese kana or Korean sign by itself; elsewhere
 * letters and digits with what joins them, a bracket in the middle of a word included.
 */
export const countWords = (text: string): number =>
  text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}])(?:[\p{M}\p{Cf}'’_-]|[\p{L}\p{N}](?<![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|[[\]().,/](?=[\p{L}\p{N}]))*/gu,
  )?.length ?? 0
