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
    '[IM5] the same wording of two is asked for by both, in the same place',
    ['OP1. States [shall][EU: should][CH: should][US: may] report.'],
    ['States shall report.'],
    ['OP1. States [shall][EU, CH: should][US: may] report.'],
  ],
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
    '[IM6] an alternative to a paragraph that is asked for before all others',
    [
      '[EU: OP0 bis. [States act on many things that matter.]]',
      '[US: OP0 bis alt. States rest.]',
      'OP1. One.',
    ],
    ['One.'],
    ['[EU: OP0 bis. [States act on many things that matter.][US: States rest.]]', 'OP1. One.'],
  ],
  ['[IM4] two spaces before a comma in brackets', ['OP1. States  [,] act.'], ['States  , act.']],
  [
    '[IM6] an alternative to the first of two paragraphs that are asked for as one',
    [
      'OP1. Requests a report.',
      '[EU: OP2. Decides to meet. ¶ Decides to go.]',
      'OP2 alt. [US: Decides to wait.]',
    ],
    ['Requests a report.'],
    [
      'OP1. Requests a report.',
      '[EU: OP1 bis. [Decides to meet. ][US: Decides to wait.]]',
      '[EU: OP1 ter. Decides to go.]',
    ],
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
  [
    '[IM8] positions in brackets of their own leave no space behind',
    ['OP1. It prevails. [EU: retain] [US: support]', 'OP2. It ends [NOC – US] [SUP – JP].'],
    ['It prevails.', 'It ends.'],
    ['OP1. It prevails.', '[OP2. It ends. – JP: delete]'],
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
