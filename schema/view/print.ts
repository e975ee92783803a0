import type { Run } from '../text/token.ts'
import type { Attribution, HeadRequest, ParagraphView, Passage, View, Wording } from './passage.ts'

/** The words of a placement or other request as an editor's note; `label` names paragraphs. */
export type RequestPrinter = (request: HeadRequest, label: (id: string) => string) => string

const codes = (by: readonly Attribution[]): string =>
  by
    .map(({ sponsors, drafting }) => (drafting ? `${sponsors.join(', ')} drafting` : sponsors.join(', ')))
    .filter(Boolean)
    .join(', ')

/** Formatting as Markdown would write it, so that plain text keeps italic opening verbs. */
export function printRun(run: Run): string {
  if ('line' in run) return '\n'
  if ('note' in run) return '°'
  return 'text' in run ? run.text : ''
}

/**
 * Passages in bracket notation: `[shall][EU, US: should]`, `[CH: promptly]`, `[voluntary – RF: delete]`.
 * Brackets always balance. Spaces at the edge of a bracket stand inside it, where they were proposed.
 */
export function printPassages(passages: readonly Passage[]): string {
  return passages
    .map((passage) =>
      passage.type === 'words' ? printRun(passage.run) : passage.wordings.map(printWording).join(''),
    )
    .join('')
}

function printWording({ role, by, deletedBy, heldBy, passages }: Wording): string {
  const words = printPassages(passages)
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
export const requestWords: RequestPrinter = (request, label) => {
  const who = prefix([request.by])
  switch (request.type) {
    case 'place':
      return `{${who}place ${request.after === null ? 'at the beginning' : `after ${label(request.after)}`}}`
    case 'join':
      return `{${who}join to the paragraph before}`
    case 'split':
      return `{${who}new paragraph from here}`
    case 'set':
      return `{${who}make ${[request.kind, request.level === null ? '' : `level ${request.level}`].filter(Boolean).join(', ')}}`
    case 'delete':
      return ''
  }
}

/** A paragraph with its label and the requests on it as a whole; `label` names other paragraphs. */
export function printParagraph(paragraph: ParagraphView, label: (id: string) => string = (id) => id): string {
  const words = printPassages(paragraph.passages)
  const body = [paragraph.label && `${paragraph.label}.`.replace(/([.)])\.$/, '$1'), words]
    .filter(Boolean)
    .join(' ')
  const deletedBy = paragraph.requests.filter(({ type }) => type === 'delete').map(({ by }) => by)
  const notes = paragraph.requests.map((request) => requestWords(request, label)).filter(Boolean)
  const bracketed = paragraph.proposedBy.length
    ? `[${prefix(paragraph.proposedBy)}${body}${suffix(deletedBy, [])}]`
    : deletedBy.length
      ? `[${body}${suffix(deletedBy, [])}]`
      : body
  return [...notes, bracketed].join(' ')
}

/** A whole view in bracket notation, a paragraph a line. */
export function printView({ paragraphs }: View): string {
  const labels = new Map(paragraphs.map(({ id, label }) => [id, label || id]))
  return paragraphs.map((paragraph) => printParagraph(paragraph, (id) => labels.get(id) ?? id)).join('\n')
}
