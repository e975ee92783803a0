import { afterAll, beforeAll, expect, test } from 'vitest'
import { versionKey } from '../schema/proposal/change.ts'
import type { Change } from '../schema/proposal/change.ts'
import { compare } from '../schema/proposal/compare.ts'
import { until } from './draft/device.ts'
import { Desks } from './draft/desks.ts'
import type { Client, Room } from './server.ts'

let desks: Desks
let room: Room
let facilitator: Client
let norway: Client
let tuvalu: Client

beforeAll(async () => {
  desks = await Desks.open()
  ;({ room, facilitator, norway, tuvalu } = desks)
})
afterAll(() => desks.close())

test('a draft follows a ruling where it was not touched, and keeps and reports what was', async () => {
  const draft = await desks.freshDraft()
  const device = await desks.device(norway, draft).settled()
  const at = device.text.toDelta().length
  expect(at).toBeGreaterThan(0)
  device.text.insert(device.text.length - 6, 'soon ')
  device.text.insert(1, 'Also ')
  await device.settled()
  const change = (source: string, from: number, to: number, text: string): Change => ({
    type: 'amend',
    strike: [{ source, from, to }],
    insert: { anchor: { source, at: to }, runs: [{ text }] },
  })
  // Units count from the break: "Decides" is 1–8 of p2, "Recalling" 1–10 of p1.
  const ruled = await desks.act(facilitator, {
    type: 'amend',
    changes: [change('p2', 1, 8, 'Agrees')],
    rationale: '',
  })
  expect(ruled.status).toBe(201)
  await until(() => device.lines()[1] === 'Agrees to meet soon again.')
  expect(device.ydoc.getMap('overtaken').size).toBe(0)
  device.text.delete(1, 'Also Recalling'.length)
  device.text.insert(1, 'Noting')
  await device.settled()
  await desks.act(facilitator, {
    type: 'amend',
    changes: [change('p1', 1, 10, 'Bearing in mind')],
    rationale: '',
  })
  await until(() => device.ydoc.getMap('overtaken').size === 1)
  expect(device.lines()[0]).toBe('Noting its decisions,')
  expect(device.ydoc.getMap('overtaken').get('p1')).toEqual({
    was: 'Recalling its decisions,',
    now: 'Bearing in mind its decisions,',
  })
  const state = (await room.server.services.record.state(room.text))!
  expect(device.ydoc.getMap('meta').get('basis')).toEqual([...state.accepted].sort())
  device.ydoc.getMap('overtaken').delete('p1')
  await device.settled()
  expect(device.refusals).toEqual([])
  await until(() => device.ydoc.getMap('overtaken').size === 0)
})

test('“amend this” brings the words of an open proposal into the draft, to be amended in place', async () => {
  const draft = await desks.freshDraft()
  const device = await desks.device(norway, draft).settled()
  const insert: Change = {
    type: 'amend',
    strike: [],
    insert: { anchor: { source: 'p1', at: 1 }, runs: [{ text: 'Warmly ' }] },
  }
  const tabled = await desks.act(tuvalu, {
    type: 'table',
    changes: [insert],
    rationale: '',
    invite: [],
    alternatives: [],
  })
  const proposal = tabled.json.act.n
  const amended = await norway.send('POST', `/api/drafts/${draft}/basis`, { amend: [proposal] })
  expect(amended.status).toBe(200)
  await until(() => device.lines()[0]?.startsWith('Warmly ') ?? false)
  device.text.insert(1, 'Very ')
  await device.settled()
  const state = (await room.server.services.record.state(room.text))!
  const basis = new Set(device.ydoc.getMap('meta').get('basis') as string[])
  expect(basis.has(versionKey(proposal, 1))).toBe(true)
  expect(compare(state, basis, device.paragraphs())).toHaveLength(1)
  expect((await norway.send('POST', `/api/drafts/${draft}/basis`, { amend: [9999] })).json).toMatchObject({
    code: 'unknown-proposal',
  })
  await desks.act(tuvalu, { type: 'withdraw', proposal, reason: '' })
  await until(() => !(device.ydoc.getMap('meta').get('basis') as string[]).includes(versionKey(proposal, 1)))
  expect(device.lines()[0]).toMatch(/^Very /)
})

test('words to be amended leave the draft again, and for those that cannot stand with them', async () => {
  const draft = await desks.freshDraft()
  const device = await desks.device(norway, draft).settled()
  const { id: source } = device.paragraphs().at(-1)!
  const whole = () => device.lines().at(-1)!
  const first = whole()
  const state = (await room.server.services.record.state(room.text))!
  const end = state.sources.get(source)!.length
  const replacing = async (by: typeof tuvalu, words: string) => {
    const change: Change = {
      type: 'amend',
      strike: [{ source, from: end - 2, to: end }],
      insert: { anchor: { source, at: end }, runs: [{ text: words }] },
    }
    const deed = { type: 'table', changes: [change], rationale: '', invite: [], alternatives: [] }
    const answer = await desks.act(by, deed)
    return Number(answer.json.act.n)
  }
  const [one, other] = [await replacing(tuvalu, 'Warmly'), await replacing(norway, 'Firmly')]
  const ask = (body: object) => norway.send('POST', `/api/drafts/${draft}/basis`, body)
  await ask({ amend: [one] })
  await until(() => whole().endsWith('Warmly'))
  await ask({ amend: [other] })
  await until(() => whole().endsWith('Firmly'))
  expect((await ask({ amend: [one, other] })).json).toMatchObject({ code: 'rival-accepted' })
  expect((await ask({ amend: [], leave: [other] })).status).toBe(200)
  await until(() => whole() === first)
})
