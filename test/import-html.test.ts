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

const warned = (page: string): string[] => {
  const read = readImport('page.html', new TextEncoder().encode(page))
  return isRefusal(read) ? [read.code] : read.warnings.map(({ code }) => code)
}

test('footnotes are told by the raised mark that leads to them, as word processors write pages', () => {
  const page = `<p>1. Recalls it<a class="sdfootnoteanc" name="a1" href="#s1"><sup>1</sup></a>;</p>
    <p>2. Ends<a style="mso-footnote-id:ftn2" href="#f2" name="r2"><span>[2]</span></a>.</p>
    <div id="d"><p><a class="sdfootnotesym" name="s1" href="#a1">1</a>Decision 8/2.</p></div>
    <div><p><a style="mso-footnote-id:ftn2" href="#r2" name="f2"><span>[2]</span></a> Decision 9.</p></div>`
  expect(outline(page)).toEqual([
    'body 0: Recalls it;',
    'footnote 0: Decision 8/2.',
    'body 0: Ends.',
    'footnote 0: Decision 9.',
  ])
  expect(warned(page)).toEqual([])
})

test('revisions are taken as accepted, and what is struck through stands in brackets: both are reported', () => {
  const page = `<p>1. States <del>shall</del><ins>may</ins> <s>freely </s>meet <span
    style="text-decoration: line-through">often</span> <s>[daily]</s> <s>at [noon</s>.</p>`
  expect(outline(page)).toEqual(['body 0: States may [freely] meet [often] [daily] at [noon.'])
  expect(warned(page)).toEqual(['tracked-changes', 'struck-through'])
})

test('items have the signs that the page shows', () => {
  const page = `<p>1. Decides:</p><ol type="a" start="2"><li>b<ol style="list-style-type: lower-roman"><li>i<li>ii</ol>
    <li value="5">e</ol><ul><li>dot</ul>`
  const read = readImport('page.html', new TextEncoder().encode(page))
  expect(isRefusal(read) ? [] : read.paragraphs.map(({ label, level }) => `${label} ${level}`)).toEqual([
    '1 0',
    'b. 1',
    'i. 2',
    'ii. 2',
    'e. 1',
    '• 1',
  ])
  expect(warned(page)).toEqual(['bullets'])
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
