import type { Role } from '../../schema/party/role.ts'
import { dayMs } from '../clock.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../storage/database.ts'
import type { LinkTable } from '../storage/tables.ts'
import { createMemberships } from './membership.ts'
import type { Memberships, Seat } from './membership.ts'
import { hashToken, newId, newToken } from './token.ts'

/** A seat offered to somebody, as the secretariat sees it. */
interface Invitation extends Seat {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly expires: string
}

/** The secret of a new link, told this once. */
interface NewLink {
  readonly id: string
  readonly token: string
  readonly expires: string
}

/** A link as the person who holds it sees it before using it. */
type LinkLook =
  | { readonly state: 'unknown' | 'used' | 'revoked' | 'expired' }
  | {
      readonly state: 'usable'
      readonly name: string
      readonly negotiation: { readonly id: string; readonly title: string } | null
      readonly role: Role | null
      readonly delegation: string | null
      /** Null for a standing link. */
      readonly expires: string | null
    }

/** One-use links, the only way in. Anyone who holds one may use it, so each leads to a single person. */
export interface Links {
  /** Offers a seat in a negotiation to somebody new. */
  invite(negotiation: string, who: { name: string; email: string | null }, seat: Seat): Promise<NewLink>
  /** A way in for somebody known already; for the operator of the server only. */
  renew(person: string): Promise<NewLink>
  /** A link that can be used again and again until the server stops; for the demonstration's people only. */
  standing(person: string): string
  /** Invitations of a negotiation that can still be used. */
  open(negotiation: string): Promise<Invitation[]>
  /** The negotiation of an invitation; null when there is no such invitation. */
  negotiationOf(id: string): Promise<string | null>
  revoke(id: string): Promise<void>
  /** What a link is and for whom, without using it. Of one that leads nowhere only the reason is told. */
  look(token: string): Promise<LinkLook>
  /**
   * Uses a link up, and gives the person it leads to; null when it is unknown, used, revoked or expired.
   * `signedIn` is who holds the browser: they keep their identity when the invitation bears their name.
   */
  use(token: string, signedIn: { id: string; name: string } | null): Promise<string | null>
}

/** How long an invitation can be used. */
const invitationMs = 14 * dayMs
/** How long a link to a known person's account can be used. */
const renewalMs = dayMs

/** Links kept in the database, by the hash of their secret. */
export function createLinks({ db, clock }: { db: Database; clock: Clock }): Links {
  const standing = new Map<string, string>()

  const add = async (
    forMs: number,
    row: Pick<LinkTable, 'person' | 'negotiation' | 'name' | 'email' | 'role' | 'delegation' | 'speaks_for'>,
  ): Promise<NewLink> => {
    const [id, token, now] = [newId(), newToken(), clock()]
    const expires = new Date(now.getTime() + forMs).toISOString()
    await db
      .insertInto('link')
      .values({
        ...row,
        id,
        token_hash: hashToken(token),
        created_at: now.toISOString(),
        expires_at: expires,
        used_at: null,
        revoked_at: null,
      })
      .execute()
    return { id, token, expires }
  }

  return {
    invite: (negotiation, { name, email }, { role, delegation, speaksFor }) =>
      add(invitationMs, {
        person: null,
        negotiation,
        name,
        email,
        role,
        delegation,
        speaks_for: JSON.stringify(speaksFor),
      }),
    async renew(person) {
      const { name, email } = await db
        .selectFrom('person')
        .select(['name', 'email'])
        .where('id', '=', person)
        .executeTakeFirstOrThrow()
      const seat = { negotiation: null, role: null, delegation: null, speaks_for: '[]' }
      return add(renewalMs, { person, name, email, ...seat })
    },
    standing(person) {
      const token = newToken()
      standing.set(hashToken(token), person)
      return token
    },
    async open(negotiation) {
      const rows = await usable(db, clock).where('negotiation', '=', negotiation).orderBy('name').execute()
      return rows.map(({ id, name, email, role, delegation, speaks_for, expires_at }) => ({
        id,
        name,
        email,
        role: role!,
        delegation,
        speaksFor: JSON.parse(speaks_for) as string[],
        expires: expires_at,
      }))
    },
    async negotiationOf(id) {
      const row = await db.selectFrom('link').select('negotiation').where('id', '=', id).executeTakeFirst()
      return row?.negotiation ?? null
    },
    async revoke(id) {
      await db
        .updateTable('link')
        .set({ revoked_at: clock().toISOString() })
        .where('id', '=', id)
        .where('used_at', 'is', null)
        .execute()
    },
    async look(token) {
      const hash = hashToken(token)
      const always = standing.get(hash)
      const people = db.selectFrom('person').select('name')
      if (always !== undefined) {
        const { name } = await people.where('id', '=', always).executeTakeFirstOrThrow()
        return { state: 'usable', name, negotiation: null, role: null, delegation: null, expires: null }
      }
      const link = await db
        .selectFrom('link')
        .leftJoin('negotiation', 'negotiation.id', 'link.negotiation')
        .selectAll('link')
        .select('negotiation.title')
        .where('token_hash', '=', hash)
        .executeTakeFirst()
      if (!link) return { state: 'unknown' }
      if (link.used_at !== null) return { state: 'used' }
      if (link.revoked_at !== null) return { state: 'revoked' }
      if (link.expires_at <= clock().toISOString()) return { state: 'expired' }
      const { name, role, delegation, negotiation: id, title, expires_at: expires } = link
      const negotiation = id === null || title === null ? null : { id, title }
      return { state: 'usable', name, negotiation, role, delegation, expires }
    },
    async use(token, signedIn) {
      const hash = hashToken(token)
      const always = standing.get(hash)
      if (always !== undefined) return always
      return db.transaction().execute(async (transaction) => {
        const link = await usable(transaction, clock).where('token_hash', '=', hash).executeTakeFirst()
        if (!link) return null
        await transaction
          .updateTable('link')
          .set({ used_at: clock().toISOString() })
          .where('id', '=', link.id)
          .execute()
        if (link.person !== null) return link.person
        const memberships = createMemberships({ db: transaction, clock })
        const person = await guest(memberships, link, signedIn)
        await memberships.put(link.negotiation!, person, {
          role: link.role!,
          delegation: link.delegation,
          speaksFor: JSON.parse(link.speaks_for) as string[],
        })
        return person
      })
    },
  }
}

/**
 * Who takes up an invitation. Never somebody found by e-mail address or name: whoever wrote the invitation
 * would then hold a key to that person's other negotiations. And never somebody who has a seat already,
 * such as a facilitator trying out the link.
 */
async function guest(
  memberships: Memberships,
  { name, email, negotiation }: LinkTable,
  signedIn: { id: string; name: string } | null,
): Promise<string> {
  const same = signedIn !== null && signedIn.name.toLocaleLowerCase() === name.toLocaleLowerCase()
  if (same && (await memberships.actor(negotiation!, signedIn.id)) === null) return signedIn.id
  return memberships.addPerson(name, email)
}

const usable = (db: Database, clock: Clock) =>
  db
    .selectFrom('link')
    .selectAll()
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', clock().toISOString())
