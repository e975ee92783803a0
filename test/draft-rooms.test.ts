import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { PROTOCOL_VERSION } from '../schema/record/protocol.ts'
import { draftVersion, messageType } from '../schema/draft/wire.ts'
import { isRefusal } from '../schema/refusal.ts'
import { Device, until } from './draft/device.ts'
import { Desks } from './draft/desks.ts'
import { openRoom, paragraphs } from './server.ts'
import type { Client, Room } from './server.ts'

let desks: Desks
let room: Room
let facilitator: Client
let norway: Client
let colleague: Client
let tuvalu: Client
let observer: Client

beforeAll(async () => {
  desks = await Desks.open()
  ;({ room, facilitator, norway, colleague, tuvalu, observer } = desks)
})
afterAll(() => desks.close())

test('a delegation has one draft, seeded with the text', async () => {
  const ids = await Promise.all([desks.draftOf(norway), desks.draftOf(colleague), desks.draftOf(norway)])
  expect(new Set(ids).size).toBe(1)
  const device = await desks.device(norway, ids[0]!).settled()
  expect(device.paragraphs()).toEqual(paragraphs)
  const listed = (await colleague.get(`/api/texts/${room.text}/drafts`)).json
  expect(listed).toMatchObject([{ id: ids[0], members: ['NO'], open: false, basis: [] }])
})

test('colleagues write together, and what is acknowledged is on disk', async () => {
  const draft = await desks.freshDraft()
  const [one, two] = await Promise.all([
    desks.device(norway, draft).settled(),
    desks.device(colleague, draft).settled(),
  ])
  one.text.insert(1, 'Also ')
  await one.settled()
  expect((await desks.onDisk(draft)).getText('text').toDelta()).toEqual(one.text.toDelta())
  await until(() => two.lines()[0] === 'Also Recalling its decisions,')
  two.text.delete(1, 5)
  await two.settled()
  await until(() => one.lines()[0] === 'Recalling its decisions,')
})

test('words written offline come in when the device is back, also under an earlier visit’s id', async () => {
  const draft = await desks.freshDraft()
  const first = await desks.device(norway, draft).settled()
  first.provider.disconnect()
  first.text.insert(1, 'Offline. ')
  const second = desks.device(norway, draft, { clients: [99, first.ydoc.clientID] }, false)
  Y.applyUpdate(second.ydoc, Y.encodeStateAsUpdate(first.ydoc))
  second.provider.connect()
  await second.settled()
  expect(second.refusals).toEqual([])
  expect(JSON.stringify((await desks.onDisk(draft)).getText('text').toDelta())).toContain('Offline.')
})

test('a draft outlives the server', async () => {
  const own = await openRoom()
  try {
    const head = await own.enter('head', 'NO')
    const { json } = await head.send('POST', `/api/texts/${own.text}/drafts`, {})
    const before = new Device(own, head, json.id)
    await before.settled()
    before.text.insert(1, 'Kept ')
    await before.settled()
    before.close()
    await own.restart()
    const after = await new Device(own, head, json.id).settled()
    expect(after.lines()[0]).toBe('Kept Recalling its decisions,')
    after.close()
  } finally {
    await own.close()
  }
})

