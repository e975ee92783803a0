import { piecesText } from '../../schema/view/piece.ts'
import type { Sheet } from './sheet.ts'

/** Characters that fill a page of A4 in every script, with some to spare. */
const pageOf = 6_000

/** The beginning of a sheet: all that stands on its first page, and whatever belongs to the last paragraph on it. */
export function firstPage(sheet: Sheet): Sheet {
  let length = 0
  const end = sheet.paragraphs.findIndex(({ lead, label, pieces }) => {
    const isFull = length >= pageOf
    length += piecesText(lead).length + label.length + piecesText(pieces).length
    return isFull
  })
  return end < 0 ? sheet : { ...sheet, paragraphs: sheet.paragraphs.slice(0, end) }
}
