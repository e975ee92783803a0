import { area } from '../area.ts'

/** The delegation's draft: writing, choosing what to table, and who sees it. */
export const drafting = area('drafting', {
  title: 'Draft',
  opening: 'Opening the draft…',
  chair: 'Chair',
  close: 'Back to the text',
  text: 'Your draft of the text',
  changes: 'Changes in this draft',
  table: 'What will be tabled',

  audienceOwn: 'Only {who} sees this draft.',
  audienceShared: 'Only {who} see this draft.',
  audienceOpen: 'Open: everyone who reads the text sees this draft as it is typed.',
  openIt: 'Open to everyone…',
  closeIt: 'Close to others…',
  openTitle: 'Open this draft to everyone?',
  openWhat:
    'Everyone who reads this text will see the changes of this draft as they are typed, in brackets marked “drafting”. They cannot touch them, and nothing is tabled by it.',
  closeTitle: 'Close this draft to others?',
  closeWhat: 'Others no longer see its changes. What they have read they have read.',

  audience: 'Who sees it',
  ownDraft: 'The draft of {who} alone',
  sharedDraft: 'The draft shared with {who}',
  share: 'Draft together with…',
  shareTitle: 'Draft together',
  shareWhat:
    'A separate draft that these delegations and yours write together. Nobody else sees it; your own draft stays as it is.',
  shareWith: 'Delegations',
  shareDo: 'Open the shared draft',
  openDo: 'Open to everyone',
  closeDo: 'Close to others',

  saved: 'Saved',
  saving: 'Saving…',
  offline: 'Offline: draft kept on this device, nothing is tabled.',

  offlineUnkept:
    'Offline: this browser keeps nothing on the device. Do not close this page; nothing is tabled.',

  none: 'This draft says what the text says. Write in the text to propose a change.',
  choose: 'Table this change',
  join: 'In one proposal with the change above',
  discard: 'Discard',
  discarded: 'The words of the text are back.',
  show: 'Show',
  tabledAs: 'Tabled as proposal {n}.',
  revises: 'Will be the next version of your proposal {n}.',
  like: 'Already proposed by {who} (proposal {n}).',
  likeUnnamed: 'Already proposed (proposal {n}).',
  supportInstead: 'Support it instead',
  nothingChosen: 'Nothing is chosen to be tabled.',
  and: 'and',

  company: 'Rationale, co-sponsors, alternatives',
  rationale: 'Rationale',
  invite: 'Invite to co-sponsor',
  inviteHelp: 'They are named as sponsors once they accept.',
  alternatives: 'Alternative to',
  tableFor: '{count, plural, =0 {Table} one {Table for {who}} other {Table # proposals for {who}}}',
  tableLater: 'Table when back online',
  tableHint:
    'Published at once to everyone who reads this text, as proposed by {who}; it can be revised and withdrawn.',
  tableLaterHint:
    'Kept on this device, not tabled. It is tabled for {who} when the server is back, unless you take it back.',
  queued: 'Not tabled. It waits on this device until the server is back.',
  queuedChange: 'Not tabled yet: it waits until the server is back.',
  pen: 'Chair’s pen: change the text',
  penHint: 'The change enters the text at once, as the chair’s.',

  overtaken: 'Changed while you drafted',
  overtakenWhat: '{label} changed while you drafted. Your words are kept.',
  overtakenWas: 'As it was',
  overtakenNow: 'As it is now',
  overtakenDone: 'Seen, keep my words',
  overtakenTake: 'Take the text as it is',

  toolbar: 'Formatting and structure',
  italic: 'Italic',
  bold: 'Bold',
  footnote: 'Footnote',
  kind: 'Kind of paragraph',
  levelIn: 'Level in',
  levelOut: 'Level out',
  up: 'Move paragraph up',
  down: 'Move paragraph down',
  handle: 'Drag to move the paragraph (Alt+↑, Alt+↓)',
  notHere: '{what}: not possible here',
  undo: 'Undo',
  redo: 'Redo',
})
