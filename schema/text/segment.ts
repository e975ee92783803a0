/**
 * Cuts characters into words, spaces and marks of punctuation, as the reader's script divides them;
 * never inside a grapheme or a hyphenated word ("ninety-five"). The parts joined give the characters back.
 */
export function segment(text: string): string[] {
  if (/^[\x20-\x7e\u00a0-\u024f\u2010-\u2027]*$/.test(text)) return text.match(latinUnit) ?? []
  return Array.from(segmenter.segment(text), (part) => part.segment)
}

// The segmenter of the platform is exact but slow; Latin text needs no dictionary.
const latinUnit = /[\p{L}\p{N}\p{M}]+(?:['’‑-][\p{L}\p{N}\p{M}]+)*|\s|[^\p{L}\p{N}\p{M}\s]/gu
const segmenter = new Intl.Segmenter('und', { granularity: 'word' })
