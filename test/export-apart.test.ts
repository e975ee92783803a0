import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '../schema/refusal.ts'
import { usualStyle } from '../schema/view/style.ts'
import { view } from '../schema/view/view.ts'
import { printApart } from '../server/exports/apart.ts'
import { sheetOf } from '../server/exports/sheet.ts'
import { Negotiation, paragraphs } from './laws/negotiation.ts'
import { openRoom, type Room } from './server.ts'

let room: Room

beforeAll(async () => {
  room = await openRoom()
})
afterAll(async () => {
  await room.close()
})

test('others are answered while a long Word file is made', async () => {
  const { now } = Negotiation.open(
    paragraphs(...Array.from({ length: 4_000 }, (_, i) => `Decides ${i} things.`)),
  )
  const made = view(now, { type: 'compilation', names: 'shown' })
  const sheet = sheetOf(now, made, 'compilation', now.at, { style: usualStyle, omit: false })
  const observer = await room.enter('observer')
  let isMade = false
  const started = performance.now()
  const making = printApart(sheet).finally(() => {
    isMade = true
  })
  const waits: number[] = []
  while (!isMade) {
    const asked = performance.now()
    expect((await observer.get('/api/me')).status).toBe(200)
    waits.push(performance.now() - asked)
  }
  const tookMs = performance.now() - started
  const file = await making
  expect(isRefusal(file) ? file : file.byteLength).toBeGreaterThan(10_000)
  // In the thread of the server one of them would wait for nearly the whole time.
  expect(Math.max(...waits)).toBeLessThan(tookMs / 2)
}, 60_000)

test('the style is asked for in the address, and what is no style is refused', async () => {
  const norway = await room.enter('head', 'NO')
  const insert = { anchor: { source: 'p2', at: 22 }, runs: [{ text: ' soon' }] }
  const tabled = await norway.send('POST', `/api/texts/${room.text}/acts`, {
    key: 'insert-soon-1',
    channel: 'typed',
    deed: {
      type: 'table',
      changes: [{ type: 'amend', strike: [], insert }],
      rationale: '',
      invite: [],
      alternatives: [],
    },
  })
  expect(tabled.status, tabled.text).toBe(201)
  const path = `/api/texts/${room.text}/export?what=compilation`
  expect((await norway.get(`${path}&format=txt&place=after`)).text).toContain('again [soon – NO].')
  const marked = await norway.get(`${path}&format=md&changes=strikeAndBold&omit=1`)
  expect(marked.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
  expect(marked.text).toContain('again **soon** (NO).')
  expect(marked.text).not.toContain('Recalling')
  expect((await norway.get(`${path}&format=txt&place=above`)).json).toMatchObject({ code: 'malformed' })
  expect((await norway.get(`${path}&format=pdf`)).status).toBe(400)
})
