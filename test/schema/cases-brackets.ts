import type { Case } from './case.ts'

const report = 'Parties shall report'
const fox = 'The quick brown fox'
const long = 'Encourages States to share information on the matter in a timely manner'

/** How what is asked for prints. */
export const bracketCases: readonly Case[] = [
  {
    title: '[BR5] equal wordings are one bracket with the names of both',
    given: report,
    when: ['EU: shall → should', 'US: shall → should'],
    prints: 'OP1. Parties [shall][EU, US: should] report',
    rivals: { EU1: 'US1' },
  },
  {
    title: '[BR5] equal words put in at one place are one bracket with the names of both',
    given: report,
    when: ['A: report → promptly report', 'B: report → promptly report'],
    prints: 'OP1. Parties shall [A, B: promptly] report',
  },
  {
    title: '[BR6] an amendment nests in what it amends, and what follows stands beside it',
    given: 'D',
    when: ['A: D → alpha gamma D', 'EU on A1: alpha → alpha and beta', 'US: D → D delta'],
    prints: 'OP1. [A: alpha [EU: and beta] gamma] D [US: delta]',
  },
  {
    title: '[BR6] in words that somebody strikes an insertion nests, and a further one stands behind',
    given: 'A C',
    when: ['EU: A → A and B', 'CH: hold “A C”', 'US: C → C D'],
    prints: 'OP1. [A [EU: and B] C – CH: reserve] [US: D]',
  },
  {
    title: '[BR7] words that several strike print once, with the names behind a dash',
    given: 'on a voluntary basis',
    when: ['RF: − voluntary ', 'US: − voluntary '],
    prints: 'OP1. on a [voluntary – RF, US: delete] basis',
    hidden: 'OP1. on a [voluntary] basis',
  },
  {
    title: '[BR7] some strike what others replace',
    given: 'on a voluntary basis',
    when: ['RF: − voluntary', 'EU: voluntary → mandatory'],
    prints: 'OP1. on a [voluntary – RF: delete][EU: mandatory] basis',
    rivals: { RF1: 'EU1' },
  },
  {
    title: '[BR7] a strike within a strike nests',
    given: fox,
    when: ['A: − quick brown', 'B: − brown'],
    prints: 'OP1. The [quick [brown – B: delete] – A: delete] fox',
  },
  {
    title: '[BR8] strikes that cross are parted where they cross',
    given: fox,
    when: ['A: − quick brown', 'B: − brown fox'],
    prints: 'OP1. The [quick – A: delete] [brown – A, B: delete] [fox – B: delete]',
  },
  {
    title: '[BR9] replacements that cross become one region with each wording in full',
    given: 'The very quick brown old fox',
    when: ['A: quick brown → slow grey', 'B: brown old → red young'],
    prints: 'OP1. The very [quick brown old][A: slow grey old][B: quick red young] fox',
    rivals: { A1: 'B1' },
  },
  {
    title: '[BR10] a proposal that rewrites a paragraph prints as an alternative to it',
    given: `one\n${long}`,
    when: [`A: ${long} → Calls upon all concerned to publish what they know without delay`],
    prints: `OP1. one\nOP2. [${long}]\n[A: OP2 alt. Calls upon all concerned to publish what they know without delay]`,
  },
  {
    title: '[BR10] further alternatives are alt bis, alt ter',
    given: long,
    when: [
      `A: ${long} → Calls upon all concerned to publish what they know without delay`,
      `B: ${long} → Reaffirms previous commitments regarding openness towards everybody`,
    ],
    prints: `OP1. [${long}]\n[A: OP1 alt. Calls upon all concerned to publish what they know without delay]\n[B: OP1 alt bis. Reaffirms previous commitments regarding openness towards everybody]`,
  },
  {
    title: '[BR13] a split shows as ¶ inside the paragraph, and what others ask behind it stays in its place',
    given: 'one two three',
    when: ['A: split OP1 before “two”', 'B: three → four'],
    prints: 'OP1. one [A: ¶ ]two [three][B: four]',
  },
  {
    title: '[BR15] the space at the edge of every wording stands outside the brackets',
    given: report,
    when: ['CH: report → promptly report'],
    prints: 'OP1. Parties shall [CH: promptly] report',
  },
  {
    title: '[BR15] a space parts a bracket that begins with a stop from the words before it',
    given: 'Parties, as agreed, report',
    when: ['A: − , as agreed,'],
    prints: 'OP1. Parties [, as agreed, – A: delete] report',
  },
  {
    title: '[BR16] brackets typed as words are words, and are not counted',
    given: 'report [sic] on it',
    when: ['A: on → upon'],
    prints: 'OP1. report [sic] [on][A: upon] it',
  },
  {
    title: '[BR6] an amendment to one of two rival wordings nests in that one',
    given: report,
    when: ['A: shall → should', 'B: shall → may', 'C on B1: may → may wish to'],
    prints: 'OP1. Parties [shall][A: should][B: may [C: wish to]] report',
  },
  {
    title: '[BR11] a paragraph only proposed stands in one bracket with its label',
    given: 'one',
    when: ['A: add after OP1: two', 'B on A1: − two'],
    prints: 'OP1. one\n[A: OP1 bis. [two – B: delete]]',
  },
  {
    title: '[BR11] a strike of a paragraph only proposed is named in its bracket',
    given: 'one',
    when: ['A: add after OP1: two', 'B on A1: delete OP2'],
    prints: 'OP1. one\n[A: OP1 bis. two – B: delete]',
  },
  {
    title: '[BR1] Arabic and Chinese words stand in the same brackets',
    given: 'يقرر مواصلة التعاون\n各国应当自愿合作',
    when: ['A: مواصلة → تعزيز', 'B: 自愿 → 积极'],
    prints: 'OP1. يقرر [مواصلة][A: تعزيز] التعاون\nOP2. 各国应当[自愿][B: 积极]合作',
  },
]
