import { execFile } from 'node:child_process'
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../schema/party/role.ts'
import { isRefusal } from '../schema/refusal.ts'
import { systemClock } from '../server/clock.ts'
import { createKeeping } from '../server/services.ts'
import { openDatabase } from '../server/storage/database.ts'
import { migrate } from '../server/storage/migrator.ts'
import { comment, opening } from './record.contract.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'adref-verify-'))
const whole = join(folder, 'whole.sqlite')
const facilitator: Actor = {
  person: 'ana',
  name: 'Ana',
  role: 'facilitator',
  delegation: null,
  speaksFor: [],
}

let file: string
let count = 0

beforeAll(async () => {
  const db = openDatabase(whole)
  await migrate(db)
  const { negotiations, record } = createKeeping(db, systemClock)
  const negotiation = await negotiations.create('Talks')
  for (const [text, symbol] of [
    ['t1', 'A/1'],
    ['t2', 'A/2'],
  ] as const) {
    const deed = { ...opening, symbol }
    await record.open({ text, negotiation }, facilitator, { key: 'opening-1', channel: 'typed', deed })
    for (const key of ['two', 'three', 'four', 'five']) {
      const recorded = await record.append(text, facilitator, { ...comment(key), for: 'NO' })
      if (isRefusal(recorded)) throw new Error(recorded.code)
    }
  }
  await db.destroy()
})

beforeEach(() => {
  file = join(folder, `copy${count++}.sqlite`)
  copyFileSync(whole, file)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('adref verify', () => {
  test('says that whole records hold, with the last hash of each, and touches nothing', async () => {
    const before = readFileSync(file)
    const { code, out } = await adref('verify', file)
    expect(code).toBe(0)
    expect(out).toMatch(/^A\/1 \(t1\): 5 acts hold; last hash [0-9a-f]{64}$/m)
    expect(out).toContain('2 records hold')
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(folder).filter((name) => file.endsWith(name.slice(0, -4)))).toEqual([])
  })

  test.each([
    [
      'words of an act',
      `update act set act = replace(act, 'three', 'THREE') where text = 't1' and n = 3`,
      'act 3 was altered',
    ],
    [
      'the time beside an act',
      `update act set at = '2020-01-01T00:00:00.000Z' where text = 't1' and n = 2`,
      'act 2 was altered',
    ],
    [
      'the key beside an act',
      `update act set key = 'other-key' where text = 't1' and n = 4`,
      'act 4 was altered',
    ],
    ['an act that is no JSON', `update act set act = '{' where text = 't1' and n = 3`, 'act 3 was altered'],
    ['an act removed', `delete from act where text = 't1' and n = 3`, 'act 3 was removed'],
    ['the first act removed', `delete from act where text = 't1' and n = 1`, 'act 1 was removed'],
    [
      'the last acts removed',
      `delete from act where text = 't1' and n > 3`,
      'act 4 and what followed it were removed',
    ],
    ['all acts removed', `delete from act where text = 't1'`, 'act 1 and what followed it were removed'],
    [
      'a removal closed up',
      `delete from act where text = 't1' and n = 3; update act set n = n - 1 where text = 't1' and n > 3`,
      'act 3 was removed',
    ],
    ['two acts exchanged', exchange(3, 4), 'act 3 was reordered'],
    [
      'an act of another text',
      `update act set act = (select act from act where text = 't2' and n = 3) where text = 't1' and n = 3`,
      'act 3 was',
    ],
    ['the head forgotten', `update text set n = 4 where id = 't1'`, 'act 5 was altered'],
    ['the text unlisted', `pragma foreign_keys = off; delete from text where id = 't1'`, 'act 5 was altered'],
  ])('notices %s', async (_, sql, message) => {
    tamper(sql)
    const { code, out } = await adref('verify', file)
    expect(code).toBe(1)
    expect(out).toContain(message)
    expect(out).toContain('A/2 (t2): 5 acts hold')
    expect(out).toContain('1 of 2 do not hold')
  })

  test.each([
    ['no file', () => rmSync(file), /There is no file/],
    ['another file', () => writeFileSync(file, 'a letter\n'.repeat(1_000)), /is no database/],
    ['an empty file', () => truncateSync(file, 0), /no database of Adref/],
    ['a file cut short', () => truncateSync(file, 40_000), /damaged|do not hold/],
  ])('says so when there is %s', async (_, spoil, message) => {
    spoil()
    const { code, out, error } = await adref('verify', file)
    expect(code).toBeGreaterThan(0)
    expect(out + error).toMatch(message)
    expect(error).not.toMatch(/^\s+at /m)
  })
})

test('adref alone says how it is used; an unknown command is an error', async () => {
  expect(await adref()).toMatchObject({ code: 0, out: expect.stringContaining('verify FILE') })
  expect(await adref('vefiry', file)).toMatchObject({ code: 2, error: expect.stringContaining('vefiry') })
})

function exchange(a: number, b: number): string {
  const move = (from: number, to: number) => `update act set n = ${to} where text = 't1' and n = ${from};`
  return move(a, 99) + move(b, a) + move(99, b)
}

function tamper(sql: string): void {
  const db = new Sqlite(file)
  db.exec(sql)
  db.close()
}

function adref(...words: string[]): Promise<{ code: number; out: string; error: string }> {
  const { promise, resolve } = Promise.withResolvers<{ code: number; out: string; error: string }>()
  execFile(process.execPath, [join(root, 'server/cli/adref.ts'), ...words], (error, out, stderr) =>
    resolve({ code: error ? Number(error.code) : 0, out, error: stderr }),
  )
  return promise
}
