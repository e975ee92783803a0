import { wholeLabel } from './label.ts'
import type { BracketRole } from './notation.ts'

/** Brackets that hold more than this are words. */
const longestTag = 200

// A full stop alone is one that may end the sentence there.
const blank = /^(?!\s*\.\s*$)[\s_.…?–—-]*$/
const omitted = /^(?:…\.?|\.{3,4}|\. \. \.)$/
const unit =
  '(?: ?%| per ?cent(?:age points)?| (?:million|billion|trillion|days?|weeks?|months?|years?|tonnes?))?'
const number = '[-–—−]? ?(?:[XYZN]|x{1,4}|X{2,4}|y{2,4}|Y{2,4}|NN|(?:19|20)[Xx]{2})'
const sign = new RegExp(
  `^(?:(?:US ?)?[$€£] ?|(?:USD|EUR) )?${number}(?: ?[-–—] ?${number})?${unit}$|^[-–—−]\\s?\\d+(?:[.,]\\d+)?${unit}$`,
)
const placeholder =
  /^(?:placeholder\b.*|tb[cd](?: by .{2,40})?|(?:text |wording |language |number |date |name )?to (?:come|follow|be (?:added|agreed|completed|confirmed|decided|determined|developed|discussed|elaborated|filled(?: in)?|further (?:developed|discussed|elaborated)|inserted|negotiated|provided|specified|updated))|(?:insert|add|specify) (?:the )?(?:date|number|name|place|symbol|title|reference|figure|year)s?\b.{0,60}|date|name of [\p{L} ]{2,40})\.?$/isu
const noText = /^no (?:text|article|paragraph|provision)\.?$/i
const forum =
  '(?:the )?(?:informal[ -]?informals|informals?|informal consultations|plenary|committee|W\\.?G\\.?|(?:working|drafting|contact|small|expert)[ -]group|SBI|SBSTA)(?: \\p{N}{1,2}| [A-Z])?'
/** Says how a paragraph stands wherever it is written. */
const status = new RegExp(
  `^(?:(?:[OP]P ?\\p{N}{1,3} |para(?:graph)? )?(?:agreed|closed|cleared),? ad ref(?:erendum)?\\b.*|ad ref(?:erendum)?(?: agreed)?|agreed (?:in|at|by) ${forum}(?:,.{2,60})?|agreed, (?:pending|placement|subject to) .{2,60}|para(?:graph)? (?:agreed|closed))\\.?$`,
  'iu',
)
/** Says so at the end of a line, and may be words elsewhere: "the goals [agreed in Rio]". */
const tag =
  /^(?:agreed(?: (?:in|at|by) .{2,60}|, .{2,60})?|adopted|reopened|parked|pending|closed|cleared|gavelled|(?:provisionally|preliminarily|tentatively) (?:agreed|closed))\.?$/i
/** Marks of emphasis in Markdown, as in "Agreed *ad ref*". */
const emphasis = /(?<![\p{L}\p{N}*_])[*_]{1,3}(?=[\p{L}])|(?<=[\p{L}\p{N}.])[*_]{1,3}(?![\p{L}\p{N}*_])/gu
/** A note number before a bracket, as footnotes begin in plain text and in Markdown. */
const noteMark = /(?:^|[\r\n])[ \t]*(?:\[\^[\w-]+\]:|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|Footnote(?: \d+)?:?)[ \t]*$/u

/** What the pair of brackets from one offset up to another is there for. */
export function roleOf(text: string, at: number, end: number): BracketRole {
  if (/^\(<?(?:https?:\/\/|mailto:)/i.test(text.slice(end, end + 12))) return 'link'
  if (isReservation(text, at, end)) return 'reservation'
  if (end - at > longestTag) return 'words'
  const words = text.slice(at + 1, end - 1)
  const trimmed = blank.test(words) ? words.trim() : words.trim().replace(emphasis, '')
  if (/^\^[\w-]{1,40}$/.test(words)) return 'reference'
  if (noText.test(trimmed)) return 'noText'
  if (omitted.test(trimmed)) return 'omitted'
  if ([blank, sign, placeholder].some((form) => form.test(trimmed))) return 'placeholder'
  if (isStatus(text, at, end, trimmed)) return 'status'
  return wholeLabel(trimmed) && !isAmount(text, at, trimmed) ? 'label' : 'words'
}

/** "[12]" is the number of a paragraph where one begins, a source where it hangs on a word, and an amount elsewhere. */
function isAmount(text: string, at: number, words: string): boolean {
  if (!/^\d+(?:\.\d+)?$/.test(words)) return false
  const before = text.slice(Math.max(0, at - 60), at)
  return !/(?:^|[\r\n])[\s[#>*_•-]*$/.test(before) && !/[^\s[\](]$/.test(before)
}

/**
 * True of a tag from one offset up to another that says how a paragraph stands. "Agreed" alone, and what might
 * be words too, does so where it ends or begins a line, in small letters behind a sentence.
 */
export function isStatus(text: string, at: number, end: number, words: string): boolean {
  if (status.test(words)) return true
  if (!tag.test(words)) return false
  const before = `\n${text.slice(Math.max(0, at - 40), at)}`
  const ends = /^[\s\])*_]*(?:[\r\n]|$)/.test(text.slice(end, end + 40))
  const begins = /[\r\n][\s*_]*$/.test(before)
  if (/^\p{Ll}/u.test(words)) return ends && (begins || /[.;:,][\s*_]*$/.test(before))
  return ends || (begins && !goesOn.test(text.slice(end, end + 60)))
}

/** A sentence that goes on, as in `[Agreed] to meet` and `[Agreed] [Decided] to meet`. */
const goesOn = /^[ \u00a0\u202f]?(?:\p{Ll}|\[[^[\]\s:]{1,30}(?: [^[\]\s:]{1,20}){0,2}\])/u

/** True of words that say how a paragraph stands: "Agreed ad ref", "Agreed, placement tbd". */
export const statusWords = (words: string): boolean => status.test(words) || tag.test(words)

const isReservation = (text: string, at: number, end: number): boolean =>
  noteMark.test(text.slice(Math.max(0, at - 60), at)) &&
  /reserv/i.test(text.slice(at, Math.min(end, at + 1_000)))
