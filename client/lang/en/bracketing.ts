import { area } from '../area.ts'

/** Words of looking over the brackets of an imported text. */
export const bracketing = area('bracketing', {
  title: 'Brackets',
  lead: 'What was recognized in the text, and whose it is. Correct what was taken for something else; the text itself stays as it was imported.',
  look: 'Look at the brackets',
  back: 'Back to the paragraphs',
  open: 'Open the text',
  rereading: 'Reading again…',
  failed:
    'The brackets of this text could not be read. Go back to the paragraphs and try again, or reload the page.',
  text: 'The text with its brackets',
  textHelp:
    'Choose a bracket to see what it was taken for. The arrow keys lead from one to the next, Enter to its card.',
  mark: '{reading} in {label}: {words}',
  undo: 'Undo the last correction',
  nothingToUndo: 'No bracket has been corrected yet.',
  tabs: 'What was recognized',
  brackets: 'Brackets ({count})',
  names: 'Names ({count})',
  namesUnknown: 'Names ({count}, {unknown} unknown)',
  rest: 'Not as it stands ({count})',
  counts:
    '{brackets, plural, one {# bracket} other {# brackets}} · {alternatives, plural, one {# alternative} other {# alternatives}} · {proponents, plural, one {# proponent} other {# proponents}} · {orphans, plural, =0 {no orphan bracket} one {# orphan bracket} other {# orphan brackets}}',
  onlyUnsure: 'Only what is unsure ({count})',
  nothingUnsure: 'Nothing here was unsure.',
  nothingFound: 'No bracket was recognized in this text. It opens as it stands.',
  unsure: 'Worth a look ({count})',
  unsureMark: 'worth a look',
  takeAll: 'Take all {count} for…',
  takeAllOf: 'Take all {count} for… {group}',
  allRight: 'What they were taken for: they are right',
  tookAll: '{count} brackets are taken for “{reading}” now. “Undo the last correction” takes it back.',
  confirmedAll: '{count} guesses are confirmed.',
  isRight: 'It is right',
  groupOf: '{reading} ({count})',
  more: 'Show {count} more',
  nobody: 'not attributed',
  noLabel: 'the text',
  cardEmpty: 'Choose a bracket in the text or in the list to see what it was taken for.',
  takenFor: 'Taken for',
  whose: 'Whose it is',
  whoseHelp:
    'Delegations and groups that ask for it. With nobody named it is not attributed; a delegation may adopt it later.',
  read: 'What was read there',
  claim: '{names}: {asked}',
  claimIf: '{names}: {asked}, {condition}',
  toText: 'Back to the text',
  next: 'Next bracket',
  previous: 'Bracket before',
  namesLead:
    'Each name as it is written, and for whom it was taken. What you say of a name holds wherever it is written.',
  noNames: 'No names were read in this text.',
  nameCount: '{count, plural, one {once} other {# times}}',
  unknown: 'unknown',
  notSeated: '{name}: not a party yet',
  means: 'It means {name} ({code})',
  meansNew: 'It means {name}: add {code}',
  unknownHere: 'Not everybody named here is a party.',
  matchNames: 'Match the names',
  willRecord:
    'Opening it records {proposals, plural, one {# proposal} other {# proposals}}, {holds, plural, one {# hold} other {# holds}}, {positions, plural, one {# position} other {# positions}} and {statuses, plural, one {# status} other {# statuses}}.',
  willBeNobodys:
    '{count, plural, one {# name stands for nobody yet: what it asks for opens in nobody’s name.} other {# names stand for nobody yet: what they ask for opens in nobody’s name.}}',
  leftOut: 'left without a name',
  standsFor: '“{name}” stands for',
  addAs: 'Add {code} to the negotiation',
  addNew: 'Add as a party…',
  addKnown: 'Add all {count} of the list',
  added: '{codes} {count, plural, one {is a party} other {are parties}} of the negotiation now.',
  leave: 'Leave unattributed',
  restLead: 'What the record cannot take as it is written, and what was done in its place.',
  restNone: 'Everything can be recorded as it stands.',
  kept: 'Recorded otherwise',
  orphans: 'Brackets without a partner',
  orphansHelp: 'They stay in the text as characters.',
  orphan: '{char} in {label}: {words}',
  refused: 'Refused by the record',
  refusedHelp: 'Correct these before opening: choose “words as they are”, or name somebody else.',
  differences: 'Where the text reads otherwise',
  imported: 'Imported',
  printed: 'Printed',
  nothing: '(nothing)',
  checking: 'Checking whether it prints as it was imported…',
  same: 'Printed again, the text reads as imported.',
  restyled:
    'Printed again, the words and brackets are the same; names and positions are written in the usual form in {count, plural, one {# paragraph} other {# paragraphs}}.',
  otherwise:
    'Printed again, the text reads otherwise in {count, plural, one {# paragraph} other {# paragraphs}}.',
  show: 'Show where',
  pairsSame:
    '{count, plural, =0 {} one {It has # pair of brackets, as before.} other {It has # pairs of brackets, as before.}}',
  pairs: 'It had {written, plural, one {# pair} other {# pairs}} of brackets and has {printed}: {reasons}.',
  pairsReason: '{sum} {reason}',
  renumbered: 'Numbers that are others now',
  renumberedHelp:
    'What is only proposed is called after the paragraph before it, until it is in the text. Where the text speaks of these numbers, its words stay.',
  nowNumber: 'is called {label}',
  nowNoNumber: 'has no number',
  cannotOpen:
    '{count, plural, one {# bracket} other {# brackets}} would be refused. Correct them first, under “Not as it stands”.',
  wait: 'The brackets are still being read and checked.',
  refusedAct: 'It was this bracket: “{words}”.',
  opened:
    '{symbol} is open for negotiation. As recorded in the imported text: {proposals, plural, one {# proposal} other {# proposals}}, {holds, plural, one {# hold} other {# holds}}, {positions, plural, one {# position} other {# positions}}, {statuses, plural, one {# status} other {# statuses}}.',
})

