import { expect, test } from 'vitest'
import { parseNotation } from '../../schema/notation/parse.ts'
import { printNotation } from '../../schema/notation/walk.ts'
import { claimsOf, figuresOf, labelsOf, nodesOf, rolesOf } from './reading.ts'

/** A form of the notation in words of our own, and what is read in it. */
interface Form {
  readonly text: string
  readonly claims?: readonly string[]
  readonly roles?: readonly string[]
  readonly labels?: readonly string[]
  readonly alternatives?: number
}

const forms: Readonly<Record<string, Form>> = {
  '[NT7] a proponent behind a dash, opponents behind a semicolon': {
    text: 'Encourages [timely - Norway; G-77/China delete] replies,',
    claims: ['Norway propose', 'G-77/China delete'],
  },
  '[NT7] punctuation inside the bracket, a dash without a space, four opponents, a full stop': {
    text: 'to share data [, taking into account the mandate of each agency. -Brazil; EU, Chile, Japan, Norway delete.]',
    claims: ['Brazil propose', 'EU, Chile, Japan, Norway delete'],
  },
  '[NT5] strokes between wordings that each have their names': {
    text: '[slowing needless - EU, Brazil retain / speeding necessary - Chile] growth',
    claims: ['EU, Brazil retain', 'Chile propose'],
    alternatives: 1,
  },
  '[NT6] a verb of an operative paragraph is asked for, a position in small letters is taken': {
    text: '[Decides][Japan: Agrees][EU: Supports] to meet [in June][Chile: agrees][G-77/China: retain]',
    claims: ['Japan propose', 'EU propose', 'Chile support', 'G-77/China retain'],
    alternatives: 2,
  },
  '[NT12] numbers under construction and a status in brackets': {
    text: '4.bis Requests a report;\n27. Alt2 Requests a summary; [Agreed ad ref]',
    labels: ['4 bis', '27 alt2'],
    roles: ['status'],
  },
  '[NT8] names, then positions, in parentheses behind brackets, one of them inside a word': {
    text: 'region[ally shared](Chile)(EU: retain) water [supplied](Chile) (EU: delete) [and stored] (EU) (Brazil, CARICOM, Norway: delete) [given / lent] (Chile) (EU: retain)',
    claims: [
      'Chile propose',
      'EU retain',
      'Chile propose',
      'EU delete',
      'EU propose',
      'Brazil, CARICOM, Norway delete',
      'Chile propose',
      'EU retain',
    ],
    alternatives: 1,
  },
  '[NT10] a conditional withdrawal that another depends on': {
    text: "[and lakes] (EU with support of Norway, Japan: would withdraw its 'and lakes' wording if OP7bis is retained, in which case Chile also withdraws its addition)(Brazil: no change in position)(CARICOM: reflect)",
    claims: [
      'EU withdraw if OP7bis is retained',
      'Norway, Japan withdraw if OP7bis is retained',
      'Chile withdraw if OP7bis is retained',
      'Brazil unchanged',
      'CARICOM reflect',
    ],
  },
  '[NT12] text agreed without a place': {
    text: 'OP3ter Takes note of the study (Agreed, placement tbd)',
    labels: ['OP3 ter'],
    claims: [],
  },
  '[NT8] a conditional capital is no name': {
    text: '[Mindful of … and] (EU) (R)ecalling its mandate',
    claims: ['EU propose'],
  },
  '[NT4] wordings nested, adjacent, and an orphan behind them': {
    text: '[noting that … will [seek to limit …, and] further [local …][regional trade]],]',
    roles: ['words', 'words', 'words', 'words'],
    alternatives: 1,
  },
  '[NT11] verbs to choose from and numbers to be filled in': {
    text: '[will][may][another verb] in a [6 [–9] week term…] by Y [-Z] per cent [–4]',
    roles: ['words', 'words', 'words', 'words', 'placeholder', 'placeholder', 'placeholder'],
    alternatives: 1,
  },
  '[NT11] a placeholder in words': {
    text: '[Placeholder for “water fund”] [XX] [tbd] [___] [to be completed] […] [No text]',
    roles: ['placeholder', 'placeholder', 'placeholder', 'placeholder', 'placeholder', 'omitted', 'noText'],
  },
  '[NT13] numbers in brackets, of a provision and of paragraphs': {
    text: '[Article 7 ter] (Blue carbon)\n5.2 bis. Each State\nOp4 Decides\n[Pp2] [OP9 quater]\n[12]',
    labels: ['Article 7 ter', '5.2 bis', 'OP4', 'PP2'],
    roles: ['label', 'label', 'label', 'label'],
    claims: [],
  },
  '[NT19] reservations in footnotes': {
    text: 'Text.¹\n¹ [Norway asks that its reservation on this wording be recorded; …]\n[^2]: [Chile reserves its position.]\n³ Some delegations would treat this elsewhere.',
    roles: ['reservation', 'reference', 'reservation'],
  },
  '[NT15] editor’s notes in braces': {
    text: '{Suggested placement: after Article 4} Each State {awaiting the outcome on Article 2} reports.',
    claims: [],
  },
  '[NT1] the legend of an amended instrument, and instructions by provision': {
    text: '(…) struck through: to go; underlined: to come. ADD 12/3 MOD 4 SUP 5 NOC 6',
    claims: [],
  },
  '[NT8] a compilation by theme, with a speaker for a group': {
    text: 'Keep the aims short… (Chile); Name the agencies… (Japan on behalf of CARICOM); End soon (Norway).',
    claims: ['Chile propose', 'Japan, CARICOM propose', 'Norway propose'],
  },
  '[NT13] an alternative paragraph and a second one': {
    text: 'OP2 alt Invites comments;\n\nOP2 alt bis Invites replies;',
    labels: ['OP2 alt', 'OP2 alt bis'],
  },
  '[NT6] names before the words, one or several, with codes that no list has': {
    text: '[EU: clear] [EU, Chile: plain] [NZL/ISL: brief] [Norway: add “promptly”] [Brazil: retain] [CARICOM: delete if PP2 stays]',
    claims: [
      'EU propose',
      'EU, Chile propose',
      'NZL, ISL propose',
      'Norway add',
      'Brazil retain',
      'CARICOM delete if PP2 stays',
    ],
  },
  '[NT7] a deletion and nothing else, and what provisions are marked with': {
    text: '[del - Norway] [delete – EU, Chile] [NOC – Brazil] [SUP – Japan] [Chile: NOC]',
    claims: ['Norway delete', 'EU, Chile delete', 'Brazil retain', 'Japan delete', 'Chile retain'],
  },
  '[NT8] supporters named with the proponent': {
    text: '[and rivers] (Norway, supported by Chile, New Zealand)',
    claims: ['Norway propose', 'Chile, New Zealand support'],
  },
  '[NT6] a speaker for a group, in parentheses behind the name': {
    text: '[Chile (on behalf of CARICOM): wisely] [at once – Norway (supported by Japan); EU: flexible]',
    claims: ['Chile, CARICOM propose', 'Norway propose', 'Japan support', 'EU flexible'],
  },
  '[NT10] positions by themselves, on a line and in a footnote': {
    text: 'Words of a paragraph.\nEU: reserve\n⁴ Norway: scrutiny reservation',
    claims: ['EU reserve', 'Norway reserve'],
  },
  '[NT7] positions behind a semicolon or in parentheses before the bracket closes': {
    text: '[Norway: slowly; Japan opposes] [in time; EU, Chile delete] [at first (EU, Chile)] [at last (Norway; Brazil: delete)] [held in Oslo (Norway)] [the African Group (AFG)]',
    claims: [
      'Norway propose',
      'Japan oppose',
      'EU, Chile delete',
      'EU, Chile propose',
      'Norway propose',
      'Brazil delete',
    ],
  },
  '[NT7] who supports and who opposes, and verbs before names': {
    text: '[at dawn – EU, supported by Chile; opposed by Japan] [at dusk] (Norway, opposed by Brazil) [retain – Chile; delete – EU, Japan] [EU delete] [by night] (supported by Chile; Japan, Norway against)',
    claims: [
      'EU propose',
      'Chile support',
      'Japan oppose',
      'Norway propose',
      'Brazil oppose',
      'Chile retain',
      'EU, Japan delete',
      'EU delete',
      'Chile support',
      'Japan, Norway oppose',
    ],
  },
  '[NT6] proposals that are called so, and names with an article, a stroke, a plus or a speaker': {
    text: '[EU proposal: wide] [Chile proposes: narrow] [the EU: deep] [EU / Chile: shallow] [EU + 27: long] [Norway + Japan: short] [Chile o/b/o CARICOM: straight] [round – EU / Japan]',
    claims: [
      'EU propose',
      'Chile propose',
      'EU propose',
      'EU, Chile propose',
      'EU propose',
      'Norway, Japan propose',
      'Chile, CARICOM propose',
      'EU, Japan propose',
    ],
    alternatives: 0,
  },
  '[NT6] what is said to be done to other words is no wording': {
    text: '[EU: replace “shall” with “may”] [Chile: delete "soon"] [Norway: insert “and lakes” after “rivers”] [Japan: move to PP3] [Brazil: add “gladly”] (EU: add “here” before “now”)',
    claims: [
      'EU instruct',
      'Chile instruct',
      'Norway instruct',
      'Japan instruct',
      'Brazil add',
      'EU instruct',
    ],
  },
  '[NT7] brackets asked for, capitals awaited, and verbs of support that begin a bracket': {
    text: '[EU: brackets] [bracketed by Chile] [Norway: pending capital] [Japan: ad ref] [Supported by Brazil] [Proposal by Chile: wide] [narrow—EU] [EU alt: deep]',
    claims: [
      'EU reserve',
      'Chile reserve',
      'Norway pending',
      'Japan pending',
      'Brazil support',
      'Chile propose',
      'EU propose',
      'EU propose',
    ],
  },
  '[NT8] positions behind the words of a line': {
    text: 'OP1. Decides [to meet]; EU, Japan delete\nOP2. Decides to rest; Norway: retain\nOP3. Requests a report – Chile: reserve; Brazil: can live with\nOP4. Notes the role of Norway; that of Chile\nOP5. States [act] EU: reserve\nOP6. States [act] Norway: a member',
    claims: ['EU, Japan delete', 'Norway retain', 'Chile reserve', 'Brazil accept', 'EU reserve'],
  },
  '[NT12] how paragraphs stand, in the ways in which it is written': {
    text: 'OP1. Decides; (agreed ad ref)\nOP2. Decides; [ad ref]\nOP3. Decides. [agreed]\nOP4. Decides – agreed ad referendum\nOP5. Decides; [Agreed in informals, 4 June]\nOP6. Decides; **[Agreed *ad ref*]**\nAgreed ad ref\nOP7. Decides to be [agreed] with and (agreed) upon',
    roles: ['status', 'status', 'status', 'status', 'words'],
  },
  '[NT9] names made of several words, with “and”, a stroke or parentheses in them': {
    text: '[soon – Trinidad and Tobago, Iran (Islamic Republic of); G-77/China and New Zealand: can live with]',
    claims: ['Trinidad and Tobago, Iran (Islamic Republic of) propose', 'G-77/China, New Zealand accept'],
  },
  '[NT9] names nobody knows, where another takes a position behind them; without it they are words': {
    text: 'Encourages [timely – Ruritania; Freedonia supports] [and full – Ruritania] replies,',
    claims: ['Ruritania propose', 'Freedonia support'],
  },
}

