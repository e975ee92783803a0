import { setImmediate } from 'node:timers/promises'

/** Milliseconds of work after which others get their turn; nobody notices a wait of so long. */
const sliceMs = 15

/** For long work: awaited after each piece, it lets everybody else have their turn as often as they need it. */
export function createPauses(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < sliceMs) return
    await setImmediate()
    since = performance.now()
  }
}
