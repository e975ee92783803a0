import * as Y from 'yjs'
import { isAttribute, isClean, readAtom, readBreak } from '../../schema/draft/embed.ts'
import { draftMaps } from '../../schema/draft/wire.ts'
import { limits } from '../../schema/record/deed.ts'
import { refuse } from '../../schema/refusal.ts'
import type { Refusal } from '../../schema/refusal.ts'

/** Bytes of one update; a whole text pasted at once has fewer. */
const maxUpdateBytes = 8 * 1024 * 1024
/** Units that one piece of an update may claim. */
const maxStructUnits = limits.words

/** What was found in an update that may be applied. */
interface Checked {
  /** Client ids that write something new. */
  readonly clients: readonly number[]
}

/** An update that speaks of updates the server has not seen. */
export const gap = refuse('malformed', { where: 'update', what: 'something before it is missing' })

type Decoded = ReturnType<typeof Y.decodeUpdate>
type Struct = Decoded['structs'][number]

/**
 * Reads a whole update before any of it is applied. It may add words, breaks, atoms and formatting to the
 * text and delete from the text and from `overtaken`; everything it builds on must be there; and it may
 * write only under client ids that `owns` admits. Whatever it is, nothing has changed when this returns.
 */
export function checkUpdate(
  doc: Y.Doc,
  bytes: Uint8Array,
  owns: (client: number) => boolean,
): Checked | Refusal {
  if (bytes.length > maxUpdateBytes) return refuse('too-large', { what: 'update', limit: maxUpdateBytes })
  const update = decode(bytes)
  if (!update) return malformed('cannot be read')
  const index = indexOf(update)
  if (!index) return malformed('out of order')
  const known = (id: { client: number; clock: number }): boolean =>
    id.clock < Math.max(Y.getState(doc.store, id.client), index.get(id.client)?.end ?? 0)
  const clients = new Set<number>()
  const parents: Parents = new Map()
  let added = 0
  for (const [client, { structs, start }] of index) {
    const have = Y.getState(doc.store, client)
    if (start > have) return gap
    for (const struct of structs) {
      if (struct.id.clock + struct.length <= have) continue
      if (!owns(client)) return malformed(`client id ${client} is not of this session`)
      clients.add(client)
      if (!Number.isSafeInteger(struct.length) || struct.length > maxStructUnits) return malformed('too long')
      if (!(struct instanceof Y.Item)) continue
      for (const id of [struct.origin, struct.rightOrigin]) {
        if (id && !known(id)) return gap
        if (id?.client === client && id.clock >= struct.id.clock) return malformed('builds on itself')
      }
      const refusal = checkItem(doc, index, struct, parents)
      if (refusal) return refusal
      added += struct.length
    }
  }
  if (doc.getText(draftMaps.text).length + added > limits.words)
    return refuse('too-large', { what: 'draft', limit: limits.words })
  return checkDeletions(doc, update, known) ?? { clients: [...clients] }
}

const malformed = (what: string): Refusal => refuse('malformed', { where: 'update', what })

function decode(bytes: Uint8Array): Decoded | null {
  try {
    return Y.decodeUpdate(bytes)
  } catch {
    return null
  }
}

interface Stretch {
  readonly structs: Struct[]
  readonly start: number
  end: number
}

/** What the update holds, by client id; null when a client's pieces do not follow each other. */
function indexOf({ structs }: Decoded): Map<number, Stretch> | null {
  const index = new Map<number, Stretch>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (struct instanceof Y.Skip) return null
    const stretch = index.get(client) ?? { structs: [], start: clock, end: clock }
    if (stretch.end !== clock) return null
    stretch.structs.push(struct)
    stretch.end = clock + struct.length
    index.set(client, stretch)
  }
  return index
}

/** The roots that items of the update have been found to land in, as `parentOf` gives them. */
type Parents = Map<Y.Item, string | null>

