import { DOMParser } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ParagraphKind } from '../schema/text/token.ts'
import { usualStyle } from '../schema/view/style.ts'
import { view } from '../schema/view/view.ts'
import { printApart } from '../server/exports/apart.ts'
import { sheetOf } from '../server/exports/sheet.ts'
import { Negotiation, paragraphs } from './laws/negotiation.ts'
import { openRoom } from './server.ts'
import type { Client, Room } from './server.ts'

let room: Room
let facilitator: Client
let count = 0

beforeAll(async () => {
  room = await openRoom()
  facilitator = await room.enter('facilitator')
})
afterAll(() => room.close())

const kinds: ParagraphKind[] = ['operative', 'preambular', 'heading', 'item', 'annex', 'footnote', 'body']
/** Words that some format might take for something else. */
const words = [
  `<w:t>&amp; "q" 'a' ]]> <!-- x --> <?xml?>`,
  '=HYPERLINK("http://x","y")',
  '# head *b* _i_ `c` [l](u) <b> ~~s~~ | t | \\n',
  'a tab\there, and PAGE { } \\* MERGEFORMAT',
  'no character: \ufffe\uffff',
  'seldom seen: \u0085\u007f\u009f',
  'نص [شرط] عربي',
  '中文［方括号］[应]文字，𠀀👩‍🚀',
]

async function open(symbol: string, language = 'en'): Promise<string> {
  const link = 'https://x.example/?a=1&b=<2>'.replace(/[<>]/g, '')
  const content = (text: string, i: number) => [{ text, marks: i % 2 ? { em: true, link } : {} }]
  const answer = await facilitator.send('POST', `/api/negotiations/${room.negotiation}/texts`, {
    key: `export-no-${++count}`,
    title: `T & <t> ${symbol}`.slice(0, 150),
    symbol,
    language,
    paragraphs: words.map((text, i) => {
      const kind = kinds[i % kinds.length]!
      const level = kind === 'heading' || kind === 'item' ? 1 : 0
      return { id: `p${i}`, kind, level, content: content(text, i) }
    }),
    acts: [0, 1, 2].map((i) => ({
      for: 'NO',
      deed: {
        type: 'table',
        changes: [{ type: 'hold', ranges: [{ source: `p${i}`, from: 1, to: 5 }] }],
        rationale: '',
        invite: [],
        alternatives: [],
      },
    })),
  })
  expect(answer.status, answer.text).toBe(201)
  return answer.json.id
}

async function download(id: string, query: string): Promise<{ name: string; bytes: Uint8Array }> {
  const address = `${room.server.url}/api/texts/${id}/export?what=compilation&${query}`
  const answer = await fetch(address, { headers: { cookie: facilitator.cookie } })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect(answer.status, new TextDecoder().decode(bytes.subarray(0, 300))).toBe(200)
  return { name: answer.headers.get('content-disposition') ?? '', bytes }
}

/** What a word processor would not forgive: XML that is none, ids given twice, relations that lead nowhere. */
function faultsOf(bytes: Uint8Array): string[] {
  const files = unzipSync(bytes)
  const faults: string[] = []
  for (const [name, data] of Object.entries(files)) {
    if (!/\.(?:xml|rels)$/.test(name)) continue
    const xml = strFromU8(data)
    // The parser lets pass what XML has no characters for.
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml)) faults.push(`${name}: characters`)
    const document = new DOMParser({
      onError: (level, message) => level !== 'warning' && faults.push(`${name}: ${message}`),
    }).parseFromString(xml, 'text/xml')
    const elements = Array.from(document.getElementsByTagName('*'))
    const seen = new Set<string>()
    for (const element of elements) {
      const id = [
        'w:footnote|w:id',
        'w:num|w:numId',
        'w:abstractNum|w:abstractNumId',
        'w:style|w:styleId',
        'Relationship|Id',
      ]
        .map((pair) => pair.split('|') as [string, string])
        .find(([tag]) => tag === element.tagName)
      const value = id && `${id[0]} ${element.getAttribute(id[1])}`
      if (value && seen.has(value)) faults.push(`${name}: twice ${value}`)
      if (value) seen.add(value)
      if (element.tagName !== 'Relationship' || element.getAttribute('TargetMode') === 'External') continue
      const target = element.getAttribute('Target')!.replace(/^\//, '')
      const folder = name.replace(/_rels\/[^/]*$/, '')
      if (!files[folder + target] && !files[target]) faults.push(`${name}: ${target} is not there`)
    }
  }
  const related = strFromU8(files['word/_rels/document.xml.rels']!)
  for (const [, id] of strFromU8(files['word/document.xml']!).matchAll(/r:id="([^"]+)"/g))
    if (!related.includes(`Id="${id}"`)) faults.push(`no relation ${id}`)
  return faults
}

describe('whatever words and names are, a file is made that can be opened', () => {
  const long = `${'a'.repeat(99)}𠀀𠀀`
  test.each([
    ['A/1/<&">', 'en', 'A-1_compilation'],
    ['../../etc/passwd', 'fr', 'etc-passwd_compilation'],
    ['=1+1', 'qaa-Latn', '1-1_compilation'],
    ['ش/1', 'ar', encodeURIComponent('ش-1_compilation')],
    [long, 'zh', encodeURIComponent(`${'a'.repeat(99)}𠀀_compilation`)],
  ])('%s', async (symbol, language, name) => {
    const id = await open(symbol, language)
    for (const style of ['', '&changes=strikeAndBold&place=after&members=1&omit=1&labels=dotted']) {
      const word = await download(id, `format=docx${style}`)
      expect(word.name).toContain(`${name}.docx`)
      expect(faultsOf(word.bytes)).toEqual([])
      for (const format of ['html', 'md', 'txt']) {
        const { bytes } = await download(id, `format=${format}${style}`)
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
        if (format === 'html') expect(text).not.toMatch(/<w:t>|<\?xml|<!-- x|<t>/)
      }
    }
  })
})

test('an export that fails leaves the next one its turn', async () => {
  const { now } = Negotiation.open(paragraphs('Decides.'))
  const made = view(now, { type: 'compilation', names: 'shown' })
  const sheet = sheetOf(now, made, 'compilation', now.at, { style: usualStyle, omit: false })
  const broken = { ...sheet, title: (() => 'no data') as never }
  const crashing = { ...sheet, paragraphs: null as never }
  const files = await Promise.all([broken, crashing, sheet].map((one) => printApart(one)))
  expect(files[0]).toMatchObject({ code: 'unavailable' })
  expect(files[1]).toHaveProperty('code')
  expect(files[2]).toBeInstanceOf(Uint8Array)
})

test('nobody has more than a few files made at one time, and others get theirs', async () => {
  const id = await open('A/MANY')
  const path = `/api/texts/${id}/export?what=compilation&format=docx`
  const norway = await room.enter('head', 'NO')
  const greedy = Array.from({ length: 12 }, () => facilitator.get(path))
  const other = norway.get(path)
  const statuses = (await Promise.all(greedy)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(5)
  expect(statuses).toContain(503)
  expect((await other).status).toBe(200)
  expect((await facilitator.get(path)).status).toBe(200)
})
