import { expect, test } from 'vitest'
import { plainText } from '../schema/text/token.ts'
import { isRefusal } from '../schema/refusal.ts'
import { readImport } from '../server/imports/read.ts'

function outline(page: string): string[] {
  const read = readImport('page.html', new TextEncoder().encode(page))
  if (isRefusal(read)) return [read.code]
  return read.paragraphs.map(({ kind, level, content }) => `${kind} ${level}: ${plainText(content)}`)
}

test('footnotes go to the paragraph that cites them, wherever the page keeps them', () => {
  const page = `<p class="footnote"><a id="n1"><sup>1</sup></a> Decision 8/2.</p>
    <p>1. Recalls it<sup><a href="#n1">1</a></sup> and <a href="https://example.org/">this</a>;</p><p>2. Ends.</p>`
  expect(outline(page)).toEqual([
    'body 0: Recalls it and this;',
    'footnote 0: Decision 8/2.',
    'body 0: Ends.',
  ])
})

test('lists, tables and blocks in blocks are paragraphs, and scripts are nothing', () => {
  const page = `<div>Before<div><p>Inside</p></div>after</div><ul><li><p>Dot</p><ul><li>Deeper</ul></ul>
    <table><tr><td>One<td>Two</table><script>x()</script><style>p{}</style>`
  expect(outline(page).map((line) => line.replace(/^\w+ /, ''))).toEqual([
    '0: Before',
    '0: Inside',
    '0: after',
    '1: Dot',
    '2: Deeper',
    '0: One',
    '0: Two',
  ])
})

test('a page nested deeper than calls can be is read', () => {
  for (const tag of ['div', 'b', 'sup', 'ul'])
    expect(outline(`${`<${tag}>`.repeat(50_000)}words`)).toEqual([expect.stringMatching(/words$/)])
})
