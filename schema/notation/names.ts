import type { Lexicon, Name } from './notation.ts'

/** A list of names as it stands: "US, supported by UK, Canada". */
export interface NameList {
  readonly names: readonly Name[]
  /** How many of the names, from the first, ask for themselves; the others support them. */
  readonly own: number
  /** Offset behind the list. */
  readonly end: number
}

/** A name longer than this many words is none. */
const longestName = 9

const separator =
  /[ \t\u00a0\u202f]*(?:(?:,[ ]?)?(?:(supported by|with (?:the )?supports? (?:of|from))|on behalf of|o\/b\/o|obo|and)(?= )|[,/&+])[ \t\u00a0\u202f]*/y
/** "EU + 27": with the members of a group, of whom none is named. */
const members = /[ \u00a0\u202f]?\+[ \u00a0\u202f]?\d{1,3}(?![\p{L}\p{N}])/uy
const codeShape = /(?:\p{Lu}-\d{1,3}|\p{Lu}[\p{Lu}\p{N}]{1,7})(?![\p{L}\p{N}])/uy
const properShape = /\p{Lu}[\p{Ll}’']+(?:[ -](?:of |and |the )?\p{Lu}[\p{Ll}’']+){0,3}(?![\p{L}\p{N}])/uy
/** Capitals that name a paragraph, an instruction, a remark or a number, not a delegation. */
const noName = /^(?:[OP]P\d*|ALT\d*|NB|TB[CD]|MOD|ADD|SUP|NOC|NEW|OLD|NOTE|X+|N|[IVX]+)$/

/** How far a name may be trusted: it is in the lexicon, it looks like a code, or only like a proper name. */
type Trust = 'known' | 'code' | 'proper'

/** Least of the trust of its names, and whether any of them is known. */
export const trustOf = ({ names }: NameList): { least: Trust; known: boolean } => ({
  least: names.some(({ code, text }) => code === null && !isCode(text))
    ? 'proper'
    : names.some(({ code }) => code === null)
      ? 'code'
      : 'known',
  known: names.some(({ code }) => code !== null),
})

/** "Equity Group" says as much of itself as a code does; "Working Group" names a meeting. */
const groupShape = /^(?!(?:Contact|Drafting|Expert|Small|Working) )(?:\p{Lu}[\p{L}’-]+[ -]){1,3}Group$/u

function isCode(text: string): boolean {
  codeShape.lastIndex = 0
  return codeShape.exec(text)?.[0] === text || groupShape.test(text)
}

const aside = / ?\((?:(supported by|with (?:the )?supports? (?:of|from))|on behalf of|o\/b\/o|obo|with|and) /y

/** Reads a list of names from an offset; null when no name stands there. Nothing is read beyond `to`. */
export function readNames(text: string, from: number, to: number, lexicon: Lexicon): NameList | null {
  const list = readList(text, from, to, lexicon)
  if (!list) return null
  aside.lastIndex = list.end
  const lead = aside.exec(text)
  const inner = lead && readList(text, list.end + lead[0].length, to, lexicon)
  if (!inner || inner.end >= to || text[inner.end] !== ')') return list
  const names = [...list.names, ...inner.names]
  return { names, own: lead[1] ? list.own : names.length, end: inner.end + 1 }
}

function readList(text: string, from: number, to: number, lexicon: Lexicon): NameList | null {
  const names: Name[] = []
  let [at, own] = [from, -1]
  for (;;) {
    const name = nameAt(text, at, to, lexicon)
    if (!name) break
    names.push(name)
    const end = endOf(text, name, to)
    separator.lastIndex = end
    const next = separator.exec(text)
    if (!next || end + next[0].length > to || !nameAt(text, end + next[0].length, to, lexicon)) {
      at = end
      break
    }
    if (next[1] && own < 0) own = names.length
    at = end + next[0].length
  }
  return names.length === 0 ? null : { names, own: own < 0 ? names.length : own, end: at }
}

function endOf(text: string, { at, text: name, code }: Name, to: number): number {
  const end = at + name.length
  members.lastIndex = end
  const more = code === null ? 0 : (members.exec(text)?.[0].length ?? 0)
  return end + more <= to ? end + more : end
}

function nameAt(text: string, at: number, to: number, lexicon: Lexicon): Name | null {
  const article = /^the[ \u00a0\u202f]/i.test(text.slice(at, at + 4)) ? 4 : 0
  const known = knownAt(text, at, to, lexicon) ?? (article ? knownAt(text, at + article, to, lexicon) : null)
  if (known) return known
  for (const shape of [codeShape, properShape]) {
    shape.lastIndex = at
    const [found = ''] = shape.exec(text) ?? []
    if (found !== '' && at + found.length <= to)
      return noName.test(found) ? null : { at, text: found, code: null }
  }
  return null
}

/** The longest name of the lexicon that begins here and ends with a word. */
function knownAt(text: string, at: number, to: number, lexicon: Lexicon): Name | null {
  const line = text.slice(at, Math.min(to, at + 100))
  const ends = line.matchAll(/(?<=[\p{L}\p{N})])(?![\p{L}\p{N}\p{M}])/gu)
  let found: Name | null = null
  for (let words = 0; words < longestName; words++) {
    const { value, done } = ends.next()
    if (done) break
    const name = line.slice(0, value.index)
    const spaced = name.replace(/[\s\u00a0\u202f]+/g, ' ').replace(/'/g, '’')
    const code =
      lexicon.get(spaced) ??
      lexicon.get(spaced.replace(/ ?([+/]) ?/g, '$1')) ??
      lexicon.get(spaced.replace(/ ?& ?/g, ' and ')) ??
      lexicon.get(name)
    if (code !== undefined) found = { at, text: `${name}${stopBehind(line, name)}`, code }
  }
  return found
}

/** The full stop that belongs to an abbreviation: "U.S." */
const stopBehind = (line: string, name: string): string =>
  /\.\p{Lu}$/u.test(name) && line[name.length] === '.' ? '.' : ''