test.each(Object.entries(forms))('%s', (_, { text, claims, roles, labels, alternatives }) => {
  expect(printNotation(parseNotation(text))).toBe(text)
  expect(figuresOf(text).roundTrip).toBe(true)
  if (claims) expect(claimsOf(text)).toEqual(claims)
  if (roles) expect(rolesOf(text)).toEqual(roles)
  if (labels) expect(labelsOf(text)).toEqual(labels)
  if (alternatives !== undefined) expect(figuresOf(text).alternatives).toBe(alternatives)
})

test('[NT2] orphans stay in the text and are listed by line and column, in code points', () => {
  const text = '𝒜 ] [a]\r\n[b\r]] 🌍🌍[\n\n['
  expect(figuresOf(text).orphans).toEqual([
    { line: 1, column: 3, char: ']' },
    { line: 3, column: 2, char: ']' },
    { line: 3, column: 6, char: '[' },
    { line: 5, column: 1, char: '[' },
  ])
  expect(figuresOf(text)).toMatchObject({ pairs: 2, roundTrip: true })
})

test('[NT3] pairs and depth count brackets; references and links of Markdown are none', () => {
  const text = 'A [b [c][d [e]]] of [the site](https://example.org/) [^1].'
  expect(figuresOf(text)).toMatchObject({ pairs: 4, maxDepth: 3 })
})

