import { createIntl } from 'react-intl'
import { describe, expect, test } from 'vitest'
import { explain } from '../../client/lang/refusal.ts'
import { refusals } from '../../client/lang/en/refusals.ts'
import type { Refusal, RefusalCode } from '../../schema/refusal.ts'
import { refusalCodes, refuse } from '../../schema/refusal.ts'

const intl = createIntl({
  locale: 'en-GB',
  onError: (error) => {
    if (error.code !== 'MISSING_TRANSLATION') throw error
  },
})

/** Facts as the core sends them; every code is tried with those it documents and with none. */
const facts: Partial<Record<RefusalCode, Refusal['params']>> = {
  'not-allowed': { role: 'delegate', deed: 'rule', who: ['facilitator', 'secretariat'] },
  'other-delegation': { party: 'NO' },
  'not-speaking-for': { party: 'EU' },
  'unknown-party': { party: 'XX' },
  'unknown-proposal': { proposal: 14 },
  'paragraph-agreed': { paragraph: 'p3', label: 'OP4', status: 'adReferendum' },
  'proposal-decided': { proposal: 14, status: 'superseded' },
  'proposal-open': { proposal: 14 },
  'version-passed': { proposal: 14, version: 1, current: 3 },
  'rival-accepted': { proposal: 14, rival: 21 },
  'rests-on': { proposal: 14, on: 9 },
  bears: { proposal: 14, children: ['15', '16'] },
  'not-sponsor': { party: 'NO', proposal: 14 },
  'already-sponsor': { party: 'NO', proposal: 14 },
  'brackets-open': { paragraph: 'p3', label: 'OP4', holders: ['EU', 'NO'], proposals: ['14', '21'] },
  overtaken: { paragraph: 'p3', label: 'OP4' },
  'code-taken': { code: 'EU' },
  'symbol-taken': { symbol: 'A/1/L.1' },
  malformed: { where: 'draft.pdf', what: 'pdf' },
  'too-large': { what: 'file', limit: 20 << 20 },
}

const said = (refusal: Refusal): string => Object.values(explain(intl, refusal)).join(' ')

describe.each(refusalCodes)('%s', (code) => {
  test.each([
    ['with its facts', refuse(code, facts[code] ?? {})],
    ['without facts', refuse(code)],
  ])('is said as what, why and who can help, %s', (_, refusal) => {
    const { what, why, help } = explain(intl, refusal)
    for (const sentence of [what, why, help]) {
      expect(sentence).toMatch(/^\p{Lu}.*\.$/su)
      expect(sentence).not.toMatch(/[{}]|undefined|null|\[object|\s{2}|\s[.,;:]|\.\./)
    }
    if (code.includes('-')) expect(said(refusal)).not.toContain(code)
  })
})

test('no sentence stands for a code that does not exist', () => {
  expect(Object.keys(refusals).toSorted()).toEqual([...refusalCodes].toSorted())
})

test('the facts are in the sentences, in words', () => {
  expect(said(refuse('paragraph-agreed', facts['paragraph-agreed']))).toBe(
    'OP4 was not changed. It is agreed ad referendum. Ask the facilitator to reopen it.',
  )
  expect(said(refuse('not-allowed', facts['not-allowed']))).toBe(
    'You cannot rule on a proposal here. You take part as delegate. Ask the facilitator or the secretariat to do it.',
  )
  expect(said(refuse('brackets-open', facts['brackets-open']))).toContain(
    'Still open: proposals 14 and 21, held by EU and NO.',
  )
  expect(said(refuse('too-large', facts['too-large']))).toContain(
    'The file is larger than allowed (at most 20 MB).',
  )
  expect(said(refuse('malformed', facts.malformed))).toContain(
    'The file was not read. It cannot be used: it is a PDF.',
  )
})

test('a code of a newer server is refused in general words, never shown', () => {
  const newer = { code: 'mysterious-thing', params: {} } as unknown as Refusal
  expect(said(newer)).not.toContain('mysterious')
})

test('too many requests are explained as such', () => {
  expect(said(refuse('unavailable', { why: 'too-many-requests' }))).toContain('Wait a minute')
})
