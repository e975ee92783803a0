import type { ParagraphStatus } from '../record/deed.ts'

const words: readonly (readonly [RegExp, ParagraphStatus])[] = [
  [/^agreed in\b|^(?:provisionally|preliminarily|tentatively)\b|\binformals?\b/i, 'informals'],
  [/^adopted/i, 'adopted'],
  [/^reopened/i, 'reopened'],
  [/^parked/i, 'parked'],
  [/^(?:pending|in a package)/i, 'package'],
  [/^(?:agreed|closed|ad ref|para(?:graph)? agreed)/i, 'adReferendum'],
]

/** How a paragraph stands by the words of a tag; null when these are other words. */
export const statusOf = (tag: string): ParagraphStatus | null =>
  words.find(([form]) => form.test(tag.trim()))?.[1] ?? null

/** True of an editor's note that says how a paragraph stands, as an exported compilation does. */
export const isStatusNote = (note: string): boolean =>
  /^(?:agreed (?:in informals|ad referendum)|adopted|reopened|parked|in a package)(?:, pending .+)?$/i.test(
    note.trim(),
  )

/** The names of those whom a status waits for. */
export const pendingIn = (tag: string): string[] =>
  (/, pending (.+)$/i.exec(tag.trim())?.[1] ?? '').split(',').map((name) => name.trim())
