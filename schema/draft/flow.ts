import type { Head, Marks, Runs } from '../text/token.ts'
import { runLength } from '../text/token.ts'
import type { Attributes, Placement } from './embed.ts'
import { markAttributes, patchOf } from './embed.ts'
import type { Slot } from './order.ts'
import { arrange, misplaced } from './order.ts'
import type { Seg } from './seg.ts'
import { headUnits, leadId, nameSegs, segOf, segUnits } from './seg.ts'

/** What is done to the shared text; offsets and lengths are units of it. A `Y.Text` is one. */
export interface Sink {
  /** With `asBefore` these are also the attributes of the character before. */
  insert(at: number, text: string, attributes: Attributes, asBefore?: boolean): void
  insertEmbed(at: number, embed: object, attributes: Attributes): void
  delete(at: number, length: number): void
  format(at: number, length: number, attributes: Attributes): void
}

/**
 * A gap in reading order: before the unit `offset` of the stretch `shown[index]`. Index −1 is the gap before
 * the first paragraph.
 */
export interface Spot {
  readonly index: number
  readonly offset: number
}

/** Moves that others may make before they hear of a split: it counts as done after so many. */
const meanwhile = 64

/**
 * A draft as a table of its paragraphs: `stream` in the order of the shared text, `shown` in reading order.
 * Edits are given in reading order, done to the shared text through a sink, and kept in the table; what
 * others do to the shared text is taken in by `receive` of `delta.ts`.
 */
export class Flow {
  stream: Seg[]
  shown: Seg[] = []
  readonly #sink: Sink

  constructor(stream: Seg[], sink: Sink) {
    this.stream = stream
    this.#sink = sink
    this.arrange()
  }

  /** Draws names and reading order from the shared text. */
  arrange(): void {
    nameSegs(this.stream)
    this.shown = arrange(this.stream).map(({ seg, joined }) => {
      seg.joined = joined
      return seg
    })
  }

  /** Offset in the shared text of the first unit of a stretch, its break. */
  startOf(seg: Seg): number {
    let at = 0
    for (const other of this.stream) {
      if (other === seg) return at
      at += segUnits(other)
    }
    throw new RangeError(`no such stretch: ${seg.id}`)
  }

  /** Offset in the shared text of a gap inside a paragraph. */
  offsetOf({ index, offset }: Spot): number {
    const seg = this.#at(index)
    return this.startOf(seg) + headUnits(seg) + offset
  }

  /**
   * Inserts tokens; gives the gap behind them. A break takes what follows the gap into its paragraph.
   * `asBefore` says that what is inserted first has the marks of the character before the gap.
   */
  insert(spot: Spot, runs: Runs, asBefore = false): Spot {
    let { index, offset } = spot
    for (const run of runs) {
      if ('break' in run) {
        if (index < 0) this.#insertFirst(run.break)
        else this.#insertBreak({ index, offset }, run.break)
        index++
        offset = 0
        continue
      }
      const at = this.offsetOf({ index, offset })
      if ('text' in run)
        this.#sink.insert(at, run.text, markAttributes(run.marks), asBefore && run === runs[0] && offset > 0)
      else this.#sink.insertEmbed(at, { ...run }, {})
      this.#at(index).length += runLength(run)
      offset += runLength(run)
    }
    return { index, offset }
  }

  /**
   * Takes out what lies between two gaps. A paragraph begun between them loses its beginning: what is left
   * of it continues the one before, by deleting its break or, where another paragraph stands before it in
   * the shared text, by saying so. Nothing left is copied, so what colleagues type in it stays there.
   */
  erase(from: Spot, to: Spot): void {
    if (from.index === to.index) this.#cut(this.#at(from.index), from.offset, to.offset)
    else {
      const last = this.#at(to.index)
      this.#cut(last, 0, to.offset)
      for (const seg of this.shown.slice(from.index + 1, to.index)) this.#drop(seg)
      const first = this.shown[from.index]
      if (first) this.#cut(first, from.offset, first.length)
      if (!last.joined || last.length === 0) this.#join(last)
    }
    // Words before every break are a paragraph only while there are any; this one is still there.
    const lead = this.stream[0]
    if (lead?.raw === null && lead.length === 0) this.#owned(this.shown.indexOf(lead))
  }

