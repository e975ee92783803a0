import { writeFileSync } from 'node:fs'
import type { KeptReason } from '../../schema/imported/written.ts'
import { type Lens, type Names, namings } from '../../schema/view/passage.ts'
import { view } from '../../schema/view/view.ts'
import { systemClock } from '../clock.ts'
import { printDocx } from '../exports/docx.ts'
import { openIn } from '../exports/export.ts'
import { printHtml } from '../exports/html.ts'
import { printMarkdown } from '../exports/markdown.ts'
import { printLine, type Sheet, type SheetParagraph, sheetOf } from '../exports/sheet.ts'
import {
  complain,
  endingOf,
  type Fault,
  fileFault,
  isFault,
  misuse,
  openFile,
  readWords,
  unknownEnding,
} from './fault.ts'
import { readRecord, type RecordFile } from './record-file.ts'

const endings = ['.txt', '.md', '.docx', '.html', '.json']
const views = ['base', 'compilation', 'clean'] as const

/** How a converted text is read. */
interface Reading {
  readonly view: (typeof views)[number]
  readonly names: Names
}

interface Order extends Reading {
  readonly from: string
  readonly to: string
}

/**
 * Converts a text between formats without a server. A .json is the whole record, whatever the view. Exit
 * codes: 0 written, 1 not read or not written, 2 misused.
 */
export async function convert(words: readonly string[]): Promise<number> {
  const order = orderIn(words)
  if (typeof order === 'string')
    return misuse(order, 'convert IN OUT [--view base|compilation|clean] [--names shown|groups|hidden]')
  const { from, to } = order
  if (!endings.includes(endingOf(to))) return complain(unknownEnding(to, endings))
  const file = openFile(from, endings)
  const at = systemClock().toISOString()
  const record = isFault(file) ? file : readRecord(from, file, at, needsUnderstanding(order))
  if (isFault(record)) return complain(record)
  const printed = await print(record, order, at)
  if (typeof printed === 'object' && isFault(printed)) return complain(printed)
  try {
    writeFileSync(to, printed)
    if (record.kept.length > 0) console.error(`adref: ${keptSentence(from, record.kept)}`)
    return 0
  } catch (error) {
    return complain({ fault: fileFault(to, error, 'written') })
  }
}

/**
 * The model, another view and hidden names are of what brackets say. Otherwise a text keeps them as they are
 * written, for a compilation does not print all that is said in them.
 */
const needsUnderstanding = ({ to, view: shown, names }: Order): boolean =>
  endingOf(to) === '.json' || shown !== 'compilation' || names !== 'shown'

/** What was ordered; a sentence where that cannot be told. */
function orderIn(words: readonly string[]): Order | string {
  const read = readWords(words, ['view', 'names'])
  if (typeof read === 'string') return read
  const [from, to, ...rest] = read.positionals
  const { view: shown = 'compilation', names = 'shown' } = read.values
  if (!from || !to || rest.length > 0)
    return from && !to ? 'where to write is missing.' : 'name one file to read and one to write.'
  const chosen = views.find((one) => one === shown)
  const naming = namings.find((one) => one === names)
  if (!chosen) return `--view is base, compilation or clean, not “${shown}”.`
  return naming
    ? { from, to, view: chosen, names: naming }
    : `--names is shown, groups or hidden, not “${names}”.`
}

const keptThings: Readonly<Record<KeptReason, string>> = {
  'same-span': 'brackets around the same words',
  'too-deep': 'brackets nested too deep',
  'no-words': 'brackets with nothing to ask for',
  'brackets-open': 'statuses where brackets are open',
  'no-paragraph': 'notes on a paragraph that is not there',
  'not-sponsor': 'withdrawals of what others ask for',
}

/** Says what the record could not hold as it is written. */
function keptSentence(path: string, kept: readonly KeptReason[]): string {
  const counts = new Map<KeptReason, number>()
  for (const why of kept) counts.set(why, (counts.get(why) ?? 0) + 1)
  const things = [...counts].map(([why, count]) => `${keptThings[why]} (${count})`)
  return `${path} has ${things.join(', ')}: the record keeps these as words or remarks.`
}

async function print(
  { acts, state, written }: RecordFile,
  order: Order,
  at: string,
): Promise<string | Uint8Array | Fault> {
  const ending = endingOf(order.to)
  if (ending === '.json') return `${JSON.stringify(acts, null, 2)}\n`
  const open =
    order.view === 'clean' ? openIn(view(state, { type: 'compilation', names: 'shown' })).labels : []
  if (open.length > 0)
    return { fault: `${order.from} has no clean text yet: brackets are open in ${listed(open)}.` }
  const shown = view(state, lensOf(order))
  const laid = sheetOf(state, shown, order.view === 'compilation' ? 'compilation' : 'clean', at)
  const paragraphs = laid.paragraphs.map((one) => ({ ...one, label: written.get(one.id) ?? one.label }))
  const sheet = citable({ ...laid, paragraphs })
  const viewed = order.view === 'base' ? asOpened(sheet) : sheet
  // A text without a title has the name of its file, which is no part of it.
  const named = state.title === state.symbol ? { ...viewed, title: '' } : viewed
  if (ending === '.docx') return printDocx(named)
  if (ending === '.txt') return `${named.paragraphs.map((one) => printLine(one, named)).join('\n\n')}\n`
  return ending === '.html' ? printHtml(named) : printMarkdown(named.paragraphs)
}

const lensOf = ({ view: type, names }: Reading): Lens => (type === 'compilation' ? { type, names } : { type })

/** The first few of a list. */
const listed = (labels: readonly string[]): string =>
  labels.length > 5 ? `${labels.slice(0, 5).join(', ')} and ${labels.length - 5} more` : labels.join(', ')

/** The text as it was opened or last issued says so, and has no hash of its own. */
const asOpened = (sheet: Sheet): Sheet => ({
  ...sheet,
  caption: sheet.phrases.base,
  provenance: sheet.provenance.slice(0, 2),
})

/** Labels with the full stop that parts them from the words, so that they are read as labels again. */
const citable = (sheet: Sheet): Sheet => ({
  ...sheet,
  paragraphs: sheet.paragraphs.map(unplaced).map(stopped),
})

function stopped(paragraph: SheetParagraph): SheetParagraph {
  const { kind, label } = paragraph
  const bare = label !== '' && kind !== 'annex' && kind !== 'footnote' && !/[.)]$/.test(label)
  return bare ? { ...paragraph, label: `${label}.` } : paragraph
}

/** Under the heading of an annex its paragraphs are numbered without it: "Annex I, OP2" is "OP2". */
const unplaced = <T extends { readonly label: string }>(one: T): T => ({
  ...one,
  label: one.label.replace(/^Annex(?: [IVXLC]+)?,? (?=(?:OP|PP)?\d)/, ''),
})
