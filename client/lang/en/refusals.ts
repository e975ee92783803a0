import type { RefusalCode } from '../../../schema/refusal.ts'

/** A refusal in three short sentences: what was refused, why, and who can help or what to do next. */
export interface RefusalSentences {
  readonly what: string
  readonly why: string
  readonly help: string
}

/**
 * One entry for every code. Facts in braces are phrases made by `explain`: {proposal} reads "proposal 14",
 * {label} "OP4" or "this paragraph", lists are joined as the language joins them.
 */
export const refusals: Readonly<Record<RefusalCode, RefusalSentences>> = {
  'not-allowed': {
    what: 'You cannot {deed} here.',
    why: 'You take part as {role}.',
    help: 'Ask {who} to do it.',
  },
  'other-delegation': {
    what: 'This was not done.',
    why: 'It would speak for {party}, and you sit for another delegation.',
    help: 'Ask the delegation of {party}, or let the secretariat enter it on its behalf.',
  },
  'not-speaking-for': {
    what: 'This was not done on behalf of {party}.',
    why: 'Your delegation is not named as speaking for {party}.',
    help: 'Ask the secretariat to name you, or do it for your own delegation.',
  },
  'unknown-party': {
    what: 'This was not done.',
    why: '{party} is not seated in this negotiation.',
    help: 'Ask the secretariat to seat it.',
  },
  'unknown-proposal': {
    what: 'This was not done.',
    why: 'The record of this text has no such proposal ({proposal}).',
    help: 'Check the number, or load the page again.',
  },
  'unknown-paragraph': {
    what: 'This was not done.',
    why: 'The text has no such paragraph.',
    help: 'Load the page again to see the text as it is.',
  },
  'unknown-meeting': {
    what: 'This was not done.',
    why: 'No such meeting is on the record.',
    help: 'Load the page again, or ask the secretariat to open the meeting.',
  },
  'unknown-place': {
    what: 'This was not tabled.',
    why: 'The words it was made on are not in this text.',
    help: 'Your draft is kept. Load the page again and check it before tabling.',
  },
  'text-open': {
    what: 'The text was not opened again.',
    why: 'It is under negotiation already.',
    help: 'Go to the text, or create another one.',
  },
  'text-not-open': {
    what: 'This was not done.',
    why: 'The text is not open for negotiation yet.',
    help: 'Ask the secretariat to open it.',
  },
  'empty-proposal': {
    what: 'Nothing was tabled.',
    why: 'The proposal would not change a word.',
    help: 'Change the words you wish to change, then table.',
  },
  'paragraph-taken': {
    what: 'This was not tabled.',
    why: 'A new paragraph in it carries the mark of one that is in the text already.',
    help: 'Delete the new paragraph, type it again, and table.',
  },
  'paragraph-agreed': {
    what: '{label} was not changed.',
    why: 'It is {status}.',
    help: 'Ask the facilitator to reopen it.',
  },
  'proposal-decided': {
    what: 'This was not done.',
    why: 'No act can follow on {proposal}: it is {status}.',
    help: 'Ask the facilitator to take the ruling back, or table a new proposal.',
  },
  'proposal-open': {
    what: 'This was not done.',
    why: '{proposal} is still open.',
    help: 'It can be done once the facilitator has ruled on it.',
  },
  'version-passed': {
    what: 'This was not recorded.',
    why: '{proposal} has been revised: you answered version {version}, and version {current} is now before the meeting.',
    help: 'Read the new wording, then answer again.',
  },
  'rival-accepted': {
    what: '{proposal} was not accepted.',
    why: 'It cannot stand beside {rival}, which is accepted.',
    help: 'Take back the ruling on {rival} first, or mark this one superseded.',
  },
  'rests-on': {
    what: '{proposal} was not accepted.',
    why: 'It was made inside the words of {on}, which is not accepted.',
    help: 'Accept {on} first.',
  },
  bears: {
    what: 'The ruling on {proposal} was not taken back.',
    why: 'Accepted proposals rest on its words: {children}.',
    help: 'Take back the rulings on those first.',
  },
  'not-sponsor': {
    what: 'This was not done.',
    why: '{party} does not sponsor {proposal}.',
    help: 'Only its sponsors can do this. You can take a position, or table your own wording.',
  },
  'not-invited': {
    what: 'Nothing was recorded.',
    why: '{party} is not asked to co-sponsor {proposal}.',
    help: 'There is nothing to decline.',
  },
  'already-sponsor': {
    what: 'Nothing was recorded.',
    why: '{party} sponsors {proposal} already.',
    help: 'There is nothing more to do.',
  },
  'condition-met': {
    what: 'The condition was not recorded.',
    why: 'What it would wait for has come about already, or no longer can.',
    help: 'Say it without the condition, or choose what is still open.',
  },
  'import-over': {
    what: 'This was not recorded as part of the imported text.',
    why: 'The negotiation has begun: what the text said in brackets is recorded only when it is opened.',
    help: 'Enter it as said from the floor or by letter.',
  },
  'unknown-package': {
    what: 'This was not done.',
    why: 'There is no such package: it may have been dissolved.',
    help: 'Choose what the package is to hold.',
  },
  'place-fixed': {
    what: 'The proposal was not revised.',
    why: 'A revision has to stay where the proposal was made.',
    help: 'Withdraw it, and table a new proposal at the other place.',
  },
  'brackets-open': {
    what: 'This needs a text without open brackets in {label}.',
    why: 'Still open: {proposals}{holders}.',
    help: 'Settle these proposals first, or ask their sponsors to withdraw them.',
  },
  'already-so': {
    what: 'Nothing was recorded.',
    why: 'It is so already: nothing would change.',
    help: 'There is nothing more to do.',
  },
  overtaken: {
    what: '{label} changed while you drafted.',
    why: 'A ruling or a new revision changed its words in the meantime.',
    help: 'Your words are kept. Compare them with the new wording, then table.',
  },
  'meeting-sits': {
    what: 'The meeting was not opened.',
    why: 'Another meeting on this text is sitting.',
    help: 'Close that meeting first.',
  },
  'no-meeting': {
    what: 'The meeting was not closed.',
    why: 'No meeting on this text is sitting.',
    help: 'Open a meeting first.',
  },
  'code-taken': {
    what: 'The party was not added.',
    why: '{code} names another party here.',
    help: 'Choose another code.',
  },
  'symbol-taken': {
    what: 'This was not done.',
    why: '{symbol} is in use.',
    help: 'Choose another symbol.',
  },
  malformed: {
    what: 'This was refused.',
    why: 'Something in it cannot be read{where}{what}.',
    help: 'Correct it and send it again.',
  },
  'too-large': {
    what: 'This was refused.',
    why: '{what} is larger than allowed{limit}.',
    help: 'Shorten it or divide it, and send it again.',
  },
  'signed-out': {
    what: 'This was not done.',
    why: 'You are signed out: your session ended or was revoked.',
    help: 'Sign in again. Drafts on this device are kept, and you return to this place.',
  },
  outdated: {
    what: 'This page is out of date.',
    why: 'Adref has been renewed since it was opened, and the page would misunderstand what others do.',
    help: 'Reload the page. Drafts are kept.',
  },
  'too-many-windows': {
    what: 'This text was not opened.',
    why: 'You have Adref open in more windows than one person may.',
    help: 'Close some of them, then reload this page.',
  },
  'not-found': {
    what: 'There is nothing here.',
    why: 'It does not exist, or you are not among those who can read it.',
    help: 'Check the address, or ask the secretariat.',
  },
  'record-damaged': {
    what: 'This text cannot be read.',
    why: 'Its record was altered or cut off outside Adref, so it is shown to nobody. Other texts are not affected.',
    help: 'Whoever runs the server finds the act with “adref verify”, and puts back a copy of the data.',
  },
  unavailable: {
    what: 'The server could not be reached.',
    why: 'The connection is down, or the server is being restarted. Nothing was recorded.',
    help: 'Wait a moment and try again. Drafts are kept on this device.',
  },
}
