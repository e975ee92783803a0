import { type Refusal, refuse } from '../../schema/refusal.ts'
import { doApart } from '../apart.ts'
import type { Sheet } from './sheet.ts'

const limits = { deadlineMs: 60_000, memoryMb: 1_024 }

/** The file that is being made: one at a time, so that exports never take more than one core. */
let turn: Promise<unknown> = Promise.resolve()

/**
 * A sheet as a Word file, made in a process of its own: a long text takes seconds, in which the server would
 * answer nobody. It never throws; what takes too long or too much memory is refused.
 */
export function printApart(sheet: Sheet): Promise<Uint8Array | Refusal> {
  const printing = turn.then(() => printInProcess(sheet))
  turn = printing
  return printing
}

async function printInProcess(sheet: Sheet): Promise<Uint8Array | Refusal> {
  const done = await doApart<Uint8Array>(new URL('worker.ts', import.meta.url), sheet, limits)
  if ('result' in done) return done.result
  return done.failed === 'broken'
    ? refuse('unavailable')
    : refuse('too-large', { what: 'export', limit: limits.deadlineMs / 1_000 })
}
