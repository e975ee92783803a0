import { WebSocket } from 'ws'
import type { Intent } from '../../schema/record/deed.ts'

/**
 * A process of its own: many clients that follow one text, and the one who acts. Both ends of a delay are
 * read from one clock.
 */
export interface Task {
  readonly sockets: readonly { readonly url: string; readonly headers: Record<string, string> }[]
  /** What is done, in order; sent over the first socket when `post` is null, for a server that only relays. */
  readonly deeds: readonly { readonly intent: Intent; readonly cookie: string }[]
  readonly post: { readonly url: string; readonly origin: string } | null
  /** Milliseconds from one deed to the next; 0 waits for nothing but the answer. */
  readonly everyMs: number
}

/** What came of a task: the delay to each client of each deed, and the time all deeds took together. */
export interface Outcome {
  readonly delaysMs: readonly number[]
  readonly totalMs: number
}

/** Milliseconds after the last deed in which it must have reached everyone. */
const patienceMs = 10_000

async function carryOut({ sockets, deeds, post, everyMs }: Task): Promise<Outcome> {
  const sentAt = new Map<string, number>()
  const delaysMs: number[] = []
  let last: Buffer = Buffer.alloc(0)
  let lastKey = ''
  const heard = (data: Buffer): void => {
    // The same bytes reach everyone: they are read once, or the crowd would be what is measured.
    if (!last.equals(data)) [last, lastKey] = [data, /"key":"(crowd-\d+)"/.exec(data.toString())?.[1] ?? '']
    const since = sentAt.get(lastKey)
    if (since !== undefined) delaysMs.push(performance.now() - since)
  }
  const crowd = await Promise.all(sockets.map(({ url, headers }) => connected(url, headers)))
  for (const socket of crowd) socket.on('message', heard)
  const startMs = performance.now()
  for (const { intent, cookie } of deeds) {
    const doneMs = performance.now() + everyMs
    sentAt.set(intent.key, performance.now())
    if (post === null) crowd[0]!.send(JSON.stringify({ type: 'acts', acts: [intent] }))
    else {
      const answer = await fetch(post.url, {
        method: 'POST',
        headers: { origin: post.origin, cookie, 'content-type': 'application/json' },
        body: JSON.stringify(intent),
      })
      if (answer.status !== 201) throw new Error(`refused: ${await answer.text()}`)
      await answer.arrayBuffer()
    }
    if (everyMs > 0) await pause(doneMs - performance.now())
  }
  const totalMs = performance.now() - startMs
  const all = sockets.length * deeds.length
  for (let waitedMs = 0; delaysMs.length < all; waitedMs += 20) {
    if (waitedMs > patienceMs) throw new Error(`${delaysMs.length} of ${all} were seen`)
    await pause(20)
  }
  for (const socket of crowd) socket.terminate()
  return { delaysMs, totalMs }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))

function connected(url: string, headers: Record<string, string>): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers, perMessageDeflate: false })
    socket.on('open', () => resolve(socket))
    socket.on('error', reject)
  })
}

process.on('message', (task: Task) => {
  carryOut(task).then(
    (outcome) => process.send!(outcome),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
