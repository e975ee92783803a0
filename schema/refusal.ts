/** Why something was not done: a code and the facts for the sentence that `client/lang` makes of it. */
export interface Refusal {
  readonly code: RefusalCode
  readonly params: Readonly<Record<string, string | number | readonly string[]>>
}

/** Every reason there is, with the facts its sentence is filled with. */
export const refusalCodes = [
  'not-allowed', // params: role, deed, who
  'other-delegation', // params: party
  'not-speaking-for', // params: party
  'unknown-party', // params: party
  'unknown-proposal', // params: proposal
  'unknown-paragraph', // params: paragraph
  'unknown-meeting', // params: meeting
  'unknown-place', // params: source
  'unknown-package', // params: package
  'text-open', // the text has been opened already
  'text-not-open',
  'import-over', // the imported text is recorded directly after it was opened
  'empty-proposal',
  'paragraph-taken', // params: paragraph: an inserted paragraph's id is in use
  'paragraph-agreed', // params: paragraph, label, status
  'proposal-decided', // params: proposal, status
  'proposal-open', // params: proposal
  'version-passed', // params: proposal, version, current
  'rival-accepted', // params: proposal, rival
  'rests-on', // params: proposal, on: made inside another's words that do not stand
  'bears', // params: proposal, children: others accepted rest on it
  'not-sponsor', // params: party, proposal
  'already-sponsor', // params: party, proposal
  'not-invited', // params: party, proposal
  'condition-met', // params: proposal (0 for a paragraph), label, what: what it would wait for has come about, or no longer can
  'place-fixed', // a revision must stay where the proposal was made
  'brackets-open', // params: paragraph, label, holders, proposals
  'already-so', // nothing would change
  'overtaken', // params: paragraph, label: the words were changed meanwhile
  'meeting-sits', // params: meeting
  'no-meeting',
  'code-taken', // params: code
  'symbol-taken', // params: symbol
  'malformed', // params: where, what
  'too-large', // params: what, limit
  'signed-out',
  'outdated', // the page was made for another version of what may be asked for
  'too-many-windows', // params: limit: connections of one person at one time
  'not-found',
  'record-damaged', // the record of a text does not hold, and is shown to nobody
  'unavailable',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** Builds a refusal. */
export const refuse = (code: RefusalCode, params: Refusal['params'] = {}): Refusal => ({ code, params })

/** Tells a refusal from any result. */
export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'code' in value && 'params' in value
