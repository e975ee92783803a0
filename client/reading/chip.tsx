import type { ReactNode } from 'react'
import type { Attribution } from '../../schema/view/passage.ts'
import { reading } from '../lang/en/reading.ts'
import type { Sayer } from '../lang/say.tsx'

/** Most codes a chip shows before it counts the rest. */
const shownCodes = 3

/** The codes of several attributions, each once, in order. */
export const codesOf = (by: readonly Attribution[]): string[] => [
  ...new Set(by.flatMap(({ sponsors }) => sponsors)),
]

/** "EU · NOR +6": two codes and a count once there are more than three. */
export function shortCodes(codes: readonly string[]): string {
  return codes.length <= shownCodes
    ? codes.join(' · ')
    : `${codes.slice(0, 2).join(' · ')} +${codes.length - 2}`
}

/**
 * Who stands behind words, as codes. For copying, print and the panel of names `data-codes` holds all of them, and
 * `data-behind` the proposals in which they asked; a screen reader gets them from the hidden words beside the
 * bracket. With `leads` a colon follows.
 */
export function drawChip(by: readonly Attribution[], say: Sayer, leads = false): ReactNode {
  const codes = codesOf(by)
  const drafting = by.some((one) => one.drafting)
  if (codes.length === 0 && !drafting) return null
  return (
    <span
      className={drafting ? 'chip chip-drafting' : 'chip'}
      data-codes={codes.join(', ')}
      data-proposal={by[0]?.drafting ? undefined : by[0]?.proposal}
      data-behind={by.map(({ proposal }) => proposal).join(' ')}
      aria-hidden="true"
    >
      <bdi>{shortCodes(codes)}</bdi>
      {drafting && ` ${say(reading.draftingShort)}`}
      {leads && ': '}
    </span>
  )
}
