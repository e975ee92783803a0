import type { Head, ParagraphKind } from './token.ts'

/** Ordinal words for what is proposed after a numbered paragraph: bis is the first after it. */
export const ordinals = [
  'bis',
  'ter',
  'quater',
  'quinquies',
  'sexies',
  'septies',
  'octies',
  'novies',
  'decies',
] as const

/** "bis" for 0, "ter" for 1 …; beyond "decies" the count itself. */
export const ordinal = (index: number): string => ordinals[index] ?? `+${index + 1}`

/** The inverse of `ordinal`: 0 for "bis", −1 for what is no ordinal. */
export const ordinalIndex = (word: string): number => {
  const index = ordinals.findIndex((one) => one === word)
  return index < 0 ? (parseInt(word.replace('+', ''), 10) || 0) - 1 : index
}

/** 1 → "I". Throws RangeError below 1. */
export function roman(value: number): string {
  if (value < 1) throw new RangeError(`no Roman numeral for ${value}`)
  const steps = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const
  let rest = value
  let out = ''
  for (const [step, sign] of steps) for (; rest >= step; rest -= step) out += sign
  return out
}

/** 1 → "a", 26 → "z", 27 → "aa". */
export function letter(value: number): string {
  const count = Math.ceil(value / 26)
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(count)
}

/**
 * `working`: as delegations cite paragraphs (PP1, OP2). `final`: as the document is issued: preambular
 * paragraphs without a number, operative ones 1, 2 … and a single one without (UN Editorial Manual).
 */
type NumberingForm = 'working' | 'final'

/**
 * Counts a paragraph otherwise than by its place among the others, so that a text keeps the numbers of the
 * document it came from: those that begin anew under each article, and those of an excerpt.
 */
export interface Count {
  readonly paragraph: string
  /** Its own number: at least so much, for the numbers before it may have come to reach further. */
  readonly number?: number | undefined
  /** "bis" or "alt": it stands after the number before it and takes none of its own, until a revision numbers all anew. */
  readonly suffix?: string | undefined
  /** From here on numbers begin anew; citations say under what ("Article 3"), empty for nothing with a name. */
  readonly under?: string | undefined
  /** What the next numbered paragraph counts: at least so much. */
  readonly next?: number | undefined
}

/** Counts by the paragraph they are of. */
export type Counts = ReadonlyMap<string, Count>

const none: Counts = new Map()

/** The same counts with a number for whatever stood without one of its own. */
export const withoutSuffixes = (counts: Counts): Counts =>
  new Map([...counts].map(([id, { suffix: _suffix, ...count }]) => [id, count]))

interface Counters {
  preambular: number
  operative: number
  body: number
  /** Least number of the paragraph that is numbered next. */
  next: number
  footnote: number
  annex: number
  headings: number[]
  items: number[]
  prefix: string
}

const fresh = (): Counters => ({
  preambular: 0,
  operative: 0,
  body: 0,
  next: 0,
  footnote: 0,
  annex: 0,
  headings: [],
  items: [],
  prefix: '',
})

/** Labels of paragraphs in order; empty for what carries none. Annexes count anew, footnotes do not. */
export function numbering(
  heads: readonly Head[],
  form: NumberingForm = 'working',
  counts: Counts = none,
): string[] {
  const counters = fresh()
  const annexes = heads.filter(({ kind }) => kind === 'annex').length
  const operatives = heads.filter(({ kind }) => kind === 'operative').length
  return heads.map((head) => {
    if (head.kind !== 'item' && head.kind !== 'footnote') counters.items = []
    const count = counts.get(head.id)
    if (count?.under !== undefined) restart(counters)
    const own =
      count?.suffix !== undefined && form === 'working' && scoped.has(head.kind)
        ? `${suffixed(counters, head.kind)} ${count.suffix}`
        : label(counters, head, count?.number ?? 0, form, annexes, operatives)
    if (count?.next !== undefined) counters.next = count.next
    return own
  })
}

/** What each paragraph is numbered under: the words of the count before it; none in an annex of its own. */
export function scopes(heads: readonly Pick<Head, 'id' | 'kind'>[], counts: Counts): string[] {
  let scope = ''
  return heads.map(({ id, kind }) => (scope = counts.get(id)?.under ?? (kind === 'annex' ? '' : scope)))
}

/** Kinds whose numbers begin anew where the counts of a text say so. */
export const scoped: ReadonlySet<ParagraphKind> = new Set(['preambular', 'operative', 'body'])

/** The number before, as what stands after it is called. */
const suffixed = (at: Counters, kind: ParagraphKind): string =>
  kind === 'body'
    ? `${at.prefix}${at.body}`
    : `${at.prefix}${kind === 'operative' ? `OP${at.operative}` : `PP${at.preambular}`}`

function restart(at: Counters): void {
  at.preambular = at.operative = at.body = at.next = 0
}

function label(
  at: Counters,
  head: Head,
  least: number,
  form: NumberingForm,
  annexes: number,
  operatives: number,
): string {
  const prefix = form === 'working' ? at.prefix : ''
  switch (head.kind) {
    case 'title':
    case 'plain':
      return ''
    case 'annex':
      at.annex = Math.max(at.annex + 1, least)
      restart(at)
      at.headings = []
      if (annexes === 1 && least === 0) {
        at.prefix = 'Annex '
        return 'Annex'
      }
      at.prefix = `Annex ${roman(at.annex)}, `
      return `Annex ${roman(at.annex)}`
    case 'heading':
      return head.level === 0 ? '' : heading(at, head.level, least)
    case 'preambular':
      at.preambular = counted(at, at.preambular, least)
      return form === 'working' ? `${prefix}PP${at.preambular}` : ''
    case 'operative':
      at.operative = counted(at, at.operative, least)
      if (form === 'working') return `${prefix}OP${at.operative}`
      return operatives === 1 && at.operative === 1 ? '' : `${at.operative}.`
    case 'body':
      at.body = counted(at, at.body, least)
      return form === 'working' ? `${prefix}${at.body}` : `${at.body}.`
    case 'item':
      return item(at, Math.max(1, head.level), least)
    case 'footnote':
      at.footnote++
      return String(at.footnote)
  }
}

function counted(at: Counters, last: number, least: number): number {
  const number = Math.max(last + 1, least, at.next)
  at.next = 0
  return number
}

function heading(at: Counters, level: number, least: number): string {
  at.headings.length = level
  for (let i = 0; i < level - 1; i++) at.headings[i] ??= 0
  const count = Math.max((at.headings[level - 1] ?? 0) + 1, least)
  at.headings[level - 1] = count
  return level === 1 ? `${roman(count)}.` : level === 2 ? `${letter(count).toUpperCase()}.` : `${count}.`
}

function item(at: Counters, level: number, least: number): string {
  at.items.length = level
  for (let i = 0; i < level - 1; i++) at.items[i] ??= 0
  const count = Math.max((at.items[level - 1] ?? 0) + 1, least)
  at.items[level - 1] = count
  return level === 1
    ? `(${letter(count)})`
    : level === 2
      ? `(${roman(count).toLowerCase()})`
      : `${letter(count)}.`
}
