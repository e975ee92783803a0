/** Parties to a negotiation. `chair` sponsors what the facilitators propose. */
export const partyKinds = ['state', 'observer', 'group', 'organization', 'stakeholder', 'chair'] as const
export type PartyKind = (typeof partyKinds)[number]

/** Dates are ISO calendar days (UTC); membership holds on `from` and up to, not on, `until`. */
export interface Membership {
  readonly code: string
  readonly from: string
  readonly until?: string | undefined
}

/** A delegation or a group. `code` is what chips and brackets print ("EU", "NO"); unique in a negotiation. */
export interface Party {
  readonly code: string
  readonly name: string
  readonly kind: PartyKind
  /** Only of a group. */
  readonly members?: readonly Membership[] | undefined
}

/** Code of the party that stands for the chair and the facilitators. */
export const chairCode = 'Chair'

/** Codes of a group's members on a day; empty for what is not a group. */
export function membersOn(party: Party, day: string): string[] {
  return (party.members ?? [])
    .filter(({ from, until }) => from <= day && (until === undefined || day < until))
    .map(({ code }) => code)
}
