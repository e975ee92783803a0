import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { startServer } from '../server/app.ts'

const program = fileURLToPath(new URL('../server/cli/adref.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'adref-cli-'))
const dataFile = join(folder, 'adref.sqlite')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function adref(...words: string[]): Promise<{ code: number; out: string; error: string }> {
  const { promise, resolve } = Promise.withResolvers<{ code: number; out: string; error: string }>()
  const env = { ...process.env, ADREF_DATA: dataFile }
  execFile(process.execPath, [program, ...words], { env }, (failure, out, error) =>
    resolve({ code: failure ? Number(failure.code) : 0, out, error }),
  )
  return promise
}

/** Uses a printed link on a server on the same file; gives what the person may be. */
async function follow(printed: string): Promise<{ status: number; person: string; roles: string[] }> {
  const server = await startServer({ dataFile, port: 0 })
  try {
    const headers = { origin: server.url, 'content-type': 'application/json' }
    const token = new URL(printed.trim()).pathname.replace('/sign-in/', '')
    const body = JSON.stringify({ token })
    const { status, headers: answered } = await fetch(`${server.url}/api/sign-in/link`, {
      method: 'POST',
      headers,
      body,
    })
    const cookie = answered.getSetCookie()[0]?.split(';')[0] ?? ''
    const me = await fetch(`${server.url}/api/me`, { headers: { cookie } })
    const { person, negotiations = [] } = (await me.json()) as {
      person?: { id: string }
      negotiations?: { role: string }[]
    }
    return { status, person: person?.id ?? '', roles: negotiations.map(({ role }) => role) }
  } finally {
    await server.close()
  }
}

test(
  'a server without the demonstration is founded, and its people let back in, from the command line',
  { timeout: 30_000 },
  async () => {
    expect(await adref('link', 'Ana Bell')).toMatchObject({ code: 2 })
    const founded = await adref('found', 'Talks on talks', 'Ana Bell')
    expect(founded.code).toBe(0)
    const first = await follow(founded.out)
    expect(first).toMatchObject({ status: 200, roles: ['secretariat'] })
    expect(await follow(founded.out)).toMatchObject({ status: 404, roles: [] })

    const link = await adref('link', 'ana bell')
    expect(link.error).toContain('For Ana Bell, once')
    expect(await follow(link.out)).toEqual(first)

    expect(await adref('link', 'Nobody')).toMatchObject({ code: 1, out: '' })
    await follow((await adref('found', 'Other talks', 'Ana Bell')).out)
    const several = await adref('link', 'Ana Bell')
    expect(several).toMatchObject({ code: 1, out: '' })
    expect(several.error).toContain(`${first.person}  Ana Bell  secretariat, Talks on talks`)
    expect(await follow((await adref('link', first.person)).out)).toEqual(first)
  },
)

test('a command without its words says how it is used', async () => {
  for (const command of ['found', 'link', 'verify']) {
    const { code, error } = await adref(command)
    expect([code, error]).toEqual([2, expect.stringMatching(/^Usage: adref /)])
  }
})