/** What a bracket is taken for, in one or two words. */
export const readingNames = area('bracketReading', {
  standing: 'Words of the text',
  alternative: 'Alternative',
  optional: 'Proposed words',
  deletion: 'Asked to be deleted',
  hold: 'In brackets only',
  placeholder: 'Placeholder',
  status: 'Status',
  reservation: 'Reservation',
  note: 'Note',
  words: 'Words as they are',
})

/** What choosing a reading means. */
export const readingHelp = area('bracketReadingHelp', {
  standing: 'They stand; what follows would replace them.',
  alternative: 'Another wording for the words before.',
  optional: 'Not in the text unless accepted.',
  deletion: 'In the text until their deletion is accepted.',
  hold: 'In the text and held, without another wording.',
  placeholder: 'In the text and held, to be filled in.',
  status: 'How the paragraph stands; no words of the text.',
  reservation: 'Of a delegation, on the paragraph.',
  note: 'A remark on the paragraph; no words of the text.',
  words: 'Characters of the text, brackets included.',
})

/** What somebody asks of words, as a sentence goes on behind the names. */
export const askedNames = area('asked', {
  propose: 'ask for it',
  add: 'add it',
  delete: 'delete',
  retain: 'retain',
  reserve: 'reserve their position',
  support: 'support',
  oppose: 'oppose',
  flexible: 'are flexible',
  accept: 'can live with it',
  unchanged: 'no change in position',
  reflect: 'reflect',
  withdraw: 'would withdraw',
  pending: 'await instructions',
  drafting: 'are drafting',
  instruct: 'say what to do',
})

/** Why there are more pairs of brackets than in the imported text, or fewer, as a sum is followed by its reason. */
export const pairReasons = area('pairReason', {
  strokes: 'for strokes between wordings',
  paragraphs: 'for brackets over several paragraphs, which stand around each',
  options: 'for options',
  remarks: 'for statuses and remarks, which are no words of the text',
  joined: 'for brackets around the same words or around none',
  others: 'for alternative paragraphs and what was read together',
})

/** Why something was not recorded as it is written, and what was done. */
export const keptReasons = area('keptReason', {
  'same-span': 'Brackets around the same words are one.',
  'too-deep': 'It is nested deeper than the record goes; its words were kept as they are.',
  'no-words': 'Nothing stands there to be asked for or struck; it is kept as a remark.',
  'brackets-open': 'A paragraph with open brackets is not agreed; it is kept as a remark.',
  'no-paragraph': 'The paragraph it speaks of was not found; it is kept as a remark.',
  'not-sponsor': 'Who would withdraw asks for nothing there; it is kept as a remark.',
})
