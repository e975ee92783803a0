import { type Refusal, refuse } from '../../schema/refusal.ts'
import { doApart } from '../apart.ts'
import { type ImportPreview, maxFileBytes } from './read.ts'

const limits = { deadlineMs: 15_000, memoryMb: 768 }

/** The reading that is under way: one at a time, so that uploads never take more than one core. */
let turn: Promise<unknown> = Promise.resolve()

/**
 * What a plain text, Markdown or Word file would make of a text, for review; nothing is stored. It never
 * throws. The file is read in a process of its own, which ends at a deadline or when it wants too much
 * memory, so that no file, however made, holds up the negotiation.
 */
export async function previewImport(name: string, bytes: Uint8Array): Promise<ImportPreview | Refusal> {
  if (bytes.length > maxFileBytes) return refuse('too-large', { what: 'file', limit: maxFileBytes })
  const reading = turn.then(() => readApart(name, bytes))
  turn = reading
  return reading
}

async function readApart(name: string, bytes: Uint8Array): Promise<ImportPreview | Refusal> {
  const job = { name, bytes }
  const done = await doApart<ImportPreview | Refusal>(new URL('worker.ts', import.meta.url), job, limits)
  return 'result' in done
    ? done.result
    : refuse('malformed', { where: name.slice(0, 200), what: 'too-complex' })
}
