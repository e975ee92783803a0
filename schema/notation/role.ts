import { wholeLabel } from './label.ts'
import type { BracketRole } from './notation.ts'

/** Brackets that hold more than this are words. */
const longestTag = 200

const blank = /^[\s_.…–—-]*$/
const omitted = /^(?:…\.?|\.{3,4}|\. \. \.)$/
const sign = /^[-–—−]?\s?(?:[XYZN]|x{1,4}|X{2,4}|y{2,4}|Y{2,4}|NN)$|^[-–—−]\s?\d+(?:[.,]\d+)?$/
const placeholder =
  /^(?:placeholder\b.*|tb[cd]|to be (?:added|agreed|completed|confirmed|decided|determined|inserted|specified)|(?:insert|add) (?:date|number|name|place|symbol|title|reference)s?)\.?$/is
const noText = /^no text\.?$/i
const status =
  /^(?:(?:agreed|closed),? ad ref(?:erendum)?\b.*|agreed(?: in (?:the )?[\p{L} -]{3,40}(?:,[\p{L}\p{N} -]{3,60})?|,[\p{L}\p{N} -]{3,60})|ad ref(?:erendum)?|(?:provisionally|preliminarily|tentatively) (?:agreed|closed)|adopted|reopened|parked|pending|closed|para(?:graph)? agreed)\.?$/iu
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
  return wholeLabel(trimmed) ? 'label' : 'words'
}

/**
 * True of a tag from one offset up to another that says how a paragraph stands. "Agreed" alone does so where
 * nothing is said of it and it ends or begins a line, in small letters behind a sentence; elsewhere it is a word.
 */
export function isStatus(text: string, at: number, end: number, words: string): boolean {
  const alone = /^agreed\.?$/i.test(words)
  if (!alone) return statusWords(words)
  const before = text.slice(Math.max(0, at - 40), at)
  const ends = /^[\s\])*_]*(?:[\r\n]|$)/.test(text.slice(end, end + 40))
  if (words.startsWith('agreed')) return ends && /[.;:,][\s*_]*$/.test(before)
  return ends || (/[\r\n]\s*$/.test(`\n${before}`) && !goesOn.test(text.slice(end, end + 60)))
}

/** A sentence that goes on, as in `[Agreed] to meet` and `[Agreed] [Decided] to meet`. */
const goesOn = /^[ \u00a0]?(?:\p{Ll}|\[[^[\]\s:]{1,30}(?: [^[\]\s:]{1,20}){0,2}\])/u

/** True of words that say how a paragraph stands: "Agreed ad ref", "Agreed, placement tbd". */
export const statusWords = (words: string): boolean => status.test(words)

const isReservation = (text: string, at: number, end: number): boolean =>
  noteMark.test(text.slice(Math.max(0, at - 60), at)) &&
  /reserv/i.test(text.slice(at, Math.min(end, at + 1_000)))
