import { type Dice, diceOf, oneOf } from '../bench/random.ts'

const openings = [
  'Recalling',
  'Noting with concern',
  'Reaffirming',
  'Welcoming',
  'Bearing in mind',
  'Recognizing',
]
const verbs = [
  'Decides',
  'Requests',
  'Encourages',
  'Urges',
  'Invites',
  'Calls upon',
  'Stresses',
  'Takes note of',
]
const actors = [
  'Member States',
  'the Secretary-General',
  'the working group',
  'relevant organizations',
  'all parties',
]
const acts = [
  'to exchange information on a voluntary basis',
  'to build capacity upon request',
  'to report at the next session',
  'to consider measures of confidence',
  'to protect the water of shared rivers',
  'to keep the matter under review',
]
const ends = [
  'where appropriate',
  'without delay',
  'in a transparent manner',
  'within available resources',
  'on an equal footing',
]
/** Known codes and abbreviations, a group, and a name that no list has. */
const names = ['EU', 'US', 'UK', 'RF', 'G77', 'Mexico', 'Switzerland', 'CANZ', 'Friends of Rivers']
const positions = ['delete', 'retain', 'reserve', 'oppose', 'support']

/** A sentence of several clauses, some words of it in brackets of all kinds. */
function words(dice: Dice, brackets: number): string {
  const who = (): string => oneOf(dice, names)
  const clause = (): string => oneOf(dice, ends)
  const forms: readonly (() => string)[] = [
    () => `[${clause()}]`,
    () => `[${who()}: ${clause()}]`,
    () => `[${clause()} – ${who()}: delete]`,
    () => `[${clause()} - ${who()}, ${who()}; ${who()} ${oneOf(dice, positions)}]`,
    () => `[shall][should][${who()}: may]`,
    () => `[${clause()} / ${clause()} / ${who()}: ${clause()}]`,
    () => `[${clause()} [${who()}: and ${clause()} [by [20XX]]]]`,
    () => `[${clause()}] (${who()}) (${who()}: ${oneOf(dice, positions)})`,
    () => `[X] per cent`,
    () => `{Placement to be decided}`,
  ]
  const parts = [`${oneOf(dice, actors)} ${oneOf(dice, acts)}`]
  for (let i = 0; i < brackets; i++)
    parts.push(oneOf(dice, forms)(), oneOf(dice, ['and', 'as well as', 'including']), oneOf(dice, acts))
  return parts.join(' ')
}

/**
 * A rolling text as secretariats keep it: 60 paragraphs with hundreds of brackets, nested up to four deep,
 * options, notes, a bracket over several paragraphs, statuses and brackets without a partner. The same for
 * the same seed.
 */
export function rollingText(seed = 11): string {
  const dice = diceOf(seed)
  const lines = ['Draft resolution on the rivers', 'The General Assembly,']
  for (let i = 1; i <= 14; i++) {
    const line = `PP${i}. ${oneOf(dice, openings)} the duty of ${words(dice, i % 4)},`
    lines.push(i % 6 === 0 ? `[${oneOf(dice, names)}: ${line}]` : line)
  }
  for (let i = 1; i <= 30; i++) {
    const line = `OP${i}. ${oneOf(dice, verbs)} ${words(dice, 1 + (i % 6))};`
    if (i % 10 === 4) lines.push(`[EU: OP${i - 1} bis. ${oneOf(dice, verbs)} ${words(dice, 1)};]`)
    if (i % 15 === 7) lines.push(`${line} [Agreed ad ref]`)
    else if (i % 11 === 8) lines.push(`${line.replace(';', ' [;')}`)
    else lines.push(line)
    if (i % 9 === 5)
      lines.push(`(a) ${words(dice, 1)};`, `[(b) ${words(dice, 1)};`, `(c) ${words(dice, 0)};]`)
    if (i === 12)
      lines.push(
        'Option 1:',
        `OP13. Decides ${words(dice, 1)};`,
        'Option 2:',
        `OP13 alt. Requests ${words(dice, 1)};`,
      )
  }
  lines.push(`OP31. Decides to remain seized of the matter].`)
  return lines.join('\n\n')
}
