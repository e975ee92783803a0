import { area } from '../area.ts'

/** Words used on more than one screen. */
export const common = area('common', {
  product: 'Adref',
  skip: 'Skip to the content',
  home: 'All texts',
  breadcrumb: 'Where you are',
  account: 'Your account',
  appearance: 'Appearance',
  themeSystem: 'As this device is set',
  themeDay: 'Day',
  themeNight: 'Night',
  density: 'Spacing of the text',
  densityComfortable: 'Comfortable',
  densityCompact: 'Compact',
  signOut: 'Sign out',
  signOutTitle: 'Sign out of this device?',
  signOutWarning:
    'Drafts kept on this device are deleted. Words that were not yet received by the server are lost: wait for “Saved” in every draft before you sign out.',
  signOutPlain:
    'The copies of drafts kept on this device are deleted. What the server has received stays there.',
  close: 'Close',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  save: 'Save',
  remove: 'Remove',
  change: 'Change',
  copy: 'Copy',
  retry: 'Try again',
  loading: 'Loading…',
  optional: '(optional)',
  choose: 'Choose…',
  removeParty: 'Remove {code}',
  showOptions: 'Show the list',
  noMatch: 'Nothing matches.',
  typeToConfirm: 'Type {word} to confirm',
  receipts: 'Receipts and notices',
  sort: 'Sort by {column}',
  failedTitle: 'This screen could not be shown',
  failedWhy:
    'Something in the program went wrong while it was drawn. Nothing you tabled is affected, and drafts are kept on this device.',
  failedReload: 'Load the screen again',
  notFoundTitle: 'There is nothing at this address',
  notFoundWhy:
    'The text or negotiation may have another address, or you may not be among those who can read it.',
  notFoundHome: 'Go to all texts',
  times: '{local} ({utc})',
  none: 'None',
})

/** What people are in a negotiation. */
export const roleNames = area('role', {
  facilitator: 'facilitator',
  secretariat: 'secretariat',
  head: 'head of delegation',
  delegate: 'delegate',
  observer: 'observer',
  stakeholder: 'stakeholder',
})

/** Kinds of party. */
export const partyKindNames = area('partyKind', {
  state: 'State',
  observer: 'Observer',
  group: 'Group',
  organization: 'Organization',
  stakeholder: 'Stakeholder',
  chair: 'Chair',
})

/** Kinds of paragraph. */
export const paragraphKindNames = area('kind', {
  title: 'Title',
  heading: 'Heading',
  preambular: 'Preambular paragraph',
  operative: 'Operative paragraph',
  body: 'Numbered paragraph',
  plain: 'Paragraph without a number',
  item: 'Item',
  annex: 'Annex',
  footnote: 'Footnote',
})

/** Where a paragraph stands. */
export const statusNames = area('status', {
  open: 'Open',
  informals: 'Agreed in informals',
  adReferendum: 'Agreed ad referendum',
  adopted: 'Adopted',
  reopened: 'Reopened',
  parked: 'Parked',
  package: 'In a package',
})

/** How a proposal stands. */
export const proposalStatusNames = area('proposalStatus', {
  open: 'open',
  accepted: 'accepted',
  merged: 'merged',
  superseded: 'superseded',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
  parked: 'parked',
})

/** How a delegation stands on a proposal or a paragraph. */
export const stanceNames = area('stance', {
  supports: 'Supports',
  canLiveWith: 'Can live with',
  flexible: 'Flexible',
  reserves: 'Reserves',
  opposes: 'Opposes',
  retain: 'Retain',
  noText: 'No text',
})

/** What acts do, as a thing somebody wishes to do. */
export const deedNames = area('deed', {
  open: 'open a text',
  seat: 'seat a delegation',
  meet: 'open a meeting',
  rise: 'close the meeting',
  table: 'table a proposal',
  revise: 'revise a proposal',
  withdraw: 'withdraw a proposal',
  cosponsor: 'co-sponsor a proposal',
  decline: 'decline to co-sponsor',
  undertake: 'announce a withdrawal on a condition',
  ask: 'ask delegations where they stand on a new wording',
  position: 'take a position',
  comment: 'comment',
  rule: 'rule on a proposal',
  amend: 'edit the text with the chair’s pen',
  rivals: 'declare proposals alternatives',
  status: 'set the status of a paragraph',
  package: 'put paragraphs and proposals into a package',
  publish: 'publish a revision',
  draft: 'draft',
  imported: 'record what an imported text says',
  admin: 'manage people and parties',
  create: 'start a negotiation',
  leave: 'take away the last seat that runs the negotiation',
})
