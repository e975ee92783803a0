import { chairCode } from '../party/party.ts'
import type { Actor, Role } from '../party/role.ts'
import type { Refusal } from '../refusal.ts'
import { refuse } from '../refusal.ts'
import type { DeedType } from './deed.ts'

const voice: readonly DeedType[] = [
  'table',
  'revise',
  'withdraw',
  'cosponsor',
  'decline',
  'undertake',
  'ask',
  'position',
  'comment',
]
const setting: readonly DeedType[] = ['open', 'seat', 'meet', 'rise']
const chair: readonly DeedType[] = ['rule', 'amend', 'rivals', 'status', 'package', 'publish']

/** Who may do what: the one table that the screens, the server and the manual show. */
export const rights: Readonly<Record<Role, readonly DeedType[]>> = {
  facilitator: [...setting, ...voice, ...chair],
  secretariat: [...setting, ...voice],
  head: [...voice, 'rivals'],
  delegate: [...voice, 'rivals'],
  stakeholder: ['comment'],
  observer: [],
}

/** What an imported text may say, and whoever serves the chair records as it stands. */
export const recordable: readonly DeedType[] = [
  'table',
  'cosponsor',
  'undertake',
  'position',
  'comment',
  'rivals',
  'status',
]

/** Deeds done in the name of a party; sponsors declare their alternatives so, and the chair without a name. */
export const inName = (type: DeedType): boolean => voice.includes(type) || type === 'rivals'

/** True for the roles that run the negotiation and may enter what others said. */
export const servesChair = (role: Role): boolean => role === 'facilitator' || role === 'secretariat'

/** True for the roles that may ask for changes, and so have a draft. */
export const mayPropose = (role: Role): boolean => rights[role].includes('table')

/** Stands for the secretariat's own desk among the members of a draft. */
export const secretariatSeat = 'Secretariat'

const reserved = new Set([chairCode, secretariatSeat].map((code) => code.toLowerCase()))
/** True for codes that no party may have: its delegates would sit at the chair's desk, or seem to. */
export const isReserved = (code: string): boolean => reserved.has(code.toLowerCase())

/** The seat whose drafts a person shares: their delegation, the chair, the secretariat; null for who may not draft. */
export function seatOf(actor: Actor): string | null {
  if (actor.role === 'facilitator') return chairCode
  if (actor.role === 'secretariat') return secretariatSeat
  return actor.role === 'head' || actor.role === 'delegate' ? actor.delegation : null
}

/** What may be read or administered. `members` are the seats a draft belongs to. */
export type Reading =
  | { readonly type: 'text' }
  | { readonly type: 'draft'; readonly members: readonly string[] }
  | { readonly type: 'drafting' }
  | { readonly type: 'admin' }

/**
 * Refuses what a person may not see. That a draft exists is not told to strangers: for them it is not
 * found. `null` is a signed-out person or one without a seat in the negotiation.
 */
export function permitRead(actor: Actor | null, what: Reading): Refusal | null {
  if (!actor) return refuse('signed-out')
  switch (what.type) {
    case 'text':
      return null
    case 'draft': {
      const seat = seatOf(actor)
      return seat !== null && what.members.includes(seat) ? null : refuse('not-found')
    }
    case 'drafting':
      return seatOf(actor) === null ? refuse('not-allowed', { role: actor.role, deed: 'draft' }) : null
    case 'admin':
      return servesChair(actor.role) ? null : refuse('not-allowed', { role: actor.role, deed: 'admin' })
  }
}
