import { parseNotation } from '../../schema/notation/parse.ts'
import { summarize } from '../../schema/notation/summary.ts'
import { isRefusal } from '../../schema/refusal.ts'
import { plainText, type Run } from '../../schema/text/token.ts'
import { catalogueLexicon } from '../accounts/lexicon.ts'
import { isArchive } from '../imports/archive.ts'
import { decodeText } from '../imports/decode.ts'
import { readDocx } from '../imports/docx.ts'
import type { FoundText } from '../imports/found.ts'
import { complain, type Fault, type GivenFile, isFault, openFile, refusalFault } from './fault.ts'

const endings = ['.txt', '.md', '.docx']

/** Prints what brackets, names and alternatives a file holds, as JSON. Exit codes: 0 read, 1 not read, 2 misused. */
export async function notation([path, ...rest]: readonly string[]): Promise<number> {
  if (path === undefined || rest.length > 0) {
    console.error('Usage: adref notation FILE   (.txt, .md or .docx)')
    return 2
  }
  const file = openFile(path, endings)
  const found = isFault(file) ? file : textOf(path, file)
  if (isFault(found)) return complain(found)
  const { text, wholeLines } = found
  console.log(JSON.stringify(summarize(text, parseNotation(text, catalogueLexicon(), wholeLines)), null, 2))
  return 0
}

interface FileText {
  readonly text: string
  /** Every line is a paragraph: none was broken at a margin. */
  readonly wholeLines: boolean
}

/** The characters of a file: of a text file as they are, of a Word file a paragraph a line. */
function textOf(path: string, { name, ending, bytes }: GivenFile): FileText | Fault {
  if (ending === '.docx' || isArchive(bytes)) {
    const found = readDocx(name, bytes)
    return isRefusal(found) ? refusalFault(path, found) : { text: linesOf(found), wholeLines: true }
  }
  const decoded = decodeText(name, bytes)
  return isRefusal(decoded) ? refusalFault(path, decoded) : { text: decoded.text, wholeLines: false }
}

/** Footnotes follow the text, each on a line that begins with its raised number, as it is cited. */
function linesOf({ paragraphs, notes }: FoundText): string {
  const cited = new Map<string, string>()
  for (const { runs } of paragraphs)
    for (const run of runs)
      if ('note' in run && notes.has(run.note) && !cited.has(run.note))
        cited.set(run.note, raised(cited.size + 1))
  const words = (runs: readonly Run[]): string =>
    runs.map((run) => ('note' in run ? (cited.get(run.note) ?? '') : plainText([run]))).join('')
  return [
    ...paragraphs.map(({ number, runs }) => [number ?? '', words(runs)].filter(Boolean).join(' ')),
    ...[...notes].map(([id, runs]) => [cited.get(id) ?? '', words(runs)].filter(Boolean).join(' ')),
  ].join('\n')
}

const raised = (value: number): string =>
  String(value).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!)
