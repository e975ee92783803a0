import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { english, LanguageProvider } from '../../client/lang/locale.tsx'
import { ParagraphText } from '../../client/reading/paragraph.tsx'
import { foldName, isFolded, turn, unfolded } from '../../client/reading/folding.ts'
import { plainManner } from '../../client/reading/manner.ts'
import { shortCodes } from '../../client/reading/chip.tsx'
import { markDrafting, withOverlays } from '../../client/room/rows/overlays.ts'
import { filtered } from '../../client/room/bar/filter.ts'
import { plainAddress } from '../../client/room/moving/address.ts'
import { nextSymbol } from '../../client/room/dialogs/publish.tsx'
import { replay } from '../../schema/record/apply.ts'
import type { Contest, ParagraphView, Passage, Wording } from '../../schema/view/passage.ts'
import { view } from '../../schema/view/view.ts'
import { recordOf, replacing } from './acts.ts'

const run = (text: string): Passage => ({ type: 'words', run: { text }, origin: { source: 'a', at: 0 } })
const by = (proposal: number, ...sponsors: string[]) => ({ proposal, sponsors })
const wording = (part: Partial<Wording>, ...passages: Passage[]): Wording => ({
  role: 'standing',
  by: [],
  deletedBy: [],
  heldBy: [],
  passages,
  ...part,
})
const contest = (...wordings: Wording[]): Contest => ({ type: 'contest', wordings })

const paragraph = (...passages: Passage[]): ParagraphView => ({
  id: 'a',
  kind: 'operative',
  level: 0,
  label: 'OP1',
  under: '',
  proposedBy: [],
  alternativeTo: null,
  requests: [],
  passages,
  status: 'open',
  pending: [],
  proposals: [],
  pairs: 0,
})
const neighbours = { printedLabel: () => '1', labelOf: (id: string) => id }

const html = (one: ParagraphView, manner = plainManner): string =>
  renderToStaticMarkup(
    <LanguageProvider language={english}>
      <ParagraphText paragraph={one} neighbours={neighbours} manner={manner} />
    </LanguageProvider>,
  )
const words = (markup: string) => /paragraph-words"[^>]*>(.*?)<\/(?:p|h\d)>/s.exec(markup)?.[1] ?? ''
const plain = (markup: string) => markup.replace(/<[^>]+>/g, '')
/** What the eye reads. */
const seen = (one: ParagraphView) => plain(words(html(one)).replace(/<span class="said">.*?<\/span>/g, ''))
/** What the ear hears. */
const heard = (one: ParagraphView, manner = plainManner) =>
  plain(
    words(html(one, manner)).replace(
      /<(b|span) [^>]*aria-hidden="true"[^>]*>(?:<span [^>]*aria-hidden="true"[^>]*><bdi>.*?<\/bdi>[^<]*<\/span>|<bdi>.*?<\/bdi>|[^<])*<\/\1>/g,
      '',
    ),
  )
    .replace(/\s+/g, ' ')
    .trim()

const rivals = paragraph(
  run('It '),
  contest(
    wording({}, run('shall')),
    wording({ role: 'proposed', by: [by(2, 'EU', 'NO')] }, run('should')),
    wording({ role: 'proposed', by: [by(3, 'US')] }, run('may')),
  ),
  run(' act.'),
)

test('alternatives stand side by side with their names', () => {
  expect(seen(rivals)).toBe('It [shall][EU · NO: should][US: may] act.')
})

test('[BR15] a bracket that begins with a stop is parted from the words before it, for the eye alone', () => {
  const one = paragraph(
    run('Parties'),
    contest(wording({ heldBy: [by(2, 'ZA')] }, run(', if any,'))),
    run(' act'),
  )
  expect(seen(one)).toBe('Parties [, if any, – ZA: reserve] act')
  expect(html(one)).toContain('Parties<span aria-hidden="true"> </span>')
})

test('a listener hears both wordings and who asks for them', () => {
  expect(heard(rivals)).toBe(
    'It 3 wordings: As it stands: shall end. EU, NO propose instead: should end. US proposes instead: may end. act.',
  )
})

test('deletion and reserve stand behind the words', () => {
  const one = paragraph(
    contest(wording({ deletedBy: [by(2, 'RF')] }, run('voluntary'))),
    contest(wording({ heldBy: [by(3, 'ZA')] }, run('primary'))),
  )
  expect(seen(one)).toBe('[voluntary – RF: delete][primary – ZA: reserve]')
  expect(html(one)).toContain('<del ')
})

test('without names brackets stay and names do not', () => {
  const one = paragraph(contest(wording({ role: 'proposed', by: [by(2)] }, run('promptly'))))
  expect(seen(one)).toBe('[promptly]')
  expect(heard(one, { ...plainManner, named: false })).toBe('Proposed to insert: promptly end.')
})

test('what was recorded without a name is said to be nobody’s', () => {
  const one = paragraph(
    contest(wording({}, run('shall')), wording({ role: 'proposed', by: [by(2)] }, run('should'))),
    contest(wording({ heldBy: [by(3)] }, run('primary'))),
  )
  expect(seen(one)).toBe('[shall][should][primary]')
  expect(heard(one)).toBe(
    '2 wordings: As it stands: shall end. Nobody named proposes instead: should end. Nobody named holds: primary end.',
  )
})

