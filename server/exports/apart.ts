import { Worker } from 'node:worker_threads'
import { type Refusal, refuse } from '../../schema/refusal.ts'
import type { Sheet } from './sheet.ts'

const deadlineMs = 60_000
const memoryMb = 1_024

/** The file that is being made: one at a time, so that exports never take more than one core. */
let turn: Promise<unknown> = Promise.resolve()

/**
 * A sheet as a Word file, made in a thread of its own: a long text takes seconds, in which the server would
 * answer nobody. It never throws; what takes too long or too much memory is refused.
 */
export function printApart(sheet: Sheet): Promise<Uint8Array | Refusal> {
  // Whatever becomes of this one, the next has its turn.
  const printing = turn.then(() => printInThread(sheet)).catch(() => refuse('unavailable'))
  turn = printing
  return printing
}

function printInThread(sheet: Sheet): Promise<Uint8Array | Refusal> {
  const { promise, resolve } = Promise.withResolvers<Uint8Array | Refusal>()
  const giveUp = (): void => resolve(refuse('too-large', { what: 'export', limit: deadlineMs / 1_000 }))
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  const deadline = setTimeout(giveUp, deadlineMs)
  worker.once('message', resolve)
  worker.once('error', giveUp)
  worker.once('exit', () => resolve(refuse('unavailable')))
  worker.postMessage(sheet)
  return promise.finally(() => {
    clearTimeout(deadline)
    void worker.terminate()
  })
}
