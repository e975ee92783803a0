import type { Element } from '@xmldom/xmldom'
import { attribute, child, children, valueOf } from './xml.ts'

interface Level {
  readonly start: number
  readonly format: string
  /** As "(%1)": the counters of the levels named in it are put in. */
  readonly text: string
}

interface List {
  readonly abstract: string
  readonly levels: ReadonlyMap<number, Level>
  /** Levels that count anew from this value when the list first comes up. */
  readonly restarts: ReadonlyMap<number, number>
}

const fallback: Level = { start: 1, format: 'decimal', text: '' }

/** Counts as Word does, and says what number it prints before each paragraph. */
export class DocxNumbering {
  readonly #lists = new Map<string, List>()
  /** Lists of one definition count on from each other. */
  readonly #counters = new Map<string, (number | undefined)[]>()
  readonly #begun = new Set<string>()

  constructor(root: Element | null) {
    if (!root) return
    const definitions = new Map(
      children(root, 'abstractNum').map((element) => [
        attribute(element, 'abstractNumId') ?? '',
        levelsOf(element),
      ]),
    )
    for (const element of children(root, 'num')) {
      const abstract = valueOf(element, 'abstractNumId') ?? ''
      const levels = new Map(definitions.get(abstract))
      const restarts = new Map<number, number>()
      for (const override of children(element, 'lvlOverride')) {
        const depth = Number(attribute(override, 'ilvl') ?? 0)
        const start = valueOf(override, 'startOverride')
        if (start !== null) restarts.set(depth, Number(start) || 0)
        const level = child(override, 'lvl')
        if (level) levels.set(depth, levelOf(level))
      }
      this.#lists.set(attribute(element, 'numId') ?? '', { abstract, levels, restarts })
    }
  }

  /** The number of the next paragraph of list `id` at `depth`; null when it is in no list or prints none. */
  next(id: string, depth: number): string | null {
    const list = this.#lists.get(id)
    if (!list || depth < 0 || depth > 8) return null
    const counters = this.#counters.get(list.abstract) ?? []
    this.#counters.set(list.abstract, counters)
    const restart = list.restarts.get(depth)
    if (restart !== undefined && !this.#begun.has(`${id}/${depth}`)) counters[depth] = restart - 1
    this.#begun.add(`${id}/${depth}`)
    const level = list.levels.get(depth) ?? fallback
    counters[depth] = (counters[depth] ?? level.start - 1) + 1
    counters.length = depth + 1
    if (level.format === 'none') return null
    if (level.format === 'bullet') return '•'
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1
      const of = list.levels.get(at) ?? fallback
      return numberIn(of.format, counters[at] ?? of.start)
    })
    return text.trim() === '' ? null : text
  }
}

function levelsOf(definition: Element): Map<number, Level> {
  return new Map(
    children(definition, 'lvl').map((element) => [Number(attribute(element, 'ilvl') ?? 0), levelOf(element)]),
  )
}

const levelOf = (element: Element): Level => ({
  start: Number(valueOf(element, 'start') ?? 1) || 0,
  format: valueOf(element, 'numFmt') ?? 'decimal',
  text: valueOf(element, 'lvlText') ?? '',
})

/** A counter in a format of Word; the formats of other scripts are written in digits. */
function numberIn(format: string, value: number): string {
  switch (format) {
    case 'lowerLetter':
      return letters(value)
    case 'upperLetter':
      return letters(value).toUpperCase()
    case 'lowerRoman':
      return roman(value)
    case 'upperRoman':
      return roman(value).toUpperCase()
    default:
      return String(value)
  }
}

/** As Word writes them: z is followed by aa, bb, cc. */
function letters(value: number): string {
  if (value < 1 || value > 260) return String(value)
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

const romans: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(value: number): string {
  if (value < 1 || value > 399) return String(value)
  let rest = value
  let out = ''
  for (const [amount, sign] of romans) for (; rest >= amount; rest -= amount) out += sign
  return out
}
