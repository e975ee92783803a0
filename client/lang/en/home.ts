import { area } from '../area.ts'

/** Words of the first page. */
export const home = area('home', {
  title: 'Texts',
  lead: 'Everything you take part in. What awaits you comes first, then what moved last.',
  newNegotiation: 'New negotiation',
  forYou: 'For you',
  nothingForYou: 'Nothing awaits you at the moment.',
  looking: 'Reading the records…',
  unread:
    '{count, plural, one {# record} other {# records}} could not be read now. What awaits you there is not shown.',
  caption: 'Texts under negotiation',
  document: 'Document',
  negotiation: 'Negotiation',
  revision: 'Revision',
  noRevision: 'not yet issued',
  agreed: 'Paragraphs agreed',
  agreedOf: '{agreed} of {all}',
  brackets: 'Open brackets',
  awaits: 'Awaits you',
  awaitsNone: 'nothing',
  awaitsSome: '{count, plural, one {# matter} other {# matters}}',
  updated: 'Last act',
  unreadable:
    'This text cannot be read: its record was altered or cut off. Whoever runs the server finds where with “adref verify”. The other texts are not affected.',
  unknown: '–',
  empty: 'You do not take part in a negotiation yet. The secretariat invites people by a link.',
  emptyCreate: 'You do not take part in a negotiation yet. Create one, and open its first text.',
  noTexts: 'No drafts yet in {title}. The secretariat uploads the first text.',
  noTextsOpen: 'No drafts yet in {title}.',
  openFirst: 'Open the first text',
  toNegotiation: 'Go to the negotiation',
  invited:
    '{count, plural, one {{by} invites} other {{by} invite}} {party} to co-sponsor <to>proposal {proposal}</to> in {place}.',
  stale: '<to>Proposal {proposal}</to> in {place} was revised after {party} took a position on it.',
  asked:
    '{by} {count, plural, one {asks} other {ask}} where {party} stands on <to>proposal {proposal}</to> in {place}, which was revised.',
  met: 'What {party} made its condition on <to>proposal {proposal}</to> in {place} has come about.',
  metParagraph: 'What {party} made its condition on <to>{start}</to> has come about.',
  metOwn:
    'The condition of {party} on <to>proposal {proposal}</to> in {place} has come about: it is for {party} to act on it.',
  metOwnParagraph:
    'The condition of {party} on <to>{start}</to> has come about: it is for {party} to act on it.',
  whereItStands: '{count}: who holds {symbol} open, paragraph by paragraph',
  whereItStandsHint: 'Who holds it open, paragraph by paragraph',
  renew: 'Still: {stance}',
  renewHint: 'Publishes at once for {party}: {stance}, on the present version of proposal {proposal}.',
  renewed: 'Recorded · {party} · {at} · act {n}',
  pending: '<to>{start}</to> is pending {party}.',
  rival:
    '{by} tabled <to>proposal {proposal}</to>, which cannot stand with proposal {own} of {party}, in {place}.',
  oneAway: '<to>{start}</to> is pending {by} only.',
  ripe: '<to>{start}</to> is agreed in informals, with no open brackets and nobody pending.',
  paragraphAtStart: 'Paragraph {label}',
  paragraphInside: 'paragraph {label}',
  more: 'Show {count, plural, one {# more} other {# more}}',
})
