import { describe, expect, test } from 'vitest'
import { reading, written } from './reading.ts'

/** Lines as they are written, the text they leave, and the compilation where it is not as written. */
type Case = readonly [
  rule: string,
  written: readonly string[],
  base: readonly string[],
  printed?: readonly string[] | undefined,
]

const cases: readonly Case[] = [
  ['[IM4] words with a name are asked for', ['OP1. States [EU: promptly] report.'], ['States report.']],
  ['[IM4] … before a stop', ['OP1. States report [EU: promptly].'], ['States report.']],
  ['[IM4] … at the beginning', ['OP1. [EU: Promptly] States report.'], ['States report.']],
  ['[IM4] … at the end', ['OP1. States report [EU: promptly]'], ['States report']],
  ['[IM4] … inside a word', ['OP1. inter[EU: nation]al'], ['interal']],
  ['[IM4] … as one word with the next', ['OP1. a [EU: pro]active State'], ['a active State']],
  ['[IM4] … two of them', ['OP1. States [EU: promptly] [US: fully] report.'], ['States report.']],
  ['[IM4] … at both ends of a text', ['OP1. [EU: All] States report [US: fully].'], ['States report.']],
  ['[IM4] … in words right to left', ['OP1. تقرر الدول [EU: فورا] تقديم تقرير'], ['تقرر الدول تقديم تقرير']],
  ['[IM4] … in words without spaces', ['OP1. 各国应[EU: 自愿]合作。'], ['各国应合作。']],
  ['[IM4] a mark of punctuation goes with its words', ['OP1. data [EU: , if any,] here'], ['data here']],
  [
    '[IM4] … and has no space before it, in the text or in what is asked for',
    ['OP1. action [, as appropriate,] on data [EU: , which [CH: , all,] are here] [; or then].'],
    ['action, as appropriate, on data; or then.'],
  ],
  [
    '[IM4] … as it is printed',
    ['OP1. shall[, without delay,] act [.][, now.]'],
    ['shall, without delay, act.'],
    ['OP1. shall [, without delay,] act [.][, now.]'],
  ],
  ['[IM4] words without a name stay', ['OP1. the [voluntary] guidelines'], ['the voluntary guidelines']],
  ['[IM4] a deletion', ['OP1. the [voluntary – US: delete] guidelines'], ['the voluntary guidelines']],
  [
    '[IM5] brackets with a stroke between them',
    ['OP1. States [shall] / [EU: should] / [may](US) act [soon]/[later].'],
    ['States shall act soon/later.'],
    ['OP1. States [shall][EU: should][US: may] act [soon]/[later].'],
  ],
  [
    '[IM4] deletions beside one another',
    ['OP1. the [old – CH: delete] [new – NO: delete].'],
    ['the old new.'],
  ],
  ['[IM4] a reservation', ['OP1. the [voluntary – CH: reserve] guidelines'], ['the voluntary guidelines']],
  [
    '[IM4] a name nobody bears',
    ['OP1. States [soon – XYZ] report.'],
    ['States report.'],
    ['OP1. States [soon] report.'],
  ],
  ['[IM4] names behind', ['OP1. to [meet](CL) in June'], ['to in June'], ['OP1. to [CL: meet] in June']],
  [
    '[IM4] a word that is quoted',
    ['OP1. States [EU: add “promptly”] report.'],
    ['States report.'],
    ['OP1. States [EU: promptly] report.'],
  ],
  ['[IM4] nested', ['OP1. a [EU, US: b [CH: c [NO: d [JP: e [BR: f]]]]] g'], ['a g']],
  ['[IM4] nested in words that stay', ['OP1. a [b [CH: c] d [e [f]] g] h'], ['a b d e f g h']],
  ['[IM4] nested at the edge of words that stay', ['OP1. a [b [CH: c]] d'], ['a b d']],
  ['[IM4] placeholders', ['OP1. by [XX] per cent, […] [tbd]'], ['by XX per cent, … tbd']],
  [
    '[IM4] over paragraphs',
    ['OP1. Text [one', 'OP2. two] three'],
    ['Text one', 'two three'],
    ['OP1. Text [one]', 'OP2. [two] three'],
  ],
  [
    '[IM4] asked for over paragraphs',
    ['OP1. Text [EU: one', 'OP2. two] three'],
    ['Text three'],
    ['OP1. Text [EU: one¶ two] three'],
  ],
  ['[IM4] a paragraph asked for within', ['OP1. a [EU: b ¶ c] d'], ['a d']],
  ['[IM5] a wording and another', ['OP1. States [shall][EU: should] report.'], ['States shall report.']],
  ['[IM5] three wordings without names', ['OP1. [shall][should][other]'], ['shall']],
  [
    '[IM5] with a deletion and a reservation',
    ['OP1. the [old – US: delete; CH: reserve][EU: new][NO: other] rules'],
    ['the old rules'],
  ],
  [
    '[IM5] nested in one another',
    ['OP1. [noting [the][EU: a] need, and] further [local][US: [all][BR: no]] trade'],
    ['noting the need, and further local trade'],
  ],
  ['[IM5] either of two additions', ['OP1. States [EU: soon][US: at once] report.'], ['States report.']],
  [
    '[IM5] strokes',
    ['OP1. [slowing - EU, BR retain / speeding - CL] growth'],
    ['slowing growth'],
    ['OP1. [slowing][CL: speeding] growth'],
  ],
  [
    '[IM5] of one kind, though a space parts them',
    ['OP1. Each [shall] [EU: should] meet in [May] [June] [two] [three] times.'],
    ['Each shall meet in May two times.'],
    ['OP1. Each [shall][EU: should] meet in [May][June] [two][three] times.'],
  ],
  ['[IM5] of two kinds that a space parts', ['OP1. a [new] [and lasting] rule'], ['a new and lasting rule']],
  ['[IM5] strokes without names', ['OP1. [his / her] office'], ['his office'], ['OP1. [his][her] office']],
  [
    '[IM5] strokes of one',
    ['OP1. it is [given / lent](CL) back'],
    ['it is back'],
    ['OP1. it is [CL: given][CL: lent] back'],
  ],
  [
    '[IM5] numbers, also at the beginning of a paragraph, but no number of a source',
    ['OP1. [30][50] per cent, as told.[1]'],
    ['30 per cent, as told.[1]'],
  ],
  [
    '[IM8] what is said behind wordings side by side leaves them side by side',
    [
      'OP1. a panel [in 2032][at its [66th][67th] session]; EU: reserve',
      'OP2. [shall][should] (US: delete) act',
    ],
    ['a panel in 2032', 'shall act'],
    ['OP1. a panel [in 2032][at its [66th][67th] session]', 'OP2. [shall][should] act'],
  ],
  ['[IM5] numbers in words', ['OP1. in [6][9] weeks'], ['in 6 weeks']],
  [
    '[IM5] a wording without words',
    ['OP1. States [shall][EU: delete] report.'],
    ['States shall report.'],
    ['OP1. States [shall – EU: delete] report.'],
  ],
  ['[IM6] a new paragraph', ['OP1. One.', '[EU: OP1 bis. New.]', 'OP2. Two.'], ['One.', 'Two.']],
  ['[IM6] two of them', ['OP1. One.', '[EU: OP1 bis. New.]', '[US: OP1 ter. Newer [CH: still].]'], ['One.']],
  ['[IM6] a new paragraph before all', ['[EU: OP0 bis. New.]', 'OP1. One.'], ['One.']],
  ['[IM6] a new paragraph of nobody', ['OP1. One.', '[OP1 bis. New.]'], ['One.']],
  [
    '[IM6] a paragraph that is asked to go',
    ['OP1. One.', '[OP2. Two [EU: more]. – US: delete]'],
    ['One.', 'Two.'],
  ],
  [
    '[IM6] an alternative',
    [
      'OP1. [Requests the Secretariat to report once a year.]',
      '[EU: OP1 alt. Invites States to tell one another what they did.]',
      '[US, CH: OP1 alt bis. Nothing.]',
    ],
    ['Requests the Secretariat to report once a year.'],
  ],
  [
    '[IM6] an alternative beside words that stay',
    [
      'OP1. Requests [the Secretariat to prepare a report once a year on these];',
      '[EU: OP1 alt. Requests States to say what they do;]',
    ],
    ['Requests the Secretariat to prepare a report once a year on these;'],
  ],
  [
    '[IM6] an alternative to a paragraph that is asked for',
    [
      'OP1. One.',
      '[EU: OP1 bis. [Encourages all States to endorse the declaration of last year;]]',
      '[NO: OP1 bis alt. Takes note of it;]',
      '[BR: OP1 bis alt bis. Welcomes what was said;]',
    ],
    ['One.'],
  ],
  [
    '[IM6] an alternative without brackets',
    ['OP1. Requests a report once a year, in two languages.', 'OP1 alt. Decides to meet.'],
    ['Requests a report once a year, in two languages.'],
    ['OP1. [Requests a report once a year, in two languages.]', '[OP1 alt. Decides to meet.]'],
  ],
  [
    '[IM6] what is numbered as an addition or alternative, with names but without brackets',
    [
      'OP1. Requests a report once a year, in two languages.',
      'OP1 alt. Decides to meet. (US, supported by NO)',
      'OP1 bis. Invites all. (CH)',
      'EU: OP1 ter. Ends.',
      'OP2. Ends. (CL)',
    ],
    ['Requests a report once a year, in two languages.', 'Ends. (CL)'],
    [
      'OP1. [Requests a report once a year, in two languages.]',
      '[US: OP1 alt. Decides to meet.]',
      '[CH: OP1 bis. Invites all.]',
      '[EU: OP1 ter. Ends.]',
      'OP2. Ends. (CL)',
    ],
  ],
  [
    '[IM7] options',
    ['OP1. One.', 'Option 1: Two.', 'Option 2: Three.'],
    ['One.'],
    ['OP1. One.', '[OP1 bis. Two.]', '[OP1 ter. Three.]'],
  ],
  [
    '[IM7] options in a line',
    ['OP1. Each [Option 1: shall Option 2: should] report.'],
    ['Each report.'],
    ['OP1. Each [shall][should] report.'],
  ],
  [
    '[IM7] options in options',
    ['OP1. One.', 'Option 1: Two.', 'Option 2', 'Option (a): Three.', 'Option (b): Four.'],
    ['One.'],
    ['OP1. One.', '[OP1 bis. Two.]', '[OP1 ter. Three.]', '[OP1 quater. Four.]'],
  ],
  [
    '[IM9] what is asked of a paragraph',
    [
      'OP1. {US: make item, level 1} {EU: place after OP2} One.',
      'OP2. {CH: join to the paragraph before} Two.',
    ],
    ['One.', 'Two.'],
  ],
  [
    '[IM9] a remark',
    ['OP1. Each State {awaiting the outcome} reports.'],
    ['Each State reports.'],
    ['OP1. Each State reports.'],
  ],
  [
    '[IM12] brackets of Markdown and numbers of paragraphs are words',
    ['OP1. [Article 3 bis] of [the site](https://example.org/), []'],
    ['[Article 3 bis] of [the site](https://example.org/), []'],
  ],
  [
    '[IM6] an alternative with a number of its own',
    ['3. We note the goals of the year before last.', '3. Alt1 [We recall the goals. – CH]'],
    ['We note the goals of the year before last.'],
    ['OP3. [We note the goals of the year before last.]', '[CH: OP3 alt. We recall the goals.]'],
  ],
  ['[IM12] orphans are words', ['OP1. a ] b [c'], ['a ] b [c']],
]

