import type { Anchor, Change, Range, SourceId } from '../proposal/change.ts'
import { limits } from '../record/deed.ts'
import type { Paragraph } from '../text/paragraph.ts'
import type { Head, Run, Runs } from '../text/token.ts'
import { isBreak, joinRuns, plainText, runsLength, sliceRuns } from '../text/token.ts'
import { runsBetween, type Script } from './script.ts'
import type { Step } from './written.ts'

/** A stream that is being written: a paragraph of the base, or what a change inserts. */
interface Sheet {
  readonly source: SourceId
  readonly runs: Run[]
  length: number
}

/** A place in a sheet. */
export interface Spot {
  readonly source: SourceId
  readonly at: number
}

type Thawed<T> = { -readonly [K in keyof T]: T[K] }

/**
 * Writes the base paragraph by paragraph and, on sheets of their own above it, what is asked for. Every
 * sheet is a source of the record: what is asked in it names places in it.
 */
export class Scribe {
  readonly #script: Script
  readonly #sheets = new Map<SourceId, Sheet>()
  readonly #base: Sheet[] = []
  readonly #open: Sheet[] = []
  readonly #breaks = new Map<string, Spot>()
  /** What was last put into each gap. */
  readonly #gaps = new Map<string, SourceId>()
  /** Anchors before the first paragraph of the base, until this is known. */
  #leading: Thawed<Anchor>[] = []
  readonly steps: Thawed<Step>[] = []
  readonly #ids: ReadonlySet<string>
  #marks = 0

  constructor(script: Script) {
    this.#script = script
    this.#ids = new Set(script.paragraphs.map(({ id }) => id))
  }

