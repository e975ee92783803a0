import type { LabelParts } from './notation.ts'

const ordinal =
  '(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|alt\\.?[ \\u00a0\\u202f]?\\d{1,2}|alt)'
const suffixes = `(?:[ .\\u00a0\\u202f]{0,2}${ordinal}(?![\\p{L}\\p{N}])\\.?)`
const forms: readonly RegExp[] = [
  // OP5 alt bis, PP2bis, Pp1, Article 3 bis
  new RegExp(
    `((?:[Oo][Pp]|[Pp][Pp])[ \\u00a0\\u202f]?\\d{1,3}|(?:Article|Paragraph|Section|Chapter|Annex)[ \\u00a0\\u202f](?:\\d{1,3}|[IVX]{1,5}))(${suffixes}*)[.:]?(?![\\p{L}\\p{N}])`,
    'yiu',
  ),
  // 2.bis, 3.1 bis., 41. Alt1, 12.
  new RegExp(`(\\d{1,3}(?:\\.\\d{1,3}){0,4})(${suffixes}+|\\.)(?=[\\s\\]]|$)`, 'yiu'),
  // (a), (iv) bis
  new RegExp(`(\\((?:\\p{Ll}{1,5}|\\d{1,3})\\))(${suffixes}*)(?=\\s)`, 'yu'),
]

/** A label and the characters it takes. */
interface FoundLabel {
  readonly length: number
  readonly label: LabelParts
}

/** The label that begins at an offset; null when words do. */
export function labelAt(text: string, at: number): FoundLabel | null {
  for (const form of forms) {
    form.lastIndex = at
    const match = form.exec(text)
    if (match) return { length: match[0].length, label: partsOf(match[1]!, match[2]!) }
  }
  return null
}

/** A number that a bracket holds and nothing else: `[Article 3 bis]`, `[Pp1]`, `[12]`. */
export function wholeLabel(words: string): LabelParts | null {
  const number = /^\d{1,3}(?:\.\d{1,3}){0,4}$/.test(words)
  const found = number ? null : labelAt(words, 0)
  if (number) return { stem: words, suffixes: [] }
  return found?.length === words.length ? found.label : null
}

function partsOf(stem: string, rest: string): LabelParts {
  const named = rest.toLowerCase().match(new RegExp(ordinal, 'gu')) ?? []
  return {
    stem: stem.replace(/^(op|pp)\s?/i, (part) => part.trim().toUpperCase()),
    suffixes: named.map((suffix) => suffix.replace(/[.\s]/g, '')),
  }
}
