import type { Channel } from '../proposal/channel.ts'
import type { When } from './condition.ts'

/**
 * How a delegation stands, in the words of the field. `retain` asks to keep the words as they are, `noText`
 * that nothing at all be said here.
 */
export const stances = [
  'supports',
  'canLiveWith',
  'flexible',
  'reserves',
  'opposes',
  'retain',
  'noText',
] as const
export type Stance = (typeof stances)[number]

/** On one version of a proposal, or on a paragraph as a whole. */
export type PositionOn =
  { readonly proposal: number; readonly version: number } | { readonly paragraph: string }

/** A position as taken by act `n`; `stance` null takes an earlier one back. */
export interface Position {
  readonly party: string
  readonly on: PositionOn
  readonly stance: Stance | null
  readonly reason: string
  /** "if OP3 bis is kept"; empty when unconditional. */
  readonly condition: string
  /** What the condition waits for, where that is something of this record. */
  readonly when: When | null
  readonly channel: Channel
  readonly meeting: string | null
  readonly n: number
  readonly at: string
}
