import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Role } from '../../schema/party/role.ts'
import type { Act } from '../../schema/record/act.ts'
import { startServer } from '../../server/app.ts'
import type { RunningServer } from '../../server/app.ts'
import { databaseStore } from '../../server/record/tables.ts'
import { delegations } from './record.ts'

/** Identity of the text that the bench negotiates. */
export const benchText = 'bench'

/** A server on a file of its own that holds the long text, and everybody who negotiates it. */
export interface Stage {
  readonly server: RunningServer
  readonly negotiation: string
  /** Signs somebody in; gives the cookie header. */
  enter(role: Role, delegation: string | null): Promise<string>
  close(): Promise<void>
}

/** Sets the stage with these acts recorded. Throws when the record would not be kept with synchronous FULL. */
export async function setStage(acts: readonly Act[]): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'adref-bench-'))
  const dataFile = join(folder, 'adref.sqlite')
  const server = await startServer({ dataFile, port: 0, requestsPerMinute: 1_000_000 })
  const { db, negotiations, memberships, links } = server.services
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(db)
  if (rows[0]?.synchronous !== 2) throw new Error(`synchronous is ${rows[0]?.synchronous}, not FULL (2)`)
  const negotiation = await negotiations.create('Talks')
  for (const code of delegations)
    await negotiations.putParty(negotiation, { code, name: `Delegation ${code}`, kind: 'state' })
  await databaseStore(db).transact(async (writer) => {
    const [title, symbol, createdAt] = ['Draft decision on cooperation', 'A/BENCH/L.1', acts[0]!.at]
    await writer.begin({ id: benchText, negotiation, title, symbol, createdAt })
    for (const act of acts) await writer.put([{ act, json: JSON.stringify(act) }])
  })
  return {
    server,
    negotiation,
    async enter(role, delegation) {
      const person = await memberships.addPerson(`${role} ${delegation ?? ''}`.trim(), null)
      await memberships.put(negotiation, person, { role, delegation, speaksFor: [] })
      return signedIn(server.url, (await links.renew(person)).token)
    },
    async close() {
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function signedIn(url: string, token: string): Promise<string> {
  const answer = await fetch(`${url}/api/sign-in/link`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  if (!answer.ok) throw new Error(`no way in: ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0]!)
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ')
}
