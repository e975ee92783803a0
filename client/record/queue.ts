import { z } from 'zod'
import { type Intent, intentSchema } from '../../schema/record/deed.ts'

/** An act its author wants tabled when the server is back: on this device only, and not tabled. */
export interface Queued {
  readonly intent: Intent
  /** The sentence the author saw. */
  readonly sentence: string
  readonly since: string
}

const queuedSchema = z.array(
  z.strictObject({ intent: intentSchema, sentence: z.string(), since: z.iso.datetime() }),
)

const place = (person: string, text: string) => `adref.queue.${person}.${text}`

/** What one person has waiting for one text; unreadable entries of an older program are dropped. */
export function readQueue(person: string, text: string): readonly Queued[] {
  try {
    const parsed = queuedSchema.safeParse(JSON.parse(localStorage.getItem(place(person, text)) ?? '[]'))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}

/** Keeps what waits, over a reload too. */
export function writeQueue(person: string, text: string, queue: readonly Queued[]): void {
  if (queue.length === 0) localStorage.removeItem(place(person, text))
  else localStorage.setItem(place(person, text), JSON.stringify(queue))
}
