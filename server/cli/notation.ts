import { readFileSync } from 'node:fs'
import { parseNotation } from '../../schema/notation/parse.ts'
import { summarize } from '../../schema/notation/summary.ts'
import { isRefusal } from '../../schema/refusal.ts'
import { plainText, type Run } from '../../schema/text/token.ts'
import { catalogueLexicon } from '../accounts/lexicon.ts'
import { isArchive } from '../imports/archive.ts'
import { decodeText } from '../imports/decode.ts'
import { readDocx } from '../imports/docx.ts'
import type { FoundText } from '../imports/found.ts'
import { readHtml } from '../imports/html.ts'
import {
  complain,
  type Fault,
  fileFault,
  type GivenFile,
  isFault,
  misuse,
  openFile,
  readWords,
  refusalFault,
} from './fault.ts'

const endings = ['.txt', '.md', '.docx', '.html']

/** Prints what brackets, names and alternatives a file holds, as JSON. Exit codes: 0 read, 1 not read, 2 misused. */
export async function notation(words: readonly string[]): Promise<number> {
  const read = readWords(words)
  if (typeof read === 'string') return misuse(read, usage)
  const [path, ...rest] = read.positionals
  if (path === undefined || rest.length > 0) return misuse('name one file.', usage)
  const file = path === '-' ? standardInput() : openFile(path, endings)
  const found = isFault(file) ? file : textOf(path, file)
  if (isFault(found)) return complain(found)
  const { text, lines } = found
  const figures = summarize(text, parseNotation(text, catalogueLexicon(), lines !== null))
  const orphans = figures.orphans.map((orphan) => ({
    ...orphan,
    column: orphan.column - (lines?.[orphan.line - 1] ?? 0),
  }))
  console.log(JSON.stringify({ ...figures, orphans }, null, 2))
  return 0
}

const usage = 'notation FILE   (.txt, .md, .docx or .html; - for standard input)'

function standardInput(): GivenFile | Fault {
  try {
    return { name: 'standard input', ending: '.txt', bytes: readFileSync(0) }
  } catch (error) {
    return { fault: fileFault('standard input', error, 'read') }
  }
}

interface FileText {
  readonly text: string
  /**
   * Where every line is a paragraph, none broken at a margin: how many code points at the beginning of each
   * were printed by automatic numbering, which has no columns.
   */
  readonly lines: readonly number[] | null
}

/** The characters of a file: of a text file as they are, of a Word file or web page a paragraph a line. */
function textOf(path: string, { name, ending, bytes }: GivenFile): FileText | Fault {
  if (ending === '.docx' || isArchive(bytes)) {
    const found = readDocx(name, bytes)
    return isRefusal(found) ? refusalFault(path, found) : linesOf(found)
  }
  const decoded = decodeText(name, bytes)
  if (isRefusal(decoded)) return refusalFault(path, decoded)
  return ending === '.html' ? linesOf(readHtml(decoded.text)) : { text: decoded.text, lines: null }
}

/** Footnotes follow the text, each on a line that begins with its raised number, as it is cited. */
function linesOf({ paragraphs, notes }: FoundText): FileText {
  const cited = new Map<string, string>()
  for (const { runs } of paragraphs)
    for (const run of runs)
      if ('note' in run && notes.has(run.note) && !cited.has(run.note))
        cited.set(run.note, raised(cited.size + 1))
  // A line break within a paragraph begins no line here, so that lines are paragraphs.
  const words = (runs: readonly Run[]): string =>
    runs
      .map((run) => ('note' in run ? (cited.get(run.note) ?? '') : plainText([run])))
      .join('')
      .replace(/[\r\n\u2029]/g, '\u2028')
  const lines = [
    ...paragraphs.map(({ number, runs }) => ({ lead: number ?? '', words: words(runs) })),
    ...[...notes].map(([id, runs]) => ({ lead: cited.get(id) ?? '', words: words(runs) })),
  ]
  return {
    text: lines.map((line) => [line.lead, line.words].filter(Boolean).join(' ')).join('\n'),
    lines: lines.map((line) => (line.lead && line.words ? Array.from(line.lead).length + 1 : 0)),
  }
}

const raised = (value: number): string =>
  String(value).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!)
