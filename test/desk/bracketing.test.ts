import { describe, expect, test } from 'vitest'
import { countsOf, groupsOf } from '../../client/desk/bracketing/groups.ts'
import { piecesOf, stretchesOf } from '../../client/desk/bracketing/pieces.ts'
import { proofOf, understood, type Written } from '../../client/desk/bracketing/understood.ts'
import { mayHoldBrackets, reviewOf } from '../../client/desk/importing/reviewed.ts'
import type { Corrections, WrittenParagraph } from '../../schema/imported/written.ts'
import { isRefusal } from '../../schema/refusal.ts'
import { joinRuns, plainText } from '../../schema/text/token.ts'
import { catalogueLexicon } from '../../server/accounts/lexicon.ts'
import { readImport } from '../../server/imports/read.ts'
import { rollingText } from './rolling-text.ts'

const at = '2026-11-23T09:00:00.000Z'
const parties = ['EU', 'US', 'RU', 'G77', 'MX'].map((code) => ({
  code,
  name: `Party ${code}`,
  kind: 'state' as const,
}))

/** A pasted text as the screen has it. */
function imported(text: string, corrections: Corrections = { brackets: {}, names: {} }): Written {
  const preview = readImport('text.txt', new TextEncoder().encode(text))
  if (isRefusal(preview)) throw new Error(JSON.stringify(preview))
  const paragraphs = preview.paragraphs.map(({ id, kind, level, content, label }): WrittenParagraph => ({
    id,
    kind,
    level,
    content,
    label,
  }))
  return {
    paragraphs,
    language: 'en',
    corrections,
    parties,
    lexicon: [...catalogueLexicon()],
    role: 'secretariat',
  }
}

const proved = (written: Written) => proofOf(written, understood(written), at)

describe('the text with its brackets', () => {
  test('is cut where brackets begin and end, and loses nothing', () => {
    const written = imported(rollingText())
    const { understanding, asides } = understood(written)
    const stretches = stretchesOf(written.paragraphs, understanding.findings)
    const opened = new Set<string>()
    for (const paragraph of written.paragraphs) {
      const pieces = piecesOf(paragraph, stretches.get(paragraph.id) ?? [], asides[paragraph.id])
      expect(joinRuns(pieces.flatMap(({ runs }) => runs))).toEqual(joinRuns(paragraph.content))
      for (const { finding, sign } of pieces) if (finding && sign === 'opening') opened.add(finding.id)
    }
    expect(opened).toEqual(new Set(understanding.findings.map(({ id }) => id)))
    expect(understanding.findings.length).toBeGreaterThan(200)
  })

  test('marks a bracket and its partner, though names stand behind it, and names apart from words', () => {
    const written = imported('1. Decides to [meet (again) – EU] (Mexico: delete) today.')
    const { understanding, asides } = understood(written)
    const [paragraph] = written.paragraphs
    const pieces = piecesOf(
      paragraph!,
      stretchesOf(written.paragraphs, understanding.findings).get('p1')!,
      asides['p1'],
    )
    const drawn = pieces.map(({ runs, sign, aside }) => [plainText(runs), sign ?? aside ?? 'words'])
    expect(drawn).toContainEqual(['[', 'opening'])
    expect(drawn).toContainEqual([']', 'closing'])
    expect(
      drawn
        .filter(([, how]) => how === 'claims')
        .map(([words]) => words)
        .join(''),
    ).toMatch(/EU.*Mexico: delete/)
    expect(drawn).toContainEqual(['meet (again) ', 'words'])
  })

  test('a bracket over several paragraphs lies in each of them', () => {
    const written = imported('1. Decides [to meet;\n\n2. Requests a report;\n\n3. Invites all] to come.')
    const { findings } = understood(written).understanding
    const stretches = stretchesOf(written.paragraphs, findings)
    const parts = written.paragraphs.map(({ id }) =>
      (stretches.get(id) ?? []).map(({ begins, ends }) => [begins, ends]),
    )
    expect(parts).toEqual([[[true, false]], [[false, false]], [[false, true]]])
  })
})

