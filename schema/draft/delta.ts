import type { Paragraph, Paragraphs } from '../text/paragraph.ts'
import { joinRuns, markNames, words } from '../text/token.ts'
import type { Run } from '../text/token.ts'
import type { Attributes } from './embed.ts'
import { markAttributes, readAtom, readBreak, readMarks } from './embed.ts'
import { arrange } from './order.ts'
import type { Seg } from './seg.ts'
import { headUnits, leadSeg, nameSegs, patchSeg, segOf, segUnits } from './seg.ts'

/** One step of a change of the shared text, in units from its beginning; a whole text is inserts alone. */
type DeltaStep =
  | { readonly insert: unknown; readonly attributes?: Attributes | undefined }
  | { readonly retain: number; readonly attributes?: Attributes | undefined }
  | { readonly delete: number }
/** A change of the stream, as Yjs tells it: units kept, put in or taken out, from the beginning. */
export type Delta = readonly DeltaStep[]

/** What the words of a changed stretch are made of: units of a stretch as it was, or new ones. */
export type Piece =
  | {
      readonly seg: Seg
      readonly from: number
      readonly to: number
      readonly attributes?: Attributes | undefined
    }
  | { readonly insert: unknown; readonly attributes?: Attributes | undefined }

/** What a change made of a table. */
interface Received {
  readonly stream: Seg[]
  /** Pieces of every stretch whose words changed. */
  readonly touched: ReadonlyMap<Seg, readonly Piece[]>
  /** True when a break came, went or got other attributes. */
  readonly structural: boolean
}

/**
 * Follows a change of the shared text through a table of its stretches. Stretches that stay are the same
 * objects with new lengths and attributes; `touched` speaks of offsets before the change.
 * Throws RangeError when the change reaches beyond the text.
 */
export function receive(stream: readonly Seg[], delta: Delta): Received {
  const out: { seg: Seg; pieces: Piece[]; length: number }[] = []
  let structural = false
  let index = 0
  let used = 0

  const put = (piece: Piece, length: number): void => {
    let last = out.at(-1)
    if (!last) {
      structural = true
      out.push((last = { seg: stream[0]?.raw === null ? stream[0] : leadSeg(), pieces: [], length: 0 }))
    }
    last.pieces.push(piece)
    last.length += length
  }
  const begin = (seg: Seg): void => void out.push({ seg, pieces: [], length: 0 })

  /** Walks `units` of the old text; `keep` undefined leaves them out. */
  const walk = (units: number, keep: { attributes?: Attributes | undefined } | undefined): void => {
    for (let left = units; left > 0;) {
      const seg = stream[index]
      if (!seg) {
        if (left === Infinity) return
        throw new RangeError(`the change goes ${left} units beyond the text`)
      }
      const take = Math.min(left, segUnits(seg) - used)
      const head = headUnits(seg)
      if (used < head) {
        if (keep) begin(seg)
        if (!keep || keep.attributes) structural = true
        if (keep?.attributes) patchSeg(seg, keep.attributes)
      }
      const from = Math.max(0, used - head)
      const to = used + take - head
      if (keep && to > from) put({ seg, from, to, attributes: marksOnly(keep.attributes) }, to - from)
      used += take
      left -= take
      if (used >= segUnits(seg)) {
        index++
        used = 0
      }
    }
  }

  for (const step of delta) {
    if ('retain' in step) walk(step.retain, { attributes: step.attributes })
    else if ('delete' in step) walk(step.delete, undefined)
    else {
      const embed = typeof step.insert === 'string' ? null : readBreak(step.insert)
      if (embed) {
        structural = true
        begin(segOf(embed, step.attributes))
      } else put(step, typeof step.insert === 'string' ? step.insert.length : 1)
    }
  }
  walk(Infinity, {})

  const touched = new Map<Seg, readonly Piece[]>()
  for (const { seg, pieces, length } of out) {
    const [only] = pieces
    const whole =
      pieces.length === 1 && only && 'seg' in only && only.seg === seg && !only.attributes && only.from === 0
    if (
      !(whole && only.to === seg.length) &&
      !(pieces.length === 0 && seg.length === 0 && stream.includes(seg))
    )
      touched.set(seg, pieces)
    seg.length = length
  }
  if (stream[0]?.raw === null && out[0]?.seg !== stream[0]) structural = true
  return { stream: out.map(({ seg }) => seg), touched, structural }
}

function marksOnly(attributes: Attributes | undefined): Attributes | undefined {
  if (!attributes) return undefined
  const names = markNames.filter((name) => name in attributes)
  return names.length > 0 ? Object.fromEntries(names.map((name) => [name, attributes[name]])) : undefined
}

/** The run of one insert that is no break; an embed nobody knows reads as nothing. */
export function runOf(insert: unknown, attributes: Attributes | undefined): Run | null {
  return typeof insert === 'string' ? words(insert, readMarks(attributes)) : readAtom(insert)
}

/** The paragraphs of a whole shared text, in reading order. */
export function deltaToParagraphs(delta: Delta): Paragraph[] {
  const { stream, touched } = receive([], delta)
  nameSegs(stream)
  const out: { id: string; kind: Paragraph['kind']; level: number; content: Run[] }[] = []
  for (const { seg, joined } of arrange(stream)) {
    const runs = (touched.get(seg) ?? []).flatMap((piece) =>
      'insert' in piece ? (runOf(piece.insert, piece.attributes) ?? []) : [],
    )
    if (joined) out.at(-1)?.content.push(...runs)
    else out.push({ id: seg.id, kind: seg.kind, level: seg.level, content: runs })
  }
  return out.map((paragraph) => ({ ...paragraph, content: joinRuns(paragraph.content) }))
}

/** The shared text that reads as these paragraphs. */
export function paragraphsToDelta(
  paragraphs: Paragraphs,
): { insert: string | object; attributes?: Attributes }[] {
  return paragraphs.flatMap(({ id, kind, level, content }) => [
    { insert: { break: id, kind, level } },
    ...content.map((run) => {
      if (!('text' in run)) return { insert: { ...run } }
      const given = Object.entries(markAttributes(run.marks)).filter(([, value]) => value !== null)
      return given.length > 0
        ? { insert: run.text, attributes: Object.fromEntries(given) }
        : { insert: run.text }
    }),
  ])
}

/** The stretches of a whole shared text, named but not yet in reading order. */
export const segsOf = (delta: Delta): Seg[] => receive([], delta).stream
