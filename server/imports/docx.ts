import type { Element } from '@xmldom/xmldom'
import { isRefusal, type Refusal, refuse } from '../../schema/refusal.ts'
import type { Run } from '../../schema/text/token.ts'
import { unpack } from './archive.ts'
import { DocxNumbering } from './docx-numbering.ts'
import { type DocxPart, runsOf } from './docx-runs.ts'
import { noStyle, outlineOf, readNumbering, readStyles } from './docx-styles.ts'
import { type Found, type FoundText, Tally, type Warning } from './found.ts'
import { attribute, child, children, parseXml, valueOf } from './xml.ts'

const main = 'word/document.xml'
const wanted = new Set([
  main,
  'word/styles.xml',
  'word/numbering.xml',
  'word/footnotes.xml',
  'word/endnotes.xml',
  'word/_rels/document.xml.rels',
  'word/_rels/footnotes.xml.rels',
])

/** Reads a Word document. Refuses other archives, damaged ones, and parts that are no sound XML. */
export function readDocx(where: string, bytes: Uint8Array): FoundText | Refusal {
  const archive = unpack(where, bytes, (name) => wanted.has(name))
  if (isRefusal(archive)) return archive
  if (!archive.parts[main]) return refuse('malformed', { where, what: foreign(archive.names) })
  const roots = new Map<string, Element>()
  for (const [name, part] of Object.entries(archive.parts)) {
    const root = parseXml(name, part)
    if (isRefusal(root)) return root
    roots.set(name, root)
  }
  const body = child(roots.get(main), 'body')
  if (!body) return refuse('malformed', { where: main, what: 'xml' })
  return readParts(body, roots, archive.names)
}

/** Says what an archive is that is no Word document. */
function foreign(names: readonly string[]): string {
  if (names.includes('xl/workbook.xml')) return 'spreadsheet'
  if (names.includes('ppt/presentation.xml')) return 'slides'
  if (names.includes('content.xml')) return 'open-document'
  return names.length > 0 ? 'not-a-document' : 'damaged'
}

function readParts(body: Element, roots: ReadonlyMap<string, Element>, names: readonly string[]): FoundText {
  const tally = new Tally()
  const styles = readStyles(roots.get('word/styles.xml') ?? null)
  const part = { styles, links: linksOf(roots.get('word/_rels/document.xml.rels')), tally }
  const reader = new BodyReader(part, new DocxNumbering(roots.get('word/numbering.xml') ?? null))
  reader.read(body)
  const footnotes = { ...part, links: linksOf(roots.get('word/_rels/footnotes.xml.rels')) }
  const notes = new Map([
    ...notesOf(roots.get('word/footnotes.xml'), 'f', footnotes),
    ...notesOf(roots.get('word/endnotes.xml'), 'e', part),
  ])
  const apart: Warning[] = names.some((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
    ? [{ code: 'headers-footers', params: {} }]
    : []
  return { paragraphs: reader.paragraphs, notes, warnings: [...tally.warnings(), ...apart] }
}

class BodyReader {
  readonly paragraphs: Found[] = []
  readonly #part: DocxPart
  readonly #numbering: DocxNumbering
  /** Tables that the reader is inside of. */
  #tables = 0
  /** Content before a paragraph mark whose deletion is tracked: it belongs to the next paragraph. */
  #carried: Run[] = []

  constructor(part: DocxPart, numbering: DocxNumbering) {
    this.#part = part
    this.#numbering = numbering
  }

  read(of: Element): void {
    for (const element of children(of)) {
      switch (element.localName ?? '') {
        case 'p':
          this.#paragraph(element)
          break
        case 'tbl':
          this.#part.tally.add('tables')
          this.#tables++
          this.#rows(element)
          this.#tables--
          break
        case 'sdt':
          for (const content of children(element, 'sdtContent')) this.read(content)
          break
        case 'ins':
        case 'moveTo':
        case 'customXml':
          this.read(element)
          break
        case 'altChunk':
          this.#part.tally.add('embedded')
          break
      }
    }
  }

  #rows(table: Element): void {
    for (const row of children(table)) {
      const gone = row.localName === 'tr' && child(child(row, 'trPr'), 'del') !== null
      if (gone) this.#part.tally.add('tracked-changes')
      else if (row.localName === 'tr') for (const cell of children(row, 'tc')) this.read(cell)
      else this.#rows(row)
    }
  }

  #paragraph(element: Element): void {
    const { styles, tally } = this.#part
    const properties = child(element, 'pPr')
    const mark = child(properties, 'rPr')
    const runs = [...this.#carried, ...runsOf(element, this.#part)]
    const joined = child(mark, 'del') !== null || child(mark, 'moveFrom') !== null
    tally.add('tracked-changes', joined || child(mark, 'ins') ? 1 : 0)
    this.#carried = joined ? runs : []
    if (joined) return
    const style = styles.get(valueOf(properties, 'pStyle') ?? '') ?? noStyle
    const list = readNumbering(properties) ?? style.numbering
    this.paragraphs.push({
      runs,
      number: list && this.#numbering.next(list.id || (style.numbering?.id ?? ''), list.depth),
      depth: list?.depth ?? 0,
      style: style.kind ?? outlineOf(properties),
      centred: (valueOf(properties, 'jc') ?? (style.centred ? 'center' : '')) === 'center',
      inTable: this.#tables > 0,
    })
  }
}

function linksOf(root: Element | undefined): ReadonlyMap<string, string> {
  return new Map(
    (root ? children(root, 'Relationship') : [])
      .filter((element) => attribute(element, 'Type')?.endsWith('/hyperlink'))
      .map((element) => [attribute(element, 'Id') ?? '', attribute(element, 'Target') ?? '']),
  )
}

/** Notes by their names; separators, which have a type, are none. Paragraphs of a note become lines. */
function notesOf(root: Element | undefined, prefix: string, part: DocxPart): [string, Run[]][] {
  return (root ? children(root) : [])
    .filter((note) => (attribute(note, 'type') ?? 'normal') === 'normal')
    .map((note) => [
      `${prefix}${attribute(note, 'id') ?? ''}`,
      children(note, 'p').flatMap((paragraph, i) => [
        ...(i > 0 ? [{ line: true } as const] : []),
        ...runsOf(paragraph, part),
      ]),
    ])
}
