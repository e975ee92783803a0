import { ordinals } from '../text/numbering.ts'

/** One of the ways in which secretariats write brackets. */
export interface NotationStyle {
  /** `[EU: should]`, `[should – EU]` or `[should]`. */
  readonly names: 'before' | 'after' | 'none'
  /** `RF: delete` or `RF delete`. */
  readonly position: 'colon' | 'plain'
  /** `OP4 bis`, `OP4bis` or `OP4.bis`. */
  readonly labels: 'spaced' | 'joined' | 'dotted'
  /** Codes printed in place of a group's; empty for what is printed as it is. */
  readonly membersOf: (code: string) => readonly string[]
}

/** What is printed where nothing else was chosen: `[shall][EU: should]`, `[voluntary – RF: delete]`, `OP4 bis`. */
export const usualStyle: NotationStyle = {
  names: 'before',
  position: 'colon',
  labels: 'spaced',
  membersOf: () => [],
}

const suffix = new RegExp(` (?=(?:${ordinals.join('|')}|alt|\\+\\d+)(?![\\p{L}\\p{N}]))`, 'u')

/** A label as this style writes it; numbers without a suffix are the same in all. */
export const styledLabel = (label: string, { labels }: NotationStyle): string =>
  labels === 'spaced' ? label : label.replace(suffix, labels === 'dotted' ? '.' : '')

/** Codes as this style names them, each once. */
export function styledCodes(codes: readonly string[], { names, membersOf }: NotationStyle): string[] {
  if (names === 'none') return []
  const named = codes.flatMap((code) => {
    const members = membersOf(code)
    return members.length > 0 ? members : [code]
  })
  return [...new Set(named)]
}