test('[NT4] brackets with a word or a space between them are no alternatives, nor is a status behind one', () => {
  expect(figuresOf('[a] [b] and [c], [d][Agreed ad ref]').alternatives).toBe(0)
  expect(figuresOf('[a][b][c] [d](Chile)[e](EU)').alternatives).toBe(2)
})

test('[NT11] amounts, dates and names to come are placeholders, words beside them are none', () => {
  const filled =
    '[X%] [X per cent] [USD X billion] [20XX] [X–Y] [date] [?] [name of body] [text to come] [tbc by Chair]'
  expect(figuresOf(filled).placeholders).toBe(10)
  expect(figuresOf('[every year] [5 per cent] [the date] [a name] [to come home]').placeholders).toBe(0)
})

test('[NT12] a number in brackets is an amount among words, the number of a paragraph where one begins', () => {
  expect(rolesOf('[3] Decides on [12][24] members, at [1.5] degrees, as was likely.[1]')).toEqual([
    'label',
    'words',
    'words',
    'words',
    'label',
  ])
  expect(figuresOf('at least [30][[50]] per cent of more than [5][X] lakes').alternatives).toBe(2)
  expect(rolesOf('is in force[.][, as may be.]')).toEqual(['words', 'words'])
})

test('[NT7] one name in parentheses ends a bracket behind words, not behind the name of a place', () => {
  expect(claimsOf('[all persons (Norway)] [Takes note; (Chile)] [at a meeting in Oslo (Norway)]')).toEqual([
    'Norway propose',
    'Chile propose',
  ])
})

