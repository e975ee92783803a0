import { contentHash } from '../../schema/record/chain.ts'
import type { State } from '../../schema/record/state.ts'
import type { ParagraphKind } from '../../schema/text/token.ts'
import { textOf } from '../../schema/text/text.ts'
import type { View } from '../../schema/view/passage.ts'
import { isRightToLeft, type Phrases, phrasesIn } from './phrases.ts'
import { finalLabels, isFirm } from './final-label.ts'
import { paragraphPieces, type Piece, piecesText } from './piece.ts'
import { statusPieces } from './status.ts'
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
  /** What it says it is, in the language of the text. */
  readonly caption: string
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
    caption: what === 'clean' && view.lens.type !== 'clean' ? phrases.bracketed : phrases[what],
    paragraphs: what === 'clean' ? cleanParagraphs(view, phrases) : workingParagraphs(view),
    provenance: [`${phrases.act} ${state.n}`, timeInUtc(at), hash.slice(0, shortHash)],
  }
}

function workingParagraphs({ paragraphs, lens }: View): SheetParagraph[] {
  const labels = new Map(paragraphs.map(({ id, label }) => [id, label || id]))
  const named = 'names' in lens && lens.names !== 'hidden'
  return paragraphs.map((paragraph) => {
    const { id, kind, level, label } = paragraph
    const pieces = paragraphPieces(paragraph, (other) => labels.get(other) ?? other)
    return { id, kind, level, label, counted: false, pieces: [...pieces, ...statusPieces(paragraph, named)] }
  })
}

function cleanParagraphs({ paragraphs }: View, phrases: Phrases): SheetParagraph[] {
  const labels = finalLabels(paragraphs)
  return paragraphs
    .map((paragraph) => {
      const { id, kind, level } = paragraph
      const label = labels.get(id)!
      return {
        id,
        kind,
        level,
        label: kind === 'annex' ? label.replace(/^Annex/, phrases.annex) : label,
        counted: isFirm(paragraph) && label !== '',
        pieces: tidyPieces(
          paragraphPieces(paragraph, (other) => labels.get(other)?.replace(/\.$/, '') || other),
        ),
      }
    })
    .filter(({ kind, pieces }) => kind === 'annex' || piecesText(pieces).trim() !== '')
}

/** 2026-11-23T03:15:00.000Z → "2026-11-23 03:15 UTC". */
const timeInUtc = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`
