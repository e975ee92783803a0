import type { Asked } from './notation.ts'

/** Words of the floor by what they ask. The first that fits is taken. */
const phrases: readonly (readonly [Asked, string])[] = [
  ['unchanged', 'no change(?: in (?:its |our |their )?position)?'],
  ['withdraw', '(?:would |will |could |can )?(?:also )?withdraw(?:s|n)?'],
  ['delete', 'del(?:ete[sd]?|etion)?\\.?|strike[sn]?|remove[sd]?'],
  ['retain', '(?:wants? to |to )?(?:retain(?:s|ed)?|keep(?:s)?|maintain(?:s)?)'],
  ['reserve', 'reserve[sd]?(?: (?:its|their|our) positions?)?|(?:general |study |scrutiny )*reservation'],
  ['support', 'supports?|supported|agrees?'],
  ['oppose', 'opposes?|opposed|objects?|cannot accept'],
  ['flexible', '(?:is |are )?flexible'],
  ['accept', '(?:can |could )(?:live with|accept|go along with)(?: (?:it|this))?'],
  ['reflect', 'reflect(?:s|ing)?|under reflection'],
  [
    'pending',
    'pending(?: instructions)?|needs? (?:instructions|capital)|(?:checking|consulting)(?: with)? capital',
  ],
  ['add', 'adds?|inserts?|replace(?: (?:with|by))?'],
  ['drafting', 'drafting'],
]
const patterns = phrases.map(
  ([asked, source]) => [asked, new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, 'iuy')] as const,
)

/** A position in words, and the characters it takes. */
export interface FoundPosition {
  readonly asked: Asked
  readonly length: number
}

/** The position that begins at an offset; null when other words do. */
export function positionAt(text: string, at: number): FoundPosition | null {
  for (const [asked, pattern] of patterns) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) return { asked, length: match[0].length }
  }
  return null
}
