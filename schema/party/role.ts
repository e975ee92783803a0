/** What a person may be in a negotiation. */
export const roles = ['facilitator', 'secretariat', 'head', 'delegate', 'observer', 'stakeholder'] as const
export type Role = (typeof roles)[number]

/** A person as the server knows them in one negotiation; stamped on every act, never sent by a client. */
export interface Actor {
  readonly person: string
  readonly name: string
  readonly role: Role
  /** Code of the delegation the person sits for; null for facilitators and the secretariat. */
  readonly delegation: string | null
  /** Codes of groups whose coordinator the person's delegation is. */
  readonly speaksFor: readonly string[]
}
