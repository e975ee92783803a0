import type { Run } from '../text/token.ts'
import type { Attribution, HeadRequest, ParagraphView, Passage, View, Wording } from './passage.ts'
import { styledCodes, styledLabel, usualStyle, type NotationStyle } from './style.ts'

/** Names paragraphs by their label: for footnote references and placements. */
export type LabelOf = (paragraph: string) => string

/** Sponsors as a style names them; those of a draft that is open to everyone are said to be drafting. */
function codes(by: readonly Attribution[], style: NotationStyle): string {
  return by
    .map(({ sponsors, drafting }) => {
      const named = styledCodes(sponsors, style).join(', ')
      return named && drafting ? `${named} drafting` : named
    })
    .filter(Boolean)
    .join(', ')
}

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
export function printPassages(
  passages: readonly Passage[],
  labelOf: LabelOf,
  style: NotationStyle = usualStyle,
): string {
  return passages
    .map((passage) =>
      passage.type === 'words'
        ? printRun(passage.run, labelOf)
        : passage.wordings.map((wording) => printWording(wording, labelOf, style)).join(''),
    )
    .join('')
}

function printWording(
  { role, by, deletedBy, heldBy, passages }: Wording,
  labelOf: LabelOf,
  style: NotationStyle,
): string {
  const words = printPassages(passages, labelOf, style)
  return role === 'proposed'
    ? bracket(words, { by, deletedBy: [], heldBy: [] }, style)
    : bracket(words, { by: [], deletedBy, heldBy }, style)
}

type Asked = Pick<Wording, 'by' | 'deletedBy' | 'heldBy'>

/** Words in brackets, with who asks what of them. */
function bracket(words: string, { by, deletedBy, heldBy }: Asked, style: NotationStyle): string {
  const sponsors = codes(by, style)
  const before = style.names === 'before' && sponsors ? `${sponsors}: ` : ''
  const parts = [
    style.names === 'after' ? sponsors : '',
    position(deletedBy, 'delete', style),
    position(heldBy, 'reserve', style),
  ].filter(Boolean)
  return `[${before}${words}${parts.length ? ` – ${parts.join('; ')}` : ''}]`
}

/** "RF: delete"; nothing when names are hidden. */
function position(by: readonly Attribution[], what: string, style: NotationStyle): string {
  const who = codes(by, style)
  return who && `${who}${style.position === 'colon' ? ':' : ''} ${what}`
}

/** What is asked of a paragraph as a whole, as an editor's note; empty for a deletion, which is a bracket. */
export const requestWords = (
  request: HeadRequest,
  labelOf: LabelOf,
  style: NotationStyle = usualStyle,
): string => {
  const sponsors = codes([request.by], style)
  const who = sponsors && `${sponsors}: `
  switch (request.type) {
    case 'place':
      return `{${who}place ${request.after === null ? 'at the beginning' : `after ${styledLabel(labelOf(request.after), style)}`}}`
    case 'join':
      return `{${who}join to the paragraph before}`
    case 'set':
      return `{${who}make ${[request.kind, request.level === null ? '' : `level ${request.level}`].filter(Boolean).join(', ')}}`
    case 'delete':
      return ''
  }
}

/** A paragraph with its label and the requests on it as a whole. */
export function printParagraph(
  paragraph: ParagraphView,
  labelOf: LabelOf,
  style: NotationStyle = usualStyle,
): string {
  const { passages, requests, proposedBy } = paragraph
  const words = printPassages(passages, labelOf, style)
  const body = [printLabel(paragraph, style), words].filter(Boolean).join(' ')
  const deletedBy = requests.filter(({ type }) => type === 'delete').map(({ by }) => by)
  const notes = requests.map((request) => requestWords(request, labelOf, style)).filter(Boolean)
  const whole = proposedBy.length > 0 || deletedBy.length > 0
  return [...notes, whole ? bracket(body, { by: proposedBy, deletedBy, heldBy: [] }, style) : body].join(' ')
}

function printLabel({ kind, label }: ParagraphView, style: NotationStyle): string {
  if (kind === 'footnote') return raised(label)
  const styled = styledLabel(label, style)
  return /[.)]$/.test(styled) || styled === '' ? styled : `${styled}.`
}

/** Labels of the paragraphs of a view, for its printers. */
export function labelsIn({ paragraphs }: View): LabelOf {
  const labels = new Map(paragraphs.map(({ id, label }) => [id, label]))
  return (id) => labels.get(id) || id
}

/** A whole view in bracket notation, a paragraph a line. */
export function printView(view: View, style: NotationStyle = usualStyle): string {
  const labelOf = labelsIn(view)
  return view.paragraphs.map((paragraph) => printParagraph(paragraph, labelOf, style)).join('\n')
}
