import { limits, onlySeen, paragraphSchema } from '../../schema/record/deed.ts'
import { isRefusal, type Refusal, refuse } from '../../schema/refusal.ts'
import type { Paragraph } from '../../schema/text/paragraph.ts'
import { plainText, type Run, runsLength } from '../../schema/text/token.ts'
import { isProvenance } from '../exports/phrases.ts'
import { isArchive } from './archive.ts'
import { decodeText } from './decode.ts'
import { readDocx } from './docx.ts'
import { type FoundText, Tally, type Warning } from './found.ts'
import { readHtml } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { readPlain } from './plain.ts'
import { type Guess, recognize, type Recognized } from './recognize.ts'
import { fitRuns, isBlank, longParagraphUnits, tidyRuns } from './tidy.ts'

/** Bytes of the largest file that is read. */
export const maxFileBytes = 20 << 20

/** A paragraph to be looked over before it is accepted; `guess` says why it was taken for its kind. */
interface ImportedParagraph extends Paragraph {
  readonly guess: Guess | 'footnote'
  /** The number that was taken off, as written: "OP1 bis", "(a)", "12"; null where there was none. */
  readonly label: string | null
}

/** What a file would make of a text. Nothing of it is stored. */
export interface ImportPreview {
  readonly title: string
  readonly paragraphs: readonly ImportedParagraph[]
  readonly warnings: readonly Warning[]
}

/** Reads a file at once, in this thread. `name` is its file name; what it contains decides how it is read. */
export function readImport(name: string, bytes: Uint8Array): ImportPreview | Refusal {
  const where = name.slice(0, limits.name)
  if (bytes.length === 0) return refuse('malformed', { where, what: 'empty' })
  if (bytes.length > maxFileBytes) return refuse('too-large', { what: 'file', limit: maxFileBytes })
  const found = isArchive(bytes) ? readDocx(where, bytes) : readText(where, bytes)
  return isRefusal(found) ? found : previewOf(where, found)
}

function readText(where: string, bytes: Uint8Array): FoundText | Refusal {
  const decoded = decodeText(where, bytes)
  if (isRefusal(decoded)) return decoded
  if (decoded.text.length > limits.words) return refuse('too-large', { what: 'words', limit: limits.words })
  const found = readerOf(where)(decoded.text.replace(/^\uFEFF/, ''))
  return { ...found, warnings: [...decoded.warnings, ...found.warnings] }
}

/** By the ending of the name; whatever else it is is read as plain text. */
function readerOf(where: string): (text: string) => FoundText {
  if (/\.(?:md|markdown)$/i.test(where)) return readMarkdown
  return /\.html?$/i.test(where) ? readHtml : readPlain
}

function previewOf(where: string, found: FoundText): ImportPreview | Refusal {
  const tally = new Tally()
  const all = found.paragraphs.filter(({ runs }) => !isBlank(runs))
  // An export of ours begins with a line about itself, which is no part of the text.
  const [line = ''] = all.slice(0, 1).map(({ runs }) => plainText(runs).trim())
  const full = isProvenance(line) ? all.slice(1) : all
  if (full.length > limits.paragraphs)
    return refuse('too-large', { what: 'paragraphs', limit: limits.paragraphs })
  const tidied = full.map((paragraph) => ({
    ...paragraph,
    runs: tidyRuns(paragraph.runs, tally),
  }))
  const notes = new Map([...found.notes].map(([name, runs]) => [name, tidyRuns(runs, tally)]))
  const { paragraphs: recognized, dropped } = recognize(tidied.filter(({ runs }) => !isBlank(runs)))
  tally.add('bullets', recognized.filter(({ guess }) => guess === 'bullet').length)
  if (recognized.length === 0) return refuse('malformed', { where, what: 'empty' })
  const { paragraphs, warnings } = number(recognized, notes, tally)
  const words = paragraphs.reduce((sum, { content }) => sum + runsLength(content), 0)
  if (words > limits.words) return refuse('too-large', { what: 'words', limit: limits.words })
  if (paragraphs.length > limits.paragraphs)
    return refuse('too-large', { what: 'paragraphs', limit: limits.paragraphs })
  const unfit = paragraphs.find(
    ({ id, kind, level, content }) => !paragraphSchema.safeParse({ id, kind, level, content }).success,
  )
  if (unfit) return refuse('malformed', { where, what: 'paragraph', paragraph: unfit.id })
  return {
    title: titleOf(where, paragraphs),
    paragraphs,
    warnings: [
      ...found.warnings,
      ...tally.warnings(),
      ...(full === all ? [] : [{ code: 'provenance-dropped' as const, params: { line } }]),
      ...(dropped.length > 0 ? [{ code: 'labels-dropped' as const, params: { labels: dropped } }] : []),
      ...warnings,
    ],
  }
}

/** Gives ids p1 … pn and puts every footnote after the paragraph that refers to it. */
function number(
  recognized: readonly Recognized[],
  notes: ReadonlyMap<string, readonly Run[]>,
  tally: Tally,
): { paragraphs: ImportedParagraph[]; warnings: Warning[] } {
  const paragraphs: ImportedParagraph[] = []
  const warnings: Warning[] = []
  const used = new Set<string>()
  const add = (paragraph: Omit<ImportedParagraph, 'id'>): void => {
    const id = `p${paragraphs.length + 1}`
    const { runs, fits } = fitRuns(paragraph.content)
    const length = runsLength(runs)
    if (!fits) warnings.push({ code: 'formatting-dropped', params: { paragraph: id } })
    if (length > longParagraphUnits)
      warnings.push({ code: 'long-paragraph', params: { paragraph: id, length } })
    paragraphs.push({ ...paragraph, id, content: runs })
  }
  const addNote = (name: string): void => {
    // A note's own references would have nowhere to stand.
    const content = notes.get(name)!.filter((run) => !('note' in run))
    add({ kind: 'footnote', level: 0, guess: 'footnote', label: null, content })
  }
  for (const paragraph of recognized) {
    const referred: string[] = []
    const idOf = (name: string): string => `p${paragraphs.length + 2 + referred.indexOf(name)}`
    const content = paragraph.content.flatMap((run): Run[] => {
      if (!('note' in run)) return [run]
      const known = notes.has(run.note) && !isBlank(notes.get(run.note)!)
      // Wordings side by side in one paragraph cite the same footnote.
      if (referred.includes(run.note)) return [{ note: idOf(run.note) }]
      if (!known || used.has(run.note)) {
        tally.add('footnote-missing')
        return []
      }
      used.add(run.note)
      referred.push(run.note)
      return [{ note: idOf(run.note) }]
    })
    add({ ...paragraph, content })
    referred.forEach(addNote)
  }
  const unused = [...notes].filter(([name, runs]) => !used.has(name) && !isBlank(runs))
  for (const [name] of unused) addNote(name)
  tally.add('footnote-unused', unused.length)
  return { paragraphs, warnings }
}

/** The first title, or else the name of the file without its ending. */
function titleOf(where: string, paragraphs: readonly Paragraph[]): string {
  const title = paragraphs.find(({ kind }) => kind === 'title')
  const words = title ? plainText(title.content).replace(/\s+/g, ' ') : ''
  const name = where.replace(/\.[a-z]{1,8}$/i, '').replace(/[\u0000-\u001f\ufffc]/g, '')
  const seen = [words, name].map((one) => onlySeen(one.toWellFormed()).trim())
  return (seen.find((one) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(one)) ?? 'Text')
    .slice(0, limits.name)
    .toWellFormed()
    .trim()
}
