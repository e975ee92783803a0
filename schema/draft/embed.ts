import type { Head, Line, Marks, Note, ParagraphKind } from '../text/token.ts'
import { markNames, paragraphKinds } from '../text/token.ts'

/** Formatting of a run in the shared text of a draft; null takes a value away. */
export type Attributes = Readonly<Record<string, unknown>>

/**
 * Where a paragraph was moved: after the paragraph `after` (null: before all), or, with `join`, as a
 * continuation of it. The higher `stamp` was done later; `of` is the paragraph meant, so that a value
 * which formatting of the shared text lets slip onto a neighbour is not taken for the neighbour's.
 */
export interface Placement {
  readonly of: string
  readonly after: string | null
  readonly join: boolean
  readonly stamp: number
}

/** The beginning of a paragraph as it stands in the shared text. */
export interface BreakEmbed {
  readonly break: string
  readonly kind: ParagraphKind
  readonly level: number
}

/** Highest level of a paragraph, and the longest id, that a draft holds. */
export const maxLevel = 4
const idPattern = /^(?!__proto__$)[A-Za-z0-9_-]{1,40}$/

/** True for what may name a paragraph. */
export const isId = (value: unknown): value is string => typeof value === 'string' && idPattern.test(value)

const isKind = (value: unknown): value is ParagraphKind =>
  typeof value === 'string' && (paragraphKinds as readonly string[]).includes(value)
const isLevel = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= maxLevel
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const hasOnly = (value: Record<string, unknown>, names: readonly string[]): boolean =>
  Object.keys(value).length === names.length && names.every((name) => name in value)

/** The break in an embed; null when it is something else. */
export function readBreak(embed: unknown): BreakEmbed | null {
  if (!isRecord(embed) || !hasOnly(embed, ['break', 'kind', 'level'])) return null
  const { break: id, kind, level } = embed
  return isId(id) && isKind(kind) && isLevel(level) ? { break: id, kind, level } : null
}

/** The footnote reference or line break in an embed; null when it is something else. */
export function readAtom(embed: unknown): Note | Line | null {
  if (!isRecord(embed)) return null
  if (hasOnly(embed, ['note']) && isId(embed['note'])) return { note: embed['note'] }
  return hasOnly(embed, ['line']) && embed['line'] === true ? { line: true } : null
}

const linkPattern = /^(https?:\/\/|mailto:)[^\s<>"]+$/i
const maxLink = 2000

/** True for an address a link may carry. */
export const isLink = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= maxLink && linkPattern.test(value)

/** True when a mark may have this value. */
const isMark = (name: string, value: unknown): boolean =>
  name === 'link' ? isLink(value) : (markNames as readonly string[]).includes(name) && value === true

/** The marks among the attributes of a run of characters. */
export function readMarks(attributes: Attributes | undefined): Marks {
  if (!attributes) return {}
  const found = markNames.filter((name) => isMark(name, attributes[name]))
  return Object.fromEntries(found.map((name) => [name, attributes[name]]))
}

/** What a run of characters with these marks has as attributes: a value or null for every mark there is. */
export const markAttributes = (marks: Marks | undefined): Record<string, unknown> =>
  Object.fromEntries(markNames.map((name) => [name, marks?.[name] ?? null]))

/** The changes of a paragraph's beginning that its attributes carry. */
export function readPatch(
  id: string,
  attributes: Attributes | undefined,
): { kind?: ParagraphKind; level?: number; place?: Placement } {
  const own = (name: string): Record<string, unknown> | null => {
    const value = attributes?.[name]
    return isRecord(value) && value['of'] === id ? value : null
  }
  const kind = own('kind')?.['is']
  const level = own('level')?.['is']
  const place = readPlacement(own('place'))
  return { ...(isKind(kind) && { kind }), ...(isLevel(level) && { level }), ...(place && { place }) }
}

/** The placement in an attribute; null when it is something else. */
function readPlacement(value: unknown): Placement | null {
  if (!isRecord(value) || !hasOnly(value, ['of', 'after', 'join', 'stamp'])) return null
  const { of, after, join, stamp } = value
  if (!isId(of) || (after !== null && !isId(after)) || typeof join !== 'boolean') return null
  if (typeof stamp !== 'number' || !Number.isInteger(stamp) || stamp < 1 || stamp > maxStamp) return null
  return { of, after, join, stamp }
}

/** Stamps count moves; a draft with more of them is not one. */
const maxStamp = 1_000_000_000

/** True when a break or an atom or a character may carry this attribute; null takes one away. */
export function isAttribute(name: string, value: unknown): boolean {
  if (name === 'place') return value === null || readPlacement(value) !== null
  if (name === 'kind' || name === 'level')
    return (
      value === null ||
      (isRecord(value) &&
        hasOnly(value, ['of', 'is']) &&
        isId(value['of']) &&
        (name === 'kind' ? isKind(value['is']) : isLevel(value['is'])))
    )
  return (markNames as readonly string[]).includes(name) && (value === null || isMark(name, value))
}

/** The attributes that give the paragraph `head.id` this kind and level. */
export const patchOf = ({ id, kind, level }: Head): Attributes => ({
  kind: { of: id, is: kind },
  level: { of: id, is: level },
})

const forbidden = /[\u0000-\u0008\u000a-\u001f\ufffc]/

/** True for characters a text may hold: no controls but the tab, no half characters. */
export const isClean = (text: string): boolean => !forbidden.test(text) && text.isWellFormed()
