import type { Corrections, WrittenParagraph } from '../../../schema/imported/written.ts'
import type { Paragraph } from '../../../schema/text/paragraph.ts'
import { newKey } from '../../api/acts.ts'
import type { ImportPreview } from '../../api/answers.ts'
import { languageOf } from './review.ts'

/** An import being looked over. `guesses` tells by paragraph id by what it was recognized. */
export interface Reviewed {
  /** Key under which it is opened: a new one for every change, so that what is sent twice is opened once. */
  readonly key: string
  readonly title: string
  readonly symbol: string
  readonly language: string
  readonly paragraphs: readonly Paragraph[]
  /** The numbers that were taken off, as written, by paragraph id. */
  readonly labels: Readonly<Record<string, string>>
  readonly guesses: Readonly<Record<string, string>>
  /** What was said about the brackets. */
  readonly corrections: Corrections
  /** What is looked over: the paragraphs first, then their brackets. */
  readonly step: 'paragraphs' | 'brackets'
  readonly warnings: ImportPreview['warnings']
}

/** An import as it came, before any correction. */
export const reviewOf = ({ title, paragraphs, warnings }: ImportPreview): Reviewed => ({
  key: newKey(),
  title,
  symbol: '',
  language: languageOf(paragraphs),
  paragraphs: paragraphs.map(({ id, kind, level, content }) => ({ id, kind, level, content })),
  labels: Object.fromEntries(paragraphs.flatMap(({ id, label }) => (label === null ? [] : [[id, label]]))),
  guesses: Object.fromEntries(paragraphs.map(({ id, guess }) => [id, guess])),
  corrections: { brackets: {}, names: {} },
  step: 'paragraphs',
  warnings,
})

/** The paragraphs with the numbers they were written with; prose that is said to have none has none. */
export const writtenOf = ({
  paragraphs,
  labels,
}: Pick<Reviewed, 'paragraphs' | 'labels'>): WrittenParagraph[] =>
  paragraphs.map((paragraph) => ({
    ...paragraph,
    label: paragraph.kind === 'plain' ? null : (labels[paragraph.id] ?? null),
  }))

/** True of a text in which somebody may have asked for something: brackets, notes, options, alternatives. */
export const mayHoldBrackets = ({ paragraphs, labels }: Pick<Reviewed, 'paragraphs' | 'labels'>): boolean =>
  Object.values(labels).some((label) => /[a-z]{3}/.test(label)) ||
  paragraphs.some(({ content }) =>
    /[[\]{}]|^\W*Option\s|\((?:[^()]*:|agreed)/i.test(
      content.map((run) => ('text' in run ? run.text : ' ')).join(''),
    ),
  )