test('[NT7] behind other names whatever is said in a known name is no word of the text', () => {
  expect(
    claimsOf(
      '[in time – EU, Japan; Chile: no; Norway: why so soon] fit (Brazil: “quite suitable”) [all][EU: no]',
    ),
  ).toEqual(['EU, Japan propose', 'Chile oppose', 'Norway instruct', 'Brazil instruct', 'EU propose'])
})

test('[NT6] spaces of French typography part names from their words', () => {
  expect(claimsOf('[EU\u202f: soon] [Chile\u00a0:\u202fdelete] [late –\u202fNorway]')).toEqual([
    'EU propose',
    'Chile delete',
    'Norway propose',
  ])
})

test('[NT14] who wants no text says so in a bracket', () => {
  expect(claimsOf('[shall][EU: no text][No text – Chile] [Norway: no article]')).toEqual([
    'EU delete',
    'Chile delete',
    'Norway delete',
  ])
})

test('[NT5] a stroke between brackets makes them wordings of one place', () => {
  expect(figuresOf('[will] / [may](Chile) / [can] and [a]/[b] and [c] / d').alternatives).toBe(1)
})

test('[NT5] a stroke without spaces parts nothing', () => {
  expect(figuresOf('[and/or] [A/RES/79/1] [his / her]').alternatives).toBe(1)
})

