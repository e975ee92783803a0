import { contentHash } from '../../schema/record/chain.ts'
import type { State } from '../../schema/record/state.ts'
import { textOf } from '../../schema/text/text.ts'
import type { Counts } from '../../schema/text/numbering.ts'
import type { ParagraphKind } from '../../schema/text/token.ts'
import { touchedOnly } from '../../schema/view/leave-out.ts'
import type { View } from '../../schema/view/passage.ts'
import {
  type AskedOf,
  type LabelOf,
  type Piece,
  piecesText,
  raised,
  remark,
  untouched,
} from '../../schema/view/piece.ts'
import { labelsIn, paragraphPieces, paragraphText } from '../../schema/view/print.ts'
import { type NotationStyle, usualStyle } from '../../schema/view/style.ts'
import { finalLabels, isFirm } from './final-label.ts'
import { legendOf } from './legend.ts'
import { isRightToLeft, type Phrases, phrasesIn } from './phrases.ts'
import { statusPieces } from './status.ts'
import { tidyPieces } from './tidy.ts'

/** A paragraph ready to be set by any format: `lead`, then its label, then `pieces`. */
export interface SheetParagraph {
  readonly id: string
  readonly kind: ParagraphKind
  readonly level: number
  /** What a compilation prints before its label: a bracket around the whole, requests to move it. */
  readonly lead: readonly Piece[]
  /** As printed before the words, a footnote's as plain digits; empty for none. */
  readonly label: string
  /** What is asked of the paragraph as a whole, its label included. */
  readonly whole: AskedOf
  /** The label is the next number of its series, so that a word processor may count by itself. */
  readonly counted: boolean
  readonly pieces: readonly Piece[]
}

/** How a text is printed where the usual way is not wanted. */
interface Printing {
  readonly style: NotationStyle
  /** Leave out the paragraphs of a compilation that nobody asks to change. */
  readonly omit: boolean
}

/** A text ready to be set, with what its header and footer say. */
export interface Sheet {
  readonly symbol: string
  /** Set above a text in which no paragraph is its title; empty for none. */
  readonly title: string
  readonly language: string
  readonly rightToLeft: boolean
  readonly phrases: Phrases
  readonly what: 'clean' | 'compilation'
  readonly changes: NotationStyle['changes']
  /** What it says it is, in the language of the text. */
  readonly caption: string
  /** How it is to be read, where that is not plain. */
  readonly legend: readonly SheetParagraph[]
  readonly paragraphs: readonly SheetParagraph[]
  /** Act number, time in UTC, hash, in this order: what the footer says of where the text comes from. */
  readonly provenance: readonly string[]
}

/** Characters of a hash that are printed: enough to tell two texts apart at a glance. */
const shortHash = 12

const usualPrinting: Printing = { style: usualStyle, omit: false }

/**
 * Lays a view out for printing. A clean text gets the numbers it is issued with; a compilation keeps the
 * labels that delegations cite. `at` is the time of the export, ISO 8601 in UTC.
 */
export function sheetOf(
  state: State,
  view: View,
  what: Sheet['what'],
  at: string,
  { style, omit }: Printing = usualPrinting,
): Sheet {
  const phrases = phrasesIn(state.language)
  const hash = what === 'clean' ? contentHash(textOf(state, state.accepted)) : state.hash
  const named = 'names' in view.lens && view.lens.names !== 'hidden' && style.names !== 'none'
  const marked = view.lens.type !== 'clean' && style.changes === 'strikeAndBold'
  const paragraphs =
    what === 'clean'
      ? cleanParagraphs(view, state.counts, phrases, style)
      : workingParagraphs(view, style, omit)
  const omits = paragraphs.some(({ id }) => id.startsWith(omission))
  const legend = legendOf(state.language, { marked, named, omits })
  return {
    symbol: state.revisions.at(-1)?.symbol ?? state.symbol,
    title: state.title,
    language: state.language,
    rightToLeft: isRightToLeft(state.language),
    phrases,
    what,
    changes: style.changes,
    caption: what === 'clean' && view.lens.type !== 'clean' ? phrases.bracketed : phrases[what],
    legend: legend.length === 0 ? [] : [aside('legend', legend)],
    paragraphs,
    provenance: [
      `${phrases.act} ${state.n}`,
      ...[timeInUtc(at), hash.slice(0, shortHash)].map((fact) => leftToRight(fact, state.language)),
    ],
  }
}

