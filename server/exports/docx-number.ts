import { AlignmentType, type ILevelsOptions, type INumberingOptions, LevelFormat } from 'docx'
import type { ParagraphKind } from '../../schema/text/token.ts'
import { centimetre } from './docx-style.ts'
import type { SheetParagraph } from './sheet.ts'

/** Where a paragraph stands in Word's own numbering. A new instance counts from the start. */
export interface DocxNumber {
  readonly reference: string
  readonly level: number
  readonly instance: number
}

type Format = (typeof LevelFormat)[keyof typeof LevelFormat]

const { DECIMAL, LOWER_LETTER, LOWER_ROMAN, UPPER_LETTER, UPPER_ROMAN } = LevelFormat

/** UN form: the number stands in the first line, and the other lines start at the margin. */
const inFirstLine = (from: number): object => ({ left: 0, firstLine: from })
const hanging = (left: number): object => ({ left, hanging: centimetre })

/** Word takes the indentation of numbered paragraphs from the level of the list, not from their style. */
const level = (depth: number, format: Format, text: string, indent: object): ILevelsOptions => ({
  level: depth,
  format,
  text,
  alignment: AlignmentType.START,
  style: { paragraph: { indent } },
})

const single = [level(0, DECIMAL, '%1.', inFirstLine(centimetre))]

/** The series that paragraphs are counted in. */
export const docxNumbering: INumberingOptions = {
  config: [
    { reference: 'operative', levels: single },
    { reference: 'body', levels: single },
    {
      reference: 'item',
      levels: [
        level(0, LOWER_LETTER, '(%1)', inFirstLine(centimetre * 2)),
        level(1, LOWER_ROMAN, '(%2)', hanging(centimetre * 4)),
        level(2, LOWER_LETTER, '%3.', hanging(centimetre * 5)),
        level(3, LOWER_ROMAN, '%4.', hanging(centimetre * 6)),
      ],
    },
    {
      reference: 'heading',
      levels: [UPPER_ROMAN, UPPER_LETTER, DECIMAL].map((format, depth) =>
        level(depth, format, `%${depth + 1}.`, hanging(centimetre)),
      ),
    },
  ],
}

const counted: ReadonlySet<ParagraphKind> = new Set(['operative', 'body', 'item', 'heading'])

/**
 * The place of each paragraph in Word's numbering, null where its label is typed or there is none. Counting
 * starts anew where the text's own does: after an annex heading, and items after what is no item.
 */
export function docxNumbers(paragraphs: readonly SheetParagraph[]): (DocxNumber | null)[] {
  let part = 0
  let list = 0
  return paragraphs.map(({ kind, level: depth, counted: counts }) => {
    if (kind === 'annex') part++
    if (kind !== 'item' && kind !== 'footnote') list++
    if (!counts || !counted.has(kind)) return null
    return {
      reference: kind,
      level: kind === 'item' || kind === 'heading' ? Math.max(1, depth) - 1 : 0,
      instance: kind === 'item' ? list : part,
    }
  })
}
