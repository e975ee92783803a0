import type { Piece } from './piece.ts'
import type { SheetParagraph } from './sheet.ts'

/** A stretch of Markdown: `literal` characters are words, to be escaped; the others are markup. */
interface Stretch {
  readonly text: string
  readonly literal: boolean
}

/**
 * Paragraphs as Markdown with footnotes: headings, italics, bold and links as markup, labels as they are
 * cited. Underlining and raised or lowered characters have no Markdown and print plain. A bracket is escaped
 * only where Markdown would read it as a link, a footnote or a definition.
 */
export function printMarkdown(paragraphs: readonly SheetParagraph[]): string {
  const notes = new Map(
    paragraphs.filter(({ kind }) => kind === 'footnote').map(({ id }, i) => [id, String(i + 1)]),
  )
  const body = paragraphs.filter(({ kind }) => kind !== 'footnote')
  const footnotes = paragraphs.filter(({ kind }) => kind === 'footnote')
  return `${[
    ...body.map((paragraph) => block(paragraph, notes)),
    ...footnotes.map(({ id, pieces }) => `[^${notes.get(id)!}]: ${inline(pieces, notes)}`),
  ].join('\n\n')}\n`
}

type Notes = ReadonlyMap<string, string>

function block({ kind, level, label, pieces }: SheetParagraph, notes: Notes): string {
  const words = inline(pieces, notes)
  const text = [escaped(label, ''), words].filter((part) => part !== '').join(' ')
  switch (kind) {
    case 'title':
      return `# ${oneLine(words)}`
    case 'annex':
      return [`# ${label}`, ...(words === '' ? [] : [`## ${oneLine(words)}`])].join('\n\n')
    case 'heading':
      return level === 0 ? strong(words) : `${'#'.repeat(level + 1)} ${oneLine(text)}`
    case 'preambular':
    case 'operative':
    case 'body':
    case 'item':
    case 'footnote':
      return label === '' ? unlisted(text) : noDefinition(text)
  }
}

/** A heading is one line. */
const oneLine = (text: string): string => text.replace(/\\\n/g, ' ')

/** A line without a number, as the organ that speaks: bold, where it is not marked already. */
const strong = (words: string): string => (/[*_\\]/.test(words) ? words : `**${words}**`)

/** What would begin a list, a heading or a quotation begins words. */
const unlisted = (text: string): string =>
  noDefinition(text.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2').replace(/^(?=[#>+=-])/, '\\'))

/** What would define a link begins words. */
const noDefinition = (text: string): string => text.replace(/^(?=\[[^\]]*\]:)/, '\\')

function inline(pieces: readonly Piece[], notes: Notes): string {
  const stretches = pieces.flatMap((piece, i) =>
    stretchesOf(piece, edge(pieces[i - 1], -1), edge(pieces[i + 1], 0), notes),
  )
  return stretches
    .map(({ text, literal }, i) => (literal ? escaped(text, stretches[i + 1]?.text[0] ?? '') : text))
    .join('')
}

/** The character of a piece that stands beside another. */
const edge = (piece: Piece | undefined, at: 0 | -1): string =>
  piece && 'text' in piece ? (piece.text.at(at) ?? ' ') : ' '

function stretchesOf(piece: Piece, before: string, after: string, notes: Notes): Stretch[] {
  if (piece.type === 'line') return [{ text: '\\\n', literal: false }]
  if (piece.type === 'note') {
    const number = notes.get(piece.note)
    return number === undefined ? [] : [{ text: `[^${number}]`, literal: false }]
  }
  if (piece.type !== 'words') return [{ text: piece.text, literal: true }]
  const { em, strong: bold, link } = piece.marks
  const [, lead = '', core = '', trail = ''] = /^(\s*)(.*?)(\s*)$/s.exec(piece.text)!
  const sign = em && bold ? '***' : bold ? '**' : em ? '*' : ''
  const marked = sign !== '' && mayMark(lead ? ' ' : before, core, trail ? ' ' : after) ? sign : ''
  const words = [markup(marked), { text: core, literal: true }, markup(marked)]
  const linked = link === undefined ? words : [markup('['), ...words, markup(`](<${link}>)`)]
  return [markup(lead), ...linked, markup(trail)].filter(({ text }) => text !== '')
}

const markup = (text: string): Stretch => ({ text, literal: false })

const word = /[\p{L}\p{N}]/u

/** Markdown takes asterisks for emphasis unless punctuation inside meets a letter outside. */
const mayMark = (before: string, core: string, after: string): boolean =>
  core !== '' &&
  (word.test(Array.from(core)[0]!) || !word.test(before)) &&
  (word.test(Array.from(core).at(-1)!) || !word.test(after))

/** Words with what Markdown would take for markup escaped; `next` is the character behind them. */
const escaped = (text: string, next: string): string =>
  text.replace(/[\\*_`<&\][]/g, (sign, at: number) => {
    const behind = at + 1 < text.length ? text.slice(at + 1) : next
    return (escapes[sign] ?? /^/).test(behind) ? `\\${sign}` : sign
  })

/** What must follow a sign for Markdown to take it for markup; asterisks, underscores and backquotes always are. */
const escapes: Readonly<Record<string, RegExp>> = {
  '\\': /^[!-/:-@[-`{-~]/,
  '<': /^[A-Za-z/!?]/,
  '&': /^#?\w+;/,
  ']': /^\(/,
  '[': /^\^/,
}
