import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'adref-run-'))
const dataFile = join(folder, 'data', 'adref.sqlite')
let running: ChildProcess | null = null

afterEach(() => {
  running?.kill('SIGKILL')
  running = null
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the server on the test's file until it says what is waited for, or ends. */
async function run(awaited: RegExp, settings: Record<string, string> = {}): Promise<string> {
  const child = spawn(process.execPath, [join(root, 'server/main.ts')], {
    env: { ...process.env, PORT: '0', ADREF_DATA: dataFile, ...settings },
  })
  running = child
  let said = ''
  return new Promise((resolve) => {
    const hear = (data: Buffer): void => {
      said += data.toString()
      if (awaited.test(said)) resolve(said)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('close', () => resolve(said))
  })
}

async function stop(): Promise<number | null> {
  const child = running!
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  child.kill('SIGTERM')
  return ended
}

const linksOf = (said: string): string[] => said.match(/http:\S+\/sign-in\/\S+/g) ?? []

type Ask = (method: string, path: string, body?: object) => Promise<Response>

/** Signs in by a printed link. */
async function enter(link: string): Promise<Ask> {
  const { origin, pathname } = new URL(link)
  let cookie = ''
  const ask: Ask = (method, path, body) =>
    fetch(origin + path, {
      method,
      headers: { origin, cookie, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
  const answer = await ask('POST', '/api/sign-in/link', { token: pathname.replace('/sign-in/', '') })
  cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!
  return ask
}

/** What the home screen lists. */
async function home(ask: Ask): Promise<{ texts: { id: string; n: number }[] }[]> {
  return (await ask('GET', '/api/negotiations')).json() as never
}

test('the first start loads the demonstration and prints a link for each kind of user; later ones keep all', async () => {
  const first = await run(/Stop it with/)
  expect(first).toContain('First run')
  for (const role of ['facilitator', 'secretariat', 'observer'])
    expect(first).toMatch(new RegExp(`^ +${role}`, 'm'))
  expect(first.match(/^ +head, \w+/gm)).toHaveLength(3)
  const before = await home(await enter(linksOf(first)[0]!))
  expect(before[0]!.texts.length).toBeGreaterThan(0)
  expect(await stop()).toBe(0)

  const second = await run(/Stop it with/)
  expect(second).not.toContain('First run')
  expect(linksOf(second)).toHaveLength(linksOf(first).length)
  for (const link of linksOf(first)) expect(second).not.toContain(new URL(link).pathname)
  const facilitator = await enter(linksOf(second)[0]!)
  expect(await home(facilitator)).toEqual(before)

  // Cut off the moment an act is answered: it is there.
  const { id, n } = before[0]!.texts[0]!
  const { acts } = (await (await facilitator('GET', `/api/texts/${id}/acts?after=0`)).json()) as {
    acts: { deed: { paragraphs: { id: string }[] } }[]
  }
  const on = { paragraph: acts[0]!.deed.paragraphs[0]!.id }
  const deed = { type: 'comment', on, text: 'Just before the lights went out' }
  const answer = await facilitator('POST', `/api/texts/${id}/acts`, {
    key: 'the-last-act',
    channel: 'typed',
    deed,
  })
  running!.kill('SIGKILL')
  expect(answer.status).toBe(201)
  const third = await run(/Stop it with/)
  expect((await home(await enter(linksOf(third)[0]!)))[0]!.texts[0]!.n).toBe(n + 1)
  expect(await stop()).toBe(0)
}, 60_000)

test.each([
  ['a port that is none', { PORT: 'high' }, /PORT is a whole number/],
  ['an address with a path', { ADREF_URL: 'https://example.org/adref' }, /ADREF_URL is an origin/],
  ['a file that is no database', { ADREF_DATA: join(folder, 'letter.txt') }, /no database, or is damaged/],
])('%s ends the start with a sentence', async (_, settings, sentence) => {
  writeFileSync(join(folder, 'letter.txt'), 'Dear colleagues,\n'.repeat(100))
  const said = await run(/never said/, settings)
  expect(said).toMatch(sentence)
  expect(said).not.toMatch(/^\s+at /m)
  expect(running!.exitCode).toBe(1)
})
