import type { Act } from '../../../schema/record/act.ts'

/** The acts that bear on a proposal, oldest first: its tabling, and all that names it. */
export function actsOn(acts: readonly Act[], proposal: number): readonly Act[] {
  return acts.filter(({ n, deed }) => {
    switch (deed.type) {
      case 'table':
      case 'amend':
        return n === proposal
      case 'revise':
      case 'withdraw':
      case 'cosponsor':
      case 'decline':
      case 'undertake':
      case 'ask':
        return deed.proposal === proposal
      case 'rule':
        return deed.proposal === proposal || deed.into === proposal
      case 'position':
      case 'comment':
        return 'proposal' in deed.on && deed.on.proposal === proposal
      case 'rivals':
        return deed.proposals.includes(proposal)
      case 'open':
      case 'seat':
      case 'meet':
      case 'rise':
      case 'status':
      case 'package':
      case 'publish':
        return false
    }
  })
}

/** The code under which an act stands in the record; null for the chair and the secretariat. */
export const speakerOf = (act: Act): string | null => act.onBehalfOf ?? act.for
