import { parseNotation } from '../../schema/notation/parse.ts'
import type { Claim, Lexicon, NotationNode } from '../../schema/notation/notation.ts'
import { summarize, type Summary } from '../../schema/notation/summary.ts'
import { walk } from '../../schema/notation/walk.ts'

/** Delegations and groups of the corpus, as a negotiation would supply them. */
export const known: Lexicon = new Map(
  Object.entries({
    'African Group': 'AFG',
    Brazil: 'BR',
    CARICOM: 'CARICOM',
    Chile: 'CL',
    EU: 'EU',
    'G-77/China': 'G77',
    'Iran (Islamic Republic of)': 'IR',
    Japan: 'JP',
    'New Zealand': 'NZ',
    Norway: 'NO',
    SG: 'SG',
    Singapore: 'SG',
    'Trinidad and Tobago': 'TT',
  }),
)

/** All nodes of a text in reading order. */
export function nodesOf(text: string, lexicon: Lexicon = known): NotationNode[] {
  const nodes: NotationNode[] = []
  walk(parseNotation(text, lexicon), ({ node }) => nodes.push(node))
  return nodes
}

/** Everything that is claimed in a text, a line each: "Norway, EU delete if OP2 stays". */
export function claimsOf(text: string, lexicon: Lexicon = known): string[] {
  return nodesOf(text, lexicon)
    .flatMap((node) => (node.type === 'claims' ? node.claims : []))
    .map(inWords)
}

const inWords = ({ names, asked, condition }: Claim): string =>
  [names.map(({ text }) => text).join(', '), asked, condition].filter(Boolean).join(' ')

/** Roles of the brackets of a text, in order of their opening. */
export const rolesOf = (text: string): string[] =>
  nodesOf(text).flatMap((node) => (node.type === 'bracket' ? [node.role] : []))

/** Labels of a text with their suffixes: "OP5 alt bis". */
export const labelsOf = (text: string): string[] =>
  nodesOf(text).flatMap((node) =>
    node.type === 'label' ? [[node.label.stem, ...node.label.suffixes].join(' ')] : [],
  )

export const figuresOf = (text: string, lexicon: Lexicon = known): Summary =>
  summarize(text, parseNotation(text, lexicon))