function workingParagraphs(shown: View, style: NotationStyle, omit: boolean): SheetParagraph[] {
  const { paragraphs, lens } = shown
  // Who is waited for is a name too.
  const isHidden = 'names' in lens && lens.names === 'hidden'
  const pending: NotationStyle = isHidden ? { ...style, names: 'none' } : style
  const labelOf = labelsIn(shown)
  const printed = omit ? touchedOnly(paragraphs) : paragraphs
  return printed.map((paragraph, i) => {
    if (paragraph === null) return omitted(i)
    const { id, kind, level } = paragraph
    const { lead, label, whole, body } = paragraphPieces(paragraph, labelOf, style)
    return {
      id,
      kind,
      level,
      lead,
      label: kind === 'footnote' ? paragraph.label : label,
      whole,
      counted: false,
      pieces: [...body, ...statusPieces(paragraph, pending)],
    }
  })
}

/** What the ids of left-out runs begin with; no paragraph of a text has such an id. */
const omission = '(…)'

const omitted = (at: number): SheetParagraph => aside(`${omission}${at}`, [remark('(…)')])

/** A paragraph that is not of the text. */
const aside = (id: string, pieces: readonly Piece[]): SheetParagraph => ({
  id,
  kind: 'plain',
  level: 0,
  lead: [],
  label: '',
  whole: untouched,
  counted: false,
  pieces,
})

function cleanParagraphs(
  { paragraphs }: View,
  counts: Counts,
  phrases: Phrases,
  style: NotationStyle,
): SheetParagraph[] {
  const labels = finalLabels(paragraphs, counts)
  const labelOf: LabelOf = (id) => labels.get(id)?.replace(/\.$/, '') || id
  return paragraphs
    .map((paragraph) => {
      const { id, kind, level } = paragraph
      const own = labels.get(id)!
      const label = kind === 'annex' ? own.replace(/^Annex/, phrases.annex) : own
      const { lead, whole, body } = paragraphPieces(paragraph, labelOf, style)
      const words = tidyPieces([...lead, ...body.filter(({ type }) => type !== 'gap')])
      const gap: Piece[] = label === '' || words.length === 0 ? [] : [{ type: 'gap' }]
      return {
        id,
        kind,
        level,
        lead: [],
        label,
        whole,
        counted: isFirm(paragraph) && label !== '' && counts.size === 0,
        pieces: [...gap, ...words],
      }
    })
    .filter(({ kind, pieces }) => kind === 'annex' || piecesText(pieces).trim() !== '')
}

/** A paragraph with the number of an annex on a line of its own, as headings are set; others as they are. */
export function headed(paragraph: SheetParagraph): SheetParagraph {
  const { kind, lead, label, pieces } = paragraph
  if (kind !== 'annex' || lead.length > 0 || pieces[0]?.type !== 'gap') return paragraph
  return { ...paragraph, label: label.replace(/\.$/, ''), pieces: [{ type: 'line' }, ...pieces.slice(1)] }
}

/** A paragraph as characters: in a compilation the notation that can be read back. */
export function printLine(
  paragraph: SheetParagraph,
  { what, changes }: Pick<Sheet, 'what' | 'changes'>,
): string {
  const { kind, lead, label, whole, pieces } = what === 'clean' ? headed(paragraph) : paragraph
  return paragraphText(
    { lead, label: kind === 'footnote' ? raised(label) : label, whole, body: pieces },
    { changes },
  )
}

/** Between Arabic words the parts of a date and the digits of a hash would change places. */
const leftToRight = (fact: string, language: string): string =>
  isRightToLeft(language) ? `\u200e${fact}\u200e` : fact

/** 2026-11-23T03:15:00.000Z → "2026-11-23 03:15 UTC". */
const timeInUtc = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`
