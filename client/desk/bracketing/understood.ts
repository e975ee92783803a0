import { type PairAccount, pairAccount } from '../../../schema/imported/account.ts'
import { perform } from '../../../schema/imported/perform.ts'
import { type Renumbered, renumbered } from '../../../schema/imported/renumbered.ts'
import { understand } from '../../../schema/imported/understand.ts'
import { voicesOf } from '../../../schema/imported/voices.ts'
import type { Corrections, Step, Understanding, WrittenParagraph } from '../../../schema/imported/written.ts'
import type { Party } from '../../../schema/party/party.ts'
import type { Role } from '../../../schema/party/role.ts'
import { view } from '../../../schema/view/view.ts'
import type { Refusal } from '../../../schema/refusal.ts'
import { type Aside, asidesOf } from './asides.ts'
import { type Comparison, compared } from './compared.ts'

/** A written text to be understood; all of it may be sent to a worker. */
export interface Written {
  readonly paragraphs: readonly WrittenParagraph[]
  readonly language: string
  readonly corrections: Corrections
  readonly parties: readonly Party[]
  /** Names as negotiators write them, each with its code. */
  readonly lexicon: readonly (readonly [string, string])[]
  /** Of the person who will open it. */
  readonly role: Role
}

/** What will be recorded, by kind. */
export interface Recorded {
  readonly proposals: number
  readonly holds: number
  readonly positions: number
  readonly statuses: number
}

/** What was made of it. */
export interface Understood {
  readonly understanding: Understanding
  readonly recorded: Recorded
  /** By paragraph id: names, positions and orphan brackets among its characters. */
  readonly asides: Readonly<Record<string, readonly Aside[]>>
}

/** What comes of recording it. */
export interface Proof {
  /** Steps the record would refuse. */
  readonly refused: readonly { readonly step: number; readonly refusal: Refusal }[]
  readonly comparison: Comparison
  /** Paragraphs that are not called as they were written. */
  readonly numbers: readonly Renumbered[]
  /** Pairs of brackets of the imported text and of the printed one. */
  readonly pairs: PairAccount
}

/** Understands a text. */
export function understood({ paragraphs, corrections, parties, lexicon }: Written): Understood {
  const known = new Map(lexicon)
  const understanding = understand(paragraphs, parties, known, corrections)
  return {
    understanding,
    recorded: recordedBy(understanding.steps),
    asides: asidesOf(paragraphs, voicesOf(parties, known, corrections).lexicon, understanding.orphans),
  }
}

/**
 * Tries out, act by act, what would be recorded of an understood text; `at` stands for the time of opening,
 * ISO 8601 in UTC.
 */
export function proofOf(
  { paragraphs, language, parties, lexicon, role }: Written,
  { understanding }: Understood,
  at: string,
): Proof {
  const opening = { title: '-', symbol: '-', language, parties }
  const actor = { person: '-', name: '-', role, delegation: null, speaksFor: [] }
  const { state, refused } = perform(understanding, opening, actor, at)
  const [known, shown] = [new Map(lexicon), view(state, { type: 'compilation', names: 'shown' })]
  return {
    refused,
    comparison: compared(paragraphs, shown, known),
    numbers: renumbered(paragraphs, shown),
    pairs: pairAccount(paragraphs, understanding, shown, known),
  }
}

/** Counts the acts that steps lead to. */
function recordedBy(steps: readonly Step[]): Recorded {
  const count = (has: (step: Step) => boolean): number => steps.filter(has).length
  const holds = count(
    ({ deed }) => deed.type === 'table' && deed.changes.every(({ type }) => type === 'hold'),
  )
  return {
    proposals: count(({ deed }) => deed.type === 'table') - holds,
    holds,
    positions: count(({ deed }) => deed.type === 'position' || deed.type === 'undertake'),
    statuses: count(({ deed }) => deed.type === 'status'),
  }
}
