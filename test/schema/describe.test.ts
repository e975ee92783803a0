import { describe, expect, it } from 'vitest'
import type { Change } from '../../schema/proposal/change.ts'
import { describe as describeChange } from '../../schema/proposal/describe.ts'
import { linkedChanges } from '../../schema/proposal/linked.ts'
import { compare } from '../../schema/proposal/compare.ts'
import { currentVersion } from '../../schema/proposal/proposal.ts'
import { textOf } from '../../schema/text/text.ts'
import { draftAfter } from './drafting.ts'
import { Scene } from './scene.ts'

/** What the last proposal of a scene is said to do. */
function said(given: string, ...lines: string[]) {
  const { it: negotiation } = new Scene(given, lines)
  const last = [...negotiation.now.proposals.values()].at(-1)!
  return currentVersion(last).changes.map((change) => describeChange(negotiation.now, change))
}

describe('the sentence that says what will be tabled', () => {
  const two = 'Parties shall report\nDecides to meet'
  const cases: readonly (readonly [string, string, readonly string[], object])[] = [
    [
      'a replacement',
      two,
      ['A: shall → should'],
      { code: 'replaces', label: 'OP1', was: 'shall', now: 'should' },
    ],
    ['an insertion', two, ['A: meet → meet again'], { code: 'inserts', label: 'OP2', now: ' again' }],
    ['a strike', two, ['A: − to meet'], { code: 'strikes', label: 'OP2', was: 'to meet' }],
    [
      'a new paragraph',
      two,
      ['A: add after OP1: Also'],
      { code: 'addsParagraph', label: 'OP1', now: 'Also', kind: 'operative' },
    ],
    [
      'a paragraph deleted',
      two,
      ['A: delete OP2'],
      { code: 'deletesParagraph', label: 'OP2', was: 'Decides to meet' },
    ],
    ['a split', two, ['A: split OP2 before “to”'], { code: 'splits', label: 'OP2', before: 'Decides ' }],
    ['a join', 'one \ntwo', ['A: join OP2'], { code: 'joins', label: 'OP2', before: 'OP1' }],
    [
      'a move',
      'one\ntwo\nthree\nfour',
      ['A: move OP1 after OP3'],
      { code: 'moves', label: 'OP1', after: 'OP3' },
    ],
    ['another kind', two, ['A: make OP2 item 1'], { code: 'sets', label: 'OP2', kind: 'item', level: 1 }],
    ['words held', two, ['A: hold “report”'], { code: 'holds', label: 'OP1', was: 'report' }],
    [
      'an amendment to an amendment',
      two,
      ['A: shall → should', 'B on A1: should → should urgently'],
      { code: 'inserts', label: 'OP1', within: 2 },
    ],
    [
      'an amendment to a new paragraph',
      two,
      ['A: add after OP1: Also reports', 'B on A1: reports → reports urgently'],
      { code: 'inserts', label: 'OP1 bis', within: 2 },
    ],
    [
      'words of a paragraph that came in this round',
      two,
      ['A: add after OP1: Also reports', 'chair accepts A1', 'B: − reports'],
      { code: 'strikes', label: 'OP1 bis' },
    ],
    [
      'a paragraph held whole',
      two,
      ['A: hold “Decides to meet”'],
      { code: 'holds', label: 'OP2', whole: true },
    ],
  ]
  for (const [title, given, lines, expected] of cases)
    it(`[DE1] names ${title} and its paragraph`, () => {
      expect(said(given, ...lines)).toMatchObject([expected])
    })

  it('[DE1] names a paragraph that is only asked for by its own number when it is held whole', () => {
    const { it: negotiation } = new Scene(two, ['A: add after OP1: Also reports'])
    const [id] = [...negotiation.now.proposals.keys()]
    const ranges = [{ source: `${id}.1/0`, from: 0, to: 5 }]
    const held = describeChange(negotiation.now, { type: 'hold', ranges })
    expect(held).toMatchObject({ code: 'holds', label: 'OP1 bis', within: id, was: 'Also' })
  })

  it('[DE2] speaks of the words a change was made on, whatever became of these', () => {
    const lines = [
      'A: end → one two three four end',
      'B on A1: − three four ',
      'A revises A1: one two three four → one',
    ]
    const { it: negotiation, id } = (() => {
      const scene = new Scene('end', lines)
      return { it: scene.it, id: scene.id('B1') }
    })()
    const [change] = currentVersion(negotiation.now.proposals.get(id)!).changes
    expect(describeChange(negotiation.now, change!)).toMatchObject({
      code: 'strikes',
      label: 'OP1',
      was: 'three four ',
    })
  })
})

describe('changes that belong together', () => {
  it('[CM3] are a move and a split where both halves of a paragraph are moved', () => {
    const both = said('one two\nthree\nfour', 'A: move OP1 after OP3 & split OP3 before “two”')
    expect(both.map(({ code }) => code)).toEqual(['splits', 'moves'])
  })
  it('[CM5] are a footnote and what refers to it, and no others', () => {
    const { it: negotiation } = new Scene('Parties report promptly\nDecides', [])
    const text = textOf(negotiation.now, new Set())
    const draft = draftAfter(text, 'footnote after “promptly”: See annex. & Decides → Requests', negotiation)
    const changes = compare(negotiation.now, new Set(), draft)
    expect(changes).toHaveLength(3)
    expect(linkedChanges(changes).map((group) => group.map((i) => kindOf(changes[i]!)))).toEqual([
      ['words', 'paragraph'],
      ['words'],
    ])
  })
})

const kindOf = (change: Change): string =>
  change.type === 'amend' && change.insert?.runs.some((run) => 'break' in run) ? 'paragraph' : 'words'
