import type { ParagraphKind } from '../../schema/text/token.ts'
import type { AskedOf, Piece } from '../../schema/view/piece.ts'
import { firstPage } from './first-page.ts'
import { htmlStyle, pageStyle } from './html-style.ts'
import { headed, type Sheet, type SheetParagraph } from './sheet.ts'

/** The text as one page that needs nothing else: for reading, printing on A4, and keeping. */
export const printHtml = (sheet: Sheet): string => page(sheet, '', '')

/** The first page of it as it is printed, to be looked at before: its links lead nowhere. */
export function printFirstPage(sheet: Sheet): string {
  const facts = [sheet.symbol, ...sheet.provenance, sheet.phrases.unofficial]
  const footer = `<footer class="running"><span>${facts.map((fact) => `<bdi>${escape(fact)}</bdi>`).join(' · ')}</span><span>1</span></footer>\n`
  return page(firstPage(sheet), pageStyle, footer).replace(/ href="[^"]*"/g, '')
}

function page(sheet: Sheet, style: string, footer: string): string {
  const { symbol, title, language, rightToLeft, phrases, what, changes, legend, caption, provenance } = sheet
  const notes = new Map(
    sheet.paragraphs.filter(({ kind }) => kind === 'footnote').map((note) => [note.id, note]),
  )
  const body = sheet.paragraphs.filter(({ kind }) => kind !== 'footnote')
  const titled = title === '' || body.some(({ kind }) => kind === 'title')
  return `<!doctype html>
<html lang="${escape(language)}" dir="${rightToLeft ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape([symbol, title, caption].filter(Boolean).join(' – '))}</title>
<style>${htmlStyle([symbol, ...provenance, phrases.unofficial])}${style}</style>
</head>
<body class="${what}${changes === 'strikeAndBold' ? ' marked' : ''}">
<header><p class="symbol"><bdi>${escape(symbol)}</bdi></p><p>${escape(caption)} · ${escape(phrases.unofficial)}</p><p class="provenance">${provenance.map((fact) => `<bdi>${escape(fact)}</bdi>`).join(' · ')}</p></header>
<main>
${legend.map(({ pieces }) => `<p class="legend">${inline(pieces, notes)}</p>\n`).join('')}${titled ? '' : `<h1>${escape(title)}</h1>\n`}${body.map((paragraph) => element(paragraph, notes)).join('\n')}
</main>
${notes.size === 0 ? '' : `<section class="footnotes" aria-label="${escape(phrases.footnotes)}">\n${[...notes.values()].map((note) => noteElement(note, notes)).join('\n')}\n</section>\n`}${footer}</body>
</html>
`
}

type Notes = ReadonlyMap<string, SheetParagraph>

const headings: Readonly<Partial<Record<ParagraphKind, string>>> = { title: 'h1', annex: 'h2' }

function element(paragraph: SheetParagraph, notes: Notes): string {
  const { kind, level, lead, label, whole, pieces } = headed(paragraph)
  const name = kind === 'heading' ? `h${Math.min(6, (level || 3) + 1)}` : (headings[kind] ?? 'p')
  // Only a label that begins the line stands in the margin.
  const place = lead.length > 0 ? 'label inside' : 'label'
  const number =
    label === '' ? '' : `<span class="${place}"><bdi>${marked(escape(label), whole)}</bdi></span>`
  const classes = `${kind}${level > 0 || kind === 'heading' ? ` level-${level}` : ''}`
  return `<${name} class="${classes}">${inline(lead, notes)}${number}${inline(pieces, notes)}</${name}>`
}

function noteElement({ id, lead, label, pieces }: SheetParagraph, notes: Notes): string {
  const back = `<a id="${escape(id)}" href="#ref-${escape(id)}"><sup>${escape(label)}</sup></a>`
  return `<p class="footnote">${inline(lead, notes)}${back}${inline(pieces, notes)}</p>`
}

const inline = (pieces: readonly Piece[], notes: Notes): string =>
  pieces.map((piece) => markup(piece, notes)).join('')

const marked = (inner: string, { proposed, struck }: AskedOf): string =>
  [struck && 'del', proposed && 'ins']
    .filter((tag) => tag !== false)
    .reduce((text, tag) => `<${tag}>${text}</${tag}>`, inner)

function markup(piece: Piece, notes: Notes): string {
  switch (piece.type) {
    case 'words': {
      const { em, strong, underline, sub, sup, link } = piece.marks
      const wraps = [em && 'em', strong && 'strong', underline && 'u', sub && 'sub', sup && 'sup']
      const words = wraps
        .filter((tag) => tag !== undefined)
        .reduce((text, tag) => `<${tag}>${text}</${tag}>`, escape(piece.text))
      const inner = marked(words, piece)
      return link === undefined ? inner : `<a href="${escape(link)}" rel="noopener noreferrer">${inner}</a>`
    }
    case 'note': {
      const note = notes.get(piece.note)
      if (!note) return escape(piece.text)
      const id = escape(piece.note)
      return `<sup><a id="ref-${id}" href="#${id}">${escape(note.label)}</a></sup>`
    }
    case 'line':
      return '<br>'
    case 'gap':
      return ' '
    case 'sign':
      return `<b class="sign">${escape(piece.text)}</b>`
    case 'remark':
      return `<i class="remark">${escape(piece.text)}</i>`
    case 'names':
      return `<bdi class="names">${escape(piece.text)}</bdi>`
    case 'claim':
      return `<span class="claim">${escape(piece.text)}</span>`
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (char) => entities[char]!)
