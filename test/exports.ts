import { strFromU8, unzipSync } from 'fflate'
import MarkdownIt from 'markdown-it'
import { raised } from '../schema/view/piece.ts'
import { printDocx } from '../server/exports/docx.ts'
import { printHtml } from '../server/exports/html.ts'
import { printMarkdown } from '../server/exports/markdown.ts'
import { headOf, printPlain } from '../server/exports/plain.ts'
import { printLine, type Sheet } from '../server/exports/sheet.ts'

/** What to take off a printed text before it is reduced to characters. */
export interface Reduction {
  readonly names?: 'off'
}

/** The paragraphs of a plain-text export; neither its head nor its legend. Throws when these are not all of the file. */
export function plainLines(sheet: Sheet): string[] {
  const lines = sheet.paragraphs.map((paragraph) => printLine(paragraph, sheet))
  const file = printPlain({ ...sheet, legend: [] })
  if (file !== `${[headOf(sheet), ...lines].join('\n\n')}\n`) throw new Error(`not its paragraphs: ${file}`)
  return lines
}

/** The paragraphs of a Word export as characters: tabs as spaces, references as raised numbers. */
export async function docxLines(sheet: Sheet, { names }: Reduction = {}): Promise<string[]> {
  const files = unzipSync(await printDocx(sheet))
  const document = strFromU8(files['word/document.xml']!)
  const paragraphs = [...document.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([xml]) => xml)
  const untitled = sheet.paragraphs.some(({ kind }) => kind === 'title') ? 0 : 1
  return paragraphs
    .filter((xml) => !xml.includes('"Legend"'))
    .slice(untitled)
    .map((xml) => charactersOf(names === 'off' ? xml.replace(nameRuns, '') : xml))
}

const nameRuns = /<w:r>(?:(?!<\/w:r>).)*<w:rStyle w:val="Bracket(?:Names|Claim)"\/>(?:(?!<\/w:r>).)*<\/w:r>/gs

/** The characters of a paragraph of WordprocessingML. */
export const charactersOf = (xml: string): string =>
  decoded(
    xml
      .replace(/<w:tab\/>/g, ' ')
      .replace(/<w:br\/>/g, '\n')
      .replace(/<w:footnoteReference w:id="(\d+)"\/>/g, (_, number: string) => raised(number))
      .replace(/<[^>]*>/g, ''),
  )

const decoded = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** The paragraphs of an HTML export as characters, footnotes behind the text. */
export function htmlLines(sheet: Sheet, { names }: Reduction = {}): string[] {
  const [, main = '', rest = ''] = /<main>\n(.*)\n<\/main>(.*)/s.exec(printHtml(sheet))!
  const named = /<(bdi|span) class="(?:names|claim)">.*?<\/\1>/gs
  const html = `${main}\n${rest}`.replace(names === 'off' ? named : /(?!)/, '')
  const elements = [...html.matchAll(/<(p|h\d) class="(?!legend)[^"]*">(.*?)<\/\1>/gs)]
  return elements.map(([, , inner]) => markupText(inner!))
}

/** The paragraphs of a Markdown export as characters, footnotes left out; empty ones are not written in it. */
export function markdownLines(sheet: Sheet): string[] {
  const written = printMarkdown(sheet.paragraphs, sheet.changes)
  // A number at the beginning of a line is a label.
  const reader = new MarkdownIt({ html: true }).disable(['list'])
  return [...reader.render(written).matchAll(/<(p|h\d)>(.*?)<\/\1>/gs)].map(([, , inner]) =>
    markupText(inner!),
  )
}

const markupText = (html: string): string =>
  decoded(
    html
      .replace(/<br>\n?/g, '\n')
      .replace(
        /<sup><a[^>]*>(.*?)<\/a><\/sup>|<a[^>]*><sup>(.*?)<\/sup><\/a>/g,
        (_, a?: string, b?: string) => raised(a ?? b ?? ''),
      )
      .replace(/<[^>]*>/g, ''),
  )