function checkItem(
  doc: Y.Doc,
  index: ReadonlyMap<number, Stretch>,
  item: Y.Item,
  parents: Parents,
): Refusal | null {
  const parent = parentOf(doc, index, item, parents)
  if (parent === 'gone') return null
  if (parent !== draftMaps.text) return malformed('writes where only the server writes')
  const { content } = item
  if (content instanceof Y.ContentString)
    return isClean(content.str) ? null : malformed('control characters or broken characters')
  if (content instanceof Y.ContentEmbed)
    return readBreak(content.embed) || readAtom(content.embed) ? null : malformed('unknown embed')
  if (content instanceof Y.ContentFormat)
    return isAttribute(content.key, content.value) ? null : malformed('unknown formatting')
  return content instanceof Y.ContentDeleted ? null : malformed('unknown content')
}

/**
 * Name of the root that an item lands in; `gone` when what it stood in has been cleared away; null when it
 * is in no root's list. An item names its parent only when it has no neighbour to take it from. A paste is
 * one long chain of neighbours, so each link is walked once and its answer kept in `parents`.
 */
function parentOf(
  doc: Y.Doc,
  index: ReadonlyMap<number, Stretch>,
  item: Y.Item,
  parents: Parents,
): string | null {
  const walked: Y.Item[] = []
  let found = parents.get(item)
  for (let at: Y.Item = item; found === undefined; found = parents.get(at)) {
    walked.push(at)
    // Until it is known: items that stand in each other stand nowhere.
    parents.set(at, null)
    const next = hostOf(doc, index, at)
    if (next instanceof Y.Item) at = next
    else {
      found = next
      break
    }
  }
  for (const link of walked) parents.set(link, found ?? null)
  return found ?? null
}

/** The root of an item that tells it at once; otherwise the neighbour in the update to ask. */
function hostOf(doc: Y.Doc, index: ReadonlyMap<number, Stretch>, item: Y.Item): Y.Item | string | null {
  if (item.parentSub !== null) return null
  if (typeof item.parent === 'string') return item.parent
  const neighbour = item.origin ?? item.rightOrigin
  if (!neighbour) return null
  const have = Y.getState(doc.store, neighbour.client)
  if (neighbour.clock < have) return rootOf(doc, Y.getItem(doc.store, neighbour))
  const next = find(index.get(neighbour.client), neighbour.clock)
  return next && !(next instanceof Y.Item) ? 'gone' : (next ?? null)
}

function rootOf(doc: Y.Doc, struct: Y.Item | Y.GC): string | null {
  if (!(struct instanceof Y.Item)) return 'gone'
  if (struct.parentSub !== null) return null
  // Asking for a root may make it what it is, and its items' parents with it.
  const text = doc.getText(draftMaps.text)
  return struct.parent === text ? draftMaps.text : null
}

function find(stretch: Stretch | undefined, clock: number): Struct | undefined {
  if (!stretch) return undefined
  let [low, high] = [0, stretch.structs.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const struct = stretch.structs[middle]
    if (!struct) return undefined
    if (clock < struct.id.clock) high = middle - 1
    else if (clock >= struct.id.clock + struct.length) low = middle + 1
    else return struct
  }
  return undefined
}

function checkDeletions(
  doc: Y.Doc,
  { ds }: Decoded,
  known: (id: { client: number; clock: number }) => boolean,
): Refusal | null {
  const meta = doc.getMap(draftMaps.meta)
  for (const [client, ranges] of ds.clients) {
    let end = 0
    for (const { clock, len } of ranges) {
      if (!Number.isSafeInteger(len) || len < 0) return malformed('deletes what cannot be')
      // Yjs writes them in order; a million times the same one would be walked a million times.
      if (clock < end) return malformed('deletes out of order')
      end = clock + len
      if (len > 0 && !known({ client, clock: clock + len - 1 })) return gap
      const structs = doc.store.clients.get(client) ?? []
      if (structs.length === 0 || clock >= Y.getState(doc.store, client)) continue
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
        const struct = structs[i]
        if (!struct || struct.id.clock >= clock + len) break
        if (struct instanceof Y.Item && !struct.deleted && struct.parent === meta)
          return malformed('deletes what only the server writes')
      }
    }
  }
  return null
}
