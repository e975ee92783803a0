import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Act } from '../schema/record/act.ts'
import { firstPrev, seal } from '../schema/record/chain.ts'
import { convert } from '../server/cli/convert.ts'

const folder = mkdtempSync(join(tmpdir(), 'adref-record-'))
const at = (name: string): string => join(folder, name)
let opened: Act
let complaints: string[]

beforeAll(async () => {
  writeFileSync(at('text.txt'), 'Draft decision\n\nOP1. Decides to meet again;\n')
  expect(await convert([at('text.txt'), at('text.json')])).toBe(0)
  opened = (JSON.parse(readFileSync(at('text.json'), 'utf8')) as Act[])[0]!
})
beforeEach(() => {
  complaints = []
  vi.spyOn(console, 'error').mockImplementation((line: string) => void complaints.push(line))
})
afterEach(() => void vi.restoreAllMocks())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A record with a chain that holds, as anybody can make one: the same act, otherwise. */
const forged = (change: object): string => {
  const { prev: _prev, hash: _hash, ...rest } = { ...opened, ...change } as Act
  return JSON.stringify([seal(rest, firstPrev)])
}

test.each<[string, () => string]>([
  ['an unknown role', () => forged({ by: { ...opened.by, role: 'king' } })],
  ['a role that objects have', () => forged({ by: { ...opened.by, role: 'constructor' } })],
  ['nobody who did it', () => forged({ by: null })],
  ['a delegation that is a list', () => forged({ by: { ...opened.by, delegation: ['A'] } })],
  ['an unknown channel', () => forged({ channel: 'telepathy' })],
  ['a party that is an object', () => forged({ for: {} })],
  ['a meeting that is a number', () => forged({ meeting: 9 })],
  ['a text that is a number', () => forged({ text: 5 })],
  ['a delegate who opens the text', () => forged({ by: { ...opened.by, role: 'delegate' } })],
  ['an act out of turn', () => forged({ n: 2 })],
  ['nothing', () => '[]'],
  ['something else', () => '{"acts":[]}'],
  ['brackets without end', () => '['.repeat(200_000)],
  ['a list in lists', () => '['.repeat(50_000) + ']'.repeat(50_000)],
])('[NT25] a record with %s is refused in one line', async (_, json) => {
  writeFileSync(at('forged.json'), json())
  expect(await convert([at('forged.json'), at('out.txt')])).toBe(1)
  expect(complaints).toHaveLength(1)
  expect(complaints[0]).toMatch(/^adref: .*forged\.json [^\n]*\.$/)
})

test('[NT24] a record of thousands of acts is read in a moment', async () => {
  const acts = [opened]
  for (let i = 0; i < 3_000; i++) {
    const last = acts.at(-1)!
    const deed = { type: 'comment', on: { paragraph: paragraphOf(opened) }, text: `Remark ${i}` } as const
    const { prev: _prev, hash, ...rest } = { ...last, n: last.n + 1, key: `remark-${i}`, deed }
    acts.push(seal(rest, hash))
  }
  writeFileSync(at('long.json'), JSON.stringify(acts))
  const began = performance.now()
  expect(await convert([at('long.json'), at('long.txt')])).toBe(0)
  expect(performance.now() - began).toBeLessThan(3_000)
  expect(readFileSync(at('long.txt'), 'utf8')).toContain('Decides to meet again;')
})

const paragraphOf = ({ deed }: Act): string => (deed.type === 'open' ? deed.paragraphs[0]!.id : '')