describe('the list', () => {
  const findings = understood(imported(rollingText())).understanding.findings.map((finding, i) => ({
    ...finding,
    sure: i % 9 > 0,
  }))

  test('has what is worth a look first, each bracket once', () => {
    const groups = groupsOf(findings, false)
    expect(groups[0]!.of).toBe('unsure')
    expect(groups.flatMap((group) => group.findings)).toHaveLength(findings.length)
    expect(groupsOf(findings, true).map(({ of }) => of)).toEqual(['unsure'])
    expect(groupsOf(findings, true)[0]!.findings.every(({ sure }) => !sure)).toBe(true)
  })

  test('counts brackets, alternatives and proponents', () => {
    const written = imported('1. Decides [shall][EU: should][US, EU: may] meet [again].')
    expect(countsOf(understood(written).understanding.findings)).toEqual({
      brackets: 4,
      alternatives: 2,
      proponents: 2,
    })
  })
})

describe('the proof', () => {
  test.each([
    ['1. Decides [shall][EU: should] meet [US: again] [today – RU: delete].', true],
    ['OP1. Decides to meet.\n\n[EU: OP1 bis. Requests a report.]', true],
    ['1. Decides [shall][should – European Union] meet.', false],
    ['1. Decides [shall / should] meet.', false],
  ])('words and brackets are printed again: %s', (text, same) => {
    const { comparison, refused } = proved(imported(text))
    expect({ ...comparison, refused }).toMatchObject({ same, differences: [], refused: [] })
    expect(comparison.restyled).toBe(same ? 0 : 1)
  })

  test('what reads otherwise is shown by its place', () => {
    const written = imported(
      '1. Decides to meet.\n\nOption 1: Requests a report.\n\nOption 2: No text\n\n2. Thanks all.',
    )
    const { comparison } = proved(written)
    expect(comparison.same).toBe(false)
    expect(comparison.differences[0]).toMatchObject({
      paragraph: 'p2',
      imported: 'Option 1: Requests a report.',
    })
  })

  test('nothing of a long rolling text is refused, and every paragraph in dispute is named', () => {
    const written = imported(rollingText())
    const { understanding, recorded } = understood(written)
    const { refused, comparison } = proved(written)
    expect(refused).toEqual([])
    expect(recorded.proposals).toBeGreaterThan(100)
    expect(understanding.orphans).toHaveLength(2)
    expect(comparison.differences.length).toBeLessThan(10)
  })

  test('a correction changes what is recorded', () => {
    const text = '1. Decides to [again] meet.'
    const first = understood(imported(text))
    expect(first.recorded).toEqual({ proposals: 0, holds: 1, positions: 0, statuses: 0 })
    const [{ id } = { id: '' }] = first.understanding.findings
    const corrected = understood(
      imported(text, { brackets: { [id]: { reading: 'optional', sponsors: ['EU'] } }, names: {} }),
    )
    expect(corrected.recorded).toEqual({ proposals: 1, holds: 0, positions: 0, statuses: 0 })
    expect(corrected.understanding.steps[0]).toMatchObject({ for: 'EU', deed: { type: 'table' } })
  })
})

test.each([
  ['1. Decides [to meet].', true],
  ['1. Decides to meet {placement}.', true],
  ['Option 1: Decides to meet.', true],
  ['1. Decides to meet (US: delete).', true],
  ['OP1. Decides to meet.\n\nOP1 alt. Decides to write.', true],
  ['1. Decides to meet (see annex);\n\n2. Requests options for a report.', false],
])('a text is asked for its brackets only where it may have some: %s', (text, may) => {
  const preview = readImport('text.txt', new TextEncoder().encode(text))
  if (isRefusal(preview)) throw new Error(JSON.stringify(preview))
  expect(mayHoldBrackets(reviewOf(preview))).toBe(may)
})
