import type { Case } from './case.ts'

const report = 'Parties shall report'

/** What is permitted, when, and what becomes of it. */
export const orderCases: readonly Case[] = [
  {
    title: '[PM1] an agreed paragraph refuses changes until the chair reopens it, with a reason',
    given: `${report}\nDecides`,
    when: [
      'chair agrees ad ref OP1',
      'A: shall → should ✗ paragraph-agreed',
      'A: hold “shall” ✗ paragraph-agreed',
      'A: delete OP1 ✗ paragraph-agreed',
      'A: join OP2 ✗ paragraph-agreed',
      'chair reopens OP1 ✗ malformed',
      'chair reopens OP1 because new facts came to light',
      'A: shall → should',
    ],
    prints: 'OP1. Parties [shall][A: should] report\nOP2. Decides',
  },
  {
    title: '[PM1] an accepted change to an agreed paragraph cannot be taken back',
    given: report,
    when: [
      'A: shall → should',
      'chair accepts A1',
      'chair agrees ad ref OP1',
      'chair reads again A1 ✗ paragraph-agreed',
    ],
    clean: 'OP1. Parties should report',
  },
  {
    title: '[PM1] what was tabled before a paragraph was agreed beside it cannot be accepted into it',
    given: 'one \ntwo',
    when: ['A: join OP2', 'chair adopts OP1', 'chair accepts A1 ✗ paragraph-agreed'],
    clean: 'OP1. one \nOP2. two',
  },
  {
    title: '[PM1] a new paragraph behind an agreed one is welcome',
    given: report,
    when: ['chair agrees ad ref OP1', 'A: add after OP1: and meet'],
    prints: 'OP1. Parties shall report\n[A: OP1 bis. and meet]',
  },
  {
    title: '[PM2] a paragraph with brackets is not agreed ad referendum',
    given: report,
    when: [
      'A: shall → should',
      'chair agrees ad ref OP1 ✗ brackets-open',
      'chair lapses A1',
      'chair agrees ad ref OP1',
    ],
    clean: 'OP1. Parties shall report',
  },
  {
    title: '[PM3] agreed in informals pending a delegation, that one alone may propose',
    given: report,
    when: [
      'chair agrees OP1 in informals pending C',
      'A: shall → should ✗ paragraph-agreed',
      'C: shall → should',
    ],
    prints: 'OP1. Parties [shall][C: should] report',
  },
  {
    title: '[PM4] nobody revises or withdraws for another',
    given: report,
    when: ['A: shall → should', 'B withdraws A1 ✗ not-sponsor', 'B revises A1: should → may ✗ not-sponsor'],
    prints: 'OP1. Parties [shall][A: should] report',
  },
  {
    title: '[PM5] nothing is accepted before the words it was made in, nor these taken back under it',
    given: 'end',
    when: [
      'A: end → one two end',
      'B on A1: one → one bee',
      'chair accepts B1 ✗ rests-on',
      'chair accepts A1',
      'chair accepts B1',
      'chair reads again A1 ✗ bears',
    ],
    clean: 'OP1. one bee two end',
  },
  {
    title: '[PM6] what a revision has issued is not undone',
    given: report,
    when: [
      'A: shall → should',
      'chair accepts A1',
      'chair publishes Rev.1',
      'chair reads again A1 ✗ proposal-decided',
    ],
    base: 'OP1. Parties should report',
  },
  {
    title: '[PM6] a symbol is issued once',
    given: report,
    when: ['chair publishes Rev.1', 'chair publishes Rev.1 ✗ symbol-taken'],
    clean: 'OP1. Parties shall report',
  },
  {
    title: '[PR2] a proposal stands as long as it has a sponsor',
    given: report,
    when: ['A: shall → should', 'B co-sponsors A1', 'B co-sponsors A1 ✗ already-sponsor', 'A withdraws A1'],
    prints: 'OP1. Parties [shall][B: should] report',
    status: { A1: 'open' },
  },
  {
    title: '[PR2] when the last sponsor leaves it is withdrawn for good',
    given: report,
    when: ['A: shall → should', 'A withdraws A1', 'chair reads again A1 ✗ proposal-decided'],
    prints: 'OP1. Parties shall report',
    status: { A1: 'withdrawn' },
  },
  {
    title: '[RV4] alternatives declared by the chair exclude each other wherever they stand',
    given: 'one\ntwo',
    when: [
      'A: one → one bis',
      'B: two → two bis',
      'chair declares A1 and B1 alternatives',
      'chair accepts A1',
    ],
    status: { A1: 'accepted', B1: 'superseded' },
    clean: 'OP1. one bis\nOP2. two',
  },
  {
    title: '[PR5] several changes tabled together stand or fall together',
    given: 'one\ntwo',
    when: ['A: one → first & two → second', 'chair accepts A1'],
    clean: 'OP1. first\nOP2. second',
  },
  {
    title: '[PR5] a proposal is merged into another, and keeps its words',
    given: report,
    when: ['A: shall → should', 'B: − shall ', 'chair merges B1 into A1'],
    prints: 'OP1. Parties [shall][A: should] report',
    status: { B1: 'merged' },
  },
  {
    title: '[PR5] the chair’s pen is a proposal of the chair’s, accepted at once',
    given: report,
    when: ['chair: shall → should'],
    clean: 'OP1. Parties should report',
    base: 'OP1. Parties shall report',
    since: 'OP1. Parties [shall][Chair: should] report',
  },
  {
    title: '[BR14] what was accepted since the last revision prints as brackets on it',
    given: 'one\ntwo',
    when: ['A: add after OP1: new', 'B: − two', 'chair accepts A1', 'chair accepts B1'],
    since: 'OP1. one\n[A: OP1 bis. new]\nOP2. [two – B: delete]',
  },
]
