import { firstAfter } from '../notation/options.ts'
import type { Run } from '../text/token.ts'
import { sliceRuns } from '../text/token.ts'
import type { WrittenParagraph } from './written.ts'

/** A place in a written text: the paragraph by its index, and a unit of its content. */
export interface Place {
  readonly index: number
  readonly at: number
}

/**
 * The whole text as one string in which every unit of content is one UTF-16 unit and a line feed stands
 * between paragraphs, so that offsets in it name places.
 */
export interface Script {
  readonly text: string
  readonly paragraphs: readonly WrittenParagraph[]
  /** Offset at which each paragraph begins, and ends without its line feed. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Stands for a reference to a footnote; no word of a text has it. */
const reference = '\ufffc'
/** Stands for a line break, which parts no paragraphs. */
const line = '\u2028'

/** Joins paragraphs into one string. */
export function scriptOf(paragraphs: readonly WrittenParagraph[]): Script {
  const starts: number[] = []
  const ends: number[] = []
  const parts: string[] = []
  let at = 0
  for (const { content } of paragraphs) {
    const text = content.map(unitText).join('')
    starts.push(at)
    ends.push(at + text.length)
    parts.push(text)
    at += text.length + 1
  }
  return { text: parts.join('\n'), paragraphs, starts, ends }
}

/** A line end typed inside a paragraph's words is no end of the paragraph. */
const unitText = (run: Run): string =>
  'text' in run ? run.text.replace(/[\r\n\u2029]/g, ' ') : 'line' in run ? line : reference

/** The paragraph and unit of an offset. */
export function placeOf({ starts }: Script, offset: number): Place {
  const index = Math.max(0, firstAfter(starts, offset) - 1)
  return { index, at: offset - (starts[index] ?? 0) }
}

/** The units from one offset up to another within one paragraph, formatting and all. */
export function runsBetween(script: Script, from: number, to: number): Run[] {
  const { index, at } = placeOf(script, from)
  const end = Math.min(at + to - from, script.ends[index]! - script.starts[index]!)
  return at >= end ? [] : sliceRuns(script.paragraphs[index]!.content, at, end)
}

/** Cuts a range at the ends of paragraphs; line feeds fall away. */
export function withinParagraphs(
  script: Script,
  from: number,
  to: number,
): { readonly from: number; readonly to: number }[] {
  const out: { from: number; to: number }[] = []
  for (let at = from; at < to;) {
    const { index } = placeOf(script, at)
    const end = Math.min(to, script.ends[index]!)
    if (end > at) out.push({ from: at, to: end })
    at = script.ends[index]! + 1
  }
  return out
}

/** "p12:34" for an offset. */
export function idAt(script: Script, offset: number): string {
  const { index, at } = placeOf(script, offset)
  return `${script.paragraphs[index]!.id}:${at}`
}
