import type { ParagraphStatus } from '../record/deed.ts'

const words: readonly (readonly [RegExp, ParagraphStatus])[] = [
  [/^agreed in\b|^(?:provisionally|preliminarily) agreed|\binformals?\b/i, 'informals'],
  [/^adopted/i, 'adopted'],
  [/^reopened/i, 'reopened'],
  [/^parked/i, 'parked'],
  [/^pending/i, 'package'],
  [/^(?:agreed|closed|para(?:graph)? agreed)/i, 'adReferendum'],
]

/** How a paragraph stands by the words of a tag; null when these are other words. */
export const statusOf = (tag: string): ParagraphStatus | null =>
  words.find(([form]) => form.test(tag.trim()))?.[1] ?? null
