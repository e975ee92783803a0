import type { Actor } from '../party/role.ts'
import type { Party } from '../party/party.ts'
import type { Act } from '../record/act.ts'
import type { Deed, DeedOf } from '../record/deed.ts'
import { fold } from '../record/fold.ts'
import { emptyState } from '../record/owned.ts'
import { permit } from '../record/permit.ts'
import type { State } from '../record/state.ts'
import type { Refusal } from '../refusal.ts'
import type { Understanding } from './written.ts'

/** What a text is opened with, besides its words. */
export interface Opening {
  readonly title: string
  readonly symbol: string
  readonly language: string
  readonly parties: readonly Party[]
}

/** What an import would lead to, and the steps that would be refused, by their index; −1 is the opening. */
export interface Performance {
  readonly state: State
  readonly refused: readonly { readonly step: number; readonly refusal: Refusal }[]
}

/**
 * Opens the understood text and does all it says, as `actor` would at `at` (ISO 8601 in UTC): nothing is
 * recorded or sealed. What is refused is passed over, as its number is; all that follows keeps its own.
 */
export function perform(
  { base, counts, steps }: Pick<Understanding, 'base' | 'counts' | 'steps'>,
  opening: Opening,
  actor: Actor,
  at: string,
): Performance {
  const state = emptyState()
  const refused: { step: number; refusal: Refusal }[] = []
  const act = (n: number, party: string | undefined, deed: Deed, channel: Act['channel']): void => {
    const refusal = permit(n === 1 ? null : { ...state }, actor, { for: party, channel, deed })
    if (refusal) refused.push({ step: n - 2, refusal })
    else
      fold(state, {
        text: 'import',
        n,
        key: '',
        at,
        by: actor,
        for: party ?? null,
        onBehalfOf: null,
        channel,
        meeting: null,
        deed,
        prev: '',
        hash: '',
      })
  }
  const parties = opening.parties as DeedOf<'open'>['parties']
  const open = {
    ...opening,
    type: 'open',
    paragraphs: base as DeedOf<'open'>['paragraphs'],
    counts,
    parties,
  } as const
  act(1, undefined, open, 'typed')
  steps.forEach(({ for: party, deed }, i) => act(i + 2, party, deed, 'imported'))
  return { state, refused }
}