  /** Gives or takes marks of the characters between two gaps; null takes a mark away. */
  mark(from: Spot, to: Spot, marks: Attributes): void {
    for (let index = Math.max(from.index, 0); index <= to.index; index++) {
      const seg = this.#at(index)
      const start = index === from.index ? from.offset : 0
      const end = index === to.index ? to.offset : seg.length
      if (end > start) this.#sink.format(this.offsetOf({ index, offset: start }), end - start, marks)
    }
  }

  /** Gives the paragraph that begins at `index` another kind or level. */
  setHead(index: number, { kind, level }: Pick<Head, 'kind' | 'level'>): void {
    const seg = this.#owned(index)
    if (seg.kind === kind && seg.level === level) return
    const { kind: newKind, level: newLevel } = patchOf({ id: seg.raw ?? leadId, kind, level })
    this.#sink.format(this.startOf(seg), 1, {
      ...(seg.kind !== kind && { kind: newKind }),
      ...(seg.level !== level && { level: newLevel }),
    })
    Object.assign(seg, { kind, level })
  }

  /** Gives the paragraph that begins at `index` another id. */
  setId(index: number, id: string): void {
    const seg = this.#owned(index)
    const { kind, level, place, length, joined } = seg
    const renamed: Seg = { ...segOf({ break: id, kind, level }, undefined, length), joined }
    const at = this.startOf(seg)
    this.#sink.insertEmbed(at, { break: id, kind, level }, {})
    this.#sink.delete(at + 1, 1)
    this.stream[this.stream.indexOf(seg)] = renamed
    this.shown[index] = renamed
    if (place) this.#place(renamed, place)
  }

  /** Moves the paragraphs that begin at `from` up to `to` (indexes in `shown`) to before the one at `before`. */
  move(from: number, to: number, before: number): void {
    const moved = this.shown.slice(from, to)
    const rest = [...this.shown.slice(0, from), ...this.shown.slice(to)]
    const target = before >= to ? before - (to - from) : before
    rest.splice(target, 0, ...moved)
    let after = target - 1
    while (rest[after]?.joined) after--
    this.shown = rest
    let stamp = this.#nextStamp()
    let previous = rest[after]?.id ?? null
    for (const seg of moved) {
      if (seg.joined) continue
      this.#place(this.#owned(rest.indexOf(seg)), { after: previous, join: false, stamp: stamp++ })
      previous = seg.id
    }
  }

  /**
   * Makes the words from the offset `at` of the shared text up to the next break continue the stretch that holds the
   * unit at `behind`; `name` names the stretch they are. Nothing when they are of that stretch.
   */
  resume({
    at,
    behind,
    name,
  }: {
    readonly at: number
    readonly behind: number
    readonly name: string
  }): void {
    const [seg, before] = [this.#holding(at), this.#holding(behind)]
    if (seg === before) return
    const { kind, level } = before
    const from = at - this.startOf(seg) - headUnits(seg)
    this.#sink.insertEmbed(at, { break: name, kind, level }, {})
    const fresh = segOf({ break: name, kind, level }, undefined, seg.length - from)
    seg.length = from
    this.stream.splice(this.stream.indexOf(seg) + 1, 0, fresh)
    this.#place(fresh, { after: before.id, join: true, stamp: this.#nextStamp() })
    this.arrange()
  }

  /** The stretch that holds the unit at an offset of the shared text. */
  #holding(offset: number): Seg {
    let end = 0
    for (const seg of this.stream) if (offset < (end += segUnits(seg))) return seg
    throw new RangeError(`no unit at ${offset}`)
  }

  /** Makes all others see the reading order of `shown`. To be called at the end of edits that touch breaks. */
  settle(): void {
    nameSegs(this.stream)
    const wanted = this.#wanted()
    const moved = misplaced(arrange(this.stream), wanted)
    if (moved.length === 0) return
    this.#placeAll(moved)
    // A paragraph that continues another one moves with it; where that undoes the order, all are placed.
    if (misplaced(arrange(this.stream), wanted).length > 0) this.#placeAll(wanted.map((_, index) => index))
  }

  #placeAll(indexes: readonly number[]): void {
    let stamp = this.#nextStamp()
    for (const index of indexes) {
      const seg = this.#owned(index)
      let before = index - 1
      if (!seg.joined) while (this.shown[before]?.joined) before--
      this.#place(seg, { after: this.shown[before]?.id ?? null, join: seg.joined, stamp: stamp++ })
    }
  }

  #place(seg: Seg, { after, join, stamp }: Omit<Placement, 'of'>): void {
    const place: Placement = { of: seg.raw ?? leadId, after, join, stamp }
    this.#sink.format(this.startOf(seg), 1, { place })
    seg.place = place
  }

  #wanted(): Slot<Seg>[] {
    return this.shown.map((seg) => ({ seg, joined: seg.joined }))
  }

  #nextStamp(): number {
    return this.stream.reduce((highest, seg) => Math.max(highest, seg.place?.stamp ?? 0), 0) + 1
  }

  #at(index: number): Seg {
    const seg = this.shown[index]
    if (!seg) throw new RangeError(`no such paragraph: ${index}`)
    return seg
  }

  /** The stretch at `index`, with a break of its own: words before every break get one now. */
  #owned(index: number): Seg {
    const seg = this.#at(index)
    if (seg.raw !== null) return seg
    const { kind, level, joined, length } = seg
    const owned: Seg = { ...segOf({ break: leadId, kind, level }, undefined, length), joined }
    this.#sink.insertEmbed(0, { break: leadId, kind, level }, {})
    this.stream[0] = owned
    this.shown[index] = owned
    nameSegs(this.stream)
    return owned
  }

  #insertFirst({ id, kind, level }: Head): void {
    const next = this.shown[0] && this.#owned(0)
    this.#sink.insertEmbed(next ? this.startOf(next) : 0, { break: id, kind, level }, {})
    const seg = segOf({ break: id, kind, level }, undefined)
    this.stream.splice(next ? this.stream.indexOf(next) : 0, 0, seg)
    this.shown.unshift(seg)
  }

  #insertBreak(spot: Spot, { id, kind, level }: Head): void {
    const before = this.#at(spot.index)
    this.#sink.insertEmbed(this.offsetOf(spot), { break: id, kind, level }, {})
    const seg = segOf({ break: id, kind, level }, undefined, before.length - spot.offset)
    before.length = spot.offset
    this.stream.splice(this.stream.indexOf(before) + 1, 0, seg)
    this.shown.splice(spot.index + 1, 0, seg)
    if (seg.length === 0) return
    // What was one paragraph stays together when somebody moves it meanwhile.
    let head = spot.index
    while (head > 0 && this.shown[head]?.joined) head--
    const after = this.#at(head).raw === null ? leadId : this.#at(head).id
    this.#place(seg, { after, join: false, stamp: this.#nextStamp() + meanwhile })
  }

  #cut(seg: Seg, from: number, to: number): void {
    if (to <= from) return
    this.#sink.delete(this.startOf(seg) + headUnits(seg) + from, to - from)
    seg.length -= to - from
  }

  #drop(seg: Seg): void {
    if (segUnits(seg) > 0) this.#sink.delete(this.startOf(seg), segUnits(seg))
    this.stream.splice(this.stream.indexOf(seg), 1)
    this.shown.splice(this.shown.indexOf(seg), 1)
  }

  #join(seg: Seg): void {
    if (seg.length === 0) return this.#drop(seg)
    const before = this.shown[this.shown.indexOf(seg) - 1]
    if (!before) throw new RangeError(`nothing stands before paragraph ${seg.id}`)
    if (this.stream[this.stream.indexOf(seg) - 1] !== before) {
      seg.joined = true
      return
    }
    this.#sink.delete(this.startOf(seg), 1)
    before.length += seg.length
    this.stream.splice(this.stream.indexOf(seg), 1)
    this.shown.splice(this.shown.indexOf(seg), 1)
  }
}

/** Attributes that take every mark of `marks` away, or give it. */
export const markPatch = (marks: Marks, given: boolean): Attributes =>
  Object.fromEntries(Object.entries(marks).map(([name, value]) => [name, given ? value : null]))