test('a listener hears how deep a bracket lies, and who else holds what is to be deleted', () => {
  const inner = contest(wording({ role: 'proposed', by: [by(4, 'US')] }, run('b')))
  const one = paragraph(
    contest(wording({ role: 'proposed', by: [by(2, 'EU')] }, run('a '), inner)),
    contest(wording({ deletedBy: [by(5, 'RF')], heldBy: [by(6, 'ZA')] }, run('c'))),
  )
  expect(heard(one)).toBe(
    'EU proposes to insert: a Level 2: US proposes to insert: b end of level 2. end. ' +
      'RF proposes to delete: ZA holds: c end.',
  )
})

test('a folded bracket keeps its names, says how much it holds, and is opened by a button', () => {
  const inner = contest(wording({ role: 'proposed', by: [by(4, 'US')] }, run('two words')))
  const one = paragraph(contest(wording({ role: 'proposed', by: [by(2, 'EU')] }, run('a '), inner)))
  const folded = html(one, { ...plainManner, folding: { below: 1, turned: new Map() } })
  expect(folded).toContain('aria-expanded="false" aria-label="2 words folded"')
  expect(folded).toMatch(/<ins class="words" hidden=""><span class="t">two words/)
  expect(plain(words(folded)).match(/\[/g)).toHaveLength(2)
  const name = /data-depth="2" data-fold="([^"]+)"/.exec(folded)![1]!
  const again = html(one, { ...plainManner, folding: { below: 1, turned: new Map([[name, false]]) } })
  expect(again).toContain('aria-expanded="true"')
  expect(again).not.toContain('hidden=""')
})

test('what is folded is told by the words it begins with, so that no other bracket takes its place', () => {
  const one = wording({ role: 'proposed', by: [by(2, 'EU')] }, run('a'))
  const other = wording({ role: 'proposed', by: [by(3, 'EU')] }, run('a'))
  expect(foldName('a', one, 1)).not.toBe(foldName('a', other, 1))
  expect(foldName('a', one, 1)).not.toBe(foldName('a', one, 2))
  const folding = turn(unfolded, foldName('a', one, 1), true)
  expect(isFolded(folding, foldName('a', one, 1), 1)).toBe(true)
  expect(isFolded(folding, foldName('a', other, 1), 1)).toBe(false)
})

test('a proposed paragraph is in brackets as a whole', () => {
  expect(seen({ ...paragraph(run('Requests.')), proposedBy: [by(4, 'CH')] })).toBe('[CH: Requests.]')
})

test('what is typed into the text is never markup', () => {
  expect(html(paragraph(run('<img src=x onerror=alert(1)>')))).not.toContain('<img')
})

test('more than three names are counted', () => {
  expect(shortCodes(['EU', 'NO', 'US'])).toBe('EU · NO · US')
  expect(shortCodes(['EU', 'NO', 'US', 'CH', 'JP'])).toBe('EU · NO +3')
})

test('an open draft is shown as drafting and counted nowhere', () => {
  const state = replay(recordOf([]))
  const deed = replacing('a', 16, 21, 'should')
  const changes = deed.type === 'table' ? deed.changes : []
  const shown = view(withOverlays(state, [{ draft: 'd', owner: ['EU'], changes }]), {
    type: 'compilation',
    names: 'shown',
  }).paragraphs.map((one) => markDrafting(one, state.n))
  expect(seen(shown[0]!)).toBe('Decides that it [shall][EU drafting: should] act.')
  expect(shown[0]!.proposals).toEqual([])
})

test('what an open draft has tabled already is not shown twice', () => {
  const deed = replacing('a', 16, 21, 'should')
  const state = replay(recordOf([['EU', deed]]))
  const changes = deed.type === 'table' ? deed.changes : []
  expect(withOverlays(state, [{ draft: 'd', owner: ['EU'], changes }])).toBe(state)
})

test('a draft whose place is gone shows nothing rather than break the text', () => {
  const state = replay(recordOf([]))
  const gone = replacing('z', 0, 1, 'x')
  const changes = gone.type === 'table' ? gone.changes : []
  expect(withOverlays(state, [{ draft: 'd', owner: ['EU'], changes }])).toBe(state)
})

test('filters keep what matches, and a paragraph’s footnotes with it', () => {
  const state = replay(
    recordOf([
      ['EU', replacing('a', 0, 7, 'Agrees')],
      ['NO', replacing('b', 0, 8, 'Asks for')],
    ]),
  )
  const { paragraphs } = view(state, { type: 'compilation', names: 'shown' })
  const note: ParagraphView = { ...paragraph(), id: 'n', kind: 'footnote' }
  const all = [paragraphs[0]!, note, paragraphs[1]!]
  const ids = (part: object) => filtered(all, state, { ...plainAddress, ...part }).map(({ id }) => id)
  expect(ids({})).toEqual(['a', 'n', 'b'])
  expect(ids({ party: 'EU' })).toEqual(['a', 'n'])
  expect(ids({ party: 'EU', status: 'adopted' })).toEqual([])
  expect(ids({ open: true })).toEqual(['a', 'n', 'b'])
})

test('the next revision takes the first symbol that is free', () => {
  expect(nextSymbol('A/79/L.12', [])).toBe('A/79/L.12/Rev.1')
  expect(nextSymbol('A/79/L.12', ['A/79/L.12/Rev.1'])).toBe('A/79/L.12/Rev.2')
  expect(nextSymbol('A/79/L.12/Rev.1', [])).toBe('A/79/L.12/Rev.2')
})
