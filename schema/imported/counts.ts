import type { Count } from '../text/numbering.ts'
import { letter, roman } from '../text/numbering.ts'
import type { Paragraph } from '../text/paragraph.ts'
import { plainText } from '../text/token.ts'
import type { WrittenParagraph } from './written.ts'

/** Characters of a heading under which numbers begin anew, as citations say them. */
const longestName = 40

type Series = 'preambular' | 'operative' | 'body'

/**
 * How the paragraphs of a text are counted so that each has the number it was written with: "17" at the
 * beginning of an excerpt, 1 again under each article, "2 bis" without a number of its own.
 */
export function countsOf(base: readonly Paragraph[], written: readonly WrittenParagraph[]): Count[] {
  const labels = new Map(written.map(({ id, label }) => [id, label]))
  const counts = new Map<string, Count>()
  const set = (paragraph: string, count: Omit<Count, 'paragraph'>): void => {
    counts.set(paragraph, { ...counts.get(paragraph), ...count, paragraph })
  }
  let last: Record<Series, number> = { preambular: 0, operative: 0, body: 0 }
  let [headings, items, annex]: [number[], number[], number] = [[], [], 0]
  /** The first heading since a paragraph was numbered. */
  let over: Paragraph | null = null
  /** What stands right before the next number, and has none itself. */
  let before: string | null = null
  const annexes = base.filter(({ kind }) => kind === 'annex').length
  for (const paragraph of base) {
    const { id, kind, level } = paragraph
    const label = labels.get(id) ?? null
    if (kind !== 'item' && kind !== 'footnote') items = []
    if (kind === 'title' || kind === 'heading' || kind === 'plain' || kind === 'annex') before = id
    if (kind === 'preambular' || kind === 'operative' || kind === 'body') {
      const suffix = suffixOf(label)
      if (suffix !== null) {
        set(id, { suffix })
        ;[over, before] = [null, null]
        continue
      }
      const number = decimal(label)
      if (number > 0 && number <= last[kind]) {
        set(over?.id ?? before ?? id, { under: over ? nameOf(over, labels) : '' })
        last = { preambular: 0, operative: 0, body: 0 }
      }
      // Of a paragraph that goes, the number would go with it: it is that of whatever comes first there.
      if (number > last[kind] + 1) set(before ?? id, before ? { next: number } : { number })
      last[kind] = Math.max(number, last[kind] + 1)
      ;[over, before] = [null, null]
    } else if (kind === 'annex') {
      const number = romanNumber(/\b([IVXLC]+)$/u.exec(label ?? '')?.[1] ?? '')
      if (number > annex + 1 || (number > 0 && annexes === 1)) set(id, { number })
      annex = Math.max(number, annex + 1)
      last = { preambular: 0, operative: 0, body: 0 }
      ;[headings, over] = [[], null]
    } else if (kind === 'heading') {
      over ??= paragraph
      if (level > 0) {
        const number = headingNumber(label, level)
        if (number > (headings[level - 1] ?? 0) + 1) set(id, { number })
        headings = counted(headings, level, number)
      }
    } else if (kind === 'item') {
      const depth = Math.max(1, level)
      const number = itemNumber(label, depth)
      if (number > (items[depth - 1] ?? 0) + 1) set(id, { number })
      items = counted(items, depth, number)
    }
  }
  return [...counts.values()]
}

function counted(series: readonly number[], level: number, number: number): number[] {
  const upper = Array.from({ length: level - 1 }, (_, i) => series[i] ?? 0)
  return [...upper, Math.max(number, (series[level - 1] ?? 0) + 1)]
}

/** "Article 3" of a heading with a title behind it, "II" of one with a number. */
function nameOf({ id, content }: Paragraph, labels: ReadonlyMap<string, string | null>): string {
  const label = labels.get(id) ?? null
  const words = plainText(content)
    .replace(/[\s[\]]+/g, ' ')
    .trim()
  const name =
    label?.replace(/\.$/, '') ??
    /^\p{L}+ [\p{N}IVXLC]+(?: (?:bis|ter|quater))?(?![\p{L}\p{N}])/u.exec(words)?.[0] ??
    words
  return name.length > longestName ? '' : name
}

const bare = (label: string | null): string => (label ?? '').replace(/^(?:Annex[^,]*,\s*|Annex\s+)/, '')

/** "bis" of "OP2 bis", "+10" of one far behind; null of a number that stands by itself. */
const suffixOf = (label: string | null): string | null =>
  /^(?:[OP]P ?)?\p{Nd}{1,4}[ .\u00a0\u202f]{0,2}(bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|\+\d{1,3}|alt)/iu
    .exec(bare(label))?.[1]
    ?.toLowerCase() ?? null

/** The number in digits of any script; 0 where there is none, or more than it. */
function decimal(label: string | null): number {
  const digits = /^(?:[OP]P[ \u00a0\u202f]?)?(\p{Nd}{1,4})\.?$/iu.exec(bare(label))?.[1] ?? ''
  return digits === '' ? 0 : Number(Array.from(digits, digitOf).join(''))
}

/** Every script's ten digits stand in a row. */
function digitOf(char: string): number {
  const code = char.codePointAt(0)!
  let zero = code
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--
  return code - zero
}

const most = 400

/** Which number is printed so; 0 for none. */
function placeOf(sign: string, print: (value: number) => string): number {
  for (let value = 1; value <= most; value++) if (print(value) === sign) return value
  return 0
}

const romanNumber = (sign: string): number => (/^[IVXLC]+$/.test(sign) ? placeOf(sign, roman) : 0)
const letterNumber = (sign: string): number => (/^\p{Ll}+$/u.test(sign) ? placeOf(sign, letter) : 0)

function headingNumber(label: string | null, level: number): number {
  const sign = (label ?? '').replace(/\.$/, '')
  if (level === 1) return romanNumber(sign)
  return level === 2 && /^\p{Lu}+$/u.test(sign)
    ? letterNumber(sign.toLowerCase())
    : level === 2
      ? 0
      : decimal(sign)
}

/** By the place in its list: "c" of "(c)", "iii" of "(iii)". */
function itemNumber(label: string | null, level: number): number {
  const sign = (label ?? '').replace(/[().\s]/g, '')
  if (/^\p{Nd}{1,3}$/u.test(sign)) return decimal(sign)
  return level === 2 ? romanNumber(sign.toUpperCase()) : letterNumber(sign)
}
