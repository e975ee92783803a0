import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { PROTOCOL_VERSION } from '../../schema/record/protocol.ts'
import type { Act } from '../../schema/record/act.ts'
import type { Outcome, Task } from './crowd.ts'
import type { Figure } from './measure.ts'
import { median, percentile } from './measure.ts'
import { delegations, longRecord } from './record.ts'
import type { Stage } from './stage.ts'
import { benchText, setStage } from './stage.ts'

const clients = 200
const rounds = 5
/** Acts of a round, and milliseconds from one to the next. */
const [paced, everyMs] = [40, 100]
/** Acts of a round that are posted one after another without a pause. */
const hurried = 100

/** Measures how soon everyone sees an act, on a real file. */
export async function measureServer(): Promise<Figure[]> {
  const { acts } = longRecord(benchText)
  const live = acts.slice(-rounds * (paced + hurried))
  const stage = await setStage(acts.slice(0, -live.length))
  const relay = fork(fileURLToPath(new URL('relay.ts', import.meta.url)))
  try {
    const [{ port }] = (await once(relay, 'message')) as [{ port: number }]
    const cookies = new Map<string | null, string>([[null, await stage.enter('facilitator', null)]])
    for (const code of delegations) cookies.set(code, await stage.enter('delegate', code))
    const [delays, rates, relayed, inserts]: [number[][], number[], number[][], number[]] = [[], [], [], []]
    for (let round = 0; round < rounds; round++) {
      const here = live.slice(round * (paced + hurried), (round + 1) * (paced + hurried))
      const slow = await perform(taskOf(stage, cookies, here.slice(0, paced), everyMs))
      delays.push([...slow.delaysMs])
      const bare = await perform(relayTask(port, here.slice(0, paced)))
      relayed.push([...bare.delaysMs])
      const fast = await perform(taskOf(stage, cookies, here.slice(paced), 0))
      rates.push(hurried / (fast.totalMs / 1000))
      inserts.push(bareInserts(here))
    }
    const peer = (p: number) => ({
      what: 'bare relay',
      value: median(relayed.map((all) => percentile(all, p))),
    })
    const seen = `act posted → seen by ${clients} clients`
    return [
      delay(
        `${seen}, p50`,
        delays.map((all) => percentile(all, 0.5)),
        null,
        peer(0.5),
      ),
      delay(
        `${seen}, p95`,
        delays.map((all) => percentile(all, 0.95)),
        250,
        peer(0.95),
      ),
      {
        part: 'server',
        what: `acts on disk, one after another, ${clients} clients told`,
        unit: '/s',
        samples: rates,
        value: median(rates),
        target: null,
        peer: { what: 'bare INSERT', value: median(inserts) },
      },
    ]
  } finally {
    relay.kill()
    await stage.close()
  }
}

const delay = (what: string, samples: number[], target: number | null, peer: Figure['peer']): Figure => ({
  part: 'server',
  what,
  unit: 'ms',
  samples,
  value: median(samples),
  target,
  peer,
})

function taskOf(
  stage: Stage,
  cookies: Map<string | null, string>,
  acts: readonly Act[],
  every: number,
): Task {
  const { url } = stage.server
  const address = `${url.replace('http', 'ws')}/live/${benchText}?after=${acts[0]!.n - 1}&protocol=${PROTOCOL_VERSION}`
  const all = [...cookies.values()]
  return {
    sockets: Array.from({ length: clients }, (_, i) => ({
      url: address,
      headers: { origin: url, cookie: all[i % all.length]! },
    })),
    deeds: deedsOf(acts, cookies),
    post: { url: `${url}/api/texts/${benchText}/acts`, origin: url },
    everyMs: every,
  }
}

function relayTask(port: number, acts: readonly Act[]): Task {
  const url = `ws://localhost:${port}`
  return {
    sockets: Array.from({ length: clients }, () => ({ url, headers: {} })),
    deeds: deedsOf(acts, new Map()),
    post: null,
    everyMs,
  }
}

const deedsOf = (acts: readonly Act[], cookies: ReadonlyMap<string | null, string>): Task['deeds'] =>
  acts.map(({ n, by, deed }) => ({
    intent: { key: `crowd-${String(n).padStart(8, '0')}`, channel: 'typed', deed },
    cookie: cookies.get(by.delegation) ?? '',
  }))

/** Lets a crowd in a process of its own do a task. Throws when it fails. */
async function perform(task: Task): Promise<Outcome> {
  const crowd = fork(fileURLToPath(new URL('crowd.ts', import.meta.url)), { serialization: 'advanced' })
  try {
    crowd.send(task)
    const ended = once(crowd, 'exit').then(() => [null])
    const [outcome] = (await Promise.race([once(crowd, 'message'), ended])) as [Outcome | null]
    if (!outcome) throw new Error('the clients failed')
    return outcome
  } finally {
    crowd.kill()
  }
}

/** The same acts put into a bare table, each in a transaction on disk, per second. */
function bareInserts(acts: readonly Act[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'adref-bench-'))
  const database = new Sqlite(join(folder, 'bare.sqlite'))
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.exec('create table act (n integer primary key, act text)')
    const insert = database.prepare('insert into act values (?, ?)')
    const startMs = performance.now()
    for (const act of acts) insert.run(act.n, JSON.stringify(act))
    return acts.length / ((performance.now() - startMs) / 1000)
  } finally {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
