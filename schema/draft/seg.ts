import type { ParagraphKind } from '../text/token.ts'
import type { Attributes, BreakEmbed, Placement } from './embed.ts'
import { readPatch } from './embed.ts'

/**
 * A stretch of the shared text from one break to the next. `raw` is the id its break carries, null for words
 * that stand before every break; `id` is unique in the draft. `length` counts units behind the break.
 */
export interface Seg {
  readonly raw: string | null
  readonly base: { readonly kind: ParagraphKind; readonly level: number }
  id: string
  kind: ParagraphKind
  level: number
  place: Placement | null
  joined: boolean
  length: number
}

/** Id of the paragraph that holds words whose every break before them was deleted. */
export const leadId = 'lead'

/** The stretch that a break begins. */
export function segOf(embed: BreakEmbed, attributes: Attributes | undefined, length = 0): Seg {
  const base = { kind: embed.kind, level: embed.level }
  const { kind = base.kind, level = base.level, place = null } = readPatch(embed.break, attributes)
  return { raw: embed.break, base, id: embed.break, kind, level, place, joined: false, length }
}

/** The stretch of words before every break. */
export const leadSeg = (): Seg => ({
  raw: null,
  base: { kind: 'body', level: 0 },
  id: leadId,
  kind: 'body',
  level: 0,
  place: null,
  joined: false,
  length: 0,
})

/** Units that its break takes. */
export const headUnits = (seg: Seg): 0 | 1 => (seg.raw === null ? 0 : 1)

/** Units of the shared text that it takes. */
export const segUnits = (seg: Seg): number => headUnits(seg) + seg.length

/** Gives the changed attributes of its break to it. */
export function patchSeg(seg: Seg, attributes: Attributes): void {
  if (seg.raw === null) return
  const { kind, level, place } = readPatch(seg.raw, attributes)
  if ('kind' in attributes) seg.kind = kind ?? seg.base.kind
  if ('level' in attributes) seg.level = level ?? seg.base.level
  if ('place' in attributes) seg.place = place ?? null
}

/**
 * Makes ids unique. A break that carries an id used further up (two colleagues pasted the same paragraph at
 * once) is known by that id and a number; which one, follows from the shared text alone.
 */
export function nameSegs(stream: readonly Seg[]): void {
  const taken = new Set(stream.map((seg) => seg.raw ?? leadId))
  const used = new Set<string>()
  for (const seg of stream) {
    const raw = seg.raw ?? leadId
    let name = raw
    for (let count = 2; used.has(name) || (name !== raw && taken.has(name)); count++)
      name = `${raw.slice(0, 36)}-${count}`
    seg.id = name
    used.add(name)
  }
}
