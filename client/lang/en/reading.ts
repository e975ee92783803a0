import { area } from '../area.ts'

/** What the reading view says: mostly to those who hear the text. */
export const reading = area('reading', {
  end: ' end.',
  note: 'Footnote {label}',
  delete: 'delete',
  hold: 'reserve',
  draftingShort: 'drafting',
  drafting: '(drafting, not tabled)',
  proposesToInsert:
    '{count, plural, =0 {Proposed to insert:} one {{who} proposes to insert:} other {{who} propose to insert:}} ',
  proposesInstead:
    '{count, plural, =0 {Proposed instead:} one {{who} proposes instead:} other {{who} propose instead:}} ',
  proposesToDelete:
    '{count, plural, =0 {Proposed to delete:} one {{who} proposes to delete:} other {{who} propose to delete:}} ',
  holds: '{count, plural, =0 {Held:} one {{who} holds:} other {{who} hold:}} ',
  asItStands: 'As it stands: ',
  paragraph:
    '{label}{open, plural, =0 {} one {, # open proposal} other {, # open proposals}}{pending, plural, =0 {} one {, pending one delegation} other {, pending # delegations}}',
  unnumbered: '{kind}, unnumbered',
  alternativeTo: 'Alternative to {label}',
  requestJoin: '{who}: join to the paragraph before',
  newParagraph: 'new paragraph:',
  requestPlace: '{who}: place after {after}',
  requestPlaceFirst: '{who}: place first',
  requestKind: '{who}: make this a {kind}',
  requestLevel: '{who}: set at level {level}',
  someone: 'Proposed',
  heat: 'Where the brackets are',
  heatAt:
    '{label}: {open, plural, =0 {no open brackets} one {# open bracket} other {# open brackets}}, {status}',
})
