import { contentHash } from '../../schema/record/chain.ts'
import type { State } from '../../schema/record/state.ts'
import type { ParagraphKind } from '../../schema/text/token.ts'
import { numbering } from '../../schema/text/numbering.ts'
import { textOf } from '../../schema/text/text.ts'
import type { ParagraphView, View } from '../../schema/view/passage.ts'
import { isRightToLeft, type Phrases, phrasesIn } from './phrases.ts'
import { paragraphPieces, type Piece, piecesText } from './piece.ts'
import { tidyPieces } from './tidy.ts'

/** A paragraph ready to be set by any format. */
export interface SheetParagraph {
  readonly id: string
  readonly kind: ParagraphKind
  readonly level: number
  /** As printed before it; empty for none. */
  readonly label: string
  /** The label is the next number of its series, so that a word processor may count by itself. */
  readonly counted: boolean
  readonly pieces: readonly Piece[]
}

/** A text ready to be set, with what its header and footer say. */
export interface Sheet {
  readonly symbol: string
  readonly title: string
  readonly language: string
  readonly rightToLeft: boolean
  readonly phrases: Phrases
  readonly what: 'clean' | 'compilation'
  readonly paragraphs: readonly SheetParagraph[]
  /** Act number, time in UTC, hash, in this order: what the footer says of where the text comes from. */
  readonly provenance: readonly string[]
}

/** Characters of a hash that are printed: enough to tell two texts apart at a glance. */
const shortHash = 12

/**
 * Lays a view out for printing. A clean text gets the numbers it is issued with; a compilation keeps the
 * labels that delegations cite. `at` is the time of the export, ISO 8601 in UTC.
 */
export function sheetOf(state: State, view: View, what: Sheet['what'], at: string): Sheet {
  const phrases = phrasesIn(state.language)
  const hash = what === 'clean' ? contentHash(textOf(state, state.accepted)) : state.hash
  return {
    symbol: state.revisions.at(-1)?.symbol ?? state.symbol,
    title: state.title,
    language: state.language,
    rightToLeft: isRightToLeft(state.language),
    phrases,
    what,
    paragraphs: what === 'clean' ? cleanParagraphs(view, phrases) : workingParagraphs(view),
    provenance: [`${phrases.act} ${state.n}`, timeInUtc(at), hash.slice(0, shortHash)],
  }
}

function workingParagraphs({ paragraphs }: View): SheetParagraph[] {
  const labels = new Map(paragraphs.map(({ id, label }) => [id, label || id]))
  return paragraphs.map((paragraph) => {
    const { id, kind, level, label } = paragraph
    const pieces = paragraphPieces(paragraph, (other) => labels.get(other) ?? other)
    return { id, kind, level, label, counted: false, pieces }
  })
}

/**
 * What is only proposed, where brackets are kept, has no number yet: it keeps the label that says after
 * which one it would come, and the others are counted as if it were not there.
 */
function cleanParagraphs({ paragraphs }: View, phrases: Phrases): SheetParagraph[] {
  const firm = paragraphs.filter(({ proposedBy }) => proposedBy.length === 0)
  const numbers = new Map(numbering(firm, 'final').map((label, i) => [firm[i]!.id, label]))
  return paragraphs
    .map((paragraph) => {
      const { id, kind, level } = paragraph
      const number = numbers.get(id)
      return {
        id,
        kind,
        level,
        label: localized(number ?? proposedLabel(paragraph), kind, phrases),
        counted: number !== undefined && number !== '',
        pieces: tidyPieces(paragraphPieces(paragraph, (other) => numbers.get(other) || other)),
      }
    })
    .filter(({ kind, pieces }) => kind === 'annex' || piecesText(pieces).trim() !== '')
}

/** "OP3 bis" in a text that is numbered "3." reads "3 bis." */
function proposedLabel({ kind, label }: ParagraphView): string {
  if (kind === 'preambular') return ''
  return kind === 'operative' || kind === 'body'
    ? `${label.replace(/^(?:[IVXLC]+\/|A\/)?(?:OP)?/, '')}.`
    : label
}

const localized = (label: string, kind: ParagraphKind, { annex }: Phrases): string =>
  kind === 'annex' ? label.replace(/^Annex/, annex) : label

/** 2026-11-23T03:15:00.000Z → "2026-11-23 03:15 UTC". */
const timeInUtc = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`