test('[NT9] words before a colon, behind a dash and in parentheses are not names without a reason', () => {
  const text =
    '[Note: see above] [NB: short] [TBD: long] [OP4: moved] [the aim – if any] [growth - inclusive] [Recalling: this] [gases] (GHG) [Article 5] (Finance) held in Oslo (Norway) and [trade – fair]'
  expect(claimsOf(text)).toEqual([])
  expect(claimsOf('[Ruritania: delete] [soon – Ruritania, EU] [late – Ruritania]')).toEqual([
    'Ruritania delete',
    'Ruritania, EU propose',
  ])
  expect(claimsOf('[Equity Group: wide] [Working Group: tall] [narrow – Rio Group]')).toEqual([
    'Equity Group propose',
    'Rio Group propose',
  ])
  expect(claimsOf('[Norway: Support the fund] [Chile: delete the last words]')).toEqual([
    'Norway propose',
    'Chile propose',
  ])
})

test('[NT9] each name has the code of the lexicon, in the spelling of the text', () => {
  const names = nodesOf('[soon – Singapore, SG, G-77/China, XYZ]').flatMap((node) =>
    node.type === 'claims' ? node.claims.flatMap((claim) => claim.names) : [],
  )
  expect(names.map(({ text, code }) => [text, code])).toEqual([
    ['Singapore', 'SG'],
    ['SG', 'SG'],
    ['G-77/China', 'G77'],
    ['XYZ', null],
  ])
  expect(figuresOf('[soon – Singapore, SG] [SG: late]').names).toEqual({ Singapore: 1, SG: 2 })
})

test('[NT12] a status stands in parentheses, behind a dash or on a line of its own too', () => {
  const statuses = (text: string): string[] =>
    nodesOf(text).flatMap((node) => (node.type === 'status' ? [node.text] : []))
  expect(
    statuses(
      'Decides; (agreed ad ref)\nDecides (Agreed in informals, 4 June)\nDecides – agreed ad referendum\nAgreed ad ref\nWhat is (agreed) here\nDecides. (agreed)',
    ),
  ).toEqual([
    '(agreed ad ref)',
    '(Agreed in informals, 4 June)',
    '– agreed ad referendum',
    'Agreed ad ref',
    '(agreed)',
  ])
})

test('[NT12] what may be words is no status in the middle of a line', () => {
  const words =
    'The text [adopted] by consensus, the goals [agreed in Rio] and [pending] cases, [agreed, as appropriate,] are [closed] now (adopted) here'
  expect(rolesOf(words)).toEqual(['words', 'words', 'words', 'words', 'words'])
  expect(nodesOf(words).some(({ type }) => type === 'status')).toBe(false)
  expect(
    rolesOf(
      'OP1. One. [adopted]\nOP2. Two; [Agreed in Rio]\n[Agreed in contact group 2] OP3. Three\n[OP4 agreed ad ref]',
    ),
  ).toEqual(['status', 'status', 'status', 'status'])
})

test('[NT6] marks of emphasis in Markdown part no name from its words', () => {
  expect(claimsOf('[**EU:** soon] [*EU, Chile*: later] [never – **Norway**]')).toEqual([
    'EU propose',
    'EU, Chile propose',
    'Norway propose',
  ])
})

test('[NT12] “agreed” is a status at the end of a line and a word elsewhere', () => {
  expect(rolesOf('[agreed](Chile) [Agreed] to meet\nDecides. [Agreed]')).toEqual(['words', 'words', 'status'])
})
