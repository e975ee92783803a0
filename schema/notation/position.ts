import type { Asked } from './notation.ts'

/** Words of the floor by what they ask. The first that fits is taken. */
const phrases: readonly (readonly [Asked, string])[] = [
  ['unchanged', 'no change(?: in (?:its |our |their )?position)?'],
  ['withdraw', '(?:would |will |could |can )?(?:also )?withdraw(?:s|n)?'],
  [
    'delete',
    'no (?:text|article|paragraph|provision)|SUP|(?:wants? to |to )?del(?:etes?|eted|etion)?\\.?|strike[sn]?|remove[sd]?',
  ],
  ['retain', 'NOC|(?:wants? to |to )?(?:retain(?:s|ed)?|keep(?:s)?|maintain(?:s)?)'],
  [
    'reserve',
    '(?:square )?brackets?|reserve[sd]?(?: (?:its|their|our) positions?)?|(?:(?:general|study|scrutiny|substantive|parliamentary|linguistic|waiting) )*reservations?',
  ],
  [
    'oppose',
    '(?:does|do) not support|opposes?|opposed|objects?|against|cannot (?:accept|support|agree)|not acceptable',
  ],
  ['support', 'supports?|supported|agrees?'],
  ['flexible', '(?:is |are )?flexible'],
  ['accept', '(?:can |could |would )(?:live with|accept|go along with)(?: (?:it|this))?'],
  ['reflect', 'reflect(?:s|ing)?|under reflection'],
  [
    'pending',
    'ad ref(?:erendum)?|pending(?: (?:instructions|capital|confirmation))?|needs? (?:instructions|capital)|(?:checking|consulting)(?: with)? capital|to come back',
  ],
  ['add', 'adds?|inserts?|replace(?: (?:with|by))?'],
  ['drafting', 'drafting'],
]
const patterns = phrases.map(
  ([asked, source]) => [asked, new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, 'iuy')] as const,
)

/** A position in words, and the characters it takes. */
interface FoundPosition {
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

const quoted = '["“«‘„][^"”»’“]+["”»’“]'
const instruction = new RegExp(
  `(?:to )?(?:(?:delete|remove|strike|drop)(?: the words?)? ${quoted}|(?:delete|remove|strike|drop|retain|keep) (?:[OP]P ?\\d|(?:this |the )?para(?:graph)?\\b)|replace ${quoted} (?:with|by) |(?:add|insert) ${quoted},? (?!["“«‘„])\\p{L}|(?:square )?brackets? around |prefers? (?:the )?(?:original|previous|${quoted})|revert to |(?:use )?(?:agreed|original|previous) (?:language|text|wording)\\b|(?:move|place|relocate)d?(?: (?:this|it))? (?:to|after|before|under) (?:the )?(?:[OP]P|para|preamb|operative|article|annex|chapter|section|title|\\d))`,
  'iuy',
)

/** True where words begin that say what to do to others, instead of these: “replace ‘shall’ with ‘may’”. */
export function instructs(text: string, at: number): boolean {
  instruction.lastIndex = at
  return instruction.test(text)
}
