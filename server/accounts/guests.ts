import type { Keeping } from '../services.ts'
import type { Database } from '../storage/database.ts'

/** A person of the demonstration, and what they are there: "head, KE". */
export interface Guest {
  readonly person: string
  readonly as: string
}

/** Remembers whom of the demonstration one may sign in as, in this order. */
export async function keepGuests(db: Database, guests: readonly Guest[]): Promise<void> {
  const rows = guests.map(({ person, as }, rank) => ({ person, label: as, rank }))
  if (rows.length > 0) await db.insertInto('guest').values(rows).execute()
}

/**
 * Addresses under which anyone signs in as a guest, again and again, until the server stops; none when the
 * demonstration has not been loaded.
 */
export async function guestLinks(
  { db, links }: Keeping,
  url: string,
): Promise<{ as: string; url: string }[]> {
  const rows = await db.selectFrom('guest').selectAll().orderBy('rank').execute()
  return rows.map(({ person, label }) => ({ as: label, url: `${url}/sign-in/${links.standing(person)}` }))
}