describe('no byte of a draft reaches anybody else', () => {
  test('who is not a member cannot open it, list it or learn that it is there', async () => {
    const draft = await desks.draftOf(norway)
    for (const client of [tuvalu, observer, facilitator]) {
      await expect(client.follow(`/drafts/${draft}`)).rejects.toThrow('HTTP 404')
      await expect(client.follow('/drafts/no-such-draft')).rejects.toThrow('HTTP 404')
      const device = desks.device(client, draft)
      await new Promise((resolve) => setTimeout(resolve, 50))
      expect(device.bytes).toBe(0)
      device.close()
      for (const [method, path, body] of [
        ['PATCH', '', { open: true }],
        ['POST', '/basis', { amend: [1] }],
        ['DELETE', '', undefined],
      ] as const) {
        const real = await client.send(method, `/api/drafts/${draft}${path}`, body)
        const unknown = await client.send(method, `/api/drafts/no-such-draft${path}`, body)
        expect(real.text).toBe(unknown.text)
        expect(real.status).toBe(404)
      }
    }
    expect((await tuvalu.get(`/api/texts/${room.text}/drafts`)).json).toEqual([])
    expect((await observer.get(`/api/texts/${room.text}/drafts`)).json).toEqual([])
    await expect(room.stranger().follow(`/drafts/${draft}`)).rejects.toThrow('HTTP 401')
  })

  test('others who follow the text get nothing while somebody drafts', async () => {
    const draft = await desks.freshDraft()
    const device = await desks.device(norway, draft).settled()
    const live = await tuvalu.follow(`/live/${room.text}?after=0&protocol=${PROTOCOL_VERSION}`)
    let heard = ''
    live.socket.on('message', (data: Buffer) => (heard += data.toString()))
    device.text.insert(1, 'SECRETWORDS ')
    await device.settled()
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(heard).not.toMatch(/SECRETWORDS|drafting/)
    live.socket.close()
  })

  test('a draft shared with another delegation is theirs too, and neither can put the other out or throw it away', async () => {
    const draft = await desks.draftOf(norway, ['NO', 'TV'])
    const device = await desks.device(tuvalu, draft).settled()
    expect((await tuvalu.get(`/api/texts/${room.text}/drafts`)).json).toMatchObject([
      { id: draft, members: ['NO', 'TV'] },
    ])
    for (const client of [norway, tuvalu]) {
      expect((await client.send('PATCH', `/api/drafts/${draft}`, { members: ['TV'] })).status).toBe(400)
      expect((await client.send('DELETE', `/api/drafts/${draft}`)).json).toMatchObject({
        code: 'other-delegation',
      })
    }
    expect((await norway.get(`/api/texts/${room.text}/drafts`)).json).toContainEqual(
      expect.objectContaining({ id: draft, members: ['NO', 'TV'] }),
    )
    expect(device.closed).toBeNull()
  })

  test('opened to everyone its changes are told as they are typed; closed, they are gone', async () => {
    const draft = await desks.freshDraft()
    const device = await desks.device(norway, draft).settled()
    const live = await tuvalu.follow(`/live/${room.text}?after=0&protocol=${PROTOCOL_VERSION}`)
    await norway.send('PATCH', `/api/drafts/${draft}`, { open: true })
    device.text.insert(1, 'Also ')
    let frame = await live.next('drafting')
    while (frame.changes.length === 0) frame = await live.next('drafting')
    expect(frame).toMatchObject({ draft, owner: ['NO'] })
    expect(JSON.stringify(frame.changes)).toContain('Also')
    await norway.send('PATCH', `/api/drafts/${draft}`, { open: false })
    frame = await live.next('drafting')
    while (frame.changes.length > 0) frame = await live.next('drafting')
    live.socket.close()
  })
})

