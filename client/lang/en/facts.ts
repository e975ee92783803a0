import { area } from '../area.ts'

/** Phrases that refusals are filled with, and the general words where a fact is not known. */
export const facts = area('fact', {
  proposal: 'proposal {n}',
  proposals: '{count, plural, one {proposal} other {proposals}} {list}',
  someProposals: 'other proposals',
  thisProposal: 'this proposal',
  anotherProposal: 'another proposal',
  thisParagraph: 'this paragraph',
  thatParty: 'that delegation',
  heldBy: ', held by {words}',
  the: 'the {words}',
  facilitator: 'facilitator',
  secretariat: 'the secretariat',
  visitor: 'a person without a part in this negotiation',
  doThis: 'do this',
  decided: 'decided',
  informals: 'agreed in informals',
  adReferendum: 'agreed ad referendum',
  adopted: 'adopted',
  package: 'in a package',
  earlier: 'an earlier one',
  newer: 'a newer one',
  thing: 'What was sent',
  where: ' ({words})',
  because: ': {words}',
  limit: ' (at most {words})',
})
