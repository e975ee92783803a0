import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { isRefusal } from '../schema/refusal.ts'
import { checkUpdate, gap } from '../server/drafts/update.ts'
import { op, seedUpdate } from './draft/cohort.ts'
import { random, seeds } from './draft/random.ts'

/** How Yjs writes that a piece names its left neighbour, and that it is characters. */
const [hasOrigin, stringRef] = [0x80, 4]
const base = seedUpdate([op('a', 'one two'), op('b', 'three')])
const mine = 7

function draft(): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, base)
  doc.getMap('meta').set('basis', ['12.1'])
  doc.getMap('overtaken').set('a', { was: 'x', now: 'y' })
  return doc
}

/** What a client with this id would send after doing something to its copy. */
function updateBy(doc: Y.Doc, act: (copy: Y.Doc) => void, client = mine): Uint8Array {
  const copy = new Y.Doc()
  copy.clientID = client
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  copy.transact(() => act(copy))
  return updates[0] ?? new Uint8Array()
}

const own = (client: number): boolean => client === mine
const text = (doc: Y.Doc): Y.Text => doc.getText('text')

/** Checks an update; whatever it is, the draft must be the same afterwards to the byte. */
function judge(doc: Y.Doc, update: Uint8Array): ReturnType<typeof checkUpdate> {
  const before = Y.encodeStateAsUpdate(doc)
  const found = checkUpdate(doc, update, own)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  return found
}

describe('an update that an editor makes is taken', () => {
  test.each<[string, (doc: Y.Doc) => void]>([
    ['words', (doc) => text(doc).insert(3, 'new ')],
    ['words with an emoji', (doc) => text(doc).insert(3, '😀')],
    ['marks', (doc) => text(doc).format(1, 3, { em: true, link: 'https://un.org' })],
    [
      'a mark taken away',
      (doc) => (text(doc).format(1, 3, { em: true }), text(doc).format(1, 2, { em: null })),
    ],
    ['a paragraph', (doc) => text(doc).insertEmbed(3, { break: 'n1', kind: 'item', level: 2 })],
    ['a kind', (doc) => text(doc).format(0, 1, { kind: { of: 'a', is: 'body' }, level: { of: 'a', is: 0 } })],
    ['a move', (doc) => text(doc).format(0, 1, { place: { of: 'a', after: 'b', join: false, stamp: 1 } })],
    ['a footnote reference', (doc) => text(doc).insertEmbed(3, { note: 'f1' })],
    ['a line break', (doc) => text(doc).insertEmbed(3, { line: true })],
    ['a deletion', (doc) => text(doc).delete(2, 4)],
    ['the settling of an overtaken place', (doc) => doc.getMap('overtaken').delete('a')],
  ])('%s', (_name, act) => {
    const doc = draft()
    const update = updateBy(doc, act)
    expect(isRefusal(judge(doc, update))).toBe(false)
    Y.applyUpdate(doc, update)
    expect(doc.store.pendingStructs).toBeNull()
  })
})