describe('what the server does not take', () => {
  const updateMessage = (bytes: Uint8Array): Uint8Array => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, 2)
    encoding.writeVarUint8Array(encoder, bytes)
    return encoding.toUint8Array(encoder)
  }
  /** An update by somebody who pretends to have this client id. */
  const forged = (device: Device, client: number, act_: (doc: Y.Doc) => void): Uint8Array => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(device.ydoc))
    doc.clientID = client
    let bytes = new Uint8Array()
    doc.on('update', (update: Uint8Array) => (bytes = new Uint8Array(update)))
    act_(doc)
    return updateMessage(bytes)
  }

  test('an update under a colleague’s or an unknown client id leaves the draft as it was, on disk too', async () => {
    const draft = await desks.freshDraft()
    const [one, two] = await Promise.all([
      desks.device(norway, draft).settled(),
      desks.device(colleague, draft).settled(),
    ])
    one.text.insert(1, 'x')
    await one.settled()
    const before = await desks.rowsOf(draft)
    two.raw(forged(two, one.ydoc.clientID, (doc) => doc.getText('text').insert(1, 'forged')))
    two.raw(forged(two, 12345, (doc) => doc.getText('text').insert(1, 'forged')))
    await until(() => two.refusals.length === 2)
    expect(await desks.rowsOf(draft)).toEqual(before)
    one.text.insert(1, 'y')
    await one.settled()
    expect(one.refusals).toEqual([])
    expect(one.lines()[0]).toMatch(/^yxRecalling/)
  })

  test('what the server keeps in the draft is not for the editors to write', async () => {
    const draft = await desks.freshDraft()
    const device = await desks.device(norway, draft).settled()
    const before = await desks.rowsOf(draft)
    device.raw(forged(device, device.ydoc.clientID, (doc) => doc.getMap('meta').set('basis', ['1.1'])))
    await until(() => device.refusals.length === 1)
    expect(await desks.rowsOf(draft)).toEqual(before)
  })

  test('a socket that keeps sending rubbish is closed with a reason, and the others go on', async () => {
    const draft = await desks.freshDraft()
    const [bad, good] = await Promise.all([
      desks.device(norway, draft).settled(),
      desks.device(colleague, draft).settled(),
    ])
    for (let i = 0; i < 3; i++) bad.raw(new Uint8Array([0, 2, 5, 1, 2, 3, 4, 5]))
    await until(() => bad.closed === 4400)
    good.text.insert(1, 'Still ')
    await good.settled()
    expect(good.refusals).toEqual([])
  })

  test('a device that gives itself a second name is sent away, and leaves no caret behind', async () => {
    const draft = await desks.freshDraft()
    const [bad, good] = await Promise.all([
      desks.device(norway, draft).settled(),
      desks.device(colleague, draft).settled(),
    ])
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, messageType.hello)
    encoding.writeVarString(encoder, JSON.stringify({ version: draftVersion, clients: [12_345] }))
    bad.raw(encoding.toUint8Array(encoder))
    await until(() => bad.closed === 4400)
    expect(good.closed).toBe(null)
  })

  test('a client of another version is sent away and nothing of the draft is shown to it', async () => {
    const draft = await desks.draftOf(norway)
    const device = desks.device(norway, draft, { version: 0 })
    await until(() => device.closed === 4400)
    expect(device.refusals[0]).toMatchObject({ code: 'malformed', params: { where: 'version' } })
    expect(device.lines()).toEqual([])
    device.close()
  })

  test('somebody who only reads formatted words says nothing that is refused', async () => {
    const draft = await desks.freshDraft()
    const [writer, reader] = await Promise.all([
      desks.device(norway, draft).settled(),
      desks.device(colleague, draft).settled(),
    ])
    for (let i = 0; i < 20; i++) {
      writer.text.format(1 + i, 6, { em: i % 2 ? true : null, strong: i % 3 ? true : null })
      writer.text.insert(5, 'ab', { strong: true })
    }
    await writer.settled()
    await until(() => JSON.stringify(reader.text.toDelta()) === JSON.stringify(writer.text.toDelta()))
    await reader.settled()
    expect([...writer.refusals, ...reader.refusals]).toEqual([])
  })

  test('three honest people writing at once, going and coming back, are never refused', async () => {
    const draft = await desks.freshDraft()
    const three = await Promise.all(
      [norway, colleague, norway].map((client) => desks.device(client, draft).settled()),
    )
    for (let i = 0; i < 300; i++) {
      const device = three[i % 3]!
      const at = 1 + ((i * 7) % (device.text.length - 1))
      if (i % 5 === 0) device.text.delete(at, Math.min(2, device.text.length - at))
      else if (i % 7 === 0) device.text.format(at, Math.min(3, device.text.length - at), { em: true })
      else device.text.insert(at, `w${i} `)
      if (i % 50 === 10) device.provider.disconnect()
      if (i % 50 === 40) for (const each of three) each.provider.connect()
      if (i % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    }
    for (const each of three) each.provider.connect()
    for (const each of three) await each.settled()
    await until(() => new Set(three.map((each) => JSON.stringify(each.text.toDelta()))).size === 1)
    expect(three.flatMap((each) => each.refusals)).toEqual([])
    expect((await desks.onDisk(draft)).getText('text').toDelta()).toEqual(three[0]!.text.toDelta())
  })
})

test('a caret is told to colleagues under the name the server knows', async () => {
  const draft = await desks.freshDraft()
  const [one, two] = await Promise.all([
    desks.device(norway, draft).settled(),
    desks.device(colleague, draft).settled(),
  ])
  one.provider.awareness.setLocalState({
    cursor: { anchor: { x: 1 }, head: { x: 1 } },
    user: { name: 'Somebody else' },
  })
  await until(() => two.provider.awareness.getStates().get(one.ydoc.clientID) !== undefined)
  expect(two.provider.awareness.getStates().get(one.ydoc.clientID)).toEqual({
    user: { name: 'head NO', delegation: 'NO' },
    cursor: { anchor: { x: 1 }, head: { x: 1 } },
  })
  one.close()
  await until(() => !two.provider.awareness.getStates().has(one.ydoc.clientID))
})

test('who has no part in drafting gets no draft', async () => {
  const answer = await observer.send('POST', `/api/texts/${room.text}/drafts`, {})
  expect(isRefusal(answer.json)).toBe(true)
  expect(answer.status).toBe(403)
  expect(
    (await norway.send('POST', `/api/texts/${room.text}/drafts`, { members: ['XX'] })).json,
  ).toMatchObject({
    code: 'unknown-party',
  })
})
