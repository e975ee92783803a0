import type { OrphanPlace } from './notation.ts'

/** A bracket or brace in a text; `partner` is the offset of the other of its pair, −1 for an orphan. */
export interface Delimiter {
  readonly at: number
  readonly char: '[' | ']' | '{' | '}'
  partner: number
}

/**
 * All brackets and braces in order. A closing bracket pairs with the last open one. Braces pair only within
 * one pair of brackets: a note never cuts a bracket in two.
 */
export function delimitersOf(text: string): Delimiter[] {
  const all: Delimiter[] = [...text.matchAll(/[[\]{}]/g)].map(({ 0: char, index }) => ({
    at: index,
    char: char as Delimiter['char'],
    partner: -1,
  }))
  pairBrackets(all)
  pairBraces(all)
  return all
}

function join(open: Delimiter, close: Delimiter): void {
  open.partner = close.at
  close.partner = open.at
}

function pairBrackets(all: readonly Delimiter[]): void {
  const open: Delimiter[] = []
  for (const one of all) {
    if (one.char === '[') open.push(one)
    const last = one.char === ']' ? open.pop() : undefined
    if (last) join(last, one)
  }
}

function pairBraces(all: readonly Delimiter[]): void {
  const levels: Delimiter[][] = [[]]
  for (const one of all) {
    const level = levels.at(-1)!
    if (one.char === '{') level.push(one)
    else if (one.char === '}') {
      const last = level.pop()
      if (last) join(last, one)
    } else if (one.partner >= 0) {
      if (one.char === '[') levels.push([])
      else levels.pop()
    }
  }
}

/** Where the brackets without a partner stand. A line ends at a line feed, a carriage return, or both together. */
export function orphansOf(text: string, delimiters: readonly Delimiter[]): OrphanPlace[] {
  const orphans: OrphanPlace[] = []
  const ends = text.matchAll(/\r\n|\n|\r/g)
  let end = ends.next()
  // `column` belongs to `counted`, which only moves on: a line of nothing but orphans is read once.
  let [line, column, counted] = [1, 1, 0]
  for (const { at, char, partner } of delimiters) {
    if (partner >= 0 || char === '{' || char === '}') continue
    for (; !end.done && end.value.index < at; end = ends.next()) {
      line++
      column = 1
      counted = end.value.index + end.value[0].length
    }
    column += codePoints(text, counted, at)
    counted = at
    orphans.push({ line, column, char })
  }
  return orphans
}

/** Code points from one offset, which begins one, up to another. */
function codePoints(text: string, from: number, to: number): number {
  let points = 0
  for (let at = from; at < to; at += text.codePointAt(at)! > 0xffff ? 2 : 1) points++
  return points
}