describe('an update that no editor makes is refused, and nothing has changed', () => {
  test.each<[string, (doc: Y.Doc) => void]>([
    ['the basis overwritten', (doc) => doc.getMap('meta').set('basis', [])],
    ['a new entry of the server’s', (doc) => doc.getMap('meta').set('author.9', 'me')],
    ['the basis deleted', (doc) => doc.getMap('meta').delete('basis')],
    ['an overtaken place invented', (doc) => doc.getMap('overtaken').set('b', 1)],
    ['an overtaken place overwritten', (doc) => doc.getMap('overtaken').set('a', 1)],
    ['another root', (doc) => doc.getText('more').insert(0, 'x')],
    ['an attribute of the whole text', (doc) => text(doc).setAttribute('x', 'y')],
    ['a type inside the text', (doc) => text(doc).insertEmbed(1, new Y.Map())],
    ['an unknown embed', (doc) => text(doc).insertEmbed(1, { image: 'x' })],
    ['an unknown kind', (doc) => text(doc).insertEmbed(1, { break: 'x', kind: 'verse', level: 0 })],
    [
      'a break that carries more',
      (doc) => text(doc).insertEmbed(1, { break: 'x', kind: 'body', level: 0, by: 'EU' }),
    ],
    ['an id with markup', (doc) => text(doc).insertEmbed(1, { break: '<b>', kind: 'body', level: 0 })],
    ['an unknown mark', (doc) => text(doc).format(1, 2, { color: 'red' })],
    ['a script as a link', (doc) => text(doc).format(1, 2, { link: 'javascript:alert(1)' })],
    ['control characters', (doc) => text(doc).insert(1, 'a\u0007b')],
    ['the stand-in of atoms', (doc) => text(doc).insert(1, '\ufffc')],
    [
      'a placement out of range',
      (doc) => text(doc).format(0, 1, { place: { of: 'a', after: 'b', join: false, stamp: -1 } }),
    ],
  ])('%s', (_name, act) => {
    const doc = draft()
    expect(judge(doc, updateBy(doc, act))).toMatchObject({ code: 'malformed' })
  })

  test('under a client id that is somebody else’s or unknown', () => {
    const doc = draft()
    expect(
      judge(
        doc,
        updateBy(doc, (copy) => text(copy).insert(1, 'x'), 8),
      ),
    ).toMatchObject({ code: 'malformed' })
  })

  test('with updates missing before it', () => {
    const doc = draft()
    const copy = new Y.Doc()
    copy.clientID = mine
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    const updates: Uint8Array[] = []
    copy.on('update', (update: Uint8Array) => updates.push(update))
    text(copy).insert(1, 'one')
    text(copy).insert(4, 'two')
    text(copy).delete(1, 2)
    expect(judge(doc, updates[1]!)).toBe(gap)
    expect(judge(doc, updates[2]!)).toBe(gap)
    expect(isRefusal(judge(doc, updates[0]!))).toBe(false)
  })

  test.each(seeds(300))(
    'with its bytes damaged it is refused or still means something harmless (seed %i)',
    (seed) => {
      const next = random(seed)
      const doc = draft()
      const update = updateBy(doc, (copy) => {
        text(copy).insert(3, 'some new words')
        text(copy).insertEmbed(9, { break: 'n1', kind: 'body', level: 0 })
        text(copy).delete(1, 3)
        text(copy).format(2, 5, { strong: true })
      })
      for (let i = 0; i <= Math.floor(next() * 4); i++)
        update[Math.floor(next() * update.length)] = Math.floor(next() * 256)
      const damaged = next() < 0.3 ? update.slice(0, Math.floor(next() * update.length)) : update
      if (isRefusal(judge(doc, damaged))) return
      Y.applyUpdate(doc, damaged)
      expect(doc.store.pendingStructs).toBeNull()
      expect(doc.store.pendingDs).toBeNull()
      expect(doc.getMap('meta').get('basis')).toEqual(['12.1'])
      expect(doc.getMap('overtaken').size).toBeLessThanOrEqual(1)
      expect([...doc.share.keys()].sort()).toEqual(['meta', 'overtaken', 'text'])
    },
  )

  test('an update that claims to be endless', () => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, 2 ** 40)
    encoding.writeVarUint(encoder, mine)
    encoding.writeVarUint(encoder, 0)
    expect(judge(draft(), encoding.toUint8Array(encoder))).toMatchObject({ code: 'malformed' })
  })

  test('words of two clients that each stand in the other’s', () => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 2)
    for (const [client, origin] of [
      [9, 8],
      [8, 9],
    ] as const) {
      for (const number of [1, client, 0]) encoding.writeVarUint(encoder, number)
      encoding.writeUint8(encoder, hasOrigin | stringRef)
      for (const number of [origin, 0]) encoding.writeVarUint(encoder, number)
      encoding.writeVarString(encoder, 'x')
    }
    encoding.writeVarUint(encoder, 0)
    expect(checkUpdate(draft(), encoding.toUint8Array(encoder), () => true)).toMatchObject({
      code: 'malformed',
    })
  })

  test('the same words deleted again and again', () => {
    const doc = draft()
    const ranges = 200_000
    const encoder = encoding.createEncoder()
    for (const number of [0, 1, doc.clientID, ranges]) encoding.writeVarUint(encoder, number)
    for (let i = 0; i < ranges; i++) for (const number of [0, 3]) encoding.writeVarUint(encoder, number)
    expect(judge(doc, encoding.toUint8Array(encoder))).toMatchObject({ code: 'malformed' })
  })
})

test('a paste of twenty thousand pieces is judged in one walk', () => {
  const doc = draft()
  const update = updateBy(doc, (copy) => {
    const pieces = Array.from({ length: 20_000 }, () => ({ insert: { line: true } }))
    text(copy).applyDelta([{ retain: text(copy).length }, ...pieces])
  })
  expect(isRefusal(judge(doc, update))).toBe(false)
})

test('two thousand updates of three honest clients, delivered in any order, are never refused', () => {
  const next = random(5)
  const server = draft()
  const clients = [11, 12, 13].map((id) => {
    const doc = new Y.Doc()
    doc.clientID = id
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(server))
    const out: Uint8Array[] = []
    const inbox: Uint8Array[] = []
    doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'net' && out.push(update))
    return { id, doc, out, inbox }
  })
  let taken = 0
  for (let round = 0; taken < 2_000; round++) {
    const client = clients[Math.floor(next() * 3)]!
    const words = text(client.doc)
    const at = 1 + Math.floor(next() * (words.length - 1))
    const dice = next()
    if (dice < 0.5) words.insert(at, 'abc ')
    else if (dice < 0.7) words.delete(at, Math.min(3, words.length - at))
    else if (dice < 0.85) words.format(at, Math.min(5, words.length - at), { em: next() < 0.5 ? true : null })
    else words.insertEmbed(at, { break: `n${client.id}-${round}`, kind: 'body', level: 0 })
    const sender = clients[Math.floor(next() * 3)]!
    for (const update of sender.out.splice(0, Math.floor(next() * 6))) {
      const found = checkUpdate(server, update, (id) => id === sender.id)
      expect(found, `update ${taken}`).not.toSatisfy(isRefusal)
      Y.applyUpdate(server, update)
      for (const other of clients) if (other !== sender) other.inbox.push(update)
      taken++
    }
    const reader = clients[Math.floor(next() * 3)]!
    for (const update of reader.inbox.splice(0, Math.floor(next() * 6)))
      Y.applyUpdate(reader.doc, update, 'net')
  }
})
