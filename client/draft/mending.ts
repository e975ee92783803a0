import * as Y from 'yjs'
import { readBreak } from '../../schema/draft/embed.ts'

/** Words that stand behind a break which was put before them by somebody who did not know of them. */
interface Astray {
  /** Offset in the shared text of the first of them. */
  readonly at: number
  /** Offset of the unit they were written behind. */
  readonly behind: number
  /** A name for the stretch they make, which no other device gives. */
  readonly name: string
}

const breakOf = ({ deleted, content }: Y.Item): boolean =>
  !deleted && content instanceof Y.ContentEmbed && readBreak(content.embed) !== null

const isSame = (a: Y.ID | null, b: Y.ID): boolean =>
  a !== null && a.client === b.client && a.clock === b.clock

const holds = ({ id, length }: Y.Item, sought: Y.ID | null): boolean =>
  sought !== null &&
  id.client === sought.client &&
  id.clock <= sought.clock &&
  sought.clock < id.clock + length

/**
 * Words of this device, or beside a break of this device, that were written behind a word of another paragraph than
 * they stand in: somebody began a paragraph just there at the same time, and of two things put in one gap the shared
 * text keeps both, in an order of its own. Null when there are none.
 */
export function astray(text: Y.Text, transaction: Y.Transaction): Astray | null {
  const { doc } = text
  if (!doc || !mayPart(text, transaction)) return null
  const offsets = new Map<Y.Item, number>()
  const since: Y.Item[] = []
  let begun: Y.Item | null = null
  let offset = 0
  for (let item = text._start; item; item = item.right) {
    offsets.set(item, offset)
    // From here on stands what whoever began the paragraph had before their eyes.
    if (begun && holds(item, begun.rightOrigin)) begun = null
    if (breakOf(item)) {
      begun = item
      since.length = 0
    } else if (begun && isWords(item) && isForeign(item, begun, since)) {
      const origin = item.origin && Y.getItem(doc.store, item.origin)
      const own = item.id.client === doc.clientID || begun.id.client === doc.clientID
      const from = origin instanceof Y.Item ? offsets.get(origin) : undefined
      if (
        own &&
        from !== undefined &&
        item.origin &&
        origin instanceof Y.Item &&
        !origin.deleted &&
        isLast(item, begun)
      )
        return {
          at: offset,
          behind: from + item.origin.clock - origin.id.clock,
          name: `w${doc.clientID}-${item.id.client}-${item.id.clock}`,
        }
    }
    if (begun) since.push(item)
    if (!item.deleted && item.countable) offset += item.length
  }
  return null
}

const isWords = ({ deleted, countable }: Y.Item): boolean => !deleted && countable

/** True for what was put in behind something that stands before the break. */
const isForeign = ({ origin }: Y.Item, begun: Y.Item, since: readonly Y.Item[]): boolean =>
  origin !== null && !holds(begun, origin) && !since.some((item) => holds(item, origin))

/** True when nothing follows in the paragraph that was there when it was begun: where words are parted, both sides will do. */
function isLast(words: Y.Item, begun: Y.Item): boolean {
  let known = false
  for (let item: Y.Item | null = words; item && !breakOf(item); item = item.right) {
    known ||= holds(item, begun.rightOrigin)
    if (known && isWords(item)) return false
  }
  return true
}

/** True when a change brought a break, or words that do not stand right behind what they were written behind. */
function mayPart(text: Y.Text, { beforeState, afterState, doc }: Y.Transaction): boolean {
  for (const [client, end] of afterState) {
    for (let clock = beforeState.get(client) ?? 0; clock < end;) {
      const item: Y.Item | Y.GC = Y.getItem(doc.store, Y.createID(client, clock))
      clock = item.id.clock + item.length
      if (!(item instanceof Y.Item) || item.parent !== text || item.deleted) continue
      if (breakOf(item) || (item.left && !isSame(item.origin, item.left.lastId))) return true
    }
  }
  return false
}
