import type { Stance } from '../../schema/party/position.ts'

const signs: Readonly<Record<string, Stance>> = {
  '+': 'supports',
  '=': 'canLiveWith',
  '~': 'flexible',
  '?': 'reserves',
  '-': 'opposes',
  '!': 'retain',
  '×': 'noText',
}

/** One party's stance as the shorthand gives it. */
export interface Said {
  readonly party: string
  readonly stance: Stance
  readonly reason: string
  readonly condition: string
}

/**
 * Reads the shorthand of a note-taker: "+ NO JP; = CANZ; ? ID (awaiting instructions); - BR (if OP9 stands)".
 * The signs are + supports, = can live with, ~ flexible, ? reserves, - opposes, ! retain, × no text. What stands in
 * parentheses is a reason, or a condition when it begins with "if". Throws RangeError on anything else.
 */
export function readStances(shorthand: string): Said[] {
  return shorthand
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap((part) => {
      const found = /^([+=~?!×-]) ([A-Z0-9 ]+?)(?: \((.+)\))?$/.exec(part)
      if (!found) throw new RangeError(`not the shorthand of positions: ${part}`)
      const said = found[3] ?? ''
      const conditional = said.startsWith('if ')
      return found[2]!.split(' ').map((party) => ({
        party,
        stance: signs[found[1]!]!,
        reason: conditional ? '' : said,
        condition: conditional ? said : '',
      }))
    })
}
