/**
 * How a paragraph is labelled in the file: `decimal` 1. · `legal` 1.2 · `roman` I. · `capital` A. ·
 * `point` (a), a), (i), (1) · `letter` a. · `named` OP3, PP2 bis · `bullet`.
 */
type LabelForm = 'decimal' | 'legal' | 'roman' | 'capital' | 'point' | 'letter' | 'named' | 'bullet'

/** A label typed at the start of a paragraph, or printed there by automatic numbering. */
export interface Label {
  readonly form: LabelForm
  /** As it is cited: "OP1 bis" of "OP1 bis. The", "(a)", "a."; letters keep their full stop, numbers do not. */
  readonly text: string
  /** Characters up to the first of the words. */
  readonly length: number
  /** Place in the alphabet or number; 0 when it is neither. "i" is both the ninth and roman one. */
  readonly value: number
  /** Value read as a roman numeral; 0 when it is none. */
  readonly roman: number
  /** "bis", "ter", "alt": the label of an alternative or an addition; empty otherwise. */
  readonly suffix: string
  /** Only of `named`. */
  readonly part: 'OP' | 'PP' | null
}

// As they are typed ("41. Alt1", "OP2bis") and as compilations print them ("OP3 alt bis", "OP3 +10").
const suffixes =
  '(?:[ .\\u00a0]{0,2}(?:(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|alt\\.?[ ]?\\d{1,2}|alt)(?![\\p{L}\\p{N}])|\\+\\d{1,3}(?!\\d)))*'
const space = '[\\s\\u00a0]'
const sign = '\\p{Nd}{1,3}|\\p{Ll}{1,5}|\\p{Script=Arabic}{1,2}'
// Arabic texts number "1 -" where others write "1.".
const patterns: readonly (readonly [LabelForm, RegExp])[] = [
  [
    'named',
    new RegExp(`^(OP|PP)${space}?(\\d{1,3})(${suffixes})(?:[.:)]|${space}[-–—])?(?:${space}+|$)`, 'iu'),
  ],
  ['legal', new RegExp(`^()(\\d{1,3}(?:\\.\\d{1,3}){1,4})(${suffixes})\\.?${space}+`, 'iu')],
  ['decimal', new RegExp(`^()(\\p{Nd}{1,4})(${suffixes})(?<=[\\p{L}+.]\\d*)(?:${space}+|$)`, 'iu')],
  ['decimal', new RegExp(`^()(\\p{Nd}{1,4})(${suffixes})(?:[.)](?:${space}+|$)|[．、]${space}*)`, 'iu')],
  ['decimal', new RegExp(`^()(\\p{Nd}{1,4})()${space}?[-–—]${space}*(?=\\p{Script=Arabic})`, 'u')],
  ['roman', new RegExp(`^()([IVXL]{1,7})()\\.(?:${space}+|$)`)],
  ['roman', new RegExp(`^()([一二三四五六七八九十]{1,3})()、${space}*`)],
  [
    'roman',
    new RegExp(`^()(أولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا)ً?()${space}*[-–—]${space}*`),
  ],
  ['capital', new RegExp(`^()(\\p{Lu})()\\.${space}+`, 'u')],
  ['point', new RegExp(`^[(（]()(${sign})[)）](${suffixes}\\.)${space}+`, 'u')],
  ['point', new RegExp(`^[(（]()(${sign})()[)）]${space}*`, 'u')],
  ['point', new RegExp(`^()(\\p{Ll}{1,5})()\\)(?:${space}+|$)`, 'u')],
  ['letter', new RegExp(`^()(\\p{Ll}{1,5})\\.(${suffixes})\\.(?:${space}+|$)`, 'u')],
  ['letter', new RegExp(`^()(\\p{Ll}{1,5})()\\.(?:${space}+|$)`, 'u')],
  ['bullet', new RegExp(`^()([•◦▪‣·●○■►\\uf0b7\\uf0a7])()${space}*|^()([-–—*])()${space}+`)],
]

const ordinals = ['أولا', 'ثانيا', 'ثالثا', 'رابعا', 'خامسا', 'سادسا', 'سابعا', 'ثامنا', 'تاسعا', 'عاشرا']
const chinese = '一二三四五六七八九十'
const alphabets = [
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдежзиклмнопрстуфхцчшщэюя',
  'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ',
]
const numeral = /^x{0,3}(?:ix|iv|v?i{0,3})$/i

/** The label at the very start of `line`; null when it starts with words. */
export function readLabel(line: string): Label | null {
  for (const [form, pattern] of patterns) {
    const match = pattern.exec(line.slice(0, 40))
    if (!match) continue
    const [whole, part, number = match[5] ?? '', suffix = ''] = match
    const [value, roman] = [valueOf(number), romanValue(number)]
    // "OP0 bis" stands before the first of its kind.
    const counts = value > 0 || roman > 0 || (suffix !== '' && /^0+$/.test(number))
    if (form !== 'bullet' && form !== 'legal' && !counts) continue
    const bare = whole.replace(/[\s.:．、–—-]+$/, '')
    return {
      form,
      text: form === 'named' || form === 'decimal' || form === 'legal' || suffix !== '' ? bare : whole.trim(),
      length: whole.length,
      value,
      roman,
      suffix: suffix.replace(/^[\s.]+|[\s.]+$/g, ''),
      part: part?.toUpperCase() === 'OP' ? 'OP' : part ? 'PP' : null,
    }
  }
  return null
}

/** Number of a sign: of digits in any script, of a letter in its alphabet ("aa" is 27); 0 for words. */
function valueOf(sign: string): number {
  if (/^\p{Nd}+$/u.test(sign)) return Number(Array.from(sign, digitOf).join(''))
  if (chinese.includes(sign[0] ?? ' '))
    return sign.length === 1 ? chinese.indexOf(sign) + 1 : 10 + Math.max(0, chinese.indexOf(sign.at(-1)!) + 1)
  if (ordinals.includes(sign)) return ordinals.indexOf(sign) + 1
  const lower = sign.toLowerCase()
  const alphabet = alphabets.find((letters) => letters.includes(lower[0] ?? ' '))
  const same = Array.from(lower).every((letter) => letter === lower[0])
  return alphabet && same && lower.length <= 2
    ? alphabet.indexOf(lower[0]!) + 1 + alphabet.length * (lower.length - 1)
    : 0
}

/** Every script's ten digits stand in a row that starts at a code point ending in 0 or 6. */
function digitOf(char: string): number {
  const code = char.codePointAt(0)!
  let zero = code
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--
  return code - zero
}

function romanValue(sign: string): number {
  if (sign === '' || !numeral.test(sign)) return 0
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 }
  const digits = Array.from(sign.toLowerCase(), (letter) => values[letter]!)
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0)
}
