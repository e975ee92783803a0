import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** How long a job may take, and how much memory. */
interface Limits {
  readonly deadlineMs: number
  readonly memoryMb: number
}

/** Why there is no result: it took too long or too much memory, or could not be had at all. */
export type Failure = { readonly failed: 'too-much' | 'broken' }

/**
 * Has one job done by a module that calls `workApart`, in a process of its own: whatever becomes of that, by a
 * file made to do harm, for want of memory or by a fault of the engine, it takes nothing else along. Jobs and
 * results are cloned. It never throws.
 */
export function doApart<Result>(
  module: URL,
  job: unknown,
  limits: Limits,
): Promise<{ readonly result: Result } | Failure> {
  const { promise, resolve } = Promise.withResolvers<{ readonly result: Result } | Failure>()
  const child = fork(fileURLToPath(module), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${limits.memoryMb}`, '--disable-warning=ExperimentalWarning'],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const fail = (failed: Failure['failed']): void => resolve({ failed })
  const deadline = setTimeout(() => fail('too-much'), limits.deadlineMs)
  child.once('message', (result) => resolve({ result: result as Result }))
  child.once('error', () => fail('broken'))
  // Without memory the engine ends its process by a signal.
  child.once('exit', (_code, signal) => fail(signal === null ? 'broken' : 'too-much'))
  try {
    child.send({ job }, (failed) => failed && fail('broken'))
  } catch {
    // What cannot be cloned is no job.
    fail('broken')
  }
  return promise.finally(() => {
    clearTimeout(deadline)
    child.kill('SIGKILL')
  })
}

/** Does the one job of this process. What is thrown ends it, which is seen by who waits for it. */
export function workApart<Job>(work: (job: Job) => unknown): void {
  process.once('message', ({ job }: { job: Job }) => {
    void Promise.resolve(work(job)).then((result) => process.send?.(result))
  })
  // Nobody waits any more.
  process.once('disconnect', () => process.exit())
}
