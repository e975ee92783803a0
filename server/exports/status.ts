import type { ParagraphStatus } from '../../schema/record/deed.ts'
import type { ParagraphView } from '../../schema/view/passage.ts'
import { claim, namePieces, type Piece, remark, sign } from '../../schema/view/piece.ts'
import type { NotationStyle } from '../../schema/view/style.ts'

/** In the words of the field, which are English in texts of every language. */
const statuses: Readonly<Record<ParagraphStatus, string>> = {
  open: '',
  informals: 'agreed in informals',
  adReferendum: 'agreed ad referendum',
  adopted: 'adopted',
  reopened: 'reopened',
  parked: 'parked',
  package: 'in a package',
}

/** How a paragraph stands, as an editor's note after it; pending delegations only where names are shown. */
export function statusPieces({ status, pending }: ParagraphView, style: NotationStyle): Piece[] {
  const said = statuses[status]
  if (said === '') return []
  const who = namePieces(pending, style)
  const waits = who.length === 0 ? [] : [claim(', pending '), ...who]
  return [sign(' '), remark(`{${said}`), ...waits, remark('}')]
}
