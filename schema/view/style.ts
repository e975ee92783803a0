import { membersOn } from '../party/party.ts'
import type { State } from '../record/state.ts'
import { ordinals } from '../text/numbering.ts'

/** One of the ways in which secretariats write brackets. */
export interface NotationStyle {
  /** `[EU: should]`, `[should – EU]` or `[should]`. In strike and bold names stand behind, in parentheses, or nowhere. */
  readonly names: 'before' | 'after' | 'none'
  /** `RF: delete` or `RF delete`. */
  readonly position: 'colon' | 'plain'
  /** `OP4 bis`, `OP4bis` or `OP4.bis`. */
  readonly labels: 'spaced' | 'joined' | 'dotted'
  /**
   * Every wording in brackets, or as an existing instrument is amended: what is asked to go struck, what is
   * asked for bold and underlined.
   */
  readonly changes: 'brackets' | 'strikeAndBold'
  /** Codes printed in place of a group's; empty for what is printed as it is. */
  readonly membersOf: (code: string) => readonly string[]
}

/** A style as it is asked for and remembered: plain values only. */
export interface StyleChoice {
  readonly names: 'before' | 'after'
  readonly position: NotationStyle['position']
  readonly labels: NotationStyle['labels']
  readonly changes: NotationStyle['changes']
  /** Members printed in place of their group. */
  readonly members: boolean
}

/** The values each part of a style may have, the usual one first. */
export const styleChoices = {
  names: ['before', 'after'],
  position: ['colon', 'plain'],
  labels: ['spaced', 'joined', 'dotted'],
  changes: ['brackets', 'strikeAndBold'],
} as const

/** What is chosen where nothing else was. */
export const usualChoice: StyleChoice = {
  names: 'before',
  position: 'colon',
  labels: 'spaced',
  changes: 'brackets',
  members: false,
}

/** What is printed where nothing else was chosen: `[shall][EU: should]`, `[voluntary – RF: delete]`, `OP4 bis`. */
export const usualStyle: NotationStyle = {
  names: 'before',
  position: 'colon',
  labels: 'spaced',
  changes: 'brackets',
  membersOf: () => [],
}

/** A chosen style on a text: groups have the members they had on the day of its last act. */
export function styleOf({ members, ...chosen }: StyleChoice, { parties, at }: State): NotationStyle {
  const day = at.slice(0, 10)
  const membersOf = (code: string): readonly string[] => {
    const party = parties.get(code)
    return party ? membersOn(party, day) : []
  }
  return { ...chosen, membersOf: members ? membersOf : usualStyle.membersOf }
}

const suffix = new RegExp(` (?=(?:${ordinals.join('|')}|alt|\\+\\d+)(?![\\p{L}\\p{N}]))`, 'u')

/** A label as this style writes it; numbers without a suffix are the same in all. */
export const styledLabel = (label: string, { labels }: Pick<NotationStyle, 'labels'>): string =>
  labels === 'spaced' ? label : label.replace(suffix, labels === 'dotted' ? '.' : '')

/** Codes as this style names them, each once. */
export function styledCodes(
  codes: readonly string[],
  { names, membersOf }: Pick<NotationStyle, 'names' | 'membersOf'>,
): string[] {
  if (names === 'none') return []
  const named = codes.flatMap((code) => {
    const members = membersOf(code)
    return members.length > 0 ? members : [code]
  })
  return [...new Set(named)]
}
