import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Claim, Notation, NotationNode } from '../../schema/notation/notation.ts'
import { parseNotation } from '../../schema/notation/parse.ts'
import { printNotation } from '../../schema/notation/walk.ts'

const numRuns = Number(process.env['RUNS'] ?? 150) * 4

/** Words, or one pair of brackets: what is in it, who asks for it, and how others stand on it. */
type Said = string | Pair
interface Pair {
  readonly said: readonly Said[]
  readonly by: readonly string[]
  readonly place: 'before' | 'after'
  readonly positions: readonly { readonly names: readonly string[]; readonly asked: string }[]
}

const known = new Map(['EU', 'G77', 'Norway', 'US', 'Group of Friends'].map((name) => [name, name]))
const names = fc.uniqueArray(fc.constantFrom(...known.keys()), { minLength: 1, maxLength: 3 })
const words = fc.constantFrom(
  'shall report',
  'in good time,',
  'وعلى أساس طوعي',
  '各国应当',
  'the annual cost (net)',
  'A/RES/73/27',
)

const { pair } = fc.letrec<{ pair: Pair }>((tie) => ({
  pair: fc.record({
    said: fc
      .tuple(words, fc.array(fc.oneof({ maxDepth: 4 }, words, tie('pair')), { maxLength: 3 }), words)
      .map(([first, middle, last]) => merged([first, ...middle, last])),
    by: fc.oneof(fc.constant([]), names),
    place: fc.constantFrom('before', 'after'),
    positions: fc.array(
      fc.record({ names, asked: fc.constantFrom('delete', 'retain', 'reserve', 'oppose') }),
      { maxLength: 2 },
    ),
  }),
}))

/** Neighbouring words as one run of them. */
function merged(said: readonly Said[]): Said[] {
  const out: Said[] = []
  for (const one of said) {
    const last = out.at(-1)
    if (typeof one === 'string' && typeof last === 'string') out[out.length - 1] = `${last} ${one}`
    else out.push(one)
  }
  return out
}

function write(said: readonly Said[]): string {
  return said.map((one) => (typeof one === 'string' ? one : writePair(one))).join(' ')
}

function writePair({ said, by, place, positions }: Pair): string {
  const behind = [
    ...(place === 'after' && by.length ? [by.join(', ')] : []),
    ...positions.map(({ names: who, asked }) => `${who.join(', ')}: ${asked}`),
  ]
  const before = place === 'before' && by.length ? `${by.join(', ')}: ` : ''
  return `[${before}${write(said)}${behind.length ? ` – ${behind.join('; ')}` : ''}]`
}

/** What was read, in the same terms. */
function read(nodes: readonly NotationNode[]): Said[] {
  return merged(
    nodes.flatMap((node): Said[] => {
      if (node.type === 'words') return node.text.trim() === '' ? [] : [node.text.trim()]
      return node.type === 'bracket' ? [readPair(node.children)] : []
    }),
  )
}

function readPair(children: readonly NotationNode[]): Pair {
  const signs = children.flatMap((node) => (node.type === 'claims' ? [node] : []))
  const [own] = signs.filter(({ claims }) => claims[0]!.asked === 'propose')
  const others = signs.flatMap(({ claims }) => claims.filter(({ asked }) => asked !== 'propose'))
  return {
    said: read(children),
    by: own ? namesOf(own.claims[0]!) : [],
    place: own?.place === 'before' ? 'before' : 'after',
    positions: others.map((claim) => ({ names: namesOf(claim), asked: claim.asked })),
  }
}

const namesOf = ({ names: who }: Claim): string[] => who.map(({ text }) => text)

/** Where names stand says nothing when there are none. */
const plain = (one: Pair): Pair => ({
  ...one,
  place: one.by.length ? one.place : 'after',
  said: one.said.map((inner) => (typeof inner === 'string' ? inner : plain(inner))),
})

test('[NT27] what is written of brackets, names and positions is what is read, however deep', () => {
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 3 }), (pairs) => {
      const text = `States ${write(pairs)} agree`
      const notation: Notation = parseNotation(text, known)
      expect(printNotation(notation)).toBe(text)
      expect(read(notation.nodes)).toEqual(['States', ...pairs.map(plain), 'agree'])
    }),
    { numRuns },
  )
})
