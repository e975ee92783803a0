import { createContext, useContext } from 'react'
import type { Stance } from '../../schema/party/position.ts'
import type { Actor } from '../../schema/party/role.ts'
import type { Act } from '../../schema/record/act.ts'
import type { Channel } from '../../schema/proposal/channel.ts'
import type { Deed } from '../../schema/record/deed.ts'
import type { State } from '../../schema/record/state.ts'
import type { Refusal } from '../../schema/refusal.ts'
import type { MetCondition } from '../../schema/record/conditions.ts'
import type { ParagraphView } from '../../schema/view/passage.ts'
import type { Live } from '../record/live.ts'
import type { Ask } from './asking/ask.ts'
import type { Gathered } from './asking/use-gathered.ts'

/** For whom a person acts: the own delegation, a group it coordinates, or a delegation that spoke. */
export interface Voice {
  /** Null for one's own delegation, or for the chair. */
  readonly for: string | null
  readonly onBehalfOf: string | null
  readonly channel: Channel
}

/** Acting for oneself. */
export const ownVoice: Voice = { for: null, onBehalfOf: null, channel: 'typed' }

/** Opens dialogs that belong to the room as a whole, one at a time. */
export type RoomDialog =
  | { readonly type: 'help' }
  | { readonly type: 'goto' }
  | { readonly type: 'floor' }
  | { readonly type: 'meeting' }
  | { readonly type: 'publish' }
  | { readonly type: 'export' }
  | { readonly type: 'status'; readonly paragraph: string }
  | { readonly type: 'rule'; readonly proposal: number }
  | { readonly type: 'withdraw'; readonly proposal: number }
  | { readonly type: 'rivals'; readonly proposal: number }
  | { readonly type: 'stance'; readonly proposal: number; readonly stance: Stance }
  | { readonly type: 'ask'; readonly ask: Ask }
  | { readonly type: 'gathered' }
  | { readonly type: 'undertake'; readonly proposal: number }
  | { readonly type: 'inquire'; readonly met: MetCondition }

/** What every part of the room works with. */
export interface Room {
  readonly text: string
  readonly negotiation: string
  readonly me: Actor
  readonly live: Live
  /** The present state, whatever act the screen shows. */
  readonly state: State
  readonly voice: Voice
  readonly setVoice: (voice: Voice) => void
  /** The code under which what is done now is published; null for the chair and the secretariat. */
  readonly speaker: string | null
  /** Why something cannot be done, by the rule the server asks too; null when it can. */
  readonly mayI: (deed: Deed, voice?: Voice) => Refusal | null
  /**
   * Has a deed recorded and shows its receipt or refusal. With the same `key` it is recorded once,
   * however often it is tried.
   */
  readonly act: (deed: Deed, options?: ActOptions) => Promise<Act | Refusal>
  readonly open: (dialog: RoomDialog) => void
  /** Changes asked for so far that are to be one proposal. */
  readonly gathered: Gathered
  /** Opens the menu of all that may be asked of a paragraph, at an element; `drafted` are words selected in a draft. */
  readonly askAt: (paragraph: string, element: Element, drafted?: string) => void
  /** Paragraphs as the screen shows them now, those left out by a filter too. */
  readonly paragraphs: readonly ParagraphView[]
  /** Opens a proposal's card at its paragraph, or at another one it touches. */
  readonly goToProposal: (proposal: number, at?: string) => void
  readonly goToParagraph: (paragraph: string) => void
  /** Opens the draft at a paragraph, with these proposals in it to be amended. */
  readonly propose: (paragraph: string | null, amend?: readonly number[]) => void
  /** Opens the draft at a paragraph with the words of an own open proposal in it, to table its next version. */
  readonly revise: (paragraph: string, proposal: number) => void
  /** False while the reader hides names: then nothing that is shown unasked names a party. */
  readonly named: boolean
  readonly showNames: () => void
  /** Shows the text as if these proposals were accepted. */
  readonly suppose: (proposals: readonly number[]) => void
}

interface ActOptions {
  readonly voice?: Voice | undefined
  readonly key?: string | undefined
  /** Ends the trying while the server is away. */
  readonly signal?: AbortSignal | undefined
}

/** The room around a component; null outside of one. */
export const RoomContext = createContext<Room | null>(null)

/** The room a component stands in; throws RangeError outside of one. */
export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (!room) throw new RangeError('a part of the room was drawn outside of the room')
  return room
}
