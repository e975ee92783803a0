import type { Marks } from '../../schema/text/token.ts'
import { type AskedOf, type Piece, piecesText } from '../../schema/view/piece.ts'
import { headed, type Sheet, type SheetParagraph } from './sheet.ts'

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
export function printMarkdown(
  paragraphs: readonly SheetParagraph[],
  changes: Sheet['changes'] = 'brackets',
): string {
  const notes = new Map(
    paragraphs.filter(({ kind }) => kind === 'footnote').map(({ id }, i) => [id, String(i + 1)]),
  )
  const context = { notes, changes }
  const body = paragraphs.filter(({ kind }) => kind !== 'footnote')
  const footnotes = paragraphs.filter(({ kind }) => kind === 'footnote')
  return `${[
    ...body.map((paragraph) => block(paragraph, context)),
    ...footnotes.map(
      ({ id, lead, pieces }) =>
        `[^${notes.get(id)!}]: ${unbroken(inline([...lead, ...ungapped(pieces)], context))}`,
    ),
  ].join('\n\n')}\n`
}

type Words = Extract<Piece, { type: 'words' }>

interface Context {
  readonly notes: ReadonlyMap<string, string>
  readonly changes: Sheet['changes']
}

const ungapped = (pieces: readonly Piece[]): Piece[] => pieces.filter(({ type }) => type !== 'gap')

/** Markdown takes a line break for one only where words follow. */
const unbroken = (text: string): string => text.replace(/(?:\\\n)+$/, '')

function block(paragraph: SheetParagraph, context: Context): string {
  const { kind, level, lead, label, whole, pieces } = headed(paragraph)
  const own: Piece[] = label === '' ? [] : [{ type: 'words', text: label, marks: {}, ...whole }]
  const text = unbroken(inline([...lead, ...own, ...pieces], context))
  switch (kind) {
    case 'title':
      return `# ${oneLine(text)}`
    case 'annex': {
      const [first, ...rest] = pieces
      if (first?.type !== 'line') return `# ${oneLine(text)}`
      return [`# ${label}`, `## ${oneLine(inline(rest, context))}`].join('\n\n')
    }
    case 'heading':
      return level === 0 && context.changes === 'brackets'
        ? strong(text)
        : `${'#'.repeat(level + 1)} ${oneLine(text)}`
    case 'preambular':
    case 'operative':
    case 'body':
    case 'plain':
    case 'item':
    case 'footnote':
      return label === '' || lead.length > 0 ? unlisted(text) : noDefinition(text)
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

function inline(pieces: readonly Piece[], context: Context): string {
  const rows = askedAlike(pieces, context)
  const stretches = rows.flatMap((row, i) => {
    const [before, after] = [edge(rows[i - 1]?.at(-1), -1, context), edge(rows[i + 1]?.[0], 0, context)]
    return row.length > 1 || isMarked(row[0]!, context)
      ? markedRow(row, before, after, context)
      : stretchesOf(row[0]!, before, after, context)
  })
  return stretches
    .map(({ text, literal }, i) => (literal ? escaped(text, stretches[i + 1]?.text[0] ?? '') : text))
    .join('')
}

/** True of words that strike and bold marks. */
const isMarked = (piece: Piece, { changes }: Context): piece is Words =>
  changes === 'strikeAndBold' && piece.type === 'words' && (piece.proposed || piece.struck)

/** Pieces in rows of one, but words of which the same is asked together: between them no sign may close and open. */
function askedAlike(pieces: readonly Piece[], context: Context): Piece[][] {
  const rows: Piece[][] = []
  for (const piece of pieces) {
    const last = rows.at(-1)?.[0]
    const joins = last && isMarked(last, context) && isMarked(piece, context)
    if (joins && last.proposed === piece.proposed && last.struck === piece.struck) rows.at(-1)!.push(piece)
    else rows.push([piece])
  }
  return rows
}

/** Words struck or bold. Where Markdown would not take its signs for markup, they are marked as in HTML. */
function markedRow(row: readonly Piece[], before: string, after: string, context: Context): Stretch[] {
  const { proposed, struck } = row[0] as AskedOf & Piece
  const text = piecesText(row)
  const lead = text.length - text.trimStart().length
  const core = text.trim()
  const words = cut(row, lead, lead + core.length).map((piece) =>
    proposed ? { ...piece, marks: unbold(piece.marks) } : piece,
  )
  // Inside, emphasis is all that is left to mark.
  const inside: Context = { ...context, changes: 'brackets' }
  const inner = words.flatMap((piece, i) =>
    stretchesOf(piece, i > 0 ? edge(words[i - 1], -1, inside) : 'a', 'a', inside),
  )
  if (core === '') return [markup(text)]
  const signs = [...(proposed ? ['**'] : []), ...(struck ? ['~~'] : [])]
  const elements = [...(proposed ? ['ins'] : []), ...(struck ? ['del'] : [])]
  const plain =
    !words.some((piece) => isSigned(piece, inside)) &&
    mayMark(text.startsWith(' ') ? ' ' : before, core, text.endsWith(' ') ? ' ' : after)
  const [open, close] = plain
    ? [signs.join(''), signs.toReversed().join('')]
    : [
        elements.map((name) => `<${name}>`).join(''),
        elements
          .toReversed()
          .map((name) => `</${name}>`)
          .join(''),
      ]
  return [
    markup(text.slice(0, lead)),
    markup(open),
    ...inner,
    markup(close),
    markup(text.slice(lead + core.length)),
  ].filter((stretch) => stretch.text !== '')
}

/** Words that are bold because they are asked for need no more to be so. */
const unbold = ({ em, link }: Marks): Marks => ({
  ...(em ? { em } : {}),
  ...(link === undefined ? {} : { link }),
})

/** Words from one offset of them all to another. */
function cut(row: readonly Piece[], from: number, to: number): Words[] {
  let at = 0
  return row.flatMap((piece) => {
    if (piece.type !== 'words') return []
    const start = at
    at += piece.text.length
    const text = piece.text.slice(Math.max(0, from - start), Math.max(0, to - start))
    return text === '' ? [] : [{ ...piece, text }]
  })
}

/** The character of a piece that stands beside another; a sign of Markdown where it ends in one. */
function edge(piece: Piece | undefined, at: 0 | -1, context: Context): string {
  const char = piece && 'text' in piece ? (piece.text.at(at) ?? ' ') : ' '
  return at === -1 && char !== ' ' && piece?.type === 'words' && isSigned(piece, context) ? '*' : char
}

const isSigned = (piece: Words, context: Context): boolean =>
  piece.marks.em === true || piece.marks.strong === true || isMarked(piece, context)

function stretchesOf(piece: Piece, before: string, after: string, { notes }: Context): Stretch[] {
  if (piece.type === 'line') return [{ text: '\\\n', literal: false }]
  if (piece.type === 'note') {
    const number = notes.get(piece.note)
    return [{ text: number === undefined ? piece.text : `[^${number}]`, literal: number === undefined }]
  }
  if (piece.type === 'gap') return [markup(' ')]
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

/** Markdown takes asterisks for emphasis unless punctuation inside meets a letter outside, or other asterisks. */
const mayMark = (before: string, core: string, after: string): boolean =>
  core !== '' &&
  before !== '*' &&
  (word.test(Array.from(core)[0]!) || !word.test(before)) &&
  (word.test(Array.from(core).at(-1)!) || !word.test(after))

/** Words with what Markdown would take for markup escaped; `next` is the character behind them. */
const escaped = (text: string, next: string): string =>
  text.replace(/[\\*_`<&~\][]/g, (sign, at: number) => {
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
  '~': /^~/,
}