  get base(): Paragraph[] {
    return this.#base.map(({ runs }) => {
      const [first, ...content] = joinRuns(runs)
      return { ...(first as { break: Head }).break, content: content as Paragraph['content'] }
    })
  }

  /** Number of the act that a step will be. */
  step(step: Step): number {
    this.steps.push({ ...step })
    return this.steps.length + 1
  }

  /** Where the next token comes; before the first paragraph of the base its source is empty. */
  get spot(): Spot {
    const { source, length } = this.#open.at(-1) ?? this.#base.at(-1) ?? { source: '', length: 0 }
    return { source, at: length }
  }

  /** True while words are written that are only asked for. */
  get isProposing(): boolean {
    return this.#open.length > 0
  }

  /** The break of a paragraph; undefined for one that has none, as an alternative to another. */
  breakOf(paragraph: string): Spot | undefined {
    return this.#breaks.get(paragraph)
  }

  /** Units of a sheet so far. */
  lengthOf(source: SourceId): number {
    return this.#sheets.get(source)?.length ?? 0
  }

  /** Where the paragraph whose break stands there ends in its sheet. */
  endOf({ source, at }: Spot): Spot {
    let unit = 0
    for (const run of this.#sheets.get(source)!.runs) {
      if (unit > at && isBreak(run)) return { source, at: unit }
      unit += 'text' in run ? run.text.length : 1
    }
    return { source, at: unit }
  }

  /** Begins a paragraph. In words that are asked for it is a break among them. */
  begin(head: Head): void {
    const { id, kind, level } = head
    // What is asked for before it would fall to the paragraph before: a line break parts these words as well.
    if (this.isProposing && this.#hasBefore()) return this.#write([{ line: true }])
    if (!this.isProposing) {
      const sheet = { source: id, runs: [], length: 0 }
      if (this.#base.length === 0) for (const anchor of this.#leading) anchor.source = id
      this.#leading = []
      this.#base.push(sheet)
      this.#sheets.set(id, sheet)
    }
    this.#breaks.set(id, this.spot)
    this.#write([{ break: { id, kind, level } }])
  }

  /** True when others put words before the first of a sheet, so that it cannot begin with a paragraph. */
  #hasBefore(): boolean {
    const { source, at } = this.spot
    return at === 0 && this.#gaps.has(`${source}:0`)
  }

  /** Sees to it that words have a paragraph, where theirs is asked for with others. */
  ensure(head: Head): void {
    if (this.spot.source === '') this.begin({ ...head, id: this.newId(head.id) })
  }

  /** Writes characters of the script. A sign for a new paragraph is one, in words that are asked for. */
  copy(from: number, to: number, head: Head): void {
    const { text } = this.#script
    this.ensure(head)
    let at = from
    if (this.isProposing)
      for (let sign = text.indexOf('¶', at); sign >= 0 && sign < to; sign = text.indexOf('¶', at)) {
        this.#write(runsBetween(this.#script, at, sign))
        at = sign
        if (this.#hasBefore()) break
        this.begin({ ...head, id: this.newId(head.id) })
        at = sign + (text[sign + 1] === ' ' && sign + 1 < to ? 2 : 1)
      }
    this.#write(runsBetween(this.#script, at, to))
  }

  /** An id that no paragraph has: that of one beside which it stands, with a number. */
  newId(id: string): string {
    for (;;) {
      const made = `${id.slice(0, 30)}-${++this.#marks}`
      if (!this.#ids.has(made)) return made
    }
  }

  #write(runs: Runs): void {
    const sheet = this.#open.at(-1) ?? this.#base.at(-1)
    if (!sheet) return
    for (const run of runs) sheet.runs.push(run)
    sheet.length += runsLength(runs)
  }

  /** Opens a sheet for what a change of an act inserts. */
  propose(source: SourceId): void {
    const sheet = { source, runs: [], length: 0 }
    this.#open.push(sheet)
    this.#sheets.set(source, sheet)
  }

  /** Closes the sheet and gives what is on it. */
  close(): Run[] {
    return joinRuns(this.#open.pop()!.runs)
  }

  /** The gap at a place, behind what was put there before; `source` is put there now. */
  anchor({ source, at }: Spot, put: SourceId): Anchor {
    const gap = `${source}:${at}`
    const after = this.#gaps.get(gap)
    this.#gaps.set(gap, put)
    const anchor: Thawed<Anchor> = after === undefined ? { source, at } : { source, at, after }
    if (source === '') this.#leading.push(anchor)
    return anchor
  }

  /**
   * A new paragraph at the end of a wording would stand by itself behind the words it is asked in place of:
   * it is anchored among these, so that the wording stays whole.
   */
  among(anchor: Anchor, ranges: readonly Range[], runs: Runs): Anchor {
    const last = ranges.at(-1)
    if (!last || !runs.some(isBreak)) return anchor
    const sheet = this.#sheets.get(last.source)!
    const splits = /^[\udc00-\udfff]$/.test(plainText(sliceRuns(sheet.runs, last.to - 1, last.to)))
    const at = last.to - (splits ? 2 : 1)
    return at > last.from ? { source: last.source, at } : anchor
  }

  /** What was written from one place up to another. */
  between(from: Spot, to: Spot): Range[] {
    if (from.source === to.source)
      return from.at < to.at ? [{ source: from.source, from: from.at, to: to.at }] : []
    const first = this.#base.findLastIndex(({ source }) => source === from.source)
    const last = this.#base.findLastIndex(({ source }) => source === to.source)
    if (first < 0 || last < 0) return []
    return this.#base.slice(first, last + 1).flatMap(({ source, length }, i, all): Range[] => {
      const range = { source, from: i === 0 ? from.at : 0, to: i === all.length - 1 ? to.at : length }
      return range.from < range.to ? [range] : []
    })
  }
}

/** Strikes or holds, in as many changes as the record wants, with what is inserted in the first of them. */
export function changesOf(
  type: 'amend' | 'hold',
  ranges: readonly Range[],
  insert?: { readonly anchor: Anchor; readonly runs: Runs },
): Change[] {
  const parts: (readonly Range[])[] = []
  // The words in whose place others are put are the last of them.
  for (let end = ranges.length; end > 0; end -= limits.list)
    parts.push(ranges.slice(Math.max(0, end - limits.list), end))
  if (parts.length === 0) parts.push([])
  return parts.map((part, i): Change =>
    type === 'hold'
      ? { type, ranges: part }
      : { type, strike: part, ...(i === 0 && insert ? { insert } : {}) },
  )
}
