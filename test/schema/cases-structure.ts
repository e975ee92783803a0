import type { Case } from './case.ts'

const seven = 'one\ntwo\nthree\nfour\nfive\nsix\nseven'

/** Paragraphs parted, joined, put in, taken out, moved and made into others. */
export const structureCases: readonly Case[] = [
  {
    title:
      '[CM3] Enter in the middle splits: the first half keeps the paragraph, rejecting all gives one again',
    given: 'one two',
    when: ['A: split OP1 before “two”'],
    prints: 'OP1. one [A: ¶ ]two',
    base: 'OP1. one two',
    texts: { '': 'one two', A1: 'one \ntwo' },
  },
  {
    title: '[LB2] a paragraph put in after OP1 is OP1 bis, and OP2 is not renumbered',
    given: 'one\ntwo',
    when: ['A: add after OP1: new words'],
    prints: 'OP1. one\n[A: OP1 bis. new words]\nOP2. two',
    clean: 'OP1. one\nOP2. two',
  },
  {
    title: '[CM3] Backspace at the start of OP2 joins: accepted, one paragraph with OP1’s label and level',
    given: 'one \n(a) two',
    when: ['A: join (a)'],
    prints: 'OP1. one \n(a) {A: join to the paragraph before} two',
    texts: { A1: 'one two' },
    status: { A1: 'open' },
  },
  {
    title: '[CM3] joined and accepted, the words stand in the first paragraph',
    given: 'one \ntwo\nthree',
    when: ['A: join OP2', 'chair accepts A1'],
    clean: 'OP1. one two\nOP3. three',
  },
  {
    title:
      '[RV2] words put into a paragraph that another strikes whole exclude the strike, and survive either way',
    given: 'one\ntwo four\nthree',
    when: ['A: delete OP2', 'B: two → two and'],
    prints: 'OP1. one\n[OP2. two [B: and] four – A: delete]\nOP3. three',
    rivals: { A1: 'B1', B1: 'A1' },
    texts: { A1: 'one\nthree', B1: 'one\ntwo and four\nthree' },
  },
  {
    title: '[CH8] a move is one proposal: the paragraph is taken and put in together, and keeps its label',
    given: seven,
    when: ['A: move OP5 after OP7'],
    prints: 'OP1. one\nOP2. two\nOP3. three\nOP4. four\nOP5. {A: place after OP7} five\nOP6. six\nOP7. seven',
    texts: { A1: 'one\ntwo\nthree\nfour\nsix\nseven\nfive' },
  },
  {
    title: '[CH8] a paragraph moved by one and amended by another is moved with the amendment',
    given: 'one\ntwo\nthree',
    when: ['A: move OP1 after OP3', 'B: one → one plus', 'chair accepts A1'],
    prints: 'OP2. two\nOP3. three\nOP1. one [B: plus]',
    rivals: { A1: '' },
    texts: { B1: 'two\nthree\none plus' },
  },
  {
    title: '[RV3] a paragraph can be placed at one place only',
    given: 'one\ntwo\nthree\nfour',
    when: ['A: move OP1 after OP4', 'B: move OP1 after OP3'],
    rivals: { A1: 'B1' },
    prints: 'OP1. {A: place after OP4} {B: place after OP3} one\nOP2. two\nOP3. three\nOP4. four',
  },
  {
    title: '[CH8] a paragraph moved to the front stands first',
    given: 'one\ntwo',
    when: ['A: move OP2 to the beginning'],
    prints: 'OP1. one\nOP2. {A: place at the beginning} two',
    texts: { A1: 'two\none' },
  },
  {
    title: '[CH7] a level set by one and words changed by another both stand',
    given: 'intro\n(a) text',
    when: ['A: make (a) item 2', 'B: text → words', 'chair accepts A1', 'chair accepts B1'],
    clean: 'OP1. intro\n(a) words',
    rivals: { A1: '' },
  },
  {
    title: '[RV3] two levels for one paragraph exclude each other',
    given: 'intro\n(a) text',
    when: ['A: make (a) item 2', 'B: make (a) item 3', 'chair accepts A1'],
    status: { A1: 'accepted', B1: 'superseded' },
  },
  {
    title: '[CH7] a kind and a level set by two stand together',
    given: 'intro\n(a) text',
    when: ['A: make (a) item 2', 'B: make (a) operative 0'],
    prints: 'OP1. intro\n(a) {A: make level 2} {B: make operative, level 0} text',
    rivals: { A1: 'B1' },
  },
  {
    title: '[CM5] a footnote in mid-paragraph and another’s words behind it leave each other alone',
    given: 'Parties report promptly and fully',
    when: ['A: footnote after “promptly”: See annex.', 'B: fully → in full'],
    prints: 'OP1. Parties report promptly[A: ¹] and [fully][B: in full]\n¹ [A: See annex.]',
    texts: { B1: 'Parties report promptly and in full' },
  },
  {
    title: '[BR12] a paragraph struck whole is one bracket around it',
    given: 'one\ntwo\nthree',
    when: ['A: delete OP2', 'B: delete OP2'],
    prints: 'OP1. one\n[OP2. two – A, B: delete]\nOP3. three',
    hidden: 'OP1. one\n[OP2. two]\nOP3. three',
    rivals: { A1: '' },
  },
  {
    title: '[LB2] what is put in at one place is bis, ter, quater in order',
    given: 'one\ntwo',
    when: ['A: add after OP1: first', 'B: add after OP1: second', 'C: add after OP1: third'],
    prints: 'OP1. one\n[A: OP1 bis. first]\n[B: OP1 ter. second]\n[C: OP1 quater. third]\nOP2. two',
  },
  {
    title: '[LB2] within a new paragraph words are amended as elsewhere',
    given: 'one\ntwo',
    when: ['A: add after OP1: new words', 'B on A1: words → wordings', 'C on A1: new → old'],
    prints: 'OP1. one\n[A: OP1 bis. [new][C: old] [words][B: wordings]]\nOP2. two',
  },
  {
    title: '[LB3] an accepted paragraph stays bis until the next revision numbers it',
    given: 'one\ntwo',
    when: ['A: add after OP1: new words', 'chair accepts A1'],
    clean: 'OP1. one\nOP1 bis. new words\nOP2. two',
    base: 'OP1. one\nOP2. two',
  },
  {
    title: '[LB3] a revision numbers all anew',
    given: 'one\ntwo',
    when: ['A: add after OP1: new words', 'chair accepts A1', 'chair publishes Rev.1'],
    clean: 'OP1. one\nOP2. new words\nOP3. two',
    base: 'OP1. one\nOP2. new words\nOP3. two',
  },
  {
    title: '[LB3] a paragraph that goes leaves its number empty until the next revision',
    given: 'one\ntwo\nthree',
    when: ['A: delete OP2', 'chair accepts A1', 'B: three → four'],
    prints: 'OP1. one\nOP3. [three][B: four]',
  },
  {
    title: '[LB1] preambular, operative, lettered and annexed paragraphs are numbered each in its series',
    given:
      'PP Recalling\nPP Noting\nDecides\n(a) to meet\n(i) in May\n(i) in June\n(a) to rise\nRequests\nAnnex: Terms\nConsiders',
    when: ['A: Considers → Considers also'],
    prints:
      'PP1. Recalling\nPP2. Noting\nOP1. Decides\n(a) to meet\n(i) in May\n(ii) in June\n(b) to rise\nOP2. Requests\nAnnex. Terms\nAnnex OP1. Considers [A: also]',
  },
  {
    title: '[LB2] a paragraph proposed among preambular ones is named after those',
    given: 'PP Recalling\nPP Noting\nDecides',
    when: ['A: add after PP2: Welcoming'],
    prints: 'PP1. Recalling\nPP2. Noting\n[A: PP2 bis. Welcoming]\nOP1. Decides',
  },
  {
    title: '[CM3] a paragraph rewritten keeps its place and its name',
    given: 'one two three\nfour',
    when: ['A: one two three → something else', 'chair accepts A1'],
    clean: 'OP1. something else\nOP2. four',
  },
  {
    title:
      '[RV2] words put behind a break stay rivals of the paragraph’s deletion when its first word was replaced meanwhile',
    given: 'one two\nthree',
    when: ['A: one → first', 'chair accepts A1', 'B: first → quite first', 'C: delete OP1'],
    rivals: { B1: 'C1' },
  },
  {
    title: '[CM1] a paragraph moved behind one that goes keeps its place while others move',
    given: 'one\ntwo\nthree\nfour\nfive',
    when: ['A: move OP1 after OP5', 'B on A1: delete OP4 & move OP3 to the beginning'],
    texts: { 'A1 B1': 'four\ntwo\nthree\none' },
  },
  {
    title: '[CM1] what is put in between a moved paragraph and the one moved behind it stands between them',
    given: 'one\ntwo\nthree',
    when: [
      'A: move OP3 to the beginning',
      'B: move OP1 after OP3',
      'chair accepts B1',
      'C on A1: add after OP1: new',
    ],
    texts: { A1: 'three\none\ntwo', 'A1 C1 C2': 'three\nnew\none\ntwo' },
  },
]
