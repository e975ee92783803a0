// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { isRefusal } from '../schema/refusal.ts'
import type { State } from '../schema/record/state.ts'
import type { Paragraph } from '../schema/text/paragraph.ts'
import { usualChoice } from '../schema/view/style.ts'
import { exportText } from '../server/exports/export.ts'
import { Negotiation, chair } from './laws/negotiation.ts'

async function page(state: State): Promise<{ html: string; document: Document }> {
  const at = '2026-11-23T03:15:27.000Z'
  const options = { names: 'shown', style: usualChoice, omit: false, keep: false, at } as const
  const file = await exportText(state, { what: 'clean', format: 'html', ...options })
  if (isRefusal(file) || typeof file.body !== 'string') throw new Error(JSON.stringify(file))
  return { html: file.body, document: new DOMParser().parseFromString(file.body, 'text/html') }
}

test('every character of the text is escaped, and the page needs nothing from elsewhere', async () => {
  const nasty = `<script>alert(1)</script>"'&</style>`
  const negotiation = new Negotiation()
  negotiation.act(chair, {
    type: 'open',
    title: nasty,
    symbol: nasty,
    language: 'en',
    parties: [],
    paragraphs: [{ id: 'p1', kind: 'operative', level: 0, content: [{ text: nasty, marks: { em: true } }] }],
  })
  const { html, document } = await page(negotiation.now)
  expect(html).not.toMatch(/<script|<\/style>[^]*<\/style>|(?:src|href)="(?!#)/)
  expect(document.querySelectorAll('script, link, iframe')).toHaveLength(0)
  expect(document.querySelector('main .operative em')?.textContent).toBe(nasty)
  expect(document.querySelector('h1')?.textContent).toBe(nasty)
  expect(document.querySelector('header .symbol')?.textContent).toBe(nasty)
})

test('footnotes and their references lead to each other', async () => {
  const paragraphs: Paragraph[] = [
    {
      id: 'p1',
      kind: 'preambular',
      level: 0,
      content: [{ text: 'Recalling it' }, { note: 'f1' }, { text: ',' }],
    },
    { id: 'f1', kind: 'footnote', level: 0, content: [{ text: 'Resolution 73/27.' }] },
  ]
  const { document } = await page(Negotiation.open(paragraphs).now)
  const reference = document.querySelector('main sup a')!
  const note = document.querySelector(reference.getAttribute('href')!)!
  expect(note.parentElement?.textContent).toBe('1 Resolution 73/27.')
  expect(document.querySelector(note.getAttribute('href')!)).toBe(reference)
  expect(document.querySelector('main')?.textContent).not.toContain('Resolution 73/27.')
})

test('the first page alone is what a printer begins with: as much as fills it, a footer, and no way out', async () => {
  const paragraphs = Array.from({ length: 80 }, (_, i): Paragraph => ({
    id: `p${i}`,
    kind: 'operative',
    level: 0,
    content: [
      { text: `Paragraph ${i} ${'requests a report on every spring '.repeat(8)}` },
      { text: 'see', marks: { link: 'https://example.org/"href=' } },
    ],
  }))
  const state = Negotiation.open(paragraphs).now
  const options = { what: 'clean', names: 'shown', style: usualChoice, omit: false, keep: false } as const
  const at = '2026-11-23T03:15:27.000Z'
  const [first, all, plain] = await Promise.all([
    exportText(state, { ...options, format: 'html', page: true, at }),
    exportText(state, { ...options, format: 'html', at }),
    exportText(state, { ...options, format: 'txt', page: true, at }),
  ])
  if (isRefusal(first) || isRefusal(all) || isRefusal(plain)) throw new Error('refused')
  const { body } = new DOMParser().parseFromString(String(first.body), 'text/html')
  const shown = body.querySelectorAll('.operative')
  expect(shown.length).toBeGreaterThan(12)
  expect(shown.length).toBeLessThan(40)
  expect(body.querySelectorAll('[href]')).toHaveLength(0)
  expect(body.querySelector('footer')?.textContent).toMatch(
    /^A\/TEST\/L\.1 · Act 1 · 2026-11-23 03:15 UTC · \w{12} · Not an official document1$/,
  )
  const whole = new DOMParser().parseFromString(String(all.body), 'text/html')
  expect(whole.querySelectorAll('.operative')).toHaveLength(80)
  expect([...shown].map(({ textContent }) => textContent)).toEqual(
    [...whole.querySelectorAll('.operative')].slice(0, shown.length).map(({ textContent }) => textContent),
  )
  expect(String(plain.body).split('\n\n')).toHaveLength(shown.length + 1)
})
