import type { ParagraphStatus } from '../../schema/record/deed.ts'
import type { ParagraphView } from '../../schema/view/passage.ts'
import type { Piece } from './piece.ts'

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
export function statusPieces({ status, pending }: ParagraphView, named: boolean): Piece[] {
  const waits = named && pending.length > 0 ? [`pending ${pending.join(', ')}`] : []
  const facts = [statuses[status], ...waits].filter((fact) => fact !== '')
  return facts.length === 0
    ? []
    : [
        { type: 'words', text: ' ', marks: {}, standing: 'plain' },
        { type: 'remark', text: `{${facts.join(', ')}}` },
      ]
}