describe('a text as it is written', () => {
  test.each(cases.map((one) => [one[0], one] as const))('%s', (_, [, lines, base, printed = lines]) => {
    const { understood, refused, ...read } = reading(written(...lines))
    expect(refused).toEqual([])
    expect({ base: read.base.split('\n'), printed: read.printed.split('\n'), kept: understood.kept }).toEqual(
      {
        base,
        printed,
        kept: [],
      },
    )
  })
})

const said = (...lines: string[]): readonly string[] => reading(written(...lines)).said

describe('what is said', () => {
  test('[IM8] behind a dash and in parentheses is a position on the words', () => {
    expect(said('OP1. [extreme - US; G77 delete] heat')).toEqual([
      'G77 position {"on":{"proposal":2,"version":1},"stance":"opposes","reason":"","condition":""}',
    ])
    expect(said('OP1. region[ally](CL)(EU: retain; JP: can live with)')).toEqual([
      'EU position {"on":{"proposal":2,"version":1},"stance":"supports","reason":"","condition":""}',
      'JP position {"on":{"proposal":2,"version":1},"stance":"canLiveWith","reason":"","condition":""}',
    ])
    expect(said('OP1. [shall – NO: retain][EU: should – US: reserve; BR: reflect]')).toEqual([
      'NO position {"on":{"proposal":2,"version":1},"stance":"retain","reason":"","condition":""}',
      'US position {"on":{"proposal":2,"version":1},"stance":"reserves","reason":"","condition":""}',
      'BR position {"on":{"proposal":2,"version":1},"stance":"reserves","reason":"under reflection","condition":""}',
    ])
  })

  test('[IM8] in a bracket of its own is a position on the bracket before it, a space between or none', () => {
    expect(said('OP1. We note [EU: soon][US: delete] that [NO: many] [CH: can live with] rest.')).toEqual([
      'US position {"on":{"proposal":2,"version":1},"stance":"opposes","reason":"","condition":""}',
      'CH position {"on":{"proposal":3,"version":1},"stance":"canLiveWith","reason":"","condition":""}',
    ])
    const struck = reading(written('OP1. the [old] [US, JP: delete] [and new] (EU) [BR: retain] ways'))
    expect([struck.base, struck.printed]).toEqual([
      'the old ways',
      'OP1. the [old – US, JP: delete] [EU: and new] ways',
    ])
    expect(struck.said).toEqual([
      'BR position {"on":{"proposal":4,"version":1},"stance":"supports","reason":"","condition":""}',
    ])
  })

  test('[IM7] no text beside a wording asks to strike it, and options are of those they name', () => {
    const none = reading(
      written('OP1. States [shall][EU: no text] act [soon][No text] and [rest][no text – US].'),
    )
    expect([none.base, none.printed]).toEqual([
      'States shall act soon and rest.',
      'OP1. States [shall – EU: delete] act [soon] and [rest – US: delete].',
    ])
    const options = reading(written('Terms', 'Option 1 (EU): States act.', 'Option 2 (US): States rest.'))
    expect([...options.state.proposals.values()].map(({ sponsors }) => sponsors)).toEqual([['EU'], ['US']])
  })

  test('[IM8] behind the words of a paragraph is a position on it, or on the bracket it ends with', () => {
    expect(said('OP1. States rest; EU: retain', 'OP2. They [meet]; US: can live with')).toEqual([
      'US position {"on":{"proposal":2,"version":1},"stance":"canLiveWith","reason":"","condition":""}',
      'EU position {"on":{"paragraph":"p1"},"stance":"retain","reason":"","condition":""}',
    ])
    const struck = reading(
      written('OP1. States rest. US, JP: delete', 'OP2. They meet – agreed ad referendum'),
    )
    expect(struck.printed).toBe('[OP1. States rest. – US, JP: delete]\nOP2. They meet')
    expect(struck.said).toEqual([
      '– status {"paragraph":"p2","status":"adReferendum","pending":[],"reason":"agreed ad referendum"}',
    ])
  })

  test('[IM8] on a line of its own is a position on the paragraph before', () => {
    expect(said('OP1. Words of a paragraph.', 'EU: reserve')).toEqual([
      'EU position {"on":{"paragraph":"p1"},"stance":"reserves","reason":"","condition":""}',
    ])
  })

  test('[IM8] a withdrawal hangs on what its condition names, and another’s on it', () => {
    const lines = [
      'OP1. water [supplied](CL) [and lakes] (EU) (EU: would withdraw if OP1 bis is retained, in which case CL also withdraws its addition)(BR: no change in position)',
      '[JP: OP1 bis. Lakes.]',
    ]
    expect(said(...lines)).toEqual([
      'EU undertake {"proposal":3,"condition":"if OP1 bis is retained","when":{"proposal":4,"becomes":"accepted"}}',
      'CL undertake {"proposal":2,"condition":"if OP1 bis is retained","when":{"proposal":3,"becomes":"withdrawn"}}',
      'BR comment {"on":{"proposal":3,"version":1},"text":"No change in position"}',
      '– comment {"on":{"proposal":3,"version":1},"text":"EU: would withdraw if OP1 bis is retained, in which case CL also withdraws its addition"}',
    ])
  })

  test('[IM9] beyond positions is a remark, in the words of the text', () => {
    expect(said('OP1. to meet [soon – EU; US: why now; CH: no] in peace (NO: “at ease”)')).toEqual([
      'CH position {"on":{"proposal":2,"version":1},"stance":"opposes","reason":"","condition":""}',
      '– comment {"on":{"proposal":2,"version":1},"text":"US: why now"}',
      '– comment {"on":{"paragraph":"p1"},"text":"NO: “at ease”"}',
    ])
  })

  test('[IM9] of a paragraph is its status, or a remark while brackets are open', () => {
    expect(
      said('OP1. One. [Agreed ad ref]', 'OP2. [Two] (Agreed, placement tbd)', '{awaiting capital}'),
    ).toEqual([
      '– comment {"on":{"paragraph":"p2"},"text":"awaiting capital"}',
      '– status {"paragraph":"p1","status":"adReferendum","pending":[],"reason":"Agreed ad ref"}',
      '– comment {"on":{"paragraph":"p2"},"text":"Agreed, placement tbd"}',
    ])
    expect(reading(written('OP1. [Two] [Agreed]')).understood.kept).toEqual([
      { finding: 'p1:6', why: 'brackets-open' },
    ])
  })

  test('[IM7] of options is that they are rivals; of either of two additions too', () => {
    expect(said('OP1. One.', 'Option 1: Two.', 'Option 2: Three.')).toEqual(['– rivals {"proposals":[2,3]}'])
    expect(said('OP1. a [EU: x][US: y] b')).toEqual(['– rivals {"proposals":[2,3]}'])
  })

  test('[IM7] of an option without text in nobody’s name is a remark, and is listed', () => {
    const { understood, said } = reading(written('OP1. One.', 'Option 1: Two.', 'Option 2: No text'))
    expect(said).toEqual(['– comment {"on":{"proposal":2,"version":1},"text":"Option 2: No text"}'])
    expect(understood.kept.map(({ why }) => why)).toEqual(['no-words'])
  })

  test('[IM7] of an option without text is a position of those who ask for none', () => {
    const { understood, said } = reading(
      written('OP1. One.', 'Option 1: Two.', 'Option 2: No text (US, XYZ)'),
    )
    expect(said.filter((one) => one.includes('noText'))).toEqual([])
    expect(understood.names).toEqual([])
    const known = reading(written('OP1. One.', 'Option 1: Two.', 'Option 2: No text (US, JP)'))
    expect(known.said).toEqual(
      ['US', 'JP'].map(
        (code) =>
          `${code} position {"on":{"proposal":2,"version":1},"stance":"noText","reason":"","condition":""}`,
      ),
    )
    expect(known.understood.names.map(({ text }) => text)).toEqual(['US', 'JP'])
  })

  test('[IM8] of withdrawals by those who ask for nothing there is one remark, and is listed once', () => {
    const { understood, said } = reading(
      written(
        'OP1. Lakes (G77 with supports of CH: would withdraw its words if OP2 is kept)(EU: no change in position)',
      ),
    )
    expect(said).toEqual([
      '– comment {"on":{"paragraph":"p1"},"text":"G77 with supports of CH: would withdraw its words if OP2 is kept"}',
      'EU comment {"on":{"paragraph":"p1"},"text":"No change in position"}',
    ])
    expect(understood.kept).toEqual([{ finding: 'p1:6', why: 'not-sponsor' }])
  })

  test('[IM12] of no words is said of the paragraph', () => {
    expect(reading(written('OP1. One. [EU: reserve]')).said).toEqual([
      'EU position {"on":{"paragraph":"p1"},"stance":"reserves","reason":"","condition":""}',
    ])
    expect(reading(written('OP1. One. [delete – EU]')).printed).toBe('[OP1. One. – EU: delete]')
  })

  test('[IM12] brackets around the same words, or too deep, are listed', () => {
    const twice = reading(written('OP1. a [[EU: b]] c'))
    expect([twice.printed, twice.understood.kept]).toEqual([
      'OP1. a [EU: b] c',
      [{ finding: 'p1:2', why: 'same-span' }],
    ])
    const deep = reading(written(`OP1. ${'[a '.repeat(45)}${']'.repeat(45)}`))
    expect(deep.refused).toEqual([])
    expect(new Set(deep.understood.kept.map(({ why }) => why))).toEqual(new Set(['too-deep']))
  })
})
