import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { english, LanguageProvider } from '../../client/lang/locale.tsx'
import { ParagraphText } from '../../client/reading/paragraph.tsx'
import { shortCodes } from '../../client/reading/chip.tsx'
import { markDrafting, withOverlays } from '../../client/room/overlays.ts'
import { filtered } from '../../client/room/filter.ts'
import { plainAddress } from '../../client/room/address.ts'
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

const html = (one: ParagraphView): string =>
  renderToStaticMarkup(
    <LanguageProvider language={english}>
      <ParagraphText paragraph={one} neighbours={neighbours} />
    </LanguageProvider>,
  )
const words = (markup: string) => /paragraph-words"[^>]*>(.*?)<\/(?:p|h\d)>/s.exec(markup)?.[1] ?? ''
const plain = (markup: string) => markup.replace(/<[^>]+>/g, '')
/** What the eye reads. */
const seen = (one: ParagraphView) => plain(words(html(one)).replace(/<span class="said">.*?<\/span>/g, ''))
/** What the ear hears. */
const heard = (one: ParagraphView) =>
  plain(
    words(html(one)).replace(/<(b|span) [^>]*aria-hidden="true"[^>]*>(?:<bdi>.*?<\/bdi>|[^<])*<\/\1>/g, ''),
  )

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

test('a listener hears both wordings and who asks for them', () => {
  expect(heard(rivals)).toBe(
    'It As it stands: shall end.EU, NO propose instead: should end.US proposes instead: may end. act.',
  )
})

test('deletion and reserve stand behind the words', () => {
  const one = paragraph(
    contest(wording({ deletedBy: [by(2, 'RF')] }, run('voluntary'))),
    contest(wording({ heldBy: [by(3, 'ZA')] }, run('primary'))),
  )
  expect(seen(one)).toBe('[voluntary – RF: delete][primary – ZA: reserve]')
  expect(html(one)).toContain('<del>')
})

test('without names brackets stay and names do not', () => {
  const one = paragraph(contest(wording({ role: 'proposed', by: [by(2)] }, run('promptly'))))
  expect(seen(one)).toBe('[promptly]')
  expect(heard(one)).toBe('Proposed to insert: promptly end.')
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
