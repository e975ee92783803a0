import { wholeLabel } from '../../schema/notation/label.ts'
import { readNames, trustOf } from '../../schema/notation/names.ts'
import { statusWords } from '../../schema/notation/role.ts'
import { catalogueLexicon } from '../accounts/lexicon.ts'
import { type Label, readLabel } from './label.ts'

/** A label and its offset: what stands before it stays in the paragraph. */
interface PlacedLabel {
  readonly at: number
  readonly label: Label
}

/** Pieces of notation before a label; a line that begins with more is no paragraph in brackets. */
const mostPieces = 40
/** Characters behind a paragraph's words in which closing brackets, names and a status are looked for. */
const tailUnits = 400

/**
 * The label a paragraph begins with, also behind what notation puts before it: `[EU: OP1 bis. The States`,
 * `[[OP5 alt. `, `{EU: place after OP3} OP5. `, `[– (a) `. Null when it begins with words. `annexed` says that an
 * annex has begun: there "Annex 2." is the number of a paragraph.
 */
export function labelIn(line: string, annexed = false): PlacedLabel | null {
  const read = annexed ? annexedLabel : readLabel
  const plain = read(line.slice(0, 60))
  if (plain) return { at: 0, label: plain }
  for (const { at, sure } of leadsOf(line)) {
    const label = read(line.slice(at, at + 60))
    if (label && (sure || label.part) && isLabelAt(line, at, label)) return { at, label }
  }
  return null
}

/** "Annex 2." and "Annex II, OP3 bis.", as compilations number the paragraphs of annexes. */
function annexedLabel(line: string): Label | null {
  const [prefix = ''] = /^Annex(?: [IVXL]{1,7},)? (?=(?:[OP]P ?)?\d)/i.exec(line) ?? []
  const label = readLabel(line.slice(prefix.length))
  return label && prefix
    ? { ...label, text: prefix + label.text, length: prefix.length + label.length }
    : label
}

/** Behind a bracket a dash asks for something and "12.5" is an amount; `[OP5 alt]` is a number in dispute. */
function isLabelAt(line: string, at: number, { form, suffix }: Label): boolean {
  const close = line.slice(at, at + 40).search(/[[\]]/)
  const alone = close > 0 && line[at + close] === ']' && wholeLabel(line.slice(at, at + close)) !== null
  return !alone && form !== 'bullet' && (form !== 'legal' || suffix !== '')
}

/** Offset of a paragraph's words behind the brackets, names and notes it begins with; 0 when it begins with words. */
export const leadOf = (line: string): number => leadsOf(line).findLast(({ sure }) => sure)?.at ?? 0

/** The words of a paragraph without the notation around them, as its kind is told from them. */
export const coreOf = (line: string): string => withoutTail(line.slice(leadOf(line)))

/** True of a paragraph whose words or whose number are all in brackets, or that begins a bracket ending beyond it. */
export function isBracketed(line: string): boolean {
  const first = /^\[([^[\]]{1,20})\]/.exec(line)
  if (first && wholeLabel(first[1]!)) return true
  let depth = 0
  let outside = ''
  for (const char of line) {
    if (char === '[' || char === '{') depth++
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1)
    else if (depth === 0) outside += char
  }
  return line.includes('[') && /^[\s.,;:،؛。；，：]*$/.test(outside.replace(/\([^()]*\)/g, ''))
}

/** True of a paragraph in brackets that somebody asks for: `[EU: Decides]`, `[Decides – EU]`, `[Decides] (EU)`. */
export function isAsked(line: string): boolean {
  if (!isBracketed(line)) return false
  const before = /^\[\s*([^[\]{}:]{1,120}):/.exec(line)?.[1]
  const behind = /(?:[-–—]\s*|\]\s*\()([^()[\]{}:;]{1,120})[:;\])][^[\]]*\]?\s*$/.exec(line)?.[1]
  return [before, behind].some((words) => words !== undefined && isNames(words.trim()))
}

interface Lead {
  readonly at: number
  /** The names in it are known or stand as names do; others are taken for names before "OP5" only. */
  readonly sure: boolean
}

const opening = /\[[\s\u00a0]*(?:[-–—][\s\u00a0]*)?/y
const note = /\{[^{}]{0,300}\}[\s\u00a0]*/y
const named = /([^[\]{}:;.!?]{1,120}):[\s\u00a0]*/y

/** Offsets behind each piece of notation at the start of a line. */
function leadsOf(line: string): Lead[] {
  const leads: Lead[] = []
  let [at, sure] = [0, true]
  while (leads.length < mostPieces) {
    const piece = matchAt(opening, line, at) ?? matchAt(note, line, at)
    const names = piece ? null : matchAt(named, line, at)
    if (names) {
      const known = isNames(names[1]!)
      // "EU: OP5 alt." without a bracket; any other words before a colon are the paragraph's own.
      if (at === 0 && !known) break
      sure &&= known && at > 0
    }
    const length = (piece ?? names)?.[0].length ?? 0
    if (length === 0) break
    at += length
    leads.push({ at, sure })
    if (names && line[at] !== '[' && line[at] !== '{') break
  }
  return leads
}

function matchAt(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(line)
}

/** Nothing but names, any of them known or all written as codes: "EU, US", "African Group, Ruritania", "CH drafting". */
function isNames(words: string): boolean {
  const list = words.replace(/ drafting$/, '')
  const found = readNames(list, 0, list.length, catalogueLexicon())
  if (found?.end !== list.length) return false
  const { known, least } = trustOf(found)
  return known || least !== 'proper'
}

/** Words without the closing brackets, the names and the status behind them. */
function withoutTail(words: string): string {
  const start = Math.max(0, words.length - tailUnits)
  let tail = words.slice(start).trimEnd()
  for (let before = ''; before !== tail;) {
    before = tail
    tail = cutLast(tail).trimEnd()
  }
  return words.slice(0, start) + tail
}

function cutLast(tail: string): string {
  if (tail.endsWith(')')) {
    const aside = tail.lastIndexOf('(')
    const inner = tail.slice(aside + 1, -1)
    const claim = /^[^:]{1,80}:/.exec(inner)?.[0].slice(0, -1) ?? inner
    return aside > 0 && !inner.includes(')') && (statusWords(inner) || isNames(claim))
      ? tail.slice(0, aside)
      : tail
  }
  if (tail.endsWith('}')) return tail.slice(0, Math.max(0, tail.lastIndexOf('{')))
  if (!tail.endsWith(']')) return tail
  const open = tail.lastIndexOf('[')
  const inner = tail.slice(open + 1, -1)
  if (open > 0 && !inner.includes(']') && statusWords(inner.trim())) return tail.slice(0, open)
  const dash = Math.max(tail.lastIndexOf(' – '), tail.lastIndexOf(' - '), tail.lastIndexOf(' — '))
  const asked = tail.slice(dash + 3, -1)
  return dash > 0 && !/[[\]]/.test(asked) ? tail.slice(0, dash) : tail.slice(0, -1)
}
