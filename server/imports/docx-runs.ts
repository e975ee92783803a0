import type { Element } from '@xmldom/xmldom'
import { type Marks, type Run, words } from '../../schema/text/token.ts'
import { type DocxStyle, noStyle, readRun } from './docx-styles.ts'
import type { Tally } from './found.ts'
import { bracketStruck } from './struck.ts'
import { attribute, child, children, valueOf } from './xml.ts'

/** What is needed to read the runs of a part: its styles, the targets of its links, and where to report. */
export interface DocxPart {
  readonly styles: ReadonlyMap<string, DocxStyle>
  readonly links: ReadonlyMap<string, string>
  readonly tally: Tally
}

/** Instructions of fields are not text; what a field shows is. Fields nest, and begin and end in different runs. */
interface Fields {
  /** What is struck through. */
  readonly struck: Set<Run>
  /** For each open field, whether its instruction is still being read. */
  readonly open: boolean[]
}

/**
 * The content of a paragraph as it reads when all tracked changes are accepted. Footnotes are named
 * "f2", endnotes "e2". Text outside the stream (comments, pictures, text boxes) is left out and counted.
 */
export function runsOf(paragraph: Element, part: DocxPart): Run[] {
  const out: Run[] = []
  const fields = { open: [], struck: new Set<Run>() }
  readInto(out, paragraph, part, undefined, fields)
  return [...bracketStruck(out, fields.struck, part.tally)]
}

function readInto(out: Run[], of: Element, part: DocxPart, link: string | undefined, fields: Fields): void {
  const { tally } = part
  for (const element of children(of)) {
    switch (element.localName ?? '') {
      case 'r':
        readRunInto(out, element, part, link, fields)
        break
      case 'ins':
      case 'moveTo':
        tally.add('tracked-changes')
        readInto(out, element, part, link, fields)
        break
      case 'del':
      case 'moveFrom':
        tally.add('tracked-changes')
        break
      case 'hyperlink':
        readInto(out, element, part, part.links.get(attribute(element, 'id') ?? '') ?? link, fields)
        break
      case 'sdt':
        for (const content of children(element, 'sdtContent')) readInto(out, content, part, link, fields)
        break
      case 'fldSimple':
      case 'smartTag':
      case 'customXml':
      case 'dir':
      case 'bdo':
        readInto(out, element, part, link, fields)
        break
      case 'oMath':
      case 'oMathPara':
        tally.add('formulas')
        out.push(words(element.textContent ?? ''))
        break
    }
  }
}

function readRunInto(
  out: Run[],
  run: Element,
  part: DocxPart,
  link: string | undefined,
  fields: Fields,
): void {
  const { tally } = part
  const properties = child(run, 'rPr')
  const style = part.styles.get(valueOf(properties, 'rStyle') ?? '') ?? noStyle
  const own = readRun(properties)
  const hidden = own.hidden ?? style.hidden ?? false
  const marks = marksOf(own, style, link)
  const from = out.length
  for (const element of children(run)) {
    const name = element.localName
    if (name === 'fldChar') field(fields, attribute(element, 'fldCharType'))
    else if (fields.open.includes(true)) continue
    else if (hidden) tally.add('hidden-text', name === 't' ? 1 : 0)
    else readPiece(out, element, marks, tally)
  }
  if (own.struck ?? style.struck) for (const one of out.slice(from)) fields.struck.add(one)
}

function readPiece(out: Run[], element: Element, marks: Marks, tally: Tally): void {
  switch (element.localName ?? '') {
    case 't':
      out.push(words(element.textContent ?? '', marks))
      break
    case 'tab':
      out.push(words('\t', marks))
      break
    case 'br':
      // A page or column break is layout.
      if ((attribute(element, 'type') ?? 'textWrapping') === 'textWrapping') out.push({ line: true })
      break
    case 'cr':
      out.push({ line: true })
      break
    case 'noBreakHyphen':
      out.push(words('\u2011', marks))
      break
    case 'sym':
      tally.add('symbols')
      out.push(words('□', marks))
      break
    case 'footnoteReference':
      out.push({ note: `f${attribute(element, 'id') ?? ''}` })
      break
    case 'endnoteReference':
      out.push({ note: `e${attribute(element, 'id') ?? ''}` })
      break
    case 'commentReference':
      tally.add('comments')
      break
    case 'AlternateContent':
      tally.add(element.getElementsByTagName('w:txbxContent').length > 0 ? 'text-boxes' : 'pictures')
      break
    case 'drawing':
    case 'pict':
    case 'object':
      tally.add(element.getElementsByTagName('w:txbxContent').length > 0 ? 'text-boxes' : 'pictures')
      break
  }
}

function field({ open }: Fields, type: string | null): void {
  if (type === 'begin') open.push(true)
  else if (type === 'separate' && open.length > 0) open[open.length - 1] = false
  else if (type === 'end') open.pop()
}

function marksOf(own: ReturnType<typeof readRun>, style: DocxStyle, link: string | undefined): Marks {
  const vertical = own.vertical ?? style.vertical
  return {
    em: (own.em ?? style.em) || undefined,
    strong: (own.strong ?? style.strong) || undefined,
    // Links are underlined because they are links.
    underline: (link === undefined && (own.underline ?? style.underline)) || undefined,
    sub: vertical === 'subscript' || undefined,
    sup: vertical === 'superscript' || undefined,
    link,
  }
}
