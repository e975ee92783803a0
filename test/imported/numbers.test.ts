import { describe, expect, test } from 'vitest'
import { perform } from '../../schema/imported/perform.ts'
import { renumbered } from '../../schema/imported/renumbered.ts'
import { understand } from '../../schema/imported/understand.ts'
import { isRefusal } from '../../schema/refusal.ts'
import { printView } from '../../schema/view/print.ts'
import { view } from '../../schema/view/view.ts'
import { readImport } from '../../server/imports/read.ts'
import { actor } from '../laws/negotiation.ts'
import { known } from '../notation/reading.ts'
import { parties } from './reading.ts'

/** A plain text, a paragraph a line, as its compilation prints it once it is imported. */
function reprinted(...lines: string[]): string[] {
  const read = readImport('text.txt', new TextEncoder().encode(lines.join('\n\n')))
  if (isRefusal(read)) return [read.code]
  const understood = understand(read.paragraphs, parties, known)
  const opening = { title: 'Draft', symbol: 'A/L.1', language: 'en', parties }
  const { state, refused } = perform(understood, opening, actor('secretariat'), '2026-03-02T10:00:00.000Z')
  expect(refused).toEqual([])
  return printView(view(state, { type: 'compilation', names: 'shown' })).split('\n')
}

/** What is printed as it was written, line for line. */
const same = (...lines: string[]): void => expect(reprinted(...lines)).toEqual(lines)

describe('[IM13] numbers of an imported text', () => {
  test('begin anew under each article', () =>
    same(
      'Draft agreement on lighthouses',
      'Preamble',
      'The Parties to this Agreement,',
      'PP1. Conscious of the dangers of the sea,',
      'Have agreed as follows:',
      'Article 1',
      'Use of terms',
      '1. “Light” means any light [at sea].',
      '2. “Keeper” means whoever keeps a light.',
      'Article 2',
      'Scope',
      '1. This Agreement applies to:',
      '(a) Lights;',
      '(b) [Buoys.]',
      '2. It does not apply to ships.',
      'Article 3. Entry into force',
      'This Agreement enters into force on the [tenth][twentieth] ratification.',
    ))

  test('begin anew under headings, with gaps, and without a heading', () => {
    same('Rolling text', 'I. PRINCIPLES', '1. Good faith.', 'II. DUTIES', '1. Reports.', '5. [Visits.]')
    same('3. It is said.', '4. It is meant.', 'These words stand alone.', '3. It is said.', '4. It is done.')
    same('1. One thing is said.', '2. Another is said.', '1. It is said again.', '3. The last is said.')
  })

  test('of an excerpt go on from its first, and count for its headings', () =>
    same(
      '17. States met [twice].',
      '18. States agreed:',
      '(c) To meet;',
      '(e) [To write.]',
      'IV. Next steps',
      '30. States will meet.',
    ))

  test('are not given to prose that has none', () =>
    same(
      'Report of the group',
      'A. Introduction',
      '1. The group recalled these words:',
      '“The group is open [to all].”',
      '2. States [noted][EU: welcomed] them.',
      'The reports should be short.',
      'B. Threats',
      '3. Threats remain.',
    ))

  test('that Adref does not count stay words', () =>
    same('Article 3', '3.1 Each Party reports.', '3.1 bis. Each Party [shall] consult.', '3.2 Done.'))

  test('of what stands as bis, and of what is proposed behind it', () => {
    const lines = [
      'OP1. Decides to meet;',
      'OP1 bis. Requests a [short] report;',
      '[EU: OP1 ter. Invites all States;]',
      'OP2. Decides to end.',
    ]
    same(...lines)
  })

  test('of annexes, and names of what is none', () => {
    same('1. It is done.', 'Annex II. Terms', 'Annex II, 1. The terms are [short].')
    same(
      '1. It is done.',
      'Annex I. Terms',
      'Annex II. Forms',
      'Annex II, 1. A form.',
      'Appendix',
      'Name: ____',
    )
    same('1. It is done.', 'Annex A', '1. The first term.')
  })

  test('of headings are none where they have none', () =>
    same('Report', 'Introduction', '1. We met.', 'Conclusions', '2. We parted.'))
})

test('[IM9] a note names the paragraph of an article', () =>
  same(
    'Article 1',
    '1. {EU: place after Article 2, 1} The first.',
    '2. The second.',
    'Article 2',
    '1. The third.',
    '2. The fourth.',
  ))

test('[IM13] a number that changed is told', () => {
  const text = [
    'OP1. Decides;',
    '(a) To meet;',
    '(b) [EU: To write;]',
    '(c) To end.',
    'OP5 bis. [CH: Ends.]',
    'OP6. Ends.',
  ]
  const read = readImport('text.txt', new TextEncoder().encode(text.join('\n\n')))
  if (isRefusal(read)) throw new Error(read.code)
  const understood = understand(read.paragraphs, parties, known)
  const opening = { title: 'Draft', symbol: 'A/L.1', language: 'en', parties }
  const { state } = perform(understood, opening, actor('secretariat'), '2026-03-02T10:00:00.000Z')
  const shown = view(state, { type: 'compilation', names: 'shown' })
  expect(renumbered(read.paragraphs, shown)).toEqual([
    { paragraph: 'p3', written: '(b)', printed: '(a) bis' },
    { paragraph: 'p5', written: 'OP5 bis', printed: 'OP1 bis' },
  ])
})
