import type { Actor, Role } from '../../schema/party/role.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../storage/database.ts'
import { newId } from './token.ts'

/** What a person is in one negotiation. */
export interface Seat {
  readonly role: Role
  readonly delegation: string | null
  readonly speaksFor: readonly string[]
}

/** A person with a seat, as the secretariat sees it. */
export interface Member extends Seat {
  readonly person: string
  readonly name: string
  readonly email: string | null
}

/** A negotiation with the seat somebody has in it. */
interface SeatedNegotiation extends Seat {
  readonly id: string
  readonly title: string
}

/** Hears whose seat in a negotiation has changed, or was taken away (`ended`), once it is so. */
type SeatListener = (change: {
  readonly person: string
  readonly negotiation: string
  readonly ended: boolean
}) => void

/** People, and what each may be in each negotiation. */
export interface Memberships {
  addPerson(name: string, email: string | null): Promise<string>
  /** The person as an actor of a negotiation; null when they have no seat there. */
  actor(negotiation: string, person: string): Promise<Actor | null>
  /** Negotiations a person has a seat in, by title. */
  of(person: string): Promise<SeatedNegotiation[]>
  members(negotiation: string): Promise<Member[]>
  /** Gives a seat or changes it. */
  put(negotiation: string, person: string, seat: Seat): Promise<void>
  /** Takes the seat away; false when there was none. */
  remove(negotiation: string, person: string): Promise<boolean>
  onChange(listener: SeatListener): void
}

/** Seats kept in the database. */
export function createMemberships({ db, clock }: { db: Database; clock: Clock }): Memberships {
  const listeners: SeatListener[] = []
  const tell = (negotiation: string, person: string, ended: boolean): void => {
    for (const listener of listeners) listener({ negotiation, person, ended })
  }
  const rows = (negotiation: string) =>
    db
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person')
      .select(['person.id as person', 'name', 'email', 'role', 'delegation', 'speaks_for'])
      .where('negotiation', '=', negotiation)

  return {
    async addPerson(name, email) {
      const id = newId()
      const at = clock().toISOString()
      await db
        .insertInto('person')
        .values({ id, name, email, email_verified: 0, image: null, created_at: at, updated_at: at })
        .execute()
      return id
    },
    async actor(negotiation, person) {
      const row = await rows(negotiation).where('person.id', '=', person).executeTakeFirst()
      return row ? { person, name: row.name, ...seatOf(row) } : null
    },
    async of(person) {
      const found = await db
        .selectFrom('membership')
        .innerJoin('negotiation', 'negotiation.id', 'membership.negotiation')
        .select(['negotiation.id', 'title', 'role', 'delegation', 'speaks_for'])
        .where('person', '=', person)
        .orderBy('title')
        .execute()
      return found.map((row) => ({ id: row.id, title: row.title, ...seatOf(row) }))
    },
    async members(negotiation) {
      const found = await rows(negotiation).orderBy('name').execute()
      return found.map((row) => ({ person: row.person, name: row.name, email: row.email, ...seatOf(row) }))
    },
    async put(negotiation, person, { role, delegation, speaksFor }) {
      const seat = { role, delegation, speaks_for: JSON.stringify(speaksFor) }
      await db
        .insertInto('membership')
        .values({ negotiation, person, ...seat })
        .onConflict((conflict) => conflict.columns(['negotiation', 'person']).doUpdateSet(seat))
        .execute()
      tell(negotiation, person, false)
    },
    async remove(negotiation, person) {
      const { numDeletedRows } = await db
        .deleteFrom('membership')
        .where('negotiation', '=', negotiation)
        .where('person', '=', person)
        .executeTakeFirstOrThrow()
      if (numDeletedRows > 0n) tell(negotiation, person, true)
      return numDeletedRows > 0n
    },
    onChange: (listener) => void listeners.push(listener),
  }
}

const seatOf = (row: { role: Role; delegation: string | null; speaks_for: string }): Seat => ({
  role: row.role,
  delegation: row.delegation,
  speaksFor: JSON.parse(row.speaks_for) as string[],
})
