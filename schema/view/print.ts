import type { Run } from '../text/token.ts'
import type { Attribution, HeadRequest, ParagraphView, Passage, View, Wording } from './passage.ts'

/** Names paragraphs by their label: for footnote references and placements. */
export type LabelOf = (paragraph: string) => string

const codes = (by: readonly Attribution[]): string =>
  by
    .map(({ sponsors, drafting }) => (drafting ? `${sponsors.join(', ')} drafting` : sponsors.join(', ')))
    .filter(Boolean)
    .join(', ')

/** A run as plain characters: a proposed break as ¶, a footnote reference as its number raised. */
export function printRun(run: Run, labelOf: LabelOf): string {
  if ('text' in run) return run.text
  if ('break' in run) return '¶ '
  return 'note' in run ? raised(labelOf(run.note)) : '\n'
}

/** Digits raised, as footnotes are cited; other labels as they are. */
const raised = (label: string): string => label.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!)

/**
 * Passages in bracket notation: `[shall][EU, US: should]`, `[CH: promptly]`, `[voluntary – RF: delete]`.
 * Brackets always balance.
 */
export function printPassages(passages: readonly Passage[], labelOf: LabelOf): string {
  return passages
    .map((passage) =>
      passage.type === 'words'
        ? printRun(passage.run, labelOf)
        : passage.wordings.map((wording) => printWording(wording, labelOf)).join(''),
    )
    .join('')
}

function printWording({ role, by, deletedBy, heldBy, passages }: Wording, labelOf: LabelOf): string {
  const words = printPassages(passages, labelOf)
  if (role === 'proposed') return `[${prefix(by)}${words}]`
  return `[${words}${suffix(deletedBy, heldBy)}]`
}

const prefix = (by: readonly Attribution[]): string => (codes(by) ? `${codes(by)}: ` : '')

/** What is asked of standing words, after a dash; nothing when names are hidden. */
function suffix(deletedBy: readonly Attribution[], heldBy: readonly Attribution[]): string {
  const parts = [
    codes(deletedBy) && `${codes(deletedBy)}: delete`,
    codes(heldBy) && `${codes(heldBy)}: reserve`,
  ].filter(Boolean)
  return parts.length ? ` – ${parts.join('; ')}` : ''
}

/** What is asked of a paragraph as a whole, as an editor's note; empty for a deletion, which is a bracket. */
export const requestWords = (request: HeadRequest, labelOf: LabelOf): string => {
  const who = prefix([request.by])
  switch (request.type) {
    case 'place':
      return `{${who}place ${request.after === null ? 'at the beginning' : `after ${labelOf(request.after)}`}}`
    case 'join':
      return `{${who}join to the paragraph before}`
    case 'set':
      return `{${who}make ${[request.kind, request.level === null ? '' : `level ${request.level}`].filter(Boolean).join(', ')}}`
    case 'delete':
      return ''
  }
}

/** A paragraph with its label and the requests on it as a whole. */
export function printParagraph(paragraph: ParagraphView, labelOf: LabelOf): string {
  const words = printPassages(paragraph.passages, labelOf)
  const body = [printLabel(paragraph), words].filter(Boolean).join(' ')
  const deletedBy = paragraph.requests.filter(({ type }) => type === 'delete').map(({ by }) => by)
  const notes = paragraph.requests.map((request) => requestWords(request, labelOf)).filter(Boolean)
  const bracketed = paragraph.proposedBy.length
    ? `[${prefix(paragraph.proposedBy)}${body}${suffix(deletedBy, [])}]`
    : deletedBy.length
      ? `[${body}${suffix(deletedBy, [])}]`
      : body
  return [...notes, bracketed].join(' ')
}

function printLabel({ kind, label }: ParagraphView): string {
  if (kind === 'footnote') return raised(label)
  return /[.)]$/.test(label) || label === '' ? label : `${label}.`
}

/** Labels of the paragraphs of a view, for its printers. */
export function labelsIn({ paragraphs }: View): LabelOf {
  const labels = new Map(paragraphs.map(({ id, label }) => [id, label]))
  return (id) => labels.get(id) || id
}

/** A whole view in bracket notation, a paragraph a line. */
export function printView(view: View): string {
  const labelOf = labelsIn(view)
  return view.paragraphs.map((paragraph) => printParagraph(paragraph, labelOf)).join('\n')
}
