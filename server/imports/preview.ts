import { Worker } from 'node:worker_threads'
import { type Refusal, refuse } from '../../schema/refusal.ts'
import { type ImportPreview, maxFileBytes } from './read.ts'

const deadlineMs = 15_000
const memoryMb = 768

/** The reading that is under way: one at a time, so that uploads never take more than one core. */
let turn: Promise<unknown> = Promise.resolve()

/**
 * What a plain text, Markdown or Word file would make of a text, for review; nothing is stored. It never
 * throws. The file is read in a thread of its own, which ends at a deadline or when it wants too much
 * memory, so that no file, however made, holds up the negotiation.
 */
export async function previewImport(name: string, bytes: Uint8Array): Promise<ImportPreview | Refusal> {
  if (bytes.length > maxFileBytes) return refuse('too-large', { what: 'file', limit: maxFileBytes })
  const reading = turn.then(() => readApart(name, bytes))
  turn = reading
  return reading
}

function readApart(name: string, bytes: Uint8Array): Promise<ImportPreview | Refusal> {
  const { promise, resolve } = Promise.withResolvers<ImportPreview | Refusal>()
  const give = (up: string): void => resolve(refuse('malformed', { where: name.slice(0, 200), what: up }))
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  const deadline = setTimeout(() => give('too-complex'), deadlineMs)
  worker.once('message', resolve)
  worker.once('error', () => give('too-complex'))
  worker.once('exit', () => give('unreadable'))
  worker.postMessage({ name, bytes })
  return promise.finally(() => {
    clearTimeout(deadline)
    void worker.terminate()
  })
}
