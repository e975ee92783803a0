const counted =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred'
const ordered =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|hundredth'

/** Words of one kind, of which a sentence has one in one place. */
const kinds: readonly RegExp[] = [
  /^(?:shall|should|may|must|will|would|can|could|might|is to|are to)(?: not)?$/i,
  /^(?:doit|doivent|devrait|devraient|peut|peuvent|pourrait|pourraient|debe|deben|debería|deberían|deberá|deberán|podrá|podrán|puede|pueden)$/i,
  /^(?:and|or|and\/or)$/i,
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?$/,
  new RegExp(`^(?:\\p{Nd}+(?:[.,]\\p{Nd}+)?(?: ?%| per cent)?|(?:(?:${counted})[- ]?)+)$`, 'iu'),
  new RegExp(`^(?:\\p{Nd}+(?:st|nd|rd|th)|(?:(?:${counted})[- ])*(?:${ordered}))$`, 'iu'),
]

/**
 * True of two wordings that cannot both stand, though a space parts their brackets: `[shall] [should]`,
 * `[two] [three]`. Of any others a reader alone can tell.
 */
export function isEitherOr(one: string, other: string): boolean {
  const [a, b] = [one.trim(), other.trim()]
  return a.toLowerCase() !== b.toLowerCase() && kinds.some((kind) => kind.test(a) && kind.test(b))
}
